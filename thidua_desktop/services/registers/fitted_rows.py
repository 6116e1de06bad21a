"""New rows of a register whose cells are completed on their way in: what nobody typed is filled, links are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ...domain.changes import Changes
from ...domain.registers.cells import CellValue
from ...storage.records import Row
from ..workspace import Workspace
from . import registers
from .registers import PasteResult


class Fitting(Protocol):
    """How the rows of one register are completed."""

    def completed(self, cells: Mapping[str, str]) -> dict[str, str]:
        """The texts of a new row with what nobody typed, by column."""
        ...

    def new(self, owner: Row, values: dict[str, CellValue]) -> dict[str, CellValue]:
        """The values of a new row with what goes with them; raises :class:`BadInput` for a row that does not fit."""
        ...


def add_row(
    workspace: Workspace,
    kind: str,
    cells: Mapping[str, str],
    fitting: Fitting,
    *,
    scope: int | None,
    position: int | None,
) -> tuple[Changes, int]:
    """As :func:`.registers.add_row`, completed."""
    completed = fitting.completed(cells)
    return registers.add_row(workspace, kind, completed, scope=scope, position=position, fit=fitting.new)


def paste_rows(
    workspace: Workspace,
    kind: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    fitting: Fitting,
    *,
    scope: int | None,
) -> PasteResult:
    """As :func:`.registers.paste_rows`, each row completed; one that does not fit is left out and named."""
    completed = [fitting.completed(dict(zip(columns, cells, strict=True))) for cells in rows]
    wide = list(dict.fromkeys((*columns, *(key for cells in completed for key in cells))))
    texts = [[cells.get(key, "") for key in wide] for cells in completed]
    return registers.paste_rows(workspace, kind, wide, texts, scope=scope, fit=fitting.new)
