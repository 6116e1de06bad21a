"""Find and replace over the whole plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.typing import press_key, type_text
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.outline_nodes import GENERAL, Key, list_key


@pytest.fixture
def bar(stored, tab):
    tab.find_here()
    return tab.editor.find


def look_for(bar, words):
    bar.words.setFocus()
    bar.words.selectAll()
    type_text(bar.words, words)
    bar.look(go=True)


def test_ctrl_f_finds_without_marks_and_says_where(bar, tab):
    assert bar.isVisible() and bar.words.hasFocus()
    look_for(bar, "thiet thuc")
    section = next(one for one in tab.editor.plan.all_sections() if one.heading == "Yêu cầu")
    assert tab.editor.tree.current() == Key("section", section.id)
    assert tab.editor.section.editor.textCursor().selectedText() == "Thiết thực"
    assert bar.count.text() == "1/1 chỗ" and bar.place.full_text() == "Mục I.2, đoạn 1"
    assert bar.words.hasFocus()
    look_for(bar, "không có chữ này")
    assert bar.count.text() == "Không thấy"


def test_enter_goes_on_through_fields_text_and_tables_and_round(bar, tab):
    look_for(bar, "thu nhập")
    seen = []
    for _ in range(4):
        seen.append((tab.editor.tree.current(), bar.count.text()))
        press_key(bar.words, Qt.Key.Key_Return)
    text = next(one for one in tab.editor.plan.all_sections() if one.heading == "CHỈ TIÊU")
    table = list_key("plan_targets")
    assert seen == [
        (Key("section", text.id), "1/3 chỗ"), (table, "2/3 chỗ"), (table, "3/3 chỗ"), (Key("section", text.id), "1/3 chỗ"),
    ]  # fmt: skip
    press_key(bar.words, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "1/3 chỗ"


def test_a_single_value_is_found_in_its_field(bar, tab):
    look_for(bar, "phát động")
    assert tab.editor.tree.current() == GENERAL
    assert tab.editor.general.fields["title"].textCursor().selectedText() == "Phát động"


def test_ctrl_h_replaces_one_and_all_and_undo_takes_back(bar, stored, tab, context, ask):
    tab.editor.replace_here()
    assert bar.marks.isChecked() and bar.other.isVisible()
    look_for(bar, "Thu nhập")
    bar.other.setFocus()
    type_text(bar.other, "Mức sống")
    press_key(bar.other, Qt.Key.Key_Return)
    plan = plans.plan(context.workspace, stored)
    assert plan.sections[1].body[0].text == "Mức sống bình quân 60 triệu đồng."
    bar.replace_all()
    assert bar.count.text() == "Không thấy"
    assert plans.plan(context.workspace, stored).targets[0].indicator == "Mức sống bình quân"
    assert "Mức sống" in tab.editor.section.editor.toPlainText()
    while history.undo_text(context.workspace).startswith("Thay"):
        context.bus.publish(history.undo(context.workspace))
    assert plans.plan(context.workspace, stored).sections[1].body[0].text == "Thu nhập bình quân 60 triệu đồng."


def test_what_is_being_typed_is_found_too_and_escape_goes_back_to_it(bar, stored, tab, context):
    tab.editor.tree.choose(Key("section", tab.editor.plan.sections[1].id))
    editor = tab.editor.section.editor
    editor.setFocus()
    type_text(editor, "Mới ")
    tab.find_here()
    look_for(bar, "mới chỉ tiêu")
    assert editor.textCursor().selectedText() == "Mới CHỈ TIÊU"
    press_key(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible() and editor.hasFocus()


def test_words_chosen_in_the_text_are_what_is_looked_for(stored, tab):
    tab.editor.tree.choose(Key("section", tab.editor.plan.sections[1].id))
    editor = tab.editor.section.editor
    cursor = editor.textCursor()
    cursor.select(cursor.SelectionType.BlockUnderCursor)
    cursor.setPosition(cursor.block().position())
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    tab.find_here()
    assert tab.editor.find.words.text() == "CHỈ TIÊU"


def test_it_begins_with_the_part_in_view(stored, tab):
    tab.editor.tree.choose(Key("section", tab.editor.plan.sections[2].id))
    tab.find_here()
    look_for(tab.editor.find, "thực hiện")
    assert tab.editor.section.editor.textCursor().selectedText() == "THỰC HIỆN"
    assert tab.editor.find.count.text() == "2/2 chỗ"


def test_tab_goes_from_the_words_to_what_takes_their_place(bar, tab):
    look_for(bar, "thu nhập")
    tab.editor.replace_here()
    for wanted in (bar.words, bar.other, bar.one, bar.all):
        assert wanted.hasFocus()
        bar.focusNextPrevChild(True)
