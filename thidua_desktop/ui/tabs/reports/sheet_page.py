"""A spreadsheet on screen: its sheets side by side as tables to read, with their sums below."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.domain.papers.blocks import (
    Sheet,
    SheetCell,
    SheetColumn,
    Spreadsheet,
    cell_value,
    column_sum,
    sheets_of,
)
from thidua_desktop.domain.registration.results import shown_percent
from thidua_desktop.domain.vietnamese import format_date, format_number
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.page_tabs import PageTabs
from thidua_desktop.ui.widgets.table import DataTable, FootedTable, RowsModel, TableColumn

MOST_LETTERS = 32
"""Widest a column is at first: a screen is narrower than a sheet of paper on its side."""


class SheetPage(Card):
    """Shows one spreadsheet after another; the tables of the same columns stay and get other rows."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context = context
        self.tables: list[DataTable] = []
        self._shown: tuple[object, ...] = ()
        self.tabs = PageTabs("Các trang của bảng tính")
        self._stack = QStackedWidget()
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.add(self.tabs)
        self.add(self._stack, 1)

    def show_sheets(self, name: str, spreadsheet: Spreadsheet) -> None:
        """Show these sheets; ``name`` is what the widths of their columns are remembered by."""
        sheets = sheets_of(spreadsheet)
        wanted = (name, *((sheet.name, sheet.columns, bool(sheet.total_label)) for sheet in sheets))
        if wanted != self._shown:
            self._build(name, sheets)
        self._shown = wanted
        for number, (table, sheet) in enumerate(zip(self.tables, sheets, strict=True)):
            table.model().set_rows([_texts(sheet, row) for row in sheet.rows])
            foot = self._stack.widget(number)
            if isinstance(foot, FootedTable):
                foot.set_sums(_sums(sheet))

    def _build(self, name: str, sheets: tuple[Sheet, ...]) -> None:
        while self.tabs.count():
            self.tabs.removeTab(0)
        while (old := self._stack.widget(0)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self.tables = [self._table(f"reports/{name}/{sheet.name}", sheet) for sheet in sheets]
        for table, sheet in zip(self.tables, sheets, strict=True):
            self._stack.addWidget(FootedTable(table) if sheet.total_label else table)
            self.tabs.addTab(sheet.name)
        self.tabs.setVisible(len(sheets) > 1)

    def _table(self, name: str, sheet: Sheet) -> DataTable:
        columns = [
            TableColumn(str(number), column.heading, _letters(column), numeric=column.is_number, hint=_hint(column))
            for number, column in enumerate(sheet.columns)
        ]
        remembered = self.context.remembered
        return DataTable(
            RowsModel(columns),
            widths=remembered.widths(name),
            remember=partial(remembered.keep_widths, name),
            frozen=next((column.key for column in columns if not column.numeric), ""),
        )


def _letters(column: SheetColumn) -> int:
    """Room for the heading in two lines and for what stands below it."""
    return min(max(int(column.width), len(column.heading) // 2 + 4), MOST_LETTERS)


def _hint(column: SheetColumn) -> str:
    return f"{column.group}: {column.heading}" if column.group else column.heading


def _texts(sheet: Sheet, row: tuple[SheetCell, ...]) -> list[str]:
    """The row as it is read; a heading across the table stands in the widest column."""
    if len(row) == 1:
        widths = [column.width for column in sheet.columns]
        place = widths.index(max(widths))
        return [str(row[0]) if number == place else "" for number in range(len(widths))]
    return [_text(column, cell) for column, cell in zip(sheet.columns, row, strict=True)]


def _text(column: SheetColumn, cell: SheetCell) -> str:
    value = cell_value(cell)
    if isinstance(value, str):
        return format_date(value) if column.type == "date" else value
    return shown_percent(None if value is None else value * 100) if column.type == "percent" else format_number(value)


def _sums(sheet: Sheet) -> list[str]:
    if not sheet.total_label:
        return [""] * len(sheet.columns)
    sums = [
        format_number(column_sum(sheet, number)) if column.summed else "" for number, column in enumerate(sheet.columns)
    ]
    return [sheet.total_label, *sums[1:]]
