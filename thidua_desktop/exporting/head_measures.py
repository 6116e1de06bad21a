"""How long the short lines under titles are, and how wide the head's columns, in mm; the same for every writer.

Nghị định 30/2020, Phụ lục I, mục II: as long as the text under the tiêu ngữ, a third to a half of it under the issuer
and the trích yếu.
"""

from __future__ import annotations

import re

from ..domain.papers import measures as m
from ..domain.papers.blocks import NationalHeader, PageSetup, Title
from ..domain.papers.heads import head_parts
from .letter_widths import Style
from .text_width import text_width

_NBSP = "\u00a0"
_NUMBERED = re.compile(r"(?<=\bnăm) (?=\d{4}\b)|(?<=\d) (?=tháng\b)", re.IGNORECASE)


def motto_line() -> float:
    """Under the tiêu ngữ."""
    return text_width(m.MOTTO, m.MOTTO_SIZE, "bold")


def issuer_line(block: NationalHeader, width: float) -> float:
    """Under the issuer; a name of several lines in its column of ``width`` mm counts as one whole line."""
    widest = max((text_width(line, m.ISSUER_SIZE, "bold") for line in block.issuer), default=0.0)
    return m.ISSUER_RULE * min(widest, width)


def issuer_column(block: NationalHeader, page: PageSetup) -> float:
    """The left column of the head; it gives way to a long place and date, which stand in one line.

    It is wider than usual when that keeps the superior or the issuer in one line beside the quốc hiệu.
    """
    date = text_width(block.place_date, m.DATE_SIZE, "italic") + m.DATE_MARGIN
    nation = text_width(m.NATION, m.NATION_SIZE, "bold") + m.HEAD_MARGIN
    room = page.text_width - max(date, nation)
    superior = text_width(block.superior, m.ISSUER_SIZE)
    lines = (superior, *(text_width(line, m.ISSUER_SIZE, "bold") for line in block.issuer))
    fitting = max((line + m.HEAD_MARGIN for line in lines if line + m.HEAD_MARGIN <= room), default=0.0)
    usual = min(m.ISSUER_COLUMN * page.text_width, page.text_width - date)
    return max(usual, fitting, m.LEAST_ISSUER_COLUMN * page.text_width)


def title_line(block: Title, page: PageSetup) -> float:
    """Under the trích yếu; a text of several lines counts as one whole line."""
    text = block.subject or block.doc_type
    return m.TITLE_RULE * min(text_width(text, m.TITLE_SIZE, "bold"), page.text_width)


def unbroken(text: str) -> str:
    """The text in which a number stays with its word: "năm 2026", "6 tháng"."""
    return _NUMBERED.sub(_NBSP, text)


def subject_text(text: str, page: PageSetup) -> str:
    """The trích yếu as it is set: one of two lines breaks after a comma where both parts fit, as its meaning does."""
    whole = unbroken(text)
    if text_width(whole, m.TITLE_SIZE, "bold") <= page.text_width:
        return text
    for comma in re.finditer(r",(?= )", whole):
        parts = whole[: comma.end()], whole[comma.end() + 1 :]
        if all(text_width(part, m.TITLE_SIZE, "bold") <= page.text_width for part in parts):
            return f"{parts[0]} {parts[1].replace(' ', _NBSP)}"
    return whole


def head_lines(text: str, style: Style, width: float) -> tuple[str, ...]:
    """A line of the head as it stands in ``width`` mm: whole, or broken where its meaning breaks.

    What is too long even so leaves no word alone in its last line.
    """
    if text_width(text, m.ISSUER_SIZE, style) <= width:
        return (text,)
    return tuple(
        part if text_width(part, m.ISSUER_SIZE, style) <= width else _NBSP.join(part.rsplit(" ", 1))
        for part in head_parts(text)
    )
