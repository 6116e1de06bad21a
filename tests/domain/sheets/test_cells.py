"""How the cells of a returned file are read."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.sheets.cells import Cell, plain, read_cell, read_day
from thidua_desktop.domain.sheets.figure_cells import figure_cells, read_figures
from thidua_desktop.domain.sheets.finding import AnswerRow, answer_rows, found_tables
from thidua_desktop.domain.sheets.forms import Column, Stamp
from thidua_desktop.domain.sheets.known import read_key, row_key
from thidua_desktop.domain.sheets.returned import Grid
from thidua_desktop.domain.sheets.stamps import read_stamp, stamp_lines
from thidua_desktop.domain.sheets.tables import SIGNS, table

NUMBER, DAY = Column("value", "Mức", 10, "number"), Column("deadline", "Hạn", 10, "date")
SIGN = Column("sign", "So sánh", 10, "choice", choices=SIGNS)


@pytest.mark.parametrize(
    ("raw", "value", "corrected"),
    [
        (5, 5.0, ""),
        (0.1, 0.1, ""),
        ("5", 5.0, "“5” gõ thành chữ, đọc là số 5."),
        ("1.200", 1200.0, "“1.200” gõ thành chữ, đọc là số 1.200."),
        ("7,5 ha", 7.5, "“7,5 ha” gõ thành chữ, đọc là số 7,5."),
        ("95%", 95.0, "“95%” gõ thành chữ, đọc là số 95."),
        ("đạt 62 triệu đồng", 62.0, "“đạt 62 triệu đồng” gõ thành chữ, đọc là số 62."),
        ("−3", -3.0, "“−3” gõ thành chữ, đọc là số -3."),
        ("1–2", "1–2", ""),
        ("chưa có", "chưa có", ""),
        ("2 tỷ 500 triệu", "2 tỷ 500 triệu", ""),
        ("", None, ""),
        (None, None, ""),
        (True, "Đạt", ""),
    ],
)
def test_a_cell_for_a_number(raw, value, corrected):
    read = read_cell(NUMBER, raw)
    assert (read.value, read.corrected, read.doubt) == (value, corrected, "")


@pytest.mark.parametrize("raw", [10**16, datetime(2026, 5, 4)])
def test_what_no_number_can_be_is_doubted(raw):
    assert read_cell(NUMBER, raw).doubt


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        (datetime(2026, 6, 30, 0, 0), date(2026, 6, 30)),
        (date(2026, 6, 30), date(2026, 6, 30)),
        (46203, date(2026, 6, 30)),
        ("30/6/2026", date(2026, 6, 30)),
        ("30-06-26", date(2026, 6, 30)),
        ("2026-06-30", date(2026, 6, 30)),
        ("Ngày 30 tháng 6 năm 2026", date(2026, 6, 30)),
    ],
)
def test_a_cell_for_a_day(raw, day):
    assert read_cell(DAY, raw).value == day


@pytest.mark.parametrize("raw", ["31/6/2026", "tháng 6", "quý II", 5])
def test_a_day_that_is_none_is_doubted_and_stays_as_it_was_written(raw):
    cell = read_cell(DAY, raw)
    assert (cell.value, "không đọc được thành ngày" in cell.doubt) == (str(raw), True)


def test_a_choice_is_known_however_it_is_written():
    assert read_cell(SIGN, "ít nhất (≥)") == Cell("ít nhất (≥)")
    assert read_cell(SIGN, "IT NHAT").value == "ít nhất (≥)"
    assert [read_cell(SIGN, sign).value for sign in ("≥", ">=")] == ["ít nhất (≥)"] * 2
    assert "không có trong danh sách chọn" in read_cell(SIGN, "sao cũng được").doubt


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (2026.0, "2026"),
        (1234.5, "1234,5"),
        (date(2026, 2, 5), "05/02/2026"),
        ("  a\n b ", "a b"),
        (None, ""),
        (True, "x"),
    ],
)
def test_any_cell_as_the_text_that_was_typed(raw, text):
    assert plain(raw) == text


def test_there_is_no_thirtieth_of_february():
    assert read_day("30/2/2026") is None


# Figures


def _row(**cells: object) -> AnswerRow:
    return AnswerRow("commitments", "Cam kết, dòng 5", cells)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value",
    [
        TargetValue(96.0, "%", ">="),
        TargetValue(10.5, "ha"),
        TargetValue(4.0, "hộ", "giảm"),
        TargetValue(12.0, "hộ", "còn"),
        TargetValue(1.0, "nhà", value_to=2.0),
        TargetValue(None, "dự toán"),
        TargetValue(95.0, "%", "<=", "tỉnh"),
    ],
)
def test_a_figure_on_the_form_reads_back_as_the_same(value):
    assert read_figures(_row(**figure_cells(value)), value) == (value,)


@pytest.mark.parametrize(
    ("cells", "figures"),
    [
        ({"value": "≥ 5", "unit": "ha"}, (TargetValue(5.0, "ha", ">="),)),
        ({"value": 5.0, "unit": "ha", "sign": "tối thiểu"}, (TargetValue(5.0, "ha", ">="),)),
        ({"value": 5.0, "value_unit": "ha"}, (TargetValue(5.0, "ha"),)),
        ({"figures": "≥ 20 triệu đồng\n2 đợt"}, (TargetValue(20.0, "triệu đồng", ">="), TargetValue(2.0, "đợt"))),
        ({}, ()),
    ],
)
def test_figures_as_people_write_them(cells, figures):
    assert read_figures(_row(**cells), None) == figures


# Tables and stamps


def test_headings_in_two_rows_are_one():
    grid = Grid(
        "Trang tính1",
        (
            ("DANH SÁCH",),
            ("Stt", "Họ và tên", "Chức vụ, đơn vị", "Đăng ký", None),
            (None, None, None, "Thi đua", "Khen thưởng"),
            (1.0, "Lê Mẫu", None, "LĐTT", "Giấy khen"),
            ("Tổng cộng", 1.0, None, None, None),
        ),
    )
    (found,) = found_tables([grid])
    (row,) = answer_rows(found)
    assert (found.table.key, row.place) == ("people", "Trang tính1, dòng 4")
    assert (row.cells["award"], row.cells["reward"]) == ("LĐTT", "Giấy khen")


def test_a_heading_over_two_columns_is_of_both():
    head, row = ("STT", "Họ và tên", None, "Danh hiệu"), (1.0, "Nguyễn Văn", "Mẫu", "LĐTT")
    (found,) = found_tables([Grid("Trang tính1", (head, row), covered=frozenset({(0, 2)}))])
    assert next(answer_rows(found)).cells["subject"] == "Nguyễn Văn Mẫu"
    (apart,) = found_tables([Grid("Trang tính1", (head, row))])
    assert (next(answer_rows(apart)).cells["subject"], apart.unread) == ("Nguyễn Văn", ("cột thứ 3, không có tên",))


def test_two_tables_on_one_page_are_two():
    grid = Grid(
        "Trang tính1",
        (
            ("TT", "Tên tập thể", "Danh hiệu"),
            (1.0, "Hội Nông dân", "Tập thể lao động tiên tiến"),
            (),
            ("TT", "Nội dung cam kết", "Số lượng", "Đơn vị tính"),
            (1.0, "Trồng cây", 50.0, "cây"),
        ),
    )
    assert [(found.table.key, len(list(answer_rows(found)))) for found in found_tables([grid])] == [
        ("collectives", 1),
        ("commitments", 1),
    ]


def test_every_table_is_known_by_its_own_headings():
    for key in ("collectives", "people", "initiatives", "movements", "commitments", "results"):
        own = table(key)
        (found,) = found_tables([Grid("Trang", (tuple(column.heading for column in own.printed),))])
        assert found.table.key == key
        assert set(found.columns) == {column.key for column in own.printed}


def test_a_stamp_reads_back_and_nothing_else_is_one():
    stamp = Stamp(
        "kết quả", 2026, "xa vi du tinh mau", "xã Ví Dụ", 7, "Hội Nông dân", 3, "Đợt 1", printed=("c1.0", "c2.1")
    )
    assert read_stamp(Grid("Khóa", stamp_lines(stamp))) == stamp
    assert read_stamp(Grid("Khóa", (("thidua-phieu", "1"), ("phieu", "gì đó"), ("nam", "2026")))) is None
    assert read_stamp(Grid("Cá nhân", (("STT", "Họ và tên"),))) is None


def test_keys_of_rows():
    assert row_key("c", 12, 1) == "c12.1"
    keys = ("c12.1", "c12", "t12", "c", "cx", "c1.x", "c1.²")
    assert [read_key(key, "c") for key in keys] == [(12, 1), (12, 0), *[None] * 5]


def test_a_row_whose_words_are_headings_too_is_no_heading():
    head, words = ("STT", "Tên sáng kiến", "Tác giả", "Ghi chú"), (1.0, "Nội dung cam kết", "Họ và tên", "Sáng kiến")
    (found,) = found_tables([Grid("Sáng kiến", (head, words, (2.0, "Ủ phân", None, None)))])
    assert [row.cells["name"] for row in answer_rows(found)] == ["Nội dung cam kết", "Ủ phân"]
