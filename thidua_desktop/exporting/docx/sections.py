"""Pages of a .docx: their size, margins and numbers."""

from __future__ import annotations

from ...domain.papers import measures
from ...domain.papers.blocks import PageSetup
from .xml import R_NS, W_NS, Element, mm, w

_HEADER_RELATION = "rId4"


def section(page: PageSetup, *, counted_anew: bool = False) -> Element:
    """The w:sectPr of the page; ``counted_anew`` when its pages are numbered from 1 whatever came before."""
    header = w("headerReference", type="default")
    header.set(f"{{{R_NS}}}id", _HEADER_RELATION)
    size = w("pgSz", w=mm(page.width), h=mm(page.height))
    if page.width > page.height:
        size.set(f"{{{W_NS}}}orient", "landscape")
    margins = w(
        "pgMar",
        top=mm(page.top),
        right=mm(page.right),
        bottom=mm(page.bottom),
        left=mm(page.left),
        header=mm(measures.HEADER_DISTANCE),
        footer=mm(measures.HEADER_DISTANCE),
        gutter=0,
    )
    numbers = w("pgNumType", start=1) if counted_anew else None
    columns = w("cols", space=720)
    return w("sectPr", header if page.numbered else None, size, margins, numbers, columns, w("titlePg"))
