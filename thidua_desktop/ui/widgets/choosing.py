"""A dialog to tick what is to be taken over from a register, with a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.table import TableColumn, TableModel
from thidua_desktop.ui.widgets.tick_table import TickTable


@dataclass(frozen=True, slots=True)
class Choosable:
    """A row to tick: its texts by column, how each stands, and other words a search finds it by.

    ``is_there`` tells that it is taken over already: it cannot be ticked.
    """

    id: int
    cells: tuple[str, ...]
    states: tuple[State, ...]
    is_there: bool = False
    also: str = ""


class ChoosingModel(TableModel):
    """Rows with ticks in their first column; what is ticked stays so while others are searched for."""

    def __init__(self, columns: Sequence[TableColumn], rows: Sequence[Choosable], parent=None) -> None:
        super().__init__(columns, parent)
        self._all = list(rows)
        self._shown = list(rows)
        self.ticked: set[int] = set()

    def rowCount(self, parent=None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def text(self, row: int, column: int) -> str:
        return self._shown[row].cells[column]

    def state(self, row: int, column: int) -> State:
        return self._shown[row].states[column]

    def show_rows(self, rows: Sequence[Choosable]) -> None:
        """Show other rows, none of them ticked."""
        self.beginResetModel()
        self._all, self._shown, self.ticked = list(rows), list(rows), set()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show only the rows with these words."""
        words = fold(text).split()
        self.beginResetModel()
        self._shown = [one for one in self._all if all(word in _searched(one) for word in words)]
        self.endResetModel()

    def data(self, index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return self.text(index.row(), index.column()) or None
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            sign = self.state(index.row(), index.column()).sign
            return f"{sign} {self.text(index.row(), index.column())}".strip()
        return super().data(index, role)

    def flags(self, index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable
        if not self._shown[index.row()].is_there:
            flags |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick these rows, or take their ticks away; those that are there already stay as they are."""
        ids = {self._shown[row].id for row in rows if not self._shown[row].is_there}
        self.ticked = self.ticked | ids if ticked else self.ticked - ids
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))

    def is_ticked(self, row: int) -> bool:
        """Whether the row is ticked, or there already."""
        return self._shown[row].is_there or self._shown[row].id in self.ticked


def _searched(one: Choosable) -> str:
    return fold(" ".join((*one.cells, one.also)))


class ChoosingDialog(QDialog):
    """Accepting means: ``model.ticked`` are to be taken over. ``one`` names one of them on the button.

    ``below`` asks for more under the table.
    """

    def __init__(
        self,
        title: str,
        hint: str,
        columns: Sequence[TableColumn],
        rows: Sequence[Choosable],
        one: str,
        *,
        below: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._one = one
        self.model = ChoosingModel(columns, rows, self)
        self.table = TickTable(self.model, stretch=columns[0].key)
        self.table.setAccessibleName(title)
        self.search = SearchField(f"Tìm {one}")
        self.search.searched.connect(self.model.search)
        self.search.went_down.connect(self.table.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(hint, "soft", wrap=True))
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        if below is not None:
            column.addWidget(below)
        box = AgreeBox(self, "Thêm")
        self.add_button = box.agree
        column.addWidget(box)
        self.resize(sizes.PAGE_WIDTH, sizes.READING_WIDTH)
        self.model.dataChanged.connect(self._show_count)
        self._show_count()
        QTimer.singleShot(0, self, self._put_keyboard)

    def _put_keyboard(self) -> None:
        self.search.take_keyboard()

    def _show_count(self, *_: object) -> None:
        count = len(self.model.ticked)
        self.add_button.setText(f"Thêm {count} {self._one}" if count else "Thêm")
        self.add_button.setEnabled(bool(count))
