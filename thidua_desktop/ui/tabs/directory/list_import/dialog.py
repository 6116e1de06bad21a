"""A list from a file: its columns at the left, at the right every row with what it would do, then taken as one act."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.lists.headings import Headings, best_page, find_headings, headings_at
from thidua_desktop.domain.lists.meanings import FAMILY, GIVEN, ListKind
from thidua_desktop.domain.lists.report import ListRowReport, Question, answered, counted
from thidua_desktop.domain.lists.rows import MappedList
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.services.members import list_import
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.directory.list_import.columns_card import ColumnsCard
from thidua_desktop.ui.tabs.directory.list_import.posts_line import PostsLine
from thidua_desktop.ui.tabs.directory.list_import.questions import QuestionsPane
from thidua_desktop.ui.tabs.directory.list_import.row_judge import RowJudge
from thidua_desktop.ui.tabs.directory.list_import.rows_model import FILTERS, ListRowsModel
from thidua_desktop.ui.tasks.lists import read_list_file
from thidua_desktop.ui.tasks.runner import Task
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import RowDetail, label, show_when
from thidua_desktop.ui.widgets.side import Columns
from thidua_desktop.ui.widgets.tick_table import TickAll, TickTable

if TYPE_CHECKING:
    from thidua_desktop.domain.sheets.returned import ReturnedFile
    from thidua_desktop.services.members.list_import import Taking

TITLES: dict[ListKind, str] = {"people": "Nhập danh sách cá nhân", "organisations": "Nhập danh sách tổ chức"}
_NAMES: dict[ListKind, str] = {"people": "Họ và tên", "organisations": "Tên tổ chức"}
_NO_NAMES: dict[ListKind, str] = {
    "people": "Chưa có cột nào là “Họ và tên”: chọn dòng tiêu đề, hoặc chọn ở cột “Là” bên trái.",
    "organisations": "Chưa có cột nào là “Tên tổ chức”: chọn dòng tiêu đề, hoặc chọn ở cột “Là” bên trái.",
}
_NOTHING = "Dưới dòng tiêu đề không có dòng nào."
_AGAIN = 150  # milliseconds after the last change of a column
_SLICE = 0.03  # seconds of storing between two looks at the keyboard
_ONE: dict[ListKind, str] = {"people": "người", "organisations": "tổ chức"}


class ListImportDialog(QDialog):
    """``taken(changes)`` tells what was stored; then it closes."""

    taken = Signal(object)

    def __init__(self, context: TabContext, kind: ListKind, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{TITLES[kind]} – {path.name}")
        self.context, self._kind = context, kind
        self._file: ReturnedFile | None = None
        self._mapped: MappedList | None = None
        self._answers: dict = {}
        self._unticked: set[int] = set()
        self._ticked: set[int] = set()
        self._act: Taking | None = None
        self.columns = ColumnsCard(kind)
        self.rows = ListRowsModel(_NAMES[kind], self)
        self.row_table = TickTable(self.rows, stretch="reason", frozen="title")
        self.questions, self.posts = QuestionsPane(), PostsLine(context.workspace.today())
        self._later = QTimer(self, singleShot=True, interval=_AGAIN)
        self._storing = QTimer(self, singleShot=True, interval=0)
        self._judge = RowJudge(self)
        self._reports: tuple[ListRowReport, ...] = ()
        self._make_parts()
        self._lay_out()
        self._connect()
        self._reading: Task | None = read_list_file(context.tasks, path, self._on_read, self, self._on_unreadable)
        self._reading.progress.told.connect(self.progress.setText)
        self._reading.ended.connect(self._on_ended)
        self._show_buttons()

    def _make_parts(self) -> None:
        self.said = label("Đang đọc tệp…", "soft", wrap=True)
        self.detail = RowDetail()
        self.count, self.progress = label("", "soft", wrap=True), label("", "soft")
        self.filter = QComboBox()
        self.filter.addItems(list(FILTERS))
        self.filter.setAccessibleName("Dòng nào được hiện")
        one = _ONE[self._kind]
        self.all_there, self.all_new = QPushButton(f"Đều là {one} đã có"), QPushButton(f"Đều là {one} mới")
        self.stop_button, self.take_button = QPushButton("Dừng"), QPushButton("Nhập")
        self.close_button = QPushButton("Đóng")
        theme.set_kind(self.take_button, "primary")
        for button in (self.all_there, self.all_new, self.stop_button, self.take_button, self.close_button):
            button.setAutoDefault(False)  # Enter in a field is never "take all"
        self.all_there.setToolTip(f"Trả lời mọi dòng chưa rõ: là {one} giống nhất đã có trong danh mục")
        self.all_new.setToolTip(f"Trả lời mọi dòng chưa rõ: là {one} khác, thêm mới")
        self.row_table.setAccessibleName("Các dòng của danh sách")
        self.row_table.setSelectionBehavior(TickTable.SelectionBehavior.SelectRows)
        self.row_table.two_line_rows()

    def _lay_out(self) -> None:
        rows = Card("Các dòng")
        top = QHBoxLayout()
        top.setSpacing(sizes.UNIT)
        self.tick_all = TickAll()
        for part in (self.filter, self.tick_all):
            top.addWidget(part)
        top.addStretch(1)
        for part in (self.all_there, self.all_new):
            top.addWidget(part)
        rows.add_layout(top)
        rows.add(self.row_table, 1)
        rows.add(self.detail)
        rows.add(self.questions)
        rows.add(self.posts)
        rows.add(self.count)
        foot = QHBoxLayout()
        for part, stretch in ((self.progress, 1), (self.stop_button, 0), (self.take_button, 0), (self.close_button, 0)):
            foot.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.said)
        widths = [sizes.READING_WIDTH * 4 // 5, sizes.PAGE_WIDTH]
        remembered = self.context.remembered
        self._body = Columns([self.columns, rows], widths, grows=1, remembered=remembered, name="columns/list-import")
        column.addWidget(self._body, 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry().size()
        self.resize(min(room.width() - sizes.TOP_BAR, 1760), min(room.height() - 2 * sizes.TOP_BAR, 960))

    def _connect(self) -> None:
        self.columns.page_chosen.connect(self._on_page)
        self.columns.row_chosen.connect(self._on_heading_row)
        self.columns.changed.connect(self._later.start)
        self._later.timeout.connect(self._on_columns)
        self.rows.dataChanged.connect(self._on_ticked)
        self.row_table.rows_changed.connect(self._show_questions)
        self.row_table.row_opened.connect(self.questions.take_keyboard)
        self.filter.currentTextChanged.connect(self._show_rows)
        self.questions.answered.connect(self._on_answered)
        self.tick_all.wanted.connect(self._on_all)
        self.all_there.clicked.connect(partial(self._answer_all, False))
        self.all_new.clicked.connect(partial(self._answer_all, True))
        self.stop_button.clicked.connect(self._on_stop)
        self.take_button.clicked.connect(self.take)
        self.close_button.clicked.connect(self.reject)
        self._storing.timeout.connect(self._on_slice)
        self._judge.judged.connect(self._on_judged)
        self._judge.told.connect(self.progress.setText)

    # The file

    def _on_unreadable(self, error: KnownError) -> None:
        self.said.setText(str(error))
        self.context.ask.error(error)

    def _on_ended(self) -> None:
        self._reading = None
        self.progress.setText("")
        if self._file is None and self.said.text() == "Đang đọc tệp…":
            self.said.setText("Đã dừng đọc tệp; chưa lưu gì.")
        self._show_buttons()

    def _on_read(self, file: ReturnedFile) -> None:
        if not file.grids:
            self.said.setText("Tệp không có trang nào có chữ.")
            return
        self._file = file
        page, headings = best_page(file.grids, self._kind)
        self.columns.show_pages([grid.name for grid in file.grids], page)
        self._show_page(page, headings)
        self.row_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_page(self, page: int) -> None:
        assert self._file is not None, "pages are offered of a file that was read"
        self._show_page(page, find_headings(self._file.grids[page], self._kind))

    def _on_heading_row(self, row: int) -> None:
        assert self._file is not None, "rows are offered of a file that was read"
        page = self.columns.page.currentIndex()
        self._show_page(page, headings_at(self._file.grids[page], row, self._kind))

    def _show_page(self, page: int, headings: Headings | None) -> None:
        assert self._file is not None, "pages are offered of a file that was read"
        grid = self._file.grids[page]
        found = headings or headings_at(grid, -1, self._kind)
        keys = list_import.meanings_of(self.context.workspace, self._kind, found)
        self._mapped = MappedList(self._kind, self._file.name, grid, found, keys)
        self._ticked, self._unticked = set(), set()
        self._forget_rows()
        self.columns.show_headings(found, keys, len(grid.rows))
        self._review()

    def _on_columns(self) -> None:
        if self._mapped is not None and self._act is None and self.columns.keys != self._mapped.keys:
            self._mapped = replace(self._mapped, keys=self.columns.keys)
            self._forget_rows()
            self._review()

    # The rows

    def _forget_rows(self) -> None:
        """What was said about rows is about what their cells meant; what an organisation's name means stays said."""
        self._answers = {asked: answer for asked, answer in self._answers.items() if asked[0] == "home"}

    def _review(self) -> None:
        """Work out again what every row would do; until that is done the rows in view stay."""
        assert self._mapped is not None, "rows are those of a page"
        rows = list_import.reviewing(self.context.workspace, self._mapped, self._answers)
        self._judge.start(rows if self._knows_names else iter(()))
        self._show_buttons()

    @property
    def _knows_names(self) -> bool:
        """Whether a column says who or what each row is."""
        keys = set(self._mapped.keys) if self._mapped else set()
        return "name" in keys or "full_name" in keys or {FAMILY, GIVEN} <= keys

    def _on_judged(self, reports: tuple[ListRowReport, ...]) -> None:
        assert self._file is not None, "rows are those of a file that was read"
        self._reports, known = reports, self._knows_names
        missing = "" if known else _NO_NAMES[self._kind]
        nothing = _NOTHING if known and not self._reports else ""
        self.said.setText(" ".join(filter(None, (*self._file.remarks, missing, nothing))))
        show_when(self.said, bool(self.said.text()))
        self._show_rows()

    def _show_rows(self, *_: object) -> None:
        here = self.row_table.current_row()
        number = self.rows.report_at(here).number if 0 <= here < self.rows.rowCount() else 0
        chosen = {one.number for one in self._reports if one.is_ticked} - self._unticked | self._ticked
        self.rows.show_reports(self._reports, chosen, self.filter.currentText())
        if self.rows.rowCount():
            self.row_table.go_to(max(self.rows.row_of(number), 0))
        self._show_questions()
        self._show_buttons()

    def _on_ticked(self, *_: object) -> None:
        """What the clerk ticked or not stays so when the rows are worked out again."""
        own = {one.number for one in self._reports if one.is_ticked}
        self._ticked, self._unticked = self.rows.chosen - own, own - self.rows.chosen
        self._show_buttons()

    def _on_all(self, ticked: bool) -> None:
        self.rows.tick(range(self.rows.rowCount()), ticked)

    def _show_questions(self) -> None:
        row = self.row_table.current_row()
        report = self.rows.report_at(row) if 0 <= row < self.rows.rowCount() else None
        self.detail.show_texts((report.content, *report.reasons) if report else ())
        self.questions.show_row(report)

    def _on_answered(self, question: Question, answer: int | None) -> None:
        if answer is None:
            self._answers.pop((question.kind, question.key), None)
        else:
            self._answers[question.kind, question.key] = answer
        self._review()

    def _answer_all(self, as_new: bool, *_: object) -> None:
        self._answers = dict(answered(self._answers, self._reports, as_new=as_new))
        self._review()

    def _show_buttons(self) -> None:
        busy = self._act is not None
        number = len(self.rows.chosen)
        self.take_button.setText(f"Nhập {format_number(number)} dòng" if number else "Nhập")
        self.take_button.setEnabled(bool(number) and not busy and not self._judge.is_busy)
        asked = any(one.kind == "record" and one.chosen is None for row in self._reports for one in row.questions)
        for button in (self.all_there, self.all_new):
            show_when(button, asked)
        self.posts.show_rows(one for one in self._reports if one.number in self.rows.chosen)
        self._body.setEnabled(self._file is not None and not busy)
        self.close_button.setEnabled(not busy)
        show_when(self.stop_button, busy or self._reading is not None)
        if self._reports:
            self.count.setText(f"{format_number(len(self._reports))} dòng: {counted(self._reports)}.")
        else:
            self.count.setText("")

    # Taking

    def take(self) -> None:
        """Store the ticked rows as one act, slice by slice; the window goes on answering."""
        if self._later.isActive():
            self._later.stop()
            self._on_columns()
        self._judge.finish()
        if not self.rows.chosen or self._act is not None or self._mapped is None:
            return
        try:
            self._act = list_import.taking(
                self.context.workspace, self._mapped, self._reports, self.rows.chosen, since=self.posts.since
            )
        except KnownError as error:
            self.context.ask.error(error)
            return
        self._show_buttons()
        self._storing.start()

    def _on_slice(self) -> None:
        assert self._act is not None, "the timer runs while an act does"
        try:
            finished = self._act.step(_SLICE)
        except KnownError as error:
            self._end()
            self.context.ask.error(error)
            return
        done, total = format_number(self._act.done), format_number(self._act.total)
        self.progress.setText(f"Đang lưu {done} trong {total} dòng…")
        if finished:
            changes = self._act.changes
            self._end()
            self.taken.emit(changes)
            self.accept()
        else:
            self._storing.start()

    def _end(self) -> None:
        self._storing.stop()
        self._act = None
        self.progress.setText("")
        self._show_buttons()

    def _on_stop(self) -> None:
        """What is being read is given up, what is being stored is taken back."""
        if self._reading is not None:
            self._reading.cancel()
        if self._act is not None:
            self._act.cancel()
            self._end()
            self.progress.setText("Đã dừng; chưa lưu dòng nào.")

    def reject(self) -> None:
        """Esc and “Đóng”: while rows are being stored it only stops that."""
        if self._act is not None:
            self._on_stop()
            return
        self._judge.stop()
        if self._reading is not None:
            self._reading.drop()
        super().reject()
