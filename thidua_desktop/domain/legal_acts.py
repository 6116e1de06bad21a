"""The register of documents that papers cite (văn bản căn cứ)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import toml_rows

CHECKED_MARK = "đã đối chiếu"
UNCHECKED_MARK = "chưa đối chiếu"

_TEXTS = ("kind", "number", "title", "short_title", "issuer", "replaced_by", "mark", "source")
_DATES = ("date", "valid_from", "valid_to")
_REQUIRED = ("kind", "number", "title", "source")


@dataclass(frozen=True, slots=True)
class LegalAct:
    """A law, decree, circular, directive … with the days it may be cited.

    ``valid_to`` is the last day it may stand as a basis of a new paper. ``mark`` is "đã đối chiếu" when somebody
    compared the row with the original text, else "chưa đối chiếu". ``replaced_by`` is the number of what took its
    place, "" when none. ``short_title`` is what offices call it in speech. Dates are ISO, None = open or unknown.
    """

    kind: str
    number: str
    title: str
    date: str | None = None
    issuer: str = ""
    valid_from: str | None = None
    valid_to: str | None = None
    replaced_by: str = ""
    mark: str = UNCHECKED_MARK
    source: str = ""
    short_title: str = ""
    id: int = 0

    @property
    def is_checked(self) -> bool:
        """Whether somebody compared the row with the original text."""
        return self.mark == CHECKED_MARK


def parse_legal_acts(table: Mapping[str, object]) -> tuple[LegalAct, ...]:
    """The rows of ``resources/legal_acts.toml`` (a table with the one key "act", a list of rows) in their order.

    Dates are TOML dates. Raises ``ValueError`` with a Vietnamese sentence that names the first bad row and cell.
    """
    acts: list[LegalAct] = []
    for place, act in toml_rows.rows(table, "act", "văn bản", _act):
        if act.number in {known.number for known in acts}:
            raise ValueError(f"{place}: số, ký hiệu này đã có ở trên")
        acts.append(act)
    return tuple(acts)


def check_mark(mark: str) -> None:
    """``ValueError`` for what is no mark."""
    if mark not in (CHECKED_MARK, UNCHECKED_MARK):
        raise ValueError(f"“mark” phải là “{CHECKED_MARK}” hoặc “{UNCHECKED_MARK}”")


def _act(row: Mapping[str, object]) -> LegalAct:
    act = LegalAct(**toml_rows.cells(row, _TEXTS, _DATES, _REQUIRED))
    check_mark(act.mark)
    if act.valid_from and act.valid_to and act.valid_to < act.valid_from:
        raise ValueError("“valid_to” trước “valid_from”")
    return act
