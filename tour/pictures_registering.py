"""The pictures of the guide's pages about the tab Đăng ký – Giao ước."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.domain.chasing.sent_papers import PLEDGE
from thidua_desktop.domain.destinations import REGISTRATION
from thidua_desktop.domain.registration.results import adds_up
from thidua_desktop.ui.tabs.commitments.tab import BY_TARGET, CHASING, PAPERS, SCORING

from . import by_file
from .hands import Hands
from .results import PROGRESS

_SHARERS = 4


def take(hands: Hands, folder: Path) -> None:
    """Each view of the tab, and the dialogs that papers and files go out and come back through."""
    hands.go_to(REGISTRATION)
    tab = hands.window.pages.tab
    _share(hands, folder)
    tab.switch.setCurrentIndex(PAPERS)
    hands.settle()
    view = tab.view
    scanned = next((one for one in view.model.rows if one.scans), None)
    view.choose((scanned or next(one for one in view.model.rows if one.key.paper == PLEDGE)).key)
    hands.shot("giay-to", folder / "giay-to.png")
    hands.press("Nhập theo bản chụp")
    hands.shot("nhap-theo-ban-chup", folder / "nhap-theo-ban-chup.png")
    hands.press("← Về danh sách")
    for place, name in ((PROGRESS, "tien-do"), (CHASING, "don-doc"), (SCORING, "cham-diem")):
        tab.switch.setCurrentIndex(place)
        tab.focus_here()
        hands.settle()
        hands.shot(name, folder / f"{name}.png")
    tab.switch.setCurrentIndex(0)
    _dialogs(hands, folder)


def _share(hands: Hands, folder: Path) -> None:
    tab = hands.window.pages.tab
    tab.switch.setCurrentIndex(BY_TARGET)
    hands.settle()
    view = tab.targets
    model = view.results.model
    figures = [row for row in model.rows if row.planned and row.planned.value is not None]
    figures = [row for row in figures if (found := model.cover_of(row)) is None or not found.shares] or figures
    view.choose(max(figures, key=lambda row: (adds_up(row.planned.unit), row.planned.value)).owner_id)
    hands.press("Giao phần của đơn vị…")
    dialog = view.share_dialog
    count = dialog.model.rowCount()
    dialog.model.tick(range(count - _SHARERS, count), True)  # the thôn stand last
    dialog.table.go_to(count - 1)
    hands.press("Chia đều")
    hands.shot("giao-chi-tieu", folder / "giao-chi-tieu.png")
    dialog.reject()
    hands.settle()


def _dialogs(hands: Hands, folder: Path) -> None:
    tab = hands.window.pages.tab
    hands.press("In biểu mẫu…")
    dialog = tab.papers.dialog
    hands.until(lambda: dialog.preview.page_count(), "không thấy trang nào")
    hands.shot("in-bieu-mau", folder / "in-bieu-mau.png")
    dialog.reject()
    hands.settle()
    by_file.write_registration(hands)
    hands.choose("Tệp Excel", "Nhận tệp trả về…", answers=[by_file.filled_registration(hands)])
    hands.until(lambda: tab.sheets.dialog.files.reports, "tệp chưa được đọc")
    hands.shot("nhan-tep", folder / "nhan-tep.png")
    hands.press("Đóng")
