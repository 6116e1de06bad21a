"""“Tìm mọi thứ”: typing finds, the arrows choose, Enter leads there, Esc gives up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.typing import type_text
from thidua_desktop.domain.destinations import DIRECTORY
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import history
from thidua_desktop.services.registers import registers
from thidua_desktop.storage import records
from thidua_desktop.ui.shell import pages
from thidua_desktop.ui.shell.window import ShellWindow
from thidua_desktop.ui.theme import sizes


@pytest.fixture
def real(qtbot, desk, ask, remembered, data_path):
    """The real window with every tab, on a file with three people and an organisation."""
    made = ShellWindow(desk, ask, remembered)
    qtbot.addWidget(made)
    made.show()
    made.opening.open(data_path)
    workspace = made.context.workspace
    registers.add_row(workspace, "organisations", {"name": "Hội Mẫu"})
    for name in ("Nguyễn Văn Mẫu", "Trần Thị Mẫu", "Lê Văn Khác"):
        registers.add_row(workspace, "people", {"full_name": name})
    made.activateWindow()
    qtbot.waitUntil(lambda: made.tasks.is_idle and made.isActiveWindow())
    yield made
    made.close()


@pytest.fixture
def finder(real, qtbot):
    real.actions_.find_all.trigger()
    qtbot.waitUntil(real.topbar.finder.hasFocus)
    return real.topbar.finder


def test_the_whole_hint_is_read_in_a_narrow_window(finder, real):
    real.resize(1366, 768)
    words = finder.fontMetrics().horizontalAdvance(finder.placeholderText())
    assert finder.width() > words + 2 * sizes.MARGIN


def names(finder):
    return [line.text for line in finder.panel.list.shown]


def type_and_wait(qtbot, finder, text):
    type_text(finder, text)
    qtbot.waitUntil(lambda: finder.panel is not None and finder.panel.isVisible())


def test_what_is_found_stands_in_groups_below_the_field(qtbot, real, finder):
    type_and_wait(qtbot, finder, "mau")
    assert names(finder) == ["Tổ chức", "Hội Mẫu", "Cá nhân", "Nguyễn Văn Mẫu", "Trần Thị Mẫu"]
    assert finder.panel.list.current().text == "Hội Mẫu"
    assert finder.hasFocus()
    assert real.rect().contains(finder.panel.geometry())


def test_arrows_pass_over_headings_and_enter_leads_to_the_record(qtbot, real, finder):
    type_and_wait(qtbot, finder, "mẫu")
    for _ in range(5):
        QTest.keyClick(finder, Qt.Key.Key_Down)
    assert finder.panel.list.current().text == "Trần Thị Mẫu"
    QTest.keyClick(finder, Qt.Key.Key_Up)
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert real.pages.number == DIRECTORY
    view = real.pages.tab.page.view
    assert view.register.kind == "people"
    assert registers.row(real.context.workspace, "people", view.chosen_id()).cells[0] == "Nguyễn Văn Mẫu"
    assert not finder.panel.isVisible()
    assert finder.text() == ""
    assert view.table.hasFocus()


def test_enter_does_not_wait_for_the_search(finder, real):
    type_text(finder, "lê khác")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    view = real.pages.tab.page.view
    assert registers.row(real.context.workspace, "people", view.chosen_id()).cells[0] == "Lê Văn Khác"


def test_a_click_leads_there_too(qtbot, real, finder):
    type_and_wait(qtbot, finder, "hội mẫu")
    shown = finder.panel.list
    where = shown.visualRect(shown.currentIndex()).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert real.pages.number == DIRECTORY
    assert real.pages.tab.page.view.register.kind == "organisations"


def test_a_record_is_found_though_the_list_is_searched_for_something_else(qtbot, real, finder):
    real.show_tab(DIRECTORY)
    real.pages.tab.show_page("people")
    view = real.pages.tab.page.view
    view.model.set_search("khác")
    assert view.model.rows.count == 1
    finder.begin()
    type_and_wait(qtbot, finder, "trần")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert registers.row(real.context.workspace, "people", view.chosen_id()).cells[0] == "Trần Thị Mẫu"


def test_nothing_found_says_what_to_do(qtbot, finder):
    type_and_wait(qtbot, finder, "zzz")
    assert "Không thấy gì có “zzz”" in finder.panel.words.text()
    assert not finder.panel.list.isVisible()
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert finder.panel.isVisible()


def test_a_file_that_cannot_be_read_is_told_in_words(qtbot, finder):
    def fail(text):
        raise KnownError("Không đọc được tệp dữ liệu; chưa có gì bị mất.", "Hãy kiểm tra USB.")

    finder.look = fail
    type_and_wait(qtbot, finder, "mẫu")
    assert "Không đọc được" in finder.panel.words.text()


def test_escape_gives_the_keyboard_back_to_the_page(qtbot, real, finder):
    type_and_wait(qtbot, finder, "mẫu")
    QTest.keyClick(finder, Qt.Key.Key_Escape)
    assert not finder.panel.isVisible()
    assert finder.text() == ""
    assert real.pages.tab.isAncestorOf(real.focusWidget()) or real.focusWidget() is real.pages.tab


def test_the_list_goes_when_the_keyboard_leaves_the_field(qtbot, real, finder):
    type_and_wait(qtbot, finder, "mẫu")
    real.pages.tab.focus_here()
    assert not finder.panel.isVisible()


def test_the_list_stays_within_a_small_window(qtbot, real, finder):
    for number in range(30):
        registers.add_row(real.context.workspace, "people", {"full_name": f"Nguyễn Mẫu {number}"})
        registers.add_row(real.context.workspace, "organisations", {"name": f"Thôn Mẫu {number}"})
    type_and_wait(qtbot, finder, "mẫu")
    real.resize(760, 420)
    qtbot.waitUntil(lambda: real.rect().contains(finder.panel.geometry()))
    assert "còn nữa" in finder.panel.list.shown[0].detail


def test_looking_is_no_act(qtbot, real, finder):
    before = history.undo_text(real.context.workspace)
    type_and_wait(qtbot, finder, "mẫu")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert history.undo_text(real.context.workspace) == before


def test_a_find_of_another_year_turns_the_year(qtbot, real, finder):
    with real.context.workspace.file.act("Thêm kế hoạch năm trước"):
        records.insert(real.context.workspace.file, "years", {"year": 2024})
        records.insert(real.context.workspace.file, "plans", {"year": 2024, "title": "Thi đua chuyển đổi số"})
    type_and_wait(qtbot, finder, "chuyển đổi số")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert (real.pages.number, real.context.year) == (1, 2024)
    assert real.pages.tab.editor.plan.title == "Thi đua chuyển đổi số"


def test_without_a_file_there_is_nothing_to_search(window):
    assert not window.actions_.find_all.isEnabled()
    assert window.topbar.finder.look is None
    assert len(pages.PAGES) == 6
