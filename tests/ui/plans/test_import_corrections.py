"""Correcting what was read, in memory, before it is stored."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from tests.ui.plans.import_samples import LINES, outline, part
from tests.ui.typing import press_key, type_text
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.import_links import Thing
from thidua_desktop.ui.tabs.plans.outline_nodes import PREAMBLE

Z, Y = Qt.Key.Key_Z, Qt.Key.Key_Y
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_cell_is_corrected_in_memory_and_undone(view, context):
    before = history.undo_text(context.workspace)
    view.pages.show_page("plan_targets")
    model = view.pages.table("plan_targets").model
    model.setData(model.index(0, 1), "≥ 65 triệu đồng")
    assert view.draft.plan.targets[0].values[0].value == 65
    assert view.bar.undo.isEnabled()
    view.pages.list.setFocus()
    press_key(view.pages.list, Z, modifiers=CTRL)
    assert model.text(0, 1) == "60 triệu đồng"
    press_key(view.pages.list, Y, modifiers=CTRL)
    assert model.text(0, 1) == "≥ 65 triệu đồng"
    assert history.undo_text(context.workspace) == before


def test_what_does_not_fit_stays_in_its_cell_and_is_not_stored_past(view, context):
    view.pages.show_page("plan_phases")
    table = view.pages.table("plan_phases")
    table.model.setData(table.model.index(0, 1), "31/02/2024")
    assert table.model.text(0, 1) == "31/02/2024"
    assert view.draft.plan.phases[0].start == "2024-01-01"
    view.pages.show_page("general")
    view.store()
    assert view.pages.page == "plan_phases"
    assert "Đợt" in view.message._title.text()
    assert plans.plan_summaries(context.workspace) == []
    table.model.setData(table.model.index(0, 1), "02/01/2024")
    assert view.message.isHidden()


def test_a_new_row_typed_half_is_not_lost_by_storing(view, context):
    view.pages.show_page("commitments")
    table = view.pages.table("commitments")
    table.model.setData(table.model.index(0, 1), "Cam kết 100% hội viên tham gia")
    view.store()
    assert view.pages.page == "commitments"
    assert plans.plan_summaries(context.workspace) == []
    table.model.setData(table.model.index(0, 0), "Hội Ví Dụ")
    assert view.draft.plan.commitments[0].organisation == "Hội Ví Dụ"
    assert view.pages.list.count("commitments") == "1"


def test_rows_are_added_pasted_moved_sorted_and_removed(view, ask):
    view.pages.show_page("plan_recipients")
    table = view.pages.table("plan_recipients")
    table.model.setData(table.model.index(2, 0), "Các thôn")
    table.model.paste(["name", "suffix"], [["Trạm Y tế", ""], ["", "bc"]])
    names = lambda: [recipient.name for recipient in view.draft.plan.recipients]  # noqa: E731
    assert names() == ["Đảng ủy xã", "Lưu: VT", "Các thôn", "Trạm Y tế"]
    assert table.model.move(3, 0)
    assert names()[0] == "Trạm Y tế"
    table.model.sort(0)
    assert [table.model.text(row, 0) for row in range(4)] == ["Các thôn", "Đảng ủy xã", "Lưu: VT", "Trạm Y tế"]
    table.table.go_to(2)
    table.remove()
    assert names() == ["Trạm Y tế", "Đảng ủy xã", "Các thôn"]
    ask.notices[-1].acts[0][1]()
    assert names() == ["Trạm Y tế", "Đảng ủy xã", "Lưu: VT", "Các thôn"]


def test_a_field_of_the_form_is_corrected_and_a_bad_one_says_why(view):
    number, day = view.pages.general.fields["number"], view.pages.general.fields["day"]
    number.autosave.show("")
    for field, text in ((number, "17"), (day, "x")):
        field.setFocus()
        type_text(field, text)
        field.autosave.flush()
    assert view.draft.plan.number == 17
    assert view.draft.plan.date.day == 5
    assert view.pages.general.first_problem() == "day"


def test_the_outline_is_put_right(view, ask):
    page = view.pages.outline
    view.pages.show_page("outline")
    page.choose(part(view, "Về xã hội"))
    page.section._on_inwards()
    assert outline(view)[2:4] == ["2 1. Về kinh tế", "3 2. Về xã hội"]
    press_key(page.tree, Qt.Key.Key_Left, modifiers=Qt.KeyboardModifier.AltModifier)
    assert outline(view)[2:4] == ["2 1. Về kinh tế", "2 2. Về xã hội"]
    page.section.not_a_heading.emit()
    assert "2 2. Về xã hội" not in outline(view)
    assert page.tree.current() == part(view, "Về kinh tế")
    assert "2. Về xã hội" in page.section.block.editor.toPlainText()
    caret = page.section.block.editor.textCursor()
    caret.setPosition(page.section.block.editor.toPlainText().index("2. Về"))
    page.section.block.editor.setTextCursor(caret)
    page.section._on_heading_wanted()
    assert outline(view)[2:4] == ["2 1. Về kinh tế", "3 2. Về xã hội"]
    page.tree.remove.emit(part(view, "Về xã hội").number)
    assert ask.notices[-1].text == "Đã xóa mục 2. Về xã hội."
    for _ in range(5):
        view.undo()
    assert not view.is_corrected
    assert not view.bar.undo.isEnabled()


def test_only_a_heading_can_be_no_heading(view):
    view.pages.show_page("outline")
    view.pages.outline.choose(part(view, "MỤC ĐÍCH"))
    section = view.pages.outline.section
    assert section._not_heading.isEnabled()
    section.block.change("Sửa tên mục", "heading", None, "1")
    assert not section._not_heading.isEnabled()


def test_number_heading_and_words_of_a_part_are_typed(view):
    view.pages.show_page("outline")
    section = view.pages.outline.section
    view.pages.outline.choose(part(view, "MỤC ĐÍCH"))
    section.number.setFocus()
    section.number.selectAll()
    type_text(section.number, "1")
    section.rename()
    type_text(section.block.heading, "Mục tiêu")
    section.block.editor.setFocus()
    type_text(section.block.editor, "A")
    view.pages.flush()
    first = view.draft.plan.sections[0]
    assert (first.marker, first.heading, first.body[0].text) == ("1", "Mục tiêu", "AThi đua sôi nổi trong toàn xã.")


def test_an_unseen_heading_of_the_opening_becomes_a_part(view):
    view.pages.show_page("outline")
    view.pages.outline.choose(PREAMBLE)
    view.pages.outline.section.block.editor.moveCursor(QTextCursor.MoveOperation.End)
    view.pages.outline.section._on_heading_wanted()
    assert view.draft.plan.sections[0].heading == LINES[7]
    assert view.pages.outline.tree.current() == part(view, LINES[7])


def test_looking_at_every_page_corrects_nothing(view):
    for key in ("outline", "plan_bases", "plan_targets", "plan_tasks", "unknown", "checks", "general"):
        view.pages.show_page(key)
    for node in view.draft.plan.all_sections():
        view.pages.choose(Thing("section", id=node.id))
    assert not view.is_corrected
