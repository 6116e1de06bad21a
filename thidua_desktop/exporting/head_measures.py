"""How long the short lines under titles are, and how wide the head's columns, in mm; the same for every writer.

Nghị định 30/2020, Phụ lục I, mục II: as long as the text under the tiêu ngữ, a third to a half of it under the issuer
and the trích yếu.
"""

from __future__ import annotations

from ..domain.papers import measures as m
from ..domain.papers.blocks import NationalHeader, PageSetup, Title
from .text_width import text_width


def motto_line() -> float:
    """Under the tiêu ngữ."""
    return text_width(m.MOTTO, m.MOTTO_SIZE, "bold")


def issuer_line(block: NationalHeader) -> float:
    """Under the issuer."""
    widest = max((text_width(line, m.ISSUER_SIZE, "bold") for line in block.issuer), default=0.0)
    return m.ISSUER_RULE * widest


def issuer_column(block: NationalHeader, page: PageSetup) -> float:
    """The left column of the head; it gives way to a long place and date, which stand in one line."""
    date = text_width(block.place_date, m.DATE_SIZE, "italic") + m.DATE_MARGIN
    return max(min(m.ISSUER_COLUMN * page.text_width, page.text_width - date), m.LEAST_ISSUER_COLUMN * page.text_width)


def title_line(block: Title, page: PageSetup) -> float:
    """Under the trích yếu; a text of several lines counts as one whole line."""
    text = block.subject or block.doc_type
    return m.TITLE_RULE * min(text_width(text, m.TITLE_SIZE, "bold"), page.text_width)
