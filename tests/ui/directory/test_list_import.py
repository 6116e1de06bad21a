"""Danh mục → Cá nhân, Tổ chức: a list from a spreadsheet seen row by row in the window, corrected, taken, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.services.members.commune import Commune, everything
from tests.services.members.listing import workbook
from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.lists.report import NEW
from thidua_desktop.services import history
from thidua_desktop.storage import records
from thidua_desktop.ui.tabs.directory import DirectoryTab
from thidua_desktop.ui.tabs.directory.list_import import row_judge
from thidua_desktop.ui.tabs.directory.list_import.rows_model import OPEN

HEAD = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Quê quán")
ROWS = (
    ("DANH SÁCH CÁN BỘ",),
    HEAD,
    (1, "Nguyễn Văn Mẫu", "01/02/1980", "Công chức", "Thôn Đông", "tỉnh Mẫu"),
    (2, "Lê Thị Giả", 1975, "Văn thư", "Thôn Xa", ""),
    (3, "Võ Văn Thử", "", "", "", ""),
    (4, "Trần Văn Thử", "", "", "Thôn Xa", ""),
    ("", "Tổng cộng: 4 người"),
)


@pytest.fixture
def commune(context):
    made = Commune(context.workspace)
    made.organisation("Thôn Đông")
    made.organisation("Thôn Tây")
    made.person("Nguyễn Văn Mẫu", "Thôn Đông", birth_date="01/02/1980", position="Văn thư")
    made.person("Võ Văn Thử", "Thôn Tây")
    return made


@pytest.fixture
def opened(qtbot, context, tmp_path):
    """Opens the dialog over a file with these rows."""
    kept = []

    def made(*rows, kind="people", name="danh sách.xlsx", content=None):
        tab = DirectoryTab(context)
        kept.append(tab)
        qtbot.addWidget(tab)
        context.bus.changed.connect(tab.reload)
        tab.resize(1366, 700)
        tab.show()
        qtbot.waitExposed(tab)
        tab.show_page(kind)
        path = tmp_path / name
        path.write_bytes(workbook(*rows).content if content is None else content)
        context.ask.answers.append(path)
        tab.page.import_list()
        dialog = tab.page.dialog
        qtbot.waitUntil(lambda: dialog._reading is None, timeout=20_000)
        return dialog

    return made


def rows(dialog):
    return [[dialog.rows.text(row, column) for column in (0, 2, 3)] for row in range(dialog.rows.rowCount())]


def states(dialog):
    return {dialog.rows.text(row, 0): dialog.rows.report_at(row).state for row in range(dialog.rows.rowCount())}


def go_to(dialog, name):
    row = next(row for row in range(dialog.rows.rowCount()) if dialog.rows.text(row, 0) == name)
    dialog.row_table.go_to(row)
    return row


def choose(field, answer):
    """The clerk chooses in the list."""
    field.setCurrentIndex(field.findData(answer))
    field.activated.emit(field.currentIndex())


def test_every_row_is_seen_before_it_is_stored(qtbot, context, commune, opened):
    before = everything(context.workspace)
    dialog = opened(*ROWS)
    assert rows(dialog) == [
        ["Nguyễn Văn Mẫu", "Chức vụ: Văn thư → Công chức", "○ thay đổi"],
        ["Lê Thị Giả", "Văn thư · Sinh năm 1975; Tổ chức ghi “Thôn Xa”", "! nghi ngờ"],
        ["Võ Văn Thử", "", "! nghi ngờ"],
        ["Trần Văn Thử", "Tổ chức ghi “Thôn Xa”", "! nghi ngờ"],
        ["Tổng cộng: 4 người", "", "bỏ qua"],
    ]
    assert dialog.count.text() == "5 dòng: 1 thay đổi, 3 nghi ngờ, 1 bỏ qua."
    assert dialog.take_button.text() == "Nhập 1 dòng"
    dialog.filter.setCurrentText(OPEN)
    assert [row[0] for row in rows(dialog)] == ["Lê Thị Giả", "Võ Văn Thử", "Trần Văn Thử"]
    dialog.reject()
    assert everything(context.workspace) == before


def test_answers_are_for_the_row_or_for_all_of_one_name(qtbot, context, commune, opened):
    before = everything(context.workspace)
    dialog = opened(*ROWS)
    go_to(dialog, "Lê Thị Giả")
    (field,) = dialog.questions.fields
    press_key(dialog.row_table, Qt.Key.Key_Return)
    assert field.hasFocus(), "Enter on a row goes to what is asked"
    choose(field, NEW)
    assert states(dialog)["Lê Thị Giả"] == states(dialog)["Trần Văn Thử"] == "new"
    go_to(dialog, "Võ Văn Thử")
    assert dialog.all_there.isVisible()
    choose(dialog.questions.fields[0], NEW)
    assert not dialog.all_there.isVisible()
    assert dialog.take_button.text() == "Nhập 4 dòng"
    press_key(dialog.row_table, Qt.Key.Key_Space)
    assert dialog.take_button.text() == "Nhập 3 dòng"
    with qtbot.waitSignal(dialog.taken, timeout=10_000):
        dialog.take_button.click()
    notice = context.ask.notices[-1]
    assert notice.text == "Đã nhập 3 cá nhân từ tệp “danh sách.xlsx”."
    names = [row["full_name"] for row in records.page(context.workspace.file, "people")]
    assert names == ["Nguyễn Văn Mẫu", "Võ Văn Thử", "Lê Thị Giả", "Trần Văn Thử"]
    assert [row["name"] for row in records.page(context.workspace.file, "organisations")][-1] == "Thôn Xa"
    notice.acts[0][1]()
    assert everything(context.workspace) == before


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_an_organisation_is_looked_for_without_marks_and_its_answer_stays(qtbot, context, commune, opened):
    dialog = opened(*ROWS)
    go_to(dialog, "Lê Thị Giả")
    (field,) = dialog.questions.fields
    field.setFocus()
    type_text(field.lineEdit(), "thon t")
    completer = field.completer()
    assert [completer.currentCompletion()] == ["Thôn Tây"]
    type_text(field.lineEdit(), "ay")
    press_key(field, Qt.Key.Key_Return)
    assert states(dialog)["Lê Thị Giả"] == states(dialog)["Trần Văn Thử"] == "new"
    (field,) = dialog.questions.fields
    type_text(field.lineEdit(), " lạ")
    field.lineEdit().editingFinished.emit()
    assert field.currentText() == "Thôn Tây"
    dialog.columns.model.setData(dialog.columns.model.index(5, 2), "chep vao ghi chu")
    qtbot.waitUntil(lambda: "Quê quán: tỉnh Mẫu" in rows(dialog)[0][1])
    assert states(dialog)["Lê Thị Giả"] == "new"
    dialog.reject()


def test_many_rows_are_judged_while_the_window_answers(qtbot, context, commune, opened, monkeypatch):
    dialog = opened(*ROWS)
    monkeypatch.setattr(row_judge, "_AT_ONCE", 1)
    monkeypatch.setattr(row_judge, "_SLICE", 0)
    dialog._review()
    assert dialog._judge.is_busy and not dialog.take_button.isEnabled()
    assert dialog.progress.text() == "Đang xem dòng 3…"
    qtbot.waitUntil(lambda: not dialog._judge.is_busy)
    assert dialog.take_button.isEnabled()
    dialog.reject()


def test_somebody_with_another_post_keeps_the_one_before_from_a_day_on(qtbot, context, commune, opened):
    dialog = opened(*ROWS)
    assert dialog.posts.tick.text().startswith("1 người đổi chức vụ, tổ chức")
    dialog.posts.tick.setChecked(True)
    dialog.posts.day.setText("ngày mai")
    dialog.take()
    assert "“ngày mai” không phải là ngày" in context.ask.said[-1].text
    dialog.posts.day.setText("01/01/2026")
    with qtbot.waitSignal(dialog.taken, timeout=10_000):
        dialog.take()
    (post,) = records.page(context.workspace.file, "person_posts")
    assert (post["position"], post["valid_to"]) == ("Văn thư", "2025-12-31")


def test_all_that_may_be_there_are_answered_at_once(qtbot, context, commune, opened):
    dialog = opened(*ROWS)
    dialog.all_there.click()
    assert states(dialog)["Võ Văn Thử"] == "same"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_column_is_given_another_meaning_and_that_is_remembered(qtbot, context, commune, opened):
    dialog = opened(*ROWS)
    model = dialog.columns.model
    assert model.chosen == ["(Bỏ qua)", "Họ và tên", "Ngày sinh", "Chức vụ", "Tổ chức", "(Bỏ qua)"]
    assert model.text(1, 1) == "Nguyễn Văn Mẫu · Lê Thị Giả · Võ Văn Thử"
    model.setData(model.index(5, 2), "chep vao ghi chu")
    model.setData(model.index(4, 2), "(bo qua)")
    qtbot.waitUntil(lambda: "Quê quán: tỉnh Mẫu" in rows(dialog)[0][1])
    assert states(dialog)["Lê Thị Giả"] == "new"
    with qtbot.waitSignal(dialog.taken, timeout=10_000):
        dialog.take_button.click()
    again = opened(*ROWS)
    assert again.columns.model.chosen[4:] == ["(Bỏ qua)", "Chép vào ghi chú"]
    table = again.columns.table
    index = again.columns.model.index(3, 2)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    field = table.indexWidget(index)
    assert field.view().isVisible()
    field.hidePopup()
    field.setCurrentIndex(field.findText("Tổ chức"))
    field.activated.emit(field.currentIndex())
    assert table.indexWidget(index) is None
    assert again.columns.model.chosen[3:5] == ["Tổ chức", "(Bỏ qua)"]
    again.reject()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_meaning_is_typed_as_in_every_table(qtbot, context, commune, opened):
    dialog = opened(*ROWS)
    dialog.columns.take_keyboard()
    table = dialog.columns.table
    table.go_to(5, 2, edit=True)
    field = table.indexWidget(table.currentIndex())
    type_text(field.lineEdit(), "chep vao ghi chu")
    press_key(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Quê quán: tỉnh Mẫu" in rows(dialog)[0][1])
    assert dialog.columns.model.chosen[5] == "Chép vào ghi chú"
    dialog.reject()


def test_samples_show_no_identity_number(qtbot, context, commune, opened):
    dialog = opened(("Họ và tên", "Số CCCD"), ("Lê Thị Giả", 1080000678), ("Đỗ Văn Mẫu", "12ab"))
    assert dialog.columns.model.text(1, 1) == "•••• 678 · •••• 2ab"
    dialog.reject()


def test_a_sheet_whose_headings_are_not_found_is_told_what_is_missing(qtbot, context, commune, opened):
    dialog = opened(("Cán bộ xã", "Việc"), ("Lê Thị Giả", "Văn thư"), ("Đỗ Văn Mẫu", "Kế toán"))
    assert dialog.said.text().startswith("Chưa có cột nào là “Họ và tên”")
    assert not dialog.take_button.isEnabled()
    dialog.columns.row.setValue(1)
    assert [dialog.columns.model.text(row, 0) for row in range(2)] == ["Cán bộ xã", "Việc"]
    dialog.columns.model.setData(dialog.columns.model.index(0, 2), "Họ và tên")
    qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    dialog.reject()


def test_another_page_of_the_file(qtbot, context, commune, opened, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(("Ghi chú chung",))
    page = book.create_sheet("Cán bộ")
    for row in (("Họ và tên", "Chức vụ"), ("Lê Thị Giả", "Văn thư")):
        page.append(row)
    book.save(tmp_path / "hai trang.xlsx")
    dialog = opened(content=(tmp_path / "hai trang.xlsx").read_bytes())
    assert dialog.columns.page.currentText() == "Cán bộ"
    assert [row[0] for row in rows(dialog)] == ["Lê Thị Giả"]
    dialog.columns.page_chosen.emit(0)
    assert rows(dialog) == []
    dialog.reject()


def test_lines_of_values_and_letters_of_before_unicode(qtbot, context, commune, opened):
    text = "Họ và tên;Chức vụ\nLê Thị Giả;Văn thư\n"
    dialog = opened(name="danh sách.csv", content=text.encode("utf-8-sig"))
    assert [row[:2] for row in rows(dialog)] == [["Lê Thị Giả", "Văn thư"]]
    dialog.reject()


def test_a_file_that_cannot_be_read_is_told(qtbot, context, commune, opened):
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    dialog = opened(content=locked)
    assert "có đặt mật khẩu" in dialog.said.text()
    assert "có đặt mật khẩu" in context.ask.said[-1].text
    assert not dialog.take_button.isEnabled()
    dialog.reject()


def test_organisations_come_in_from_their_page(qtbot, context, commune, opened):
    head = ("STT", "Tên đơn vị", "Người đứng đầu", "Điện thoại")
    dialog = opened(head, (1, "Trường Mầm non Mẫu", "Lê Thị Giả", "0900 000 001"), kind="organisations")
    assert rows(dialog) == [["Trường Mầm non Mẫu", "Trường học · Lê Thị Giả · 0900 000 001", "✓ mới"]]
    with qtbot.waitSignal(dialog.taken, timeout=10_000):
        press_key(dialog.take_button, Qt.Key.Key_Space)
    assert [row["name"] for row in records.page(context.workspace.file, "organisations")][-1] == "Trường Mầm non Mẫu"


def test_what_does_not_go_is_told_and_nothing_of_it_is_stored(qtbot, context, commune, opened):
    before = everything(context.workspace)
    dialog = opened(*ROWS)
    dialog.posts.tick.setChecked(True)
    there = records.page(context.workspace.file, "people")[0]["id"]
    with context.workspace.file.act("thử"):
        records.update(context.workspace.file, "people", there, {"started_on": "2026-01-15"})
    dialog.posts.day.setText("01/01/2026")
    dialog.take()
    qtbot.waitUntil(lambda: dialog._act is None)
    assert "giữ chức vụ hiện nay từ 15/01/2026, ngày đổi phải sau ngày đó" in context.ask.said[-1].text
    assert dialog.isVisible() and dialog.take_button.isEnabled()
    dialog.reject()
    history.undo(context.workspace)
    assert everything(context.workspace) == before


def test_storing_many_is_stopped_and_nothing_of_it_stays(qtbot, context, commune, opened):
    before = everything(context.workspace)
    dialog = opened(
        ("Họ và tên", "Ngày sinh"), *((f"Nguyễn Văn {'ABCDE'[n % 5]} Mẫu", f"01/02/{1950 + n % 50}") for n in range(50))
    )
    dialog.tick_all.wanted.emit(True)
    dialog.take()
    dialog._storing.stop()
    dialog._act.step(0)
    assert dialog.stop_button.isVisible() and not dialog.take_button.isEnabled()
    with pytest.raises(KnownError):
        history.undo(context.workspace)
    dialog.reject()
    assert dialog.progress.text() == "Đã dừng; chưa lưu dòng nào."
    assert everything(context.workspace) == before
    dialog.reject()
