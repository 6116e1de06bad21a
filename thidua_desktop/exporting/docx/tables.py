"""Tables: the ruled table and the bare grid that heads and signatures stand in.

Word goes by the width of each cell, LibreOffice by the grid: both are written, the layout is fixed. The children of
w:tblPr have an order that Word insists on.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.papers import measures
from ...domain.papers.blocks import Align, Table
from .paragraphs import Look, paragraph, run
from .xml import Element, mm, pt, w


def grid(widths: Sequence[float], rows: Sequence[Sequence[Sequence[Element]]]) -> Element:
    """A table without lines and cell margins: ``rows`` of cells of paragraphs; widths in mm."""
    table = _table(widths, _properties(widths, indent=0.0, padding=(0.0, 0.0), lines=False))
    for cells in rows:
        row = [_cell(width, content) for width, content in zip(widths, cells, strict=True)]
        table.append(w("tr", w("trPr", w("cantSplit")), *row))
    return table


def ruled_table(block: Table) -> Element:
    """A table with lines, its heading row repeated on every page."""
    widths = [column.width for column in block.columns]
    padding = (measures.CELL_PADDING_X, measures.CELL_PADDING_Y)
    table = _table(widths, _properties(widths, indent=measures.CELL_PADDING_X, padding=padding, lines=True))
    aligns: list[Align] = [column.align for column in block.columns]
    centred: list[Align] = ["center"] * len(widths)
    headings = [column.heading for column in block.columns]
    table.append(_row(widths, headings, centred, block.size, bold=True, heading=True))
    for texts in block.rows:
        if len(texts) == 1:
            table.append(_row([sum(widths)], texts, ["left"], block.size, bold=True, span=len(widths)))
        else:
            table.append(_row(widths, texts, aligns, block.size))
    if block.total:
        table.append(_row(widths, block.total, aligns, block.size, bold=True))
    return table


def _row(
    widths: Sequence[float],
    texts: Sequence[str],
    aligns: Sequence[Align],
    size: float,
    *,
    bold: bool = False,
    heading: bool = False,
    span: int = 1,
) -> Element:
    whole = max(map(len, texts), default=0) <= measures.TALL_CELL
    properties = w("trPr", w("cantSplit") if whole else None, w("tblHeader") if heading else None)
    row = w("tr", properties if len(properties) else None)
    for width, text, align in zip(widths, texts, aligns, strict=True):
        look = Look(align=align, keep_next=heading or span > 1, size=size)
        lines = [paragraph([run(line, bold=bold, size=size)], look) for line in text.split("\n")]
        row.append(_cell(width, lines, span=span, vertical="center"))
    return row


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
