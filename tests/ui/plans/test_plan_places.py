"""A line of the overview or a find of the search leads into the plan, to its part or the row of its list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.plans.conftest import PLAN
from tests.ui.typing import press_key
from thidua_desktop.domain.outline.text import lines_of
from thidua_desktop.domain.plan.plans import Section
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.plans.outline_nodes import GENERAL, PREAMBLE, Key, list_key
from thidua_desktop.ui.tabs.plans.section_editor import SectionEditor


@pytest.fixture
def plan_tab(stored, tab):
    tab.reload(None)
    return tab


@pytest.mark.parametrize("kind", ["plan_targets", "plan_phases", "plan_movements", "plan_recipients"])
def test_a_row_of_a_list_is_shown(plan_tab, kind):
    plan_id = plan_tab.editor.plan.id
    row = registers.page(plan_tab.context.workspace, kind, scope=plan_id)[-1].id
    plan_tab.show_place(kind, row)
    assert plan_tab.editor.tree.current() == list_key(kind)
    assert plan_tab.editor.lists[kind].chosen_id() == row


def test_a_list_without_a_row_is_shown_from_its_beginning(plan_tab):
    plan_tab.show_place("plan_phases", 0)
    assert plan_tab.editor.tree.current() == list_key("plan_phases")


def test_a_section_is_shown(plan_tab):
    section = plan_tab.editor.plan.sections[1].id
    plan_tab.show_place("plan_sections", section)
    assert plan_tab.editor.tree.current() == Key("section", section)


def test_another_plan_of_the_year_is_chosen(plan_tab):
    other = plans.store_plan(plan_tab.context.workspace, replace(PLAN, title="Thi đua chuyển đổi số"))[1]
    plan_tab.reload(None)
    first = plan_tab.editor.plan.id
    target = registers.page(plan_tab.context.workspace, "plan_targets", scope=other)[0].id
    plan_tab.show_place("plan_targets", target)
    assert plan_tab.editor.plan.id == other != first
    assert plan_tab.editor.lists["plan_targets"].chosen_id() == target
    plan_tab.show_place("plans", first)
    assert plan_tab.editor.plan.id == first
    assert plan_tab.editor.tree.current() == GENERAL


def test_a_record_that_is_gone_changes_nothing(plan_tab):
    before = plan_tab.editor.tree.current()
    plan_tab.show_place("plan_targets", 999)
    assert plan_tab.editor.tree.current() == before


def test_the_first_page_can_ask_for_a_file_or_begin_a_plan(plan_tab, ask):
    count = len(plans.plan_summaries(plan_tab.context.workspace))
    ask.answers = [None]
    plan_tab.show_place("import", 0)
    assert ask.answers == []
    plan_tab.show_place("blank", 0)
    assert len(plans.plan_summaries(plan_tab.context.workspace)) == count + 1


@pytest.mark.parametrize(("row", "first"), [(1, list_key("plan_targets")), (2, PREAMBLE)])
def test_a_click_on_a_group_of_the_outline_goes_to_its_first_line(qtbot, stored, tab, row, first):
    tree = tab.editor.tree
    place = tree.visualRect(tree.model().index(row, 0)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tree.current() == first
    assert tab.editor.middle.currentWidget() is not tab.editor.general


def test_the_kind_of_the_line_is_right_as_soon_as_the_text_opens(plan_tab):
    plan_tab.editor.tree.choose(PREAMBLE)
    assert plan_tab.editor.section.kinds.currentText() == "Đoạn văn"


def test_the_numbers_of_a_long_plan_are_painted_at_its_very_top(qtbot):
    sections = tuple(
        Section(1, f"{n}.", f"Nhiệm vụ thứ {n}", (plain("Vận động Nhân dân."),) * 2, (), id=n) for n in range(1, 400)
    )
    plan = replace(PLAN, sections=sections, preamble=(plain("Căn cứ."),))
    editor = SectionEditor()
    qtbot.addWidget(editor)
    editor.resize(700, 500)
    editor.show_plan(plan, lines_of(plan))
    editor.show()
    for value in (0, 1, 2, 4, 200):
        editor.verticalScrollBar().setValue(value)
        first = editor.document().documentLayout().blockBoundingRect(editor.numbers.first_in_sight())
        assert first.top() - 10 <= value <= first.bottom() + 10, value


def test_ctrl_tab_goes_from_the_outline_into_what_it_shows(plan_tab):
    tab = plan_tab
    tree, [first] = tab.editor.tree, tab.editor.plan.sections[:1]
    for key, shown in (
        (Key("section", first.id), lambda: tab.editor.section.editor),
        (list_key("plan_tasks"), lambda: tab.editor.lists["plan_tasks"].table),
    ):
        tree.choose(key)
        tree.setFocus()
        press_key(tree, Qt.Key.Key_Tab, modifiers=Qt.KeyboardModifier.ControlModifier)
        assert shown().hasFocus()


def test_ctrl_tab_leaves_text_and_outline_both_ways(plan_tab):
    tab = plan_tab
    tree, editor, before = tab.editor.tree, tab.editor.section.editor, tab.editor.plan
    tree.choose(Key("section", before.sections[0].id))
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    ways = ((editor, Qt.Key.Key_Tab, ctrl), *((one, Qt.Key.Key_Backtab, ctrl | shift) for one in (editor, tree)))
    for widget, key, held in ways:
        widget.setFocus()
        press_key(widget, key, modifiers=held)
        assert not widget.hasFocus()
    assert tab.editor.plan == before
