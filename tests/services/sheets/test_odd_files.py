"""Files as they really come back: moved columns, other names, old templates, plain sheets, Word, macros, a million rows."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import docx
import openpyxl
import pytest

from tests.services.sheets.returning import report_on, returned, shown, stamped
from tests.sheet_forms import plain_sheet
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.sheets.forms import office_key
from thidua_desktop.exporting import docx as our_docx
from thidua_desktop.exporting.archive import packed, unpacked
from thidua_desktop.importing.sheets.reading import read_returned
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.registers import registers
from thidua_desktop.services.sheets.reviewing import review
from thidua_desktop.services.sheets.taking import take
from thidua_desktop.storage import records
from thidua_desktop.storage.registration import titles_of_year
from thidua_desktop.ui.tabs.directory.list_import.acts import WORDS
from thidua_desktop.ui.tabs.directory.tab import PAGES

HEAD = ("STT", "Họ và tên", "Chức vụ", "Danh hiệu")
PEOPLE = [(1, "Nguyễn Văn Mẫu", "Chi hội trưởng", "LĐTT"), (2, "Trần Thị Mẫu", "", "Lao động tiên tiến")]


def _subjects(desk) -> list[str]:
    return [str(row["subject"]) for row in titles_of_year(desk.file, 2026)]


# Whose it is


@pytest.mark.parametrize(
    ("rows", "name", "how"),
    [
        ([("Đơn vị: HOI NONG DAN",), HEAD, *PEOPLE], "tệp.xlsx", "theo tên đơn vị trong tệp"),
        ([("Tên đơn vị", "Hội Nông dân xã Ví Dụ"), HEAD, *PEOPLE], "tệp.xlsx", "theo tên đơn vị trong tệp"),
        ([HEAD, *PEOPLE], "Dang ky 2026 - hoi nong dan (1).xlsx", "theo tên tệp"),
        ([HEAD, *PEOPLE], "dang_ky_hoi nong dan.xlsx", "theo tên tệp"),
    ],
)
def test_a_sheet_made_by_hand_is_known_by_the_organisations_name_however_it_is_written(desk, farmers, rows, name, how):
    source = replace(plain_sheet(*rows), name=name)
    report = report_on(desk, source)
    assert (report.state, report.organisation, report.how) == ("ready", "Hội Nông dân", how)
    take(desk, 2026, report)
    assert _subjects(desk) == ["Nguyễn Văn Mẫu", "Trần Thị Mẫu"]


def test_a_file_without_any_name_asks_whose_it_is(desk, farmers):
    source = plain_sheet(HEAD, *PEOPLE)
    (asked,) = review(desk, 2026, returned(source))
    assert (asked.state, asked.rows) == ("choose", ())
    (answered,) = review(desk, 2026, returned(source), owners={0: farmers})
    assert (answered.state, len(answered.rows)) == ("ready", 2)


def test_a_form_of_last_year_or_of_another_commune_is_refused_in_words(desk, farmers):
    last = report_on(desk, stamped(desk, farmers, year=2025))
    assert (last.state, last.problem) == (
        "refused",
        "Phiếu này của năm 2025, đang làm năm 2026 nên không nhận vào đây. Chuyển sang năm 2025 rồi nhận lại nếu cần.",
    )
    other = report_on(desk, stamped(desk, farmers, office=office_key("Mẫu", "tỉnh Khác"), office_name="xã Mẫu"))
    assert (other.state, other.problem) == (
        "refused",
        "Phiếu này do xã Mẫu phát ra, không phải của xã mình nên không nhận.",
    )
    with pytest.raises(KnownError):
        take(desk, 2026, other)


def test_an_organisation_deleted_while_its_form_is_out(desk, youth):
    source = stamped(desk, youth)
    with desk.file.act("thử"):
        records.delete(desk.file, "registrations", [int(row["id"]) for row in records.page(desk.file, "registrations")])
        records.delete(desk.file, "organisations", [youth])
    report = report_on(desk, source)
    assert (report.state, report.remarks[-1]) == (
        "choose",
        "“Đoàn xã Ví Dụ” không còn trong Danh mục từ khi phát phiếu.",
    )


def test_an_organisation_that_went_into_another_one_while_its_form_is_out(desk, farmers, youth):
    source = stamped(desk, youth)
    with desk.file.act("thử"):
        records.update(desk.file, "organisations", youth, {"merged_into_id": farmers})
    report = report_on(desk, source)
    assert (report.organisation, report.remarks[-1]) == (
        "Hội Nông dân",
        "“Đoàn xã Ví Dụ” đã sáp nhập vào “Hội Nông dân”.",
    )


def test_a_name_written_three_ways_is_one_person(desk, farmers):
    registers.add_row(desk, "people", {"full_name": "Hoàng Thị Hòa", "organisation_id": "Hội Nông dân"})
    rows = [("Hội Nông dân",), HEAD, (1, "HOÀNG THỊ HÒA", "", "LĐTT"), (2, "Hoàng Thị Hoà", "", "LĐTT")]
    more = [(3, "hoang thi hoa ", "", "Lao động tiên tiến"), (4, "Hoàng Thị Hoa", "", "Lao động tiên tiến")]
    report = report_on(desk, plain_sheet(*rows, *more))
    assert [row.state for row in report.rows] == ["corrected", "doubtful", "doubtful", "doubtful"]
    assert report.rows[1].reasons[0] == "Trùng với Trang tính1, dòng 3; chỉ đánh dấu nếu là hai người khác nhau."
    take(desk, 2026, report)
    assert records.page(desk.file, "registered_titles")[0]["person_id"]
    assert _subjects(desk) == ["Hoàng Thị Hòa"]
    again = report_on(
        desk, plain_sheet(("Hội Nông dân",), HEAD, (1, "hoang thi hoa", "", "LĐTT"), (2, 12345, "", "LĐTT"))
    )
    assert [row.state for row in again.rows] == ["same", "refused"]


# How it is laid out


def test_columns_moved_rows_added_numbers_and_days_as_text(desk, farmers, recipient):
    page = recipient().book["Cam kết"]
    source = plain_sheet(
        ("Hội Nông dân",),
        ("Hạn hoàn thành", "Đơn vị tính", "Mức cam kết", "Nội dung cam kết", "STT"),
        ("30.6.2026", "ha", "7,5", page["B5"].value, 1),
        ("ngày 5 tháng 7 năm 2026", "km", "1.200", "Làm đường", 2),
    )
    report = report_on(desk, source)
    assert shown(report) == [
        ("đã sửa", "Trồng 5 ha rừng – 7,5 ha – hạn 30/06/2026"),
        ("đã sửa", "Làm đường – 1.200 km – hạn 05/07/2026"),
    ]
    assert report.rows[0].reasons == (
        "“7,5” gõ thành chữ, đọc là số 7,5.",
        "“30.6.2026” gõ thành chữ, đọc là ngày 30/06/2026.",
    )
    assert report.rows[0].before == "Trồng 5 ha rừng: 5 ha"


def test_an_older_template_is_read_by_its_headings(desk, farmers):
    source = stamped(desk, farmers, version=0)
    book = openpyxl.load_workbook(io.BytesIO(source.content))
    page = book["Cá nhân"]
    for cell, heading in zip(page[4], ("TT", "Họ tên", "Chức vụ, đơn vị", "Danh hiệu đăng ký"), strict=False):
        cell.value = heading
    page["B5"].value, page["D5"].value = "Nguyễn Văn Mẫu", "Lao động tiên tiến"
    out = io.BytesIO()
    book.save(out)
    report = report_on(desk, SourceFile("mẫu cũ.xlsx", out.getvalue()))
    assert ("lấy", "Nguyễn Văn Mẫu – Lao động tiên tiến") in shown(report)
    assert "Phiếu theo mẫu khác (phiên bản 0); đọc theo tên cột." in report.remarks


def test_a_column_that_the_form_does_not_have_is_told(desk, farmers):
    report = report_on(desk, plain_sheet(("Hội Nông dân",), (*HEAD, "Lương"), (1, "Lê Mẫu", "", "LĐTT", 5_000_000)))
    assert report.remarks == ("Trang “Trang tính1”: cột “Lương” không có trong phiếu nên không lấy.",)


def test_the_form_filled_in_with_word_comes_back_by_its_code(desk, farmers):
    about = EXPORTS["registration-form"]
    assert about.document is not None
    paper = our_docx.render(about.document(desk, Request(2026, organisation_id=farmers, blank=True)))
    word = docx.Document(io.BytesIO(paper))
    for table in word.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        if {"Họ và tên", "Danh hiệu thi đua"} <= set(heads):
            table.rows[1].cells[1].text = "Nguyễn Văn Mẫu"
            table.rows[1].cells[heads.index("Danh hiệu thi đua")].text = "Chiến sĩ thi đua cơ sở"
            table.rows[1].cells[heads.index("Hình thức khen thưởng")].text = "Giấy khen"
        if "Tên sáng kiến, đề tài" in heads:
            table.rows[1].cells[heads.index("Tên sáng kiến, đề tài")].text = "Ủ phân hữu cơ"
            table.rows[1].cells[1].text = "Nguyễn Văn Mẫu"
        if "Tên phong trào" in heads:
            table.rows[1].cells[1].text = "Xã Ví Dụ chung sức"
        if "Nội dung cam kết" in heads:
            table.rows[1].cells[1].text = "Vận động quỹ 20 triệu đồng"
            table.rows[1].cells[heads.index("Chỉ tiêu")].text = "≥ 20 triệu đồng\n2 đợt"
    out = io.BytesIO()
    word.save(out)
    report = report_on(desk, SourceFile("bản word.docx", out.getvalue()))
    assert (report.organisation, report.how) == ("Hội Nông dân", "theo mã phiếu ở góc giấy")
    assert shown(report) == [
        ("lấy", "Nguyễn Văn Mẫu – Chiến sĩ thi đua cơ sở"),
        ("đã sửa", "Nguyễn Văn Mẫu – Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"),
        ("lấy", "Ủ phân hữu cơ – Nguyễn Văn Mẫu – cơ sở"),
        ("lấy", "Xã Ví Dụ chung sức"),
        ("lấy", "Vận động quỹ 20 triệu đồng – ≥ 20 triệu đồng; 2 đợt"),
    ]


def test_the_form_of_a_phase_filled_in_with_word_comes_back_by_its_code(desk, farmers):
    about = EXPORTS["progress-form"]
    assert about.document is not None
    word = docx.Document(io.BytesIO(our_docx.render(about.document(desk, Request(2026, organisation_id=farmers)))))
    table = next(one for one in word.tables if "Kết quả từ đầu năm" in [cell.text for cell in one.rows[0].cells])
    table.rows[1].cells[3].text = "4,5 ha"
    out = io.BytesIO()
    word.save(out)
    report = report_on(desk, SourceFile("bản word.docx", out.getvalue()))
    assert (report.organisation, report.kind, report.phase) == ("Hội Nông dân", "kết quả", "Đợt 1")
    assert shown(report) == [("lấy", "Trồng 5 ha rừng – 4,5")]
    assert not report.remarks


# What may be wrong with the file itself


def test_macros_are_not_run_and_are_told(desk, recipient):
    parts = unpacked(recipient().send().content)
    report = report_on(desk, SourceFile("phiếu.xlsm", packed(parts | {"xl/vbaProject.bin": b"macro"})))
    assert report.state == "ready"
    assert "Tệp có macro: macro không được chạy, chỉ lấy chữ và số." in report.remarks


WORKED_OUT = [
    (b"4.5", "corrected", "lấy kết quả đã tính"),
    (b"", "doubtful", "công thức chưa có kết quả: mở bằng Excel"),
]


@pytest.mark.parametrize(("result", "state", "told"), WORKED_OUT)
def test_a_formula_gives_what_it_came_to_and_is_told(desk, recipient, result, state, told):
    source = recipient("kết quả").type("Kết quả", {"F5": 4.5}).send()
    parts = unpacked(source.content)
    page = next(name for name in parts if b"<v>4.5</v>" in parts[name])
    parts[page] = parts[page].replace(b"<v>4.5</v>", b"<f>2+2.5</f><v>%s</v>" % result)
    (row,) = report_on(desk, SourceFile("phiếu.xlsx", packed(parts))).rows
    assert (row.state, row.text) == (state, "Trồng 5 ha rừng – 4,5" if result else "Trồng 5 ha rừng")
    assert told in " ".join(row.reasons)


def test_merged_cells_count_for_each_of_their_rows(desk, farmers):
    book = openpyxl.Workbook()
    page = book.active
    for row in (("Hội Nông dân",), HEAD, (1, "Nguyễn Văn Mẫu", "", "Lao động tiên tiến"), (2, "", "", "Bằng khen")):
        page.append(row)
    page.merge_cells("B3:B4")
    out = io.BytesIO()
    book.save(out)
    report = report_on(desk, SourceFile("gộp.xlsx", out.getvalue()))
    assert [row.text.split(" – ")[0] for row in report.rows] == ["Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"]
    assert "ô gộp" in report.remarks[0]


def test_a_password_a_picture_and_a_broken_file_are_refused_each_in_a_sentence(desk):
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    sources = [
        SourceFile("khóa.xlsx", locked),
        SourceFile("ảnh.jpg", b"\xff\xd8\xff" + b"\0" * 100),
        SourceFile("hỏng.xlsx", b"PK\x03\x04" + b"x" * 100),
        SourceFile("trống.xlsx", b""),
    ]
    reports = review(desk, 2026, returned(*sources))
    assert [one.state for one in reports] == ["refused"] * 4
    assert [one.problem.split(".")[0] for one in reports] == [
        "Tệp “khóa",
        "Tệp “ảnh",
        "Tệp “hỏng",
        "Tệp “trống",
    ]
    assert "có đặt mật khẩu" in reports[0].problem
    assert all("dữ liệu không thay đổi" in one.problem for one in reports)
    assert all("mở bằng Excel" in one.problem for one in reports[2:])


def _with_rows(source: SourceFile, rows: bytes) -> SourceFile:
    """The first page of the file with more rows at its end."""
    parts = unpacked(source.content)
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</sheetData>", rows + b"</sheetData>").replace(b"<dimension", b"<dimension", 1)
    return SourceFile(source.name, packed(parts))


def test_a_million_empty_rows_below_are_passed_over(desk, farmers):
    empty = b"".join(b'<row r="%d" ht="15" customHeight="1"/>' % number for number in range(10, 1_000_010))
    report = report_on(desk, _with_rows(plain_sheet(("Hội Nông dân",), HEAD, *PEOPLE), empty))
    assert len(report.rows) == 2


def test_a_letter_in_the_last_cell_of_a_page_does_not_take_all_memory(desk, farmers):
    stray = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    report = report_on(desk, _with_rows(plain_sheet(("Hội Nông dân",), HEAD, *PEOPLE), stray))
    assert len(report.rows) == 2
    assert report.remarks[0] == "Trang “Trang tính1” có ô ở tận dòng 1.048.576: chỉ đọc 20.000 dòng và 60 cột đầu."


def test_a_page_of_empty_cells_without_end_is_refused_in_a_sentence():
    source = plain_sheet(HEAD)
    filler = b'<row r="9">' + b'<c r="A9" s="1"/>' * 400_000 + b"</row>"
    bomb = _with_rows(source, filler * 25)
    with pytest.raises(KnownError, match="hàng triệu ô trống"):
        read_returned(bomb)


def test_five_thousand_people_are_taken_in_one_act(desk, farmers):
    people = [(number, f"Nguyễn Văn Mẫu {number}", "", "Lao động tiên tiến") for number in range(1, 5001)]
    report = report_on(desk, plain_sheet(("Hội Nông dân",), HEAD, *people))
    assert len(report.ticked) == 5000
    take(desk, 2026, report)
    assert len(_subjects(desk)) == 5000


def test_days_and_numbers_that_excel_made_of_texts_read_as_they_were_typed(desk, farmers):
    rows = [("Hội Nông dân",), HEAD, (1, "Lê Mẫu", 2026, "LĐTT"), (2, "Võ Mẫu", date(2026, 2, 5), "LĐTT")]
    report = report_on(desk, plain_sheet(*rows))
    assert [row.text.rsplit(" – ", 1)[1] for row in report.rows] == ["2026", "05/02/2026"]


def test_a_spreadsheet_that_is_no_form_says_what_is_missing(desk):
    report = report_on(desk, plain_sheet(("Thực đơn", "Giá"), ("Cơm", 30000)))
    assert report.state == "refused"
    assert report.problem.startswith(
        "Không thấy bảng nào của phiếu đăng ký, phiếu kết quả, bản giao ước trong tệp này."
    )


@pytest.mark.parametrize(
    ("head", "kind"), [(("Họ và tên", "Ngày sinh", "Chức vụ"), "people"), (("Tên tổ chức", "Loại"), "organisations")]
)
def test_a_list_for_the_directory_is_told_where_it_belongs(desk, head, kind):
    problem = report_on(desk, plain_sheet(head, tuple("Mẫu" for _ in head))).problem
    page = next(title for key, title, _ in PAGES if key == kind)
    assert f"Danh mục › {page}, " in problem and f"“{WORDS}”" in problem


def test_an_archive_of_files_is_named_as_one(desk):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("phiếu.txt", "x")
    assert "gói nén" in report_on(desk, SourceFile("tất cả.zip", out.getvalue())).problem


def test_an_earlier_name_of_the_organisation_counts_and_a_name_with_a_slip_is_asked(desk, farmers):
    with desk.file.act("thử"):
        records.insert(desk.file, "former_names", {"organisation_id": farmers, "name": "Hội Nông dân tập thể Mẫu"})
    rows = (HEAD, *PEOPLE)
    assert report_on(desk, plain_sheet(("Đơn vị: Hội nông dân tập thể mẫu",), *rows)).organisation == "Hội Nông dân"
    asked = report_on(desk, plain_sheet(("Đơn vị: Hội Nông dâm",), *rows))
    assert (asked.state, asked.remarks) == ("choose", ("Có thể là “Hội Nông dân”.",))


def test_a_table_of_people_with_their_unit_is_no_table_of_collectives(desk, farmers):
    head = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu")
    report = report_on(desk, plain_sheet(("Hội Nông dân",), head, (1, "Lê Mẫu", "Chi hội 1", "LĐTT")))
    assert [(row.table, row.text) for row in report.rows] == [("people", "Lê Mẫu – Lao động tiên tiến – Chi hội 1")]


def test_people_whose_names_differ_by_a_tone_are_two(desk, farmers):
    people = [(1, "Lê Thị Hà", "", "Lao động tiên tiến"), (2, "Lê Thị Hạ", "", "Lao động tiên tiến")]
    assert [row.state for row in report_on(desk, plain_sheet(("Hội Nông dân",), HEAD, *people)).rows] == ["taken"] * 2


def test_a_form_of_a_phase_that_the_plan_no_longer_has_is_refused(desk, farmers, recipient):
    source = recipient("kết quả").type("Kết quả", {"F5": 4}).send()
    phase = records.page(desk.file, "plan_phases")[0]
    with desk.file.act("thử"):
        records.update(desk.file, "plan_phases", int(phase["id"]), {"name": "Cả năm"})
    report = report_on(desk, source)
    assert (report.state, report.problem) == (
        "refused",
        "Phiếu này của “Đợt 1”, kế hoạch năm 2026 nay không còn đợt đó nên chưa nhận được.",
    )


def test_a_commitment_that_went_while_its_form_was_out_comes_back_only_by_a_tick(desk, farmers, recipient):
    source = recipient().send()
    with desk.file.act("thử"):
        records.delete(desk.file, "commitments", [int(records.page(desk.file, "commitments")[0]["id"])])
    (row,) = report_on(desk, source).rows
    assert (row.state, row.is_ticked) == ("doubtful", False)
    assert "đã bỏ khỏi sổ" in row.reasons[0]


def test_a_page_that_is_gone_from_the_form_is_told(desk, recipient):
    form = recipient()
    del form.book["Cam kết"]
    assert report_on(desk, form.send()).remarks == (
        "Trang “Cam kết” của phiếu không còn trong tệp hoặc đã mất dòng tên cột: không đọc được gì ở trang đó.",
    )


def test_a_row_copied_with_its_hidden_key_is_a_row_of_its_own(desk, farmers, recipient):
    first = recipient().type("Cá nhân", {"B5": "Lê Mẫu", "D5": "Lao động tiên tiến"}).send()
    take(desk, 2026, report_on(desk, first))
    again = recipient(name="lần 2.xlsx")
    page = again.book["Cá nhân"]
    again.type("Cá nhân", {"B6": "Võ Mẫu", "D6": "Lao động tiên tiến", "F6": page["F5"].value})
    again.saved = datetime(2026, 2, 5, 8, 0)
    assert page["F5"].value.startswith("t")
    report = report_on(desk, again.send())
    assert [(row.state, row.text) for row in report.rows[:2]] == [
        ("same", "Lê Mẫu – Lao động tiên tiến"),
        ("taken", "Võ Mẫu – Lao động tiên tiến"),
    ]
