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
    """The columns' widths in mm and alignments, the letters in pt, and the height in mm of a row that may break."""

    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    size: float
    tall: float


def ruled(block: Table, page: PageSetup) -> Ruled:
    """The table within the text of its page."""
    table = sized(block, page.text_width)
    widths = tuple(column.width for column in table.columns)
    tall = m.WHOLE_ROW * (page.height - page.top - page.bottom)
    shape = _Shape(widths, tuple(column.align for column in table.columns), table.size, tall)
    middle: list[Align] = ["center"] * len(widths)
    headings = tuple(column.heading for column in table.columns)
    heading = _row(
        headings if any(headings[1:]) else headings[:1], replace(shape, aligns=tuple(middle)), bold=True, keep_next=True
    )
    rows = [_row(texts, shape) for texts in table.rows]
    if table.total:
        rows.append(_row(table.total, shape, bold=True))
    return Ruled(widths, heading, tuple(rows))


def _row(texts: tuple[str, ...], shape: _Shape, *, bold: bool = False, keep_next: bool = False) -> Row:
    """A row; a single text among several columns is a heading across the table."""
    if len(texts) == 1 < len(shape.widths):
        whole = _height(texts[0], sum(shape.widths), shape.size) <= shape.tall
        return Row((_cell(texts[0], "left", shape.size, True, True, span=len(shape.widths)),), whole)
    rooms = [width - 2 * m.CELL_PADDING_X for width in shape.widths]
    whole = max(_height(text, room, shape.size) for text, room in zip(texts, rooms, strict=True)) <= shape.tall
    shown = (with_breaks(text, shape.size, room) for text, room in zip(texts, rooms, strict=True))
    pairs = zip(shown, shape.aligns, strict=True)
    return Row(tuple(_cell(text, align, shape.size, bold, keep_next) for text, align in pairs), whole)


def _height(text: str, room: float, size: float) -> float:
    """About how high a text stands in ``room`` mm, in mm."""
    lines = sum(max(1, ceil(text_width(line, size) * m.RAGGED / room)) for line in text.split("\n"))
    return lines * size * m.LINE * MM_PER_POINT


def _cell(text: str, align: Align, size: float, bold: bool, keep_next: bool, *, span: int = 1) -> Cell:
    runs = ((Run(line, bold),) for line in text.split("\n"))
    return Cell(tuple(Line(run, size, align, keep_next=keep_next) for run in runs), span)
