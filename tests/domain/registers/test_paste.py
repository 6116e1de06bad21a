"""Blocks from a spreadsheet."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.registers.catalogue import REGISTERS
from thidua_desktop.domain.registers.paste import PastedBlock, read_block, refused_rows
from thidua_desktop.domain.registers.paste_levels import heads_a_field, level_key

PEOPLE = REGISTERS["people"]
TARGETS = REGISTERS["plan_targets"]


def grid(text):
    return [line.split("\t") for line in text.split("\n")]


def names_of(kind):
    return {7: "Hội Nông dân"}


def test_a_heading_line_says_which_column_is_which():
    block = read_block(PEOPLE, grid("STT\tHO TEN\tNgày sinh\tĐơn vị\r\n1\tNguyễn Văn Mẫu\t05/02/1980\tHội Nông dân\n"))
    assert block == PastedBlock(
        ("full_name", "birth_date", "organisation_id"),
        (("Nguyễn Văn Mẫu", "05/02/1980", "Hội Nông dân"),),
        had_heading=True,
        left_out=("STT",),
    )


def test_without_heading_cells_fill_from_the_chosen_column_on():
    block = read_block(PEOPLE, grid("nam\t05/02/1980\n\nnữ\t\n"), "sex")
    assert block.columns == ("sex", "birth_date")
    assert block.rows == (("nam", "05/02/1980"), ("nữ", ""))


def test_cells_past_the_last_column_are_told():
    assert read_block(PEOPLE, grid("đi học\tthừa"), "note").left_out == ("",)


def test_a_unit_column_joins_its_figure():
    block = read_block(TARGETS, grid("Chỉ tiêu\tĐVT\tKế hoạch\nThu nhập\ttriệu đồng\t60\nBảo hiểm y tế\t%\t≥ 95%\n"))
    assert block.columns == ("indicator", "values")
    assert block.rows == (("Thu nhập", "60 triệu đồng"), ("Bảo hiểm y tế", "≥ 95%"))


def test_refused_rows_have_number_and_reason():
    block = read_block(
        PEOPLE,
        grid(
            "Họ tên\tNgày sinh\tTổ chức\nTrần Thị Mẫu\t31/02/1980\t\n\t01/01/1990\t\nLê Văn Mẫu\t\tHội Lạ\nÂu Thị Mẫu\t\thoi nong dan"
        ),
    )
    assert refused_rows(PEOPLE, block, names_of) == [
        (1, "Ngày sinh: “31/02/1980” không phải là ngày có thật."),
        (2, "Ô “Họ và tên” không được để trống."),
        (3, "Tổ chức: Chưa có “Hội Lạ” trong danh mục."),
    ]


def test_a_row_may_belong_to_one_above_it_in_the_block():
    block = read_block(
        REGISTERS["organisations"], grid("Tên tổ chức\tTrực thuộc\nTrường A\t\nTổ Toán\ttruong a\nTổ Văn\tTrường B")
    )
    refused = refused_rows(REGISTERS["organisations"], block, names_of)
    assert refused == [(3, "Trực thuộc: Chưa có “Trường B” trong danh mục.")]


def test_nothing_pasted_is_nothing():
    assert read_block(PEOPLE, grid(" \n\t\n")).rows == ()


def test_each_level_that_assigns_has_a_column_of_its_own_in_spreadsheets():
    block = read_block(
        TARGETS,
        grid(
            "STT\tChỉ tiêu\tĐVT\tThực hiện 2025\tHuyện giao\tHĐND xã giao năm 2026\tĐơn vị thực hiện\n"
            "1\tTrồng rừng\tha\t9\t10\t12\tPhòng Kinh tế\n"
            "2\tThu phí\ttriệu đồng\t\t-\t≥ 5\tPhòng Kinh tế"
        ),
    )
    assert block.columns == ("indicator", "last_year", "values", "responsible")
    assert block.rows == (
        ("Trồng rừng", "9", "huyện giao 10 ha; HĐND xã giao 12 ha", "Phòng Kinh tế"),
        ("Thu phí", "", "HĐND xã giao ≥ 5 triệu đồng", "Phòng Kinh tế"),
    )
    assert refused_rows(TARGETS, block, names_of) == []
    assert block.left_out == ("STT",)


def test_a_heading_in_two_lines_and_rows_that_head_a_field():
    block = read_block(
        TARGETS,
        grid(
            "TT\tNội dung chỉ tiêu\tĐơn vị tính\tChỉ tiêu năm 2026\t\tPhụ trách\n"
            "\t\t\tTỉnh\tXã phấn đấu\t\n"
            "I\tVề kinh tế\t\t\t\t\n"
            "1\tThu ngân sách\ttỷ đồng\t10\t12\tPhòng Kinh tế\n"
            "II\tVề văn hóa\t\t\t\t\n"
            "2\tGia đình văn hóa\t%\t95\t≥ 96\tBan Văn hóa"
        ),
    )
    assert block.columns == ("indicator", "values", "responsible", "group")
    assert block.rows == (
        ("Thu ngân sách", "tỉnh giao 10 tỷ đồng; 12 tỷ đồng", "Phòng Kinh tế", "Về kinh tế"),
        ("Gia đình văn hóa", "tỉnh giao 95 %; ≥ 96 %", "Ban Văn hóa", "Về văn hóa"),
    )


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Kinh tế", True),
        ("Văn hóa – xã hội", True),
        ("Về lĩnh vực quốc phòng, an ninh:", True),
        ("Cải cách hành chính và chuyển đổi số", True),
        ("Hoàn thành phổ cập giáo dục", False),
        ("Kinh tế tập thể phát triển ổn định", False),
    ],
)
def test_a_row_without_figures_heads_a_field_only_when_it_is_one(title, heads):
    assert heads_a_field(title, ["", "-"], "") is heads
    assert not heads_a_field(title, ["", "12"], "")


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Huyện giao", "values@huyện"),
        ("Chỉ tiêu thị xã giao", "values@thị xã"),
        ("KH HĐND xã giao năm 2026", "values@HĐND xã"),
        ("UBND tỉnh", "values@UBND tỉnh"),
        ("Cấp trên giao", "values@cấp trên"),
        ("Xã phấn đấu", "values@"),
        ("Ghi chú", ""),
        ("Đơn vị phụ trách", ""),
        ("2026", ""),
    ],
)
def test_a_heading_names_the_level_that_assigns(heading, key):
    assert level_key(heading) == key


def test_every_column_of_the_targets_is_pasted_as_it_was_copied():
    headings = [column.heading for column in TARGETS.columns if column.key != "parent_id"]
    block = read_block(TARGETS, [headings, ["x"] * len(headings)])
    assert set(block.columns) | {"unit"} == {key for key in TARGETS.keys if key != "parent_id"}
    assert block.left_out == ()
