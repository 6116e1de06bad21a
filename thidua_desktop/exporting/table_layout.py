"""How a table stands on the page: its rows as cells of lines, and which of them stay whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from ..domain.papers import measures as m
from ..domain.papers.blocks import Align, PageSetup, Table
from ..domain.richtext import Run
from .column_widths import sized
from .pieces import Cell, Line, Row, Ruled
from .slashes import with_breaks
from .text_width import MM_PER_POINT, text_width


@dataclass(frozen=True, slots=True)
class _Shape:
    """The columns' widths in mm and alignments, the letters in pt; in mm the height of a row that may break, and the
    least ones of a row to write in, which in a table to be ``signed`` every row is, and of any other row.
    """

    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    size: float
    tall: float
    blank: float
    signed: bool
    least: float


def ruled(block: Table, page: PageSetup) -> Ruled:
    """The table within the text of its page."""
    table = sized(block, page.text_width)
    widths = tuple(column.width for column in table.columns)
    tall = m.WHOLE_ROW * (page.height - page.top - page.bottom)
    aligns = tuple(column.align for column in table.columns)
    shape = _Shape(widths, aligns, table.size, tall, table.blank_height, table.signed, table.row_height)
    middle: list[Align] = ["center"] * len(widths)
    headings = tuple(column.heading for column in table.columns)
    heading = _row(
        headings if any(headings[1:]) else headings[:1], replace(shape, aligns=tuple(middle)), bold=True, keep_next=True
    )
    lines = [(texts, False) for texts in table.rows] + [(table.total, True)] * bool(table.total)
    rows = [
        _row(texts, shape, bold=bold, keep_next=table.keep_next and number == len(lines))
        for number, (texts, bold) in enumerate(lines, start=1)
    ]
    is_long = sum(row.height for row in rows) > page.height - page.top - page.bottom
    return Ruled(widths, heading, tuple(rows), is_long)


def _row(texts: tuple[str, ...], shape: _Shape, *, bold: bool = False, keep_next: bool = False) -> Row:
    """A row; a single text among several columns is a heading across the table, on one page with the row below it.

    A high row stays with nothing: both together might be higher than a page.
    """
    across = len(texts) == 1 < len(shape.widths)
    widths = (sum(shape.widths),) if across else shape.widths
    aligns: tuple[Align, ...] = ("left",) if across else shape.aligns
    rooms = [width - 2 * m.CELL_PADDING_X for width in widths]
    height = max(_height(text, room, shape.size) for text, room in zip(texts, rooms, strict=True))
    keep = (keep_next or across) and height <= shape.tall / 2
    shown = (with_breaks(text, shape.size, room) for text, room in zip(texts, rooms, strict=True))
    span = len(shape.widths) if across else 1
    cells = (
        _cell(text, align, shape.size, bold or across, keep, span) for text, align in zip(shown, aligns, strict=True)
    )
    written = not across and not bold and (shape.signed or not any(texts[1:]))
    least = shape.blank if written else 0.0 if across or bold else shape.least
    return Row(tuple(cells), height <= shape.tall, keep, least, max(height + 2 * m.CELL_PADDING_Y, least))


def _height(text: str, room: float, size: float) -> float:
    """About how high a text stands in ``room`` mm, in mm."""
    lines = sum(max(1, ceil(text_width(line, size) * m.RAGGED / room)) for line in text.split("\n"))
    return lines * size * m.LINE * MM_PER_POINT


def _cell(text: str, align: Align, size: float, bold: bool, keep_next: bool, span: int) -> Cell:
    runs = ((Run(line, bold),) for line in text.split("\n"))
    return Cell(tuple(Line(run, size, align, keep_next=keep_next) for run in runs), span)
