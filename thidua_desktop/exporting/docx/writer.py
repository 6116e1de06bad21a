"""Documents as .docx."""

from __future__ import annotations

from ...domain.papers import measures
from ...domain.papers.blocks import (
    A4,
    AuthorityLine,
    Bases,
    Block,
    Document,
    Heading,
    NationalHeader,
    PageBreak,
    PageSetup,
    PlacedPage,
    Signature,
    Table,
    Text,
    Title,
)
from . import body, frames
from .package import blank_parts, core_part, packed
from .paragraphs import spacer
from .styles import styles
from .tables import ruled_table
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
    for block in document.blocks:
        for element in elements(block, document.page):
            if element.tag == _TABLE and len(flow) and flow[-1].tag == _TABLE:
                flow.append(spacer(measures.TABLE_GAP))
            flow.append(element)
    if not len(flow) or flow[-1].tag == _TABLE:
        flow.append(spacer(1.0))
    flow.append(_section(document.page))
    return w("document", flow)


def elements(block: Block, page: PageSetup) -> list[Element]:
    """The paragraphs and tables of one block."""
    match block:
        case NationalHeader():
            return frames.national_header(block, page)
        case Title():
            return frames.title(block, page)
        case AuthorityLine():
            return body.authority_line(block, page)
        case Bases():
            return body.bases(block, page)
        case Heading():
            return body.heading(block, page)
        case Text():
            return body.text(block, page)
        case Table():
            return [ruled_table(block), spacer(measures.TABLE_GAP)]
        case Signature():
            return frames.signature(block, page)
        case PlacedPage():
            return body.placed_page(block, page)
        case PageBreak():
            return [body.page_break()]


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
