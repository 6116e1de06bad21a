"""The phases of a plan, with the year drawn above them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.plan.year_strip import YearStrip, year_strip
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.plan_list import PlanList
from thidua_desktop.ui.tabs.plans.year_strip_view import YearStripView, told_of
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label

PHASES = "plan_phases"
_WIDTHS = {
    "name": 12 * sizes.CHAR,
    **dict.fromkeys(("start", "end", "report_deadline"), 13 * sizes.CHAR),
    "occasions": 26 * sizes.CHAR,
}
_LEGEND = "⚑ hạn báo cáo   ◇ ngày kỷ niệm   ▨ chưa có đợt nào   ▩ hai đợt trùng nhau"


class PhasesList(PlanList):
    """As every list; a click on the year's strip goes to the phase, and the phase of the row is marked in it."""

    follows = ("plans", PHASES)

    def __init__(self, context: TabContext, plan_id: int) -> None:
        super().__init__(context, PHASES, plan_id, widths=_WIDTHS)
        self.table.two_line_rows()
        self.calendar.chosen.connect(self._on_chosen)
        self.look_again()

    def above_table(self) -> QWidget:
        """The strip, what is wrong in it, and what its signs mean."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        self.calendar = YearStripView()
        self.remarks = label("", "", wrap=True)
        column.addWidget(self.calendar)
        column.addWidget(label(_LEGEND, "small"))
        column.addWidget(self.remarks)
        return holder

    def look_again(self) -> None:
        if not self.plan_id:
            return
        plan = plans.plan(self.context.workspace, self.plan_id)
        strip = year_strip(plan.phases, plan.year)
        self.calendar.show_strip(strip, self.context.workspace.today())
        self.remarks.setText("\n".join(f"! {words}." for words in _remarks(strip)))
        self.remarks.setVisible(bool(self.remarks.text()))
        self.show_row()

    def show_row(self) -> None:
        plan_row = self._row_in_plan()
        self.calendar.show_current(plan_row)

    def _row_in_plan(self) -> int:
        """The place of the chosen phase in the plan's own order; the table may be sorted otherwise."""
        chosen = self.chosen_id()
        phases = plans.plan(self.context.workspace, self.plan_id).phases if chosen and self.plan_id else ()
        return next((row for row, phase in enumerate(phases) if phase.id == chosen), -1)

    def _on_chosen(self, row: int) -> None:
        phases = plans.plan(self.context.workspace, self.plan_id).phases
        if row < len(phases):
            self.show_record(phases[row].id)


def _remarks(strip: YearStrip) -> list[str]:
    said = [told_of(stretch) for stretch in (*strip.gaps, *strip.overlaps)]
    if strip.undated:
        said.append(f"Chưa đủ ngày bắt đầu, kết thúc: {', '.join(strip.undated)}")
    return said
