"""The panel of the chosen nomination: each condition, who decides, the bonus; the nominee's facts; what was changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.rules import Authority, Bonus
from thidua_desktop.services import history
from thidua_desktop.services.awards import confirming
from thidua_desktop.services.awards.verdicts import NominationVerdict
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.awards.answers import worded
from thidua_desktop.ui.tabs.awards.condition_cards import ConditionCards
from thidua_desktop.ui.tabs.awards.subject_page import SubjectPage
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.register_history import RecordHistory
from thidua_desktop.ui.widgets.scrolling import scrolling
from thidua_desktop.ui.widgets.side import PagedPanel

CONDITIONS, FACTS, HISTORY = range(3)
_NOTHING = "Chọn một dòng để xem từng điều kiện, ai quyết định và tiền thưởng."
_BY_HAND = "Quy định chưa đối chiếu chỉ nhắc, không chặn; bạn vẫn đề nghị được."


class NominationPanel(PagedPanel):
    """``answered(key, yes | no | None)`` when the clerk confirms a condition; the other signals as the facts page's."""

    answered = Signal(str, object)
    years_wanted = Signal()
    adopt_wanted = Signal()
    link_wanted = Signal(int)

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__("Điều kiện", "Điều kiện, hồ sơ hoặc lịch sử", parent)
        self.context = context
        self._found: NominationVerdict | None = None
        self._year = 0
        self.chip = StatusChip()
        self.add_to_title(self.chip)
        self.award = label("", "strong", wrap=True)
        self.decider, self.bonus = label("", wrap=True), label("", wrap=True)
        self.decider_source, self.bonus_source = label("", "small", wrap=True), label("", "small", wrap=True)
        self.decision = label("", "strong", wrap=True)
        theme.set_state(self.decision, State.GOOD)
        self.link = InlineMessage()
        self.cards = ConditionCards()
        self.only_warns = label(_BY_HAND, "small", wrap=True)
        self.nothing = label(_NOTHING, "soft", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.facts = SubjectPage(context)
        self.history = RecordHistory()
        self._lay_out()
        self.turned.connect(self._show_page)
        self.cards.answered.connect(self.answered)
        self.facts.years_wanted.connect(self.years_wanted)
        self.facts.adopt_wanted.connect(self.adopt_wanted)
        self.facts.link_wanted.connect(self.link_wanted)
        self.show_nothing()

    def _lay_out(self) -> None:
        self.add_page("Điều kiện", scrolling(self._conditions()))
        self.add_page("Hồ sơ", scrolling(self.facts))
        self.add_page("Lịch sử", self.history)
        self.add(self.nothing, 1)

    def _conditions(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, sizes.UNIT, 0)
        column.setSpacing(sizes.HALF)
        for widget in (
            *(self.award, self.link, self.decision, self.decider, self.decider_source, self.bonus, self.bonus_source),
            *(self.cards, self.only_warns),
        ):
            column.addWidget(widget)
        column.addStretch(1)
        return page

    # What is shown

    def show_nothing(self) -> None:
        """No nomination is chosen."""
        self._found = None
        self.set_title("Điều kiện")
        self.chip.show_state("")
        self.pages.hide()
        self.nothing.show()

    def show_nomination(self, subject: str, found: NominationVerdict, year: int) -> None:
        """Show this one; ``subject`` is its name."""
        self._found, self._year = found, year
        self.set_title(subject)
        self.chip.show_state(*worded(found.verdict.answer))
        self.chip.setVisible(not self.is_folded)
        self.nothing.hide()
        self.pages.show()
        self.award.setText(found.verdict.award)
        self.decision.setText(f"{State.GOOD.sign} Đã có quyết định: {found.decision}" if found.decision else "")
        show_when(self.decision, bool(found.decision))
        self.link.setVisible(bool(found.link))
        self.link.show_message(found.link, "Chưa có hồ sơ để xét: xem trang Hồ sơ.", State.WAIT)
        self._show_authority(found.authority)
        self._show_bonus(found.bonus)
        self._show_conditions(found)
        self._show_page()

    def _show_authority(self, authority: Authority | None) -> None:
        said = authority.who if authority else "Chưa rõ ai quyết định."
        through = f" {authority.through}" if authority and authority.through else ""
        self.decider.setText(f"Quyết định: {said.removesuffix('.')}.{through}")
        self.decider_source.setText(_source(authority))
        show_when(self.decider_source, bool(self.decider_source.text()))

    def _show_bonus(self, bonus: Bonus) -> None:
        self.bonus.setText(f"Tiền thưởng: {bonus.sentence}")
        self.bonus_source.setText(_source(bonus))
        show_when(self.bonus_source, bool(self.bonus_source.text()))

    def _show_conditions(self, found: NominationVerdict) -> None:
        workspace = self.context.workspace
        asked = confirming.asked(workspace, found.verdict.pack)
        self.cards.show_lines(found.verdict.lines, asked, found.facts.confirmed)
        show_when(self.only_warns, any(line.answer == "lưu ý" for line in found.verdict.lines))

    def _show_page(self) -> None:
        """Fill the page in view; the others are filled when they are turned to."""
        if self._found is None:
            return
        page = self.tabs.currentIndex()
        if page == FACTS:
            self.facts.show_subject(self._found, self._year)
        elif page == HISTORY:
            entries = history.record_history(self.context.workspace, "nominations", self._found.nomination_id)
            self.history.show_entries(entries)


def _source(told: Authority | Bonus | None) -> str:
    if told is None or not told.article:
        return ""
    return " · ".join(part for part in (told.article, told.source, told.mark, told.note) if part)
