"""How wide a text stands in Times New Roman."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from .letter_widths import WIDTHS, Style

_UNITS = 2048
MM_PER_POINT = 25.4 / 72


def text_width(text: str, size: float, style: Style = "regular") -> float:
    """The width of ``text`` in mm at ``size`` pt, without kerning; a letter not known counts as a figure."""
    letters = _letters(style)
    units = sum(letters.get(char) or _base_width(char, style) for char in text.replace("\u00a0", " "))
    return units * size / _UNITS * MM_PER_POINT


def style_of(bold: bool, italic: bool) -> Style:
    """The style of a run."""
    if bold:
        return "bold_italic" if italic else "bold"
    return "italic" if italic else "regular"


@lru_cache
def _letters(style: Style) -> dict[str, int]:
    return {letter: width for width, letters in WIDTHS[style].items() for letter in letters}


@lru_cache(maxsize=512)
def _base_width(char: str, style: Style) -> int:
    """A letter with marks: as wide as what is left without the last of them."""
    letters = _letters(style)
    parts = unicodedata.normalize("NFD", char)
    for end in range(len(parts) - 1, 0, -1):
        if width := letters.get(unicodedata.normalize("NFC", parts[:end])):
            return width
    unseen = unicodedata.combining(char) or unicodedata.category(char) == "Cf"  # a joiner, a place to break
    return 0 if unseen else letters["0"]
