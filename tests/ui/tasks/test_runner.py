from __future__ import annotations

import gc
import threading
import time

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.ui import crash


def test_the_work_runs_beside_and_its_result_comes_back_to_the_main_thread(tasks, qtbot):
    seen = {}

    def work(progress):
        seen["worker"] = threading.get_ident()
        return 42

    def done(result):
        seen["main"] = threading.get_ident()
        seen["result"] = result

    tasks.run("Đếm", work, done)
    qtbot.waitUntil(lambda: "result" in seen)
    assert seen["result"] == 42
    assert seen["main"] == threading.get_ident() != seen["worker"]
    assert tasks.is_idle


def test_no_garbage_is_collected_in_the_worker(tasks, qtbot):
    """A widget that is no longer used would die there, and with it the program."""
    seen = []
    for _ in range(2):
        tasks.run("Việc", lambda progress: gc.isenabled(), seen.append)
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [False, False] and gc.isenabled()


def test_works_end_in_the_order_they_were_asked_for(tasks, qtbot):
    results = []
    for number in range(5):
        tasks.run("Việc", lambda progress, number=number: time.sleep(0.01 * (5 - number)) or number, results.append)
    qtbot.waitUntil(lambda: len(results) == 5)
    assert results == [0, 1, 2, 3, 4]


def test_a_known_fault_is_told_in_its_own_words(tasks, ask, qtbot):
    def work(progress):
        raise KnownError("Đĩa đã đầy, tệp cũ còn nguyên.", "Hãy chọn chỗ khác.")

    tasks.run("Xuất", work, lambda result: pytest.fail("no result was made"))
    qtbot.waitUntil(lambda: bool(ask.said))
    assert (ask.said[0].text, ask.said[0].explain) == ("Đĩa đã đầy, tệp cũ còn nguyên.", "Hãy chọn chỗ khác.")


def test_a_defect_becomes_a_report_file_and_a_plain_sentence(tasks, ask, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(crash, "log_folder", lambda: tmp_path)

    def work(progress):
        raise ZeroDivisionError("secret of the code")

    tasks.run("Xuất", work, lambda result: None)
    qtbot.waitUntil(lambda: bool(ask.said))
    assert ask.said[0].text == crash.SENTENCE
    assert "secret" not in ask.said[0].explain
    [report] = tmp_path.glob("loi-*.txt")
    assert "secret of the code" in report.read_text(encoding="utf-8")


def test_a_cancelled_work_hands_nothing_on(tasks, qtbot):
    started = threading.Event()

    def work(progress):
        started.set()
        while True:
            progress.check()
            time.sleep(0.005)

    task = tasks.run("Dài", work, lambda result: pytest.fail("it was cancelled"))
    assert started.wait(5)
    with qtbot.waitSignal(task.ended):
        task.cancel()


def test_short_work_shows_nothing_and_long_work_says_so_after_six_tenths_of_a_second(tasks, qtbot):
    shown = []
    tasks.busy.connect(shown.append)
    results = []
    tasks.run("Ngắn", lambda progress: 1, results.append)
    qtbot.waitUntil(lambda: results == [1])
    assert shown == []
    task = tasks.run("Dài", lambda progress: time.sleep(0.8), results.append)
    qtbot.waitUntil(lambda: len(results) == 2)
    assert shown == [task]


def test_a_task_ends_even_when_its_result_cannot_be_shown(tasks, qtbot):
    def broken(result):
        raise KnownError("Tệp đã mất.", "Hãy cắm lại USB.")

    with qtbot.captureExceptions() as raised:
        task = tasks.run("Xem", lambda progress: None, broken)
        with qtbot.waitSignal(task.ended):
            pass
    assert [error.happened for _, error, _ in raised] == ["Tệp đã mất."]


def test_an_owner_that_has_died_gets_nothing(tasks, qtbot):
    owner = QObject()
    task = tasks.run("Xem", lambda progress: time.sleep(0.05), lambda result: pytest.fail("dead"), owner=owner)
    delete(owner)
    with qtbot.waitSignal(task.ended):
        pass
