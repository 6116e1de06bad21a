"""Tables: the ruled table and the bare grid that heads and signatures stand in.

Word goes by the width of each cell, LibreOffice by the grid: both are written, the layout is fixed. The children of
w:tblPr have an order that Word insists on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...domain.papers import measures
from ..pieces import Line, Row, Ruled
from .paragraphs import paragraph
from .xml import Element, mm, pt, w


def grid(widths: Sequence[float], rows: Sequence[Sequence[Sequence[Element]]]) -> Element:
    """A table without lines and cell margins: ``rows`` of cells of paragraphs; widths in mm."""
    table = _table(widths, _properties(widths, indent=0.0, padding=(0.0, 0.0), lines=False))
    for cells in rows:
        row = [_cell(width, content) for width, content in zip(widths, cells, strict=True)]
        table.append(w("tr", w("trPr", w("cantSplit")), *row))
    return table


def ruled_table(piece: Ruled, line: Callable[[Line], Element]) -> Element:
    """A table with lines, its heading row repeated on every page; ``line`` makes the paragraphs of the cells."""
    padding = (measures.CELL_PADDING_X, measures.CELL_PADDING_Y)
    properties = _properties(piece.widths, indent=measures.CELL_PADDING_X, padding=padding, lines=True)
    table = _table(piece.widths, properties)
    for row in (piece.heading, *piece.rows):
        table.append(_row(row, piece.widths, line, heading=row is piece.heading))
    return table


def add_company(table: Element, widths: Sequence[float], content: Sequence[Element]) -> None:
    """One more row without lines, on the page of the row above it, for what stays with the end of the table."""
    nothing = (w(side, val="nil") for side in ("left", "bottom", "right"))
    properties = w(
        "tcPr",
        w("tcW", w=sum(map(mm, widths)), type="dxa"),
        w("gridSpan", val=len(widths)) if len(widths) > 1 else None,
        w("tcBorders", *nothing),
        w("tcMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))),
    )
    table.append(w("tr", w("trPr", w("cantSplit")), w("tc", properties, *content)))


def _row(row: Row, widths: Sequence[float], line: Callable[[Line], Element], *, heading: bool) -> Element:
    properties = w(
        "trPr",
        w("cantSplit") if row.whole else None,
        w("trHeight", val=mm(row.least), hRule="atLeast") if row.least else None,
        w("tblHeader") if heading else None,
    )
    made = w("tr", properties if len(properties) else None)
    column = 0
    for cell in row.cells:
        width = sum(widths[column : column + cell.span])
        made.append(_cell(width, [line(part) for part in cell.lines], span=cell.span, vertical="center"))
        column += cell.span
    return made


def _cell(width: float, content: Sequence[Element], *, span: int = 1, vertical: str = "top") -> Element:
    properties = w(
        "tcPr",
        w("tcW", w=mm(width), type="dxa"),
        w("gridSpan", val=span) if span > 1 else None,
        w("vAlign", val=vertical) if vertical != "top" else None,
    )
    return w("tc", properties, *(content or [paragraph(())]))


def _table(widths: Sequence[float], properties: Element) -> Element:
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=mm(width)) for width in widths)))


def _properties(widths: Sequence[float], *, indent: float, padding: tuple[float, float], lines: bool) -> Element:
    across, above = mm(padding[0]), mm(padding[1])
    sides = {"top": above, "left": across, "bottom": above, "right": across}
    return w(
        "tblPr",
        w("tblW", w=sum(map(mm, widths)), type="dxa"),
        w("tblInd", w=mm(indent), type="dxa"),
        _borders() if lines else None,
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=length, type="dxa") for side, length in sides.items())),
    )


def _borders() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    weight = round(pt(measures.TABLE_LINE) / 20 * 8)
    return w("tblBorders", *(w(side, val="single", sz=weight, space=0, color="auto") for side in sides))
