"""Letters that a paper can hold."""

from __future__ import annotations

_NOT_PRINTED = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF])
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000))


def printable(text: str) -> str:
    """The text without control characters and broken halves of letters; neither XML nor a page can hold them."""
    return text.translate(_NOT_PRINTED | _SURROGATES) if not text.isprintable() else text


def one_line(text: str) -> str:
    """The printable text with every line break as a space."""
    return printable(" ".join(text.splitlines())) if not text.isprintable() else text
