"""Danh sách from a spreadsheet: who is new, who is there already, what is doubtful and why; one act, one undo."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.members.commune import Commune, everything
from tests.services.members.listing import mapped, review, shown, take, workbook
from thidua_desktop.domain.destinations import DIRECTORY, Destination
from thidua_desktop.domain.lists.report import NEW, NONE, answered
from thidua_desktop.domain.lists.rows import MappedList
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.exporting.archive import packed, unpacked
from thidua_desktop.importing.sheets.lists import read_list
from thidua_desktop.services import act_places, history
from thidua_desktop.services.members import list_import, posts
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace

HEAD = ("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Đơn vị")


def people(desk: Workspace) -> list[tuple[str, ...]]:
    """Name, sex, birth, position, organisation and note of everybody."""
    keys = registers.register("people").keys
    wanted = [keys.index(key) for key in ("full_name", "sex", "birth_date", "position", "organisation_id", "note")]
    return [tuple(row.cells[at] for at in wanted) for row in registers.page(desk, "people", order="", limit=-1)]


@pytest.fixture
def village(commune: Commune) -> Commune:
    """With three organisations."""
    for name in ("Thôn Đông", "Thôn Tây", "Hội Nông dân"):
        commune.organisation(name)
    return commune


def test_a_list_of_new_people_is_taken_and_taken_back(desk: Workspace, village: Commune) -> None:
    before = everything(desk)
    changes = take(
        desk,
        ("DANH SÁCH TRƯỞNG THÔN",),
        HEAD,
        (1, "Nguyễn Văn Mẫu", "Nam", date(1980, 2, 1), "Trưởng thôn", "Thôn Đông"),
        (2, "Bà Lê Thị Giả", "", "5/3/1975", "Phó trưởng thôn", "thôn tây"),
        (3, "VÕ VĂN THỬ", "nam", 1969, "", "Hội ND"),
        ("", "Tổng cộng: 3 người"),
        ("", "", "", "", "Ví Dụ, ngày 5 tháng 2 năm 2026"),
        ("", "NGƯỜI LẬP BIỂU", "", "", "CHỦ TỊCH"),
        ("", "Trần Mẫu", "", "", "Đỗ Mẫu"),
    )
    assert changes.text == "Nhập 3 cá nhân từ tệp “danh sách.xlsx”"
    assert people(desk) == [
        ("Lê Thị Giả", "nữ", "05/03/1975", "Phó trưởng thôn", "Thôn Tây", ""),
        ("Nguyễn Văn Mẫu", "nam", "01/02/1980", "Trưởng thôn", "Thôn Đông", ""),
        ("Võ Văn Thử", "nam", "", "", "Hội Nông dân", "Sinh năm 1969"),
    ]
    history.undo(desk)
    assert everything(desk) == before


def test_every_row_that_is_not_taken_says_why(desk: Workspace, village: Commune) -> None:
    village.person("Nguyễn Văn Mẫu", "Thôn Đông", birth_date="01/02/1980", position="Văn thư")
    reports = review(
        desk,
        HEAD,
        (1, "Nguyễn Văn Mẫu", "nam", "01/02/1980", "Công chức", "Thôn Đông"),
        (2, "Lê Thị Giả", "nam nữ", "31/02/1980", "", "Thôn Đông"),
        (3, "", "nam", "", "Văn thư", ""),
        (4, "Trần Văn Thử", "", "", "", "Thôn Xa"),
        (5, "Trần Văn Thử", "", "", "", "Thôn Đông"),
        (6, "Trần Văn Thử", "", "", "", "Thôn Đông"),
        (7, "Nguyễn Văn Mẫu", "", "", "Kế toán", ""),
        (8, "Hoa", "", "", "", "Thôn Tây"),
        ("", "Cộng"),
    )
    assert shown(reports) == [
        (2, "Nguyễn Văn Mẫu", "thay đổi"),
        (3, "Lê Thị Giả", "nghi ngờ"),
        (4, "nam Văn thư", "từ chối"),
        (5, "Trần Văn Thử", "nghi ngờ"),
        (6, "Trần Văn Thử", "mới"),
        (7, "Trần Văn Thử", "nghi ngờ"),
        (8, "Nguyễn Văn Mẫu", "nghi ngờ"),
        (9, "Hoa", "nghi ngờ"),
        (10, "Cộng", "bỏ qua"),
    ]
    assert [one.told for one in reports[0].differences] == [
        "Giới tính: (trống) → nam",
        "Chức vụ: Văn thư → Công chức",
    ]
    assert reports[1].reasons == (
        "Giới tính “nam nữ” không rõ là nam hay nữ; nếu lấy thì để trống.",
        "Ngày sinh “31/02/1980” không phải là ngày có thật; nếu lấy thì để trống, chép vào ghi chú.",
    )
    assert reports[3].reasons == ("Danh mục chưa có tổ chức “Thôn Xa”: chọn ở dưới.",)
    assert reports[5].reasons == ("Trùng với dòng 6; chỉ đánh dấu nếu là hai người khác nhau.",)
    assert reports[6].reasons == (
        "Có thể là người đã có (Nguyễn Văn Mẫu, sinh 01/02/1980, Văn thư, Thôn Đông): chọn ở dưới, rồi mới lấy được.",
    )
    assert not reports[6].can_be_taken


WHO = [
    # somebody there: Nguyễn Văn Hòa, 01/02/1980, Thôn Đông, number 001080000678
    ("Nguyễn Văn Hòa", "01/02/1980", "", "", "như đã có"),
    ("Nguyễn Văn Hoà", "01/02/1980", "Thôn Đông", "", "như đã có"),  # the tone stands elsewhere, nothing more
    ("NGUYỄN VĂN HÒA", "", "Thôn Đông", "", "như đã có"),
    ("Nguyễn Văn Hòa", "1980", "Thôn Đông", "", "như đã có"),
    ("Nguyễn Văn Hòa", "01/02/1980", "Thôn Tây", "", "thay đổi"),
    ("Nguyễn Văn Hòa", "", "Thôn Tây", "", "nghi ngờ"),
    ("Nguyễn Văn Hòa", "1981", "Thôn Đông", "", "nghi ngờ"),
    ("Nguyễn Văn Hòa", "02/02/1980", "Thôn Đông", "", "nghi ngờ"),
    ("Nguyễn Văn Hòa", "02/02/1980", "Thôn Tây", "", "mới"),
    ("Nguyễn Văn Hoa", "01/02/1980", "Thôn Tây", "", "nghi ngờ"),
    ("Nguyễn Văn Hoa", "", "Thôn Tây", "", "mới"),
    ("Nguyễn Văn Hòa", "", "Thôn Tây", "001080000678", "thay đổi"),
    ("Trần Văn Hòa", "", "Thôn Tây", "001080000678", "nghi ngờ"),
    ("Nguyễn Văn Hòa", "", "Thôn Đông", "001080000999", "mới"),
]


@pytest.mark.parametrize(("name", "born", "home", "number", "state"), WHO)
def test_who_somebody_of_the_list_is(
    desk: Workspace, village: Commune, name: str, born: str, home: str, number: str, state: str
) -> None:
    village.person("Nguyễn Văn Hòa", "Thôn Đông", birth_date="01/02/1980", identity_number="001080000678")
    head = ("Họ và tên", "Ngày sinh", "Đơn vị", "Số CCCD")
    (report,) = review(desk, head, (name, born, home, number))
    assert shown((report,)) == [(2, report.title, state)]
    if state == "mới" and name == "Nguyễn Văn Hòa":
        assert report.reasons[0].startswith("Cùng tên nhưng khác người: Nguyễn Văn Hòa, sinh 01/02/1980")


def test_the_clerk_says_who_it_is_and_which_organisation(desk: Workspace, village: Commune) -> None:
    there = village.person("Nguyễn Văn Mẫu", "Thôn Đông", position="Văn thư")
    rows = (
        HEAD,
        (1, "Nguyễn Văn Mẫu", "", "", "Kế toán", ""),
        (2, "Lê Thị Giả", "", "", "", "Thôn Xa"),
        (3, "Võ Thị Thử", "", "", "", "thôn  xa"),
    )
    first, second, _ = review(desk, *rows)
    assert first.questions[0].options == (
        (there, "Là Nguyễn Văn Mẫu, Văn thư, Thôn Đông"),
        (NEW, "Là người khác, thêm mới"),
    )
    assert [words for _, words in second.questions[0].options] == [
        *("Thêm tổ chức “Thôn Xa”", "Để trống, tên chép vào ghi chú"),
        *("Hội Nông dân", "Thôn Đông", "Thôn Tây"),
    ]
    take(desk, *rows, answers={("record", "2"): there, ("home", "thon xa"): NEW})
    assert [row[:1] + row[3:] for row in people(desk)] == [
        ("Lê Thị Giả", "", "Thôn Xa", ""),
        ("Nguyễn Văn Mẫu", "Kế toán", "Thôn Đông", ""),
        ("Võ Thị Thử", "", "Thôn Xa", ""),
    ]
    assert registers.page(desk, "organisations")[-1].cells[0] == "Thôn Xa"
    history.undo(desk)
    take(desk, *rows, answers={("record", "2"): NEW, ("home", "thon xa"): NONE})
    assert [row[0] for row in people(desk)].count("Nguyễn Văn Mẫu") == 2
    assert {row[5] for row in people(desk)} == {"", "Tổ chức ghi “Thôn Xa”", "Tổ chức ghi “thôn xa”"}


def test_one_answer_for_all_rows_whose_person_is_not_sure(desk: Workspace, village: Commune) -> None:
    for name in ("Nguyễn Văn Mẫu", "Lê Thị Giả"):
        village.person(name, "Thôn Đông")
    rows = (("Họ và tên", "Chức vụ"), ("Nguyễn Văn Mẫu", "Kế toán"), ("Lê Thị Giả", "Thủ quỹ"))
    listed = mapped(desk, workbook(*rows))
    reports = list_import.review(desk, listed)
    assert {one.state for one in reports} == {"doubtful"}
    there = answered({}, reports, as_new=False)
    assert [one.state for one in list_import.review(desk, listed, there)] == ["changed", "changed"]
    new = answered({}, reports, as_new=True)
    assert [one.state for one in list_import.review(desk, listed, new)] == ["new", "new"]


def test_the_same_list_again_changes_nothing(desk: Workspace, village: Commune) -> None:
    rows = (
        (*HEAD, "Ghi chú", "Đảng viên", "CCCD"),
        (1, "Nguyễn Văn Mẫu", "Nam", date(1980, 2, 1), "Trưởng thôn", "Thôn Đông", "giỏi", "x", "001080000678"),
        (2, "Lê Thị Giả", "Nữ", 1975, "", "Thôn Tây", "", "", 79_075_000_123),
    )
    take(desk, *rows)
    assert {one.state for one in review(desk, *rows)} == {"same"}


def test_sex_and_birth_in_two_columns_and_names_of_groups_above_their_rows(desk: Workspace, village: Commune) -> None:
    take(
        desk,
        ("STT", "Họ", "Tên", "Năm sinh", "", "Chức vụ"),
        ("", "", "", "Nam", "Nữ", ""),
        ("I", "Thôn Đông (2 người)", "", "", "", ""),
        (1, "Nguyễn Văn", "Mẫu", "01/02/1980", "", "Trưởng thôn"),
        (2, "Lê Thị", "Giả", "", 1975, "Phó trưởng thôn"),
        ("II", "HỘI NÔNG DÂN", "", "", "", ""),
        (3, "Võ Văn", "Thử", datetime(1990, 5, 6), "", "Chủ tịch"),
    )
    assert people(desk) == [
        ("Lê Thị Giả", "nữ", "", "Phó trưởng thôn", "Thôn Đông", "Sinh năm 1975"),
        ("Nguyễn Văn Mẫu", "nam", "01/02/1980", "Trưởng thôn", "Thôn Đông", ""),
        ("Võ Văn Thử", "nam", "06/05/1990", "Chủ tịch", "Hội Nông dân", ""),
    ]


def test_position_and_organisation_in_one_cell_are_parted(desk: Workspace, village: Commune) -> None:
    rows = review(
        desk,
        ("TT", "Họ tên", "Chức vụ, đơn vị công tác"),
        (1, "Nguyễn Văn Mẫu", "Trưởng thôn, Thôn Đông"),
        (2, "Lê Thị Giả", "Chủ tịch Hội Nông dân"),
        (3, "Võ Văn Thử", "Trưởng thôn - Thôn Xa"),
        (4, "Đỗ Văn Mẫu", "Nông dân"),
    )
    assert [one.values.get("position") for one in rows] == ["Trưởng thôn", "Chủ tịch", "Trưởng thôn", "Nông dân"]
    assert [one.state for one in rows] == ["new", "new", "doubtful", "new"]
    assert rows[1].reasons == ("Tách chức vụ “Chủ tịch”, tổ chức “Hội Nông dân”.",)


CELLS = [
    ("Đảng viên", "x", "party_member", True, ()),
    ("Ngày vào Đảng", "03/02/2010", "party_member", True, ("“Đảng viên” ghi “03/02/2010”, hiểu là có",)),
    ("Đảng viên", "chờ kết nạp", "party_member", None, ("“chờ kết nạp” ở cột “Đảng viên” không rõ",)),
    ("Số CCCD", 1_080_000_678, "identity_number", "001080000678", ("Số định danh bị Excel bỏ số 0",)),
    ("Số CCCD", "001 080 000 678", "identity_number", "001080000678", ()),
    ("Số CCCD", "12345", "identity_number", "12345", ("Số định danh có 5 chữ số",)),
    ("Đối tượng", "Nông dân", "person_class", "nông dân", ()),
    ("Đối tượng", "Công chức", "person_class", "công chức, viên chức", ("“Công chức” ở cột “Đối tượng” hiểu là",)),
    ("Đối tượng", "thương gia", "person_class", "thương gia", ("“thương gia” không có trong các lựa chọn",)),
    ("Ngày tuyển dụng", "1/9/2015", "employed_on", "2015-09-01", ()),
    ("Ngày tuyển dụng", 2015, "employed_on", None, ("“2015” không đủ ngày, tháng",)),
    ("Ngày sinh", "5/3/75", "birth_date", "1975-03-05", ("“5/3/75” đọc là ngày 05/03/1975.",)),
    ("Ngày sinh", "5/3/05", "birth_date", "2005-03-05", ("Ngày sinh “5/3/05” viết năm hai chữ số",)),
    ("Ngày sinh", 29_252, "birth_date", "1980-02-01", ("29252 là cách Excel đếm ngày, đọc là 01/02/1980.",)),
    ("Ngày sinh", "05/1975", "birth_date", None, ("Chỉ biết năm sinh “05/1975”",)),
    ("Ngày sinh", date(2025, 1, 1), "birth_date", "2025-01-01", ("Năm sinh 2025 không hợp lý",)),
    ("Đoàn, hội", "Hội Phụ nữ; Công đoàn", "unions", "Hội Phụ nữ; Công đoàn", ()),
]


@pytest.mark.parametrize(("heading", "cell", "key", "value", "reasons"), CELLS)
def test_what_stands_in_a_cell(
    desk: Workspace, heading: str, cell: object, key: str, value: object, reasons: tuple[str, ...]
) -> None:
    (report,) = review(desk, ("Họ và tên", heading), ("Nguyễn Văn Mẫu", cell))
    assert report.values.get(key) == value
    assert len(report.reasons) == len(reasons)
    for said, wanted in zip(report.reasons, reasons, strict=True):
        assert said.startswith(wanted)


def test_another_post_from_a_day_on_keeps_the_one_before(desk: Workspace, village: Commune) -> None:
    there = village.person("Nguyễn Văn Mẫu", "Thôn Đông", position="Trưởng thôn", birth_date="01/02/1980")
    village.person("Lê Thị Giả", "Thôn Đông", birth_date="02/02/1980")
    head = ("Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị")
    rows = (
        head,
        ("Nguyễn Văn Mẫu", "01/02/1980", "Chủ tịch", "Hội ND"),
        ("Lê Thị Giả", "02/02/1980", "Văn thư", "Thôn Đông"),
    )
    listed = mapped(desk, workbook(*rows))
    reports = list_import.review(desk, listed)
    assert [one.changes_post for one in reports] == [True, False], "a post where there was none is no change of it"
    list_import.take(desk, listed, reports, since=date(2026, 1, 1))
    now, before = posts.posts(desk, there)
    assert (now.position, now.organisation) == ("Chủ tịch", "Hội Nông dân")
    assert (before.words, before.days) == ("Trưởng thôn, Thôn Đông", "đến 31/12/2025")
    assert len(village.rows("person_posts")) == 1
    assert act_places.undo_place(desk).destination.tab == DIRECTORY
    history.undo(desk)
    list_import.take(desk, listed, reports)
    assert (len(village.rows("person_posts")), people(desk)[1][3]) == (0, "Chủ tịch")
    assert act_places.undo_place(desk).destination == Destination(DIRECTORY, "people")


def test_a_formula_is_told_also_one_without_a_result(desk: Workspace) -> None:
    source = workbook(("STT", "Họ và tên", "Chức vụ"), ("=ROW()-1", "Nguyễn Văn Mẫu", '="Văn"&" thư"'))
    (report,) = list_import.review(desk, mapped(desk, source))
    assert report.reasons == ("Ô “Chức vụ” là công thức chưa có kết quả, coi như để trống.",)
    parts = unpacked(source.content)
    page = next(name for name in parts if b"&amp;" in parts[name])
    parts[page] = parts[page].replace(b"<v></v>", b"<v>V\xc4\x83n th\xc6\xb0</v>").replace(b"<v />", b"<v>x</v>")
    worked_out = SourceFile("tính.xlsx", packed(parts))
    (report,) = list_import.review(desk, mapped(desk, worked_out))
    assert report.reasons == ("Ô “Chức vụ” là công thức; lấy kết quả đã tính.",)
    assert report.values["position"] in ("Văn thư", "x")


def test_merged_cells_a_million_empty_rows_and_macros(desk: Workspace, village: Commune) -> None:
    book = openpyxl.Workbook()
    for row in (("STT", "Họ và tên", "Đơn vị"), (1, "Nguyễn Văn Mẫu", "Thôn Đông"), (2, "Lê Thị Giả", None)):
        book.active.append(row)
    book.active.merge_cells("C2:C3")
    out = io.BytesIO()
    book.save(out)
    parts = unpacked(out.getvalue())
    page = "xl/worksheets/sheet1.xml"
    empty = b"".join(b'<row r="%d" ht="15" customHeight="1"/>' % number for number in range(10, 1_000_010))
    parts[page] = parts[page].replace(b"</sheetData>", empty + b"</sheetData>")
    source = SourceFile("gộp.xlsm", packed(parts | {"xl/vbaProject.bin": b"macro"}))
    remarks = read_list(source).remarks
    assert remarks[0] == "Tệp có macro: macro không được chạy, chỉ lấy chữ và số."
    assert "ô gộp" in remarks[1]
    reports = list_import.review(desk, mapped(desk, source))
    assert [one.content for one in reports] == ["Thôn Đông", "Thôn Đông"]


def test_a_list_in_letters_of_before_unicode(desk: Workspace) -> None:
    rows = (
        ("Hä vµ tªn", "Chøc vô"),
        ("NguyÔn V¨n MÉu", "V¨n th­ ñy ban nh©n d©n x·"),
        ("TrÇn ThÞ Thö", "C¸n bé v¨n hãa th«ng tin x·"),
    )
    source = workbook(*rows)
    assert "TCVN3" in read_list(source).remarks[0]
    assert shown(list_import.review(desk, mapped(desk, source))) == [
        (2, "Nguyễn Văn Mẫu", "mới"),
        (3, "Trần Thị Thử", "mới"),
    ]


def test_a_column_the_program_does_not_know_may_go_to_the_note(desk: Workspace) -> None:
    listed = mapped(desk, workbook(("Họ và tên", "Quê quán"), ("Nguyễn Văn Mẫu", "tỉnh Mẫu")))
    assert listed.keys == ("full_name", "")
    other = MappedList("people", listed.file_name, listed.grid, listed.headings, ("full_name", "to_note"))
    list_import.take(desk, other, list_import.review(desk, other))
    assert people(desk)[0][5] == "Quê quán: tỉnh Mẫu"
    again = mapped(desk, workbook(("HỌ VÀ TÊN", "Quê quán"), ("Lê Thị Giả", "tỉnh Giả")))
    assert again.keys == ("full_name", "to_note"), "what the columns meant is remembered"
    history.undo(desk)
    assert mapped(desk, workbook(("Họ và tên", "Quê quán"), ("Lê Thị Giả", ""))).keys == ("full_name", "")


# Organisations


def organisations(desk: Workspace, *keys: str) -> list[tuple[str, ...]]:
    every = registers.register("organisations").keys
    wanted = [every.index(key) for key in keys]
    return [tuple(row.cells[at] for at in wanted) for row in registers.page(desk, "organisations", limit=-1)]


def test_a_list_of_organisations(desk: Workspace, village: Commune) -> None:
    rows = (
        ("DANH SÁCH CƠ QUAN, ĐƠN VỊ",),
        ("STT", "Tên đơn vị", "Người đứng đầu", "Điện thoại", "Trực thuộc"),
        (1, "Trường Tiểu học Mẫu", "Lê Thị Giả", "0900 000 001", ""),
        (2, "Tổ Văn phòng", "", "", "Trường Tiểu học Mẫu"),
        (3, "Hội ND", "Võ Văn Thử", "", ""),
        (4, "Thôn Đôn", "", "", ""),
        (5, "Trường tiểu học Mẫu", "", "", ""),
    )
    reports = review(desk, *rows, kind="organisations")
    assert shown(reports) == [
        (3, "Trường Tiểu học Mẫu", "mới"),
        (4, "Tổ Văn phòng", "mới"),
        (5, "Hội ND", "thay đổi"),
        (6, "Thôn Đôn", "nghi ngờ"),
        (7, "Trường tiểu học Mẫu", "từ chối"),
    ]
    assert reports[0].reasons == ("Loại “Trường học” hiểu theo tên.",)
    assert reports[2].reasons == ("“Hội ND” là “Hội Nông dân” đã có; tên giữ nguyên.",)
    take(desk, *rows, kind="organisations", answers={("record", "6"): NEW})
    assert organisations(desk, "name", "head", "contact", "parent_id", "must_register") == [
        ("Thôn Đông", "", "", "", "có"),
        ("Thôn Tây", "", "", "", "có"),
        ("Hội Nông dân", "Võ Văn Thử", "", "", "có"),
        ("Trường Tiểu học Mẫu", "Lê Thị Giả", "0900 000 001", "", "có"),
        ("Tổ Văn phòng", "", "", "Trường Tiểu học Mẫu", "có"),
        ("Thôn Đôn", "", "", "", "có"),
    ]
    assert {one.state for one in review(desk, *rows[:5], kind="organisations")} == {"same"}


def test_names_of_groups_are_no_organisations(desk: Workspace) -> None:
    rows = (
        ("STT", "Tên đơn vị", "Điện thoại"),
        ("I", "KHỐI CƠ QUAN", ""),
        (1, "Trạm Y tế", ""),
        ("II", "KHỐI THÔN", ""),
        (2, "Thôn Nam", ""),
    )
    assert [state for _, _, state in shown(review(desk, *rows, kind="organisations"))] == ["bỏ qua", "mới"] * 2
    romans = (("STT", "Tên đơn vị", "Điện thoại"), ("I", "Trạm Y tế", ""), ("II", "Thôn Nam", ""))
    assert [state for _, _, state in shown(review(desk, *romans, kind="organisations"))] == ["mới", "mới"]


# Many, and any


def test_five_thousand_people_are_reviewed_and_taken_in_one_act(desk: Workspace, village: Commune) -> None:
    names = [f"{a} {b} {c} {d}" for a in SURNAMES for b in MIDDLE for c in MIDDLE for d in GIVEN][:5000]
    listed = mapped(desk, workbook(HEAD, *((n, name, "nam", 1980, "", "Thôn Đông") for n, name in enumerate(names, 1))))
    reports = list_import.review(desk, listed)
    act = list_import.taking(desk, listed, reports)
    steps = 0
    while not act.step(0.2):
        steps += 1
    assert steps and len(people(desk)) == len(names) == 5000
    history.undo(desk)
    assert people(desk) == []
    act = list_import.taking(desk, listed, reports)
    act.step(0.01)
    act.cancel()
    assert people(desk) == []


SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ")
MIDDLE = ("Văn", "Thị", "Đức", "Ngọc", "Minh", "Quang", "Thu")
GIVEN = ("Mẫu", "Giả", "Thử", "Ví", "Dụ", "An", "Bình", "Chi", "Dũng", "Em", "Giang")

WORDS = st.sampled_from((*SURNAMES, *MIDDLE, *GIVEN))
PERSON = st.fixed_dictionaries(
    {
        "full_name": st.lists(WORDS, min_size=2, max_size=5).map(" ".join),
        "sex": st.sampled_from(("", "nam", "nữ")),
        "birth_date": st.dates(date(1930, 1, 1), date(2008, 12, 31)).map(lambda day: f"{day:%d/%m/%Y}"),
        "position": st.sampled_from(("", "Văn thư", "Trưởng thôn; Bí thư chi bộ")),
        "organisation_id": st.sampled_from(("", "Thôn Đông", "Thôn Tây")),
        "party_member": st.sampled_from(("có", "không")),
        "identity_number": st.from_regex(r"0[0-9]{11}", fullmatch=True),
        "note": st.sampled_from(("", "giỏi, chăm", "ở thôn 5")),
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(
    everybody=st.lists(
        PERSON, min_size=1, max_size=6, unique_by=(lambda one: one["identity_number"], lambda one: one["full_name"])
    )
)
def test_a_plain_sheet_of_people_is_read_back_equal(
    desk: Workspace, village: Commune, everybody: list[dict[str, str]]
) -> None:
    register = registers.register("people")
    keys = list(everybody[0])
    rows = [[one[key] for key in keys] for one in everybody]
    sheet = [tuple(register.column(key).heading for key in keys), *map(tuple, rows)]
    take(desk, *sheet)
    shown_rows = registers.page(desk, "people", limit=-1)
    again = review(desk, *sheet)
    history.undo(desk)
    told = [at for at, key in enumerate(keys) if key != "identity_number"]
    stored = [[row.cells[register.keys.index(keys[at])] for at in told] for row in shown_rows]
    assert sorted(stored) == sorted([row[at] for at in told] for row in rows)
    assert {one.state for one in again} == {"same"}


UNIT = st.fixed_dictionaries(
    {
        "name": st.lists(WORDS, min_size=1, max_size=3).map(lambda words: " ".join(("Chi hội", *words))),
        "short_name": st.sampled_from(("", "CH")),
        "kind": st.sampled_from(("Hội quần chúng", "Khác", "loại riêng của xã")),
        "head": st.sampled_from(("", "Nguyễn Văn Mẫu")),
        "contact": st.sampled_from(("", "0900 000 001")),
        "must_register": st.sampled_from(("có", "không")),
        "active_from": st.sampled_from(("", "2020")),
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(every=st.lists(UNIT, min_size=1, max_size=5, unique_by=lambda one: fold(one["name"])))
def test_a_plain_sheet_of_organisations_is_read_back_equal(desk: Workspace, every: list[dict[str, str]]) -> None:
    register, keys = registers.register("organisations"), tuple(every[0])
    rows = [tuple(one[key] for key in keys) for one in every]
    listed = mapped(desk, workbook(tuple(register.column(key).heading for key in keys), *rows), "organisations")
    reports = list_import.review(desk, listed)
    new = {("record", str(one.number)): NEW for one in reports}  # names that are much alike are asked about
    reports = list_import.review(desk, listed, new)
    list_import.take(desk, listed, reports, {one.number for one in reports})
    stored = organisations(desk, *keys)
    history.undo(desk)
    assert sorted(stored) == sorted(rows)
