"""The editor of a form: what is typed is the office's own form at once, one act a field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.directory.editing import SIGNATURE, TABLE, TEXT, choose, is_own, open_form, rows, stored, write
from tests.ui.typing import type_text
from thidua_desktop.domain.papers.form_words import KINDS
from thidua_desktop.domain.papers.forms import PageBreakForm, TextForm
from thidua_desktop.services import history
from thidua_desktop.ui.unstored import store_typed

# What is shown


def test_opening_a_form_stores_nothing_and_shows_its_blocks_in_words(editor, context):
    assert rows(editor)[:4] == [
        "Trang giấy",
        "Quốc hiệu, tên cơ quan",
        "Tên loại, trích yếu: PHỤ LỤC",
        "Đoạn văn: Kèm theo: {kế hoạch kèm theo}",
    ]
    assert editor.blocks.current == 1
    assert editor.panel.own.fields["place_date"].text() == "{địa danh và ngày tháng}"
    for row in range(len(rows(editor))):
        editor.blocks.choose(row)
    editor.turn_text()
    editor.turn_text()
    editor.leave()
    assert not is_own(context)
    assert "mẫu" not in history.undo_text(context.workspace)


@pytest.mark.parametrize("paper", ["decision", "registration-summary", "certificates"])  # every kind of block
def test_every_kind_of_block_can_be_looked_at(editor_tab, context, paper):
    editor = open_form(editor_tab.page, paper)
    for row in range(len(rows(editor))):
        editor.blocks.choose(row)
        listed = editor.panel.lists.values()
        for one in (one for one in listed if one.isVisible()):
            for inner in range(one.model.rowCount()):
                one.choose(inner)
    editor.leave()
    assert not is_own(context, paper)


# Text


def test_what_is_typed_is_the_offices_own_form_and_one_act(editor, context):
    editor.blocks.choose(TEXT)
    field = editor.panel.own.fields["text"]
    field.setFocus()
    type_text(field, "Thưa ")
    field.autosave.flush()
    type_text(field, "quý vị, ")
    field.autosave.flush()
    assert stored(context).items[2].block.text == "Thưa quý vị, Kèm theo: {plan_reference}"
    assert rows(editor)[3] == "Đoạn văn: Thưa quý vị, Kèm theo: {kế hoạch kèm theo}"
    assert editor.header.chip.text() == "✓ Mẫu của cơ quan"
    assert field.hasFocus()
    context.bus.publish(history.undo(context.workspace))
    assert not is_own(context)
    assert field.toPlainText() == "Kèm theo: {kế hoạch kèm theo}"


def test_a_place_to_fill_in_is_chosen_in_words(editor, context):
    editor.blocks.choose(2)
    assert not editor.panel.slots.isEnabled(), "there is no text the keyboard is in"
    write(editor.panel.own.fields["doc_type"], "PHỤ LỤC NĂM ")
    words = [act.text() for act in editor.panel.slots.menu().actions()]
    assert "Năm thi đua" in words
    editor.panel.slots.menu().actions()[words.index("Năm thi đua")].trigger()
    store_typed(editor)
    assert stored(context).items[1].block.doc_type == "PHỤ LỤC NĂM {year}"
    field = editor.panel.own.fields["subject"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    editor.panel.insert_slot("địa danh")
    store_typed(editor)
    assert stored(context).items[1].block.subject == "Chỉ tiêu năm {year}{place}"


def test_nothing_is_filled_into_a_text_that_is_gone(qtbot, editor, context):
    editor.blocks.choose(TABLE)
    listed = next(one for one in editor.panel.lists.values() if one.isVisible())
    editor.panel.within.fields["heading"].setFocus()
    assert editor.panel.slots.isEnabled()
    gone = editor.panel.within.fields["heading"]
    with qtbot.waitSignal(gone.destroyed):
        listed.view.setFocus()
        listed.choose(1)
    assert not editor.panel.slots.isEnabled()
    editor.panel.insert_slot("năm thi đua")
    assert not is_own(context)


def test_a_place_that_is_not_there_is_refused_under_its_field_and_the_text_stays(editor, context):
    editor.blocks.choose(TEXT)
    field = editor.panel.own.fields["text"]
    write(field, "Kính gửi {ai đó}")
    frame = editor.panel.own._frames["text"]
    assert "Không có chỗ điền “{ai đó}”" in frame.problem()
    assert field.toPlainText() == "Kính gửi {ai đó}"
    assert not is_own(context)
    write(field, "Kính gửi {Năm thi đua}")
    assert frame.problem() == ""
    assert stored(context).items[2].block.text == "Kính gửi {year}"


def test_leaving_with_what_cannot_be_stored_is_asked(editor_tab, editor, context, ask):
    editor.blocks.choose(TEXT)
    write(editor.panel.own.fields["text"], "Kính gửi {ai đó}")
    ask.answers = [False]
    editor.done.trigger()
    assert editor.isVisible()
    ask.answers = [True]
    editor.done.trigger()
    assert not editor.isVisible()
    assert editor_tab.page.table.hasFocus()


def test_looks_of_a_paragraph(editor, context):
    editor.blocks.choose(TEXT)
    fields = editor.panel.own.fields
    fields["bold"].click()
    choose(fields["align"], "right")
    fields["size"].setValue(12.5)
    store_typed(editor)
    block = stored(context).items[2].block
    assert (block.bold, block.align, block.size) == (True, "right", 12.5)
    assert fields["size"].text() == "12,5 pt"
    fields["size"].setValue(0)
    store_typed(editor)
    assert stored(context).items[2].block.size is None


def test_a_block_is_printed_only_when_there_is_something(editor, context):
    editor.blocks.choose(TABLE)
    box = editor.panel.own.fields["when"]
    assert "khi có dòng trong bảng chỉ tiêu" in [box.itemText(row) for row in range(box.count())]
    choose(box, "targets")
    assert stored(context).items[TABLE - 1].when == "targets"
    assert rows(editor)[TABLE].endswith("(khi có dòng trong bảng chỉ tiêu)")


# The list of blocks


def test_blocks_are_added_moved_and_removed_by_the_keyboard(editor, context):
    before = stored(context)
    editor.blocks.choose(TEXT)
    add = {act.text(): act for act in editor.add.menu().actions()}
    add[KINDS[TextForm]].trigger()
    assert rows(editor)[4] == "Đoạn văn: Đoạn văn mới"
    assert editor.blocks.current == 4
    assert editor.panel.own.fields["text"].hasFocus(), "what is added is typed in at once"
    write(editor.panel.own.fields["text"], "Căn cứ kế hoạch")
    view = editor.blocks.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert (rows(editor)[3], editor.blocks.current) == ("Đoạn văn: Căn cứ kế hoạch", 3)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (rows(editor)[4], editor.blocks.current) == ("Đoạn văn: Căn cứ kế hoạch", 4)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert stored(context).items == before.items
    assert editor.blocks.current == 4


def test_the_page_is_no_block_to_move_or_remove(editor, context):
    editor.blocks.choose(0)
    view = editor.blocks.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    editor.blocks.choose(1)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not is_own(context)


def test_each_kind_of_block_can_be_added(editor, context):
    words = [act.text() for act in editor.add.menu().actions()]
    assert {"Đoạn văn", "Đề mục", "Sang trang mới", "Chữ ký", "Bảng: chỉ tiêu"} <= set(words)
    editor.blocks.choose(SIGNATURE)
    for act in editor.add.menu().actions():
        act.trigger()
    assert len(stored(context).items) == 6 + len(words)
    assert any(isinstance(item.block, PageBreakForm) for item in stored(context).items)


# Tables and signatures


def columns(context):
    return stored(context).items[TABLE - 1].block.columns


def test_columns_are_added_moved_renamed_and_removed(editor, context):
    editor.blocks.choose(TABLE)
    listed = next(one for one in editor.panel.lists.values() if one.isVisible())
    assert [listed.model.index(row).data() for row in range(3)] == ["STT", "Chỉ tiêu", "Kế hoạch"]
    listed.choose(1)
    editor.panel._on_added()
    assert [column.field for column in columns(context)] == ["stt", "indicator", "group", "figures"]
    assert listed.current == 2
    within = editor.panel.within.fields
    write(within["heading"], "Lĩnh vực năm {năm thi đua}")
    within["width"].setValue(33)
    choose(within["align"], "center")
    store_typed(editor)
    column = columns(context)[2]
    assert (column.heading, column.width, column.align) == ("Lĩnh vực năm {year}", 33, "center")
    listed.view.setFocus()
    QTest.keyClick(listed.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [column.field for column in columns(context)][:3] == ["stt", "group", "indicator"]
    QTest.keyClick(listed.view, Qt.Key.Key_Delete)
    assert [column.field for column in columns(context)] == ["stt", "indicator", "figures"]


def test_rows_to_write_in_and_their_height(editor, context):
    editor.blocks.choose(TABLE)
    fields = editor.panel.own.fields
    fields["blank_rows"].setValue(6)
    fields["blank_height"].setValue(9.5)
    store_typed(editor)
    block = stored(context).items[TABLE - 1].block
    assert (block.blank_rows, block.blank_height) == (6, 9.5)


def test_a_second_signer_on_the_left(editor, context):
    editor.blocks.choose(SIGNATURE)
    choose(editor.panel.own.fields["left_kind"], "signer")
    write(editor.panel.own.fields["left.position"], "XÁC NHẬN CỦA ĐƠN VỊ")
    signature = stored(context).items[-1].block
    assert signature.left.position == ("XÁC NHẬN CỦA ĐƠN VỊ",)
    choose(editor.panel.own.fields["left_kind"], "recipients")
    assert "left.position" not in editor.panel.own.fields
    assert stored(context).items[-1].block.recipients == ("{recipients}",)


def test_margins_and_the_direction_of_the_page(editor, context):
    editor.blocks.choose(0)
    fields = editor.panel.own.fields
    choose(fields["direction"], "landscape")
    fields["left"].setValue(25)
    store_typed(editor)
    page = stored(context).page
    assert (page.width, page.height, page.left) == (297, 210, 25)
    fields["right"].setValue(290)
    store_typed(editor)
    assert "Lề rộng hơn khổ giấy" in editor.panel.own._frames["right"].problem()
    assert stored(context).page == page
