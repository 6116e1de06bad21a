"""Blocks from a spreadsheet."""

from __future__ import annotations

from thidua_desktop.domain.register_paste import PastedBlock, read_block, refused_rows
from thidua_desktop.domain.registers import REGISTERS

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
