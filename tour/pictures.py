"""The pictures of the guide, by the names it calls them, taken of the sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.typing import type_text
from thidua_desktop.domain.destinations import AWARDS, DIRECTORY, OVERVIEW, PLANS, REGISTRATION, REPORTS
from thidua_desktop.services.office import safekeeping
from thidua_desktop.services.registration import registrations
from thidua_desktop.ui.shell.opening import backups_dialog

from . import pictures_registering
from .hands import Hands, expect
from .record import Record
from .sample_plan import YEAR, sample_file, sample_plan
from .story import close, opened

TABS = {
    "tong-quan": OVERVIEW,
    "ke-hoach": PLANS,
    "dang-ky": REGISTRATION,
    "khen-thuong": AWARDS,
    "bao-cao": REPORTS,
    "danh-muc": DIRECTORY,
}


def take(folder: Path, scratch: Path) -> None:
    """Takes every picture into ``folder``; what the window needs meanwhile lies in ``scratch``."""
    folder.mkdir(parents=True, exist_ok=True)
    record = Record(scratch)
    plan = sample_plan(scratch / "Kế hoạch năm 2026.docx")
    hands = opened(record)
    try:
        with record.step("Ảnh của hướng dẫn"):
            _begin(hands, folder)
            expect(hands.window.opening.open(sample_file(scratch / "Dữ liệu mẫu.thidua")), "không mở được dữ liệu mẫu")
            hands.window.show_year(YEAR)
            for name, number in TABS.items():
                hands.go_to(number)
                _choose_something(hands, number)
                hands.shot(name, folder / f"{name}.png")
            pictures_registering.take(hands, folder)
            _find(hands, folder)
            _read_a_plan(hands, folder, plan)
            _backups(hands, folder)
    finally:
        close(hands)


def _begin(hands: Hands, folder: Path) -> None:
    form = hands.window.start.form
    for field, text in ((form.name, "Ví Dụ"), (form.chair, "Nguyễn Văn Mẫu"), (form.vice, "Trần Thị Thử")):
        hands.type_in(field, text)
    hands.press("Chỗ khác…", Path("D:/Thi đua/Thi đua xã Ví Dụ.thidua"))
    hands.shot("bat-dau", folder / "bat-dau.png")


def _choose_something(hands: Hands, number: int) -> None:
    """A tab with something chosen in it says more than one just opened."""
    tab = hands.window.pages.tab
    tab.focus_here()
    if number == PLANS:
        hands.settle(1)  # the checker waits for typing to end
    elif number == REGISTRATION:
        standings = registrations.standing(hands.window.context.workspace, YEAR)
        tab.show_organisation(next(one.organisation_id for one in standings if one.titles and one.commitments > 1))
    elif number == AWARDS:
        tab.round.nominations.register.table.go_to(2)
    elif number == DIRECTORY:
        tab.show_place("organisations", 1)


def _find(hands: Hands, folder: Path) -> None:
    hands.go_to(OVERVIEW)
    hands.key("Ctrl+K")
    type_text(QApplication.focusWidget(), "rung")
    hands.settle(0.6)
    hands.shot("tim-moi-thu", folder / "tim-moi-thu.png")
    hands.key("Escape")


def _read_a_plan(hands: Hands, folder: Path, plan: Path) -> None:
    hands.go_to(PLANS)
    hands.key("Ctrl+Shift+O", plan)
    tab = hands.window.pages.tab
    hands.until(lambda: tab.importing is not None, "không đọc được kế hoạch")
    tab.importing.pages.show_page("plan_targets")
    hands.shot("nhap-ke-hoach", folder / "nhap-ke-hoach.png")
    hands.press("Bỏ, không lưu")


def _backups(hands: Hands, folder: Path) -> None:
    hands.choose_in_bar("Tệp", "Sao lưu ngay")
    path = hands.window.context.workspace.file.path
    found = hands.until(lambda: safekeeping.backups_of(path), "chưa có bản sao lưu")
    dialog = backups_dialog(found, hands.window)
    dialog.open()
    hands.shot("sao-luu", folder / "sao-luu.png")
    dialog.reject()
    dialog.deleteLater()
