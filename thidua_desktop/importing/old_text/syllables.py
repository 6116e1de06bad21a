"""What a Vietnamese syllable looks like: enough to tell a text that is read right from one that is not."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?:uyê|uya|iê|yê|uô|ươ|oa|oă|oe|oo|uâ|uê|uy|uơ|ia|ua|ưa|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnptiuyo])?"
)


def is_syllable(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable: right letters in the right order, at most one tone."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(part in _TONES for part in parts)
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return tones <= 1 and bool(_SYLLABLE.fullmatch(bare))
