"""The tab Đăng ký – Giao ước: who registers what in the year, who commits to what, and what comes of it."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.destinations import DIRECTORY, PLANS, Destination
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registration import commitments, registrations
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import Tab, TabContext
from thidua_desktop.ui.tabs.commitments.bringing_in import BringingIn
from thidua_desktop.ui.tabs.commitments.by_organisation import OrganisationsView
from thidua_desktop.ui.tabs.commitments.by_target import TargetsView
from thidua_desktop.ui.tabs.commitments.chasing.view import ChasingView
from thidua_desktop.ui.tabs.commitments.paper_acts import Paper, PaperActs
from thidua_desktop.ui.tabs.commitments.papers.view import PapersView
from thidua_desktop.ui.tabs.commitments.progress.view import ProgressView
from thidua_desktop.ui.tabs.commitments.scoring.view import ScoringView
from thidua_desktop.ui.tabs.commitments.sheets.acts import SheetActs
from thidua_desktop.ui.tabs.commitments.summary_view import SummaryView
from thidua_desktop.ui.tabs.commitments.year_view import YearView
from thidua_desktop.ui.tasks.outgoing import PaperDesk
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.unstored import store_typed
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.page_tabs import PageTabs

VIEWS: tuple[tuple[str, type[YearView]], ...] = (
    ("Theo đơn vị", OrganisationsView),
    ("Theo chỉ tiêu", TargetsView),
    ("Giấy tờ", PapersView),
    ("Tiến độ", ProgressView),
    ("Đôn đốc", ChasingView),
    ("Chấm điểm", ScoringView),
    ("Tổng hợp", SummaryView),
)
BY_ORGANISATION, BY_TARGET, PAPERS, CHASING, SCORING, SUMMARY = (
    [view for _, view in VIEWS].index(view)
    for view in (OrganisationsView, TargetsView, PapersView, ChasingView, ScoringView, SummaryView)
)
_WHAT_BELONGS = (
    "Mỗi đơn vị thi đua trong năm có một bản đăng ký: danh hiệu đăng ký và cam kết gắn với chỉ tiêu của kế hoạch. "
    "In bản đăng ký, ghi lại khi đơn vị nộp, rồi theo dõi kết quả từng đợt ngay tại đây."
)


class CommitmentsTab(Tab):
    """The views of one year, each made when it is first looked at, and how to begin while there is no organisation."""

    title = "Đăng ký – Giao ước"

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.header = PageHeader()
        self.switch = PageTabs("Xem theo")
        self.desk = PaperDesk(context, self)
        self.papers = PaperActs(context, self.desk, self._chosen, self)
        self._made: dict[int, YearView] = {}
        self.empty = self._empty_page()
        self.stack = QStackedWidget(self)
        self.bringing_in = BringingIn(context, self)
        self.sheets = SheetActs(context, self)
        self._stale: set[int] = set()
        self._make_acts()
        self._lay_out()
        self._connect()
        self.set_year(context.year)

    def _make_acts(self) -> None:
        self.act_candidates = self.act("Lấy từ kế hoạch…", self.bringing_in.take_from_plan)
        self.act_candidates.setToolTip("Lấy các đơn vị có tên trong kế hoạch năm, cùng cam kết của họ")
        self.act_add = self.act("Thêm đơn vị…", self.bringing_in.add)
        self.act_directory = self.act("Sửa đơn vị đang chọn trong Danh mục", self._go_to_directory)
        self.act_directory.setToolTip("Tên, loại, người đứng đầu… của đơn vị được sửa ở thẻ Danh mục")
        self.act_preview = self.act("Xem trước", None, "Ctrl+Shift+P")
        self.act_preview.setCheckable(True)
        self.act_preview.toggled.connect(self._on_preview)
        self.act_export = self.act("Xuất Word", self.export_here, "Ctrl+E")
        who = QMenu()
        who.setToolTipsVisible(True)
        who.addActions([self.act_candidates, self.act_add, self.act_directory])
        who.aboutToShow.connect(self._on_who)
        self.header.add_menu("Đơn vị", who)
        self.act_papers = self.act("In biểu mẫu…", self.print_papers)
        self.act_papers.setToolTip("Chọn các biểu mẫu, đơn vị rồi in hoặc xuất Word, PDF một lần")
        self.header.add_act(self.act_papers)
        sheets = self.sheets.menu()
        self.papers.add_sheets(sheets)
        self.sheets_button = self.header.add_menu("Tệp Excel", sheets)
        self.header.add_act(self.act_preview)

    def _empty_page(self) -> EmptyState:
        start = EmptyState("Chưa có đơn vị nào", _WHAT_BELONGS)
        self.other_start = QPushButton()
        theme.set_kind(self.other_start, "link")
        start.add_below(self.other_start)
        return start

    def _lay_out(self) -> None:
        for words, _ in VIEWS:
            self.switch.addTab(words)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.header)
        column.addWidget(self.switch)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.switch.currentChanged.connect(self._on_switch)
        self.empty.started.connect(self._on_start)
        self.other_start.clicked.connect(self._on_other_start)
        self.bringing_in.added.connect(self._on_added)
        self.desk.pages.connect(self._on_pages)
        self.desk.no_pages.connect(self._on_no_pages)

    # What is shown

    def view_of(self, number: int) -> YearView:
        """A view by its place in the switch."""
        if number not in self._made:
            view = self._made[number] = VIEWS[number][1](self.context, self.stack)
            view.plan_wanted.connect(self._go_to_plan)
            view.organisation_wanted.connect(self.show_organisation)
            view.paper_changed.connect(self._show_pages)
            view.panel.turned.connect(self._show_pages)
            self.stack.addWidget(view)
        return self._made[number]

    @property
    def view(self) -> YearView:
        """The view of the switch."""
        return self.view_of(self.switch.currentIndex())

    @property
    def organisations(self) -> OrganisationsView:
        """The view by organisation."""
        return cast(OrganisationsView, self.view_of(BY_ORGANISATION))

    @property
    def targets(self) -> TargetsView:
        """The view by target."""
        return cast(TargetsView, self.view_of(BY_TARGET))

    @property
    def summary(self) -> SummaryView:
        """The view of the whole year."""
        return cast(SummaryView, self.view_of(SUMMARY))

    def set_year(self, year: int) -> None:
        """Show that year."""
        self.context.year = year
        self.reload(None)

    def reload(self, changes: Changes | None) -> None:
        """The view in front reads again at once, the others when they are next shown."""
        self._stale = set(range(len(VIEWS))) - {self.switch.currentIndex()}
        self.view.reload(changes)
        self._show_head()
        self._show_front()
        self.desk.refresh()

    def _show_head(self) -> None:
        workspace, year = self.context.workspace, self.context.year
        standings = registrations.standing(workspace, year)
        listed = [one for one in standings if one.registration_id is not None]
        waiting = sum(one.received_on is None for one in listed)
        received = f"{len(listed) - waiting} đã nộp bản đăng ký, {waiting} chưa nộp"
        about = f"{len(listed)} đơn vị trong năm · {received}" if listed else ""
        alone = sum(
            one.organisation_id is None for one in commitments.of_year(self.context.workspace, self.context.year)
        )
        if alone:
            about = " · ".join(filter(None, (about, f"{alone} cam kết trong kế hoạch chưa gắn với đơn vị")))
        self.header.set_title(f"Đăng ký – Giao ước năm {year}", about)
        self._some = bool(standings)
        self.act_candidates.setEnabled(bool(self._plans()))
        for part in (self.act_preview, self.act_export):
            part.setEnabled(bool(listed))

    def _show_front(self) -> None:
        beginning = not self._some and self.switch.currentIndex() == BY_ORGANISATION
        self.stack.setCurrentWidget(self.empty if beginning else self.view)
        year, planned = self.context.year, bool(self._plans())
        self.empty.set_words(
            f"Chưa có đơn vị nào thi đua năm {year}" if planned else f"Năm {year} chưa có kế hoạch và chưa có đơn vị",
            _WHAT_BELONGS if planned else f"{_WHAT_BELONGS} Chưa có kế hoạch vẫn đăng ký danh hiệu được.",
            "Lấy đơn vị từ kế hoạch…" if planned else "Thêm đơn vị…",
        )
        self.other_start.setText("Thêm đơn vị…" if planned else "Đến Kế hoạch")

    def _plans(self) -> list:
        return plans.counting_plans(self.context.workspace, self.context.year)

    def _on_switch(self, number: int) -> None:
        store_typed(self)
        if number in self._stale:
            self._stale.discard(number)
            self.view.reload(None)
        self._show_front()
        self._show_pages()

    def _on_start(self) -> None:
        if self._plans():
            self.bringing_in.take_from_plan()
        else:
            self.bringing_in.add()

    def _on_other_start(self) -> None:
        if self._plans():
            self.bringing_in.add()
        else:
            self._go_to_plan()

    def _go_to_plan(self) -> None:
        self.context.show_tab(PLANS)

    def _on_who(self) -> None:
        """Which one is chosen is seen in the view by organisation alone."""
        seen = self.switch.currentIndex() == BY_ORGANISATION and self._chosen() is not None
        self.act_directory.setEnabled(seen)

    def _go_to_directory(self) -> None:
        if chosen := self._chosen():
            self.context.go_to(Destination(DIRECTORY, "organisations", chosen[0]))

    def show_organisation(self, organisation_id: int) -> None:
        """Show that organisation in the view by organisation."""
        self.switch.setCurrentIndex(BY_ORGANISATION)
        self.organisations.choose(organisation_id)
        self.organisations.focus_here()

    def _on_added(self, name: str) -> None:
        """A new organisation is opened: its form is what comes next."""
        listed = registrations.standing(self.context.workspace, self.context.year)
        for one in (one for one in listed if one.name == name):
            self.show_organisation(one.organisation_id)

    def show_place(self, kind: str, row_id: int) -> None:
        """Bring an organisation, a target or the list of who has not answered into view."""
        match kind:
            case "organisations" | "registered_titles" | "commitment_results":
                self.show_organisation(row_id)
            case "target_results" | "plan_targets":
                self.switch.setCurrentIndex(BY_TARGET)
                self.targets.choose(row_id)
            case "registrations" | "reminders":
                self.switch.setCurrentIndex(CHASING)
                cast(ChasingView, self.view).show_record(kind, row_id)
            case _ if kind.startswith("sent_papers"):
                self.switch.setCurrentIndex(PAPERS)
                cast(PapersView, self.view).show_record(kind, row_id)
            case "scores" | "criteria" | "criteria_sets":
                self.switch.setCurrentIndex(SCORING)
                cast(ScoringView, self.view).show_record(kind, row_id)

    # Papers

    def _chosen(self) -> tuple[int, str] | None:
        chosen = self.organisations.chosen
        return (chosen.organisation_id, chosen.name) if chosen else None

    def _paper(self) -> Paper | None:
        """What is previewed and printed of the view in front."""
        return self.papers.of(self.view.paper())

    def _on_preview(self, wanted: bool) -> None:
        self.view.panel.show_preview(wanted)
        self.view.columns.make_room(self.view.panel, sizes.READING_WIDTH if wanted else sizes.CHOICE_WIDTH)

    def _show_pages(self, *_: object) -> None:
        """Set the pages of the view in front while they are looked at."""
        shown = self.view.panel.previews and self.stack.currentWidget() is self.view
        self.act_preview.blockSignals(True)
        self.act_preview.setChecked(shown)
        self.act_preview.blockSignals(False)
        paper = self._paper() if shown else None
        if paper is not None:
            self.desk.preview(paper[0])
            return
        self.desk.leave_preview()
        if shown:
            self.view.panel.preview.clear("Chưa có gì để in", "Chọn một đơn vị, hoặc nhập kế hoạch của năm trước.")

    def _on_pages(self, pdf: bytes) -> None:
        self.view.panel.preview.show_pdf(pdf)

    def _on_no_pages(self, happened: str, advice: str) -> None:
        self.view.panel.preview.clear(happened, advice)

    def print_papers(self) -> None:
        """Let the clerk tick papers and organisations, then print or write them at once."""
        self.papers.ask(self.view.paper())

    def print_here(self) -> None:
        """Ctrl+P: print what the view in front is about."""
        if self.act_export.isEnabled():
            self.papers.print(self._paper())

    def export_here(self) -> None:
        """Ctrl+E: write as .docx what Ctrl+P prints."""
        self.papers.export(self._paper(), "docx")

    # The tab

    def focus_here(self) -> None:
        """Put the keyboard into what the view is chosen or typed in."""
        if self.stack.currentWidget() is self.empty:
            self.empty.setFocus()
        else:
            self.view.focus_here()

    def find_here(self) -> None:
        """Ctrl+F: search what is in view."""
        if self.stack.currentWidget() is not self.empty:
            self.view.find_here()

    def hideEvent(self, event) -> None:
        """Nothing typed waits while the tab is out of sight."""
        store_typed(self)
        super().hideEvent(event)
