"""A wide table keeps the column that names the row in view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.ui.typing import press_key, type_text
from thidua_desktop.ui.widgets.table import DataTable, FootedTable, RowsModel, TableColumn

COLUMNS = (
    TableColumn("number", "Stt", 5, numeric=True),
    TableColumn("name", "Tên đơn vị", 20),
    *(TableColumn(f"c{place}", f"Cột {place}", 12) for place in range(2, 10)),
)
ROWS = [[f"{row}.{column.key}" for column in COLUMNS] for row in range(40)]
Key, Held = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


class Sheet(RowsModel):
    def __init__(self) -> None:
        super().__init__(COLUMNS, ROWS, self._take)

    def _take(self, row: int, column: int, text: str) -> bool:
        self.set_text(row, column, text)
        return True


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    table = DataTable(Sheet(), frozen="name")
    footed = FootedTable(table)
    footed.set_sums([f"cộng {column.key}" for column in COLUMNS])
    layout.addWidget(footed)
    made.resize(640, 300)
    made.show()
    made.activateWindow()
    table.setFocus()
    table.go_to(0, 0)
    made.table = table
    return made


@pytest.fixture
def table(page):
    return page.table


def scroll(table, to: int) -> None:
    table.horizontalScrollBar().setValue(to)


def cell(table, row: int, column: int) -> QPoint:
    return table.visualRect(table.model().index(row, column)).center()


def where(table) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


def chosen(table) -> set[tuple[int, int]]:
    return {(index.row(), index.column()) for index in table.selectedIndexes()}


def ink(widget, left: int, width: int) -> bytes:
    """What is painted in that band of the widget."""
    picture = widget.grab().toImage().copy(left, 0, width, widget.height())
    return bytes(picture.constBits())


def editor(table) -> QLineEdit:
    [found] = [one for one in table.findChildren(QLineEdit) if one.isVisible()]
    return found


def head(table):
    return table._head


def test_the_naming_columns_are_painted_alike_however_far_the_table_is_scrolled(table):
    table.setCurrentIndex(table.model().index(0, 9))
    table.clearSelection()
    scroll(table, 0)
    width = table.columnWidth(0) + table.columnWidth(1) - 1  # without the line beside it
    before = ink(table.viewport(), 0, width)
    scroll(table, 333)
    assert table.strip_width() == width + 1
    assert ink(table.viewport(), 0, width) == before
    assert ink(table.viewport(), width + 1, 100) != before[: 4 * 100]


def test_the_sums_below_keep_their_label_in_view(page, table):
    foot = page.findChild(FootedTable)._foot
    before = ink(foot.viewport(), 0, table.columnWidth(0) + table.columnWidth(1) - 1)
    scroll(table, 200)
    assert foot.strip_width() == table.strip_width() > 0
    assert ink(foot.viewport(), 0, table.columnWidth(0) + table.columnWidth(1) - 1) == before


def test_at_the_right_end_every_sum_stands_under_its_column(page, table):
    foot = page.findChild(FootedTable)._foot
    scroll(table, table.horizontalScrollBar().maximum())
    for column in range(2, len(COLUMNS)):
        assert foot.columnViewportPosition(column) == table.columnViewportPosition(column)


def test_a_click_in_the_strip_chooses_the_naming_cell_and_nothing_scrolls(table, qtbot):
    scroll(table, 333)
    qtbot.mouseClick(table.viewport(), LEFT, pos=cell(table, 2, 1))
    assert where(table) == (2, 1)
    assert chosen(table) == {(2, 1)}
    assert table.horizontalScrollBar().value() == 333
    assert table.hasFocus()


def test_a_naming_cell_is_edited_where_it_is_seen(table, qtbot):
    scroll(table, 333)
    qtbot.mouseClick(table.viewport(), LEFT, pos=cell(table, 1, 1))
    type_text(table, "Trường Ví Dụ")
    place = editor(table).geometry()
    assert table.visualRect(table.currentIndex()).contains(place)
    scroll(table, 300)
    assert editor(table).geometry() == place
    press_key(editor(table), Key.Key_Return)
    qtbot.waitUntil(lambda: table.model().text(1, 1) == "Trường Ví Dụ")
    assert where(table) == (2, 1)


def test_an_open_cell_that_is_scrolled_under_the_strip_is_not_seen_above_it(table):
    table.go_to(1, 4)
    type_text(table, "đang gõ")
    opened = editor(table)
    scroll(table, table.horizontalScrollBar().value() + opened.x() - table.strip_width() + 20)
    assert opened.x() < table.strip_width()
    assert opened.mask().boundingRect().left() == table.strip_width() - opened.x()
    scroll(table, 10)
    assert opened.mask().isEmpty()


def test_the_keyboard_never_goes_to_a_cell_under_the_strip(table):
    table.go_to(0, 9)
    for column in range(8, 1, -1):
        press_key(table, Key.Key_Left)
        assert where(table) == (0, column)
        assert table.visualRect(table.currentIndex()).left() >= table.strip_width()
    press_key(table, Key.Key_Left)
    assert where(table) == (0, 1)


def test_a_block_chosen_by_keyboard_begins_where_it_was_begun(table):
    table.go_to(1, 2)
    for _ in range(7):
        press_key(table, Key.Key_Right, modifiers=Held.ShiftModifier)
    press_key(table, Key.Key_Down, modifiers=Held.ShiftModifier)
    assert table.horizontalScrollBar().value() > table.columnWidth(2), "the first cell is under the strip"
    assert chosen(table) == {(row, column) for row in (1, 2) for column in range(2, 10)}
    press_key(table, Key.Key_C, modifiers=Held.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("1.c2\t1.c3")


def test_a_block_chosen_from_the_strip_reaches_to_the_cell_clicked(table, qtbot):
    scroll(table, 250)
    qtbot.mouseClick(table.viewport(), LEFT, pos=cell(table, 0, 1))
    qtbot.mouseClick(table.viewport(), LEFT, Held.ShiftModifier, cell(table, 1, 5))
    assert chosen(table) == {(row, column) for row in (0, 1) for column in range(1, 6)}


def test_the_strip_in_a_narrow_table_leaves_half_of_it_to_the_others(page, table):
    page.resize(320, 300)
    scroll(table, 5)
    assert table.strip_width() == table.columnWidth(0) + table.columnWidth(1) - 5
    scroll(table, 333)
    assert table.strip_width() == table.viewport().width() // 2
    table.go_to(0, 4)
    assert table.visualRect(table.currentIndex()).left() >= table.strip_width()


def test_the_headings_over_the_strip_drag_the_columns_edge(table, qtbot):
    scroll(table, 333)
    assert head(table).isVisible()
    assert head(table).geometry().topLeft() == table.horizontalHeader().geometry().topLeft()
    edge = QPoint(head(table).width() - 2, 10)
    qtbot.mousePress(head(table).viewport(), LEFT, pos=edge)
    qtbot.mouseMove(head(table).viewport(), edge + QPoint(30, 0))
    qtbot.mouseRelease(head(table).viewport(), LEFT, pos=edge + QPoint(30, 0))
    assert table.columnWidth(1) > 20 * 8 + 20
    assert table.strip_width() == head(table).width() == table.columnWidth(0) + table.columnWidth(1)
    scroll(table, 0)
    assert head(table).isHidden()


def test_a_click_on_a_heading_of_the_strip_is_one_on_the_tables_heading(table, qtbot):
    table.horizontalHeader().setSectionsClickable(True)
    clicked: list[int] = []
    table.horizontalHeader().sectionClicked.connect(clicked.append)
    scroll(table, 333)
    qtbot.mouseClick(head(table).viewport(), LEFT, pos=QPoint(table.columnWidth(0) + 30, 10))
    assert clicked == [1]
    assert where(table)[1] == 1


def test_a_table_that_fits_has_no_strip(page, table):
    page.resize(1800, 300)
    scroll(table, 100)
    assert table.strip_width() == 0
    assert head(table).isHidden()
