"""The page Biểu mẫu: what is in use, out to a file and in again, what is refused, the way back, the pages beside it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from thidua_desktop.domain.papers.fields import PAPERS
from thidua_desktop.domain.papers.form_bundle import bundle
from thidua_desktop.services import act_places, history
from thidua_desktop.services.office import forms
from thidua_desktop.shipped import GUIDE
from thidua_desktop.storage import records
from thidua_desktop.ui.tabs.directory import DirectoryTab
from thidua_desktop.ui.tabs.directory.forms_page import FormsPage
from thidua_desktop.ui.tabs.directory.load_forms_dialog import LoadFormsDialog
from thidua_desktop.ui.theme import State

TITLE = "Bảng chỉ tiêu thi đua"


@pytest.fixture
def tab(qtbot, context):
    made = DirectoryTab(context)
    qtbot.addWidget(made)
    context.bus.changed.connect(made.reload)
    made.resize(1366, 650)
    made.show_page("forms")
    made.show()
    qtbot.waitExposed(made)
    yield made
    context.bus.changed.disconnect(made.reload)
    made.hide()


@pytest.fixture
def page(tab):
    choose(tab.page, "targets")
    return tab.page


def choose(page, paper):
    page.table.selectRow([one.paper for one in page.standing].index(paper))


def shipped(context, paper):
    return context.workspace.definitions.form_text(paper)


def used(page):
    return page.table.model().text(page.table.current_row(), 1)


def own(context):
    return [f"{one.paper} {one.name}".strip() for one in forms.all_forms(context.workspace) if one.is_own]


def open_file(page, ask, path, content):
    """The dialog that says what comes in, None when there is none."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    ask.answers = [path]
    page.load.trigger()
    return next((one for one in page.findChildren(LoadFormsDialog) if one.isVisible()), None)


def load(page, ask, path, content):
    dialog = open_file(page, ask, path, content)
    if dialog is not None:
        dialog.take_button.click()


def words_of(preview):
    return preview._empty._title.text()


def test_every_paper_has_its_row_in_vietnamese(page):
    model = page.table.model()
    assert [model.text(row, 0) for row in range(model.rowCount())] == [about.title for about in PAPERS.values()]
    assert {model.text(row, 1) for row in range(model.rowCount())} == {"mẫu gốc"}
    assert not page.back.isEnabled()
    assert not page.message.isVisible()


def test_a_form_goes_out_is_changed_in_notepad_and_comes_in(qtbot, page, context, ask, tmp_path):
    path = tmp_path / "mau.txt"
    ask.answers = [path]
    page.copy_out.trigger()
    qtbot.waitUntil(path.exists)
    assert ask.said[-1].explain == f"Biểu mẫu {TITLE}.txt"
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "an old Notepad keeps UTF-8 by this mark"
    assert content.count(b"\n") == content.count(b"\r\n") > 10
    changed = content.decode("utf-8-sig").replace(f'title = "{TITLE}"', 'title = "Mẫu của tỉnh"').encode("utf-8-sig")
    load(page, ask, path, changed)
    assert ask.texts[-1] == "Nạp mẫu từ tệp"
    assert used(page) == "mẫu của cơ quan: Mẫu của tỉnh"
    assert page.current.paper == "targets", "the keyboard stays in its row"
    assert history.undo_text(context.workspace) == f"Nạp mẫu của cơ quan cho “{TITLE}”"


def test_loading_and_going_back_can_be_undone(page, context, ask, tmp_path):
    load(page, ask, tmp_path / "mau.txt", shipped(context, "targets"))
    assert ask.notices[-1].text == f"Đã nạp mẫu “{TITLE}”."
    assert used(page) == "mẫu của cơ quan"
    page.back.click()
    assert (used(page), own(context)) == ("mẫu gốc", [])
    assert not page.back.isEnabled()
    words, undo = ask.notices[-1].acts[0]
    assert words == "Hoàn tác"
    undo()
    assert (used(page), own(context)) == ("mẫu của cơ quan", ["targets"])
    context.bus.publish(history.undo(context.workspace))
    assert (used(page), own(context)) == ("mẫu gốc", [])


def test_the_same_form_again_changes_nothing_and_says_so(page, context, ask, tmp_path):
    load(page, ask, tmp_path / "mau.txt", shipped(context, "targets"))
    load(page, ask, tmp_path / "mau.txt", shipped(context, "targets"))
    assert "không có gì thay đổi" in ask.notices[-1].text


def without(text, line):
    assert line in text
    return text.replace(line, "")


BROKEN = {
    "wrong TOML": (lambda context: shipped(context, "targets").replace("[page]", "[page"), "dòng 6: sai cách viết TOML"),
    "unknown slot": (lambda context: shipped(context, "targets").replace("{year}", "{nam}"), "không có trường “{nam}”"),
    "missing field": (
        lambda context: without(shipped(context, "targets"), 'doc_type = "Phụ lục"\n'),
        "dòng 12, khối thứ 1 (title): thiếu mục “doc_type”",
    ),
    "no such paper": (lambda context: shipped(context, "targets").replace('"targets"', '"thu"', 1), "không có loại văn bản"),
    "10 MB": (lambda context: b"#" * 10_000_000, "lớn quá"),
    "not UTF-8": (lambda context: shipped(context, "targets").encode("utf-16"), "không phải tệp chữ UTF-8"),
    "empty": (lambda context: b"", "trống"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_refused_in_words_and_the_good_form_kept(page, context, ask, tmp_path, kind):
    good = shipped(context, "targets").replace("BẢNG CHỈ TIÊU THI ĐUA", "BẢNG CHỈ TIÊU CỦA XÃ")
    load(page, ask, tmp_path / "tot.txt", good)
    before = history.undo_text(context.workspace)
    make, said = BROKEN[kind]
    load(page, ask, tmp_path / "hong.txt", make(context))
    assert said in f"{ask.texts[-1]} {ask.said[-1].explain}"
    assert ask.said[-1].explain, "what to do next"
    assert ask.said[-1].state is State.BAD
    assert forms.form_text(context.workspace, "targets") == good
    assert history.undo_text(context.workspace) == before
    assert used(page) == "mẫu của cơ quan"


def test_a_file_that_is_gone_is_told(page, context, ask, tmp_path):
    ask.answers = [tmp_path / "khong-co.txt"]
    page.load.trigger()
    assert "Không đọc được tệp" in ask.texts[-1]
    assert own(context) == []


def test_giving_up_either_dialog_does_nothing(page, context, ask):
    for act in (page.load, page.copy_out, page.add_act):
        ask.answers = [None]
        act.trigger()
    assert (ask.notices, own(context)) == ([], [])


def test_an_own_form_that_no_longer_fits_is_named_and_can_be_taken_out(qtbot, page, context, ask, tmp_path):
    bad = shipped(context, "targets").replace("{year}", "{nam}")
    with context.workspace.file.act("Nạp biểu mẫu") as act:
        records.insert(
            context.workspace.file, "office_definitions", {"kind": forms.KIND, "name": "targets", "content": bad}
        )
    context.bus.publish(act.changes)
    assert used(page) == "mẫu của cơ quan có lỗi, chưa in được"
    assert page.message.isVisible()
    assert "Dòng 15, khối thứ 1 (title)" in page.message._text.text()
    path = tmp_path / "sua.txt"
    ask.answers = [path]
    page.copy_out.trigger()
    qtbot.waitUntil(path.exists)
    assert "{nam}" in path.read_text(encoding="utf-8-sig")
    choose(page, "plan")
    assert not page.message.isVisible()
    choose(page, "targets")
    page.back.click()
    assert used(page) == "mẫu gốc"
    assert not page.message.isVisible()


def test_a_shipped_form_that_is_broken_does_not_take_the_page_with_it(page, context, tmp_path, ask):
    folder = tmp_path / "forms"
    folder.mkdir()
    context.workspace.definitions.forms = folder
    context.workspace.definitions._forms.clear()
    page.reload(None)
    assert page.message.isVisible()
    assert "không có tệp này" in page.message._text.text()
    page.copy_out.trigger()
    assert "không có tệp này" in ask.texts[-1]


def test_the_pages_beside_it_or_why_there_are_none(qtbot, page):
    qtbot.waitUntil(lambda: words_of(page.preview).startswith("Chưa có kế hoạch nào"))
    choose(page, "registration-form")
    assert words_of(page.preview) == "Đang dựng trang…", "never the pages of another paper"
    qtbot.waitUntil(lambda: page.preview.page_count() > 0, timeout=20_000)


def test_the_pages_follow_the_form_that_is_loaded(qtbot, page, context, ask, tmp_path):
    choose(page, "registration-form")
    qtbot.waitUntil(lambda: page.preview.page_count() > 0, timeout=20_000)
    before = page.preview.page_count()
    longer = (
        shipped(context, "registration-form")
        + '\n[[block]]\ntype = "page-break"\n\n[[block]]\ntype = "text"\ntext = "Trang sau"\n'
    )
    load(page, ask, tmp_path / "mau.txt", longer)
    qtbot.waitUntil(lambda: page.preview.page_count() == before + 1, timeout=20_000)


def test_pages_that_nobody_sees_are_not_set(qtbot, tab, page):
    tab.show_page("people")
    assert page.desk._shown is None
    tab.show_page("forms")
    assert page.desk._shown is not None
    page.panel.fold(True)
    assert page.desk._shown is None


def test_by_the_keyboard(qtbot, page, ask):
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.current.paper == (below := list(PAPERS)[list(PAPERS).index("targets") + 1])
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.editor.isVisible()
    assert not page.table.isVisible()
    QTest.keyClick(page.editor.blocks.view, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    ask.answers = [None]
    QTest.keyClick(page.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert ask.said[-1].explain == f"Biểu mẫu {PAPERS[below].title}.txt"
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    assert not page.table.hasFocus()


def test_in_a_narrow_window_every_act_is_read_whole_beside_the_open_preview(qtbot, tab, page):
    box = QWidget()
    qtbot.addWidget(box)
    tab.setParent(box)
    box.resize(780, 340)
    tab.setGeometry(box.rect())
    box.show()
    tab.show()
    qtbot.waitUntil(lambda: page.table.width() < 400)
    assert not page.panel.is_folded
    assert page.panel.geometry().left() > page.table.parentWidget().geometry().right()
    for button in (page.back, page.add, page.more, page.edit):
        assert button.width() >= button.sizeHint().width()
    tab.setParent(None)


# Several forms for one paper


def add(page, ask, name):
    ask.answers = [name]
    page.add.click()


def test_another_form_is_added_below_its_paper_and_removed_again(page, context, ask):
    add(page, ask, " mẫu của khối trường ")
    model, row = page.table.model(), page.table.current_row()
    assert [model.text(row, column) for column in (0, 1)] == [
        f"{TITLE} – mẫu của khối trường",
        "mẫu thêm, chọn khi in",
    ]
    assert model.text(row - 1, 0) == TITLE
    assert ask.notices[-1].text == f"Đã thêm mẫu “mẫu của khối trường” cho “{TITLE}”."
    assert page.back.text() == "Xóa mẫu này"
    page.back.click()
    assert (own(context), page.current.paper, page.current.name) == ([], "targets", "")
    ask.notices[-1].acts[0][1]()
    assert own(context) == ["targets mẫu của khối trường"]


def test_a_name_that_is_taken_is_told(page, context, ask):
    add(page, ask, "mẫu của khối trường")
    choose(page, "targets")
    add(page, ask, "Mẫu của khối trường")
    assert "đã có mẫu tên" in ask.texts[-1]
    assert own(context) == ["targets mẫu của khối trường"]


def test_another_form_is_called_otherwise(page, context, ask):
    assert not page.rename.isEnabled()
    add(page, ask, "mẫu của khối")
    for answer in (None, "mẫu của khối trường"):
        ask.answers = [answer]
        page.rename.trigger()
    assert page.table.model().text(page.table.current_row(), 0) == f"{TITLE} – mẫu của khối trường"
    assert own(context) == ["targets mẫu của khối trường"]


# From office to office


def other_office(context):
    """Forms as another office hands them over: a good one for each of two papers, and a broken one."""
    good = shipped(context, "targets").replace("BẢNG CHỈ TIÊU THI ĐUA", "BẢNG CỦA XÃ BẠN")
    bad = shipped(context, "plan").replace("{title}", "{ten}")
    return bundle((("targets", "", good), ("targets", "mẫu của khối", good), ("plan", "", bad)), "Mẫu của xã bạn")


def test_what_comes_in_is_shown_before_it_is_stored(page, context, ask, tmp_path):
    load(page, ask, tmp_path / "cu.txt", shipped(context, "targets"))
    dialog = open_file(page, ask, tmp_path / "mau.txt", other_office(context))
    model = dialog.model
    shown = [(model.text(row, 0), model.text(row, 1), model.is_ticked(row)) for row in range(model.rowCount())]
    assert shown[:2] == [
        (TITLE, "thay mẫu của cơ quan", True),
        (f"{TITLE} – mẫu của khối", "mới", True),
    ]
    assert shown[2][0] == "Kế hoạch phát động phong trào thi đua"
    assert shown[2][1].startswith("không dùng được: dòng ")
    assert "khối thứ 2 (title), mục “subject”: không có trường “{ten}”" in shown[2][1]
    assert not shown[2][2]
    assert dialog.take_button.text() == "Nạp 2 mẫu"
    model.tick([2], True)
    assert not model.is_ticked(2), "a broken one cannot be taken"
    dialog.table.go_to(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.take_button.text() == "Nạp 1 mẫu"
    dialog.reject()
    assert own(context) == ["targets"]


def test_several_forms_come_in_by_one_act(page, context, ask, tmp_path):
    load(page, ask, tmp_path / "mau.txt", other_office(context))
    assert ask.notices[-1].text == "Đã nạp 2 mẫu."
    assert own(context) == ["targets", "targets mẫu của khối"]
    assert history.undo_text(context.workspace) == "Nạp 2 mẫu từ tệp"
    context.bus.publish(history.undo(context.workspace))
    assert own(context) == []


def test_all_forms_of_the_office_go_out_in_one_file_and_come_in_again(qtbot, page, context, ask, tmp_path):
    assert not page.copy_all.isEnabled()
    load(page, ask, tmp_path / "mau.txt", other_office(context))
    path = tmp_path / "ra.txt"
    ask.answers = [path]
    page.copy_all.trigger()
    qtbot.waitUntil(path.exists)
    assert ask.said[-1].explain == "Các biểu mẫu của cơ quan - xã Ví Dụ.txt"
    context.bus.publish(history.undo(context.workspace))
    load(page, ask, tmp_path / "vao.txt", path.read_bytes())
    assert own(context) == ["targets", "targets mẫu của khối"]


def test_all_papers_go_back_to_their_originals_when_the_clerk_agrees(page, context, ask, tmp_path):
    assert not page.all_back.isEnabled()
    load(page, ask, tmp_path / "mau.txt", other_office(context))
    for answer, left in ((False, ["targets", "targets mẫu của khối"]), (True, ["targets mẫu của khối"])):
        ask.answers = [answer]
        page.all_back.trigger()
        assert own(context) == left
    assert ask.texts[-1] == "Bỏ 1 mẫu của cơ quan, dùng lại mẫu gốc cho mọi văn bản?"


# Led to, and the guide


def test_undo_of_an_edit_elsewhere_leads_here(tab, context):
    for words in ("PHỤ LỤC", "Phụ lục 1"):
        forms.store_text(context.workspace, "targets", shipped(context, "targets").replace("Phụ lục", words))
    place = act_places.undo_place(context.workspace).destination
    tab.show_page("people")
    tab.show_place(place.kind, place.id)
    assert isinstance(tab.page, FormsPage)


def test_the_guide_calls_the_acts_what_the_window_calls_them(page):
    page.edit_form()
    acts = {act.text() for part in (page, page.editor) for act in part.findChildren(QAction)}
    acts |= {button.text() for button in page.findChildren(QPushButton)}
    acts |= {page.editor.shown.itemText(number) for number in range(page.editor.shown.count())}
    acts |= {"Xóa mẫu này", "Các cột", "Số dòng trống", "Dòng trống cao", "Bên trái", "In khối này"}
    text = (GUIDE / "09-bieu-mau.md").read_text(encoding="utf-8")
    quoted = set(re.findall(r"“([^”]+)”", text)) - {"mẫu của khối trường", "Mẫu của cơ quan có lỗi nên chưa in được"}
    assert quoted <= acts
