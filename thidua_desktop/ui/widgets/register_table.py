"""The table of a register: the common table with rows that can be removed, moved and pasted as records."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate
from thidua_desktop.ui.widgets.register_model import RegisterModel
from thidua_desktop.ui.widgets.table import DataTable

_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class RegisterTable(DataTable):
    """As :class:`DataTable`; besides, Del on whole rows and Ctrl+Del anywhere remove, Alt+Up and Alt+Down or dragging
    the row's number move where rows can be arranged, a pasted block of several cells is offered as new records, and a
    click on a heading sorts up, down, and then by the register's own order again.
    """

    remove_wanted = Signal()
    paste_wanted = Signal(list)
    """The grid of texts on the clipboard."""

    def __init__(
        self,
        model: RegisterModel,
        *,
        widths: dict[str, int] | None = None,
        remember: Callable[[dict[str, int]], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        naming = model.register.title_key
        super().__init__(model, widths=widths, remember=remember, frozen=naming, parent=parent)
        self.setItemDelegate(RegisterDelegate(self))
        numbers = self.verticalHeader()
        numbers.setVisible(True)
        numbers.setSectionsClickable(True)
        numbers.setHighlightSections(False)
        numbers.setFixedWidth(sizes.NUMBER_WIDTH)
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        numbers.setSectionsMovable(bool(model.register.arranged_by))
        numbers.sectionMoved.connect(self._on_row_dragged)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setStretchLastSection(True)
        head.sectionClicked.connect(self._on_heading)
        self._show_order()

    def _show_order(self) -> None:
        rows = self.model().rows
        keys = rows.register.keys
        number = keys.index(rows.order) if rows.order in keys else -1
        order = Qt.SortOrder.DescendingOrder if rows.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(number, order)

    def _on_heading(self, section: int) -> None:
        model = self.model()
        column = model.column(section)
        self.setCurrentIndex(self.currentIndex())  # a heading sorts; it does not choose a whole column to be emptied
        if column is None or column.type in ("values", "list", "part"):
            self._show_order()
            return
        first_time = model.rows.order != column.key
        if first_time or not model.rows.descending:
            order = Qt.SortOrder.AscendingOrder if first_time else Qt.SortOrder.DescendingOrder
            model.sort(section, order)
        else:
            model.sort(-1)
        self._show_order()

    def _on_row_dragged(self, logical: int, old: int, new: int) -> None:
        numbers = self.verticalHeader()
        numbers.blockSignals(True)
        numbers.moveSection(new, old)
        numbers.blockSignals(False)
        self.model().move(old, min(new, self.model().rows.count - 1))

    def chosen_rows(self) -> list[int]:
        """The records with a selected cell, without the empty row."""
        return [row for row in self.selected_rows() if row < self.model().rows.count]

    def _whole_rows(self) -> bool:
        rows = self.chosen_rows()
        shown = sum(not self.isColumnHidden(number) for number in range(len(self.model().columns)))
        return bool(rows) and len(self.selectedIndexes()) >= len(rows) * shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if self.state() == self.State.EditingState and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # the field hands Enter on after its own use of it; the edit ends by itself and goes down once
        if key == Qt.Key.Key_Delete and (held & _CTRL or self._whole_rows()):
            self.remove_wanted.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held & _ALT:
            self.move_current(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _move_down(self, by: int) -> None:
        """Into the empty row it goes to the first column: the next record is begun there."""
        super()._move_down(by)
        head = self.horizontalHeader()
        if by > 0 and self.current_row() == self.model().rows.count:
            shown = (head.logicalIndex(place) for place in range(head.count()))
            self.go_to(self.current_row(), next(one for one in shown if not head.isSectionHidden(one)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the row, with its keys; also by the menu key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.model().register.arranged_by:
            menu.addAction("Chuyển lên\tAlt+↑", partial(self.move_current, -1))
            menu.addAction("Chuyển xuống\tAlt+↓", partial(self.move_current, 1))
            menu.addSeparator()
        menu.addAction("Chép các ô\tCtrl+C", self.copy)
        menu.addAction("Dán\tCtrl+V", self.paste)
        menu.addAction("Xóa dòng\tCtrl+Delete", self.remove_wanted.emit)
        menu.popup(event.globalPos())

    def move_current(self, by: int) -> None:
        """Put the row the keyboard is in that many places down, up when it is negative, where rows can be arranged."""
        row = self.current_row()
        self.model().move(row, row + by)

    def paste(self) -> None:
        """One cell goes into the current one; a block is offered as new records."""
        grid = self.clipboard_grid()
        if grid and len(grid) == 1 and len(grid[0]) == 1 and self.currentIndex().isValid():
            self.model().setData(self.currentIndex(), grid[0][0])
        elif grid:
            self.paste_wanted.emit(grid)
