"""The view Tiến độ: every commitment with its result of a phase, grouped with totals, or the year as one picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.registration.progress import standing
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.registration import commitments, progress
from thidua_desktop.services.registration.progress import By
from thidua_desktop.ui.ask import PDF_FILE
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.progress.progress_model import GROUP, ProgressModel
from thidua_desktop.ui.tabs.commitments.progress.year_picture import YearPicture
from thidua_desktop.ui.tabs.commitments.registering.adjusting import Adjusting
from thidua_desktop.ui.tabs.commitments.result_view import ResultView
from thidua_desktop.ui.tabs.commitments.side import CirclePanel
from thidua_desktop.ui.tabs.commitments.year_view import Wanted, YearView
from thidua_desktop.ui.tasks import papers
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.progress import BarDelegate
from thidua_desktop.ui.widgets.scrolling import scrolling
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.side import Columns

PROGRESS_FORM = "progress-form"
_WHOLE_YEAR = "Cả năm"
_BY: tuple[tuple[str, By], ...] = (
    ("Theo đơn vị", "organisation"),
    ("Theo chỉ tiêu", "target"),
    ("Theo lĩnh vực", "field"),
)


class ProgressView(YearView):
    """``plan_wanted`` when the year has no commitment."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = ProgressModel(context.workspace, context.year)
        self.results = ResultView(context, self.model, "progress")
        self.results.table.setItemDelegate(BarDelegate(self.results.table))
        self.results.table.setAccessibleName("Cam kết và kết quả của các đơn vị")
        self.search = SearchField("Tìm cam kết, đơn vị (Ctrl+F)")
        self.phase = QComboBox()
        self.by = QComboBox()
        self.close_button = QPushButton("Chỉ xem tổng")
        self.picture_button = QPushButton("Bức tranh năm")
        self.count = label("", "soft", wrap=True)
        self.picture = YearPicture()
        self.panel = CirclePanel(context)
        self.adjusting = Adjusting(context, self)
        self.empty = EmptyState(
            "Chưa có cam kết nào",
            "Cam kết lấy từ kế hoạch hoặc bản đăng ký của đơn vị; nhập ở mục Theo đơn vị hoặc trong thẻ Kế hoạch.",
            "Đến Kế hoạch",
        )
        self.stack = QStackedWidget()
        self._phases: tuple[str, ...] = ()
        self._lay_out()
        self._connect()

    # Made

    def _lay_out(self) -> None:
        self.phase.setAccessibleName("Đợt")
        self.by.setAccessibleName("Xếp nhóm")
        self.by.addItems([words for words, _ in _BY])
        for button in (self.close_button, self.picture_button):
            button.setCheckable(True)
        self.close_button.setToolTip("Gấp mọi nhóm, chỉ còn dòng tổng; Enter trên dòng tổng mở một nhóm")
        self.pdf_button = QPushButton("Xuất")
        self.pdf_button.setProperty("menu", True)
        menu = QMenu(self.pdf_button)
        menu.addAction("In bức tranh năm…", self.print_picture)
        menu.addAction("Xuất PDF bức tranh năm…", self.export_picture)
        self.pdf_button.setMenu(menu)
        self.search.setMaximumWidth(sizes.SIDE_WIDTH)
        bar = QHBoxLayout()
        bar.setSpacing(sizes.UNIT)
        bar.addWidget(self.search, 1)
        for part in (self.phase, self.by, self.close_button):
            bar.addWidget(part)
        bar.addStretch()
        bar.addWidget(self.picture_button)
        bar.addWidget(self.pdf_button)
        for page in (self.results, scrolling(self.picture), self.empty):
            self.stack.addWidget(page)
        card = Card()
        card.setMinimumWidth(sizes.PAGE_MIN)
        card.add_layout(bar)
        card.add(self.count)
        card.add(self.stack, 1)
        widths = [sizes.READING_WIDTH * 2, sizes.CHOICE_WIDTH]
        remembered = self.context.remembered
        self.columns = Columns(
            [card, self.panel], widths, grows=0, remembered=remembered, name="columns/progress", parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)

    def _connect(self) -> None:
        self.search.searched.connect(self.model.search)
        self.search.went_down.connect(self.results.table.setFocus)
        self.phase.activated.connect(self._on_phase)
        self.by.activated.connect(self._on_by)
        self.close_button.toggled.connect(self.model.close_all)
        self.picture_button.toggled.connect(self._show_page)
        self.results.table.row_opened.connect(self.model.toggle)
        self.results.chosen.connect(self._fill_panel)
        self.model.layoutChanged.connect(self._on_rows)
        self.model.modelReset.connect(self._on_rows)
        self.panel.turned.connect(self._fill_panel)
        self.panel.details.link_wanted.connect(self._on_link)
        self.panel.details.terms.adjust_wanted.connect(self.adjusting.ask)
        self.empty.started.connect(self.plan_wanted)

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern; another year begins anew."""
        if self.model.year != self.context.year or changes is None:
            self.model.year = self.context.year
            self.model.show()
        else:
            self.model.reload(changes)
        self._show_phases()
        self._fill_panel()

    def _show_phases(self) -> None:
        """The phases to choose from; the chosen one stays while it is there."""
        names = tuple(phase.name for phase in self.model.sheet.phases)
        if names != self._phases:
            self._phases = names
            self.phase.clear()
            self.phase.addItems([_WHOLE_YEAR, *names])
        self.phase.setCurrentIndex(0 if self.model.place is None else self.model.place + 1)

    def _on_phase(self, number: int) -> None:
        self.model.show_phase(number - 1 if number else None)
        self.paper_changed.emit()

    def _on_by(self, number: int) -> None:
        self.close_button.setChecked(False)
        self.model.group_by(_BY[number][1])
        self._show_page()

    def _on_rows(self, *_: object) -> None:
        rows = [row for group in self.model.groups for row in group.rows]
        found = standing(row.status for row in rows)
        names = len({row.organisation for row in rows})
        self.count.setText(f"{found.total} cam kết của {names} đơn vị: {found.words}" if rows else "")
        self._show_page()

    def _show_page(self, *_: object) -> None:
        some = bool(self.model.sheet.rows)
        for part in (self.search, self.phase, self.by, self.close_button, self.picture_button, self.pdf_button):
            part.setEnabled(some)
        if not some:
            self.stack.setCurrentIndex(2)
            return
        wanted = self.picture_button.isChecked()
        self.close_button.setEnabled(not wanted)
        self.phase.setEnabled(not wanted)
        if wanted:
            self.picture.show_picture(self._picture(), self.context.workspace.today())
        self.stack.setCurrentIndex(1 if wanted else 0)

    def _picture(self) -> progress.Picture:
        by = _BY[self.by.currentIndex()][1]
        return progress.picture(self.context.workspace, self.context.year, by, self.model.sheet)

    def choose(self, commitment_id: int) -> bool:
        """Put the keyboard into that commitment; False when it is not shown."""
        return self.results.choose(commitment_id)

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.search.take_keyboard()

    def focus_here(self) -> None:
        """Put the keyboard into the sheet."""
        self.results.table.setFocus()

    def paper(self) -> Wanted | None:
        """The form on which the organisation of the row reports the phase in view."""
        from thidua_desktop.services.exports import EXPORTS

        row = self.results.current()
        if row is None or row.organisation_id is None or PROGRESS_FORM not in EXPORTS:
            return None
        place = self.model.place
        phase_id = row.cells[place].phase_id if place is not None else None
        request = Request(self.context.year, phase_id, organisation_id=row.organisation_id)
        return Wanted(PROGRESS_FORM, request, f"Phiếu kết quả {row.organisation}")

    def _fill_panel(self, *_: object) -> None:
        row = self.results.current()
        row = None if row is None or row.kind == GROUP else row
        if self.panel.shows_details:
            phase = self.results.current_phase() if row is not None else None
            name = self.model.sheet.phases[phase].name if phase is not None else ""
            self.panel.details.show_row(row, phase, name)
        elif self.panel.shows_history:
            self.panel.show_record("commitments", row.owner_id if row else 0)

    # Acts

    def _on_link(self, commitment_id: int, target_id: int) -> None:
        do(self.context, lambda: commitments.link(self.context.workspace, commitment_id, target_id))

    def _pdf(self) -> bytes:
        from thidua_desktop.ui.tabs.commitments.progress.picture_paper import picture_pdf

        return picture_pdf(self._picture(), self._title(), self.context.workspace.today())

    def _title(self) -> str:
        return f"Tiến độ thực hiện cam kết thi đua năm {self.context.year} ({self.by.currentText().lower()})"

    def print_picture(self) -> None:
        """Print the picture of the year."""
        from thidua_desktop.ui.printing import print_pdf

        print_pdf(self.context.ask, self.context.tasks, self._pdf(), self._title(), self)

    def export_picture(self) -> None:
        """Write the picture of the year as PDF."""
        name = Path(f"{papers.file_name(self._title())}.pdf")
        ask, tasks = self.context.ask, self.context.tasks
        papers.save_bytes(ask, tasks, self._pdf(), name, "Xuất PDF", PDF_FILE, self)
