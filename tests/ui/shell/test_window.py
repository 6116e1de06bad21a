from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.typing import type_text
from thidua_desktop.domain.offices import Office
from thidua_desktop.services.office import offices, years
from thidua_desktop.ui import crash
from thidua_desktop.ui.shell.pages import PAGES
from thidua_desktop.ui.theme import State

THIS_YEAR = date.today().year


def rename(window, name: str) -> None:
    workspace = window.context.workspace
    stored = offices.office(workspace)
    window.bus.publish(offices.set_office(workspace, Office(name, stored.kind, stored.province)))


def test_without_a_file_only_what_opens_one_can_be_used(window):
    acts = window.actions_
    assert window.body.currentWidget() is window.start
    assert not window.topbar.isVisible()
    assert acts.open.isEnabled()
    assert acts.create.isEnabled()
    assert not any(act.isEnabled() for act in (acts.undo, acts.backup, acts.restore, acts.bin, *acts.tabs))


def test_the_first_start_makes_the_file_and_shows_the_tabs(window, tmp_path, qtbot):
    form = window.start.form
    type_text(form.name, "Ví Dụ")
    form.province.setCurrentText("tỉnh An Giang")
    type_text(form.chair, "Nguyễn Văn Mẫu")
    form.set_path(tmp_path / "mới.thidua")
    window.start.begin.click()
    workspace = window.context.workspace
    assert (tmp_path / "mới.thidua").is_file()
    assert offices.office(workspace) == Office("xã Ví Dụ", "xã", "tỉnh An Giang", "UBND TỈNH AN GIANG", "Ví Dụ", 1)
    assert years.years(workspace) == [THIS_YEAR]
    assert window.body.currentWidget() is window.pages
    assert "xã Ví Dụ" in window.windowTitle()
    assert "mới" in window.windowTitle()
    qtbot.waitUntil(lambda: "đã kiểm tra" in window.status.backup.text())


def test_the_first_start_asks_for_the_name_at_its_field(window):
    window.start.begin.click()
    assert "Hãy gõ tên" in window.start.form.name_field.problem()
    assert window.context is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_space(window, key):
    window.start.begin.setFocus()
    QTest.keyClick(window.start.begin, key)
    assert "Hãy gõ tên" in window.start.form.name_field.problem()


def test_a_file_that_is_there_is_not_written_over(window, ask, data_path):
    before = data_path.read_bytes()
    type_text(window.start.form.name, "Khác")
    window.start.form.set_path(data_path)
    window.start.begin.click()
    assert "Đã có tệp" in ask.texts[0]
    assert data_path.read_bytes() == before


def test_the_file_open_last_is_remembered(opened, remembered, data_path):
    assert remembered.last_file == data_path


def test_six_tabs_each_built_when_first_shown(opened):
    assert [opened.topbar.tabs.tabText(number) for number in range(6)] == [
        "Tổng quan",
        "Kế hoạch",
        "Đăng ký – Giao ước",
        "Khen thưởng",
        "Báo cáo",
        "Danh mục",
    ]
    assert opened.pages.count() == 1
    assert opened.pages.number == 0
    opened.actions_.tabs[5].trigger()
    assert (opened.pages.count(), opened.pages.number, opened.topbar.tabs.currentIndex()) == (2, 5, 5)
    opened.topbar.tabs.setCurrentIndex(1)
    assert (opened.pages.count(), opened.pages.number) == (3, 1)


def test_the_tab_in_view_hears_of_a_change_and_a_hidden_one_when_it_is_shown(opened):
    opened.show_tab(1)
    opened.show_tab(5)
    plans, directory = opened.pages._tabs[1], opened.pages._tabs[5]
    rename(opened, "xã Ví Dụ Mới")
    assert [type(told).__name__ for told in directory.told] == ["Changes"]
    assert plans.told == []
    opened.show_tab(1)
    assert plans.told == [None]
    assert "xã Ví Dụ Mới" in opened.windowTitle()


def test_another_year_reaches_every_tab(opened, ask):
    opened.show_tab(1)
    opened.show_tab(5)
    ask.answers = ["2027"]
    opened.topbar.year_wanted.emit()
    assert years.years(opened.context.workspace) == [2027, 2026]
    assert opened.context.year == 2027
    assert opened.topbar.years.currentText() == "Năm 2027"
    assert opened.pages._tabs[5].told[-1] == 2027
    opened.show_tab(1)
    assert opened.pages._tabs[1].told[-1] == 2027


def test_a_year_that_is_none_is_refused_in_words(opened, ask):
    for text in ("hai ngàn", "202²", "9" * 20):
        ask.answers = [text]
        opened.topbar.year_wanted.emit()
        assert ask.texts[-1] == f"“{text}” không phải là năm."
        assert opened.context.year == 2026


def test_undo_names_the_act_and_takes_it_back(opened):
    rename(opened, "xã Ví Dụ Mới")
    assert opened.actions_.undo.text() == "Hoàn tác “Sửa thông tin cơ quan”"
    assert opened.status.undo.full_text() == "Hoàn tác được: Sửa thông tin cơ quan"
    opened.actions_.undo.trigger()
    assert offices.office(opened.context.workspace).name == "xã Ví Dụ"
    assert opened.actions_.redo.text() == "Làm lại “Sửa thông tin cơ quan”"
    opened.actions_.redo.trigger()
    assert offices.office(opened.context.workspace).name == "xã Ví Dụ Mới"


def test_a_text_field_with_something_to_undo_undoes_its_own(opened, qtbot):
    rename(opened, "xã Ví Dụ Mới")
    field = QLineEdit(opened.pages.tab)
    field.show()
    opened.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    type_text(field, "đang gõ")
    opened.actions_.undo.trigger()
    assert field.text() == ""
    assert offices.office(opened.context.workspace).name == "xã Ví Dụ Mới"
    opened.actions_.undo.trigger()
    assert offices.office(opened.context.workspace).name == "xã Ví Dụ"


def test_undo_reaches_back_over_a_restart(opened, ask, data_path):
    rename(opened, "xã Ví Dụ Mới")
    opened.opening.leave()
    assert opened.body.currentWidget() is opened.start
    assert opened.opening.open(data_path)
    ask.answers = [True]
    opened.actions_.undo.trigger()
    assert offices.office(opened.context.workspace).name == "xã Ví Dụ"


def test_a_new_file_leaves_the_way_back_to_the_one_before(opened, data_path):
    opened.actions_.create.trigger()
    assert opened.context is None
    assert opened.start.trouble.isVisible()
    opened.start.trouble.acted.emit(0)
    assert opened.context.workspace.file.path == data_path


def test_a_notice_goes_with_its_file(opened, ask):
    ask.notify("Đã xóa một dòng.", acts=[("Hoàn tác", lambda: None)])
    opened.opening.leave()
    assert opened.notice_strip.text() == ""


def test_enter_goes_from_field_to_field_and_begins_in_the_last(qtbot, window):
    form = window.start.form
    fields = (form.kind, form.name, form.province, form.superior, form.place, form.chair, form.vice, form.year)
    form.kind.setFocus()
    for field, after in pairwise(fields):
        type_text(field, {form.name: "Ví Dụ", form.chair: "Nguyễn Văn Mẫu"}.get(field, ""))
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        assert window.focusWidget() is after or after.isAncestorOf(window.focusWidget())
        assert window.context is None
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.context is not None
    assert offices.office(window.context.workspace).name == "xã Ví Dụ"


def test_enter_in_the_last_field_says_what_is_missing(window):
    form = window.start.form
    form.year.setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.context is None
    assert form.name_field.problem()
    assert window.focusWidget() is form.name


def test_what_a_tab_meant_to_do_later_is_not_done_on_a_closed_file(qtbot, opened):
    done = []
    later = QTimer(opened.pages.tab, singleShot=True, interval=50)
    later.timeout.connect(lambda: done.append(1))
    later.start()
    left = []

    def leave_and_tell():
        opened.opening.leave()
        message = QEventLoop()  # what is to be deleted waits until it ends
        QTimer.singleShot(200, message.quit)
        message.exec()
        left.append(1)

    QTimer.singleShot(0, leave_and_tell)
    qtbot.waitUntil(lambda: bool(left))
    assert done == []
    assert opened.start.isVisible()


def test_good_news_goes_when_another_tab_or_year_is_shown_and_a_warning_stays(opened, ask):
    shown_tab, year = opened.pages.number, opened.context.year
    opened.bus.publish(years.add_year(opened.context.workspace, year + 1))
    for turn in (lambda: opened.show_tab(5 - shown_tab), lambda: opened.show_year(year + 1)):
        ask.notify("Đã xóa một dòng.")
        turn()
        assert opened.notice_strip.text() == ""
    ask.notify("Đã xóa một dòng.")
    opened.show_tab(opened.pages.number)
    assert opened.notice_strip.text()
    ask.notify("Ổ đĩa đã đầy.", State.BAD)
    opened.show_tab(shown_tab)
    assert opened.notice_strip.text() == "! Ổ đĩa đã đầy."


def test_closing_the_window_closes_the_file(opened, desk, data_path):
    opened.close()
    again = desk.open(data_path)
    assert offices.office(again) is not None
    desk.close(again)


def test_every_act_can_be_reached_by_the_menus_in_vietnamese(window):
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&Tệp", "&Sửa", "&Xem", "Trợ &giúp"]
    in_menus = {act for menu in window.menuBar().actions() for act in menu.menu().actions()}
    assert set(window.actions_.findChildren(type(window.actions_.undo))) <= in_menus


def test_the_keys_are_those_the_clerk_expects(window):
    keys = {act.text(): act.shortcut().toString() for act in window.actions_.findChildren(type(window.actions_.undo))}
    assert keys["Hoàn tác"] == "Ctrl+Z"
    assert keys["Làm lại"] == "Ctrl+Y"
    assert (keys["Hướng dẫn"], keys["Phím tắt"], keys["Tìm mọi thứ"]) == ("F1", "Shift+F1", "Ctrl+K")
    assert [keys[page.title] for page in PAGES] == [f"Ctrl+{number}" for number in range(1, 7)]
    used = [key for key in keys.values() if key]
    assert len(used) == len(set(used))


def test_a_failure_of_last_time_is_told_once_and_kindly(window, ask, tmp_path, monkeypatch):
    monkeypatch.setattr(crash, "log_folder", lambda: tmp_path)
    crash.write_report(ValueError("x"))
    window.helper.tell_of_crash()
    window.helper.tell_of_crash()
    assert [notice.text.split(";")[0] for notice in ask.notices] == ["Lần trước chương trình gặp lỗi"]
    assert window.notice_strip.isVisible()


def test_the_window_fits_a_small_screen(opened):
    opened.resize(1366, 768)
    for number in range(6):
        opened.show_tab(number)
    assert opened.minimumSizeHint().width() <= 1366
    assert opened.size().width() == 1366
    assert opened.topbar.tabs.sizeHint().width() < 1000
