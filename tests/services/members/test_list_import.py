"""Danh sách from a spreadsheet: who is new, who is there already, what is doubtful and why; one act, one undo."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.services.members.commune import Commune, everything
from tests.services.members.listing import HEAD, mapped, organisations, people, review, shown, take, workbook
from thidua_desktop.domain.destinations import DIRECTORY, Destination
from thidua_desktop.domain.lists.report import NEW, NONE, answered
from thidua_desktop.domain.lists.rows import MappedList
from thidua_desktop.services import act_places, history
from thidua_desktop.services.members import list_import, posts
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace


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


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        (("", ""), ("", ""), "nghi ngờ"),
        (("", "Thôn Đông"), ("", ""), "nghi ngờ"),
        (("", "Thôn Đông"), ("", "Thôn Tây"), "mới"),
        (("1980", ""), ("1990", ""), "mới"),
        (("01/02/1980", ""), ("05/06/1980", ""), "mới"),
    ],
)
def test_two_of_one_name_in_a_list_are_told_unless_something_says_that_they_are_two(
    desk: Workspace, village: Commune, first: tuple[str, str], second: tuple[str, str], state: str
) -> None:
    rows = [("Võ Văn Thử", born, home) for born, home in (first, second)]
    reports = review(desk, ("Họ và tên", "Ngày sinh", "Đơn vị"), *rows)
    assert [one[2] for one in shown(reports)] == ["mới", state]


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
    ("Nguyen Van Hoa", "01/02/1980", "Thôn Đông", "001080000678", "như đã có"),  # the better written name stays
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
    take(desk, *rows, answers={("record", "2"): there, ("home", "thôn xa"): NEW})
    assert [row[:1] + row[3:] for row in people(desk)] == [
        ("Lê Thị Giả", "", "Thôn Xa", ""),
        ("Nguyễn Văn Mẫu", "Kế toán", "Thôn Đông", ""),
        ("Võ Thị Thử", "", "Thôn Xa", ""),
    ]
    assert registers.page(desk, "organisations")[-1].cells[0] == "Thôn Xa"
    history.undo(desk)
    take(desk, *rows, answers={("record", "2"): NEW, ("home", "thôn xa"): NONE})
    assert [row[0] for row in people(desk)].count("Nguyễn Văn Mẫu") == 2
    assert {row[5] for row in people(desk)} == {"", "Tổ chức ghi “Thôn Xa”", "Tổ chức ghi “thôn xa”"}


def test_a_new_organisation_written_three_ways_is_added_once(desk: Workspace, village: Commune) -> None:
    names = ("Thôn Xa", "thôn xa xã Ví Dụ", "Thôn - Xa")
    rows = (
        ("Họ và tên", "Đơn vị"),
        *((f"Lê Thị {n}", name) for n, name in zip(("Giả", "Thử", "Mẫu"), names, strict=True)),
    )
    take(desk, *rows, answers={("home", name.lower()): NEW for name in names})
    assert {row[4] for row in people(desk)} == {"Thôn Xa"}
    listed = (("Tên đơn vị", "Điện thoại"), ("Thôn Mới", ""), ("Thôn - Mới", ""))
    assert [state for _, _, state in shown(review(desk, *listed, kind="organisations"))] == ["mới", "từ chối"]


def test_names_that_differ_in_marks_are_two_organisations(desk: Workspace, village: Commune) -> None:
    rows = (
        ("Họ và tên", "Đơn vị"),
        ("Lê Thị Giả", "Thôn Đồng"),
        ("Võ Văn Thử", "Thôn Hà"),
        ("Trần Văn Thử", "Thôn Hạ"),
    )
    reports = review(desk, *rows)
    assert reports[0].reasons == ("“Thôn Đồng” có thể là “Thôn Đông”: chọn ở dưới.",)
    take(desk, *rows, answers={("home", name): NEW for name in ("thôn đồng", "thôn hà", "thôn hạ")})
    assert [row[4] for row in people(desk)] == ["Thôn Đồng", "Thôn Hạ", "Thôn Hà"]
    listed = (("Tên đơn vị", "Điện thoại"), ("Thôn Mới", 912000112), ("Thôn Mơi", ""))
    new = review(desk, *listed, kind="organisations")
    assert [state for _, _, state in shown(new)] == ["mới", "mới"]
    assert "0912000112" in new[0].content and "bỏ số 0 ở đầu" in new[0].reasons[0]


def test_the_list_of_another_former_commune_is_not_taken_for_what_is_there(desk: Workspace, village: Commune) -> None:
    village.organisation("Hội Phụ nữ xã Một")
    reports = review(desk, ("Tên đơn vị", "Điện thoại"), ("Hội Phụ nữ xã Hai", "0900"), kind="organisations")
    assert reports[0].reasons == ("Có thể là “Hội Phụ nữ xã Một” đã có: chọn ở dưới, rồi mới lấy được.",)
    rows = (("Họ và tên", "Đơn vị"), ("Lê Thị Giả", "Hội Phụ nữ xã Hai"), ("Võ Văn Thử", "Hội Phụ nữ xã Ba"))
    take(desk, *rows, answers={("home", f"hội phụ nữ xã {name}"): NEW for name in ("hai", "ba")})
    assert [row[4] for row in people(desk)] == ["Hội Phụ nữ xã Hai", "Hội Phụ nữ xã Ba"]


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
    (
        "Số CCCD",
        "12345",
        "identity_number",
        "12345",
        ("Số định danh có 5 chữ số (số định danh cá nhân có 12 và số chứng minh nhân dân cũ có 9): kiểm tra lại.",),
    ),
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
