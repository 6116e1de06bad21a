"""A register with all that belongs to it: search, acts, the table, what does not fit, and the history of a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.registers.parts import Register
from thidua_desktop.domain.registers.paste import read_block
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.services.history import record_history
from thidua_desktop.services.registers import registers
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.refused import RefusedMessage
from thidua_desktop.ui.widgets.register_history import RecordHistory
from thidua_desktop.ui.widgets.register_model import Derived, RegisterModel
from thidua_desktop.ui.widgets.register_paste import PasteDialog
from thidua_desktop.ui.widgets.register_rows import RegisterRows
from thidua_desktop.ui.widgets.register_table import RegisterTable
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.side import Columns, SidePanel

HISTORY_AFTER = 120  # milliseconds on a row before its history is read


class RegisterView(QWidget):
    """One register to search, edit, paste into and clean up; ``scope`` is the plan of a plan's register.

    The owner calls ``reload(changes)``; own acts are published on the bus. ``row_chosen`` carries the id of the record
    the keyboard is in, 0 for none. ``derived`` and ``states`` as in :class:`RegisterModel`; ``services`` are the
    functions of ``services.registers``, or the same ones over rows that are not in the data file; ``register`` is the
    definition of what they give when it is not the kind's own. ``with_history``
    False is for a list within a page that has its own history and its own primary act. ``widths`` (pixels by key of the
    column) hold until the clerk moves an edge; without them the columns of words share the table's width.
    """

    row_chosen = Signal(int)

    def __init__(
        self,
        context: TabContext,
        kind: str,
        scope: int | None = None,
        *,
        derived: Sequence[Derived] = (),
        states: Mapping[str, Mapping[str, State]] | None = None,
        with_history: bool = True,
        services: Any = registers,
        register: Register | None = None,
        widths: Mapping[str, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        rows = RegisterRows(services, context.workspace, kind, scope, register)
        self.model = RegisterModel(rows, derived, states, self)
        if not widths:
            self.model.share_width()
        self.register = self.model.register
        first = {**(widths or {}), **context.remembered.widths(kind)}
        self.table = RegisterTable(self.model, widths=first, remember=self._keep_widths)
        self.table.setAccessibleName(self.register.title)
        self.buttons: dict[str, QPushButton] = {}
        self.search = SearchField(f"Tìm {self.register.one} (Ctrl+F)")
        self.count = label("", "soft")
        self.message = RefusedMessage(self.table)
        self.empty = EmptyState("", primary=False)
        self.history = RecordHistory() if with_history else None
        self.paste_dialog: PasteDialog | None = None
        self._later = QTimer(self, singleShot=True, interval=HISTORY_AFTER)
        self._lay_out()
        self._connect()
        self._show_count()

    def _lay_out(self) -> None:
        sheet = Card(parent=self)
        sheet.add_layout(self._toolbar())
        sheet.add(self.message)
        if (above := self.above_table()) is not None:
            sheet.add(above)
        sheet.add(self.table, 1)
        sheet.add(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if self.history is None:
            column.addWidget(sheet)
            return
        self.panel = SidePanel("Lịch sử")
        self.panel.add(self.history, 1)
        widths = [sizes.READING_WIDTH, sizes.LABEL_WIDTH * 3 // 2]
        remembered = self.context.remembered
        column.addWidget(
            Columns([sheet, self.panel], widths, grows=0, remembered=remembered, name="columns/register", parent=self)
        )

    def above_table(self) -> QWidget | None:
        """What a table of its own kind shows between its acts and its rows; None for nothing."""
        return None

    def _toolbar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        self.search.setMaximumWidth(sizes.SIDE_WIDTH)
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        row.addStretch()
        for text, tip, act in (
            ("Thêm", "Gõ vào dòng trống cuối bảng", self.add),
            ("Xóa", "Xóa các dòng đang chọn (Ctrl+Delete); lấy lại được", self.remove),
            ("Chép", "Chép các ô đang chọn để dán sang Excel (Ctrl+C)", self.table.copy),
            ("Dán từ Excel", "Thêm các dòng đã chép trong Excel; xem trước rồi mới thêm", self.paste),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            theme.set_kind(button, "primary" if act == self.add and self.history else "")
            button.clicked.connect(act)
            row.addWidget(button)
            self.buttons[text] = button
        return row

    def _connect(self) -> None:
        self.search.searched.connect(self._on_search)
        self.search.went_down.connect(self.table.setFocus)
        self.table.remove_wanted.connect(self.remove)
        self.table.paste_wanted.connect(self.preview)
        self.table.paste_refused.connect(self.context.ask.error)
        self.table.rows_changed.connect(self._later.start)
        self._later.timeout.connect(self._on_row)
        self.model.acted.connect(self._on_acted)
        self.model.added.connect(self._on_added)
        self.model.layoutChanged.connect(self._show_count)
        self.model.modelReset.connect(self._show_count)
        self.empty.started.connect(self._on_empty_act)

    def set_open(self, columns: frozenset[str] | None) -> None:
        """Only these columns may be typed in, and no row comes or goes; None opens everything."""
        self.model.set_open(columns)
        for words in ("Thêm", "Xóa", "Dán từ Excel"):
            self.buttons[words].setEnabled(columns is None)

    # Acts

    def add(self) -> None:
        """Go to the empty row at the end and open its first cell."""
        self.table.setFocus()
        self.table.go_to(self.model.rows.count, 0, edit=True)

    def remove(self) -> None:
        """Take the chosen records away; the notice offers to bring them back."""
        rows = self.table.chosen_rows()
        if not rows:
            self.context.ask.notify("Chưa chọn dòng nào để xóa.", State.WAIT)
            return
        ids = [self.model.row_id(row) for row in rows]
        after = self.acts_after_removal(ids)
        try:
            changes = self.model.remove(rows)
        except KnownError as error:
            self.on_refused_removal(error, ids)
            return
        self.table.go_to(min(rows[0], self.model.rows.count), 0)
        further = after()
        text = f"Đã xóa {len(rows)} dòng khỏi {self.register.title}."
        self.context.ask.notify(text, State.GOOD, [("Hoàn tác", self.undo_of(changes)), *further])

    def on_refused_removal(self, error: KnownError, ids: Sequence[int]) -> None:
        """Tell why these records stay."""
        self.context.ask.error(error)

    def acts_after_removal(self, ids: Sequence[int]) -> Callable[[], list[tuple[str, Callable[[], None]]]]:
        """Asked before these records go; what it gives is called afterwards: further acts for the notice."""
        return list

    def paste(self) -> None:
        """Show what the block on the clipboard would add, filling from the first column on."""
        grid = self.table.clipboard_grid()
        if grid is None:
            return
        if not grid:
            self.context.ask.notify("Chưa có gì để dán. Chọn các ô trong Excel, nhấn Ctrl+C rồi dán lại.", State.WAIT)
            return
        self.table.clearSelection()
        self.table.setCurrentIndex(self.model.index(self.model.rows.count, 0))
        self.preview(grid)

    def preview(self, grid: list[list[str]]) -> None:
        """Show what a block means, and add it when the clerk agrees."""
        current = self.table.currentIndex().column()
        first = self.register.keys[current] if 0 <= current < len(self.register.keys) else ""
        self.paste_dialog = PasteDialog(self.model, read_block(self.register, grid, first), self.window())
        self.paste_dialog.accepted.connect(self._on_paste_agreed)
        self.paste_dialog.finished.connect(self._on_paste_finished)
        self.paste_dialog.open()

    def _on_paste_agreed(self) -> None:
        dialog = self.paste_dialog
        assert dialog is not None, "only an open preview can be agreed to"
        try:
            result = self.model.paste(dialog.block.columns, dialog.taken)
        except KnownError as error:
            self.context.ask.error(error)
            return
        if result.added and self.model.rows.in_own_order:
            self.table.go_to(self.model.rows.count - 1)
        text = f"Đã thêm {result.added} dòng vào {self.register.title}."
        reasons = "".join(f" Dòng {number}: {reason}" for number, reason in result.refused[:3])
        state = State.WAIT if result.refused else State.GOOD
        acts = [("Hoàn tác", self.undo_of(result.changes))] if result.added else []
        self.context.ask.notify(text + reasons, state, acts)

    def _on_paste_finished(self) -> None:
        self.paste_dialog = None

    def undo_of(self, changes: Changes) -> Callable[[], None]:
        """What the "Hoàn tác" of a notice does."""
        return UndoAct(self.context, changes)

    # What follows

    def reload(self, changes: Changes | None = None) -> None:
        """Read again what ``changes`` concern; selection, scroll, open editors and unstored texts stay."""
        self.model.reload(changes)
        self._later.start()

    def set_scope(self, scope: int | None) -> None:
        """Show the rows of another plan."""
        self.model.rows.scope = scope
        self.model.start_over()

    def _keep_widths(self, widths: dict[str, int]) -> None:
        self.context.remembered.keep_widths(self.register.kind, widths)

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.search.take_keyboard()

    def chosen_id(self) -> int:
        """The record the keyboard is in, 0 for none."""
        row = self.table.current_row()
        return self.model.row_id(row) if 0 <= row <= self.model.rows.count else 0

    def _on_search(self, text: str) -> None:
        self.model.set_search(text)

    def _on_acted(self, changes: Changes) -> None:
        self.context.bus.publish(changes)
        self.message.look_again()
        self._later.start()

    def show_record(self, row_id: int) -> bool:
        """Put the keyboard into that record, found by the search or not; False when it is not in the list."""
        place = self._place_of(row_id)
        if place is not None:
            self.table.setFocus()
            self.table.go_to(place)
        return place is not None

    def _place_of(self, row_id: int) -> int | None:
        place = self.model.rows.place_of(row_id)
        if place is None and self.model.rows.search:
            self.search.clear()
            self.model.set_search("")
            place = self.model.rows.place_of(row_id)
        return place

    def _on_added(self, row_id: int) -> None:
        if self.model.rows.place_of(row_id) is None:
            self.table.go_to(self._place_of(row_id) or 0, 0)

    def _on_row(self) -> None:
        row_id = self.chosen_id()
        self.row_chosen.emit(row_id)
        if self.history is None:
            return
        if row_id:
            self.history.show_entries(record_history(self.context.workspace, self.register.kind, row_id))
        else:
            self.history.show_nothing()

    def _show_count(self) -> None:
        self.message.look_again()
        count, searching = self.model.rows.count, bool(self.model.rows.search)
        self.count.setText(f"{format_number(count)} dòng" + (" khớp" if searching else ""))
        self.empty.setVisible(count == 0)
        edge = self.table.horizontalHeader().height() + sizes.ROW + sizes.MARGIN
        self.table.setMaximumHeight(edge if count == 0 else sizes.WIDEST)
        if searching:
            self.empty.set_words(
                "Không tìm thấy dòng nào", f"Không dòng nào có “{self.model.rows.search}”.", "Xem tất cả"
            )
        else:
            self.empty.set_words(
                f"Chưa có {self.register.one} nào",
                "Gõ ngay vào dòng trống phía trên, hoặc chép các dòng trong Excel rồi dán vào đây.",
                "Dán từ Excel",
            )

    def _on_empty_act(self) -> None:
        if self.model.rows.search:
            self.search.clear()
            self.model.set_search("")
        else:
            self.paste()
