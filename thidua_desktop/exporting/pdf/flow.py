"""A document as the plain data that ``resources/paper.typ`` sets. Lengths are points."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Any

from ...domain.papers import measures as m
from ...domain.papers.blocks import Document, PageSetup
from ..layout import laid_out
from ..letters import one_line
from ..pieces import Cell, Gap, Grid, Line, NewPage, Piece, Placed, Row, Ruled, ShortLine
from ..text_width import MM_PER_POINT

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
    """The pieces; a table that stays with what follows holds the gap after it and the next piece as its ``company``."""
    pieces, flow = iter(list(laid_out(document))), list[Data]()
    for piece in pieces:
        if isinstance(piece, Gap) and piece.keep_next and (after := next(pieces, None)):
            flow[-1]["company"] = [_data(piece), _data(after)]
            flow[-1]["rows"][-1]["keep"] = True
        else:
            flow.append(_data(piece))
    return flow


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


def _data(piece: Piece) -> Data:
    match piece:
        case Line():
            return _line(piece)
        case ShortLine():
            return _short_line(piece)
        case Grid(widths, rows):
            cells = [[{"content": [_data(part) for part in cell]} for cell in row] for row in rows]
            return {"kind": "grid", "widths": [_points(width) for width in widths], "rows": cells}
        case Ruled():
            return _ruled(piece)
        case Gap(height):
            return {"kind": "space", "height": height}
        case NewPage(numbered_anew):
            return {"kind": "page-break", "numbered_anew": numbered_anew}
        case Placed(line, x, y, width):
            place = {"x": _points(x), "y": _points(y), "width": _points(width)}
            return {"kind": "placed", "text": _line(line)} | place


def _line(piece: Line) -> Data:
    return {
        "kind": "paragraph",
        "runs": [{"text": _shown(r.text), "bold": r.bold, "italic": r.italic, "caps": piece.caps} for r in piece.runs],
        "size": piece.size,
        "align": piece.align,
        "before": piece.before,
        "after": piece.after,
        "first_line": _points(piece.first_line),
        "keep_next": piece.keep_next,
    }


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
        "heading": _row(piece.heading, None),
        "rows": [_row(*pair) for pair in zip_longest(piece.rows, piece.rows[1:])],
        "company": [],
    }


def _row(row: Row, after: Row | None) -> Data:
    """A row; it stays with the one ``after`` it only when that may not break, for both would have to fit on a page."""
    keep = row.keep_next and after is not None and after.whole
    inside = _points(row.least - 2 * m.CELL_PADDING_Y) - m.TABLE_LINE if row.least else 0.0
    return {"cells": [_cell(cell, row.whole) for cell in row.cells], "keep": keep, "least": inside}


def _cell(cell: Cell, whole: bool) -> Data:
    return {"content": [_line(line) for line in cell.lines], "span": cell.span, "breakable": not whole}
