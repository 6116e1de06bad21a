"""The headings over the columns that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

if TYPE_CHECKING:
    from .frozen import FrozenView


class FrozenHead(QHeaderView):
    """Lies over the table's own headings while there is a strip; dragging, sorting and choosing go to the table."""

    def __init__(self, table: FrozenView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._following = False
        self.setHighlightSections(False)
        self.hide()
        self.sectionResized.connect(self._on_resized)
        self.sectionPressed.connect(self._on_pressed)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionHandleDoubleClicked.connect(table.resizeColumnToContents)

    def follow(self) -> None:
        """Stand over the strip, with its columns and the table's sorting; hide when there is none."""
        if self._following:
            return
        strip, head = self._table.strip(), self._table.horizontalHeader()
        if not strip or not head.isVisible():
            self.hide()
            return
        self._following = True
        if self.model() is not self._table.model():
            self.setModel(self._table.model())
        self._take_looks(head)
        rooms = {column: room for column, _, room in strip}
        for column in range(self.count()):
            self.setSectionHidden(column, column not in rooms)
        for place, (column, room) in enumerate(rooms.items()):
            self.moveSection(self.visualIndex(column), place)
            self.resizeSection(column, room)
        self.setGeometry(head.x(), head.y(), sum(rooms.values()), head.height())
        self._following = False
        self.show()
        self.raise_()

    def _take_looks(self, head: QHeaderView) -> None:
        self.setDefaultAlignment(head.defaultAlignment())
        self.setMinimumSectionSize(min(head.minimumSectionSize(), self._table.widest_strip()))
        self.setSectionsClickable(head.sectionsClickable())
        self.setSortIndicatorShown(head.isSortIndicatorShown())
        self.setSortIndicator(head.sortIndicatorSection(), head.sortIndicatorOrder())

    def _on_resized(self, section: int, old: int, new: int) -> None:
        if not self._following and old and new:
            self._table.setColumnWidth(section, new)
            self.follow()

    def _on_pressed(self, section: int) -> None:
        self._table.selectColumn(section)

    def _on_clicked(self, section: int) -> None:
        self._table.horizontalHeader().sectionClicked.emit(section)
        self.follow()
