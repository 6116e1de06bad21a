"""What is typed and pasted into the tables of a whole year: refused in words, and nothing stored is touched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.faults.saying import is_clear
from tests.ui.typing import press_key
from thidua_desktop.services import history
from thidua_desktop.ui.tabs.awards.round_list import GIVEN, RULES, Place
from thidua_desktop.ui.tabs.commitments.tab import BY_ORGANISATION, BY_TARGET

WRONG_CLIPBOARDS = {
    "ten megabytes in one cell": ("Thi đua yêu nước. " * 580_000, "dài 10.440.000 ký tự"),
    "a chapter in one cell": ("Thi đua yêu nước. " * 10_000, "dài 180.000 ký tự"),
    "a hundred thousand rows": ("Nguyễn Văn Mẫu\t5\n" * 100_000, "có 100.000 dòng"),
}


def nominations(window):
    window.show_tab(3)
    return window.pages.tab.round.nominations.register.table


def given(window):
    window.show_tab(3)
    window.pages.tab._on_chosen(Place(GIVEN))
    return window.pages.tab.pages[GIVEN].view.table


def rules(window):
    window.show_tab(3)
    window.pages.tab._on_chosen(Place(RULES))
    return window.pages.tab.pages[RULES].table


def results(window):
    window.show_tab(2)
    window.pages.tab.switch.setCurrentIndex(BY_TARGET)
    return window.pages.tab.targets.results.table


def commitments(window):
    window.show_tab(2)
    window.pages.tab.switch.setCurrentIndex(BY_ORGANISATION)
    return window.pages.tab.organisations.page.commitments.table


TABLES = [nominations, given, rules, results, commitments]


@pytest.mark.parametrize("clipboard", WRONG_CLIPBOARDS)
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_a_wrong_clipboard_is_refused_in_every_table(year, ask, table, clipboard):
    text, said = WRONG_CLIPBOARDS[clipboard]
    before = history.undo_text(year.context.workspace)
    shown = table(year)
    shown.setFocus()
    shown.go_to(0, 0)
    QGuiApplication.clipboard().setText(text)
    press_key(shown, Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    told = f"{ask.said[-1].text} {ask.said[-1].explain}"
    assert said in told and is_clear(told)
    assert history.undo_text(year.context.workspace) == before
    assert not shown.model().is_unstored
