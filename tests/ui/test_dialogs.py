from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from tests.ui.typing import press_key
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.ui import theme
from thidua_desktop.ui.ask import DATA_FILE, PDF_FILE, WORD_FILE
from thidua_desktop.ui.dialogs import WindowAsk
from thidua_desktop.ui.files import first_folder
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.theme import State


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asker(window, tmp_path):
    made = WindowAsk(window)
    made._folder = made._export_folder = tmp_path
    return made


def then(act, seen: list) -> None:
    """Do ``act(dialog)`` as soon as a dialog is open; the dialog's words go to ``seen``."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, look)
            return
        if isinstance(dialog, QMessageBox):
            seen.extend([dialog.text(), dialog.informativeText(), *(one.text() for one in dialog.buttons())])
        seen.append(dialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():  # one that the test failed in must not stay open
                dialog.reject()

    QTimer.singleShot(20, look)


def type_name(dialog, name: str) -> None:
    dialog.findChild(QLineEdit, "fileNameEdit").setText(name)


def press(words: str):
    def act(dialog) -> None:
        [button] = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words]
        button.click()

    return act


def assert_freed(window, qtbot) -> None:
    def gone() -> bool:
        return not [one for kind in (QMessageBox, QFileDialog, QInputDialog) for one in window.findChildren(kind)]

    qtbot.waitUntil(gone)


def test_an_error_says_what_happened_and_what_to_do(asker, window, qtbot):
    seen = []
    then(press("Đóng"), seen)
    asker.error(KnownError("Không mở được tệp; dữ liệu vẫn còn nguyên.", "Hãy thử lại."))
    assert seen[:3] == ["Không mở được tệp; dữ liệu vẫn còn nguyên.", "Hãy thử lại.", "Đóng"]
    seen.clear()
    assert_freed(window, qtbot)


@pytest.mark.parametrize(("pressed", "answer"), [("Xóa kế hoạch", True), ("Hủy", False)])
def test_a_question_is_answered_by_its_verb(asker, window, qtbot, pressed, answer):
    then(press(pressed), [])
    assert asker.confirm("Xóa kế hoạch năm 2026?", yes="Xóa kế hoạch") is answer
    assert_freed(window, qtbot)


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_the_words_of_every_button_are_read_whole(asker, qapp, count):
    theme.apply(qapp)
    widths = []
    then(lambda box: widths.extend((one.width(), one.sizeHint().width()) for one in box.buttons()), [])
    options = [f"Ngừng hoạt động từ năm {2024 + number}" for number in range(count)]
    asker.choose(
        "Còn 1 bản đăng ký đang gắn với tổ chức “Thôn Mẫu” nên chưa xóa được; dữ liệu không thay đổi.", options
    )
    assert len(widths) == count + 1
    assert all(width >= wanted for width, wanted in widths)


def test_escape_is_never_a_yes(asker, window, qtbot):
    then(lambda dialog: dialog.reject(), [])
    assert asker.confirm("Xóa?") is False
    assert_freed(window, qtbot)


def test_enter_pressed_unthinkingly_is_never_a_yes(asker, window, qtbot):
    def enter(dialog) -> None:
        assert dialog.focusWidget().text().replace("&", "") == "Ở lại"
        press_key(dialog, Qt.Key.Key_Return)

    then(enter, [])
    assert asker.choose("Chưa lưu.", ["Lưu", "Bỏ"], no="Ở lại") is None
    assert_freed(window, qtbot)


@pytest.mark.parametrize(("pressed", "answer"), [("Thay", 0), ("Thêm", 1), ("Hủy", None)])
def test_one_of_several_acts(asker, window, qtbot, pressed, answer):
    then(press(pressed), [])
    assert asker.choose("Đã có kế hoạch năm 2026.", ["Thay", "Thêm"]) == answer
    assert_freed(window, qtbot)


@pytest.mark.parametrize("length", [60, 400])
def test_long_options_can_be_read_whole_or_to_their_end(asker, window, qtbot, length):
    names = [f"{'Phát động thi đua ' * 30}"[:length] + f" (bản {number})" for number in (1, 2, 3)]
    seen = []

    def act(dialog) -> None:
        buttons = dialog.findChildren(QPushButton)
        seen.extend(one.text() for one in buttons if one.width() >= one.sizeHint().width())
        assert dialog.width() < 1366
        next(one for one in buttons if one.text().endswith("(bản 2)")).click()

    then(act, [])
    assert asker.choose("So với kế hoạch nào?", names) == 1
    assert [words[-7:] for words in seen[:3]] == ["(bản 1)", "(bản 2)", "(bản 3)"]
    assert_freed(window, qtbot)


def test_a_line_of_text_comes_back_composed_and_trimmed(asker, window, qtbot):
    def fill(dialog) -> None:
        dialog.setTextValue("  Ha\u0300 Giang ")
        dialog.accept()

    then(fill, [])
    assert asker.line("Tên", "Tên:") == "Hà Giang"
    then(lambda dialog: dialog.reject(), [])
    assert asker.line("Tên", "Tên:", "x") is None
    assert_freed(window, qtbot)


def test_markup_in_a_text_is_shown_as_it_is(asker, window, qtbot):
    seen = []
    then(press("Đóng"), seen)
    asker.tell("<b>x</b> & y", state=State.WAIT)
    assert seen[0] == "<b>x</b> & y"
    seen.clear()
    assert_freed(window, qtbot)


def test_a_file_to_open(asker, window, qtbot, tmp_path):
    path = tmp_path / "Thi đua.thidua"
    path.touch()

    def pick(dialog) -> None:
        assert dialog.nameFilters() == ["Tệp dữ liệu thi đua (*.thidua)"]
        type_name(dialog, str(path))
        dialog.accept()

    then(pick, [])
    assert asker.open_file("Mở tệp dữ liệu", (DATA_FILE,)) == path
    then(lambda dialog: dialog.reject(), [])
    assert asker.open_file("Mở tệp dữ liệu", (DATA_FILE,)) is None
    assert_freed(window, qtbot)


def test_a_file_to_save_gets_its_ending(asker, window, qtbot, tmp_path):
    def accept(dialog) -> None:
        type_name(dialog, "Kế hoạch 2026")
        dialog.accept()

    then(accept, [])
    assert asker.save_file("Xuất", Path("a.docx"), (WORD_FILE, PDF_FILE)) == tmp_path / "Kế hoạch 2026.docx"
    assert_freed(window, qtbot)


def test_a_folder_is_where_the_next_dialog_begins(asker, window, qtbot, tmp_path):
    stick = tmp_path / "USB"
    stick.mkdir()

    def pick(dialog) -> None:
        type_name(dialog, str(stick))
        dialog.accept()

    then(pick, [])
    assert asker.folder("Chép ra USB") == stick
    seen = []
    then(lambda dialog: (seen.append(dialog.directory().path()), dialog.reject()), [])
    asker.open_file("Mở", (DATA_FILE,))
    assert seen == [stick.as_posix()]
    assert_freed(window, qtbot)


def test_papers_are_written_where_the_last_one_was_whatever_was_opened_meanwhile(window, qtbot, tmp_path):
    remembered = Remembered(tmp_path / "nho.json")
    taken, written = tmp_path / "Nhận về", tmp_path / "Văn bản đi"
    for folder in (taken, written):
        folder.mkdir()
    (taken / "kế hoạch.docx").touch()
    began: list[str] = []

    def choose(path: Path):
        def act(dialog) -> None:
            began.append(dialog.directory().path())
            type_name(dialog, str(path))
            dialog.accept()

        return act

    asker = WindowAsk(window, remembered)
    then(choose(written / "a.docx"), [])
    asker.save_file("Xuất", Path("a.docx"), (WORD_FILE,))
    then(choose(taken / "kế hoạch.docx"), [])
    asker.open_file("Nhập kế hoạch", (WORD_FILE,))
    then(choose(tmp_path / "xã Ví Dụ.thidua"), [])
    asker.save_file("Tệp dữ liệu mới", tmp_path / "mới.thidua", (DATA_FILE,))
    next_day = WindowAsk(window, remembered)
    for one in (asker, next_day):
        then(choose(written / "b.docx"), [])
        one.save_file("Xuất", Path("b.docx"), (WORD_FILE,))
    then(choose(written), [])
    next_day.folder("Chọn thư mục để ghi các tệp", export=True)
    documents = first_folder().as_posix()
    assert began == [documents, documents, tmp_path.as_posix(), *[written.as_posix()] * 3]
    assert_freed(window, qtbot)


def test_without_the_folder_of_before_papers_go_to_the_documents(window, qtbot, tmp_path):
    remembered = Remembered(tmp_path / "nho.json")
    remembered.export_folder = tmp_path / "USB đã rút"
    seen = []
    then(lambda dialog: (seen.append(dialog.directory().path()), dialog.reject()), [])
    assert WindowAsk(window, remembered).save_file("Xuất", Path("a.docx"), (WORD_FILE,)) is None
    assert seen == [first_folder().as_posix()]
    assert_freed(window, qtbot)


def test_a_long_sentence_is_never_cut(asker):
    """Qt breaks the lines of a message that wants to be wide; one with a smallest width of its own never does."""
    box = asker._box("Máy này chưa cài máy in nào nên chưa in được. " * 3, "Hãy cài máy in.", State.BAD)
    box.show()
    label = box.findChild(QLabel, "qt_msgbox_label")
    assert label.minimumWidth() == 0
    assert label.wordWrap()
    box.close()
    box.deleteLater()
