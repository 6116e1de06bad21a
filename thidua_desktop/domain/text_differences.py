"""What differs between two texts, word by word, and how alike they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "removed", "added"]

_TOKEN = re.compile(r"\s+|[\w%‰]+(?:[./,:-]\w+)*|[^\w\s]")
_MOST_TOKENS = 3_000  # of a text compared word by word; a longer one is compared paragraph by paragraph
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that both texts have, or only the old one (removed), or only the new one (added)."""

    text: str
    kind: Kind = "same"


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts as one row of pieces: without the added ones it is ``old``, without the removed ones ``new``."""
    tokens = (_TOKEN.findall(old), _TOKEN.findall(new))
    if max(map(len, tokens)) > _MOST_TOKENS:
        tokens = (_LINE.findall(old), _LINE.findall(new))
    return _joined(_pieces(*tokens))


def _pieces(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    """Blanks between two changed words belong to the change, so that it reads as one."""
    pieces: list[Piece] = []
    gone: list[str] = []
    come: list[str] = []
    for what, i, j, k, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        words = "".join(old[i:j])
        if what != "equal":
            gone.append(words)
            come.append("".join(new[k:end]))
        elif words.isspace() and "\n" not in words and "".join(gone).strip() and "".join(come).strip():
            gone.append(words)
            come.append(words)
        else:
            pieces += _change(gone, come)
            gone, come = [], []
            pieces.append(Piece(words))
    return pieces + _change(gone, come)


def _change(gone: Sequence[str], come: Sequence[str]) -> list[Piece]:
    """What went before what came; blanks at their end that both have stand after them."""
    old, new = "".join(gone), "".join(come)
    if old and new and old[-1] == new[-1] == " ":
        return [Piece(old[:-1], "removed"), Piece(new[:-1], "added"), Piece(" ")]
    return [Piece(old, "removed"), Piece(new, "added")]


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for piece in pieces:
        if piece.text and joined and joined[-1].kind == piece.kind:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.kind)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)


def words(text: str) -> Counter[str]:
    """The words of a text, each as often as it occurs; capitals do not count."""
    return Counter(re.findall(r"\w+", text.lower()))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """From 0 (no common word) to 1 (the same words): twice the common ones by all of both."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
