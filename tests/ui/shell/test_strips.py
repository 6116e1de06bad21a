"""A notice comes above the status bar; what is on the page stays where it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from thidua_desktop.domain.destinations import AWARDS
from thidua_desktop.ui.shell.strips import Strips
from thidua_desktop.ui.theme import State, sizes


def places(window) -> list[QRect]:
    """Where the body of the window and a button at its lower edge are."""
    button = window.pages.tab.list.add_button
    return [window.body.geometry(), QRect(button.mapTo(window, QPoint()), button.size())]


@pytest.fixture
def strips(opened, qtbot):
    """The window at the tab Khen thưởng, and what lies above its status bar."""
    opened.show_tab(AWARDS)
    opened.notice_strip.put_away()
    [found] = opened.findChildren(Strips)
    qtbot.waitUntil(lambda: found.height() == 0)
    return found


def test_a_notice_moves_nothing_and_covers_no_more_than_the_margins_of_page_and_card(opened, strips, ask, qtbot):
    before = places(opened)
    ask.notify("Đã xuất Tờ trình.docx.", State.GOOD, [("Mở tệp", print)])
    qtbot.waitUntil(lambda: strips.height() > 0)
    assert places(opened) == before
    assert opened.notice_strip.isVisible()
    assert strips.geometry().bottom() + opened.status.height() == opened.rect().bottom()
    assert strips.height() <= sizes.MARGIN + sizes.CARD
    opened.notice_strip.put_away()
    qtbot.waitUntil(lambda: strips.height() == 0)
    assert places(opened) == before


def test_a_long_notice_is_read_whole_and_follows_the_windows_width(opened, strips, ask, qtbot):
    ask.notify("Chưa sao lưu được. " * 20, State.BAD)
    qtbot.waitUntil(lambda: strips.height() > sizes.MARGIN + sizes.CARD)
    opened.resize(opened.width() - 300, opened.height() - 50)
    qtbot.waitUntil(lambda: strips.width() == opened.width())
    qtbot.waitUntil(lambda: strips.height() >= strips.layout().totalHeightForWidth(strips.width()))
    assert strips.geometry().bottom() + opened.status.height() == opened.rect().bottom()


def test_on_the_first_page_too_a_notice_is_at_the_lower_edge(window, ask, qtbot):
    ask.notify("Chưa mở được tệp.", State.BAD)
    [found] = window.findChildren(Strips)
    qtbot.waitUntil(lambda: found.height() > 0)
    assert found.geometry().bottom() == window.rect().bottom()
