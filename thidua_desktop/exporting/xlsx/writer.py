"""Sheets as .xlsx."""

from __future__ import annotations

from datetime import date, datetime
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ...domain.papers.blocks import Sheet, SheetColumn
from ...domain.papers.measures import RAGGED
from ..letters import printable
from ..text_width import text_width
from .package import saved

_FONT = "Times New Roman"
_SIZE = 12
_ROW_HEIGHT = 15.75
_DIGIT_WIDTH = 1.85
"""A column's unit of width, the figure 0 of the standard font, in mm."""
_LINE = Side(style="thin")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_SHADE = PatternFill("solid", fgColor="E7E6E6")
_DATE = "dd/mm/yyyy"
_A4 = 9
_FORMULA_SIGNS = ("=", "+", "-", "@")
_NAME_LENGTH = 31
_EPOCH = datetime(2020, 1, 1)


def render(sheet: Sheet) -> bytes:
    """The sheet as the bytes of an .xlsx: A4, fitted to the paper's width, its heading row on every page.

    Equal sheets give equal bytes.
    """
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = _sheet_name(sheet.name)
    book.properties.title = sheet.name
    book.properties.creator = ""
    book.properties.created = book.properties.modified = _EPOCH
    top = _heading(page, sheet)
    for number, row in enumerate(sheet.rows, start=top + 1):
        for position, (column, value) in enumerate(zip(sheet.columns, row, strict=True), start=1):
            _fill(_cell(page, number, position), column, value)
        page.row_dimensions[number].height = _height(sheet.columns, row)
    if sheet.total_label:
        _total(page, sheet, top)
    _print_setup(page, sheet, top)
    return saved(book)


def _cell(page: Worksheet, row: int, column: int) -> Cell:
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _sheet_name(name: str) -> str:
    kept = "".join(" " if char in "[]:*?/\\'" else char for char in name)
    return printable(kept).strip()[:_NAME_LENGTH] or "Bảng"


def _heading(page: Worksheet, sheet: Sheet) -> int:
    """Writes the lines above and the heading row; returns the number of the heading row."""
    for number, line in enumerate(sheet.heading, start=1):
        cell = _cell(page, number, 1)
        _write_text(cell, line)
        cell.font = Font(
            name=_FONT, size=_SIZE + 1, bold=number < len(sheet.heading), italic=number == len(sheet.heading)
        )
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(sheet.columns))
    top = len(sheet.heading) + 2 if sheet.heading else 1
    for position, column in enumerate(sheet.columns, start=1):
        cell = _cell(page, top, position)
        _write_text(cell, column.heading)
        cell.font = Font(name=_FONT, size=_SIZE, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border, cell.fill = _BORDER, _SHADE
        page.column_dimensions[get_column_letter(position)].width = column.width
    return top


def _fill(cell: Cell, column: SheetColumn, value: str | float | None) -> None:
    numeric = column.type in ("number", "integer")
    cell.font = Font(name=_FONT, size=_SIZE)
    cell.border = _BORDER
    cell.alignment = Alignment(
        horizontal="right" if numeric else "center" if column.type == "date" else "left", vertical="top", wrap_text=True
    )
    if column.type == "date" and isinstance(value, str) and (day := _day(value)):
        cell.value = day
        cell.number_format = _DATE
    elif isinstance(value, str):
        _write_text(cell, value)
    elif value is not None:
        cell.value = int(value) if float(value).is_integer() else value
        cell.number_format = _number_format(value)


def _height(columns: tuple[SheetColumn, ...], row: tuple[str | float | None, ...]) -> float:
    """The height in pt that a row's wrapped texts need: not every program fits rows when it opens a file."""
    lines = 1
    for column, value in zip(columns, row, strict=True):
        room = column.width * _DIGIT_WIDTH
        texts = value.splitlines() if isinstance(value, str) else []
        lines = max(lines, sum(max(1, ceil(text_width(text, _SIZE) * RAGGED / room)) for text in texts))
    return lines * _ROW_HEIGHT


def _write_text(cell: Cell, text: str) -> None:
    """A text that begins like a formula stays a text, also after somebody edits the cell."""
    cell.value = printable(text)
    if text.startswith(_FORMULA_SIGNS):
        cell.data_type = "s"
        cell.quotePrefix = True


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _number_format(value: float) -> str:
    """Grouped thousands and just the decimals that the figure has; Excel shows the marks of the computer's country."""
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _total(page: Worksheet, sheet: Sheet, top: int) -> None:
    last = top + len(sheet.rows)
    for position, column in enumerate(sheet.columns, start=1):
        cell = _cell(page, last + 1, position)
        _fill(cell, column, None)
        cell.font = Font(name=_FONT, size=_SIZE, bold=True)
        if column.summed:
            letter = get_column_letter(position)
            cell.value = f"=SUM({letter}{top + 1}:{letter}{max(last, top + 1)})"
            cell.number_format = "#,##0.##" if column.type == "number" else "#,##0"
    _write_text(_cell(page, last + 1, 1), sheet.total_label)


def _print_setup(page: Worksheet, sheet: Sheet, top: int) -> None:
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    page.page_margins.left, page.page_margins.right = 0.79, 0.59
    page.page_margins.top = page.page_margins.bottom = 0.79
    page.print_title_rows = f"{top}:{top}"
    if page.oddFooter:
        page.oddFooter.center.text = "&P/&N"
    page.freeze_panes = page.cell(top + 1, 1).coordinate
