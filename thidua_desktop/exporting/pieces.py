"""What blocks come down to on the page: lines, short lines, tables, gaps. Every writer sets these and nothing else.

Widths and places are millimetres; sizes and gaps points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ..domain.papers.blocks import Align, PageSetup
from ..domain.richtext import Run


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``body`` says that it is running text; ``outline`` its depth when it is a heading, else 0."""

    runs: tuple[Run, ...]
    size: float
    align: Align = "center"
    before: float = 0.0
    after: float = 0.0
    first_line: float = 0.0
    keep_next: bool = False
    caps: bool = False
    body: bool = False
    outline: int = 0


@dataclass(frozen=True, slots=True)
class ShortLine:
    """The line under a title: ``length`` in the middle of ``width``."""

    length: float
    width: float
    after: float = 0.0
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table without lines and margins that never breaks: rows of cells of pieces."""

    widths: tuple[float, ...]
    rows: tuple[tuple[tuple[Line | ShortLine, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ruled table over ``span`` columns."""

    lines: tuple[Line, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``whole``: it may not break across pages; ``keep_next``: no page parts it from the next;
    ``least``: its least height; ``height``: about how high it is.
    """

    cells: tuple[Cell, ...]
    whole: bool = True
    keep_next: bool = False
    least: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table with lines; its heading row stands on every page. ``is_long``: it may end on the third page or later."""

    widths: tuple[float, ...]
    heading: Row
    rows: tuple[Row, ...]
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Nothing, so high."""

    height: float
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page; ``numbered_anew`` counts the pages from 1 again.

    ``page`` are the pages to come and ``ended`` those before, where they are of another kind than the document's first.
    """

    numbered_anew: bool = False
    page: PageSetup | None = None
    ended: PageSetup | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A line at a fixed place, from the paper's left and top edges."""

    line: Line
    x: float
    y: float
    width: float


Piece: TypeAlias = Line | ShortLine | Grid | Ruled | Gap | NewPage | Placed


def company(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """What stays with the end of the table above: the pieces up to the first that no next one stays with."""
    for piece in pieces:
        yield piece
        if not (isinstance(piece, Gap | Line) and piece.keep_next):
            return
