"""Documents as .docx."""

from __future__ import annotations

from ...domain.papers import measures
from ...domain.papers.blocks import A4, Document, PageSetup
from ..archive import packed
from ..layout import laid_out
from ..pieces import Gap
from .elements import element
from .package import blank_parts, core_part
from .styles import styles
from .xml import R_NS, W_NS, Element, mm, serialised, w

_HEADER_RELATION = "rId4"
_TABLE = f"{{{W_NS}}}tbl"


def render(document: Document) -> bytes:
    """The document as the bytes of a .docx; equal documents give equal bytes."""
    parts = dict(blank_parts())
    parts["word/document.xml"] = serialised(document_part(document))
    parts["word/styles.xml"] = serialised(styles(document.page)) if document.page != A4 else parts["word/styles.xml"]
    parts["docProps/core.xml"] = core_part(document.subject, document.author)
    return packed(parts)


def document_part(document: Document) -> Element:
    """The root of word/document.xml."""
    flow = w("body")
    flow.extend(element(piece, document.page) for piece in laid_out(document))
    if not len(flow) or flow[-1].tag == _TABLE:
        flow.append(element(Gap(measures.ANCHOR), document.page))
    flow.append(_section(document.page))
    return w("document", flow)


def _section(page: PageSetup) -> Element:
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
    return w("sectPr", header if page.numbered else None, size, margins, w("cols", space=720), w("titlePg"))
