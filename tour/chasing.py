"""Pledges handed out, signed and scanned; who still owes something is reached, reminded and listed to phone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument

from thidua_desktop.domain.chasing.sent_papers import PLEDGE, PaperKey
from thidua_desktop.services.chasing import reminders, scans
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.ui.tabs.commitments.papers.view import PapersView
from thidua_desktop.ui.tabs.commitments.tab import BY_ORGANISATION, CHASING, PAPERS

from .hands import Hands, expect
from .organisations import folder_of, on_paper
from .printing import papers

_SCAN = QSize(1240, 1754)  # A4 at 150 dots an inch
_TILT = 0.6  # degrees: nobody lays a paper straight


def sign_pledges(hands: Hands) -> None:
    """A pledge is printed, handed out, comes back signed; its scan is kept and seen beside what is typed."""
    tab = hands.window.pages.tab
    tab.show_organisation(on_paper(hands)[0].organisation_id)
    printed = hands.written(
        "Bản giao ước một đơn vị",
        "pdf",
        lambda path: papers(hands, (EXPORTS["pledge"].title,), "Đang chọn", "Xuất PDF…", path),
    )
    tab.switch.setCurrentIndex(PAPERS)
    hands.settle()
    view: PapersView = tab.view
    hands.shot("giay-to")
    key = _enter_pledges(hands, view)
    _keep_scan(hands, view, key, printed)
    title = EXPORTS["receipt-list"].title
    hands.written(title, "pdf", lambda path: papers(hands, (title,), "", "Xuất PDF…", path))
    tab.switch.setCurrentIndex(BY_ORGANISATION)


def _enter_pledges(hands: Hands, view: PapersView) -> PaperKey:
    """Who took the pledges, and who signed two of them on which day; the first of them."""
    year = hands.window.context.year
    wanted = {one.organisation_id for one in on_paper(hands)}
    keys = [one.key for one in view.model.rows if one.organisation_id in wanted and one.key.paper == PLEDGE]
    for number, key in enumerate(keys):
        cells = {"handed_on": f"2{number}/02/{year}", "handed_to": "Nguyễn Văn Nhận"}
        back = {"returned_on": f"0{number + 1}/03/{year}", "signed_by": "Nguyễn Văn Ký", "signed_on": f"01/03/{year}"}
        hands.fill(view.table, view.model.place_of(key), cells | (back if number < 2 else {}))
    hands.until(lambda: view.model.of_key(keys[0]).signed_by, "người ký chưa được ghi")
    return keys[0]


def _keep_scan(hands: Hands, view: PapersView, key: PaperKey, printed: Path) -> None:
    """The photo is kept with its paper, found by the code in its corner, and typed from."""
    view.choose(key)
    hands.settle()
    expect(view.current_key() == key, "không chọn được bản giao ước trong danh sách")
    code = view.current().code
    photo = photographed(printed, hands.record.folder / "giay-to" / f"{code}.jpg")
    hands.choose("Bản chụp", "Đính kèm ảnh, bản quét…", answers=[[photo]])
    workspace = hands.window.context.workspace
    hands.until(lambda: scans.scans(workspace, key), "bản chụp chưa được giữ")
    hands.type_in(view.search, code.lower().replace("-", " "))
    hands.settle(0.5)
    hands.shot("giay-to-tim-theo-ma")
    hands.press("Nhập theo bản chụp")
    hands.until(lambda: view.is_at_desk, "bản chụp không hiện bên chỗ gõ")
    hands.shot("nhap-theo-ban-chup")
    hands.press("← Về danh sách")


def photographed(pdf: Path, path: Path) -> Path:
    """The first page of a paper as a telephone takes it: on a table, not quite straight."""
    buffer, document = QBuffer(), QPdfDocument(None)
    buffer.setData(QByteArray(pdf.read_bytes()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    page = document.render(0, _SCAN)
    document.close()
    picture = QImage(_SCAN, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.lightGray)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(QTransform().rotate(_TILT))
    painter.fillRect(page.rect(), Qt.GlobalColor.white)
    painter.drawImage(0, 0, page)
    painter.end()
    picture.save(str(path), "JPG", 80)
    return path


def chase(hands: Hands) -> None:
    """Somebody is phoned and what they said recorded; letters for all, and the list to phone from."""
    tab, workspace = hands.window.pages.tab, hands.window.context.workspace
    tab.switch.setCurrentIndex(CHASING)
    hands.settle()
    view = tab.view
    if not view.model.rows:
        hands.record.note("Không đơn vị nào còn thiếu.")
        return
    hands.shot("don-doc")
    view.table.setFocus()
    view.table.go_to(0)
    owed = view.current()
    hands.key("D")
    hands.until(lambda: view.dialog, "không mở được hộp ghi đã nhắc")
    hands.type_in(view.dialog._answer, "Hẹn nộp thứ Sáu", leave=False)
    hands.shot("ghi-da-nhac")
    hands.press("Ghi")
    hands.until(lambda: reminders.of_registration(workspace, owed.registration_id), "lần nhắc chưa được ghi")
    hands.shot("don-doc-da-nhac")
    folder = folder_of(hands, "cong-van-don-doc")
    count = len({one.organisation_id for one in view.model.rows})
    words = f"Xuất Word mỗi đơn vị một tệp cho {count} đơn vị trong bảng…"
    hands.choose("Công văn đôn đốc", words, answers=[folder])
    written = hands.until(lambda: list(folder.glob("*.docx")), "chưa có công văn")
    hands.settle()
    hands.record.note(f"Công văn đôn đốc cho {len(written)} đơn vị trong giay-to/{folder.name}.")
    for way, ending in (("Xuất Word…", "docx"), ("Xuất PDF…", "pdf")):
        hands.written(
            "Danh sách gọi điện", ending, lambda path, way=way: hands.choose("Danh sách gọi điện", way, answers=[path])
        )
    hands.key("Ctrl+Shift+P")
    hands.settle(hands.quiet)
    hands.shot("cong-van-don-doc-xem-truoc")
    hands.key("Ctrl+Shift+P")
