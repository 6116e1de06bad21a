"""How high the rows of a table are at least, so that there is room to write in them by hand."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.papers.blocks import A4, Column, Table
from thidua_desktop.exporting.table_layout import ruled

COLUMNS = (Column("STT", 15), Column("Nội dung", 100), Column("Kết quả", 45))


@pytest.mark.parametrize(
    ("cells", "least"),
    [
        (("1", "Trồng cây", ""), 9.0),
        (("2", "", ""), 12.0),
        (("I. Chỉ tiêu",), 0.0),
    ],
    ids=["some cells are left to the pen", "the whole row is", "a heading across the table"],
)
def test_a_row_has_the_height_that_the_table_asks_for(cells, least):
    made = ruled(Table(COLUMNS, (cells,), ("", "Cộng", ""), blank_height=12, row_height=9), A4)
    assert [row.least for row in made.rows] == [least, 0.0]
