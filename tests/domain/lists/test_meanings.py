"""The headings of lists as offices write them, and what each column is taken for."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.lists.headings import find_headings
from thidua_desktop.domain.lists.meanings import meanings, propose
from thidua_desktop.domain.sheets.returned import Grid

PEOPLE = [
    (
        "STT|Họ và tên|Giới tính|Ngày sinh|Chức vụ|Đơn vị công tác|Ghi chú",
        "|full_name|sex|birth_date|position|organisation_id|note",
    ),
    ("TT|Họ|Tên|Năm sinh|Chức danh|Nơi công tác", "|family_name|given_name|birth_date|position|organisation_id"),
    ("Số TT|Họ tên cán bộ|Nam|Nữ|Chức vụ hiện nay|Phòng ban", "|full_name|male|female|position|organisation_id"),
    (
        "STT|Họ và tên|Năm sinh – Nam|Năm sinh – Nữ|Chức vụ, đơn vị công tác|Danh hiệu đề nghị",
        "|full_name|male|female|position_and_organisation|",
    ),
    (
        "STT|HỌ VÀ TÊN|NGÀY, THÁNG, NĂM SINH|SỐ CCCD|ĐẢNG VIÊN|ĐƠN VỊ",
        "|full_name|birth_date|identity_number|party_member|organisation_id",
    ),
    (
        "STT|Tên gọi (Ông/Bà)|Họ và tên (1)|Chức vụ (2)|Cơ quan, đơn vị (3)|Phân loại đối tượng",
        "|addressed_as|full_name|position|organisation_id|person_class",
    ),
    (
        "Mã|Họ tên|Phái|Sinh ngày|Số CMND/CCCD|Ngày vào Đảng|Ngày tuyển dụng",
        "|full_name|sex|birth_date|identity_number|party_member|employed_on",
    ),
    (
        "TT|Họ và tên đệm|Tên|Nam/Nữ|Ngày tháng năm sinh|Chi hội|Đoàn, hội|Quê quán",
        "|family_name|given_name|sex|birth_date|organisation_id|unions|",
    ),
    (
        "STT|Họ và tên cán bộ, công chức, viên chức|Chức vụ công tác|Đơn vị công tác hiện nay|Ngày vào ngành|Năm",
        "|full_name|position|organisation_id|started_on|",
    ),
    ("STT|Họ và|tên|Ngày sinh|Đơn vị", "|family_name|given_name|birth_date|organisation_id"),
    ("STT|Ten ca nhan|Nghe nghiep|Thon|Ghi chu", "|full_name|position|organisation_id|note"),
    (
        "Họ và tên\n(viết chữ in hoa)|Giới|Ngày bổ nhiệm|CCCD|Vị trí việc làm",
        "|".join(("full_name", "sex", "started_on", "identity_number", "position")),
    ),
    ("TT|Họ tên|Số điện thoại|Dân tộc|Trình độ|Thôn, tổ dân phố", "|full_name||||organisation_id"),
    (
        "STT|Họ và tên đảng viên|Ngày, tháng, năm sinh|Bí danh|Chức danh, đơn vị công tác",
        "|".join(("", "full_name", "birth_date", "", "position_and_organisation")),
    ),
]
ORGANISATIONS = [
    ("STT|Tên đơn vị|Họ tên thủ trưởng|Chức vụ|Điện thoại|Ghi chú", "|name|head|head_position|contact|"),
    ("TT|Thôn, tổ dân phố|Trưởng thôn|Số điện thoại", "|name|head|contact"),
    ("STT|TÊN CƠ QUAN, ĐƠN VỊ|VIẾT TẮT|LOẠI HÌNH|TRỰC THUỘC", "|name|short_name|kind|parent_id"),
    (
        "Số TT|Tổ chức thành viên|Họ và tên người đứng đầu|Chức danh|Đơn vị cấp trên",
        "|name|head|head_position|parent_id",
    ),
    ("STT|Tên trường|Hiệu trưởng|SĐT|Theo năm học", "|name|head|contact|by_school_year"),
]


@pytest.mark.parametrize(("headings", "keys"), PEOPLE)
def test_columns_of_a_list_of_people(headings: str, keys: str) -> None:
    assert "|".join(propose("people", headings.split("|"))) == keys


@pytest.mark.parametrize(("headings", "keys"), ORGANISATIONS)
def test_columns_of_a_list_of_organisations(headings: str, keys: str) -> None:
    assert "|".join(propose("organisations", headings.split("|"))) == keys


def test_every_heading_of_the_register_itself_is_known() -> None:
    for kind in ("people", "organisations"):
        for one in meanings(kind):
            if one.key and one.written and one.key not in ("male", "female", "addressed_as"):
                assert propose(kind, [one.title])[0] == one.key, one.title


def sheet(*rows: tuple[object, ...]) -> Grid:
    return Grid("Trang tính1", tuple(tuple(cell or None for cell in row) for row in rows))


def found(grid: Grid, kind="people") -> tuple[int, int, str]:
    heads = find_headings(grid, kind)
    assert heads is not None
    return heads.row, heads.first, "|".join(propose(kind, heads.texts, heads.samples))


def test_titles_above_and_the_numbers_of_the_columns_are_passed_over() -> None:
    grid = sheet(
        ("ỦY BAN NHÂN DÂN XÃ VÍ DỤ",),
        ("DANH SÁCH CÁN BỘ, CÔNG CHỨC NĂM 2026",),
        ("(Kèm theo Công văn số 12/UBND ngày 5 tháng 3 năm 2026)",),
        (),
        ("STT", "Họ và tên", "Năm sinh", "Chức vụ"),
        ("(1)", "(2)", "(3)", "(4)"),
        (1, "Nguyễn Văn Mẫu", 1980, "Văn thư"),
    )
    assert found(grid) == (4, 6, "|full_name|birth_date|position")


def test_headings_in_two_rows_are_one() -> None:
    grid = sheet(
        ("DANH SÁCH",),
        ("STT", "Họ và tên", "Năm sinh", "", "Đơn vị"),
        ("STT", "Họ và tên", "Nam", "Nữ", "Đơn vị"),
        (1, "Nguyễn Văn Mẫu", 1980, "", "Thôn Đông"),
    )
    assert found(grid) == (1, 3, "|full_name|male|female|organisation_id")
    blank_below = sheet(
        ("STT", "Họ và tên", "Giới tính", "", "Đơn vị"),
        ("", "", "Nam", "Nữ", ""),
        (1, "Nguyễn Văn Mẫu", "x", "", "Thôn Đông"),
    )
    assert found(blank_below) == (0, 2, "|full_name|male|female|organisation_id")


def test_the_first_person_is_no_second_row_of_headings() -> None:
    grid = sheet(("Họ và tên", "Chức vụ"), ("Lê Văn Mẫu", "Văn thư"), ("Võ Thị Giả", "Thủ quỹ"))
    assert found(grid) == (0, 1, "full_name|position")


def test_a_name_in_two_columns_under_one_heading() -> None:
    grid = sheet(
        ("STT", "Họ và tên", "", "Chức vụ"), (1, "Nguyễn Văn", "Mẫu", "Văn thư"), (2, "Lê Thị", "Giả", "Thủ quỹ")
    )
    assert found(grid)[2] == "|family_name|given_name|position"


def test_a_sheet_that_names_nobody_has_no_headings() -> None:
    assert find_headings(sheet(("Thực đơn", "Giá"), ("Cơm", 30_000)), "people") is None
    assert find_headings(sheet(), "people") is None
