"""The tab Khen thưởng: rounds with their nominations, decisions and papers; what was given; the rules."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.awards import decisions, nominees, rounds
from thidua_desktop.services.awards.rounds import RoundSummary
from thidua_desktop.services.export_parts import Request
from thidua_desktop.ui.tab import Tab, TabContext
from thidua_desktop.ui.tabs.awards.acts import RoundActs
from thidua_desktop.ui.tabs.awards.given_page import GivenPage
from thidua_desktop.ui.tabs.awards.papers_menu import PAPERS, PREVIEW, PRINT, SHEET, WORD, PapersMenu
from thidua_desktop.ui.tabs.awards.round_list import GIVEN, ROUND, RULES, SETTINGS, Place, RoundList, told
from thidua_desktop.ui.tabs.awards.round_page import RoundPage
from thidua_desktop.ui.tabs.awards.rules_page import RulesPage
from thidua_desktop.ui.tabs.awards.settings_page import SettingsPage
from thidua_desktop.ui.tabs.awards.steps import CERTIFICATES, COUNCIL, DECIDING, NOMINATING
from thidua_desktop.ui.tasks.outgoing import PaperDesk
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.unstored import may_leave, store_typed
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.side import Columns

_WHAT_BELONGS = (
    "Mỗi đợt xét (tổng kết năm, chuyên đề, đột xuất) giữ danh sách đề nghị, kết quả Hội đồng, tờ trình, quyết định và "
    "giấy khen. Chương trình đối chiếu từng điều kiện theo luật và tính tiền thưởng."
)
_NOTHING_TO_DECIDE = "Chưa có ai được Hội đồng chọn mà đang chờ Chủ tịch xã quyết định"
_PAGES = {GIVEN: GivenPage, RULES: RulesPage, SETTINGS: SettingsPage}
_TITLES = {
    GIVEN: "Khen thưởng đã có",
    RULES: "Quy định về thi đua, khen thưởng",
    SETTINGS: "Quy chế của cơ quan",
}
# The paper that each step is about: what Ctrl+P prints and Xem trước shows.
_PAPER_OF = {NOMINATING: "nominations", COUNCIL: "nominations", DECIDING: "decision", CERTIFICATES: "certificates"}


class AwardsTab(Tab):
    """Left the year's rounds and two pages beside them, right the chosen one."""

    title = "Khen thưởng"

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.header = PageHeader()
        self.list = RoundList()
        self.round = RoundPage(context)
        self.acts = RoundActs(context, self.round, self)
        self.desk = PaperDesk(context, self)
        self.pages: dict[str, GivenPage | RulesPage | SettingsPage] = {}
        self.empty = EmptyState("", _WHAT_BELONGS, "Thêm đợt xét")
        self.stack = QStackedWidget()
        self._rounds: dict[int, RoundSummary] = {}
        self._make_acts()
        self._lay_out()
        self._connect()
        self.set_year(context.year)

    def _make_acts(self) -> None:
        self.act_take = self.act("Lấy từ đăng ký", self.acts.take_registered)
        self.act_take.setToolTip("Đề nghị mọi danh hiệu các đơn vị đã đăng ký trong năm")
        self.act_preview = self.act("Xem trước", None, "Ctrl+Shift+P")
        self.act_preview.setCheckable(True)
        self.act_preview.toggled.connect(self._on_preview)
        self.act_word = self.act("Xuất Word văn bản của bước này…", self.export_here, "Ctrl+E")
        self.act_issue = self.act("Ban hành quyết định…", self.acts.issue)
        self.papers = PapersMenu()
        self.papers.wanted.connect(self.send_out)
        more = QMenu()
        more.addAction(self.act_word)
        more.addAction("Nhập quyết định của cấp trên…", self.acts.record_upper)
        more.addSeparator()
        more.addAction("Thêm đợt xét", self.add_round)
        more.addAction("Xóa đợt xét này", self.acts.remove_round)
        self.header.add_act(self.act_take)
        self.header.add_act(self.act_preview)
        self._menus = [self.header.add_menu("Giấy tờ", self.papers), self.header.add_menu("Khác", more)]
        self.header.add_act(self.act_issue, primary=True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.CARD)
        column.addWidget(self.header)
        widths = [sizes.PAGES_WIDTH + 4 * sizes.UNIT, sizes.PAGE_WIDTH * 2]
        remembered = self.context.remembered
        column.addWidget(
            Columns([self.list, self.stack], widths, remembered=remembered, name="columns/rounds", parent=self), 1
        )
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.round)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.add_wanted.connect(self.add_round)
        self.empty.started.connect(self.add_round)
        self.round.step_chosen.connect(self._on_step)
        self.round.nominations.choice_wanted.connect(self.acts.choose)
        self.round.nominations.all_wanted.connect(self.acts.choose_all)
        self.round.nominations.confirm_wanted.connect(self.acts.confirm)
        self.round.nominations.facts_wanted.connect(self.acts.evaluate)
        self.acts.rules_wanted.connect(self._on_rules_wanted)
        self.round.panel.answered.connect(self.acts.answer)
        self.round.panel.years_wanted.connect(self.acts.show_years)
        self.round.panel.adopt_wanted.connect(self.acts.adopt_subject)
        self.round.panel.link_wanted.connect(self.acts.link_subject)
        deciding = self.round.deciding
        deciding.issue_wanted.connect(self.acts.issue)
        deciding.upper_wanted.connect(self.acts.record_upper)
        deciding.remove_wanted.connect(self.acts.remove_decision)
        deciding.paper_wanted.connect(self.send_out)
        deciding.decision_wanted.connect(self._on_decision)
        self.desk.pages.connect(self.round.preview.show_pdf)
        self.desk.no_pages.connect(self.round.preview.clear)

    # What is shown

    def set_year(self, year: int) -> None:
        """Show the newest round of that year, or how to begin one; the other pages stay in view."""
        store_typed(self)
        self.context.year = year
        self._read_rounds()
        current = self.list.current()
        if current is None or current.page == ROUND:
            self._show_place(self._first_place(current))
        else:
            self.pages[current.page].reload(None)

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern; a round that is gone gives way to another of the year."""
        self._read_rounds()
        place = self.list.current()
        if place is not None and place.page != ROUND:
            self.pages[place.page].reload(changes)
        elif self.round.round_id in self._rounds:
            self.round.reload(self._rounds[self.round.round_id], changes)
            self._show_head()
        else:
            self._show_place(self._first_place(None))
        self.desk.refresh()

    def _read_rounds(self) -> None:
        listed = rounds.round_summaries(self.context.workspace, self.context.year)
        self._rounds = {one.id: one for one in listed}
        self.list.show_rounds(self.context.year, listed)

    def _first_place(self, wanted: Place | None) -> Place:
        if wanted is not None and wanted.id in self._rounds:
            return wanted
        return Place(ROUND, max(self._rounds, default=0))

    def _show_place(self, place: Place) -> None:
        self._leave_pages()
        self.list.choose(place)
        if place.page != ROUND:
            self.stack.setCurrentWidget(self._page(place.page))
        elif place.id:
            if place.id != self.round.round_id:
                self.round.show_round(self._rounds[place.id])
            else:
                self.round.reload(self._rounds[place.id], None)
            self.stack.setCurrentWidget(self.round)
        else:
            self.round.summary = None
            self.empty.set_words(f"Chưa có đợt xét nào trong năm {self.context.year}", _WHAT_BELONGS, "Thêm đợt xét")
            self.stack.setCurrentWidget(self.empty)
        self._show_head()

    def _page(self, key: str) -> GivenPage | RulesPage | SettingsPage:
        if key not in self.pages:
            self.pages[key] = _PAGES[key](self.context)
            self.stack.addWidget(self.pages[key])
        else:
            self.pages[key].reload(None)
        return self.pages[key]

    def _show_head(self) -> None:
        place = self.list.current()
        if place is not None and place.page != ROUND:
            self.header.set_title(_TITLES[place.page])
        elif summary := self._rounds.get(self.round.round_id):
            self.header.set_title(summary.name, f"Loại hình: {summary.award_type} · {told(summary)}")
        else:
            self.header.set_title(f"Khen thưởng năm {self.context.year}")
        of_a_round = self.stack.currentWidget() is self.round
        for act in (self.act_take, self.act_preview, self.act_word, self.act_issue):
            act.setEnabled(of_a_round)
            act.setVisible(of_a_round)
        self.act_issue.setEnabled(of_a_round and self._has_to_decide())
        self.act_issue.setToolTip("" if self.act_issue.isEnabled() else _NOTHING_TO_DECIDE)
        for menu in self._menus:
            menu.setVisible(of_a_round)

    def _has_to_decide(self) -> bool:
        """Whether somebody was chosen whom the chair of the commune decides."""
        summary = self._rounds[self.round.round_id]
        return summary.undecided > 0 and bool(decisions.expected(self.context.workspace, summary.id).here)

    def _on_chosen(self, place: Place) -> None:
        if may_leave(self.context.ask, self):
            self._show_place(place)
        else:
            self.list.choose(self._shown_place())

    def _on_rules_wanted(self, day: str) -> None:
        self._on_chosen(Place(RULES))
        if self._shown_place().page == RULES:
            self.pages[RULES].show_bonuses(day)

    def _shown_place(self) -> Place:
        page = next((key for key, page in self.pages.items() if page is self.stack.currentWidget()), ROUND)
        return Place(page, self.round.round_id if page == ROUND else 0)

    def _on_step(self, step: int) -> None:
        self._leave_pages()
        self.round.show_step(step)
        if step == CERTIFICATES:
            self.act_preview.setChecked(True)

    # Acts

    def add_round(self) -> None:
        """Add a round to the year and show it."""
        if not may_leave(self.context.ask, self):
            return
        try:
            changes, round_id = rounds.add_round(self.context.workspace, self.context.year)
        except KnownError as error:
            self.context.ask.error(error)
            return
        self.context.bus.publish(changes)
        self._read_rounds()
        self._show_place(Place(ROUND, round_id))
        name = self.round.fields[NOMINATING].fields["name"].widget
        name.setFocus()
        name.selectAll()

    # Papers

    def send_out(self, paper: str, way: str) -> None:
        """Show, print or write a paper of the round."""
        request = Request(self.context.year, self.round.round_id)
        name = self.desk.name(f"{PAPERS[paper]} - {self._rounds[self.round.round_id].name}", self.context.year)
        if way == SHEET:
            self.desk.export_sheet(self.desk.sheet(paper, request), name)
        else:
            self._send(self.desk.paper(paper, request), name, way)

    def _on_decision(self, decision_id: int, way: str) -> None:
        from thidua_desktop.services.awards import award_papers

        gather = self.desk.own_paper(
            "decision", lambda workspace: award_papers.decision_document_of(workspace, decision_id)
        )
        self._send(gather, self.desk.name("Quyết định khen thưởng", self.context.year), way)

    def _send(self, gather, name: str, way: str) -> None:
        if way == PREVIEW:
            self._show_pages(gather)
        elif way == PRINT:
            self.desk.print(gather, name)
        else:
            self.desk.export(gather, name, way)

    def _show_pages(self, gather) -> None:
        with QSignalBlocker(self.act_preview):
            self.act_preview.setChecked(True)
        self._name_preview()
        self.round.show_pages(True)
        self.desk.preview(gather)

    def _on_preview(self, shown: bool) -> None:
        self._name_preview()
        if shown:
            self.send_out(_PAPER_OF[self.round.step], PREVIEW)
        else:
            self.desk.leave_preview()
            self.round.show_pages(False)

    def _name_preview(self) -> None:
        self.act_preview.setText("Thôi xem trước" if self.act_preview.isChecked() else "Xem trước")

    def _leave_pages(self) -> None:
        if self.act_preview.isChecked():
            self.act_preview.setChecked(False)

    def print_here(self) -> None:
        """Ctrl+P: print the paper of the step in view."""
        if self.stack.currentWidget() is self.round:
            self.send_out(_PAPER_OF[self.round.step], PRINT)

    def export_here(self) -> None:
        """Ctrl+E: write the paper of the step in view."""
        self.send_out(_PAPER_OF[self.round.step], WORD)

    # The window asks

    def show_place(self, kind: str, row_id: int) -> None:
        """A round, a nomination, what was given, or the rules."""
        if not may_leave(self.context.ask, self):
            return
        if kind == "rule_corrections":
            self._show_place(Place(RULES))
        elif kind == "awards":
            self._show_place(Place(GIVEN))
            if row_id:
                self.pages[GIVEN].view.show_record(row_id)
        elif kind == "rounds":
            self._show_place(self._first_place(Place(ROUND, row_id)))
        elif kind == "nominations":
            self._show_nomination(row_id)

    def _show_nomination(self, row_id: int) -> None:
        round_id = nominees.round_of(self.context.workspace, row_id)
        if round_id in self._rounds:
            self._show_place(Place(ROUND, round_id))
            self._on_step(NOMINATING)
            self.round.nominations.show_record(row_id)

    def find_here(self) -> None:
        """Ctrl+F: search the table in view."""
        page = self.stack.currentWidget()
        if isinstance(page, GivenPage | RulesPage | SettingsPage):
            page.find_here()
        elif page is self.round and self.round.step in self.round.fields and not self.round.previewing:
            self.round.nominations.register.find_here()
        else:
            self.list.rounds.setFocus()

    def focus_here(self) -> None:
        """The table of nominations, or the list of rounds."""
        (self.round.nominations.register.table if self._rounds else self.list.add_button).setFocus()

    def hideEvent(self, event) -> None:
        """Nothing typed waits while the tab is out of sight."""
        store_typed(self)
        super().hideEvent(event)
