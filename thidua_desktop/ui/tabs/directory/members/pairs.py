"""Pairs of rows that may be one, to be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.services.members.doubles import PeoplePair
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickModel, TickTable

_Index = QModelIndex | QPersistentModelIndex


class PairModel(TickModel):
    """The pairs with their differences; nothing is ticked at first: only the clerk knows."""

    def __init__(self, parent=None, *, ticks: bool = True) -> None:
        columns = (
            TableColumn("name", "Tên", 28),
            TableColumn("sure", "Vì sao nghi trùng", 22),
            TableColumn("differs", "Chỗ khác nhau (dòng một / dòng hai)", 60),
        )
        super().__init__(columns, parent, ticks=ticks)
        self.pairs: Sequence[PeoplePair] = ()

    def show_pairs(self, pairs: Sequence[PeoplePair]) -> None:
        """Show these; the ticks of those that were there before stay."""
        before = {(pair.first, pair.second) for pair in self.chosen}
        self.beginResetModel()
        self.pairs = tuple(pairs)
        self._ticked = {row for row, pair in enumerate(pairs) if (pair.first, pair.second) in before}
        self.endResetModel()

    @property
    def chosen(self) -> list[PeoplePair]:
        """The ticked pairs."""
        return [self.pairs[row] for row in self.ticked]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.pairs)

    def text(self, row: int, column: int) -> str:
        pair = self.pairs[row]
        return (pair.name, _why(pair), pair.told)[column]

    def state(self, row: int, column: int) -> State:
        return State.WAIT if column == 1 and self.pairs[row].same else State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return self.text(index.row(), index.column())
        return super().data(index, role)


def _why(pair: PeoplePair) -> str:
    return f"cùng tên, cùng {pair.same}" if pair.same else "cùng tên"


class PairTable(QWidget):
    """The table of pairs under a line that explains it."""

    def __init__(self, model: PairModel, explain: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = TickTable(model)
        self.table.setSelectionBehavior(TickTable.SelectionBehavior.SelectRows)
        self.table.setAccessibleName("Các cặp có thể trùng")
        self.table.horizontalHeader().setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.UNIT, 0, 0)
        column.addWidget(label(explain, "soft", wrap=True))
        column.addWidget(self.table, 1)
