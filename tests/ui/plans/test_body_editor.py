import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument

from tests.ui.typing import type_text
from thidua_desktop.domain.richtext import Paragraph, Run, joined, plain
from thidua_desktop.ui.tabs.plans import rich_text
from thidua_desktop.ui.tabs.plans.body_editor import LONGEST_PASTE, BodyEditor

TEXT = (
    plain("Thi đua yêu nước trong toàn xã."),
    Paragraph((Run("Phong trào "), Run("“Dân vận khéo”", bold=True), Run(" năm 2026.", italic=True)), "-"),
    plain("Kết thúc."),
)


@pytest.fixture
def editor(qtbot):
    made = BodyEditor()
    qtbot.addWidget(made)
    made.told = []
    made.autosave.edited.connect(lambda paragraphs, editing: made.told.append((paragraphs, editing)))
    made.show()
    return made


def test_what_is_shown_reads_back(editor):
    editor.autosave.show(TEXT)
    assert editor.paragraphs() == TEXT
    assert editor.toPlainText().splitlines()[1] == "- Phong trào “Dân vận khéo” năm 2026."


def test_a_row_of_a_table_is_typed_with_bars(editor):
    rows = (plain("TT | Việc | Thời hạn", "|"), plain(" | Treo cờ | ", "|"))
    editor.autosave.show(rows)
    assert editor.toPlainText().splitlines() == ["| TT | Việc | Thời hạn", "|  | Treo cờ | "]
    assert editor.paragraphs() == rows


def test_loading_is_no_typing(editor, qtbot):
    editor.autosave.show(TEXT)
    qtbot.wait(50)
    editor.autosave.flush()
    assert editor.told == []


def test_typing_is_told_within_a_second(editor, qtbot):
    editor.autosave.show(TEXT)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, " Đã xong.")
    qtbot.waitUntil(lambda: bool(editor.told), timeout=1500)
    assert editor.told[-1][0][-1] == plain("Kết thúc. Đã xong.")


def test_edits_of_one_visit_share_a_token_and_those_of_the_next_do_not(editor, qtbot):
    editor.autosave.show(TEXT)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    type_text(editor, "A")
    editor.autosave.flush()
    type_text(editor, "B")
    editor.clearFocus()
    editor.setFocus()
    type_text(editor, "C")
    editor.autosave.flush()
    tokens = [token for _, token in editor.told]
    assert len(tokens) == 3
    assert tokens[0] == tokens[1] != tokens[2]


def test_the_echo_of_the_own_edit_leaves_the_caret_alone(editor):
    editor.autosave.show(TEXT)
    cursor = editor.textCursor()
    cursor.setPosition(7)
    editor.setTextCursor(cursor)
    type_text(editor, "x")
    editor.autosave.flush()
    editor.autosave.show(editor.told[-1][0])
    assert editor.textCursor().position() == 8


def test_paste_keeps_bold_and_italic_and_nothing_else(editor):
    mime = QMimeData()
    mime.setHtml('<p style="color:red;font-size:40pt">Một <b>hai</b> <i>ba</i></p><table><tr><td>bốn</td></tr></table>')
    editor.insertFromMimeData(mime)
    assert editor.paragraphs() == (
        Paragraph((Run("Một "), Run("hai", bold=True), Run(" "), Run("ba", italic=True))),
        plain("bốn"),
    )


def test_a_list_of_word_comes_with_dashes_and_single_blanks(editor):
    mime = QMimeData()
    item = "<p class=MsoListParagraph><span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>{}</p>"
    symbol = "<span style='font-family:Symbol'>·</span>"
    mime.setHtml(
        item.format(symbol, "Trồng <b>cây</b>") + item.format("-", "Quét đường") + item.format("1.", "Treo cờ")
    )
    editor.insertFromMimeData(mime)
    assert editor.paragraphs() == (
        Paragraph((Run("Trồng "), Run("cây", bold=True)), "-"),
        plain("Quét đường", "-"),
        plain("1. Treo cờ"),
    )


def test_a_paste_that_is_far_too_long_is_refused(editor, qtbot):
    mime = QMimeData()
    mime.setText("x" * (LONGEST_PASTE + 1))
    with qtbot.waitSignal(editor.refused_paste):
        editor.insertFromMimeData(mime)
    assert editor.paragraphs() == ()


def test_bold_by_keyboard(editor):
    editor.autosave.show((plain("Thi đua"),))
    editor.selectAll()
    from PySide6.QtTest import QTest

    QTest.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert editor.paragraphs() == (Paragraph((Run("Thi đua", bold=True),)),)


def test_a_place_is_found_and_chosen(editor):
    editor.autosave.show(TEXT)
    assert editor.mark("Dân vận khéo")
    assert editor.textCursor().selectedText() == "Dân vận khéo"
    assert not editor.mark("không có câu này")


words = st.text(st.characters(categories=("L", "N", "P"), exclude_characters="-+•*–"), min_size=1, max_size=8)
runs = st.lists(st.builds(Run, words, st.booleans(), st.booleans()), min_size=1, max_size=4).map(joined)


@given(st.lists(st.builds(Paragraph, runs, st.sampled_from(["", "-", "+"])), max_size=5).map(tuple))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_reads_back(qapp, paragraphs):
    from thidua_desktop.domain.vietnamese import nfc

    paragraphs = tuple(
        Paragraph(joined(Run(nfc(r.text), r.bold, r.italic) for r in p.runs), p.bullet) for p in paragraphs
    )
    document = QTextDocument()
    rich_text.insert(QTextCursor(document), paragraphs)
    assert rich_text.read_document(document) == paragraphs
