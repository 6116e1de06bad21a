"""A form sheet as .xlsx: only what is to be answered can be typed in, and what is typed is held against its kind."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ...domain.sheets.finding import KEY_HEADING
from ...domain.sheets.forms import CellValue, Column, FormBook, Question, Row, Table
from ...domain.sheets.stamps import LISTS, PAGE, stamp_lines
from ..letters import printable
from .cells import LINE_HEIGHT, LINE_SIZE, ROW_HEIGHT, cell_at, lines, write_heading, write_line, write_text
from .checks import Checks
from .package import EPOCH, saved
from .page_setup import set_up_page

_FONT, _SIZE = "Times New Roman", 12
_GUIDE = "Hướng dẫn"
_GUIDE_WIDTHS = (36.0, 78.0)
_LINE = Side(style="thin")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TO_TYPE = PatternFill("solid", fgColor="FFFBE6")
_LOCKED = PatternFill("solid", fgColor="F2F2F2")
_DATE, _NUMBER, _AS_TYPED = "dd/mm/yyyy", "#,##0.######", "General"
_TITLE_ROWS = 3
"""Of a table's page: its title, whose it is, and what to mind."""


_Looks: TypeAlias = dict[tuple[str, bool, bool, bool], StyleArray]


@dataclass(frozen=True, slots=True)
class _Hands:
    """What goes through all pages of one form: the checks of its cells, and the looks that cells had already."""

    checks: Checks
    looks: _Looks = field(default_factory=dict)


def render_form(form: FormBook) -> bytes:
    """The form as the bytes of an .xlsx; equal forms give equal bytes.

    Cells to be typed in are unlocked, the rest is protected without a password. Lists, the stamp and the keys of rows
    stand where the recipient does not see them. No cell holds a formula.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = printable(form.title)
    book.properties.creator = ""
    book.properties.created = book.properties.modified = EPOCH
    hands = _Hands(Checks(form.stamp.year))
    _write_guide(book.create_sheet(_GUIDE), form, hands)
    for table in form.tables:
        _write_table(book.create_sheet(table.name), form, table, hands)
    _write_lists(book, hands.checks)
    _write_stamp(book.create_sheet(PAGE), form)
    return saved(book, {})


def _write_guide(page: Worksheet, form: FormBook, hands: _Hands) -> None:
    for place, width in enumerate(_GUIDE_WIDTHS, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    row = 1
    for line, bold in ((form.title, True), *((line, False) for line in form.guide)):
        write_line(cell_at(page, row, 1), line, italic=False)
        cell_at(page, row, 1).font = Font(name=_FONT, size=LINE_SIZE, bold=bold)
        cell_at(page, row, 1).alignment = Alignment("center" if bold else "left", "top", wrap_text=True)
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        page.row_dimensions[row].height = LINE_HEIGHT * lines(line, sum(_GUIDE_WIDTHS), LINE_SIZE, bold=bold)
        row += 1
    for question in form.questions:
        row += 1
        _write_question(page, row, question, hands)
    hands.checks.put_on(page)
    set_up_page(page, landscape=True, code=form.code)
    _protect(page)


def _write_question(page: Worksheet, row: int, question: Question, hands: _Hands) -> None:
    label = cell_at(page, row, 1)
    write_text(label, question.label)
    label.font = Font(name=_FONT, size=_SIZE, bold=True)
    column = Column(question.key, question.label, _GUIDE_WIDTHS[1], question.type, question.typed)
    _write_cell(page, (row, 2), column, question.value, hands)
    page.row_dimensions[row].height = ROW_HEIGHT * lines(str(question.value or ""), _GUIDE_WIDTHS[1])
    if question.typed:
        hands.checks.check(column, (row, 2))


def _write_table(page: Worksheet, form: FormBook, table: Table, hands: _Hands) -> None:
    columns = table.printed
    last = len(columns)
    for place, column in enumerate(columns, start=1):
        page.column_dimensions[get_column_letter(place)].width = column.width
    hidden = page.column_dimensions[get_column_letter(last + 1)]
    hidden.hidden, hidden.width = True, 12
    about = " – ".join(filter(None, (form.stamp.organisation, form.title)))
    for row, (line, italic) in enumerate(((table.title, False), (about, True), (table.note, True)), start=1):
        _write_across(page, row, line, columns, italic=italic)
    top = _TITLE_ROWS + 1
    for place, column in enumerate(columns, start=1):
        write_heading(cell_at(page, top, place), column.heading)
    write_heading(cell_at(page, top, last + 1), KEY_HEADING)
    page.row_dimensions[top].height = ROW_HEIGHT * max(lines(one.heading, one.width, bold=True) for one in columns)
    rows = (*table.rows, *(Row() for _ in range(table.room)))
    for number, filled in enumerate(rows, start=1):
        _write_row(page, top + number, number, columns, filled, hands)
    hands.checks.put_on(page)
    set_up_page(page, landscape=table.landscape, code=form.code, heading_row=top)
    page.print_area = f"A1:{get_column_letter(last)}{top + len(rows)}"
    _protect(page)


def _write_across(page: Worksheet, row: int, line: str, columns: tuple[Column, ...], *, italic: bool) -> None:
    write_line(cell_at(page, row, 1), line, italic=italic)
    page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(columns))
    width = sum(column.width for column in columns)
    page.row_dimensions[row].height = LINE_HEIGHT * lines(line or "x", width, LINE_SIZE, bold=not italic)


def _write_row(page: Worksheet, row: int, number: int, columns: tuple[Column, ...], filled: Row, hands: _Hands) -> None:
    height = 1
    for place, column in enumerate(columns, start=1):
        value = float(number) if column.key == "stt" else filled.cells.get(column.key)
        _write_cell(page, (row, place), column, value, hands)
        if isinstance(value, str):
            height = max(height, lines(value, column.width))
        if column.typed:
            hands.checks.check(column, (row, place), filled.choices.get(column.key))
    page.row_dimensions[row].height = ROW_HEIGHT * height
    if filled.key:
        write_text(cell_at(page, row, len(columns) + 1), filled.key)


def _write_cell(page: Worksheet, at: tuple[int, int], column: Column, value: CellValue, hands: _Hands) -> None:
    cell = cell_at(page, *at)
    if isinstance(value, str):
        write_text(cell, value)
    elif value is not None:
        cell.value = value
    _dress(cell, column, hands.looks)


def _dress(cell: Cell, column: Column, looks: _Looks) -> None:
    """Setting the parts of a look is slow; a cell that looks like an earlier one takes all of it at once."""
    look = (column.type, column.key == "stt", column.typed, bool(cell.quotePrefix))
    if look in looks:
        cell._style = copy(looks[look])  # type: ignore[attr-defined]
        return
    across = (
        "center" if column.type == "date" or column.key == "stt" else "right" if column.type == "number" else "left"
    )
    cell.font = Font(name=_FONT, size=_SIZE)
    cell.border = _BORDER
    cell.alignment = Alignment(horizontal=across, vertical="top", wrap_text=True, indent=across != "center")
    cell.protection = Protection(locked=not column.typed)
    cell.fill = _TO_TYPE if column.typed else _LOCKED
    cell.number_format = _DATE if column.type == "date" else _NUMBER if column.type == "number" else _AS_TYPED
    looks[look] = copy(cell._style)  # type: ignore[attr-defined]


def _write_lists(book: Workbook, checks: Checks) -> None:
    """The choices too long for a cell's own list, a column for each."""
    if not checks.lists:
        return
    page = book.create_sheet(LISTS)
    for place, choices in enumerate(checks.lists, start=1):
        for row, choice in enumerate(choices, start=1):
            write_text(cell_at(page, row, place), choice)
    page.sheet_state = "hidden"
    _protect(page)


def _write_stamp(page: Worksheet, form: FormBook) -> None:
    for row, said in enumerate(stamp_lines(form.stamp), start=1):
        for place, text in enumerate(said, start=1):
            write_text(cell_at(page, row, place), text)
    page.sheet_state = "veryHidden"
    _protect(page)


def _protect(page: Worksheet) -> None:
    """Without a password: against slips, not against people. Rows may be added, columns made wider."""
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = page.protection.insertRows = False
