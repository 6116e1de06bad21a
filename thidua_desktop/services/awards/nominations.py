"""Nominations (đề nghị khen thưởng) of a round, with the functions of :mod:`.registers` so that a table can show them.

What is typed is completed on its way: the award gets its name in law, the subject its kind and its row of the
directory. The same award for the same subject twice is refused, and so is any change of what was decided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.registers.cells import CellValue, parse_cell
from ...storage import records
from ...storage.registration import titles_of_year
from ..registers import fitted_rows, registers
from ..registers.registers import PasteResult, choices, count, empty_cells, move_row, page, register, row
from ..registration.registration_rows import in_printing_order
from ..wording import shortened
from ..workspace import Workspace
from . import verdicts
from .nomination_fitting import KIND, NAMING, NominationFitting, as_row, refuse_decided

__all__ = [
    "Taken",
    "add_row",
    "choices",
    "count",
    "empty_cells",
    "move_row",
    "page",
    "paste_rows",
    "register",
    "remove_rows",
    "row",
    "set_cell",
    "take_registered",
]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came into a round from the registrations: how many were added, how many were there already."""

    changes: Changes
    added: int
    skipped: int


def set_cell(workspace: Workspace, kind: str, row_id: int, key: str, text: str, *, editing: str = "") -> Changes:
    """As :func:`.registers.set_cell`; a new name finds its row of the directory. Raises :class:`BadInput`, also for a
    nomination that would stand there twice or that has been decided; the Council's result as :func:`.verdicts.choose`.
    """
    if key == "state":
        return verdicts.choose(workspace, [row_id], str(parse_cell(register(kind).column(key), text)))
    if key not in NAMING:
        return registers.set_cell(workspace, kind, row_id, key, text, editing=editing)
    stored = records.get(workspace.file, KIND, row_id)
    refuse_decided(workspace, [stored])
    fitting = NominationFitting(workspace, int(stored["round_id"] or 0))
    return registers.set_cell(workspace, kind, row_id, key, text, editing=editing, fit=fitting.changed)


def add_row(
    workspace: Workspace,
    kind: str,
    cells: Mapping[str, str],
    *,
    scope: int | None = None,
    position: int | None = None,
) -> tuple[Changes, int]:
    """As :func:`.registers.add_row`, completed; raises :class:`BadInput` for one that is there already."""
    fitting = NominationFitting(workspace, _round(scope))
    return fitted_rows.add_row(workspace, kind, cells, fitting, scope=scope, position=position)


def paste_rows(
    workspace: Workspace,
    kind: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    scope: int | None = None,
) -> PasteResult:
    """As :func:`.registers.paste_rows`, each row completed; one that is there already is left out and named."""
    return fitted_rows.paste_rows(
        workspace, kind, columns, rows, NominationFitting(workspace, _round(scope)), scope=scope
    )


def remove_rows(workspace: Workspace, kind: str, ids: Sequence[int]) -> Changes:
    """As :func:`.registers.remove_rows`; raises :class:`InUse` for one that has been decided."""
    refuse_decided(workspace, records.among(workspace.file, KIND, "id", ids))
    return registers.remove_rows(workspace, kind, ids)


def take_registered(workspace: Workspace, round_id: int) -> Taken:
    """Nominates every title registered for the round's year, in one act; those that are there are passed over.

    Raises :class:`KnownError` when nothing is registered.
    """
    file = workspace.file
    found = records.get(file, "rounds", round_id)
    year = int(found["year"] or 0)
    registered = _registered(workspace, year)
    if not registered:
        raise KnownError(
            f"Năm {year} chưa có danh hiệu nào được đăng ký nên chưa lấy được gì.",
            "Nhập danh hiệu đăng ký của các đơn vị trong thẻ Đăng ký – Giao ước trước.",
        )
    fitting = NominationFitting(workspace, round_id)
    added = 0
    with file.act(f"Lấy danh hiệu đăng ký vào {shortened(str(found['name']))}") as act:
        for values in registered:
            try:
                fitted = fitting.new({"round_id": round_id}, values)
            except BadInput:
                continue
            records.insert(file, KIND, {"round_id": round_id, **as_row(fitted)})
            added += 1
    return Taken(act.changes, added, len(registered) - added)


def _registered(workspace: Workspace, year: int) -> list[dict[str, CellValue]]:
    """The registered titles of a year as nominations, the organisations in printing order, the titles in theirs."""
    places = {row["id"]: place for place, row in enumerate(in_printing_order(workspace.file))}
    made: list[dict[str, CellValue]] = []
    for title in sorted(titles_of_year(workspace.file, year), key=lambda one: places[one["organisation_id"]]):
        values: dict[str, CellValue] = {key: title[key] for key in ("subject", "subject_kind", "person_id", "award")}
        if title["subject_kind"] != "tập thể":
            values["organisation_id"] = title["organisation_id"]
        made.append(values)
    return made


def _round(scope: int | None) -> int:
    if scope is None:
        raise ValueError("nominations belong to a round")
    return scope
