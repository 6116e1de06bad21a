"""The editor of a form: left its blocks, middle what can be changed of the chosen one, right the pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QComboBox, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.papers import form_editing, forms
from thidua_desktop.domain.papers.fields import PAPERS
from thidua_desktop.domain.papers.form_words import block_words
from thidua_desktop.services.export_parts import NothingToExport
from thidua_desktop.services.office import forms as office_forms
from thidua_desktop.ui import theme
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.directory.form_editor.block_panel import PAGE_TITLE, BlockPanel
from thidua_desktop.ui.tabs.directory.form_editor.named_list import NamedList
from thidua_desktop.ui.tabs.directory.form_editor.text_view import TextView
from thidua_desktop.ui.tasks.outgoing import PaperDesk
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.unstored import may_leave, store_typed
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.preview import PreviewPane
from thidua_desktop.ui.widgets.side import Columns, SidePanel

KIND = "office_definitions"
REAL, SLOTS = "Số liệu", "Chỗ điền"
_HINT = "Gõ là được lưu thành mẫu của cơ quan; Ctrl+Z lấy lại."
_PAGES = "Bản in"
_TEXT_ACT, _BLOCKS_ACT = "Sửa dạng văn bản", "Sửa từng khối"


class FormEditor(QWidget):
    """One form at a time: :meth:`edit` brings it in. ``closed()`` when the clerk is done with it.

    What is typed is kept at once as the office's own form; all of it until the field is left is one act to undo.
    """

    closed = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.paper = self.name = ""
        self.form: forms.FormDefinition | None = None
        self._row = -1  # the row of the list that is to be the current one when it is shown anew
        self.desk = PaperDesk(context, self)
        self.header = PageHeader("Sửa mẫu", _HINT)
        self.blocks = NamedList("Khối", "khối")
        self.panel = BlockPanel(self.store_form)
        self.text = TextView(self.store_text)
        self.side = SidePanel(_PAGES)
        self.preview = PreviewPane()
        self.shown = QComboBox()
        self._add_menu = QMenu(self)
        self._work = QStackedWidget()
        self._make_acts()
        self._lay_out()
        self._connect()

    # Making

    def _make_acts(self) -> None:
        self.to_text = self._act(_TEXT_ACT, self.turn_text)
        self.to_text.setToolTip("Xem và sửa mẫu như tệp của nó; chỗ sai đầu tiên được nói theo dòng")
        self.done = self._act("Xong", self.leave)
        self.done.setToolTip("Về danh sách biểu mẫu  Esc")
        escape = self._act("Về danh sách biểu mẫu", self.leave)
        escape.setShortcut(QKeySequence("Esc"))
        escape.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(escape)
        self.header.add_act(self.to_text)
        self.header.add_act(self.done, primary=True)

    def _act(self, words: str, slot: Callable[[], None]) -> QAction:
        act = QAction(words, self)
        act.triggered.connect(slot)
        return act

    def _lay_out(self) -> None:
        add = QToolButton()
        add.setIcon(theme.icon("plus"))
        add.setToolTip("Thêm khối sau khối đang chọn")
        add.setAccessibleName("Thêm khối")
        add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        add.setMenu(self._add_menu)
        self.add = add
        self.blocks.add_button(add)
        listed = Card()
        listed.setMinimumWidth(sizes.LABEL_WIDTH + sizes.MARGIN)
        listed.add(self.blocks, 1)
        self.panel.setMinimumWidth(sizes.CHOICE_WIDTH)
        self.shown.addItems((REAL, SLOTS))
        self.shown.setAccessibleName("Bản in có gì")
        self.shown.setToolTip("Bản in với số liệu mới nhất, hoặc với tên của các chỗ điền")
        self.side.add_to_title(self.shown)
        self.side.add(self.preview, 1)
        parts = Columns(
            (listed, self.panel),
            (sizes.CHOICE_WIDTH, sizes.FIELD_WIDTH),
            remembered=self.context.remembered,
            name="columns/form-blocks",
        )
        self._work.addWidget(parts)
        self._work.addWidget(self.text)
        columns = Columns(
            (self._work, self.side),
            (sizes.CHOICE_WIDTH + sizes.FIELD_WIDTH, sizes.READING_WIDTH),
            grows=1,
            remembered=self.context.remembered,
            name="columns/form-editor",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.MARGIN)
        column.addWidget(self.header)
        column.addWidget(columns, 1)

    def _connect(self) -> None:
        self.blocks.chosen.connect(self._on_chosen)
        self.blocks.moved.connect(self._on_moved)
        self.blocks.removed.connect(self._on_removed)
        self.shown.activated.connect(self.show_pages)
        self.side.folded.connect(self.show_pages)
        self.desk.pages.connect(self.preview.show_pdf)
        self.desk.no_pages.connect(self.preview.clear)

    # What is shown

    def edit(self, paper: str, name: str = "") -> None:
        """Show a form; one that cannot be read is shown as text, with its first bad place."""
        self.paper, self.name, self.form = paper, name, None
        title = PAPERS[paper].title
        self.header.set_title(f"{title} – {name}" if name else title, _HINT)
        self._add_menu.clear()
        for words, block in form_editing.new_blocks(PAPERS[paper]).items():
            self._add_menu.addAction(words, partial(self.add_block, block))
        self.preview.clear("Đang dựng trang…")
        self.text.autosave.give_up()
        self._turn(False)
        self._row = 1
        self._show()
        self._row = -1
        (self.blocks.view if self.form else self.text.text).setFocus()
        self.show_pages()

    def reload(self, changes: Changes | None) -> None:
        """Show what is stored; what is being typed stays."""
        if not self.paper:
            return
        if self.name and self.name not in office_forms.names(self.context.workspace, self.paper):
            self.closed.emit()  # the form is gone
            return
        if changes is None or changes.touches(KIND):
            self._show()
        self.desk.refresh()

    def _show(self) -> None:
        workspace, problem = self.context.workspace, None
        self.header.show_state(*_state(office_forms.standing(workspace, self.paper, self.name)))
        try:
            form = office_forms.definition(workspace, self.paper, self.name)
        except KnownError as error:
            problem = error
        if self._work.currentWidget() is self.text or problem:
            self._turn(True)
            self.text.show_text(office_forms.form_text(workspace, self.paper, self.name), problem)
            if problem:
                return
        self.form = form
        place = min(max(self._row if self._row >= 0 else self.blocks.current, 0), len(self.form.items))
        fields = PAPERS[self.paper]
        self.blocks.set_rows((PAGE_TITLE, *(block_words(item, fields) for item in self.form.items)), place)
        self.panel.show_place(self.form, fields, place - 1)

    def _on_chosen(self, row: int) -> None:
        store_typed(self.panel)
        self.panel.show_place(self.form, PAPERS[self.paper], row - 1)

    # Changes

    def store_form(self, form: forms.FormDefinition, editing: str = "") -> None:
        """Keep the form as the office's own; :class:`KnownError` when it does not fit."""
        if form != self.form:
            workspace = self.context.workspace
            self.context.bus.publish(office_forms.store_form(workspace, form, self.name, editing=editing))

    def store_text(self, text: str, editing: str = "") -> None:
        """Keep the text as the office's own form; :class:`KnownError` when it cannot be read."""
        workspace = self.context.workspace
        self.context.bus.publish(office_forms.store_text(workspace, self.paper, text, self.name, editing=editing))

    def _change(self, make: Callable[[forms.FormDefinition], forms.FormDefinition], row: int) -> None:
        """An act on the list of blocks; afterwards that row is the current one."""
        store_typed(self.panel)
        made = make(self.form)
        if made == self.form:
            return
        self._row = row
        do(self.context, partial(office_forms.store_form, self.context.workspace, made, self.name))
        self._row = -1

    def add_block(self, block: forms.FormBlock) -> None:
        """Add a block behind the chosen one, and put the keyboard into it."""
        row = self.blocks.current
        self._change(lambda form: form_editing.added(form, row - 1, block), row + 1)
        first = next(iter(self.panel.own.fields.values()), None)
        if first is not None:
            first.setFocus()

    def _on_moved(self, by: int) -> None:
        row = self.blocks.current
        if row > 0:
            self._change(lambda form: form_editing.moved(form, row - 1, by), row + by)

    def _on_removed(self) -> None:
        row = self.blocks.current
        if row > 0:
            self._change(lambda form: form_editing.removed(form, row - 1), row)

    # The text, the pages, the way out

    def turn_text(self) -> None:
        """Show the form as text, or its blocks again; a text that cannot be read stays in view."""
        as_text = self._work.currentWidget() is not self.text
        if not as_text and not may_leave(self.context.ask, self.text):
            return
        store_typed(self)
        self.text.autosave.give_up()
        self._turn(as_text)
        self._show()

    def _turn(self, as_text: bool) -> None:
        self._work.setCurrentIndex(1 if as_text else 0)
        self.to_text.setText(_BLOCKS_ACT if as_text else _TEXT_ACT)

    def show_pages(self, *_: object) -> None:
        """Set the pages of the form, as long as somebody sees them."""
        if self.paper and self.isVisible() and not self.side.is_folded:
            self.desk.preview(self._gather)
        else:
            self.desk.leave_preview()

    def _gather(self):
        from thidua_desktop.services.office.form_samples import newest_document

        workspace = self.context.workspace
        self.side.set_title(_PAGES)
        if office_forms.standing(workspace, self.paper, self.name).problem:
            raise KnownError("Mẫu có lỗi nên chưa in được.", "Sửa chỗ được nêu ở bên trái thì trang hiện lại.")
        if self.shown.currentText() == REAL:
            try:
                return newest_document(workspace, self.paper, self.context.year, self.name)
            except NothingToExport:
                self.side.set_title(f"{_PAGES} (chưa có số liệu)")
        form = office_forms.definition(workspace, self.paper, self.name)
        return form_editing.with_its_slots(form, PAPERS[self.paper])

    def leave(self) -> None:
        """Go back to the list of forms; asks when something typed could not be stored."""
        if may_leave(self.context.ask, self):
            self.desk.leave_preview()
            self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_pages()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed waits while the editor is out of sight."""
        store_typed(self)
        self.desk.leave_preview()
        super().hideEvent(event)


def _state(standing: office_forms.FormStanding) -> tuple[str, State]:
    if standing.problem:
        return "Mẫu có lỗi, chưa in được", State.BAD
    return ("Mẫu của cơ quan", State.GOOD) if standing.is_own else ("Mẫu gốc", State.NEUTRAL)
