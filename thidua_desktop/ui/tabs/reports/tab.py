"""The tab Báo cáo: reports whose sentences and tables come from the year's figures, and its statistics."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.destinations import Destination
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.export_parts import Export, Request
from thidua_desktop.services.reports import report_texts, reports
from thidua_desktop.services.reports.reports import Missing
from thidua_desktop.ui.tab import Tab, TabContext
from thidua_desktop.ui.tabs.reports.choices import CHOICES, MIDYEAR, STATISTICS, TARGETS, ReportChoice
from thidua_desktop.ui.tabs.reports.part_card import standing_words
from thidua_desktop.ui.tabs.reports.report_page import ReportPage
from thidua_desktop.ui.tabs.reports.sheet_page import SheetPage
from thidua_desktop.ui.tabs.reports.side_panel import MISSING, PREVIEW, ReportSidePanel
from thidua_desktop.ui.tasks.outgoing import PaperDesk
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.unstored import may_leave, store_typed
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.preview import PreviewPane
from thidua_desktop.ui.widgets.search import ChoiceModel, KeyRole
from thidua_desktop.ui.widgets.side import Columns

if TYPE_CHECKING:
    from thidua_desktop.domain.papers.blocks import Document, Spreadsheet
    from thidua_desktop.domain.reports.year import ReportFacts


class ReportsTab(Tab):
    """Left the reports, in the middle the chosen one, at the right what is missing or its pages."""

    title = "Báo cáo"

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.choice = CHOICES[0]
        self._facts: ReportFacts | None = None
        self._folded_for_table = False
        self.header = PageHeader()
        self.desk = PaperDesk(context, self)
        self.report = ReportPage(context)
        self.sheet = SheetPage(context)
        self.empty = EmptyState("")
        self.paper = PreviewPane()
        self.stack = QStackedWidget()
        self.panel = ReportSidePanel()
        self._choices = ChoiceModel(self)
        self._choices.set_choices([(one.name, one.title) for one in CHOICES])
        self.list = QListView()
        self._make_acts()
        self._lay_out()
        self._connect()
        self._show()

    def _make_acts(self) -> None:
        self.act_preview = self.act("Xem trước", self._on_preview, "Ctrl+Shift+P")
        self.act_preview.setCheckable(True)
        self.act_print = self.act("In…", self.print_here)
        self.act_export = self.act("Xuất Word", self.export_first, "Ctrl+E")
        self.act_word = self.act("Xuất Word…", self.export_word)
        self.act_pdf = self.act("Xuất PDF…", self.export_pdf)
        more = QMenu()
        more.addActions([self.act_pdf, self.act_word])
        self.header.add_act(self.act_preview)
        self.header.add_act(self.act_print)
        self.header.add_menu("Khác", more)
        self.header.add_act(self.act_export, primary=True)

    def _lay_out(self) -> None:
        self.list.setModel(self._choices)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName("Các báo cáo")
        self.list.setCurrentIndex(self._choices.index(0))
        navigation = Card()
        navigation.add(self.list, 1)
        self.columns = Columns(
            (navigation, self.stack, self.panel),
            (sizes.PAGES_WIDTH, sizes.PAGE_WIDTH, sizes.COLUMN_MAX),
            remembered=self.context.remembered,
            name="reports",
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.CARD)
        column.addWidget(self.header)
        column.addWidget(self.columns, 1)
        for page in (self.report, self.sheet, self.empty, self.paper):
            self.stack.addWidget(page)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.report.wants_missing.connect(self._on_wants_missing)
        self.panel.missing.wanted.connect(self._on_missing_wanted)
        self.panel.turned.connect(self._on_turned)
        self.panel.folded.connect(self._on_turned)
        self.empty.started.connect(self._on_empty)
        self.desk.pages.connect(self._on_pages)
        self.desk.no_pages.connect(self._on_no_pages)

    # What is shown

    def set_year(self, year: int) -> None:
        """Show another year; what is typed is stored for the year it was typed in."""
        store_typed(self)
        self.context.year = year
        self._show()

    def reload(self, changes: Changes | None) -> None:
        """Read the year again: any table may be part of a report; of what is typed here only the words."""
        only_words = changes is not None and changes.kinds <= {report_texts.TABLE}
        if only_words and self._facts is not None:
            self._show_facts(reports.reread_texts(self.context.workspace, self._facts), again=True)
        else:
            self._show(again=True)

    def _show(self, *, again: bool = False) -> None:
        midyear = self.choice.name == MIDYEAR
        facts = reports.gather(self.context.workspace, self.context.year, midyear=midyear)
        self._show_facts(facts, again=again)

    def _show_facts(self, facts: ReportFacts, *, again: bool) -> None:
        self._facts = facts
        missing = reports.missing_in(facts)
        self.panel.show_missing(missing)
        self.header.set_title(self.choice.title_of(facts.year), self.choice.subtitle)
        self.header.show_state(*(standing_words(len(missing)) if self.choice.kind == "report" else ("",)))
        self._show_middle(facts, missing)
        self.panel.setVisible(self.choice.kind != "paper")
        self._enable()
        if not self.shows_pages:
            return
        if again:
            self.desk.refresh()
        else:
            self._preview()

    def _show_middle(self, facts: ReportFacts, missing: tuple[Missing, ...]) -> None:
        if self.choice.kind == "report":
            self.report.show_report(report_texts.kind(midyear=self.choice.name == MIDYEAR), facts)
            self.report.show_missing(len(missing), missing[0].text if missing else "")
            self.stack.setCurrentWidget(self.report)
        elif self.choice.kind == "paper":
            self.stack.setCurrentWidget(self.paper)
        elif self._has_rows(facts):
            self._show_sheet()
        else:
            what = "chỉ tiêu" if self.choice.name == TARGETS else "khen thưởng"
            self.empty.set_words(f"Năm {facts.year} chưa có {what} nào", self.choice.needs, self.choice.act)
            self.stack.setCurrentWidget(self.empty)

    def _has_rows(self, facts: ReportFacts) -> bool:
        return bool(facts.awards) if self.choice.name == STATISTICS else bool(facts.plan and facts.targets)

    def _show_sheet(self) -> None:
        try:
            self.sheet.show_sheets(self.choice.name, self._sheet()())
        except KnownError as error:
            self.empty.set_words(error.happened, error.advice)
            self.stack.setCurrentWidget(self.empty)
            return
        self.stack.setCurrentWidget(self.sheet)

    def _enable(self) -> None:
        export, there = self._export, self.stack.currentWidget() is not self.empty
        self.act_export.setText("Xuất Excel" if export.sheet else "Xuất Word")
        self.act_word.setVisible(bool(export.sheet and export.document))
        for act in (self.act_preview, self.act_print, self.act_pdf, self.act_word):
            act.setEnabled(there and export.document is not None)
        self.act_export.setEnabled(there)
        self.act_preview.setVisible(self.choice.kind != "paper")
        self.act_preview.setChecked(self.panel.shows_preview)

    @property
    def shows_pages(self) -> bool:
        """Whether the pages as printed are in view."""
        return self.choice.kind == "paper" or self.panel.shows_preview

    @property
    def _export(self) -> Export:
        from thidua_desktop.services.exports import EXPORTS

        return EXPORTS[self.choice.name]

    def _on_chosen(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.data(KeyRole) == self.choice.name:
            return
        if not may_leave(self.context.ask, self):
            self._select(self.choice)
            return
        self.choice = next(one for one in CHOICES if one.name == current.data(KeyRole))
        self._give_width()
        self._show()

    def _give_width(self) -> None:
        """A table wants the width of the panel, unless pages are looked at; the panel comes back after it."""
        if self.choice.kind == "sheet" and not self.panel.is_folded and not self.panel.shows_preview:
            self._folded_for_table = True
            self.panel.fold(True)
        elif self.choice.kind == "report" and self._folded_for_table:
            self._folded_for_table = False
            self.panel.fold(False)

    def _select(self, choice: ReportChoice) -> None:
        self.list.setCurrentIndex(self._choices.index(self._choices.row_of(choice.name)))

    def show_place(self, kind: str, row_id: int) -> None:
        """Bring a report into view by its name; any other kind leaves the tab as it stands."""
        for choice in CHOICES:
            if choice.name == kind:
                self._select(choice)

    def _on_wants_missing(self) -> None:
        self.panel.show_page(MISSING)

    def _on_missing_wanted(self, missing: Missing) -> None:
        self.context.go_to(missing.goes_to)

    def _on_empty(self) -> None:
        self.context.go_to(Destination(self.choice.goes_to, year=self.context.year))

    # Papers

    def _on_preview(self, shown: bool) -> None:
        self.panel.show_page(PREVIEW if shown else MISSING)
        self.act_preview.setChecked(self.panel.shows_preview)

    def _on_turned(self, page: int) -> None:
        self.act_preview.setChecked(self.panel.shows_preview)
        if self.shows_pages:
            self._preview()
        else:
            self.desk.leave_preview()

    def _pane(self) -> PreviewPane:
        return self.paper if self.choice.kind == "paper" else self.panel.preview

    def _on_pages(self, pdf: bytes) -> None:
        self._pane().show_pdf(pdf)

    def _on_no_pages(self, happened: str, advice: str) -> None:
        self._pane().clear(happened, advice)

    def _preview(self) -> None:
        if self.act_print.isEnabled():
            self.desk.preview(self._paper())
        else:
            self.desk.leave_preview()
            self._on_no_pages("Chưa có gì để xem", self.choice.needs)

    def _request(self) -> Request:
        """What is exported: the year, for the table of targets its plan."""
        plan = self._facts.plan if self._facts else None
        of_a_plan = self._export.about is not None and plan is not None
        return Request(self.context.year, plan.id if of_a_plan and plan else None)

    def _paper(self) -> Callable[[], Document]:
        return self.desk.paper(self.choice.name, self._request())

    def _sheet(self) -> Callable[[], Spreadsheet]:
        return self.desk.sheet(self.choice.name, self._request())

    def _name(self) -> str:
        return self.desk.name(self.choice.title, self.context.year)

    def export_first(self) -> None:
        """Write the report as Word, the table as Excel."""
        if self._export.sheet:
            self.desk.export_sheet(self._sheet(), self._name())
        else:
            self.export_word()

    def export_word(self) -> None:
        """Write it as .docx."""
        self.desk.export(self._paper(), self._name(), "docx")

    def export_pdf(self) -> None:
        """Write it as PDF."""
        self.desk.export(self._paper(), self._name(), "pdf")

    def print_here(self) -> None:
        """Ctrl+P: print it."""
        if self.act_print.isEnabled():
            self.desk.print(self._paper(), self._name())

    def focus_here(self) -> None:
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the style sheet is known, which makes the rows of the list higher than they were measured."""
        super().showEvent(event)
        self.list.doItemsLayout()

    def hideEvent(self, event) -> None:
        """Nothing typed waits while the tab is out of sight."""
        store_typed(self)
        super().hideEvent(event)
