"""A result sheet to type in: the table, and what could not be stored said above it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.registration.result_sheets import ResultRow
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.result_model import ResultModel
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.refused import RefusedMessage
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate
from thidua_desktop.ui.widgets.table import DataTable

CHOSEN_AFTER = 120  # milliseconds on a cell before the panel reads about it
_CTRL = Qt.KeyboardModifier.ControlModifier


class ResultTable(DataTable):
    """As :class:`DataTable`; Ctrl+Del, or Del on whole rows, asks for the rows to be removed when ``removable``."""

    remove_wanted = Signal()

    def __init__(self, model: ResultModel, *, removable: bool = False, **kept) -> None:
        super().__init__(model, frozen=model.lead[0].key, **kept)
        self._removable = removable
        self.setItemDelegate(RegisterDelegate(self))
        self.rows_as_needed()

    def _whole_rows(self) -> bool:
        rows = self.selected_rows()
        return bool(rows) and len(self.selectedIndexes()) >= len(rows) * len(self.model().columns)

    def _enter(self, event: QKeyEvent) -> None:
        """In a row that is typed in Enter goes down from a cell that is only read too."""
        row, closed = self.current_row(), self.state() != QAbstractItemView.State.EditingState
        cells = [self.model().index(row, column).flags() for column in range(len(self.model().columns))]
        if closed and row >= 0 and any(flags & Qt.ItemFlag.ItemIsEditable for flags in cells):
            self._move_down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super()._enter(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deletes = event.key() == Qt.Key.Key_Delete and (event.modifiers() & _CTRL or self._whole_rows())
        if self._removable and deletes:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the row, with its keys; also by the menu key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Chép các ô\tCtrl+C", self.copy)
        menu.addAction("Dán\tCtrl+V", self.paste)
        if self._removable:
            menu.addAction("Xóa dòng\tCtrl+Delete", self.remove_wanted.emit)
        menu.popup(event.globalPos())


class ResultView(QWidget):
    """The table of a result sheet. ``chosen`` tells that another cell is the current one, a moment after."""

    chosen = Signal()

    def __init__(
        self,
        context: TabContext,
        model: ResultModel,
        name: str,
        *,
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.model = model
        model.setParent(self)
        self._name = f"results/{name}"
        widths = context.remembered.widths(self._name)
        self.table = ResultTable(model, removable=removable, widths=widths, remember=self._keep_widths)
        self.message = RefusedMessage(self.table)
        self._later = QTimer(self, singleShot=True, interval=CHOSEN_AFTER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        self._later.timeout.connect(self.chosen)
        self.table.rows_changed.connect(self._later.start)
        self.table.selectionModel().currentColumnChanged.connect(self._on_column)
        model.acted.connect(self._on_acted)
        self.table.paste_refused.connect(context.ask.error)
        model.modelReset.connect(self._look_again)
        model.layoutChanged.connect(self._look_again)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is read about a row any more."""
        self._later.stop()
        super().hideEvent(event)

    def current(self) -> ResultRow | None:
        """The row the keyboard is in, None for none or the empty one."""
        row = self.table.current_row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def current_phase(self) -> int | None:
        """The phase whose column the keyboard is in, by its place; else the latest that has a result, or the first."""
        row = self.current()
        if row is None or not row.cells:
            return None
        phase = self.model.phase(self.table.currentIndex().column())
        if phase is not None:
            return phase
        there = [place for place, cell in enumerate(row.cells) if cell.phase_id is not None]
        said = [place for place in there if row.cells[place].value is not None]
        return (said or there[:1] or [None])[-1]

    def choose(self, owner_id: int) -> bool:
        """Put the keyboard into the first row of that target or commitment; False when it is not shown."""
        place = self.model.place_of((owner_id, 0))
        if place is not None:
            self.table.setFocus()
            self.table.go_to(place)
        return place is not None

    def _on_column(self, *_: object) -> None:
        self._later.start()

    def _on_acted(self, changes: Changes) -> None:
        self.context.bus.publish(changes)

    def _look_again(self, *_: object) -> None:
        self.message.look_again()
        self._later.start()

    def _keep_widths(self, widths: dict[str, int]) -> None:
        self.context.remembered.keep_widths(self._name, widths)
