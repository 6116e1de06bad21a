"""Awards of the past and those the province decided (khen thưởng đã có), typed or pasted into their register.

The functions of :mod:`.registers`; what is typed gets the award's name in law, its level, the kind of the subject and
its row of the directory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...domain.changes import Changes
from ...domain.registers.awards import LEVELS
from ...domain.registers.cells import CellValue
from ...storage.records import Row
from ..registers import fitted_rows, registers
from ..registers.registers import PasteResult, choices, count, empty_cells, move_row, page, register, remove_rows, row
from ..workspace import Workspace
from .rule_corrections import law
from .subjects import Subjects

__all__ = [
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
]

_NAMING = ("subject", "subject_kind", "organisation_id", "award")


def set_cell(workspace: Workspace, kind: str, row_id: int, key: str, text: str, *, editing: str = "") -> Changes:
    """As :func:`.registers.set_cell`; a new name finds its row of the directory."""
    fit = _Fitting(workspace).changed if key in _NAMING else None
    return registers.set_cell(workspace, kind, row_id, key, text, editing=editing, fit=fit)


def add_row(
    workspace: Workspace,
    kind: str,
    cells: Mapping[str, str],
    *,
    scope: int | None = None,
    position: int | None = None,
) -> tuple[Changes, int]:
    """As :func:`.registers.add_row`, completed."""
    return fitted_rows.add_row(workspace, kind, cells, _Fitting(workspace), scope=scope, position=position)


def paste_rows(
    workspace: Workspace,
    kind: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    scope: int | None = None,
) -> PasteResult:
    """As :func:`.registers.paste_rows`, each row completed."""
    return fitted_rows.paste_rows(workspace, kind, columns, rows, _Fitting(workspace), scope=scope)


class _Fitting:
    """What goes with the values of an award."""

    def __init__(self, workspace: Workspace) -> None:
        self._law = law(workspace)
        self._subjects = Subjects(workspace)

    def completed(self, cells: Mapping[str, str]) -> dict[str, str]:
        """The texts of a new row with kind and level, where nobody typed them."""
        award = cells.get("award", "")
        made = dict(cells)
        if not made.get("subject_kind", "").strip():
            made["subject_kind"] = self._subjects.kind(made.get("subject", ""), award)
        entry = self._law.award(award) if award.strip() else None
        if entry and not made.get("level", "").strip() and any(entry.level == choice.value for choice in LEVELS):
            made["level"] = entry.level
        return made

    def new(self, owner: Row, values: dict[str, CellValue]) -> dict[str, CellValue]:
        """The values of a new row with award and links."""
        return self._fitted(dict.fromkeys(("person_id", "organisation_id")) | values, values.get("year"))

    def changed(self, stored: Row, values: dict[str, CellValue]) -> dict[str, CellValue]:
        """The new value of a stored row's cell with what changes along with it."""
        now: dict[str, CellValue] = {key: stored[key] for key in (*_NAMING, "person_id")} | values
        if values.keys() & {"subject", "subject_kind"}:
            now["person_id"] = None
        fitted = self._fitted(now, values.get("year", stored["year"]))
        return {key: value for key, value in fitted.items() if key in values or value != stored[key]}

    def _fitted(self, now: dict[str, CellValue], year: CellValue) -> dict[str, CellValue]:
        named = now | {"award": self._subjects.award(str(now["award"]))}
        return self._subjects.linked(named, year if isinstance(year, int) else None)
