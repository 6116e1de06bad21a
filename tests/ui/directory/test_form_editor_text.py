"""The editor of a form: its text with the first bad place, other forms of the paper, the pages beside it, the way out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tests.ui.directory.editing import PAPER, TEXT, TITLE, is_own, open_form, rows, stored, write
from tests.ui.typing import type_text
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.papers.forms import PageBreakForm, TextForm
from thidua_desktop.services import history
from thidua_desktop.services.office import forms
from thidua_desktop.storage import records

# As text


def test_the_first_bad_place_of_the_text_is_named_and_shown(editor, context):
    editor.turn_text()
    text = editor.text.text
    before = text.toPlainText()
    text.setPlainText(before.replace("{plan_reference}", "{uy_ban}"))
    editor.text.autosave.flush()
    assert editor.text.message.isVisible()
    assert "khối thứ 3 (text), mục “text”: không có trường “{uy_ban}”" in editor.text.message._title.text()
    assert not is_own(context)
    editor.text.message._buttons[0].click()
    assert "{uy_ban}" in text.textCursor().selectedText()
    text.setPlainText(before.replace("Kèm theo", "Ban hành kèm"))
    editor.text.autosave.flush()
    assert not editor.text.message.isVisible()
    assert forms.form_text(context.workspace, PAPER).startswith("# "), "remarks stay in what was typed"
    editor.turn_text()
    assert rows(editor)[3] == "Đoạn văn: Ban hành kèm: {kế hoạch kèm theo}"


def test_a_text_that_cannot_be_read_is_not_left_without_a_question(editor, context, ask):
    editor.turn_text()
    editor.text.text.setPlainText("paper = ")
    editor.text.autosave.flush()
    ask.answers = [False]
    editor.turn_text()
    assert editor.text.isVisible()
    ask.answers = [True]
    editor.turn_text()
    assert not editor.text.isVisible()
    assert len(rows(editor)) == 7


def test_a_broken_form_of_the_office_opens_as_text_with_its_place(editor_tab, context):
    bad = context.workspace.definitions.form_text(PAPER).replace("{year}", "{nam}")
    with context.workspace.file.act("Nạp biểu mẫu") as act:
        row = {"kind": forms.KIND, "name": PAPER, "content": bad}
        records.insert(context.workspace.file, "office_definitions", row)
    context.bus.publish(act.changes)
    editor = open_form(editor_tab.page, PAPER)
    assert editor.text.isVisible()
    assert "không có trường “{nam}”" in editor.text.message._title.text()
    editor.text.message._buttons[0].click()
    assert "{nam}" in editor.text.text.textCursor().selectedText()
    assert editor.header.chip.text() == "! Mẫu có lỗi, chưa in được"
    editor.text.text.setPlainText(bad.replace("{nam}", "{year}"))
    editor.text.autosave.flush()
    assert editor.header.chip.text() == "✓ Mẫu của cơ quan"
    editor.turn_text()
    assert rows(editor)[2] == "Tên loại, trích yếu: PHỤ LỤC"


# Another form, the pages, the way out


def test_another_form_of_the_paper_is_edited_apart(editor_tab, context):
    forms.add_form(context.workspace, PAPER, "mẫu của khối trường")
    editor_tab.page.reload(None)
    editor = open_form(editor_tab.page, PAPER, "mẫu của khối trường")
    assert editor.header._title.full_text() == f"{TITLE} – mẫu của khối trường"
    editor.blocks.choose(2)
    write(editor.panel.own.fields["doc_type"], "PHỤ LỤC CỦA TRƯỜNG")
    assert stored(context, name="mẫu của khối trường").items[1].block.doc_type == "PHỤ LỤC CỦA TRƯỜNG"
    assert not is_own(context)


def test_undoing_the_form_itself_leads_back_to_the_list(editor_tab, context):
    forms.add_form(context.workspace, PAPER, "mẫu của khối trường")
    editor_tab.page.reload(None)
    editor = open_form(editor_tab.page, PAPER, "mẫu của khối trường")
    context.bus.publish(history.undo(context.workspace))
    assert not editor.isVisible()
    assert editor_tab.page.current.paper == PAPER


def test_the_pages_follow_what_is_typed_and_show_slots_where_there_is_nothing(qtbot, editor_tab, editor):
    qtbot.waitUntil(lambda: editor.preview.page_count() == 1, timeout=20_000)
    editor.add_block(PageBreakForm())
    editor.add_block(TextForm("Trang sau"))
    qtbot.waitUntil(lambda: editor.preview.page_count() == 2, timeout=20_000)
    editor.leave()
    plan = open_form(editor_tab.page, "plan")
    qtbot.waitUntil(lambda: plan.preview.page_count() == 1, timeout=20_000)
    assert plan.side._title.full_text() == "Bản in (chưa có số liệu)"
    plan.leave()
    assert plan.desk._shown is None


def test_a_block_is_stored_in_its_place_when_another_is_chosen_at_once(editor, context):
    editor.blocks.choose(TEXT)
    field = editor.panel.own.fields["text"]
    field.setFocus()
    type_text(field, "X")
    editor.blocks.choose(4)
    items = stored(context).items
    assert items[2].block.text == "XKèm theo: {plan_reference}"
    assert items[3].block.text == "{title}"


def test_what_is_typed_is_stored_when_the_tab_is_left(editor_tab, editor, context):
    editor.blocks.choose(TEXT)
    field = editor.panel.own.fields["text"]
    field.setFocus()
    type_text(field, "X")
    editor_tab.show_page("people")
    assert stored(context).items[2].block.text.startswith("X")


def test_a_disk_that_is_full_loses_nothing_that_was_typed(editor, context, monkeypatch):
    def full(*arguments, **options):
        raise KnownError("Ổ đĩa đã đầy nên chưa lưu được.", "Dọn ổ đĩa rồi gõ tiếp.")

    editor.blocks.choose(TEXT)
    field = editor.panel.own.fields["text"]
    with monkeypatch.context() as broken:
        broken.setattr(forms, "store_form", full)
        write(field, "Kèm theo kế hoạch")
        assert "Ổ đĩa đã đầy" in editor.panel.own._frames["text"].problem()
        assert field.toPlainText() == "Kèm theo kế hoạch"
    write(field, "Kèm theo kế hoạch này")
    assert editor.panel.own._frames["text"].problem() == ""
    assert stored(context).items[2].block.text == "Kèm theo kế hoạch này"


def test_in_a_narrow_window_the_pages_fold_away(qtbot, editor_tab, editor):
    box = QWidget()
    qtbot.addWidget(box)
    editor_tab.setParent(box)
    editor_tab.setMinimumSize(0, 0)  # as a window of its own it was as wide as its parts want to be
    box.resize(760, 340)
    editor_tab.setGeometry(box.rect())
    box.show()
    editor_tab.show()
    qtbot.waitUntil(lambda: editor.side.is_folded)
    assert editor.panel.own.fields["superior"].visibleRegion().boundingRect().width() > 150
    editor_tab.setParent(None)


def test_a_form_that_equals_what_is_stored_is_no_act(editor, context):
    editor.store_form(replace(editor.form))
    assert not is_own(context)
