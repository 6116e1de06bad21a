"""A table with a sum row under it that stays in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes

from .cells import CellDelegate
from .frozen import FrozenView
from .models import RowsModel
from .view import DataTable


class SumModel(RowsModel):
    """One row in bold."""

    def data(self, index, role: int = Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(bold=True)
        return super().data(index, role)


class _Foot(FrozenView):
    """The row of sums; its first columns stay as those of the table above it."""

    def __init__(self, table: DataTable) -> None:
        super().__init__(table.frozen)
        self._table = table

    def widest_strip(self) -> int:
        return self._table.widest_strip()

    def updateGeometries(self) -> None:
        """It is scrolled as far as the table above, whose scroll bar may take some of the width."""
        super().updateGeometries()
        bar = self._table.horizontalScrollBar()
        self.horizontalScrollBar().setRange(bar.minimum(), bar.maximum())
        self.horizontalScrollBar().setValue(bar.value())


class FootedTable(QWidget):
    """``table`` with one row of sums below it, its columns under the table's own."""

    def __init__(self, table: DataTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._sums = SumModel(table.model().columns, [[""] * len(table.model().columns)])
        self._foot = _Foot(table)
        self._dress_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(table, 1)
        column.addWidget(self._foot)
        table.horizontalHeader().sectionResized.connect(self._on_resized)
        table.horizontalHeader().geometriesChanged.connect(self._follow_all)
        table.horizontalScrollBar().rangeChanged.connect(self._foot.updateGeometries)
        table.horizontalScrollBar().valueChanged.connect(self._foot.horizontalScrollBar().setValue)
        self._follow_all()

    def _dress_foot(self) -> None:
        foot = self._foot
        theme.set_part(foot, "sum")
        foot.setModel(self._sums)
        foot.setItemDelegate(CellDelegate(foot))
        foot.setShowGrid(False)
        foot.setFixedHeight(sizes.SUM_ROW)
        foot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        foot.horizontalHeader().setVisible(False)
        foot.verticalHeader().setVisible(False)
        foot.verticalHeader().setDefaultSectionSize(sizes.SUM_ROW - 1)
        foot.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        foot.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_sums(self, texts: Sequence[str]) -> None:
        """The texts under each column, "" where nothing is summed."""
        self._sums.set_rows([list(texts)])

    def sums(self) -> list[str]:
        """The texts under each column."""
        return [self._sums.text(0, number) for number in range(len(self._sums.columns))]

    def _on_resized(self, section: int, old: int, new: int) -> None:
        self._foot.setColumnWidth(section, new)

    def _follow_all(self) -> None:
        if self.table.model() is None:  # it died before its view, at the program's end
            return
        for number in range(len(self.table.model().columns)):
            self._foot.setColumnWidth(number, self.table.columnWidth(number))
