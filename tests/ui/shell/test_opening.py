from __future__ import annotations

import os
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.services.samples import PLAN
from thidua_desktop.domain.offices import Office
from thidua_desktop.services.office import offices, safekeeping, years
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.files import first_folder
from thidua_desktop.ui.shell.lists_dialog import ListDialog


def accept_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ListDialog)
    dialog.accept()


def trouble(window) -> tuple[str, str]:
    return window.start.trouble._title.text(), window.start.trouble._text.text()


def test_a_file_that_is_gone_is_told_with_the_ways_out(window, tmp_path):
    assert not window.opening.open(tmp_path / "không có.thidua")
    happened, advice = trouble(window)
    assert "Không tìm thấy" in happened
    assert advice
    assert window.start.questions.isVisible()
    assert [button.text() for button in window.start.trouble._buttons] == ["Chọn tệp khác…"]


@pytest.mark.parametrize("content", [b"", b"khong phai tep du lieu", b"SQLite format 3\0" + b"x" * 200])
def test_a_file_that_is_no_data_file_is_left_alone(window, tmp_path, content):
    path = tmp_path / "khác.thidua"
    path.write_bytes(content)
    assert not window.opening.open(path)
    assert trouble(window)[0]
    assert window.context is None
    assert path.read_bytes() == content


def test_a_file_open_elsewhere_is_told_and_the_window_stays_as_it_was(window, desk, data_path):
    other = desk.open(data_path)
    assert not window.opening.open(data_path)
    assert "đang" in trouble(window)[0]
    assert [button.text() for button in window.start.trouble._buttons] == ["Thử lại", "Chọn tệp khác…"]
    assert not window.start.questions.isVisible()
    window.start.trouble.acted.emit(0)
    assert window.context is None
    desk.close(other)
    window.start.trouble.acted.emit(0)
    assert window.context.workspace.file.path == data_path


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may do all cannot be refused")
def test_a_read_only_file_is_told(window, data_path):
    data_path.chmod(0o444)
    assert not window.opening.open(data_path)
    assert "ghi" in trouble(window)[0]


def test_a_broken_file_comes_back_from_its_backup(opened, ask, data_path, qtbot):
    opened.opening.leave()
    data_path.write_bytes(data_path.read_bytes()[:1000])
    assert not opened.opening.open(data_path)
    assert [button.text() for button in opened.start.trouble._buttons] == ["Mở bản sao lưu…", "Chọn tệp khác…"]
    ask.answers = [True]
    QTimer.singleShot(50, accept_dialog)
    opened.start.trouble.acted.emit(0)
    assert offices.office(opened.context.workspace).name == "xã Ví Dụ"
    assert "Tệp trước đó là" in ask.notices[-1].text


def test_restoring_sets_the_present_file_aside(opened, ask, data_path):
    workspace = opened.context.workspace
    opened.bus.publish(offices.set_office(workspace, Office("xã Nhầm")))
    first = safekeeping.backups(workspace)[-1]
    ask.answers = [True]

    def choose_first() -> None:
        dialog = QApplication.activeModalWidget()
        dialog.table.go_to(dialog.table.model().rowCount() - 1)
        dialog.accept()

    QTimer.singleShot(50, choose_first)
    opened.actions_.restore.trigger()
    assert offices.office(opened.context.workspace).name == "xã Ví Dụ"
    assert f"{first.at:%H:%M ngày %d/%m/%Y}" in ask.texts[-1]
    assert len(list(data_path.parent.glob("*.thidua"))) == 2


def test_giving_up_a_restore_changes_nothing(opened, ask, data_path):
    QTimer.singleShot(50, lambda: QApplication.activeModalWidget().reject())
    opened.actions_.restore.trigger()
    assert opened.context.workspace.file.path == data_path
    assert ask.said == []


def test_another_file_is_opened_in_place_of_the_first(opened, ask, desk, tmp_path):
    other = tmp_path / "khác" / "Phường Mẫu.thidua"
    other.parent.mkdir()
    desk.close(desk.create(other, Office("phường Mẫu", "phường"), (), 2025))
    ask.answers = [other]
    opened.actions_.open.trigger()
    assert opened.context.workspace.file.path == other
    assert "phường Mẫu" in opened.windowTitle()
    assert opened.context.year == 2025


def test_a_file_that_cannot_be_opened_leaves_the_open_one_open(opened, ask, data_path, tmp_path):
    ask.answers = [tmp_path / "không có.thidua"]
    opened.actions_.open.trigger()
    assert "Không tìm thấy" in ask.texts[-1]
    assert opened.context.workspace.file.path == data_path


def test_a_synced_folder_is_warned_of(window, desk, ask, tmp_path):
    path = tmp_path / "OneDrive" / "a.thidua"
    path.parent.mkdir()
    desk.close(desk.create(path, Office("xã Ví Dụ"), (), 2026))
    assert window.opening.open(path)
    assert any("đồng bộ OneDrive" in notice.text for notice in ask.notices)


def test_the_sample_is_made_once_and_is_not_what_the_next_start_opens(window, data_path, remembered):
    window.opening.open(data_path)
    window.opening.leave()
    window.start.sample.click()
    path = window.context.workspace.file.path
    assert path.parent == first_folder()
    assert window.windowTitle().startswith("Dữ liệu mẫu – xã Ví Dụ")
    found = plans.plan_summaries(window.context.workspace)
    assert [one.state for one in found] == ["ban hành", "bản thảo"]
    window.bus.publish(plans.remove_plan(window.context.workspace, found[1].id))
    window.opening.leave()
    window.start.sample.click()
    assert window.context.workspace.file.path == path
    assert len(plans.plan_summaries(window.context.workspace)) == 1
    assert remembered.last_file == data_path


def test_the_program_opens_with_the_year_of_the_only_plan(window, desk, data_path):
    workspace = desk.open(data_path)
    plans.store_plan(workspace, replace(PLAN, year=2024))
    desk.close(workspace)
    assert window.opening.open(data_path)
    assert (window.context.year, window.topbar.years.currentText()) == (2024, "Năm 2024")


def test_the_program_opens_with_the_year_that_was_worked_in_not_the_one_looked_at(opened, remembered, data_path, qtbot):
    opened.bus.publish(years.add_year(opened.context.workspace, 2027))
    opened.show_year(2027)
    qtbot.waitUntil(lambda: remembered.year_worked_in(data_path) == 2027)
    opened.show_year(2026)
    qtbot.wait(50)
    assert remembered.year_worked_in(data_path) == 2027
    opened.opening.leave()
    assert opened.opening.open(data_path)
    assert opened.context.year == 2027
