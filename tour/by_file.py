"""Form sheets as files: one for each organisation, filled as an organisation would, and taken when they come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from thidua_desktop.domain.vietnamese import folded_line
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.registration.registrations import Standing
from thidua_desktop.services.sheets import phases
from thidua_desktop.services.sheets.exports import COMMITMENT_SHEET, PROGRESS_SHEET
from thidua_desktop.ui.tabs.commitments.sheets.receiving_dialog import ReceivingDialog
from thidua_desktop.ui.tabs.commitments.sheets.writing_dialog import KINDS
from thidua_desktop.ui.tabs.commitments.tab import BY_ORGANISATION

from .hands import Hands, expect
from .organisations import by_file, folder_of, listed
from .registering import titles_of

TOP = 5  # the first row below the headings of a page
SENT = ("Zalo 01", "ban dang ky sua lan 2", "Tệp gửi lại")
PEOPLE = ("Nguyễn Thị Tệp", "Đinh Văn Gửi", "Tạ Thị Trả")


def write_registration(hands: Hands) -> None:
    """The sheet of every organisation, in one folder."""
    hands.window.pages.tab.switch.setCurrentIndex(BY_ORGANISATION)
    _write(hands, COMMITMENT_SHEET, "phieu-excel-dang-ky", len(listed(hands)), "ghi-phieu-excel")


def take_registration(hands: Hands) -> None:
    """Three organisations send theirs back under names of their own; a row the program cannot be sure of waits."""
    sent = filled_registration(hands)
    titles = sum(one.titles for one in by_file(hands))
    _take(hands, sent, "nhan-tep")
    hands.until(lambda: sum(one.titles for one in by_file(hands)) > titles, "danh hiệu trong tệp chưa vào")
    hands.window.pages.tab.show_organisation(by_file(hands)[0].organisation_id)
    hands.settle()
    hands.shot("dang-ky-nhan-bang-tep")


def filled_registration(hands: Hands) -> list[Path]:
    """The sheets of those that register by file, as they come back."""
    return _filled(hands, "phieu-excel-dang-ky", _fill_registration)


def write_and_take_progress(hands: Hands) -> None:
    """The sheets of the last phase go out and come back."""
    tab, context = hands.window.pages.tab, hands.window.context
    names = list(phases.phase_names(context.workspace, context.year).values())
    committing = EXPORTS[PROGRESS_SHEET].for_each(context.workspace, Request(context.year))
    _write(
        hands,
        PROGRESS_SHEET,
        "phieu-excel-ket-qua",
        len(committing),
        "ghi-phieu-ket-qua",
        names[min(1, len(names) - 1)],
    )
    sent = _filled(hands, "phieu-excel-ket-qua", _fill_progress)
    _take(hands, sent, "nhan-phieu-ket-qua")
    hands.choose("Tệp Excel", "Xem các tệp đã nhận…")
    hands.until(lambda: tab.sheets.dialog, "không mở được các tệp đã nhận")
    hands.shot("cac-tep-da-nhan")
    hands.press("Đóng")


def _write(hands: Hands, export: str, name: str, count: int, picture: str, phase: str = "") -> None:
    folder = folder_of(hands, name)
    hands.choose("Tệp Excel", "Ghi phiếu Excel cho các đơn vị…")
    dialog = hands.until(lambda: hands.window.pages.tab.sheets.dialog, "không mở được hộp ghi phiếu")
    hands.pick(dialog.kind, KINDS[export])
    if phase:
        hands.pick(dialog.phase, phase)
    hands.shot(picture)
    hands.press("Ghi ", folder)
    hands.until(lambda: len(list(folder.glob("*.xlsx"))) == count, "chưa đủ mỗi đơn vị một phiếu")
    hands.record.note(f"{count} phiếu trong giay-to/{name}.")


def _filled(hands: Hands, name: str, fill: Callable[[Any, int, Standing], None]) -> list[Path]:
    """The sheets of those that send files, filled and named as each organisation likes."""
    year = hands.window.context.year
    folder, back = hands.record.folder / "giay-to" / name, folder_of(hands, f"{name}-tra-ve")
    made = []
    for number, one in enumerate(by_file(hands)):
        path = next((path for path in folder.glob("*.xlsx") if path.stem.endswith(f" - {one.name}")), None)
        if path is None:
            continue
        book = openpyxl.load_workbook(path)
        fill(book, number, one)
        made.append(back / f"{SENT[number]} {year}.xlsx")
        book.save(made[-1])
    expect(made, "không có phiếu nào để điền")
    return made


def _columns(page: Any) -> dict[str, int]:
    """The columns of a page by their headings."""
    return {str(cell.value): cell.column for cell in page[TOP - 1] if cell.value}


def _add_row(book: Any, name: str, cells: dict[str, object]) -> None:
    """Types into the first row of a page in which nothing of these columns stands."""
    page = book[name]
    columns = _columns(page)
    free = next(
        row for row in range(TOP, page.max_row + 1) if not any(page.cell(row, columns[one]).value for one in cells)
    )
    for column, value in cells.items():
        page.cell(free, columns[column], value)


def _fill_registration(book: Any, number: int, one: Standing) -> None:
    """A collective, two people, a commitment with its number as text; one award is of no list."""
    award = "Danh hiệu, hình thức đăng ký"
    personal, collective = titles_of(one.kind)
    _add_row(book, "Tập thể", {"Tên tập thể": one.name, award: collective})
    _add_row(book, "Cá nhân", {"Họ và tên": PEOPLE[number], award: folded_line(personal)})
    wanted = "Chiến sĩ tiêu biểu" if number == 0 else personal
    _add_row(book, "Cá nhân", {"Họ và tên": f"{PEOPLE[number]} B", award: wanted})
    quote = "Trồng cây xanh nơi công cộng"
    _add_row(book, "Cam kết", {"Nội dung cam kết": quote, "Mức cam kết": "250", "Đơn vị tính": "cây"})


def _fill_progress(book: Any, number: int, one: Standing) -> None:
    """What is asked for is answered: the plan's own figure, once less than it; yes where no figure is asked for."""
    page = book["Kết quả"]
    columns = _columns(page)
    for row in range(TOP, page.max_row + 1):
        if not page.cell(row, columns["Nội dung cam kết"]).value and not page.cell(row, columns["Mức cam kết"]).value:
            break
        planned = str(page.cell(row, columns["Mức cam kết"]).value or "")
        digits = "".join(one for one in planned.replace(".", "") if one.isdigit() or one == ",").strip(",")
        value = float(digits.replace(",", ".")) if digits else 0
        less = int(value * 0.8) if value == int(value) else round(value * 0.8, 2)
        answer: object = "Đạt" if not digits else less if row == TOP + number else value
        page.cell(row, columns["Kết quả lũy kế"], answer)
        page.cell(row, columns["Minh chứng"], "Báo cáo số 12")


def _take(hands: Hands, sent: Sequence[Path], picture: str) -> None:
    """The files are read, the one with the most to look at is seen row by row, then all are taken."""
    tab = hands.window.pages.tab
    hands.choose("Tệp Excel", "Nhận tệp trả về…", answers=[list(sent)])
    dialog = tab.sheets.dialog
    expect(isinstance(dialog, ReceivingDialog), "không mở được hộp nhận tệp")
    hands.until(lambda: len(dialog.files.reports) == len(sent), "tệp chưa được đọc")
    for row in range(len(sent)):
        dialog.file_table.setFocus()
        dialog.file_table.go_to(row)
        hands.settle()
        if any(one.state == "doubtful" for one in dialog.files.reports[row].rows):
            break
    hands.shot(picture)
    report = dialog.files.reports[row]
    hands.record.note(f"{report.source.name}: {dialog.count.text()}")
    if any(one.state == "doubtful" for one in report.rows):
        hands.press("Chỉ hiện dòng cần xem")
        hands.shot(f"{picture}-can-xem")
    hands.press("Nhận ")
    if tab.sheets.dialog is not None:
        hands.press("Đóng")
    hands.until(lambda: tab.sheets.dialog is None, "tệp chưa được nhận")
