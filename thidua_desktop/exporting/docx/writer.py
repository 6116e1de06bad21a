"""Documents as .docx."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...domain.papers import measures
from ...domain.papers.blocks import A4, Document, PageSetup
from ..archive import packed
from ..layout import laid_out
from ..pieces import Gap, NewPage, Piece, Ruled, company
from .elements import element
from .package import blank_parts, core_part
from .sections import section
from .styles import styles
from .tables import add_company
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
    flow.extend(_elements(pieces, document.page))
    if not len(flow) or flow[-1].tag == _TABLE:
        flow.append(element(Gap(measures.ANCHOR), document.page))
    breaks = [piece for piece in pieces if isinstance(piece, NewPage) and piece.numbered_anew]
    last = next((piece.page for piece in reversed(breaks) if piece.page), document.page)
    flow.append(section(last, counted_anew=bool(breaks)))
    return w("document", flow)


def _elements(pieces: Sequence[Piece], page: PageSetup) -> Iterator[Element]:
    """The element of each piece. What stays with the end of a long table is its last row.

    WORKAROUND for LibreOffice 7.4, which keeps a table with what follows only to the end of its second page.
    """
    left = zip(pieces, (*pieces[1:], None), strict=False)
    for piece, after in left:
        made = element(piece, page)
        if isinstance(piece, Ruled) and piece.is_long and isinstance(after, Gap) and after.keep_next:
            kept = (*company(part for part, _ in left), Gap(measures.ANCHOR))
            add_company(made, piece.widths, [element(part, page) for part in kept])
        yield made
