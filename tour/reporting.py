"""The end of the year: reports and statistics, the year at one look, finding, the directory, and a backup."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.typing import type_text
from thidua_desktop.domain.destinations import DIRECTORY, OVERVIEW, REPORTS
from thidua_desktop.services.office import safekeeping

from .hands import Hands, expect


def reports(hands: Hands) -> None:
    """The yearly report with the clerk's own words; every report and table is looked at and written."""
    hands.go_to(REPORTS)
    tab = hands.window.pages.tab
    hands.shot("bao-cao")
    hands.type_in(tab.report.fields["number"].widget, "131")
    card = tab.report.parts["shortcomings"]
    hands.type_in(card.own, "Một số đơn vị gửi báo cáo còn chậm.")
    for number in range(tab.list.model().rowCount()):
        tab.list.setFocus()
        tab.list.setCurrentIndex(tab.list.model().index(number, 0))
        hands.settle()
        name = tab.choice.title
        if number:
            hands.shot(name)
        if tab.act_preview.isVisible() and tab.act_preview.isEnabled():
            hands.key("Ctrl+Shift+P")
            hands.shot(f"{name}-xem-truoc")
            hands.key("Ctrl+Shift+P")
        first = "xlsx" if "Excel" in tab.act_export.text() else "docx"
        hands.written(name, first, lambda path: hands.key("Ctrl+E", path))
        hands.written(name, "pdf", lambda path: hands.choose("Khác", "Xuất PDF…", answers=[path]))


def overview(hands: Hands) -> None:
    """The year at one look, something found from anywhere, the directory."""
    hands.go_to(OVERVIEW)
    hands.shot("tong-quan")
    hands.key("Ctrl+K")
    type_text(QApplication.focusWidget(), "mau")
    hands.settle(0.6)
    hands.shot("tim-moi-thu")
    hands.key("Escape")
    hands.key("Escape") if QApplication.activePopupWidget() else None
    hands.go_to(DIRECTORY)
    hands.shot("danh-muc")


def back_up(hands: Hands) -> None:
    """A backup; after closing and opening everything is there."""
    window = hands.window
    path: Path = window.context.workspace.file.path
    year = window.context.year
    before = len(safekeeping.backups_of(path))
    hands.choose_in_bar("Tệp", "Sao lưu ngay")
    hands.until(lambda: len(safekeeping.backups_of(path)) >= max(before, 1), "chưa có bản sao lưu")
    hands.go_to(OVERVIEW)
    hands.shot("sao-luu")
    window.opening.leave()
    hands.settle()
    window.opening.open(path)
    hands.settle()
    window.show_year(year)
    hands.shot("mo-lai")
    lines = safekeeping.backups_of(path)
    expect(lines, "không còn bản sao lưu")
