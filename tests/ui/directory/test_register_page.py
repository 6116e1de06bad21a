"""A register over the real data file: paste, remove with a way back, history, search, what does not fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.plan.plans import Plan, Recipient, Target, TargetValue
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.register_editors import DateField
from thidua_desktop.ui.widgets.register_view import RegisterView


@pytest.fixture
def show(qtbot, context):
    def made(kind, **more):
        view = RegisterView(context, kind, **more)
        qtbot.addWidget(view)
        context.bus.changed.connect(view.reload)
        view.resize(1000, 500)
        view.show()
        qtbot.waitExposed(view)
        return view

    return made


def column(view, key):
    return view.register.keys.index(key)


def cells(view, key):
    return [view.model.text(row, column(view, key)) for row in range(view.model.rows.count)]


def edit(view, row, key):
    view.table.go_to(row, column(view, key), edit=True)
    return view.table.viewport().focusWidget() or view.table.focusWidget()


def block(text):
    QGuiApplication.clipboard().setText(text)


def test_a_new_record_is_typed_in_the_empty_row(qtbot, context, show):
    view = show("organisations")
    assert view.empty.isVisible()
    view.add()
    type_text(view, "Hội Nông dân")
    press_key(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(view, "name") == ["Hội Nông dân"])
    assert cells(view, "must_register") == ["có"]
    assert not view.empty.isVisible()
    assert history.undo_text(context.workspace) == "Thêm tổ chức Hội Nông dân"


def test_after_the_last_cell_of_a_new_record_enter_begins_the_next_one(qtbot, show):
    view = show("organisations")
    view.add()
    type_text(view, "Hội Nông dân")
    press_key(view, Qt.Key.Key_Tab)
    type_text(view, "HND")
    press_key(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(view, "short_name") == ["HND"])
    qtbot.waitUntil(lambda: view.table.currentIndex().row() == 1)
    assert view.table.currentIndex().column() == column(view, "name")


@pytest.mark.parametrize("key", ["name", "kind", "precedence"])
def test_an_open_cell_that_nobody_typed_in_takes_nothing_back(context, show, key):
    """Its list or line shows what stood there before; storing what is typed must not bring that again."""
    _, row = registers.add_row(context.workspace, "organisations", {"name": "Hội A", "kind": "Hội", "precedence": "1"})
    view = show("organisations")
    edit(view, 0, key)
    changed = registers.set_cell(context.workspace, "organisations", row, key, {"precedence": "7"}.get(key, "Khác"))
    context.bus.publish(changed)
    view.table.store_open_cell()
    assert cells(view, key) == [{"precedence": "7"}.get(key, "Khác")]
    assert history.undo_text(context.workspace) == changed.text


def test_a_list_to_choose_from_is_as_wide_as_its_longest_text(context, show):
    registers.add_row(context.workspace, "organisations", {"name": "Hội Nông dân"})
    view = show("organisations")
    view.table.setColumnWidth(column(view, "kind"), 60)
    editor = edit(view, 0, "kind")
    longest = max((editor.itemText(number) for number in range(editor.count())), key=len)
    for shown in (editor.view(), editor.completer().popup()):
        assert shown.minimumWidth() > editor.fontMetrics().horizontalAdvance(longest)


def test_a_block_is_previewed_and_added_as_one_act(qtbot, context, ask, show):
    view = show("organisations")
    block("STT\tTên đơn vị\tTrực thuộc\n1\tTrường A\t\n2\tTổ Toán\ttruong a\nhai\tTổ Văn\t")
    view.paste()
    dialog = view.paste_dialog
    assert dialog.refused == {3: "Thứ tự: “hai” không phải là số nguyên."}
    assert dialog.add_button.text() == "Thêm 2 dòng"
    dialog.accept()
    assert cells(view, "name") == ["Trường A", "Tổ Toán"]
    assert cells(view, "parent_id") == ["", "Trường A"]
    assert ask.notices[-1].text == "Đã thêm 2 dòng vào Tổ chức thành viên."
    context.bus.publish(history.undo(context.workspace))
    assert cells(view, "name") == []


def test_the_preview_can_be_given_up_and_is_freed(qtbot, context, show):
    view = show("people")
    block("Nguyễn Văn Mẫu\tnam\nTrần Thị Mẫu\tnữ")
    view.paste()
    with qtbot.waitSignal(view.paste_dialog.destroyed):
        view.paste_dialog.reject()
    assert view.paste_dialog is None
    assert view.model.rows.count == 0


def test_removing_needs_no_question_and_can_be_taken_back(qtbot, context, ask, show):
    for name in ("Nguyễn Văn An", "Nguyễn Văn Bình", "Nguyễn Văn Chi"):
        registers.add_row(context.workspace, "people", {"full_name": name})
    view = show("people")
    view.table.selectRow(1)
    press_key(view.table, Qt.Key.Key_Delete)
    assert cells(view, "full_name") == ["Nguyễn Văn An", "Nguyễn Văn Chi"]
    assert view.table.current_row() == 1
    (words, back) = ask.notices[-1].acts[0]
    assert words == "Hoàn tác"
    back()
    assert len(cells(view, "full_name")) == 3
    back()
    assert ask.texts == ["Sau việc này còn việc khác đã làm."], "an older act is not taken back by mistake"


def test_what_is_still_used_is_not_removed_and_says_why(qtbot, context, ask, show):
    registers.add_row(context.workspace, "organisations", {"name": "Trường A"})
    registers.add_row(context.workspace, "people", {"full_name": "Nguyễn Văn Mẫu", "organisation_id": "Trường A"})
    view = show("organisations")
    view.table.selectRow(0)
    view.remove()
    assert cells(view, "name") == ["Trường A"]
    assert ask.said[-1].state is State.BAD


def test_a_date_that_is_none_is_said_in_place(qtbot, context, show):
    registers.add_row(context.workspace, "people", {"full_name": "Nguyễn Văn Mẫu"})
    view = show("people")
    editor = edit(view, 0, "birth_date")
    assert isinstance(editor, DateField)
    type_text(editor, "31/02/1980")
    press_key(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(view.message.isVisible)
    assert view.table.current_row() == 1, "Enter goes down one row"
    assert view.model.text(0, column(view, "birth_date")) == "31/02/1980"
    view.message.acted.emit(0)
    assert view.table.currentIndex().column() == column(view, "birth_date")
    editor = view.table.focusWidget()
    assert editor.text() == "31/02/1980"
    editor.setText("28/02/1980")
    press_key(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.message.isVisible())
    assert registers.page(context.workspace, "people")[0].cells[column(view, "birth_date")] == "28/02/1980"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_calendar_writes_the_day(qtbot, context, show):
    registers.add_row(context.workspace, "people", {"full_name": "Nguyễn Văn Mẫu", "birth_date": "05/02/1980"})
    view = show("people")
    editor = edit(view, 0, "birth_date")
    press_key(editor, Qt.Key.Key_Down, modifiers=Qt.KeyboardModifier.AltModifier)
    assert editor.calendar.selectedDate().toString("yyyy-MM-dd") == "1980-02-05"
    editor.calendar.clicked.emit(editor.calendar.selectedDate().addDays(1))
    assert cells(view, "birth_date") == ["06/02/1980"]


def test_links_and_choices_open_a_list(qtbot, context, show):
    registers.add_row(context.workspace, "organisations", {"name": "Hội Nông dân"})
    registers.add_row(context.workspace, "people", {"full_name": "Nguyễn Văn Mẫu"})
    view = show("people")
    editor = edit(view, 0, "organisation_id")
    assert isinstance(editor, QComboBox)
    assert [editor.itemText(number) for number in range(editor.count())] == ["Hội Nông dân"]
    editor.setEditText("hoi nong dan")
    press_key(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cells(view, "organisation_id") == ["Hội Nông dân"])


def test_a_position_of_two_lines(qtbot, context, show):
    registers.add_row(context.workspace, "signers", {"full_name": "Nguyễn Văn Mẫu"})
    view = show("signers")
    editor = edit(view, 0, "position")
    assert isinstance(editor, QPlainTextEdit)
    type_text(editor, "KT. CHỦ TỊCH")
    press_key(editor, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ShiftModifier)
    type_text(editor, "PHÓ CHỦ TỊCH")
    press_key(editor, Qt.Key.Key_Return)
    assert cells(view, "position") == ["KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"]


def test_the_history_of_the_chosen_record(qtbot, context, show):
    _, row_id = registers.add_row(context.workspace, "people", {"full_name": "Nguyễn Văn Mẫu"})
    registers.set_cell(context.workspace, "people", row_id, "position", "Trưởng thôn")
    view = show("people")
    view.table.go_to(0, 0)
    qtbot.waitUntil(lambda: any("Chức vụ: (trống) → Trưởng thôn" in text for text in view.history.texts()))
    view.table.go_to(1, 0)
    qtbot.waitUntil(lambda: any("Chọn một dòng" in text for text in view.history.texts()))


def test_searching_says_how_many_fit_and_offers_the_way_back(qtbot, context, show):
    registers.add_row(context.workspace, "people", {"full_name": "Nguyễn Văn Đặng"})
    view = show("people")
    type_text(view.search, "dang")
    qtbot.waitUntil(lambda: view.count.text() == "1 dòng khớp")
    view.search.setText("không có ai")
    qtbot.waitUntil(view.empty.isVisible)
    view.empty.started.emit()
    assert cells(view, "full_name") == ["Nguyễn Văn Đặng"]
    assert view.search.text() == ""


def test_headings_sort_up_down_and_back(qtbot, context, show):
    for name in ("Nguyễn Văn Bình", "Trần Văn An"):
        registers.add_row(context.workspace, "people", {"full_name": name, "position": name[-3:]})
    view = show("people")
    heading = view.table.horizontalHeader().sectionClicked
    heading.emit(column(view, "position"))
    assert cells(view, "full_name") == ["Trần Văn An", "Nguyễn Văn Bình"]
    heading.emit(column(view, "position"))
    assert cells(view, "full_name") == ["Nguyễn Văn Bình", "Trần Văn An"]
    heading.emit(column(view, "position"))
    assert view.model.rows.order == "full_name"


def test_widths_are_remembered(qtbot, context, show):
    table = show("signers").table
    table.setColumnWidth(1, 333)
    qtbot.waitUntil(lambda: Remembered().widths("signers").get("position") == 333)
    assert show("signers").table.columnWidth(1) == 333


def test_rows_of_an_ordered_register_are_moved_by_keys_and_by_their_numbers(qtbot, context, show):
    _, plan_id = plans.store_plan(
        context.workspace, Plan(2026, recipients=(Recipient("A"), Recipient("B"), Recipient("C"))), None
    )
    view = show("plan_recipients", scope=plan_id, with_history=False)
    view.table.go_to(0, 0)
    press_key(view.table, Qt.Key.Key_Down, modifiers=Qt.KeyboardModifier.AltModifier)
    assert cells(view, "name") == ["B", "A", "C"]
    assert view.table.current_row() == 1
    view.table.verticalHeader().moveSection(2, 0)
    assert cells(view, "name") == ["C", "B", "A"]
    assert view.table.verticalHeader().logicalIndex(0) == 0


def test_figures_of_a_target_are_edited_as_one_text(qtbot, context, show):
    _, plan_id = plans.store_plan(context.workspace, Plan(2026, targets=(Target("q", "Thu nhập"),)), None)
    view = show("plan_targets", scope=plan_id)
    view.model.setData(view.model.index(0, column(view, "values")), "60 triệu đồng; thị xã giao >= 58 triệu đồng")
    assert cells(view, "values") == ["60 triệu đồng; thị xã giao ≥ 58 triệu đồng"]
    figures = plans.plan(context.workspace, plan_id).targets[0].values
    assert figures == (TargetValue(60, "triệu đồng"), TargetValue(58, "triệu đồng", ">=", "thị xã"))
