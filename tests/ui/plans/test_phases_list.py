"""The year of a plan drawn above its phases."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.plans.outline_nodes import list_key


@pytest.fixture
def phases(tab, stored, context):
    cells = {"name": "Đợt 2", "start": "15/5/2026", "end": "31/12/2026", "report_deadline": "10/12/2026"}
    registers.add_row(context.workspace, "plan_phases", cells, scope=stored)
    tab.set_year(2026)
    tab.editor.tree.choose(list_key("plan_phases"))
    return tab.editor._list("plan_phases")


def middle(calendar, row: int) -> QPoint:
    bar = next(bar for bar in calendar.strip.bars if bar.row == row)
    return calendar._bar(bar).center().toPoint()


def test_a_click_on_a_phase_goes_to_its_row(phases, qtbot):
    qtbot.mouseClick(phases.calendar, Qt.MouseButton.LeftButton, pos=middle(phases.calendar, 1))
    assert phases.table.current_row() == 1
    qtbot.waitUntil(lambda: phases.calendar.current == 1)
    qtbot.mouseClick(phases.calendar, Qt.MouseButton.LeftButton, pos=middle(phases.calendar, 0))
    assert phases.table.current_row() == 0


def test_a_gap_is_drawn_and_told(phases):
    assert phases.remarks.text() == "! Không có đợt nào 01/05/2026 – 14/05/2026."
    strip = phases.calendar.strip
    x = (strip.share(strip.gaps[0].start) + 0.01) * phases.calendar.width()
    at = middle(phases.calendar, 0)
    assert phases.calendar.hints_at(x, at.y()) == ["Không có đợt nào 01/05/2026 – 14/05/2026"]
    assert phases.calendar.row_at(x, at.y()) == -1


def test_a_day_typed_in_the_table_is_drawn_at_once(phases):
    keys = list(phases.register.keys)
    phases.model.setData(phases.model.index(0, keys.index("end")), "20/05/2026")
    assert not phases.calendar.strip.gaps
    assert phases.remarks.text() == "! Đợt 1 và Đợt 2 trùng nhau 15/05/2026 – 20/05/2026."
    phases.model.setData(phases.model.index(0, keys.index("end")), "14/05/2026")
    assert not phases.remarks.isVisible()


def test_a_deadline_has_its_flag_and_hint(phases):
    mark = next(mark for mark in phases.calendar.strip.deadlines if mark.row == 1)
    x = phases.calendar.strip.share(mark.day) * phases.calendar.width()
    y = phases.calendar.height() - 4
    assert phases.calendar.hints_at(x, y) == ["Đợt 2: hạn báo cáo 10/12/2026"]
    assert phases.calendar.row_at(x, y) == 1
