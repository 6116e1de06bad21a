"""Sheets as .xlsx."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ...domain.papers.blocks import Formula, Sheet, SheetCell, Spreadsheet, column_sum, sheets_of
from ..letters import printable
from .cells import Looks, cell_at, fill, height, write_bold, write_text, write_total
from .headings import write_across, write_headings
from .package import EPOCH, Results, saved
from .page_setup import set_up_page

_NAME_LENGTH = 31


def render(spreadsheet: Spreadsheet) -> bytes:
    """The sheet or the book as the bytes of an .xlsx: A4, fitted to the paper's width, heading rows on every page.

    Equal sheets give equal bytes. A formula is written with what it comes to, for readers that do not calculate;
    those that do work everything out anew when they open the file.
    """
    sheets = sheets_of(spreadsheet)
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = sheets[0].name
    book.properties.creator = ""
    book.properties.created = book.properties.modified = EPOCH
    book.calculation.fullCalcOnLoad = True
    results: Results = {}
    looks = Looks()
    for sheet in sheets:
        page = book.create_sheet(_sheet_name(sheet.name))
        results[page.title] = _write(page, sheet, looks)
    return saved(book, results)


def _sheet_name(name: str) -> str:
    kept = "".join(" " if char in "[]:*?/\\'" else char for char in name)
    return printable(kept).strip()[:_NAME_LENGTH] or "Bảng"


def _write(page: Worksheet, sheet: Sheet, looks: Looks) -> dict[str, float | None]:
    """Fills a page; returns what its formulas come to, by the address of the cell."""
    results: dict[str, float | None] = {}
    top = write_headings(page, sheet)
    for number, row in enumerate(sheet.rows, start=top + 1):
        if len(row) == 1:
            _across(page, number, len(sheet.columns), str(row[0]))
        else:
            results |= _row(page, sheet, number, row, looks)
    if sheet.total_label:
        results |= _total(page, sheet, top, looks)
    for number, note in enumerate(sheet.notes, start=top + len(sheet.rows) + bool(sheet.total_label) + 1):
        write_across(page, number, note, sheet.columns, italic=True)
    _print_setup(page, sheet, top)
    return results


def _row(
    page: Worksheet, sheet: Sheet, number: int, row: tuple[SheetCell, ...], looks: Looks
) -> dict[str, float | None]:
    results: dict[str, float | None] = {}
    places = {c.key: f"{get_column_letter(at)}{number}" for at, c in enumerate(sheet.columns, start=1) if c.key}
    for position, (column, value) in enumerate(zip(sheet.columns, row, strict=True), start=1):
        cell = cell_at(page, number, position)
        if isinstance(value, Formula):
            fill(cell, column, value.value, looks)
            cell.value = f"={value.text.format_map(places)}"
            results[cell.coordinate] = value.value
        else:
            fill(cell, column, value, looks)
    page.row_dimensions[number].height = height(sheet.columns, row)
    return results


def _across(page: Worksheet, number: int, columns: int, text: str) -> None:
    for position in range(1, columns + 1):
        write_bold(cell_at(page, number, position))
    write_text(cell_at(page, number, 1), text)
    page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=columns)


def _total(page: Worksheet, sheet: Sheet, top: int, looks: Looks) -> dict[str, float | None]:
    results: dict[str, float | None] = {}
    last = top + len(sheet.rows)
    for position, column in enumerate(sheet.columns, start=1):
        cell = cell_at(page, last + 1, position)
        sum_of = f"{get_column_letter(position)}{top + 1}:{get_column_letter(position)}{max(last, top + 1)}"
        write_total(cell, column, f"=SUM({sum_of})" if column.summed else "", looks)
        if column.summed:
            results[cell.coordinate] = column_sum(sheet, position - 1)
    looks.put(cell_at(page, last + 1, 1), "left", bold=True)
    write_text(cell_at(page, last + 1, 1), sheet.total_label)
    before = next((at for at, column in enumerate(sheet.columns) if column.summed), len(sheet.columns))
    if before > 1:  # the label over all that has no sum, not only the narrow column of numbers
        page.merge_cells(start_row=last + 1, end_row=last + 1, start_column=1, end_column=before)
    return results


def _print_setup(page: Worksheet, sheet: Sheet, top: int) -> None:
    set_up_page(page, landscape=sheet.landscape, heading_row=top)
    page.print_title_rows = f"{top - any(column.group for column in sheet.columns)}:{top}"
