"""The households of a thôn that register “Gia đình văn hóa”, with the functions of :mod:`~..registers.registers`.

They are titles of its registration like others; here they stand alone, and what is typed or pasted is a household's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...domain.changes import Changes
from ...domain.registers.cells import CellValue
from ...domain.registers.parts import Register
from ...domain.registers.registered import HOUSEHOLDS
from ...storage import records
from ...storage.records import Row as StoredRow
from ..registers import fitted_rows, registers
from ..registers.registers import PasteResult, Row, choices, empty_cells, remove_rows, set_cell
from ..workspace import Workspace

__all__ = [
    "AWARD",
    "HOUSEHOLD",
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

AWARD, HOUSEHOLD = "Gia đình văn hóa", "hộ gia đình"
_OURS: dict[str, str] = {"subject_kind": HOUSEHOLD, "award": AWARD}


def count(workspace: Workspace, kind: str, *, scope: int | None = None, search: str = "") -> int:
    """As :func:`.registers.count`, of households."""
    return records.count(workspace.file, kind, where={"registration_id": scope, **_OURS}, search=search)


def page(
    workspace: Workspace,
    kind: str,
    *,
    scope: int | None = None,
    search: str = "",
    order: str = "",
    descending: bool = False,
    limit: int = 200,
    offset: int = 0,
) -> list[Row]:
    """As :func:`.registers.page`, of households."""
    every = registers.page(
        workspace, kind, scope=scope, search=search, order=order, descending=descending, limit=-1, offset=0
    )
    keys = registers.register(kind).keys
    places = {key: keys.index(key) for key in _OURS}
    shown = [keys.index(key) for key in HOUSEHOLDS.keys]
    ours = [
        Row(one.id, tuple(one.cells[place] for place in shown))
        for one in every
        if all(one.cells[places[key]] == value for key, value in _OURS.items())
    ]
    return ours[offset : None if limit < 0 else offset + limit]


def row(workspace: Workspace, kind: str, row_id: int) -> Row | None:
    """As :func:`.registers.row`."""
    found = registers.row(workspace, kind, row_id)
    keys = registers.register(kind).keys
    return found and Row(row_id, tuple(found.cells[keys.index(key)] for key in HOUSEHOLDS.keys))


def register(kind: str) -> Register:
    """The definition of what is shown here."""
    return HOUSEHOLDS


def add_row(
    workspace: Workspace,
    kind: str,
    cells: Mapping[str, str],
    *,
    scope: int | None = None,
    position: int | None = None,
) -> tuple[Changes, int]:
    """As :func:`.registers.add_row`; the row is a household's."""
    return fitted_rows.add_row(workspace, kind, cells, _Household(), scope=scope, position=position)


def paste_rows(
    workspace: Workspace,
    kind: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    scope: int | None = None,
) -> PasteResult:
    """As :func:`.registers.paste_rows`; every row is a household's."""
    return fitted_rows.paste_rows(workspace, kind, columns, rows, _Household(), scope=scope)


def move_row(workspace: Workspace, kind: str, row_id: int, position: int) -> Changes:
    """Puts a household where the one now at ``position`` among households stands."""
    scope = records.get(workspace.file, kind, row_id)["registration_id"]
    ours = records.page(workspace.file, kind, where={"registration_id": scope, **_OURS})
    there = ours[min(max(position, 0), len(ours) - 1)]
    return registers.move_row(workspace, kind, row_id, int(there["position"] or 0))


class _Household:
    """Completes a row with what makes it a household's."""

    def completed(self, cells: Mapping[str, str]) -> dict[str, str]:
        return {**cells, **_OURS}

    def new(self, owner: StoredRow, values: dict[str, CellValue]) -> dict[str, CellValue]:
        return values
