"""How the lines of a plan's outline look."""

from __future__ import annotations

from tests.services import rewording
from thidua_desktop.ui.tabs.plans.outline_nodes import Key


def test_a_name_of_two_lines_has_their_room_in_the_outline(stored, tab, context):
    tree, section = tab.editor.tree, tab.editor.plan.sections[0].id

    def height() -> int:
        tree.choose(Key("section", section))
        return tree.visualRect(tree.currentIndex()).height()

    short = height()
    long = "ĐẨY MẠNH PHÁT TRIỂN KINH TẾ, NÂNG CAO ĐỜI SỐNG CỦA NHÂN DÂN"
    context.bus.publish(rewording.set_heading(context.workspace, stored, section, long))
    assert height() >= short + tree.fontMetrics().lineSpacing()
    tree.setFixedWidth(1200)
    assert height() == short
