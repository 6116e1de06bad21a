"""A word wider than its line breaks inside, as Word and LibreOffice break it; typst has to be told where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .letter_widths import Style
from .text_width import text_width

BREAK = "\u200b"
_WORD = re.compile(rf"[^\s{BREAK}]+")


def broken(text: str, size: float, style: Style, measure: float) -> str:
    """The text with a place to break wherever a word fills a line of ``measure`` mm; ``size`` in pt."""
    if text_width(text, size, style) <= measure:
        return text
    return _WORD.sub(lambda found: BREAK.join(_pieces(found[0], size, style, measure)), text)


def _pieces(word: str, size: float, style: Style, measure: float) -> Iterator[str]:
    """Parts of a word that fill a line each, the last as long as it is."""
    start, wide = 0, 0.0
    if text_width(word, size, style) <= measure:
        yield word
        return
    for at, letter in enumerate(word):
        wide += text_width(letter, size, style)
        if wide > measure and at > start:
            yield word[start:at]
            start, wide = at, text_width(letter, size, style)
    yield word[start:]
