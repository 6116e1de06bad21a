"""What stands above the rows of a sheet: its lines, and the headings of its columns in one or two rows."""

from __future__ import annotations

from itertools import groupby

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ...domain.papers.blocks import Sheet, SheetColumn
from .cells import LINE_HEIGHT, LINE_SIZE, ROW_HEIGHT, cell_at, lines, write_heading, write_line


def write_headings(page: Worksheet, sheet: Sheet) -> int:
    """Writes the lines above and the headings; returns the number of the last row of headings."""
    for number, line in enumerate(sheet.heading, start=1):
        write_across(page, number, line, sheet.columns, italic=number == len(sheet.heading))
    first = len(sheet.heading) + 2 if sheet.heading else 1
    for position, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(position)].width = column.width
    return _columns(page, sheet.columns, first)


def write_across(page: Worksheet, row: int, line: str, columns: tuple[SheetColumn, ...], *, italic: bool) -> None:
    """A line over the width of the table, its row as high as it needs: no program fits the row of merged cells."""
    write_line(cell_at(page, row, 1), line, italic=italic)
    _merge(page, (row, row), (1, len(columns)))
    needed = lines(line, sum(column.width for column in columns), LINE_SIZE, bold=not italic)
    page.row_dimensions[row].height = needed * LINE_HEIGHT


def _columns(page: Worksheet, columns: tuple[SheetColumn, ...], first: int) -> int:
    last = first + any(column.group for column in columns)
    _set_heights(page, columns, first, last)
    position = 1
    for group, members in groupby(columns, lambda column: column.group):
        inside = tuple(members)
        for at, column in enumerate(inside, start=position):
            write_heading(cell_at(page, first, at), "" if group else column.heading)
            if last > first:
                write_heading(cell_at(page, last, at), column.heading if group else "")
                if not group:
                    _merge(page, (first, last), (at, at))
        if group:
            write_heading(cell_at(page, first, position), group)
            _merge(page, (first, first), (position, position + len(inside) - 1))
        position += len(inside)
    return last


def _set_heights(page: Worksheet, columns: tuple[SheetColumn, ...], first: int, last: int) -> None:
    """Room for every heading, of a group's over all its columns; one that stands alone has both rows."""
    needed = {
        bool(grouped): max((lines(column.heading, column.width, bold=True) for column in members), default=1)
        for grouped in (True, False)
        if (members := [column for column in columns if bool(column.group) == grouped])
    }
    if last == first:
        page.row_dimensions[first].height = needed[False] * ROW_HEIGHT
        return
    groups = [(group, sum(c.width for c in inside)) for group, inside in groupby(columns, lambda c: c.group) if group]
    above = max(lines(group, width, bold=True) for group, width in groups)
    page.row_dimensions[first].height = above * ROW_HEIGHT
    page.row_dimensions[last].height = max(needed[True], needed.get(False, 1) - above) * ROW_HEIGHT


def _merge(page: Worksheet, rows: tuple[int, int], columns: tuple[int, int]) -> None:
    if rows[0] < rows[1] or columns[0] < columns[1]:
        page.merge_cells(start_row=rows[0], end_row=rows[1], start_column=columns[0], end_column=columns[1])
