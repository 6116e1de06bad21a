"""Papers of the registration as they leave: one job for all organisations, each alone, blank and filled."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from thidua_desktop.domain.destinations import REGISTRATION
from thidua_desktop.services import print_jobs
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.ui.tabs.commitments.printing.print_dialog import BLANK, FILLED

from .hands import Hands, expect
from .organisations import folder_of, listed

FORM, SUMMARY = EXPORTS["registration-form"].title, EXPORTS["registration-summary"].title
_JOB = (FORM, *(EXPORTS[name].title for name in ("personal-registration", "pledge", "target-assignment")))
_WAYS = (("Xuất Word…", "docx"), ("Xuất PDF…", "pdf"))
_OF_SOME = {"culture-list", "reminder"}  # the organisation in view may be no thôn, and owe nothing
_PLEDGES = "Không để đơn thư vượt cấp, kéo dài trên địa bàn"


def hand_out(hands: Hands) -> None:
    """Several papers for all organisations in one job, blank ones for one; a folder with a file for each."""
    hands.go_to(REGISTRATION)
    tab = hands.window.pages.tab
    tab.show_organisation(listed(hands)[0].organisation_id)
    name = "Biểu mẫu gửi các đơn vị"
    hands.written(name, "pdf", lambda path: papers(hands, _JOB, "Tất cả", "Xuất PDF…", path, shot="in-bieu-mau"))
    if not hands.hurries:
        hands.written(name, "docx", lambda path: papers(hands, _JOB, "Tất cả", "Xuất Word…", path))
    several = (*_JOB, EXPORTS["progress-form"].title)
    for way, ending in _WAYS[: 1 if hands.hurries else 2]:
        hands.written(
            "Biểu mẫu trống",
            ending,
            lambda path, way=way: papers(hands, several, "Đang chọn", way, path, blank=True, shot="in-mau-trong"),
        )
    folder = folder_of(hands, "ban-dang-ky")
    papers(hands, (FORM,), "Tất cả", "Xuất Word…", folder, each=True)
    hands.until(lambda: len(list(folder.glob("*.docx"))) == len(listed(hands)), "chưa đủ mỗi đơn vị một bản")


def send_out(hands: Hands) -> None:
    """Bản đăng ký and its pages beside it; what the commune itself registers; every paper of the year on its own."""
    tab = hands.window.pages.tab
    tab.show_organisation(listed(hands)[0].organisation_id)
    hands.key("Ctrl+Shift+P")
    hands.shot("ban-dang-ky-xem-truoc")
    hands.key("Ctrl+Shift+P")
    _tell_commune(hands)
    offered = print_jobs.printables(hands.window.context.workspace)
    for one in offered if not hands.hurries else [one for one in offered if one.title in (FORM, SUMMARY)]:
        for way, ending in _WAYS:
            whose = ("Tất cả" if one.name in _OF_SOME else "Đang chọn") if one.for_each else ""
            send = partial(papers, hands, (one.title,), whose, way)
            hands.written(one.title, ending, lambda path, send=send: send(path))
    sheet = partial(hands.choose, "Tệp Excel", "Xuất bảng tổng hợp đăng ký…")
    hands.written(SUMMARY, "xlsx", lambda path: sheet(answers=[path]))


def _tell_commune(hands: Hands) -> None:
    """What the commune registers with the province, beside what comes from the plan."""
    acts = hands.window.pages.tab.papers
    hands.press("In biểu mẫu…")
    box = acts.dialog.papers.boxes["commune-registration"]
    hands.press(box.text()) if not box.isChecked() else None
    hands.press("Nội dung…")
    dialog = hands.until(lambda: acts.commune, "không mở được nội dung xã đăng ký")
    hands.type_in(dialog.titles, "Cờ thi đua của Ủy ban nhân dân tỉnh")
    hands.type_in(dialog.pledges, _PLEDGES)
    hands.type_in(dialog.cluster, "Cụm thi đua số 1")
    hands.shot("xa-dang-ky")
    hands.press("Lưu")
    hands.press("Đóng")


def papers(
    hands: Hands,
    wanted: Sequence[str],
    whose: str,
    way: str,
    path: Path,
    *,
    blank: bool = False,
    each: bool = False,
    shot: str = "",
) -> None:
    """Ticks these papers and organisations in the dialog, and sends them out."""
    hands.press("In biểu mẫu…")
    dialog = hands.window.pages.tab.papers.dialog
    boxes = dialog.papers.boxes
    for box in boxes.values():
        if box.isChecked() != (box.text() in wanted):
            hands.press(box.text())
    if whose:
        hands.press(whose)
    dialog.kind.setCurrentText(BLANK if blank else FILLED)
    expect(
        set(dialog.job.papers) == {name for name, box in boxes.items() if box.text() in wanted}, "chưa chọn đúng giấy"
    )
    if dialog.each.isChecked() != each:
        hands.press(dialog.each.text())
    if shot:
        hands.until(lambda: dialog.preview.page_count(), "không thấy trang nào")
        hands.shot(shot)
    hands.press(way, path)
