"""What came back: the files at the left, the rows of the one in view at the right, before anything is stored."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.sheets.file_report import FileReport
from thidua_desktop.domain.sheets.report import counted
from thidua_desktop.services.sheets.reviewing import review
from thidua_desktop.services.sheets.taking import take
from thidua_desktop.ui import theme
from thidua_desktop.ui.ask import RETURNED_SHEET
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.sheets.files_model import FilesModel, RowsOfFileModel
from thidua_desktop.ui.tasks.runner import Task
from thidua_desktop.ui.tasks.sheets import read_returned_files
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.labels import RowDetail, label, show_when
from thidua_desktop.ui.widgets.side import Columns
from thidua_desktop.ui.widgets.tick_table import TickTable

if TYPE_CHECKING:
    from thidua_desktop.ui.tasks.sheets import Read

_HINT = "Kéo thả tệp vào đây, hoặc bấm “Thêm tệp…”; tên tệp là gì cũng được. Chưa lưu gì cho tới khi bấm “Nhận”."
_NOBODY = "(chưa chọn)"


class ReceivingDialog(QDialog):
    """``taken(names, changes)`` tells what was stored. ``organisations`` are id → name of all that a file may be of."""

    taken = Signal(list, object)

    def __init__(
        self, context: TabContext, organisations: dict[int, str], phase_id: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Nhận tệp trả về – năm {context.year}")
        self.setAcceptDrops(True)
        self.context = context
        self._phase_id = phase_id
        self._read: list[Read] = []
        self._owners: dict[int, int] = {}
        self._reading: Task | None = None
        self._stopped = False
        self._chosen: dict[int, frozenset[int]] = {}
        self.files, self.rows = FilesModel(self), RowsOfFileModel(self)
        self.file_table = TickTable(self.files)
        self.row_table = TickTable(self.rows)
        self.owner = QComboBox()
        self.owner.addItem(_NOBODY, None)
        for organisation_id, name in organisations.items():
            self.owner.addItem(name, organisation_id)
        self.only_open = QCheckBox("Chỉ hiện dòng cần xem")
        self.nothing = EmptyState("Không có dòng nào cần xem", f"Bỏ dấu “{self.only_open.text()}” để xem mọi dòng.")
        self._make_labels()
        self._lay_out()
        self._connect()
        self._show_reports(())

    def _make_labels(self) -> None:
        self.title, self.said = label("", "strong", wrap=True), label("", "soft", wrap=True)
        self.detail = RowDetail()
        self.count, self.progress = label("", "soft"), label("", "soft")
        self.add_button, self.stop_button = QPushButton("Thêm tệp…"), QPushButton("Dừng đọc")
        self.take_button, self.close_button = QPushButton("Nhận"), QPushButton("Đóng")
        theme.set_kind(self.take_button, "primary")
        for button in (self.add_button, self.stop_button, self.close_button):
            button.setAutoDefault(False)
        self.file_table.setAccessibleName("Các tệp trả về")
        self.row_table.setAccessibleName("Các dòng của tệp đang chọn")
        self.owner.setAccessibleName("Đơn vị của tệp đang chọn")
        for table in (self.file_table, self.row_table):
            table.setSelectionBehavior(TickTable.SelectionBehavior.SelectRows)
        self.file_table.rows_as_needed()
        self.row_table.rows_as_needed()

    def _lay_out(self) -> None:
        files = Card("Tệp")
        files.add(self.file_table, 1)
        rows = self.rows_card = Card()
        rows.add(self.title)
        rows.add(self.said)
        whose = QHBoxLayout()
        whose.setSpacing(sizes.UNIT)
        whose.addWidget(label("Đơn vị", "soft"))
        whose.addWidget(self.owner, 1)
        whose.addWidget(self.only_open)
        rows.add_layout(whose)
        rows.add(self.row_table, 1)
        rows.add(self.nothing, 1)
        rows.add(self.detail)
        rows.add(self.count)
        top, foot = QHBoxLayout(), QHBoxLayout()
        for part, stretch in ((label(_HINT, "soft", wrap=True), 1), (self.add_button, 0)):
            top.addWidget(part, stretch)
        for part, stretch in ((self.progress, 1), (self.stop_button, 0), (self.take_button, 0), (self.close_button, 0)):
            foot.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addLayout(top)
        widths = [sizes.READING_WIDTH, sizes.PAGE_WIDTH]
        column.addWidget(
            Columns([files, rows], widths, grows=1, remembered=self.context.remembered, name="columns/returned"), 1
        )
        column.addLayout(foot)
        self._fill_screen()

    def _fill_screen(self) -> None:
        """Two tables beside each other want the room there is."""
        room = self.screen().availableGeometry().size()
        self.resize(min(room.width() - sizes.TOP_BAR, 1680), min(room.height() - 2 * sizes.TOP_BAR, 900))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.choose_files)
        self.stop_button.clicked.connect(self._on_stop)
        self.take_button.clicked.connect(self.take_ticked)
        self.close_button.clicked.connect(self.reject)
        self.file_table.rows_changed.connect(self._show_file)
        self.row_table.rows_changed.connect(self._show_detail)
        self.files.dataChanged.connect(self._show_button)
        self.rows.dataChanged.connect(self._on_rows_ticked)
        self.only_open.toggled.connect(self._show_rows)
        self.owner.activated.connect(self._on_owner)

    # Files come

    def choose_files(self) -> None:
        """Let the clerk choose files, and read them."""
        self.add_files(self.context.ask.open_files("Chọn các tệp trả về", (RETURNED_SHEET,)))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read these files, beside those that are here."""
        if not paths or self._reading is not None:
            return
        self._reading = read_returned_files(self.context.tasks, paths, self._on_read, self)
        self._reading.progress.told.connect(self.progress.setText)
        self._reading.ended.connect(self._on_ended)
        self.progress.setText(f"Đang đọc {len(paths)} tệp…")
        self._show_button()

    def _on_stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._stopped = True

    def _on_ended(self) -> None:
        self._reading = None
        self.progress.setText("Đã dừng đọc; chưa lưu gì." if self._stopped else "")
        self._stopped = False
        self._show_button()

    def _on_read(self, found: list[Read]) -> None:
        first = len(self._read)
        self._read += found
        self._review(first)

    def _review(self, row: int) -> None:
        """What all the files would do now; the one at ``row`` comes into view."""
        workspace, year = self.context.workspace, self.context.year
        self._show_reports(review(workspace, year, self._read, owners=self._owners, phase_id=self._phase_id), row)

    def _show_reports(self, reports: Sequence[FileReport], row: int = 0) -> None:
        """What the clerk ticked, or not, stays so; of a file that is ready now nobody has to ask."""
        unticked = {
            at for at, one in enumerate(self.files.reports) if one.can_be_taken and not self.files.is_ticked(at)
        }
        ticked = [at for at, one in enumerate(reports) if one.state == "ready" and at not in unticked]
        forms = {reports[at].form for at in ticked}
        ticked += [at for at in self.files.ticked if at not in ticked and reports[at].form not in forms]
        before = {at: one.rows for at, one in enumerate(self.files.reports)}
        self._chosen = {at: some for at, some in self._chosen.items() if before.get(at) == reports[at].rows}
        self.files.show_reports([replace(one, chosen=self._chosen.get(at)) for at, one in enumerate(reports)], ticked)
        if reports:
            self.file_table.go_to(min(row, len(reports) - 1))
        self._show_file()
        self._show_button()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(dropped_files(event))
        event.acceptProposedAction()

    # The file in view

    @property
    def current(self) -> int:
        """The place of the file in view, -1 for none."""
        row = self.file_table.currentIndex().row()
        return row if 0 <= row < len(self.files.reports) else -1

    def _show_file(self) -> None:
        at = self.current
        report = self.files.reports[at] if at >= 0 else None
        self.rows_card.set_title(report.source.name if report else "")
        self.title.setText(report.title if report else "Chưa có tệp nào")
        self.said.setText(" ".join(filter(None, (report.problem, *report.remarks))) if report else "")
        show_when(self.said, bool(self.said.text()))
        self.owner.setEnabled(report is not None and (report.can_be_taken or report.state == "choose"))
        found = self.owner.findData(report.organisation_id) if report else 0
        self.owner.setCurrentIndex(max(found, 0))
        self._show_rows()

    def _show_rows(self, *_: object) -> None:
        at = self.current
        report = self.files.reports[at] if at >= 0 else None
        self.rows.show_report(report, only_open=self.only_open.isChecked())
        self.count.setText(_counted(report))
        hidden = report is not None and bool(report.rows) and not self.rows.rowCount()
        self.row_table.setVisible(not hidden)
        self.nothing.setVisible(hidden)
        if self.rows.rowCount():
            self.row_table.go_to(0)
        self._show_detail()

    def _show_detail(self) -> None:
        row = self.row_table.current_row()
        report = self.rows.report_at(row) if 0 <= row < self.rows.rowCount() else None
        self.detail.show_texts((report.text, report.why) if report else ())

    def _on_owner(self, _: int) -> None:
        """The clerk says whose the file is: everything is held against that organisation's year."""
        at, wanted = self.current, self.owner.currentData()
        if at < 0 or wanted is None:
            return
        self._owners[at] = int(wanted)
        self._chosen.pop(at, None)
        self._review(at)

    def _on_rows_ticked(self, *_: object) -> None:
        if self.current >= 0:
            self._chosen[self.current] = frozenset(self.rows.chosen)
            reports = list(self.files.reports)
            reports[self.current] = replace(reports[self.current], chosen=self._chosen[self.current])
            self.files.reports = tuple(reports)
            self.count.setText(_counted(reports[self.current]))

    # Taking

    def _show_button(self, *_: object) -> None:
        count = len(self.files.ticked)
        self.take_button.setText(f"Nhận {count} tệp" if count else "Nhận")
        self.take_button.setEnabled(bool(count) and self._reading is None)
        self.add_button.setEnabled(self._reading is None)
        show_when(self.stop_button, self._reading is not None)

    def take_ticked(self) -> None:
        """Store the ticked files, each as an act of its own; those not taken stay in view."""
        if not self.files.ticked or self._reading is not None:
            return
        count, names, made = len(self.files.ticked), list[str](), list[Changes]()
        refused: KnownError | None = None
        done: set[int] = set()
        while (wanted := self._first_of_each(done)) and refused is None:
            for at in wanted:
                report = self.files.reports[at]
                self.progress.setText(f"Đang lưu tệp {len(names) + 1} trong {count}…")
                self.progress.repaint()
                try:
                    made.append(take(self.context.workspace, self.context.year, report))
                except KnownError as error:
                    refused = error
                    break
                names.append(report.source.name)
                self._chosen.pop(at, None)
                done.add(at)
            self._review(max(self.current, 0))
        self.progress.setText("")
        if made:
            self.taken.emit(names, made)
        if refused is not None:
            self.context.ask.error(refused)
        elif not any(one.state in ("ready", "tied", "choose", "refused") for one in self.files.reports):
            self.accept()

    def _first_of_each(self, done: Collection[int]) -> list[int]:
        """The ticked files that are not ``done``, of each organisation its first: another one of it is held against
        what that one stored.
        """
        firsts: dict[int | None, int] = {}
        for at in (one for one in self.files.ticked if one not in done):
            firsts.setdefault(self.files.reports[at].organisation_id, at)
        return list(firsts.values())

    def reject(self) -> None:
        """Esc and “Đóng”: what is being read is dropped, nothing of it was stored."""
        if self._reading is not None:
            self._reading.drop()
        super().reject()


def dropped_files(event: QDropEvent) -> list[Path]:
    """The files that are being dropped, also those of a folder that is."""
    found: list[Path] = []
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        found += sorted(one for one in path.iterdir() if one.is_file()) if path.is_dir() else [path]
    return [path for path in found if path.is_file() and not path.name.startswith((".", "~"))]


def _counted(report: FileReport | None) -> str:
    if report is None or not report.rows:
        return ""
    return f"{len(report.rows)} dòng: {counted(report.rows)}. Sẽ lưu {len(report.taken_rows())} dòng."
