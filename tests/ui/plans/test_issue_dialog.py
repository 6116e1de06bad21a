"""What the window that issues a plan says before the text is frozen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services import rewording
from tests.ui.plans.conftest import PLAN
from thidua_desktop.domain.plan.plans import PartialDate
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.issue_dialog import IssueDialog

WHOLE = ("Thu nhập bình quân 60 triệu đồng.",)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("Trồng rừng: … ha.", "Thu gom rác đạt …%."), "còn 2 câu có chỗ để trống"),
        (("Thu nhập bình quân … triệu đồng.",), "còn 1 câu có chỗ để trống"),
        (WHOLE, ""),
    ],
)
def test_blanks_that_are_left_are_said_and_do_not_forbid(qtbot, context, stored, lines, said):
    section = plans.plan(context.workspace, stored).sections[1]
    rewording.set_body(context.workspace, stored, section.id, tuple(plain(line) for line in lines))
    dialog = IssueDialog(context, plans.plan(context.workspace, stored))
    qtbot.addWidget(dialog)
    words = dialog.message._title.text() if not dialog.message.isHidden() else ""
    assert (said in words) if said else ("để trống" not in words)
    dialog.number.setText("15")
    dialog.day.setText("05/02/2026")
    dialog.accept()
    assert dialog.issued is not None


def test_a_number_below_ten_is_said_with_its_zero(tab, stored):
    tab.reload(None)
    tab.states.issue()
    tab.states.dialog.number.setText("5")
    tab.states.dialog.day.setText("05/02/2026")
    tab.states.dialog.accept()
    assert tab.states.banner.title.full_text() == "✓ Đã ban hành số 05/KH-UBND ngày 05/02/2026"


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        (PartialDate(None, None, None), "05/02/2026"),
        (PartialDate(None, 2, 2026), "05/02/2026"),
        (PartialDate(None, 1, 2026), ""),
        (PartialDate(None, None, 2024), ""),
        (PartialDate(9, 1, 2024), "09/01/2024"),
    ],
)
def test_today_is_proposed_only_where_the_plan_says_no_other_month_or_year(qtbot, context, said, proposed):
    _, plan_id = plans.store_plan(context.workspace, replace(PLAN, date=said))
    dialog = IssueDialog(context, plans.plan(context.workspace, plan_id))
    qtbot.addWidget(dialog)
    assert dialog.day.text() == proposed
