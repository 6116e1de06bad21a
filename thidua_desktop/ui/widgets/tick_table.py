"""A table whose rows are ticked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.table import DataTable, TableColumn, TableModel

_Index = QModelIndex | QPersistentModelIndex


class TickModel(TableModel):
    """Rows with a tick in their first column; ``ticks`` is whether they have one."""

    def __init__(self, columns: Sequence[TableColumn], parent=None, *, ticks: bool = True) -> None:
        super().__init__(columns, parent)
        self.ticks = ticks
        self._ticked: set[int] = set()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if self.ticks and index.isValid() and index.column() == 0 and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if index.row() in self._ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.ticks and index.column() == 0 else flags

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not self.ticks or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick these rows, or take their ticks away."""
        if not self.ticks or not rows:
            return
        self._ticked = self._ticked | set(rows) if ticked else self._ticked - set(rows)
        self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))

    def is_ticked(self, row: int) -> bool:
        """Whether the row is ticked."""
        return row in self._ticked

    @property
    def ticked(self) -> list[int]:
        """The ticked rows from above."""
        return sorted(self._ticked)


class TickTable(DataTable):
    """Space ticks the selected rows, whatever column the keyboard is in. Its model has ``tick(rows, ticked)`` and
    ``is_ticked(row)``.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that the keyboard comes to, the first that can be ticked, is selected, so that Space ticks it."""
        super().focusInEvent(event)
        if not self.selected_rows():
            here = self.currentIndex()
            first = (row for row in range(self.model().rowCount()) if self._can_tick(row))
            row = here.row() if here.isValid() else next(first, None)
            if row is not None:
                self.go_to(row, max(here.column(), 0))

    def _can_tick(self, row: int) -> bool:
        return bool(self.model().flags(self.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.state() != self.State.EditingState:
            rows = self.selected_rows()
            self.model().tick(rows, not all(self.model().is_ticked(row) for row in rows))
        else:
            super().keyPressEvent(event)


class TickAll(QWidget):
    """“Chọn tất cả” and “Bỏ chọn tất cả”; ``wanted(ticked)`` tells which."""

    wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        for words, ticked in (("Chọn tất cả", True), ("Bỏ chọn tất cả", False)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._on_click, ticked))
            row.addWidget(button)

    def _on_click(self, ticked: bool, _checked: bool = False) -> None:
        self.wanted.emit(ticked)
