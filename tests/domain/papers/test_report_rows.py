"""The targets of a report as rows."""

from __future__ import annotations

from thidua_desktop.domain.papers.report_paper import target_rows
from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.reports.year import ResultLine


def test_a_figure_is_printed_as_the_plan_says_it_however_it_is_judged() -> None:
    judged = TargetValue(5.8, "‰", "<=")
    line = ResultLine(name="Tỷ lệ tăng dân số", number="1", planned=judged, planned_text="5,8‰", unit="‰")
    (row,) = target_rows((line,))
    assert (row["planned"], row["unit"]) == ("5,8", "‰")
