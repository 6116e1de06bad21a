"""Where a long word in a narrow cell may break: after its slashes, never inside a syllable."""

from __future__ import annotations

import re

from .text_width import text_width

BREAK = "\u200b"
"""A place to break without a mark; the reader of plans and the window take it away again."""

_PART = re.compile(r"[^/]*/|[^/]+")


def unbroken(text: str) -> list[str]:
    """The parts of a text that stay on one line each: words, of a word with letters its parts up to each slash."""
    return [part for word in text.split() for part in (_PART.findall(word) if _may_break(word) else [word])]


def with_breaks(text: str, size: float, width: float) -> str:
    """The text with places to break in the words that are wider than ``width`` mm at ``size`` pt."""
    if "/" not in text:
        return text
    words = re.split(r"(\s+)", text)
    return "".join(_broken(word) if _may_break(word) and text_width(word, size) > width else word for word in words)


def _broken(word: str) -> str:
    return BREAK.join(_PART.findall(word))


def _may_break(word: str) -> bool:
    return "/" in word and any(char.isalpha() for char in word)
