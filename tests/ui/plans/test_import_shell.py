"""The import inside the whole window: its keys come before the window's own, the stored plan's year comes into view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from thidua_desktop import bootstrap
from thidua_desktop.domain.destinations import PLANS
from thidua_desktop.domain.offices import Office
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.files import FileDesk
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.shell.window import ShellWindow

OFFICE = Office("xã Ví Dụ", "xã", "tỉnh Mẫu", "UBND TỈNH MẪU", "Ví Dụ")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, ask, tmp_path):
    path = tmp_path / "Thi đua xã Ví Dụ.thidua"
    bootstrap.close_workspace(bootstrap.create_workspace(path, OFFICE, (), 2026))
    desk = FileDesk(
        bootstrap.open_workspace, bootstrap.create_workspace, bootstrap.close_workspace, bootstrap.create_sample
    )
    made = ShellWindow(desk, ask, Remembered(tmp_path / "nho.json"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert made.opening.open(path)
    qtbot.waitUntil(lambda: made.tasks.is_idle and "đã kiểm tra" in made.status.backup.text(), timeout=20_000)
    made.show_tab(PLANS)
    yield made
    made.close()


def test_read_correct_undo_store_and_see_it(qtbot, window, word_file):
    tab = window.pages.tab
    tab.add_blank()
    workspace = window.context.workspace
    done = history.undo_text(workspace)
    tab.read_file(word_file)
    qtbot.waitUntil(lambda: tab.importing is not None and window.tasks.is_idle, timeout=20_000)
    view = tab.importing
    view.bar.year.setValue(2025)
    window.ask.answers.append(None)
    assert not window.close()
    assert window.ask.said[-1].text == "Kế hoạch vừa đọc và các chỗ đã sửa chưa được lưu."
    window.show_year(2026)
    QTest.keyClick(view.pages.list, Qt.Key.Key_Z, CTRL)
    assert view.draft.plan.year == 2024
    assert history.undo_text(workspace) == done
    window.show_tab(PLANS + 1)
    window.show_tab(PLANS)
    assert tab.importing is view
    QTest.keyClick(view.pages.list, Qt.Key.Key_F, CTRL)
    window.actions_.find.trigger()
    assert window.focusWidget() is view.source.search
    QTest.keyClick(view.pages.list, Qt.Key.Key_S, CTRL)
    assert tab.importing is None
    assert window.context.year == 2024
    assert window.topbar.years.currentData() == 2024
    assert tab.editor.plan.title == "Phát động phong trào thi đua năm 2024"
    window.actions_.undo.trigger()
    assert plans.plan_summaries(workspace, 2024) == []


@pytest.fixture
def reading(qtbot, window, word_file):
    """The import view in the window, with the plan just read."""
    tab = window.pages.tab
    tab.add_blank()
    tab.read_file(word_file)
    qtbot.waitUntil(lambda: tab.importing is not None and window.tasks.is_idle, timeout=20_000)
    return tab.importing


def test_after_storing_the_keyboard_is_in_the_outline_and_space_takes_nothing_back(window, reading):
    reading.bar.store_button.setFocus()
    reading.bar.store_button.click()
    assert window.focusWidget() is window.pages.tab.editor.tree
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert len(plans.plan_summaries(window.context.workspace, 2024)) == 1


def test_a_notice_goes_when_its_act_is_taken_back_and_the_keyboard_is_on_the_page(window, reading):
    reading.store()
    assert "Đã lưu kế hoạch" in window.notice_strip.text()
    window.actions_.undo.trigger()
    assert window.notice_strip.text() == ""
    window.actions_.redo.trigger()
    window.pages.tab.remove_plan()
    button = window.notice_strip._acts[0][0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.focusWidget() is button
    button.click()
    assert window.notice_strip.text() == ""
    assert window.pages.tab.isAncestorOf(window.focusWidget())


def test_a_notice_of_a_correction_goes_with_it(window, reading):
    reading.pages.show_page("outline")
    first = reading.draft.plan.sections[0].id
    reading.pages.outline.remove(first)
    assert window.notice_strip.text()
    reading.undo()
    assert window.notice_strip.text() == ""
    reading.pages.outline.remove(first)
    window.ask.answers.append(1)
    reading.dismiss()
    assert window.notice_strip.text() == ""


def test_undo_with_a_file_just_read_is_about_its_corrections_wherever_the_keyboard_is(window, reading):
    workspace, acts = window.context.workspace, window.actions_
    done = history.undo_text(workspace)
    assert not acts.undo.isEnabled()
    reading.bar.year.setFocus()
    reading.bar.year.setValue(2025)
    assert acts.undo.text() == "Hoàn tác “Sửa năm thi đua”"
    assert window.status.undo.full_text() == "Hoàn tác được: Sửa năm thi đua"
    acts.undo.trigger()
    assert reading.draft.plan.year == 2024
    assert acts.redo.text() == "Làm lại “Sửa năm thi đua”"
    acts.redo.trigger()
    assert reading.draft.plan.year == 2025
    acts.undo.trigger()
    window._on_undo()
    assert history.undo_text(workspace) == done
    window.show_tab(PLANS + 1)
    assert acts.undo.text() == f"Hoàn tác “{done}”"


def test_the_status_bar_says_that_what_was_read_is_not_stored(window, reading):
    assert window.status.saved.text() == "○ Kế hoạch vừa đọc chưa lưu"
    window.show_tab(PLANS + 1)
    assert "chưa lưu" in window.status.saved.text()
    window.show_tab(PLANS)
    reading.store()
    assert window.status.saved.text().startswith("Mọi thay đổi đã lưu")
