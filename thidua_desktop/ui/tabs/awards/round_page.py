"""One round: its four steps, the nominations or decisions in the middle, the chosen nomination at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.awards import council, rule_corrections, verdicts
from thidua_desktop.services.awards.rounds import RoundSummary
from thidua_desktop.services.awards.verdicts import NominationVerdict
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.awards.deciding_page import DecidingPage
from thidua_desktop.ui.tabs.awards.nominations_view import NominationsView
from thidua_desktop.ui.tabs.awards.panel import NominationPanel
from thidua_desktop.ui.tabs.awards.round_fields import RoundFields
from thidua_desktop.ui.tabs.awards.standings import standings
from thidua_desktop.ui.tabs.awards.steps import CERTIFICATES, COUNCIL, DECIDING, NOMINATING, StepLine
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.unstored import store_typed
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.preview import PreviewPane
from thidua_desktop.ui.widgets.scrolling import scrolling
from thidua_desktop.ui.widgets.side import Columns

JUDGE_AFTER = 150  # milliseconds after the last change before the rules are asked again about everybody
_JUDGED_SOON = 1000  # nominations; with more the rules wait until nobody types, and the row in view is judged at once
_JUDGE_MANY_AFTER = 2000
_JUDGED_BY = (
    *("rounds", "nominations", "nomination_answers", "person_years", "organisation_years", "initiatives", "awards"),
    *("people", "organisations", "registrations", "registered_titles", "rule_corrections", "office_definitions"),
    *("decisions", "office"),
)


class RoundPage(QWidget):
    """``step_chosen`` tells the step the clerk goes to; the other signals are those of its parts."""

    step_chosen = Signal(int)

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.summary: RoundSummary | None = None
        self.verdicts: dict[int, NominationVerdict] = {}
        self.steps = StepLine()
        self.fields = {
            NOMINATING: RoundFields(context, ("name", "award_type", "received_on")),
            COUNCIL: RoundFields(context, ("council_on", "council_members", "council_present")),
        }
        self.warnings = InlineMessage()
        self.nominations = NominationsView(context)
        self.deciding = DecidingPage(context)
        self.preview = PreviewPane()
        self.panel = NominationPanel(context)
        self.middle = QStackedWidget()
        self._judge_waits = False
        self._judge_later = QTimer(self, singleShot=True, interval=JUDGE_AFTER)
        self._lay_out()
        self.steps.chosen.connect(self.step_chosen)
        self.nominations.row_chosen.connect(self._on_row)
        self._judge_later.timeout.connect(self.judge)

    def _lay_out(self) -> None:
        self._work = QWidget()
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(sizes.UNIT)
        head = Card()
        for fields in self.fields.values():
            head.add(fields)
        head.add(self.warnings)
        self.warnings.hide()
        work.addWidget(head)
        work.addWidget(self.nominations, 1)
        self._preview_card = Card()
        self._preview_card.add(self.preview, 1)
        self.middle.setMinimumWidth(sizes.PAGE_MIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.CARD)
        column.addWidget(self.steps)
        remembered = self.context.remembered
        widths = [sizes.READING_WIDTH * 2, sizes.SIDE_WIDTH + 6 * sizes.UNIT]
        parts = [self.middle, self.panel]
        column.addWidget(Columns(parts, widths, grows=0, remembered=remembered, name="columns/awards", parent=self), 1)
        self._pages = (scrolling(self._work), scrolling(self.deciding), self._preview_card)
        for page in self._pages:
            self.middle.addWidget(page)

    # What is shown

    @property
    def round_id(self) -> int:
        """The round in view, 0 for none."""
        return self.summary.id if self.summary else 0

    @property
    def step(self) -> int:
        """The step in view."""
        return self.steps.current

    @property
    def previewing(self) -> bool:
        """Whether pages are in view."""
        return self.middle.currentWidget() is self._preview_card

    def show_round(self, summary: RoundSummary) -> None:
        """Show another round, at its first step."""
        store_typed(self)
        self.summary = summary
        self.nominations.show_round(summary.id)
        self.panel.show_nothing()
        if self.nominations.register.model.rows.count:
            self.nominations.register.table.go_to(0)
        self.judge()
        self.show_step(NOMINATING)

    def reload(self, summary: RoundSummary, changes: Changes | None) -> None:
        """Read again what ``changes`` concern of the round in view."""
        self.summary = summary
        self.nominations.reload(changes)
        self._show_fields()
        if changes is None or changes.touches(*_JUDGED_BY):
            self._judge_soon()

    def _judge_soon(self) -> None:
        if len(self.verdicts) <= _JUDGED_SOON:
            self._judge_later.start(JUDGE_AFTER)
            return
        self._judge_later.start(_JUDGE_MANY_AFTER)
        if row_id := self.nominations.register.chosen_id():
            self.verdicts[row_id] = verdicts.verdict(self.context.workspace, row_id)
            self.nominations.register.model.work_out_again()
            self._on_row(row_id)

    def show_step(self, step: int) -> None:
        """Show the work of a step; pages in view give way, the last step is pages itself."""
        store_typed(self)
        self.steps.choose(step)
        for number, fields in self.fields.items():
            fields.setVisible(number == step)
        if step in self.fields:
            self.nominations.show_step(step)
        self.panel.setVisible(step in self.fields)
        work, deciding, pages = self._pages
        self.middle.setCurrentWidget((work, work, deciding, pages)[step])
        self._show_fields()
        self._show_warnings()

    def show_pages(self, shown: bool) -> None:
        """Show the pages of a paper in the middle, or the work of the step again."""
        if shown:
            self.panel.hide()
            self.middle.setCurrentWidget(self._preview_card)
        else:
            self.show_step(NOMINATING if self.step == CERTIFICATES else self.step)

    def _show_fields(self) -> None:
        if self.step == DECIDING:
            self.deciding.show_round(self.round_id)
        elif self.step in self.fields:
            self.fields[self.step].show_round(self.round_id)

    # What the rules say

    def judge(self) -> None:
        """Ask the rules about every nomination of the round, and show what they say."""
        self._judge_later.stop()
        if self.summary is None:
            return
        found = verdicts.verdicts(self.context.workspace, self.round_id)
        self.verdicts = {one.nomination_id: one for one in found}
        self._council = council.council(self.context.workspace, self.round_id)
        self.nominations.show_verdicts(self.verdicts, self._council.votes)
        self.steps.show_standings(standings(self.summary, found))
        self._show_warnings()
        self._on_row(self.nominations.register.chosen_id())

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is worked out; it waits until the page is shown again."""
        self._judge_waits = self._judge_later.isActive()
        self._judge_later.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._judge_waits:
            self._judge_waits = False
            self._judge_later.start()

    def _show_warnings(self) -> None:
        """What is wrong with the rules, and what the Council's meeting wants looked at: it only warns."""
        said = list(rule_corrections.law_problems(self.context.workspace))
        if self.step == COUNCIL:
            passed = [line.figures for line in self._council.ceilings if line.answer != "đạt"]
            said += [*self._council.warnings, *passed]
        self.warnings.setVisible(bool(said))
        if said:
            self.warnings.show_message(said[0], "\n".join(said[1:]), State.WAIT)

    def _on_row(self, row_id: int) -> None:
        found = self.verdicts.get(row_id)
        cells = self.nominations.cells(row_id) if found else {}
        if found and cells and self.summary:
            self.panel.show_nomination(cells["subject"], found, self.summary.year)
        elif row_id == 0 or not cells:
            self.panel.show_nothing()
