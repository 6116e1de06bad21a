"""The tab Kế hoạch in a small window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.domain.registers.catalogue import REGISTERS
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.outline_nodes import list_key


def test_a_plan_with_a_long_title_leaves_the_window_small(qtbot, stored, tab, context):
    title = "Phát động phong trào thi đua yêu nước chào mừng các ngày lễ lớn " * 4
    context.bus.publish(plans.store_plan(context.workspace, Plan(2026, title=title), None)[0])
    tab.setMinimumSize(100, 100)
    tab.resize(748, 300)
    qtbot.waitUntil(lambda: tab.editor.side.is_folded)
    seen = [one for one in tab.findChildren(QPushButton) if one.isVisible()]
    qtbot.waitUntil(lambda: max(one.mapTo(tab, one.rect().topRight()).x() for one in seen) < 748)


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("plan_movements", "kind"),
        ("plan_phases", "occasions"),
        ("commitments", "target_id"),  # what an organisation adds to the plan's words stands behind
        ("plan_recipients", "suffix"),
    ],
)
def test_in_a_small_window_what_the_plan_says_is_in_sight(qtbot, stored, tab, kind, last):
    tab.reload(None)
    tab.editor.tree.choose(list_key(kind))
    table = tab.editor.lists[kind].table
    qtbot.waitUntil(lambda: table.isVisible() and table.viewport().width() > 300)
    header, column = table.horizontalHeader(), REGISTERS[kind].keys.index(last)
    assert header.sectionViewportPosition(column) + header.sectionSize(column) <= table.viewport().width()
