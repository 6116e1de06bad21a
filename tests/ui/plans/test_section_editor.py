"""The page with the whole text of a plan: typed in as in Word, the numbers follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument

from tests.services import rewording
from tests.ui.plans.conftest import PLAN
from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.richtext import Paragraph, Run, plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.storage import records
from thidua_desktop.ui.tabs.plans import rich_text
from thidua_desktop.ui.tabs.plans.body_editor import LONGEST_PASTE
from thidua_desktop.ui.tabs.plans.outline_nodes import Key

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(stored, tab):
    made = tab.editor.section.editor
    tab.editor.tree.choose(Key("section", tab.editor.plan.sections[0].id))
    made.setFocus()
    return made


def caret(editor, words, *, end=False):
    """Put the caret before or after those words."""
    found = editor.document().find(words, 0, QTextDocument.FindFlag.FindCaseSensitively)
    assert not found.isNull(), words
    cursor = editor.textCursor()
    cursor.setPosition(found.selectionEnd() if end else found.selectionStart())
    editor.setTextCursor(cursor)


def shown(editor):
    """What the clerk sees: each line with its number."""
    rows = []
    for block in rich_text.blocks(editor.document()):
        begun = editor.numbers.of(block)
        rows.append(f"{begun.marker} {block.text()}".strip() if begun else block.text())
    return rows


def outline(context, plan_id):
    return [
        f"{one.marker} {one.heading or one.body[0].text}"
        for one in plans.plan(context.workspace, plan_id).all_sections()
    ]


def test_the_page_shows_the_plan_with_its_numbers(editor):
    assert shown(editor) == [
        "Thực hiện Luật Thi đua, khen thưởng.", "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Thi đua sôi nổi trong toàn xã.",
        "2. Yêu cầu", "- Thiết thực, hiệu quả.", "II. CHỈ TIÊU", "Thu nhập bình quân 60 triệu đồng.",
        "III. TỔ CHỨC THỰC HIỆN", "Trên đây là kế hoạch./.",
    ]  # fmt: skip


def test_enter_goes_on_after_a_heading_with_text_and_in_a_list_with_the_next_item(editor):
    caret(editor, "TỔ CHỨC THỰC HIỆN", end=True)
    press_key(editor, Qt.Key.Key_Return)
    type_text(editor, "- Các thôn")
    press_key(editor, Qt.Key.Key_Return)
    type_text(editor, "Trường học")
    press_key(editor, Qt.Key.Key_Return)
    press_key(editor, Qt.Key.Key_Return)
    type_text(editor, "1. Văn phòng tổng hợp")
    press_key(editor, Qt.Key.Key_Return)
    type_text(editor, "Công an xã")
    assert shown(editor)[-6:] == [
        "III. TỔ CHỨC THỰC HIỆN", "- Các thôn", "- Trường học", "1. Văn phòng tổng hợp", "2. Công an xã",
        "Trên đây là kế hoạch./.",
    ]  # fmt: skip
    press_key(editor, Qt.Key.Key_Return)
    press_key(editor, Qt.Key.Key_Return)
    type_text(editor, "Hết.")
    assert shown(editor)[-2] == "Hết."


@pytest.mark.parametrize(
    ("words", "key", "held", "after"),
    [
        ("Yêu cầu", Qt.Key.Key_Left, ALT | SHIFT, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "II. Yêu cầu", "III. CHỈ TIÊU", "IV. TỔ CHỨC THỰC HIỆN"]),
        ("CHỈ TIÊU", Qt.Key.Key_Right, ALT | SHIFT, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "3. CHỈ TIÊU", "II. TỔ CHỨC THỰC HIỆN"]),
        ("CHỈ TIÊU", Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "3. CHỈ TIÊU", "II. TỔ CHỨC THỰC HIỆN"]),
        ("Yêu cầu", Qt.Key.Key_Backtab, SHIFT, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "II. Yêu cầu", "III. CHỈ TIÊU", "IV. TỔ CHỨC THỰC HIỆN"]),
        ("CHỈ TIÊU", Qt.Key.Key_Up, ALT | SHIFT, ["I. CHỈ TIÊU", "II. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "III. TỔ CHỨC THỰC HIỆN"]),
        ("MỤC ĐÍCH, YÊU CẦU", Qt.Key.Key_Down, ALT | SHIFT, ["I. CHỈ TIÊU", "II. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "III. TỔ CHỨC THỰC HIỆN"]),
        ("Mục đích", Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Yêu cầu", "II. CHỈ TIÊU", "III. TỔ CHỨC THỰC HIỆN"]),
        ("Thiết thực", Qt.Key.Key_1, CTRL | ALT, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "II. Thiết thực, hiệu quả.", "III. CHỈ TIÊU", "IV. TỔ CHỨC THỰC HIỆN"]),
        ("Yêu cầu", Qt.Key.Key_N, CTRL | SHIFT, ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "II. CHỈ TIÊU", "III. TỔ CHỨC THỰC HIỆN"]),
    ],
)  # fmt: skip
def test_the_keys_of_word_are_one_act_and_the_caret_stays(qtbot, editor, stored, tab, context, words, key, held, after):
    before = outline(context, stored)
    caret(editor, words)
    press_key(editor, key, modifiers=held)
    qtbot.waitUntil(lambda: outline(context, stored) == after, timeout=1000)
    assert editor.hasFocus() and words in editor.textCursor().block().text()
    assert [row for row in shown(editor) if row in after] == after
    editor.undo()
    qtbot.waitUntil(lambda: outline(context, stored) == before, timeout=1000)
    assert history.redo_text(context.workspace)
    context.bus.publish(history.redo(context.workspace))
    assert outline(context, stored) == after
    assert [row for row in shown(editor) if row in after] == after


def test_a_new_heading_comes_after_the_section_and_is_named(qtbot, editor, stored, context):
    caret(editor, "Thiết thực")
    press_key(editor, Qt.Key.Key_Return, modifiers=CTRL)
    type_text(editor, "Nguyên tắc")
    assert "3. Nguyên tắc" in shown(editor)
    qtbot.waitUntil(lambda: "3. Nguyên tắc" in outline(context, stored), timeout=1500)


def test_text_is_split_and_joined_across_sections(editor, stored, tab, context):
    caret(editor, "sôi nổi")
    press_key(editor, Qt.Key.Key_Return)
    press_key(editor, Qt.Key.Key_0, modifiers=CTRL | ALT)
    tab.editor.flush()
    assert outline(context, stored)[:3] == ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "a) sôi nổi trong toàn xã."]
    press_key(editor, Qt.Key.Key_Backspace)
    press_key(editor, Qt.Key.Key_Backspace)
    tab.editor.flush()
    assert section_body(context, stored, "Mục đích") == (plain("Thi đua sôi nổi trong toàn xã.", "-"),)


def section_body(context, plan_id, heading):
    found = plans.plan(context.workspace, plan_id).all_sections()
    return next(one.body for one in found if one.heading == heading)


def test_ctrl_up_and_down_go_from_section_to_section(editor, tab):
    caret(editor, "Thiết thực")
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press_key(editor, key, modifiers=CTRL)
        seen.append(editor.textCursor().block().text())
    assert seen == ["CHỈ TIÊU", "TỔ CHỨC THỰC HIỆN", "CHỈ TIÊU", "Yêu cầu", "Mục đích"]
    assert tab.editor.tree.current() == editor.key()
    assert tab.editor.tree.sections() == [editor.key().number]


def test_what_word_puts_on_the_clipboard_comes_as_paragraphs_with_bold_and_italic(editor, stored, tab, context):
    mime = QMimeData()
    mime.setHtml(
        "<h1 style='color:red'>Một</h1><p class=MsoNormal style='font-size:30pt'>Hai <b>đậm</b> <i>nghiêng</i></p>"
    )
    caret(editor, "60 triệu đồng.", end=True)
    press_key(editor, Qt.Key.Key_Return)
    editor.insertFromMimeData(mime)
    tab.editor.flush()
    body = section_body(context, stored, "CHỈ TIÊU")
    assert body[1].text == "Một"
    assert body[2] == Paragraph((Run("Hai "), Run("đậm", bold=True), Run(" "), Run("nghiêng", italic=True)))


def test_a_section_is_cut_and_put_elsewhere_with_its_heading(editor, stored, tab, context):
    caret(editor, "Yêu cầu")
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    mime = editor.createMimeDataFromSelection()
    assert mime.text() == "2. Yêu cầu\n- Thiết thực, hiệu quả."
    caret(editor, "TỔ CHỨC THỰC HIỆN", end=True)
    press_key(editor, Qt.Key.Key_Return)
    editor.insertFromMimeData(mime)
    tab.editor.flush()
    assert outline(context, stored)[-2:] == ["III. TỔ CHỨC THỰC HIỆN", "1. Yêu cầu"]


def test_bold_and_italic_by_keyboard_and_button(editor, stored, tab, context):
    caret(editor, "Thu nhập")
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 2)
    editor.setTextCursor(cursor)
    press_key(editor, Qt.Key.Key_B, modifiers=CTRL)
    press_key(editor, Qt.Key.Key_I, modifiers=CTRL)
    tab.editor.flush()
    assert section_body(context, stored, "CHỈ TIÊU")[0].runs[0] == Run("Thu nhập ", True, True)


def test_words_of_one_section_are_one_undo_and_those_of_the_next_another(editor, stored, tab, context):
    caret(editor, "Thiết thực")
    type_text(editor, "A")
    tab.editor.flush()
    caret(editor, "Thu nhập")
    type_text(editor, "B")
    tab.editor.flush()
    context.bus.publish(history.undo(context.workspace))
    assert "A- Thiết" in editor.toPlainText() or "- AThiết" in editor.toPlainText()
    assert "BThu" not in editor.toPlainText()


def test_the_kind_of_the_line_is_shown_and_chosen(editor, stored, tab, context):
    page = tab.editor.section
    caret(editor, "Thu nhập")
    assert page.kinds.currentText() == "Đoạn văn"
    page._on_kind(1)
    assert "1. Thu nhập bình quân 60 triệu đồng." in shown(editor)
    assert page.kinds.currentText() == "Đoạn đánh số"
    caret(editor, "CHỈ TIÊU")
    assert page.kinds.currentText() == "Tiêu đề"


def test_a_paste_that_is_far_too_long_is_refused(editor, ask):
    before = editor.toPlainText()
    mime = QMimeData()
    mime.setText("x" * (LONGEST_PASTE + 1))
    editor.insertFromMimeData(mime)
    assert editor.toPlainText() == before and "quá dài" in ask.notices[-1].text


PASTED = (
    "<p><b>IV. KHEN THƯỞNG</b></p><p><b>1. Nguyên tắc</b></p><p>Đúng người, đúng việc.</p>"
    "<p>a) Kịp thời;</p><p>b) <i>Công khai</i>.</p>"
)


def test_pasted_numbers_begin_sections_and_one_undo_gives_the_pasted_letters(qtbot, editor, stored, tab, context):
    caret(editor, "60 triệu đồng.", end=True)
    press_key(editor, Qt.Key.Key_Return)
    mime = QMimeData()
    mime.setHtml(PASTED)
    editor.insertFromMimeData(mime)
    assert shown(editor)[-8:] == [
        "Thu nhập bình quân 60 triệu đồng.", "III. KHEN THƯỞNG", "1. Nguyên tắc", "Đúng người, đúng việc.",
        "a) Kịp thời;", "b) Công khai.", "IV. TỔ CHỨC THỰC HIỆN", "Trên đây là kế hoạch./.",
    ]  # fmt: skip
    editor.undo()
    assert shown(editor)[-7:-2] == [
        "IV. KHEN THƯỞNG", "1. Nguyên tắc", "Đúng người, đúng việc.", "a) Kịp thời;", "b) Công khai.",
    ]  # fmt: skip
    assert not any(editor.numbers.of(block) for block in list(rich_text.blocks(editor.document()))[-7:-2])
    editor.redo()
    caret(editor, "Công khai.", end=True)
    type_text(editor, "X")
    assert editor.textCursor().block().text() == "Công khai.X"
    tab.editor.flush()
    assert outline(context, stored)[-5:] == [
        "III. KHEN THƯỞNG", "1. Nguyên tắc", "a) Kịp thời;", "b) Công khai.X", "IV. TỔ CHỨC THỰC HIỆN",
    ]  # fmt: skip


def test_a_number_pasted_inside_a_line_stays_a_word(editor):
    caret(editor, "60 triệu đồng.")
    mime = QMimeData()
    mime.setText("1. Năm ")
    editor.insertFromMimeData(mime)
    assert "Thu nhập bình quân 1. Năm 60 triệu đồng." in shown(editor)


def test_an_empty_plan_has_room_to_type_in(tab, context):
    changes, plan_id = plans.store_plan(context.workspace, PLAN.__class__(2026, title="Trống"), None)
    context.bus.publish(changes)
    tab._show_plan(plan_id)
    tab.editor.tree.choose(Key("preamble"))
    editor = tab.editor.section.editor
    editor.setFocus()
    type_text(editor, "Căn cứ tình hình;")
    press_key(editor, Qt.Key.Key_Return, modifiers=CTRL)
    type_text(editor, "MỤC ĐÍCH")
    tab.editor.flush()
    plan = plans.plan(context.workspace, plan_id)
    assert (plan.preamble, [(one.marker, one.heading) for one in plan.sections]) == (
        (plain("Căn cứ tình hình;"),), [("I.", "MỤC ĐÍCH")],
    )  # fmt: skip


def test_an_issued_plan_is_read_only(editor, stored, tab, context):
    with context.workspace.file.act("ban hành") as act:
        records.update(context.workspace.file, "plans", stored, {"state": "ban hành", "number": 1})
    context.bus.publish(act.changes)
    before = shown(editor)
    caret(editor, "CHỈ TIÊU")
    type_text(editor, "x")
    press_key(editor, Qt.Key.Key_Tab)
    press_key(editor, Qt.Key.Key_Return, modifiers=CTRL)
    assert shown(editor) == before


def test_two_keys_put_a_phrase_of_the_office_in(editor, stored, tab, context):
    caret(editor, "60 triệu đồng.", end=True)
    press_key(editor, Qt.Key.Key_Return)
    type_text(editor, "- Thiet t")
    press_key(editor, Qt.Key.Key_Space, " ", CTRL)
    assert editor.phrases.isVisible()
    assert [offer.text for offer in editor.phrases.offers] == ["Thiết thực, hiệu quả"]
    press_key(editor, Qt.Key.Key_Return)
    assert not editor.phrases.isVisible() and editor.hasFocus()

    assert editor.textCursor().block().text() == "- Thiết thực, hiệu quả"
    editor.undo()
    assert editor.textCursor().block().text() == "- Thiet t"


@pytest.mark.parametrize(("typed", "said"), [("", "Chưa có câu mẫu cho mục này"), ("xyz", "Không có câu mẫu nào hợp")])
def test_without_a_phrase_that_fits_it_says_where_phrases_come_from(editor, stored, tab, context, typed, said):
    with context.workspace.file.act("bỏ hết câu mẫu") as act:
        every = [row["id"] for row in records.page(context.workspace.file, "phrases")]
        records.delete(context.workspace.file, "phrases", every)
    context.bus.publish(act.changes)
    caret(editor, "60 triệu đồng.", end=True)
    press_key(editor, Qt.Key.Key_Return)
    type_text(editor, typed)
    press_key(editor, Qt.Key.Key_Space, " ", CTRL)
    assert editor.phrases.hint.text().startswith(said)


def test_the_list_of_phrases_ends_with_a_whole_row_also_below_long_ones(editor, stored, tab, context):
    for number in range(6):
        words = "tổ chức thực hiện có hiệu quả các phong trào thi đua gắn với nhiệm vụ được giao " * (1 + number % 2)
        registers.add_row(context.workspace, "phrases", {"text": f"Thứ {'abcdef'[number]}: {words.strip()}"})
    caret(editor, "60 triệu đồng.", end=True)
    press_key(editor, Qt.Key.Key_Return)
    press_key(editor, Qt.Key.Key_Space, " ", CTRL)
    view = editor.phrases.view
    rows = [view.visualRect(view.model().index(row, 0)) for row in range(len(editor.phrases.offers))]
    assert max(row.height() for row in rows) > min(row.height() for row in rows)
    assert any(row.bottom() + 1 == view.viewport().height() for row in rows)


def test_the_phrases_follow_what_is_typed_and_go_with_escape(editor, stored, tab, context):
    caret(editor, "60 triệu đồng.", end=True)
    press_key(editor, Qt.Key.Key_Return)
    press_key(editor, Qt.Key.Key_Space, " ", CTRL)
    every = len(editor.phrases.offers)
    type_text(editor, "Th")
    assert 0 < len(editor.phrases.offers) < every
    press_key(editor, Qt.Key.Key_Escape)
    assert not editor.phrases.isVisible() and editor.hasFocus()
    type_text(editor, "xyz")
    press_key(editor, Qt.Key.Key_Space, " ", CTRL)
    assert editor.phrases.offers == () and editor.phrases.isVisible()
    type_text(editor, "a")
    assert not editor.phrases.isVisible()
    assert editor.textCursor().block().text() == "Thxyza"


def test_a_section_dragged_out_of_sight_is_followed_there(qtbot, editor, stored, tab, context):
    long = tuple(plain(f"Đoạn {number}.") for number in range(80))
    first = tab.editor.plan.sections[0]
    context.bus.publish(rewording.set_body(context.workspace, stored, tab.editor.plan.sections[1].id, long))
    tab.editor.tree.setFocus()
    tab.editor.tree.choose(Key("section", first.id))
    tab.editor.acts.drop(first.id, None, 2)
    qtbot.waitUntil(lambda: editor.is_in_sight(Key("section", first.id)))


def test_taking_back_in_the_text_takes_back_the_act_and_doing_again_does_it_again(editor, stored, tab, context):
    first = history.undo_text(context.workspace)
    before = plans.plan(context.workspace, stored)
    caret(editor, "Thiết thực")
    type_text(editor, "Rõ việc, ")
    tab.editor.flush()
    typed = plans.plan(context.workspace, stored)
    caret(editor, "Yêu cầu")
    press_key(editor, Qt.Key.Key_Left, modifiers=ALT | SHIFT)
    tab.editor.flush()
    moved = plans.plan(context.workspace, stored)
    assert history.undo_text(context.workspace) == "Chuyển mục II. “Yêu cầu”"
    editor.undo()
    tab.editor.flush()
    assert plans.plan(context.workspace, stored) == typed
    assert history.undo_text(context.workspace) == "Sửa nội dung mục 2. “Yêu cầu”"
    assert history.redo_text(context.workspace) == "Chuyển mục II. “Yêu cầu”"
    editor.undo()
    tab.editor.flush()
    assert plans.plan(context.workspace, stored) == before
    assert history.undo_text(context.workspace) == first
    editor.redo()
    editor.redo()
    tab.editor.flush()
    assert plans.plan(context.workspace, stored) == moved
