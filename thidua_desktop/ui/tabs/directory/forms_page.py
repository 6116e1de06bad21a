"""The page Biểu mẫu: the form of every paper, the office's own in its place, and what it looks like filled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.office import form_files, forms
from thidua_desktop.services.office.forms import FormStanding
from thidua_desktop.ui.ask import FileKind
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks import papers
from thidua_desktop.ui.tasks.outgoing import PaperDesk
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.preview import PreviewPane
from thidua_desktop.ui.widgets.side import Columns, SidePanel
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn

FORM_FILE = FileKind("Tệp biểu mẫu", ("txt", "toml"))  # Windows opens .txt in Notepad
PAGES_AFTER = 120  # milliseconds on a row before its pages are set
KIND = "office_definitions"
_SHIPPED, _OWN, _BROKEN = "mẫu gốc", "mẫu của cơ quan", "mẫu gốc; mẫu của cơ quan có lỗi"
_COLUMNS = (TableColumn("paper", "Văn bản", 36), TableColumn("used", "Đang dùng", 30))
_COPY_TIP = "Ghi mẫu ra một tệp để sửa bằng Notepad hoặc gửi đồng nghiệp"
_LOAD_TIP = "Dùng mẫu đã sửa cho văn bản đang chọn; tệp có lỗi thì mẫu đang dùng giữ nguyên"
_BACK_TIP = "Bỏ mẫu của cơ quan, dùng lại mẫu có sẵn trong chương trình"


class FormsPage(QWidget):
    """A row for each paper; the acts are about the row the keyboard is in, its pages are shown beside it."""

    def __init__(self, context: TabContext, title: str, subtitle: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._shown = ""  # the paper that is looked at
        self.standing: tuple[FormStanding, ...] = ()
        self.table = DataTable(RowsModel(_COLUMNS), stretch="used")
        header = PageHeader(title, subtitle)
        self._act_back = self._act("Về mẫu gốc", _BACK_TIP, self.put_back)
        self.back = header.add_act(self._act_back)
        self.copy_out = header.add_act(self._act("Chép mẫu ra tệp…", _COPY_TIP, self.write_file, "Ctrl+E"))
        self.load = header.add_act(self._act("Nạp mẫu từ tệp…", _LOAD_TIP, self.load_file), primary=True)
        self.message = InlineMessage()
        self.panel = SidePanel("Xem trước")
        self.preview = PreviewPane()
        self.desk = PaperDesk(context, self)
        self._later = QTimer(self, singleShot=True, interval=PAGES_AFTER)
        self._later.timeout.connect(self._on_stayed)
        self._lay_out(header)
        self._connect()
        self._show()

    def _act(self, words: str, tip: str, slot: Callable[[], None], shortcut: str = "") -> QAction:
        act = QAction(words, self)
        act.setToolTip(tip)
        act.setShortcut(shortcut)
        act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        act.triggered.connect(slot)
        self.addAction(act)
        return act

    def _lay_out(self, header: PageHeader) -> None:
        self.table.setAccessibleName("Biểu mẫu")
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(DataTable.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.message.hide()
        sheet = Card()
        sheet.setMinimumWidth(sizes.SIDE_WIDTH)
        sheet.add(self.message)
        sheet.add(self.table, 1)
        self.panel.add(self.preview, 1)
        widths = (sizes.READING_WIDTH, sizes.READING_WIDTH)
        columns = Columns(
            (sheet, self.panel), widths, grows=0, remembered=self.context.remembered, name="columns/forms"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.MARGIN)
        column.addWidget(header)
        column.addWidget(columns, 1)

    def _connect(self) -> None:
        self.table.rows_changed.connect(self._on_row)
        self.table.row_opened.connect(self._on_opened)
        self.panel.folded.connect(self._show_pages)
        self.desk.pages.connect(self.preview.show_pdf)
        self.desk.no_pages.connect(self.preview.clear)

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern: any table may be part of the paper in view."""
        if changes is None or changes.touches(KIND):
            self._show()
        else:
            self.desk.refresh()

    def _show(self) -> None:
        number = max(self.table.current_row(), 0)
        self.standing = forms.all_forms(self.context.workspace)
        states = {(n, 1): _state(one) for n, one in enumerate(self.standing)}
        self.table.model().set_rows([(one.title, _used(one)) for one in self.standing], states)
        self.table.selectRow(number)

    @property
    def current(self) -> FormStanding:
        """The form the keyboard is in."""
        return self.standing[max(self.table.current_row(), 0)]

    def _on_row(self) -> None:
        one = self.current
        self._act_back.setEnabled(one.is_own)
        self.message.setVisible(bool(one.problem))
        what = "Mẫu của cơ quan có lỗi nên đang dùng mẫu gốc." if one.is_own else "Mẫu này không dùng được."
        advice = "Chép mẫu ra tệp, sửa chỗ đó rồi nạp lại; hoặc về mẫu gốc." if one.is_own else ""
        text = one.problem[:1].upper() + one.problem[1:]
        self.message.show_message(what, f"{text}\n{advice}".strip(), State.BAD)
        if one.paper != self._shown:
            self._shown = one.paper
            self.panel.set_title(f"Xem trước: {one.title}")
            self.desk.leave_preview()
            self.preview.clear("Đang dựng trang…")
        self._later.start()

    def _on_stayed(self) -> None:
        self.table.scrollTo(self.table.currentIndex())  # a message above may have taken the room of its row
        self._show_pages()

    def _on_opened(self, row: int) -> None:
        self.panel.fold(False)

    def _show_pages(self, *_: object) -> None:
        """Set the pages of the form the keyboard is in, as long as somebody sees them."""
        if self.isVisible() and not self.panel.is_folded:
            self.desk.preview(self._gather)
        else:
            self.desk.leave_preview()

    def _gather(self):
        from thidua_desktop.services.office.form_samples import newest_document

        return newest_document(self.context.workspace, self.current.paper, self.context.year)

    # Acts

    def write_file(self) -> None:
        """Write the form's text into a file that the clerk names."""
        one = self.current
        try:
            text = forms.form_text(self.context.workspace, one.paper)
        except KnownError as error:
            self.context.ask.error(error)
            return
        content = text.replace("\n", "\r\n").encode("utf-8-sig")  # as every Notepad reads it and keeps it
        suggested = Path(papers.file_name(f"Biểu mẫu {one.title}") + ".txt")
        ask, tasks = self.context.ask, self.context.tasks
        papers.save_bytes(ask, tasks, content, suggested, "Chép mẫu ra tệp", FORM_FILE, self)

    def load_file(self) -> None:
        """Take a form from a file; one with a mistake is named by its line and the form in use stays."""
        one = self.current
        path = self.context.ask.open_file(f"Nạp mẫu cho “{one.title}”", (FORM_FILE,))
        if path is None:
            return
        try:
            found = form_files.incoming(self.context.workspace, path, one.paper)
            good = [form for form in found if not form.problem]
            changes = form_files.take(self.context.workspace, good) if good else Changes()
        except KnownError as error:
            self.context.ask.error(error)
            return
        self._tell(changes, f"Đã nạp mẫu của cơ quan cho “{one.title}”.")

    def put_back(self) -> None:
        """Use the shipped form again."""
        one = self.current
        try:
            changes = forms.remove_form(self.context.workspace, one.paper)
        except KnownError as error:
            self.context.ask.error(error)
            return
        self.table.setFocus()
        self._tell(changes, f"“{one.title}” đã về mẫu gốc.")

    def _tell(self, changes: Changes, text: str) -> None:
        if not changes:
            self.context.ask.notify("Mẫu trong tệp giống mẫu đang dùng; không có gì thay đổi.", State.NEUTRAL)
            return
        self.context.bus.publish(changes)
        self.context.ask.notify(text, State.GOOD, [("Hoàn tác", UndoAct(self.context, changes))])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_pages()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the pages: they are not set again."""
        self._later.stop()
        self.desk.leave_preview()
        super().hideEvent(event)


def _used(one: FormStanding) -> str:
    """Which form is in use; an own one by its title when that says more than the paper's."""
    if not one.is_own:
        return _SHIPPED
    if one.problem:
        return _BROKEN
    return _OWN if one.form_title in ("", one.title) else f"{_OWN}: {one.form_title}"


def _state(one: FormStanding) -> State:
    return State.BAD if one.problem else State.GOOD if one.is_own else State.NEUTRAL
