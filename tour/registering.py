"""February to July: organisations from the plan, what they register and commit to, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from thidua_desktop.domain.destinations import REGISTRATION
from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.registration.results import lower_is_better
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.registration.result_sheets import target_sheet
from thidua_desktop.ui.tabs.commitments.printing.print_dialog import BLANK, FILLED

from .hands import Hands

LEAST = 3  # organisations the tour goes on with
NAMES = ("Trần Thị Mẫu", "Lê Văn Thử", "Phạm Thị Dụ", "Hoàng Văn Định", "Đặng Thị Điển", "Bùi Văn Hình")


def bring_in(hands: Hands) -> None:
    """The organisations that the plan names come into the year; where it names few, more are added by name."""
    hands.go_to(REGISTRATION)
    hands.shot("dang-ky-chua-co")
    hands.press("Lấy đơn vị từ kế hoạch…")
    tab = hands.window.pages.tab
    dialog = tab.bringing_in.dialog
    if dialog is None:
        hands.record.note(f"Kế hoạch không nêu đơn vị nào: {hands.ask.texts[-1]}")
    else:
        if not dialog.model.chosen:
            hands.press("Chọn tất cả")
        hands.shot("don-vi-trong-ke-hoach")
        hands.press("Lấy ")
    for number in range(1, LEAST + 1):
        if len(_listed(hands)) >= LEAST:
            break
        hands.choose("Đơn vị", "Thêm đơn vị…")
        hands.type_in(tab.bringing_in.dialog.name, f"Thôn Mẫu {number}")
        hands.press("Thêm 1 đơn vị")
    hands.until(lambda: len(_listed(hands)) >= LEAST, "chưa có đơn vị nào trong năm")
    hands.shot("don-vi-trong-nam")


def _listed(hands: Hands) -> list[registrations.Standing]:
    context = hands.window.context
    return [one for one in registrations.standing(context.workspace, context.year) if one.registration_id]


def register(hands: Hands) -> None:
    """The forms of some organisations come back: the day, a commitment, and who registers what."""
    tab = hands.window.pages.tab
    for number, one in enumerate(_listed(hands)[:LEAST]):
        tab.show_organisation(one.organisation_id)
        page = tab.organisations.page
        hands.settle()
        hands.type_in(page.received, f"{20 + number}/02/{hands.window.context.year}")
        if not one.commitments:
            model = page.commitments.model
            hands.fill(
                page.commitments.table, len(model.rows), {"planned": "5 mô hình", "name": "Xây dựng mô hình mẫu"}
            )
        titles = page.titles
        for subject in NAMES[2 * number : 2 * number + 2]:
            cells = {"subject": subject, "subject_kind": "cá nhân", "award": "Lao động tiên tiến"}
            hands.fill(titles.table, titles.model.rows.count, cells)
        cells = {"subject": one.name, "subject_kind": "tập thể", "award": "Tập thể lao động tiên tiến"}
        hands.fill(titles.table, titles.model.rows.count, cells)
        hands.until(lambda model=titles.model: model.rows.count == LEAST, f"danh hiệu của {one.name} chưa đủ")
    hands.until(lambda: all(one.received_on for one in _listed(hands)[:LEAST]), "ngày nộp chưa được ghi")
    hands.until(
        lambda: all(one.commitments and one.titles == LEAST for one in _listed(hands)[:LEAST]),
        "cam kết, danh hiệu chưa được ghi",
    )
    hands.shot("dang-ky")


def enter_results(hands: Hands) -> None:
    """What the organisations and the commune have achieved, phase by phase."""
    tab = hands.window.pages.tab
    page = tab.organisations.page
    if hands.sees("Chia hai đợt 6 tháng"):
        hands.press("Chia hai đợt 6 tháng")
        hands.until(lambda: not hands.sees("Chia hai đợt 6 tháng"), "chưa chia được đợt")
    for one in _listed(hands)[:LEAST]:
        tab.show_organisation(one.organisation_id)
        hands.settle()
        _fill_results(hands, page.commitments, most=4)
    hands.shot("ket-qua-cam-ket")
    tab.switch.setCurrentIndex(1)
    hands.settle()
    hands.shot("ket-qua-chi-tieu-truoc")
    _fill_results(hands, tab.targets.results, most=12)
    context = hands.window.context
    hands.until(
        lambda: any(row.achieved is not None for row in target_sheet(context.workspace, context.year).rows),
        "kết quả chỉ tiêu chưa được ghi",
    )
    hands.shot("ket-qua-chi-tieu")
    tab.switch.setCurrentIndex(2)
    hands.settle()
    hands.shot("tong-hop-dang-ky")
    tab.switch.setCurrentIndex(0)


def _fill_results(hands: Hands, view, most: int) -> None:
    """Types into the phases: half of it first, then all of it, or a little less on every fourth line."""
    model = view.model
    for row in range(min(len(model.rows), most)):
        planned = model.rows[row].planned
        for phase, share in enumerate((0.5, 0.9 if row % 4 == 3 else 1.0)):
            column = next((n for n in range(len(model.columns)) if model.phase(n) == phase), None)
            if column is None or not model.is_editable(row, column):
                continue
            text = _figure(planned, share) if planned and planned.value is not None else "đạt"
            hands.fill(view.table, row, {model.columns[column].key: text})
    hands.until(lambda: model.first_bad() is None, "một kết quả chưa lưu được")


def _figure(planned: TargetValue, share: float) -> str:
    """Part of what is planned; of what is to become low, as much above it."""
    value = (planned.value or 0) * (1.5 - share / 2 if lower_is_better(planned) else share)
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


FORM, SUMMARY = "Bản đăng ký thi đua", "Bảng tổng hợp đăng ký"


def send_out(hands: Hands) -> None:
    """Bản đăng ký of one, of all and one by one, blank too; the summary; a whole set for one organisation."""
    tab = hands.window.pages.tab
    tab.show_organisation(_listed(hands)[0].organisation_id)
    hands.key("Ctrl+Shift+P")
    hands.shot("ban-dang-ky-xem-truoc")
    hands.key("Ctrl+Shift+P")
    for name, whose, way, ending in (
        ("Bản đăng ký của một đơn vị", "Đang chọn", "Xuất Word…", "docx"),
        ("Bản đăng ký của các đơn vị", "Tất cả", "Xuất PDF…", "pdf"),
        ("Bản đăng ký của các đơn vị", "Tất cả", "Xuất Word…", "docx"),
    ):
        hands.written(name, ending, lambda path, whose=whose, way=way: _papers(hands, (FORM,), whose, way, path))
    hands.written(
        "Bản đăng ký mẫu trống", "pdf", lambda path: _papers(hands, (FORM,), "Đang chọn", "Xuất PDF…", path, blank=True)
    )
    folder = hands.record.folder / "giay-to" / "ban-dang-ky"
    folder.mkdir(exist_ok=True)
    _papers(hands, (FORM,), "Tất cả", "Xuất Word…", folder, each=True)
    hands.until(lambda: len(list(folder.glob("*.docx"))) == len(_listed(hands)), "chưa đủ mỗi đơn vị một bản")
    for way, ending in (("Xuất Word…", "docx"), ("Xuất PDF…", "pdf")):
        hands.written(SUMMARY, ending, lambda path, way=way: _papers(hands, (SUMMARY,), "", way, path))
    sheet = partial(hands.choose, "Tệp Excel", "Xuất bảng tổng hợp đăng ký…")
    hands.written(SUMMARY, "xlsx", lambda path: sheet(answers=[path]))
    several = (FORM, "Phiếu đăng ký thi đua cá nhân", "Bản giao ước thi đua", "Phiếu báo cáo kết quả đợt", SUMMARY)
    hands.written(
        "Bộ biểu mẫu", "pdf", lambda path: _papers(hands, several, "Tất cả", "Xuất PDF…", path, shot="in-bieu-mau")
    )


def _papers(
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
    for box in dialog.papers.boxes.values():
        if box.isChecked() != (box.text() in wanted):
            hands.press(box.text())
    if whose:
        hands.press(whose)
    dialog.kind.setCurrentText(BLANK if blank else FILLED)
    if dialog.each.isChecked() != each:
        hands.press(dialog.each.text())
    if shot:
        hands.until(lambda: dialog.preview.page_count(), "không thấy trang nào")
        hands.shot(shot)
    hands.press(way, path)
