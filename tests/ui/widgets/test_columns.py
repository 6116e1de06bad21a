"""Columns of words share a table's width; headings and rows are as high as that needs."""

from __future__ import annotations

import pytest

from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn
from thidua_desktop.ui.widgets.table.columns import LEAST, shared

COLUMNS = (
    TableColumn("name", "Nội dung cam kết", 30),
    TableColumn("figure", "Số đã cam kết", 8, numeric=True),
    TableColumn("note", "Ghi chú", 20),
)
LONG = "Vận động hội viên thực hiện làm nhà vệ sinh đảm bảo trên địa bàn toàn xã"


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (500, [200, 100, 200]),
        (700, [300, 100, 300]),  # words take what is over
        (400, [150, 100, 150]),  # and give, figures do not
        (2 * LEAST + 100, [LEAST, 100, LEAST]),
        (2 * LEAST, [LEAST, 100, LEAST]),  # all but the last column are in sight
        (LEAST, [200, 100, 200]),  # most is out of sight anyway
    ],
)
def test_columns_of_words_share_what_room_there_is(room, expected):
    assert shared([200, 100, 200], [True, False, True], room) == expected


@pytest.fixture
def table(qtbot):
    """A table of three columns, two of them of words, and of a long and a short text."""
    model = RowsModel(COLUMNS, [[LONG, "12", ""], ["Trồng cây", "5", ""]])
    model.wordy = ("name", "note")
    shown = DataTable(model)
    qtbot.addWidget(shown)
    shown.rows_as_needed()
    shown.resize(420, 300)
    shown.show()
    return shown


def test_in_rows_of_one_line_a_column_of_words_keeps_most_of_its_width():
    assert shared([300, 300], [True, False], 520, kept=0.7) == [220, 300]
    assert shared([300, 300], [True, False], 400, kept=0.7) == [210, 300], "all but the last"
    assert shared([400, 300, 100], [True, False, False], 500, kept=0.7) == [400, 300, 100]


def unused(table) -> int:
    """Pixels right of the last column; fewer than none when some of it is out of sight."""
    return table.viewport().width() - table.horizontalHeader().length()


def test_all_columns_are_in_sight_and_what_is_longer_stands_in_two_lines(table):
    assert 0 <= unused(table) < 3
    assert table.horizontalHeader().height() == sizes.LINE_ROW, "“Số đã cam kết” is wider than its column"
    assert [table.rowHeight(row) for row in range(2)] == [sizes.LINE_ROW, sizes.ROW]
    table.resize(1400, 300)
    assert 0 <= unused(table) < 3
    assert [table.rowHeight(row) for row in range(2)] == [sizes.ROW, sizes.ROW]


def test_a_width_that_the_clerk_gave_stays(table):
    table.setColumnWidth(0, 333)
    table.resize(1400, 300)
    assert table.columnWidth(0) == 333
    assert 0 <= unused(table) < 3
