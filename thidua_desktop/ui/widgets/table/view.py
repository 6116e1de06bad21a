"""The table view: rows of one height, no grid lines, headings that stay, the keyboard as in Excel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QMetaMethod, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.ui.theme import sizes

from .cells import CellDelegate
from .clip import from_tsv, to_tsv
from .columns import ColumnsView, Widths
from .models import TableModel

_CTRL = Qt.KeyboardModifier.ControlModifier


class DataTable(ColumnsView):
    """A table over a :class:`TableModel`.

    ``remember(widths)`` is called with {column key: width in pixels} after the clerk moved a column's edge, and
    ``widths`` are such widths from an earlier day; the caller keeps them. The columns up to the one whose key is
    ``frozen`` stay in view when the others are scrolled. Arrows move, Enter goes down, Tab right and
    at the end out, Ctrl+Tab out at once, F2 or typing edits, Esc leaves the cell as it was and lets a text go that
    is not stored, Del empties, Ctrl+C and Ctrl+V exchange blocks with Excel.
    """

    row_opened = Signal(int)
    """Enter or double click on a row that cannot be edited: the row's number."""

    rows_changed = Signal()
    """Another row is the current one, or the selection is another."""

    paste_refused = Signal(object)
    """What is on the clipboard cannot be pasted: the KnownError that says why."""

    def __init__(
        self,
        model: TableModel | None = None,
        *,
        widths: Widths | None = None,
        remember: Callable[[dict[str, int]], None] | None = None,
        stretch: str = "",
        frozen: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frozen, widths=widths, remember=remember, stretch=stretch, parent=parent)
        self._dress()
        if model is not None:
            self.setModel(model)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(sizes.ROW)
        head = self.horizontalHeader()
        head.setFixedHeight(sizes.HEADER_ROW)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._on_double_click)

    def setModel(self, model: TableModel) -> None:
        super().setModel(model)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.selectionModel().currentRowChanged.connect(self._on_selection)

    # -- rows ------------------------------------------------------------------------------------------------------

    def current_row(self) -> int:
        """The row the keyboard is in, -1 for none."""
        return self.currentIndex().row()

    def selected_rows(self) -> list[int]:
        """Numbers of the rows in which a cell is selected, in order."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def go_to(self, row: int, column: int = 0, *, edit: bool = False) -> None:
        """Make a cell the current one, in view, and open it when asked."""
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        if edit:
            self.edit(index)

    def store_open_cell(self) -> None:
        """Store what is typed in the cell that is being edited; it stays open."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)

    def _on_selection(self, *_: object) -> None:
        self.rows_changed.emit()

    def _on_double_click(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.row_opened.emit(index.row())

    # -- keyboard --------------------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from cell to cell, after the last one out of the table: nobody is caught in it."""
        index, model = self.currentIndex(), self.model()
        edge = (model.rowCount() - 1, model.columnCount() - 1) if forward else (0, 0)
        if index.isValid() and (index.row(), index.column()) != edge:
            return super().focusNextPrevChild(forward)
        return self._leave(forward)

    def _leave(self, forward: bool) -> bool:
        self.setTabKeyNavigation(False)
        left = super().focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)
        return left

    def keyPressEvent(self, event: QKeyEvent) -> None:
        standard = QKeySequence.StandardKey
        if event.matches(standard.Copy):
            self.copy()
        elif event.matches(standard.Paste):
            self.paste()
        elif event.matches(standard.Cut):
            self.copy()
            self.clear_cells()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_cells()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        elif event.key() == Qt.Key.Key_Escape and self._let_go():
            event.accept()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and event.modifiers() & _CTRL:
            self._leave(event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and self.model().let_go(index.row(), index.column())

    def _enter(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the line field lets its Enter through; closeEditor moves on when the text is stored
        index = self.currentIndex()
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            if self.isSignalConnected(QMetaMethod.fromSignal(self.row_opened)):
                self.row_opened.emit(index.row())
            else:
                event.ignore()  # Enter in a table that is only read is the main button's of its dialog
            return
        self._move_down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

    def _move_down(self, by: int) -> None:
        index = self.currentIndex()
        row = index.row() + by
        while 0 <= row < self.model().rowCount() and self.model().is_heading(row):
            row += by
        if 0 <= row < self.model().rowCount():
            self.go_to(row, index.column())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter in a cell the one below is current; after Esc or a click elsewhere nothing moves.

        Qt gives the hint of Enter also when another cell became the current one meanwhile: that one stays.
        """
        entered = self.indexWidget(self.currentIndex()) is editor
        super().closeEditor(editor, hint)
        if entered and hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._move_down(1)

    def copy(self) -> None:
        """Put the selected block on the clipboard, for Excel or Word."""
        indexes = self.selectedIndexes()
        if not indexes:
            return
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes}, key=self.horizontalHeader().visualIndex)
        chosen = {(index.row(), index.column()) for index in indexes}
        model = self.model()
        grid = [[model.text(row, column) if (row, column) in chosen else "" for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(to_tsv(grid))

    def paste(self) -> None:
        """Write the clipboard's block from the upper left selected cell on."""
        grid = self.clipboard_grid()
        if not grid:
            return
        indexes = self.selectedIndexes() or [self.currentIndex()]
        row = min(index.row() for index in indexes)
        column = min(index.column() for index in indexes)
        try:
            self.model().paste_cells(max(row, 0), max(column, 0), grid)
        except KnownError as error:  # what found no place; the rest is in
            self.paste_refused.emit(error)

    def clipboard_grid(self) -> list[list[str]] | None:
        """The block on the clipboard, empty for none; None for one that cannot be pasted, which is told."""
        try:
            return from_tsv(QGuiApplication.clipboard().text())
        except KnownError as error:
            self.paste_refused.emit(error)
            return None

    def clear_cells(self) -> None:
        """Empty the selected cells that can be edited."""
        if cells := self.selectedIndexes():
            self.model().clear_cells(cells)
