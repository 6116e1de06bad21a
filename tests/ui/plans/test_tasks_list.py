"""Tasks of a plan, ticked when done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.plans.outline_nodes import list_key


@pytest.fixture
def tasks(tab, stored, context):
    for summary, due in (("Tổng hợp kết quả", "1/2/2026"), ("Hướng dẫn đăng ký", "28/2/2026"), ("Đôn đốc", "")):
        registers.add_row(context.workspace, "plan_tasks", {"summary": summary, "due": due}, scope=stored)
    tab.set_year(2026)
    tab.editor.tree.choose(list_key("plan_tasks"))
    view = tab.editor._list("plan_tasks")
    view.table.setFocus()
    return view


def standing(view, row: int) -> str:
    return view.model.text(row, [column.key for column in view.model.columns].index("standing"))


def done(context, stored) -> list[str | None]:
    return [task.done_on for task in plans.plan(context.workspace, stored).tasks]


def test_each_task_says_how_it_stands_today(tasks):
    assert [standing(tasks, row) for row in range(3)] == ["quá hạn 4 ngày", "còn 23 ngày", "chưa xong"]
    assert tasks.strip.words.full_text() == "! 1 quá hạn, 2 chưa đến hạn"


def test_the_space_bar_marks_a_task_as_done_today_and_takes_it_back(tasks, context, stored, qtbot):
    tasks.table.go_to(0, 0)
    qtbot.keyClick(tasks.table, Qt.Key.Key_Space)
    assert done(context, stored) == ["2026-02-05", None, None]
    assert standing(tasks, 0) == "xong 05/02/2026, chậm 4 ngày"
    qtbot.keyClick(tasks.table, Qt.Key.Key_Space)
    assert done(context, stored) == [None, None, None]


def test_several_tasks_are_marked_at_once_and_undone_at_once(tasks, context, stored):
    tasks.table.selectAll()
    tasks.toggle()
    assert done(context, stored) == ["2026-02-05"] * 3
    history.undo(context.workspace)
    assert done(context, stored) == [None] * 3


def test_a_click_in_the_column_ticks(tasks, context, stored, qtbot):
    place = tasks.model.index(1, [column.key for column in tasks.model.columns].index("standing"))
    spot = tasks.table.visualRect(place).center()
    qtbot.mouseClick(tasks.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert done(context, stored) == [None, "2026-02-05", None]
