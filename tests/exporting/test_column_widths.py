"""Columns as wide as their contents ask."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.papers.blocks import BY_CONTENTS, Column, Table
from thidua_desktop.exporting.column_widths import sized

WIDTH = 160.0
LONG = "Tỷ lệ hộ gia đình tham gia phân loại rác tại nguồn, thu gom và xử lý đúng quy định trên địa bàn toàn xã"


def _table(*headings: str, rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(tuple(Column(heading, BY_CONTENTS) for heading in headings), rows)


def test_figures_take_little_and_words_the_rest() -> None:
    made = sized(_table("TT", "Chỉ tiêu", "Kế hoạch", rows=(("1", LONG, "96%"), ("2", LONG, "85%"))), WIDTH)
    number, words, figure = (column.width for column in made.columns)
    assert number + words + figure == pytest.approx(WIDTH)
    assert number < 15 and figure < 30 < words


def test_a_narrow_table_is_stretched_over_the_text() -> None:
    made = sized(_table("TT", "Tên", rows=(("1", "Thôn Một"),)), WIDTH)
    assert sum(column.width for column in made.columns) == pytest.approx(WIDTH)
    assert made.size == 13


def test_a_heading_across_the_table_asks_for_no_width() -> None:
    rows = (("1", "96%"),)
    assert (
        sized(_table("TT", "Số", rows=((LONG,), *rows)), WIDTH).columns
        == sized(_table("TT", "Số", rows=rows), WIDTH).columns
    )


def test_many_columns_make_the_letters_smaller_but_never_the_table_wider() -> None:
    headings = tuple(f"Nghiêng{number}" for number in range(10))
    made = sized(_table(*headings, rows=(headings,)), WIDTH)
    assert made.size == 10
    assert sum(column.width for column in made.columns) == pytest.approx(WIDTH)


def test_a_long_figure_gets_its_room_from_the_column_that_has_most() -> None:
    table = Table((Column("TT", 12), Column("Chỉ tiêu", 130), Column("Đồng", 18)), (("1", LONG, "44.762.000.000"),))
    number, words, figure = (column.width for column in sized(table, WIDTH).columns)
    assert figure > 30
    assert number > 11 and number + words + figure == pytest.approx(WIDTH)


def test_a_form_without_room_for_its_words_gets_smaller_letters_and_keeps_its_width() -> None:
    table = Table((Column("Kế hoạch", 30), Column("Thực hiện", 40)), (("944.762.000.000.000",) * 2,), size=13)
    made = sized(table, WIDTH)
    assert made.size < 13
    assert sum(column.width for column in made.columns) == pytest.approx(70)


def test_words_that_no_letters_make_fit_keep_the_widths_of_the_form() -> None:
    table = Table((Column("Nghiêngnghiêngnghiêng", 20), Column("Khuyếchkhuyếchkhuyếch", 20)), (("1", "2"),))
    made = sized(table, WIDTH)
    assert (made.size, made.columns) == (10, table.columns)


def test_widths_of_a_form_stay() -> None:
    table = Table((Column("TT", 30), Column("Tên", 130)), (("1", LONG),))
    assert sized(table, WIDTH) is table
