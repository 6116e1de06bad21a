"""A document as the plain data that ``resources/paper.typ`` sets. Lengths are points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from ...domain.papers import measures as m
from ...domain.papers.blocks import Document, PageSetup
from ...domain.richtext import Run
from ..layout import laid_out
from ..letters import one_line
from ..long_words import broken
from ..pieces import Cell, Gap, Grid, Line, NewPage, Piece, Placed, Row, Ruled, ShortLine, company
from ..text_width import MM_PER_POINT, style_of

Data = dict[str, Any]

_TWIP = 0.05
"""The measure is this much narrower here: LibreOffice rounds to whole twips, so a line that fills the measure to the
last hundredth of a point breaks there (of 1,466 paragraphs 12 broke otherwise without this, 2 with it)."""
_JOINER = "\u2060"
_BREAK = "\u200b"
_HYPHEN = re.compile(r"(?<=\w)-(?=\d)")


def paper(document: Document) -> Data:
    """The whole document: page, properties and flow."""
    return {
        "page": _page(document.page),
        "subject": one_line(document.subject),
        "author": one_line(document.author),
        "flow": _flow(document),
    }


def _flow(document: Document) -> list[Data]:
    """The pieces; a table that stays with what follows holds the gap after it and that as its ``company``.

    Pages of another kind than the document's first stand in a flow of their own.
    """
    pieces, page = iter(list(laid_out(document))), document.page
    whole = flow = list[Data]()
    for piece in pieces:
        if isinstance(piece, NewPage) and piece.page:
            flow.append({"kind": "last"})
            flow, page = [], piece.page
            whole.append({"kind": "sheet", "page": _page(page), "flow": flow})
        elif isinstance(piece, Gap) and piece.keep_next:
            flow[-1]["company"] = [_data(one, page.text_width) for one in (piece, *company(pieces))]
            flow[-1]["rows"][-1]["keep"] = True
        else:
            flow.append(_placed(piece, page) if isinstance(piece, Placed) else _data(piece, page.text_width))
    return whole


def _page(page: PageSetup) -> Data:
    sides = {name: _points(getattr(page, name)) for name in ("width", "height", "top", "bottom", "left", "right")}
    sides["right"] += _TWIP
    return sides | {
        "body_size": page.body_size,
        "numbered": page.numbered,
        "header_distance": _points(m.HEADER_DISTANCE),
        "number_size": m.PAGE_NUMBER_SIZE,
    }


def _points(length: float) -> float:
    """Millimetres in points, on the grid of twips that a .docx keeps."""
    return round(length / MM_PER_POINT * 20) / 20


def _data(piece: Piece, measure: float) -> Data:
    """A piece in a column ``measure`` mm wide."""
    match piece:
        case Line():
            return _line(piece, measure)
        case ShortLine():
            return _short_line(piece)
        case Grid(widths, rows):
            cells = [
                [{"content": [_data(part, width) for part in cell]} for cell, width in zip(row, widths, strict=True)]
                for row in rows
            ]
            return {"kind": "grid", "widths": [_points(width) for width in widths], "rows": cells}
        case Ruled():
            return _ruled(piece)
        case Gap(height):
            return {"kind": "space", "height": height}
        case NewPage(numbered_anew):
            return {"kind": "page-break", "numbered_anew": numbered_anew}
        case Placed():
            raise ValueError("a placed line stands on a page, not in a column")


def _placed(piece: Placed, page: PageSetup) -> Data:
    """A line at its place, measured from the margins of the page."""
    return {
        "kind": "placed",
        "text": _line(piece.line, piece.width),
        "x": _points(piece.x) - _points(page.left),
        "y": _points(piece.y) - _points(page.top),
        "width": _points(piece.width),
    }


def _line(piece: Line, measure: float) -> Data:
    return {
        "kind": "paragraph",
        "runs": [_run(run, piece, measure) for run in piece.runs],
        "size": piece.size,
        "align": piece.align,
        "before": piece.before,
        "after": piece.after,
        "first_line": _points(piece.first_line),
        "keep_next": piece.keep_next,
    }


def _run(run: Run, piece: Line, measure: float) -> Data:
    text = _shown(run.text.upper() if piece.caps else run.text)
    fitted = broken(text, piece.size, style_of(run.bold, run.italic), measure)
    return {"text": fitted, "bold": run.bold, "italic": run.italic, "caps": piece.caps}


def _shown(text: str) -> str:
    """One line with Word's places to break it: never after a slash, always after a hyphen before a figure."""
    return _HYPHEN.sub(f"-{_BREAK}", one_line(text).replace("\t", "    ").replace("/", f"/{_JOINER}"))


def _short_line(piece: ShortLine) -> Data:
    return {
        "kind": "rule",
        "length": _points(piece.length),
        "gap": m.RULE_GAP,
        "height": m.RULE_SIZE * m.LINE + m.RULE_WEIGHT,
        "after": piece.after,
        "weight": m.RULE_WEIGHT,
    }


def _ruled(piece: Ruled) -> Data:
    return {
        "kind": "table",
        "widths": [_points(width) for width in piece.widths],
        "line": m.TABLE_LINE,
        "inset_x": _points(m.CELL_PADDING_X),
        "inset_y": _points(m.CELL_PADDING_Y) + m.TABLE_LINE / 2,
        "heading": _row(piece.heading, None, piece.widths),
        "rows": [_row(*pair, piece.widths) for pair in zip_longest(piece.rows, piece.rows[1:])],
        "company": [],
    }


def _row(row: Row, after: Row | None, widths: Sequence[float]) -> Data:
    """A row; it stays with the one ``after`` it only when that may not break, for both would have to fit on a page."""
    keep = row.keep_next and after is not None and after.whole
    inside = _points(row.least - 2 * m.CELL_PADDING_Y) - m.TABLE_LINE if row.least else 0.0
    cells, column = [], 0
    for cell in row.cells:
        measure = sum(widths[column : column + cell.span]) - 2 * m.CELL_PADDING_X
        cells.append(_cell(cell, row.whole, measure))
        column += cell.span
    return {"cells": cells, "keep": keep, "least": inside}


def _cell(cell: Cell, whole: bool, measure: float) -> Data:
    return {"content": [_line(line, measure) for line in cell.lines], "span": cell.span, "breakable": not whole}
