"""Cells of a sheet: how texts, figures and days are written and how high a row must be for them."""

from __future__ import annotations

import re
from copy import copy
from datetime import date
from math import ceil

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from ...domain.papers.blocks import SheetCell, SheetColumn
from ...domain.papers.measures import RAGGED
from ..letters import printable
from ..text_width import text_width

_FONT = "Times New Roman"
_SIZE = 12
ROW_HEIGHT = 15.75
LINE_SIZE, LINE_HEIGHT = 13, 17.25
"""Of the lines above the table and below it."""
_DIGIT_WIDTH = 1.85
"""A column's unit of width, the figure 0 of the standard font, in mm."""
_BOLD = 1.08
"""How much wider bold letters are."""
_LINE = Side(style="thin")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_SHADE = PatternFill("solid", fgColor="E7E6E6")
_DATE = "dd/mm/yyyy"
_PERCENT = "0.0%"
_ROW_NUMBER = "STT"
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_SIGNS = ("=", "+", "-", "@")
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def cell_at(page: Worksheet, row: int, column: int) -> Cell:
    """The cell of that row and column, counted from 1."""
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def write_text(cell: Cell, text: str) -> None:
    """A text that begins like a formula stays a text, also after somebody edits the cell; one that looks like Excel's
    way to write a control character ("_x0009_") stays what it is."""
    cell.value = _ESCAPE.sub("_x005F_", printable(text))
    if text.startswith(_FORMULA_SIGNS):
        cell.data_type = "s"
        cell.quotePrefix = True


def write_line(cell: Cell, text: str, *, italic: bool) -> None:
    """A line above the table or below it: the last one above and those below in italics, the others bold."""
    write_text(cell, text)
    cell.font = Font(name=_FONT, size=LINE_SIZE, bold=not italic, italic=italic)
    cell.alignment = _MIDDLE


def write_heading(cell: Cell, text: str) -> None:
    """A cell of the table's heading."""
    write_text(cell, text)
    cell.font = Font(name=_FONT, size=_SIZE, bold=True)
    cell.alignment = _MIDDLE
    cell.border, cell.fill = _BORDER, _SHADE


def write_bold(cell: Cell) -> None:
    """A cell of a row that is a heading across the table."""
    cell.font = Font(name=_FONT, size=_SIZE, bold=True)
    cell.border = _BORDER


class Looks:
    """How cells of one book look. Setting font, border and alignment of a cell is slow; one that looks like an earlier
    one takes all of it at once.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, bool], StyleArray] = {}

    def put(self, cell: Cell, across: str, number_format: str = "General", *, bold: bool = False) -> None:
        """Dress a cell of the table's body."""
        look = (across, number_format, bold)
        if look in self._known:
            cell._style = copy(self._known[look])  # type: ignore[attr-defined]
            return
        cell.font = Font(name=_FONT, size=_SIZE, bold=bold)
        cell.border = _BORDER
        cell.alignment = Alignment(horizontal=across, vertical="top", wrap_text=True)
        cell.number_format = number_format
        self._known[look] = copy(cell._style)  # type: ignore[attr-defined]


def fill(cell: Cell, column: SheetColumn, value: str | float | None, looks: Looks) -> None:
    """A cell of a row, by what its column holds."""
    middle = column.type == "date" or column.heading == _ROW_NUMBER
    across = "center" if middle else "right" if column.is_number else "left"
    if column.type == "date" and isinstance(value, str) and (day := _day(value)):
        looks.put(cell, across, _DATE)
        cell.value = day
        cell.number_format = _DATE  # a day put in brings a form of its own
    elif isinstance(value, str):
        looks.put(cell, across)
        write_text(cell, value)
    elif value is not None:
        looks.put(cell, across, _PERCENT if column.type == "percent" else _number_format(value))
        cell.value = int(value) if float(value).is_integer() else value
    else:
        looks.put(cell, across, _PERCENT if column.type == "percent" else "#,##0" if column.is_number else "General")


def write_total(cell: Cell, column: SheetColumn, formula: str, looks: Looks) -> None:
    """A cell of the sum row; ``formula`` "" leaves it empty."""
    across = "right" if column.is_number else "left"
    looks.put(cell, across, "#,##0.##" if column.type == "number" else "#,##0", bold=True)
    if formula:
        cell.value = formula


def height(columns: tuple[SheetColumn, ...], row: tuple[SheetCell, ...]) -> float:
    """The height in pt that a row's wrapped texts need: not every program fits rows when it opens a file."""
    texts = ((value, column.width) for column, value in zip(columns, row, strict=True) if isinstance(value, str))
    return ROW_HEIGHT * max((lines(text, width) for text, width in texts), default=1)


def lines(text: str, width: float, size: float = _SIZE, *, bold: bool = False) -> int:
    """How many lines a text of that size takes in a cell of that width in characters."""
    room = width * _DIGIT_WIDTH / (RAGGED * (_BOLD if bold else 1))
    return max(1, sum(max(1, ceil(text_width(line, size) / room)) for line in text.splitlines()))


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _number_format(value: float) -> str:
    """Grouped thousands and just the decimals that the figure has; Excel shows the marks of the computer's country."""
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return "#,##0" + ("." + "0" * decimals if decimals else "")
