"""Phiếu Excel: written for the organisations, and files that come back taken after the clerk has seen every row."""

from __future__ import annotations

import docx
import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.ui.typing import press_key
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.sheets.file_report import FileReport
from thidua_desktop.domain.sheets.report import RowReport
from thidua_desktop.services import history
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.sheets.exports import COMMITMENT_SHEET, PROGRESS_SHEET
from thidua_desktop.storage import records
from thidua_desktop.storage.registration import results_of_year, titles_of_year
from thidua_desktop.ui.tabs.commitments.sheets.files_model import FilesModel
from thidua_desktop.ui.tabs.commitments.sheets.receiving_dialog import ReceivingDialog
from thidua_desktop.ui.tabs.commitments.sheets.writing_dialog import WritingDialog


def act(menu, words):
    return next(one for one in menu.actions() if one.text() == words)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "phiếu"
    made.mkdir()
    return made


def opened_to_write(tab) -> WritingDialog:
    act(tab.sheets_button.menu(), "Ghi phiếu Excel cho các đơn vị…").trigger()
    return tab.sheets.dialog


def write(qtbot, tab, ask, folder, export=COMMITMENT_SHEET):
    dialog = opened_to_write(tab)
    dialog.kind.setCurrentIndex(dialog.kind.findData(export))
    ask.answers.append(folder)
    with qtbot.waitSignal(ask.noticed, timeout=20_000):
        dialog.accept()
    return sorted(folder.iterdir())


def fill(path, name, page, cells):
    """A recipient types into the form and sends it under another name."""
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book[page][place].value = value
    sent = path.with_name(name)
    book.save(sent)
    return sent


def receive(qtbot, tab, ask, *paths) -> ReceivingDialog:
    ask.answers.append(list(paths))
    act(tab.sheets_button.menu(), "Nhận tệp trả về…").trigger()
    dialog = tab.sheets.dialog
    qtbot.waitUntil(lambda: bool(dialog.files.reports), timeout=20_000)
    return dialog


def rows(dialog):
    return [[dialog.rows.text(row, column) for column in (1, 2, 3)] for row in range(dialog.rows.rowCount())]


# Out


def test_a_form_for_each_organisation_is_written_under_a_name_it_recognises(qtbot, tab, ask, folder):
    written = write(qtbot, tab, ask, folder)
    assert [path.name for path in written] == [
        "Đăng ký thi đua 2026 - Hội Nông dân xã.xlsx",
        "Đăng ký thi đua 2026 - Hội Phụ nữ xã.xlsx",
        "Đăng ký thi đua 2026 - Đoàn Thanh niên xã.xlsx",
    ]
    assert ask.notices[-1].text == "Đã ghi 3 phiếu Excel vào thư mục “phiếu”."
    assert ask.notices[-1].acts[0][0] == "Mở thư mục"


def test_the_form_of_a_phase_only_for_those_chosen(qtbot, tab, ask, folder):
    dialog = opened_to_write(tab)
    assert not dialog.phase_field.isVisible()
    dialog.kind.setCurrentIndex(dialog.kind.findData(PROGRESS_SHEET))
    assert dialog.phase_field.isVisible()
    assert (dialog.phase.currentText(), dialog.write_button.text()) == ("6 tháng đầu năm", "Ghi 3 phiếu")
    dialog.table.setFocus()
    dialog.table.go_to(0)
    press_key(dialog.table, Qt.Key.Key_Space)
    assert dialog.write_button.text() == "Ghi 2 phiếu"
    ask.answers.append(folder)
    with qtbot.waitSignal(ask.noticed, timeout=20_000):
        dialog.accept()
    assert sorted(path.name for path in folder.iterdir()) == [
        "Kết quả thi đua 2026 - 6 tháng đầu năm - Hội Phụ nữ xã.xlsx",
        "Kết quả thi đua 2026 - 6 tháng đầu năm - Đoàn Thanh niên xã.xlsx",
    ]


def test_forms_that_are_there_are_replaced_only_when_the_clerk_agrees(qtbot, tab, ask, folder):
    first = write(qtbot, tab, ask, folder)
    kept = fill(first[0], first[0].name, "Cá nhân", {"B5": "Nguyễn Văn Mẫu"}).read_bytes()
    dialog = opened_to_write(tab)
    ask.answers += [folder, False]
    dialog.accept()
    assert "3 phiếu trùng tên" in ask.texts[-1]
    assert first[0].read_bytes() == kept


def test_without_organisations_there_is_nothing_to_write(context, make_tab, ask):
    act(make_tab().sheets_button.menu(), "Ghi phiếu Excel cho các đơn vị…").trigger()
    assert ask.texts == ["Năm 2026 chưa có đơn vị nào nên chưa có phiếu để ghi."]


# Back


def test_what_came_back_is_seen_row_by_row_before_anything_is_stored(qtbot, tab, ask, folder, context):
    forms = write(qtbot, tab, ask, folder)
    cells = {"B5": "Nguyễn Văn Mẫu", "D5": "LĐTT", "B6": "Lê Mẫu", "B7": "Võ Mẫu", "D7": "Danh hiệu lạ"}
    dialog = receive(qtbot, tab, ask, fill(forms[0], "gửi lại.xlsx", "Cá nhân", cells))
    assert [dialog.files.text(0, column) for column in range(3)] == ["Hội Nông dân xã", "✓ nhận được", "gửi lại.xlsx"]
    assert rows(dialog)[:3] == [
        ["Nguyễn Văn Mẫu – Lao động tiên tiến", "○ đã sửa", "“LĐTT” hiểu là “Lao động tiên tiến”."],
        ["Lê Mẫu", "! từ chối", "Chưa ghi danh hiệu."],
        [
            "Võ Mẫu – Danh hiệu lạ",
            "! nghi ngờ",
            "“Danh hiệu lạ” không có trong danh mục danh hiệu, hình thức khen thưởng.",
        ],
    ]
    assert not titles_of_year(context.workspace.file, 2026)
    dialog.only_open.setChecked(True)
    assert len(rows(dialog)) == 3
    dialog.only_open.setChecked(False)
    dialog.row_table.setFocus()
    dialog.row_table.go_to(2)
    press_key(dialog.row_table, Qt.Key.Key_Space)
    dialog.take_ticked()
    assert [row["subject"] for row in titles_of_year(context.workspace.file, 2026)] == ["Nguyễn Văn Mẫu", "Võ Mẫu"]
    assert ask.notices[-1].text == "Đã nhận tệp “gửi lại.xlsx”."
    ask.notices[-1].acts[0][1]()
    assert not titles_of_year(context.workspace.file, 2026)
    assert records.count(context.workspace.file, "taken_files") == 0


def test_many_files_are_taken_at_once_each_with_an_undo_of_its_own(qtbot, tab, ask, folder, context):
    forms = write(qtbot, tab, ask, folder)
    sent = [
        fill(path, f"{number}.xlsx", "Cá nhân", {"B5": f"Nguyễn Văn {number}", "D5": "LĐTT"})
        for number, path in enumerate(forms)
    ]
    dialog = receive(qtbot, tab, ask, *sent)
    assert dialog.take_button.text() == "Nhận 3 tệp"
    with qtbot.waitSignal(dialog.finished):
        dialog.take_button.click()
    assert records.count(context.workspace.file, "taken_files") == 3
    assert all(one.received_on for one in registrations.standing(context.workspace, 2026))
    history.undo(context.workspace)
    assert records.count(context.workspace.file, "taken_files") == 2


def test_a_second_file_of_one_organisation_is_held_against_what_the_first_one_stored(qtbot, tab, ask, folder, context):
    forms = write(qtbot, tab, ask, folder)
    sent = fill(forms[0], "phiếu.xlsx", "Cá nhân", {"B5": "Nguyễn Văn Mẫu", "D5": "LĐTT"})
    page = docx.Document()
    for line in ("PHIẾU ĐĂNG KÝ THI ĐUA CÁ NHÂN", "Họ và tên: Nguyễn Văn Mẫu", "Đơn vị: Hội Nông dân xã"):
        page.add_paragraph(line)
    for cell, text in zip(page.add_table(2, 1).columns[0].cells, ("Danh hiệu", "LĐTT"), strict=True):
        cell.text = text
    page.save(str(folder / "cá nhân.docx"))
    dialog = receive(qtbot, tab, ask, sent, folder / "cá nhân.docx")
    assert dialog.take_button.text() == "Nhận 2 tệp"
    dialog.take_ticked()
    assert len(titles_of_year(context.workspace.file, 2026)) == 1
    dialog.reject()


def test_the_clerk_says_whose_a_file_is(qtbot, tab, ask, tmp_path, context):
    book = openpyxl.Workbook()
    for row in (("STT", "Họ và tên", "Danh hiệu"), (1, "Nguyễn Văn Mẫu", "LĐTT")):
        book.active.append(row)
    book.save(tmp_path / "danh sách.xlsx")
    dialog = receive(qtbot, tab, ask, tmp_path / "danh sách.xlsx")
    assert (dialog.files.text(0, 1), dialog.take_button.isEnabled()) == ("○ chọn đơn vị", False)
    dialog.owner.setCurrentText("Hội Phụ nữ xã")
    dialog.owner.activated.emit(dialog.owner.currentIndex())
    assert dialog.files.text(0, 0) == "Hội Phụ nữ xã"
    dialog.file_table.setFocus()
    dialog.file_table.go_to(0)
    if not dialog.files.is_ticked(0):
        press_key(dialog.file_table, Qt.Key.Key_Space)
    dialog.take_ticked()
    assert [row["subject"] for row in titles_of_year(context.workspace.file, 2026)] == ["Nguyễn Văn Mẫu"]


def test_a_file_that_cannot_be_read_says_why_and_the_others_are_taken(qtbot, tab, ask, folder, tmp_path, context):
    forms = write(qtbot, tab, ask, folder, PROGRESS_SHEET)
    sent = fill(forms[0], "kết quả.xlsx", "Kết quả", {"F5": 4})
    (tmp_path / "ảnh.jpg").write_bytes(b"\xff\xd8\xff" + b"\0" * 100)
    dialog = receive(qtbot, tab, ask, tmp_path / "ảnh.jpg", sent)
    dialog.file_table.go_to(0)
    assert "hình ảnh" in dialog.said.text()
    dialog.take_ticked()
    assert len(results_of_year(context.workspace.file, "commitments", 2026)) == 1
    assert [dialog.files.text(row, 1) for row in range(2)] == ["! không nhận được", "đã nhận rồi"]
    dialog.reject()


def test_files_dropped_on_the_tab_are_files_that_came_back(qtbot, tab, ask, folder):
    forms = write(qtbot, tab, ask, folder)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    with_keys = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    assert tab.acceptDrops()
    assert tab.sheets.eventFilter(tab, QDropEvent(QPointF(5, 5), *with_keys))
    dialog = tab.sheets.dialog
    qtbot.waitUntil(lambda: len(dialog.files.reports) == len(forms), timeout=20_000)
    dialog.reject()
    assert tab.sheets.dialog is None


def test_reading_can_be_stopped_and_nothing_comes_of_it(qtbot, tab, ask, folder):
    forms = write(qtbot, tab, ask, folder)
    ask.answers.append(forms)
    tab.sheets.receive()
    dialog = tab.sheets.dialog
    dialog.stop_button.click()
    qtbot.waitUntil(lambda: dialog.add_button.isEnabled(), timeout=20_000)
    assert (dialog.files.rowCount(), dialog.progress.text()) == (0, "Đã dừng đọc; chưa lưu gì.")
    dialog.reject()


def test_what_the_data_file_refuses_is_told_and_the_file_stays_in_view(qtbot, tab, ask, folder, monkeypatch):
    forms = write(qtbot, tab, ask, folder)
    dialog = receive(qtbot, tab, ask, fill(forms[0], "gửi lại.xlsx", "Cá nhân", {"B5": "Lê Mẫu", "D5": "LĐTT"}))

    def refuse(*_):
        raise KnownError("Ổ đĩa đã đầy.", "Dọn bớt.")

    monkeypatch.setattr("thidua_desktop.ui.tabs.commitments.sheets.receiving_dialog.take", refuse)
    dialog.take_ticked()
    assert ask.texts[-1] == "Ổ đĩa đã đầy."
    assert dialog.files.text(0, 1) == "✓ nhận được"
    dialog.reject()


def test_the_files_that_were_taken_can_be_looked_at_as_they_came(qtbot, tab, ask, folder, context, monkeypatch):
    forms = write(qtbot, tab, ask, folder)
    sent = fill(forms[0], "gửi lại.xlsx", "Cá nhân", {"B5": "Nguyễn Văn Mẫu", "D5": "LĐTT"})
    receive(qtbot, tab, ask, sent).take_ticked()
    act(tab.sheets_button.menu(), "Xem các tệp đã nhận…").trigger()
    dialog = tab.sheets.dialog
    assert [dialog.model.text(0, column) for column in (1, 2, 3)] == [
        "Hội Nông dân xã",
        "Phiếu đăng ký",
        "gửi lại.xlsx",
    ]
    opened = []
    monkeypatch.setattr("thidua_desktop.ui.tasks.papers.open_path", opened.append)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert (opened[0].name, opened[0].read_bytes()) == ("gửi lại.xlsx", sent.read_bytes())
    dialog.reject()


def test_of_one_form_one_file_is_ticked_and_what_says_nothing_new_is_not(qapp):
    def report(name, state, organisation_id=1):
        return FileReport(SourceFile(name, b""), state, "đăng ký", organisation_id)

    model = FilesModel()
    reports = [report("một", "tied"), report("hai", "tied"), report("ba", "idle", 2), report("bốn", "ready", 3)]
    model.show_reports(reports, [3])
    model.tick([0], True)
    model.tick([1], True)
    assert model.ticked == [1, 3]
    model.tick([0, 1, 2, 3], True)
    assert model.ticked == [1, 2, 3]
    model.tick([1, 2], False)
    assert model.ticked == [3]


def test_the_reason_of_the_chosen_row_is_read_whole(qtbot, context):
    dialog = ReceivingDialog(context, {}, None)
    qtbot.addWidget(dialog)
    long = "Không có trong danh mục danh hiệu, hình thức khen thưởng. " * 4
    found = tuple(RowReport("people", str(n), f"Mẫu {n}", "refused", (long, "Xem lại.")) for n in range(2))
    dialog._show_reports([FileReport(SourceFile("tệp", b""), "ready", "đăng ký", 1, rows=found)])
    assert dialog.detail.text() == f"Mẫu 0\n{long} Xem lại."
    dialog.row_table.go_to(1)
    assert dialog.detail.text().startswith("Mẫu 1\n")


def test_a_file_that_the_clerk_ticked_stays_ticked_when_all_are_looked_at_again(qtbot, context):
    dialog = ReceivingDialog(context, {}, None)
    qtbot.addWidget(dialog)
    states = (("cũ", "older", 1), ("mới", "ready", 2))
    reports = [FileReport(SourceFile(name, b""), state, "đăng ký", one) for name, state, one in states]
    dialog._show_reports(reports)
    dialog.files.tick([0], True)
    dialog._show_reports(reports)
    assert dialog.files.ticked == [0, 1]
    newer = FileReport(SourceFile("mới hơn", b""), "ready", "đăng ký", 1)
    dialog._show_reports([*reports, newer])
    assert dialog.files.ticked == [1, 2]
