"""A file that was read beside the plan of the year: what is ticked comes home."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.typing import press_key
from thidua_desktop.domain.plan.drafts import with_ids
from thidua_desktop.domain.plan.plans import Target, TargetValue
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services.plan import plans, states
from thidua_desktop.services.registration import results
from thidua_desktop.ui.tabs.plans.differences_model import WHAT


@pytest.fixture
def beside(view, context):
    """The import view with the plan of the year that differs in subject and place."""
    other = replace(view.draft.plan, title="Phát động thi đua", place="Nơi cũ")
    _, plan_id = plans.store_plan(context.workspace, with_ids(other))
    view.stop_comparing()
    return view, plan_id


def test_a_file_is_offered_for_comparison_only_where_the_year_has_a_plan(view, context):
    assert view.comparing.banner.isHidden()
    plans.store_plan(context.workspace, view.draft.plan)
    view.stop_comparing()
    assert view.comparing.banner.title.full_text() == f"Năm {view.draft.plan.year} đã có kế hoạch"


def test_comparing_is_the_main_act_where_the_year_has_a_plan(view, context):
    bar = view.bar
    assert (bar.store_button.property("kind"), bar.compare_button.isVisible()) == ("primary", False)
    plans.store_plan(context.workspace, view.draft.plan)
    view.stop_comparing()
    assert (bar.store_button.property("kind"), bar.store_button.text()) == ("", "Lưu thành kế hoạch khác")
    assert (bar.compare_button.property("kind"), bar.compare_button.isVisible()) == ("primary", True)


def test_ctrl_s_compares_where_the_year_has_a_plan_and_stores_no_second_one(beside, context):
    view, plan_id = beside
    press_key(view.pages.list, Qt.Key.Key_S, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert view.stack.currentWidget() is view.comparing
    press_key(view.comparing.view.table, Qt.Key.Key_S, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert [one.id for one in plans.plan_summaries(context.workspace, view.draft.plan.year)] == [plan_id]


def test_the_differences_are_listed_with_ticks(beside):
    view, _ = beside
    view.bar.compare_button.click()
    assert view.stack.currentWidget() is view.comparing
    model = view.comparing.view.model
    assert [one.title for one in model.differences] == ["Trích yếu", "Địa danh"]
    assert view.comparing.take.text() == "Lấy 2 thay đổi" or view.comparing.take.text() == "Lấy 1 thay đổi"
    assert not view.bar.store_button.isVisible() and not view.bar.compare_button.isVisible()


def test_space_ticks_and_only_what_is_ticked_is_taken(beside, context, tab):
    view, plan_id = beside
    view.compare()
    model = view.comparing.view.model
    model.tick(range(model.rowCount()), True)
    model.setData(model.index(1, WHAT), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    read = view.draft.plan.title
    view.comparing.take.click()
    plan = plans.plan(context.workspace, plan_id)
    assert (plan.title, plan.place) == (read, "Nơi cũ")
    assert tab.importing is None and tab.editor.plan.id == plan_id
    assert context.ask.notices[-1].text == "Đã lấy 1 thay đổi vào kế hoạch."
    context.ask.notices[-1].acts[0][1]()
    assert plans.plan(context.workspace, plan_id).title == "Phát động thi đua"


def test_while_comparing_nothing_is_said_of_storing(beside):
    view, _ = beside
    said = view.bar.header._subtitle.full_text
    assert "được thêm bên cạnh" in said()
    view.compare()
    assert "bên cạnh" not in said()
    view.stop_comparing()
    assert "được thêm bên cạnh" in said()


def test_all_ticked_leaves_out_what_has_results_and_says_so(view, context):
    read = view.draft.plan
    target = Target("Trồng 5 ha rừng", "Trồng rừng", values=(TargetValue(5, "ha"),))
    closing = (*read.closing, plain("Trồng 5 ha rừng."))
    other = replace(read, title="Phát động thi đua", targets=(*read.targets, target), closing=closing)
    _, plan_id = plans.store_plan(context.workspace, with_ids(other))
    stored = plans.plan(context.workspace, plan_id)
    results.set_target_result(context.workspace, stored.targets[-1].id, stored.phases[0].id, 0, "4")
    view.stop_comparing()
    view.compare()
    shown = view.comparing.view
    costly = [row for row, one in enumerate(shown.model.differences) if one.costs_results]
    assert len(costly) == 1
    next(one for one in shown.findChildren(QPushButton) if one.text() == "Chọn tất cả").click()
    assert [row for row in range(shown.model.rowCount()) if not shown.model.is_ticked(row)] == costly
    assert "chừa 1 dòng có kết quả" in context.ask.notices[-1].text
    shown.model.tick(costly, True)
    assert shown.model.is_ticked(costly[0])


def test_nothing_ticked_cannot_be_taken(beside):
    view, _ = beside
    view.compare()
    view.comparing.view.model.tick(range(2), False)
    assert not view.comparing.take.isEnabled()


def test_an_issued_plan_gets_a_new_version(beside, context, tab):
    view, plan_id = beside
    states.issue(context.workspace, plan_id, "15", "05/02/2026")
    view.compare()
    assert "bản sửa đổi mới" in view.comparing.means.text()
    view.comparing.view.model.tick(
        [row for row, one in enumerate(view.comparing.view.model.differences) if one.title == "Trích yếu"], True
    )
    view.comparing.take.click()
    assert tab.editor.plan.amends == plan_id
    assert plans.plan(context.workspace, plan_id).title == "Phát động thi đua"


def test_a_correction_leads_back_to_the_pages(beside, qtbot):
    view, _ = beside
    view.compare()
    view.bar.year_typed.emit(view.draft.plan.year - 1)
    assert view.stack.currentIndex() == 0
    assert view.comparing.banner.isHidden()


def test_of_several_plans_the_clerk_says_which(beside, context):
    view, plan_id = beside
    plans.store_plan(context.workspace, replace(view.draft.plan, title="Đợt cao điểm"))
    context.ask.answers.append(0)
    view.compare()
    assert view.comparing.both.old.id == plan_id
    view.stop_comparing()
    context.ask.answers.append(None)
    view.compare()
    assert view.stack.currentIndex() == 0
