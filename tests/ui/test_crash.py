from __future__ import annotations

import sys

import pytest

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.ui import crash
from thidua_desktop.ui.remembered import Remembered


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(crash, "log_folder", lambda: tmp_path / "logs")
    return tmp_path / "logs"


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_defect_in_a_slot_is_told_in_plain_words_and_kept_in_a_file(ask, folder):
    error = raised(ValueError("hỏng chỗ này"))
    crash.CrashHook(ask)(ValueError, error, error.__traceback__)
    assert ask.texts == [crash.SENTENCE]
    [report] = folder.glob("loi-*.txt")
    assert "hỏng chỗ này" in report.read_text(encoding="utf-8")
    assert "Traceback" not in ask.said[0].explain
    assert report.name in ask.said[0].explain


def test_a_defect_told_in_half_a_letter_is_kept_too(ask, folder):
    crash.report_to_clerk(raised(ValueError("\ud83d.docx")), ask)
    [report] = folder.glob("loi-*.txt")
    assert "\\ud83d.docx" in report.read_text(encoding="utf-8")
    assert ask.texts == [crash.SENTENCE]


def test_a_known_fault_in_a_slot_is_told_as_such(ask, folder):
    error = raised(KnownError("Đĩa đã đầy.", "Hãy dọn bớt."))
    crash.CrashHook(ask)(KnownError, error, error.__traceback__)
    assert ask.texts == ["Đĩa đã đầy."]
    assert not folder.exists()


def test_a_fault_that_comes_again_while_it_is_told_opens_no_second_box(ask):
    error = raised(KnownError("Không đọc được tệp.", "Hãy cắm lại USB."))
    hook = crash.CrashHook(ask)

    def tell_and_meet_it_again(*said, **more):
        texts.append(said[0])
        hook(KnownError, error, error.__traceback__)

    texts = []
    ask.tell = tell_and_meet_it_again
    hook(KnownError, error, error.__traceback__)
    hook(KnownError, error, error.__traceback__)
    assert texts == ["Không đọc được tệp."] * 2


def test_when_not_even_the_report_can_be_written_the_sentence_still_comes(ask, folder):
    folder.parent.joinpath("logs").write_text("a file in the way", encoding="utf-8")
    crash.report_to_clerk(raised(ValueError("x")), ask)
    assert ask.texts == [crash.SENTENCE]
    assert "Báo cáo lỗi" not in ask.said[0].explain


def test_only_the_newest_reports_are_kept(folder):
    for _ in range(crash.KEEP_REPORTS + 5):
        crash.write_report(ValueError("x"))
    assert len(list(folder.glob("loi-*.txt"))) == crash.KEEP_REPORTS


def test_a_report_counts_as_new_once(folder):
    assert crash.unseen_reports() == []
    crash.write_report(ValueError("x"))
    assert len(crash.unseen_reports()) == 1
    assert crash.unseen_reports() == []
    crash.write_report(ValueError("y"))
    assert len(crash.unseen_reports()) == 1


def test_the_hook_takes_the_place_of_pythons(ask, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = crash.CrashHook(ask)
    hook.install()
    assert sys.excepthook is hook


def test_what_qt_says_goes_to_a_file_that_does_not_grow_for_ever(folder, monkeypatch):
    monkeypatch.setattr(crash, "QT_LOG_MOST", 50)
    for number in range(10):
        crash._on_qt_message(None, None, f"dòng {number}")
    text = (folder / "qt.txt").read_text(encoding="utf-8")
    assert "dòng 9" in text
    assert "dòng 0" not in text


def test_the_last_file_is_remembered_between_days(tmp_path):
    path = tmp_path / "Thi đua xã Ví Dụ.thidua"
    Remembered(tmp_path / "a" / "nho.json").last_file = path
    assert Remembered(tmp_path / "a" / "nho.json").last_file == path


@pytest.mark.parametrize("content", ["", "{", "[]", '{"last_file": 5}', "\x00"])
def test_a_spoilt_memory_is_no_memory(tmp_path, content):
    (tmp_path / "nho.json").write_text(content, encoding="utf-8")
    assert Remembered(tmp_path / "nho.json").last_file is None


def test_a_place_that_takes_no_memory_is_no_error(tmp_path):
    (tmp_path / "file").touch()
    memory = Remembered(tmp_path / "file" / "nho.json")
    memory.last_file = tmp_path
    assert memory.last_file is None
