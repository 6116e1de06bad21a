"""Documents as .docx."""

from __future__ import annotations

from ...domain.papers import measures
from ...domain.papers.blocks import A4, Document
from ..archive import packed
from ..layout import laid_out
from ..pieces import Gap, NewPage
from .elements import element
from .package import blank_parts, core_part
from .sections import section
from .styles import styles
from .xml import W_NS, Element, serialised, w

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
    pieces = list(laid_out(document))
    flow = w("body")
    flow.extend(element(piece, document.page) for piece in pieces)
    if not len(flow) or flow[-1].tag == _TABLE:
        flow.append(element(Gap(measures.ANCHOR), document.page))
    breaks = [piece for piece in pieces if isinstance(piece, NewPage) and piece.numbered_anew]
    last = next((piece.page for piece in reversed(breaks) if piece.page), document.page)
    flow.append(section(last, counted_anew=bool(breaks)))
    return w("document", flow)
