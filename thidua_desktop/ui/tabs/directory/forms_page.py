"""The page Biểu mẫu: the form of every paper, the office's own in its place and others beside it, what they look like
filled, and the editor.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.papers.form_bundle import SEPARATOR
from thidua_desktop.domain.vietnamese import one_line
from thidua_desktop.services.office import form_files, forms
from thidua_desktop.services.office.forms import FormStanding
from thidua_desktop.ui.ask import FileKind
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.directory.form_editor import FormEditor
from thidua_desktop.ui.tabs.directory.load_forms_dialog import LoadFormsDialog
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
_SHIPPED, _OWN, _BROKEN = "mẫu gốc", "mẫu của cơ quan", "mẫu của cơ quan có lỗi, chưa in được"
_COLUMNS = (TableColumn("paper", "Văn bản", 36), TableColumn("used", "Đang dùng", 30))
_EDIT_TIP = "Sửa lời văn, cột, dòng trống, chữ ký … của mẫu, xem trang in ở bên phải  Enter"
_ADD_TIP = "Thêm một mẫu nữa cho văn bản này, lúc đầu giống mẫu đang chọn; khi in thì chọn mẫu"
_COPY_TIP = "Ghi mẫu đang chọn ra một tệp để cất hoặc gửi đồng nghiệp"
_COPY_ALL_TIP = "Ghi mọi mẫu của cơ quan ra một tệp; xã khác nạp cả tệp đó được"
_LOAD_TIP = "Nạp một hay nhiều mẫu; được xem trước mẫu nào vào, thay mẫu nào"
_BACK_TIP = "Bỏ mẫu của cơ quan, dùng lại mẫu có sẵn trong chương trình"
_OTHER = "mẫu thêm, chọn khi in"
_MEND = "Sửa chỗ đó trong tệp rồi nạp lại; mẫu đang dùng giữ nguyên."
_RENAME_TIP = "Tên của mẫu đã thêm, như hiện ra khi in"
_BACK, _REMOVE = "Về mẫu gốc", "Xóa mẫu này"


class FormsPage(QWidget):
    """A row for each paper; the acts are about the row the keyboard is in, its pages are shown beside it."""

    def __init__(self, context: TabContext, title: str, subtitle: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._shown: tuple[str, str] = ("", "")  # the form that is looked at
        self.standing: tuple[FormStanding, ...] = ()
        self.table = DataTable(RowsModel(_COLUMNS), stretch="used")
        self.message = InlineMessage()
        self.panel = SidePanel("Xem trước")
        self.preview = PreviewPane()
        self.desk = PaperDesk(context, self)
        self.editor: FormEditor | None = None  # made when it is first needed
        self._later = QTimer(self, singleShot=True, interval=PAGES_AFTER)
        self._later.timeout.connect(self._on_stayed)
        self._lay_out(self._make_header(title, subtitle))
        self._connect()
        self._show()

    def _make_header(self, title: str, subtitle: str) -> PageHeader:
        header = PageHeader(title, subtitle)
        self._act_back = self._act(_BACK, _BACK_TIP, self.put_back)
        self.add_act = self._act("Thêm mẫu từ mẫu này…", _ADD_TIP, self.add_form)
        self.copy_out = self._act("Chép mẫu này ra tệp…", _COPY_TIP, self.write_file, "Ctrl+E")
        self.copy_all = self._act("Chép các mẫu của cơ quan ra tệp…", _COPY_ALL_TIP, self.write_all)
        self.load = self._act("Nạp mẫu từ tệp…", _LOAD_TIP, self.load_file)
        self.all_back = self._act("Mọi văn bản về mẫu gốc…", _BACK_TIP, self.put_all_back)
        self.back = header.add_act(self._act_back)
        self.add = header.add_act(self.add_act)
        self.rename = self._act("Đổi tên mẫu này…", _RENAME_TIP, self.rename_form)
        more = QMenu()
        more.setToolTipsVisible(True)
        more.addActions([self.copy_out, self.copy_all, self.load])
        more.addSeparator()
        more.addActions([self.rename, self.all_back])
        self.more = header.add_menu("Việc khác", more)
        self.edit_act = self._act("Sửa mẫu…", _EDIT_TIP, self.edit_form)
        self.edit = header.add_act(self.edit_act, primary=True)
        return header

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
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.MARGIN)
        column.addWidget(header)
        column.addWidget(columns, 1)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(listed)

    def _connect(self) -> None:
        self.table.rows_changed.connect(self._on_row)
        self.table.row_opened.connect(self._on_opened)
        self.panel.folded.connect(self._show_pages)
        self.desk.pages.connect(self.preview.show_pdf)
        self.desk.no_pages.connect(self.preview.clear)

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern: any table may be part of the paper in view."""
        if self._is_editing:
            self.editor.reload(changes)
        if changes is None or changes.touches(KIND):
            self._show()
        else:
            self.desk.refresh()

    def _show(self, wanted: tuple[str, str] | None = None) -> None:
        """Read the forms again; the row of ``wanted``, else of the form it was on, becomes the current one."""
        key = wanted or (_key(self.current) if self.standing else ("", ""))
        self.standing = forms.all_forms(self.context.workspace)
        keys = [_key(one) for one in self.standing]
        number = next((keys.index(one) for one in (key, (key[0], "")) if one in keys), 0)
        states = {(n, 1): _state(one) for n, one in enumerate(self.standing)}
        self.table.model().set_rows([(_called(one), _used(one)) for one in self.standing], states)
        self.table.selectRow(number)

    @property
    def current(self) -> FormStanding:
        """The form the keyboard is in."""
        return self.standing[max(self.table.current_row(), 0)]

    def _on_row(self) -> None:
        one = self.current
        self._act_back.setText(_REMOVE if one.name else _BACK)
        self._act_back.setEnabled(one.is_own)
        self.copy_all.setEnabled(any(listed.is_own for listed in self.standing))
        self.all_back.setEnabled(any(listed.is_own and not listed.name for listed in self.standing))
        self.add_act.setEnabled(not one.problem)
        self.rename.setEnabled(bool(one.name))
        self.message.setVisible(bool(one.problem))
        what = "Mẫu của cơ quan có lỗi nên chưa in được." if one.is_own else "Mẫu này không dùng được."
        advice = "Bấm “Sửa mẫu…” để sửa chỗ đó, hoặc về mẫu gốc." if one.is_own else ""
        text = one.problem[:1].upper() + one.problem[1:]
        self.message.show_message(what, f"{text}\n{advice}".strip(), State.BAD)
        if _key(one) != self._shown:
            self._shown = _key(one)
            self.panel.set_title(f"Xem trước: {_called(one)}")
            self.desk.leave_preview()
            self.preview.clear("Đang dựng trang…")
        self._later.start()

    def _on_stayed(self) -> None:
        self.table.scrollTo(self.table.currentIndex())  # a message above may have taken the room of its row
        self._show_pages()

    def _on_opened(self, row: int) -> None:
        self.edit_form()

    def _show_pages(self, *_: object) -> None:
        """Set the pages of the form the keyboard is in, as long as somebody sees them."""
        if self.panel.isVisible() and not self.panel.is_folded:
            self.desk.preview(self._gather)
        else:
            self.desk.leave_preview()

    def _gather(self):
        from thidua_desktop.services.office.form_samples import newest_document

        one = self.current
        return newest_document(self.context.workspace, one.paper, self.context.year, one.name)

    # The editor

    @property
    def _is_editing(self) -> bool:
        return self._pages.currentWidget() is self.editor

    def edit_form(self) -> None:
        """Open the form the keyboard is in; a shipped one becomes the office's own with the first change."""
        one = self.current
        if one.problem and not one.is_own:
            self.context.ask.tell(one.problem, "Cài lại chương trình rồi mở lại.")
            return
        if self.editor is None:
            self.editor = FormEditor(self.context)
            self.editor.closed.connect(self._on_editor_closed)
            self._pages.addWidget(self.editor)
        self.desk.leave_preview()
        self._pages.setCurrentWidget(self.editor)
        self.editor.edit(one.paper, one.name)

    def _on_editor_closed(self) -> None:
        self._pages.setCurrentIndex(0)
        self.table.setFocus()
        self._show_pages()

    # Acts

    def add_form(self) -> None:
        """Make another form of the one the keyboard is in, under a name that the clerk gives."""
        one = self.current
        name = self.context.ask.line("Thêm mẫu", f"Tên của mẫu mới cho “{one.title}”", "mẫu của ")
        if name is None:
            return
        act = partial(forms.add_form, self.context.workspace, one.paper, name, one.name)
        if changes := do(self.context, act):
            self._show((one.paper, one_line(name)))
            self._tell(changes, f"Đã thêm mẫu “{one_line(name)}” cho “{one.title}”.")

    def rename_form(self) -> None:
        """Give another form of the office's the name that the clerk types."""
        one = self.current
        name = self.context.ask.line("Đổi tên mẫu", f"Tên mới của mẫu “{one.name}”", one.name)
        if name is None:
            return
        if do(self.context, partial(forms.rename_form, self.context.workspace, one.paper, one.name, name)):
            self._show((one.paper, one_line(name)))

    def write_file(self) -> None:
        """Write the form's text into a file that the clerk names."""
        one = self.current
        try:
            text = forms.form_text(self.context.workspace, one.paper, one.name)
        except KnownError as error:
            self.context.ask.error(error)
            return
        self._write(text, f"Biểu mẫu {_called(one)}", "Chép mẫu ra tệp")

    def write_all(self) -> None:
        """Write all forms of the office into one file."""
        name = self.desk.name("Các biểu mẫu của cơ quan")
        self._write(form_files.forms_file(self.context.workspace), name, "Chép các mẫu ra tệp")

    def _write(self, text: str, name: str, title: str) -> None:
        content = text.replace("\n", "\r\n").encode("utf-8-sig")  # as every Notepad reads it and keeps it
        suggested = Path(papers.file_name(name) + ".txt")
        papers.save_bytes(self.context.ask, self.context.tasks, content, suggested, title, FORM_FILE, self)

    def load_file(self) -> None:
        """Show what a file of forms holds; what the clerk ticks is taken, broken ones are named by their place."""
        path = self.context.ask.open_file("Nạp mẫu từ tệp", (FORM_FILE,))
        if path is None:
            return
        try:
            found = form_files.incoming(self.context.workspace, path, self.current.paper)
        except KnownError as error:
            self.context.ask.error(error)
            return
        if all(one.problem for one in found):
            said = "\n".join(f"{one.title}: {one.problem}." for one in found)
            self.context.ask.tell(f"Chưa nạp được mẫu nào từ “{path.name}”.", f"{said}\n{_MEND}", State.BAD)
            return
        if all(one.stands == form_files.SAME for one in found):
            self.context.ask.notify("Mẫu trong tệp giống mẫu đang dùng; không có gì thay đổi.", State.NEUTRAL)
            return
        dialog = LoadFormsDialog(found, path.name, self)
        dialog.accepted.connect(partial(self._take, dialog))
        dialog.open()

    def _take(self, dialog: LoadFormsDialog) -> None:
        chosen = dialog.model.chosen
        if changes := do(self.context, partial(form_files.take, self.context.workspace, chosen)):
            paper, _, name = chosen[0].key.partition(SEPARATOR)
            self._show((paper, name))
            what = f"mẫu “{chosen[0].title}”" if len(chosen) == 1 else f"{len(chosen)} mẫu"
            self._tell(changes, f"Đã nạp {what}.")

    def put_back(self) -> None:
        """Use the shipped form again; another form of the office's is removed."""
        one = self.current
        changes = do(self.context, partial(forms.remove_form, self.context.workspace, one.paper, one.name))
        self.table.setFocus()
        if changes:
            said = f"Đã xóa mẫu “{_called(one)}”." if one.name else f"“{one.title}” đã về mẫu gốc."
            self._tell(changes, said)

    def put_all_back(self) -> None:
        """Use the shipped form of every paper again, when the clerk agrees."""
        count = sum(one.is_own and not one.name for one in self.standing)
        if not self.context.ask.confirm(
            f"Bỏ {count} mẫu của cơ quan, dùng lại mẫu gốc cho mọi văn bản?",
            "Các mẫu thêm dưới tên riêng vẫn còn. Ctrl+Z lấy lại được.",
            yes="Về mẫu gốc",
        ):
            return
        if changes := do(self.context, partial(forms.remove_all_forms, self.context.workspace)):
            self._tell(changes, "Mọi văn bản đã về mẫu gốc.")

    def _tell(self, changes: Changes, text: str) -> None:
        self.context.ask.notify(text, State.GOOD, [("Hoàn tác", UndoAct(self.context, changes))])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_pages()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the pages: they are not set again."""
        self._later.stop()
        self.desk.leave_preview()
        super().hideEvent(event)


def _key(one: FormStanding) -> tuple[str, str]:
    return one.paper, one.name


def _called(one: FormStanding) -> str:
    return f"{one.title} – {one.name}" if one.name else one.title


def _used(one: FormStanding) -> str:
    """Which form is in use; an own one by its title when that says more than the paper's."""
    if not one.is_own:
        return _SHIPPED
    if one.problem:
        return _BROKEN
    if one.name:
        return _OTHER
    return _OWN if one.form_title in ("", one.title) else f"{_OWN}: {one.form_title}"


def _state(one: FormStanding) -> State:
    return State.BAD if one.problem else State.GOOD if one.is_own else State.NEUTRAL
