"""The first columns of a wide table stay in view while the others are scrolled under them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from thidua_desktop.ui import theme

from .frozen_head import FrozenHead


class FrozenView(QTableView):
    """A table whose columns up to the one with the key ``frozen`` are painted over the scrolled ones, in a strip at the
    left edge; "" for none.

    There is one view and one selection: what lies under a point and where a cell lies follow the strip, so clicks,
    editors, hints and the keyboard work in it as anywhere. A strip wider than half of the table is squeezed to that
    half while the table is scrolled.
    """

    def __init__(self, frozen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frozen = frozen
        self._plain = False  # the places without the strip are asked for
        self._anchor = QPersistentModelIndex()
        self._head = FrozenHead(self) if frozen else None

    # The strip

    def frozen_columns(self) -> list[int]:
        """The columns that stay, from left to right."""
        head = self.horizontalHeader()
        keys = [column.key for column in self.model().columns]
        last = head.visualIndex(keys.index(self.frozen)) if self.frozen in keys else -1
        there = (head.logicalIndex(place) for place in range(last + 1))
        return [column for column in there if not head.isSectionHidden(column)]

    def widest_strip(self) -> int:
        """How wide the strip may be, in pixels, while the table is scrolled."""
        return self.viewport().width() // 2

    def strip(self) -> list[tuple[int, int, int]]:
        """The columns painted over the others, each with its left edge and width; none while nothing is scrolled."""
        scrolled = self.horizontalScrollBar().value()
        if not self.frozen or not scrolled or self.model() is None:
            return []
        columns = self.frozen_columns()
        whole = sum(self.columnWidth(column) for column in columns)
        width = max(min(whole, self.widest_strip()), whole - scrolled)
        placed, left = [], 0
        for column in columns:
            if left >= width:
                break
            last = column == columns[-1]
            room = width - left if last else min(self.columnWidth(column), width - left)
            placed.append((column, left, room))
            left += room
        return placed

    def strip_width(self) -> int:
        """How much of the table's left is under the strip, in pixels."""
        strip = self.strip()
        return strip[-1][1] + strip[-1][2] if strip else 0

    # Where a cell is

    def indexAt(self, point: QPoint) -> QModelIndex:
        if not self._plain and point.x() >= 0:
            for column, left, width in self.strip():
                if left <= point.x() < left + width:
                    row = self.rowAt(point.y())
                    return self.model().index(row, column) if row >= 0 else QModelIndex()
        return super().indexAt(point)

    def visualRect(self, index: QModelIndex) -> QRect:
        rect = super().visualRect(index)
        if not self._plain and index.isValid():
            for column, left, width in self.strip():
                if column == index.column():
                    return QRect(left, rect.top(), width, rect.height())
        return rect

    def scrollTo(
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view beside the strip; one of the strip is in view already."""
        bar = self.horizontalScrollBar()
        scrolled = bar.value()
        super().scrollTo(index, hint)
        if not self.frozen or not index.isValid():
            return
        columns = self.frozen_columns()
        if index.column() in columns:
            bar.setValue(scrolled)
            return
        whole = sum(self.columnWidth(column) for column in columns)
        hidden = min(whole, self.widest_strip()) - self.columnViewportPosition(index.column())
        if hidden > 0 and bar.value():
            bar.setValue(bar.value() - hidden)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """A block goes from where it was begun, which may be under the strip now, to the cell at the rect's end."""
        grows = bool(command & QItemSelectionModel.SelectionFlag.Current)
        if self.frozen and not grows:
            self._anchor = QPersistentModelIndex(self.indexAt(rect.topLeft()))
        if not self.strip():
            super().setSelection(rect, command)
            return
        start = QModelIndex(self._anchor) if grows and self._anchor.isValid() else self.indexAt(rect.topLeft())
        end = self.indexAt(rect.bottomRight())
        self._plain = True
        if start.isValid() and end.isValid():
            rect = QRect(super().visualRect(start).center(), super().visualRect(end).center())
        super().setSelection(rect, command)
        self._plain = False
        self.viewport().update()

    # What is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        strip = self.strip()
        if strip and event.rect().left() <= self.strip_width():
            self._paint_strip(event.rect(), strip)

    def _paint_strip(self, dirty: QRect, strip: list[tuple[int, int, int]]) -> None:
        painter = QPainter(self.viewport())
        width = self.strip_width()
        height = self.viewport().height()
        painter.fillRect(0, 0, width, height, theme.colour("surface"))
        for row in self._rows(dirty):
            for column, left, room in strip:
                rect = QRect(left, self.rowViewportPosition(row), room, self.rowHeight(row))
                self._paint_cell(painter, self.model().index(row, column), rect)
        painter.setPen(theme.colour("line_strong"))
        painter.drawLine(width - 1, 0, width - 1, height)
        painter.end()

    def _rows(self, dirty: QRect) -> Iterator[int]:
        first, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        if first >= 0:
            yield from range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1)

    def _paint_cell(self, painter: QPainter, index: QModelIndex, rect: QRect) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = rect
        flag = QStyle.StateFlag
        if self.selectionModel().isSelected(index):
            option.state |= flag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            option.state |= flag.State_HasFocus
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            option.state &= ~flag.State_Enabled
            option.palette.setCurrentColorGroup(QPalette.ColorGroup.Disabled)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewRow, option, painter, self)
        self.itemDelegateForIndex(index).paint(painter, option, index)

    def visualRegionForSelection(self, selection) -> QRegion:
        """What a change of the selection paints anew: the cells' places without the strip, and the strip."""
        return super().visualRegionForSelection(selection) + QRect(0, 0, self.strip_width(), self.viewport().height())

    # What follows

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.frozen and dx:
            self.updateEditorGeometries()
            self._cut_editor()
            self.viewport().update()
            self._head.follow()

    def _cut_editor(self) -> None:
        """An open cell that is scrolled under the strip is not seen above it."""
        editor = self.indexWidget(self.currentIndex())
        if editor is None:
            return
        hidden = self.strip_width() - editor.x()
        if self.currentIndex().column() in self.frozen_columns() or hidden <= 0:
            editor.clearMask()
        else:
            editor.setMask(QRegion(hidden, 0, editor.width(), editor.height()))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._head is not None:
            self._head.follow()
