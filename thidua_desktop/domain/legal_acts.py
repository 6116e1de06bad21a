"""The register of documents that papers cite (văn bản căn cứ)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

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
    rows = table.get("act")
    if set(table) != {"act"} or not isinstance(rows, list):
        raise ValueError("tệp phải gồm đúng một danh sách [[act]]")
    acts: list[LegalAct] = []
    for position, row in enumerate(rows, start=1):
        place = f"văn bản thứ {position}"
        if not isinstance(row, dict):
            raise ValueError(f"{place} không phải là một bảng")
        if row.get("number"):
            place += f" ({row['number']})"
        try:
            acts.append(_act(row))
        except ValueError as error:
            raise ValueError(f"{place}: {error}") from error
        if acts[-1].number in {act.number for act in acts[:-1]}:
            raise ValueError(f"{place}: số, ký hiệu này đã có ở trên")
    return tuple(acts)


def _act(row: Mapping[str, object]) -> LegalAct:
    for key in row:
        if key not in _TEXTS + _DATES:
            raise ValueError(f"không có ô “{key}”")
    for key in _REQUIRED:
        if not row.get(key):
            raise ValueError(f"thiếu “{key}”")
    texts = {key: _text(row, key) for key in _TEXTS if key in row}
    days = {key: _day(row, key) for key in _DATES}
    if texts.get("mark", UNCHECKED_MARK) not in (CHECKED_MARK, UNCHECKED_MARK):
        raise ValueError(f"“mark” phải là “{CHECKED_MARK}” hoặc “{UNCHECKED_MARK}”")
    if days["valid_from"] and days["valid_to"] and days["valid_to"] < days["valid_from"]:
        raise ValueError("“valid_to” trước “valid_from”")
    return LegalAct(
        kind=texts["kind"],
        number=texts["number"],
        title=texts["title"],
        date=days["date"],
        issuer=texts.get("issuer", ""),
        valid_from=days["valid_from"],
        valid_to=days["valid_to"],
        replaced_by=texts.get("replaced_by", ""),
        mark=texts.get("mark", UNCHECKED_MARK),
        source=texts["source"],
        short_title=texts.get("short_title", ""),
    )


def _text(row: Mapping[str, object], key: str) -> str:
    value = row[key]
    if not isinstance(value, str):
        raise ValueError(f"“{key}” phải là chữ trong ngoặc kép")
    return value


def _day(row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if type(value) is not date:
        raise ValueError(f"“{key}” phải là ngày dạng năm-tháng-ngày, không có ngoặc kép")
    return value.isoformat()
