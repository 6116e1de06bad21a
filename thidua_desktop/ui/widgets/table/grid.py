"""Grids that are typed in as in Excel: every cell is stored for itself, a pasted or emptied block is one act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, Qt

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError

from .cells import SoftRole
from .models import Index, TableColumn
from .typed import TypedModel


class Typed(Protocol):
    """What was typed in one cell, as a service takes it."""

    @property
    def text(self) -> str: ...


Entry = TypeVar("Entry", bound=Typed)


class GridModel(TypedModel):
    """A subclass gives ``rows``, ``stored_text`` and, where it is typed in, ``is_editable`` and ``put_block``."""

    rows: Sequence[Any] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def column(self, number: int) -> TableColumn:
        """The column of that number, as the editors ask for it."""
        return self.columns[number]

    # What is shown

    def stored_text(self, row: int, column: int) -> str:
        """What the cell shows of what is stored."""
        raise NotImplementedError

    def edit_text(self, row: int, column: int) -> str:
        """What an editor of the cell begins with."""
        return self.stored_text(row, column)

    def is_soft(self, row: int, column: int) -> bool:
        """Whether what the cell shows was not entered for itself."""
        return self.columns[column].soft

    def tip(self, row: int, column: int) -> str | None:
        """What is told of a cell whose text is stored."""
        return None

    def text(self, row: int, column: int) -> str:
        typed = self.typed(row, column)
        return self.stored_text(row, column) if typed is None else typed

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self.state(row, column).sign} {self.text(row, column)}".strip().replace("\n", " / ")
        if role == Qt.ItemDataRole.EditRole:
            typed = self.typed(row, column)
            return self.edit_text(row, column) if typed is None else typed
        if role == Qt.ItemDataRole.ToolTipRole:
            error = self.error(row, column)
            return str(error) if error else self.tip(row, column)
        if role == SoftRole:
            return self.is_soft(row, column)
        return super().data(index, role)

    def is_editable(self, row: int, column: int) -> bool:
        """Whether the cell is typed in."""
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_editable(index.row(), index.column()) else flags

    # Acts

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column, text = index.row(), index.column(), str(value)
        if role != Qt.ItemDataRole.EditRole or not self.is_editable(row, column):
            return False
        if text == self.data(index, role):
            return True
        if text == self.edit_text(row, column):  # a text that did not fit was typed back to what is stored
            self._bad.pop((self.row_key(row), self.columns[column].key), None)
            self.done(Changes())
        else:
            self.put_block([(row, column, text)])
        return True

    def paste_cells(self, row: int, column: int, grid: Sequence[Sequence[str]]) -> None:
        """Write a block from that cell on (Ctrl+V); what sticks out is dropped."""
        cells = [
            (row + down, column + right, text) for down, line in enumerate(grid) for right, text in enumerate(line)
        ]
        self.put_block([cell for cell in cells if self.index(*cell[:2]).isValid()])

    def clear_cells(self, cells: Sequence[QModelIndex]) -> None:
        """Empty the cells (Del)."""
        self.put_block([(cell.row(), cell.column(), "") for cell in cells])

    def put_block(self, cells: Sequence[tuple[int, int, str]]) -> None:
        """Store what was typed in these cells (row, column, text), as one act."""
        raise NotImplementedError

    def store_entries(
        self,
        entries: Mapping[Entry, tuple[int, int]],
        act: Callable[[list[Entry]], tuple[Changes, Mapping[Entry, KnownError]]],
    ) -> Changes:
        """Store what was typed in cells (row, column) by one act; what does not fit stays in its cell, with why."""
        if not entries:
            return Changes()
        try:
            changes, refused = act(list(entries))
        except KnownError as error:
            self.refused.emit(*next(iter(entries.values())), error)
            return Changes()
        for entry, (row, column) in entries.items():
            self._bad.pop((self.row_key(row), self.columns[column].key), None)
            if entry in refused:
                self.refuse(row, column, entry.text, refused[entry])
        self.done(changes)
        return changes
