"""The import inside the whole window: its keys come before the window's own, the stored plan's year comes into view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from thidua_desktop import bootstrap
from thidua_desktop.domain.offices import Office
from thidua_desktop.services import history, plans
from thidua_desktop.ui.files import FileDesk
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.shell.coming import PLANS
from thidua_desktop.ui.shell.window import ShellWindow

OFFICE = Office("xã Ví Dụ", "xã", "tỉnh Mẫu", "UBND TỈNH MẪU", "Ví Dụ")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, ask, tmp_path):
    path = tmp_path / "Thi đua xã Ví Dụ.thidua"
    bootstrap.close_workspace(bootstrap.create_workspace(path, OFFICE, (), 2026))
    desk = FileDesk(bootstrap.open_workspace, bootstrap.create_workspace, bootstrap.close_workspace)
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
    window.ask.answers.append(False)
    assert not window.close()
    assert window.ask.said[-1].text == "Bỏ kế hoạch vừa đọc cùng các chỗ đã sửa?"
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
