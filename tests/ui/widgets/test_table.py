from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.ui.typing import press_key, type_text
from thidua_desktop.ui.widgets.table import DataTable, FootedTable, RowsModel, TableColumn
from thidua_desktop.ui.widgets.table.clip import from_tsv, to_tsv

COLUMNS = (
    TableColumn("name", "Họ và tên", 20),
    TableColumn("unit", "Đơn vị", 20),
    TableColumn("count", "Số lượng", 8, numeric=True),
)
Key = Qt.Key


class Sheet(RowsModel):
    """Every cell takes any text but "sai"."""

    def __init__(self) -> None:
        rows = [["Nguyễn Văn Mẫu", "Hội Nông dân", "1"], ["Trần Thị Mẫu", "Trạm Y tế", "2"], ["", "", ""]]
        super().__init__(COLUMNS, rows, self._take)

    def _take(self, row: int, column: int, text: str) -> bool:
        if text == "sai":
            return False
        self.set_text(row, column, text)
        return True

    def grid(self) -> list[list[str]]:
        return [[self.text(row, column) for column in range(3)] for row in range(self.rowCount())]


@pytest.fixture
def sheet():
    return Sheet()


@pytest.fixture
def table(qtbot, sheet):
    made = DataTable(sheet)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    made.go_to(0, 0)
    yield made
    made.setModel(RowsModel(COLUMNS, parent=made))


def where(table) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


def editor(table) -> QLineEdit:
    [found] = [one for one in table.findChildren(QLineEdit) if one.isVisible()]
    return found


def test_arrows_move_and_enter_goes_down(table):
    press_key(table, Key.Key_Right)
    press_key(table, Key.Key_Down)
    assert where(table) == (1, 1)
    press_key(table, Key.Key_Return)
    assert where(table) == (2, 1)
    press_key(table, Key.Key_Return)
    assert where(table) == (2, 1)
    press_key(table, Key.Key_Return, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert where(table) == (1, 1)


def test_typing_replaces_the_cell_and_enter_stores_it_and_goes_down(table, sheet, qtbot):
    type_text(table, "Đặng Thị Ước")
    press_key(editor(table), Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.text(0, 0) == "Đặng Thị Ước")
    assert where(table) == (1, 0)


def test_f2_edits_what_is_there(table, sheet, qtbot):
    press_key(table, Key.Key_F2)
    press_key(editor(table), Key.Key_End)
    type_text(editor(table), " (mới)")
    press_key(editor(table), Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.text(0, 0) == "Nguyễn Văn Mẫu (mới)")
    assert where(table) == (1, 0)


def test_escape_leaves_the_cell_as_it_was(table, sheet):
    type_text(table, "nhầm")
    press_key(editor(table), Key.Key_Escape)
    assert sheet.text(0, 0) == "Nguyễn Văn Mẫu"
    assert where(table) == (0, 0)


def test_a_cell_that_is_gone_to_while_another_is_typed_in_stays_the_current_one(table, sheet):
    type_text(table, "Vũ Văn Ước")
    table.go_to(1, 1)
    assert sheet.text(0, 0) == "Vũ Văn Ước"
    assert where(table) == (1, 1)


def test_delete_empties_every_selected_cell(table, sheet):
    table.selectColumn(1)
    press_key(table, Key.Key_Delete)
    assert [row[1] for row in sheet.grid()] == ["", "", ""]
    assert sheet.text(0, 0) == "Nguyễn Văn Mẫu"


def test_a_block_goes_to_the_clipboard_and_back_in_elsewhere(table, sheet):
    table.setCurrentIndex(sheet.index(0, 0))
    table.selectionModel().select(sheet.index(0, 1), table.selectionModel().SelectionFlag.Select)
    press_key(table, Key.Key_C, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Nguyễn Văn Mẫu\tHội Nông dân"
    table.go_to(2, 0)
    press_key(table, Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert sheet.grid()[2] == ["Nguyễn Văn Mẫu", "Hội Nông dân", ""]


def test_what_sticks_out_of_the_table_is_dropped_when_pasted(table, sheet):
    QGuiApplication.clipboard().setText("a\tb\tc\nd\te\tf\n")
    table.go_to(2, 1)
    table.paste()
    assert sheet.grid()[2] == ["", "a", "b"]


def test_cut_empties_what_it_took(table, sheet):
    press_key(table, Key.Key_X, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Nguyễn Văn Mẫu"
    assert sheet.text(0, 0) == ""


def test_tab_leads_through_the_table_and_out_of_it(qtbot, sheet):
    window = QWidget()
    before, table, after = QLineEdit(), DataTable(sheet), QLineEdit()
    column = QVBoxLayout(window)
    for part in (before, table, after):
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    last = (sheet.rowCount() - 1, sheet.columnCount() - 1)
    for start, key, held, reached in (
        ((0, 0), Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, table),
        (last, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, after),
        ((0, 0), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, before),
        ((0, 0), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier, after),
        (last, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier, before),
    ):
        table.setFocus()
        table.go_to(*start)
        press_key(table, key, modifiers=held)
        assert window.focusWidget() is reached
        assert table.tabKeyNavigation()


def test_enter_opens_a_row_that_cannot_be_edited(qtbot):
    model = RowsModel(COLUMNS, [["a", "b", "1"], ["c", "d", "2"]])
    table = DataTable(model)
    qtbot.addWidget(table)
    table.go_to(1)
    with qtbot.waitSignal(table.row_opened) as opened:
        press_key(table, Key.Key_Return)
    assert opened.args == [1]
    table.setModel(RowsModel(COLUMNS, parent=table))


def test_columns_come_back_as_wide_as_they_were_left(qtbot, sheet):
    kept = {}
    table = DataTable(sheet, remember=kept.update)
    qtbot.addWidget(table)
    table.setColumnWidth(1, 233)
    qtbot.waitUntil(lambda: kept.get("unit") == 233)
    again = DataTable(sheet, widths=kept)
    qtbot.addWidget(again)
    assert again.columnWidth(1) == 233
    assert kept == {"unit": 233}, "only what was given by hand"


def test_setting_up_the_columns_is_not_told_as_the_clerks_doing(qtbot, sheet):
    kept = []
    table = DataTable(sheet, widths={"name": 300}, remember=kept.append)
    qtbot.addWidget(table)
    table.show()
    qtbot.wait(600)
    assert kept == []


def test_numbers_stand_at_the_right_under_their_heading(sheet):
    right = Qt.AlignmentFlag.AlignRight
    role = Qt.ItemDataRole.TextAlignmentRole
    assert sheet.index(0, 2).data(role) & right
    assert sheet.headerData(2, Qt.Orientation.Horizontal, role) & right
    assert not sheet.index(0, 0).data(role) & right


def test_the_sums_stay_under_their_columns(qtbot, sheet):
    footed = FootedTable(DataTable(sheet))
    qtbot.addWidget(footed)
    footed.set_sums(["Cộng", "", "3"])
    footed.resize(700, 300)
    footed.show()
    footed.table.setColumnWidth(0, 290)
    foot = footed.findChildren(type(footed._foot))[-1]
    assert foot.columnWidth(0) == 290
    assert foot.model().text(0, 2) == "3"


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")), min_size=1)))
def test_a_block_of_any_texts_comes_back_as_it_went(grid):
    width = max((len(row) for row in grid), default=0)
    block = [row + [""] * (width - len(row)) for row in grid]
    if block and block != [[""]]:
        assert from_tsv(to_tsv(block)) == block


@pytest.mark.parametrize(
    ("text", "grid"),
    [
        ("", []),
        ("a", [["a"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"hai\ndòng"\tb\n', [["hai\ndòng", "b"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ('Thi đua "Dân vận khéo"\t5', [['Thi đua "Dân vận khéo"', "5"]]),
    ],
)
def test_what_excel_and_word_put_on_the_clipboard(text, grid):
    assert from_tsv(text) == grid
