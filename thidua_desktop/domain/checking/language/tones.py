"""One way to place the tone: "khóa" or "khoá" through the whole paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..findings import Finding
from ..paper import Paper
from .syllables import TONES, split_tone

_WORD = re.compile(r"[^\W\d_]+")
_ENDS = ("oa", "oe", "uy")  # the rhymes whose tone some write on the first vowel, some on the second


def tone_mix(paper: Paper) -> Iterator[Finding]:
    """One word with its tone in two places ("hóa", "hoá"): the rarer way is told once and repaired everywhere."""
    start, end = paper.body
    ways: dict[int, list[re.Match[str]]] = {1: [], 2: []}
    for found in _WORD.finditer(paper.text, start, end):
        if way := _way(found.group()):
            ways[way].append(found)
    right = 1 if len(ways[1]) > len(ways[2]) else 2
    usual = {split_tone(found.group()): found.group() for found in ways[right]}
    mixed = [found for found in ways[3 - right] if split_tone(found.group()) in usual]
    if not mixed or len(ways[1]) == len(ways[2]):
        return
    rare = ways[3 - right]
    like = usual[split_tone(mixed[-1].group())]
    more = f" Còn {len(rare) - 1} chữ nữa." if len(rare) > 1 else ""
    yield paper.finding(
        "TONE_MARK_MIX",
        "hint",
        _with_next(paper, mixed[-1]),
        f"Chỗ viết “{mixed[-1].group()}”, chỗ viết “{like}”.{more}",
        "Đặt dấu thanh thống nhất một kiểu trong cả văn bản.",
        fixes=[(found.span(), _moved(found.group(), right)) for found in rare],
    )


def _way(word: str) -> int:
    """1 when the tone stands on the first of the two last vowels, 2 on the second, 0 for another word."""
    letters, tone = split_tone(word)
    if len(tone) != 1 or not letters.endswith(_ENDS) or (letters.endswith("uy") and letters[:-2].endswith("q")):
        return 0
    return 1 if unicodedata.normalize("NFD", word[-1])[-1] not in TONES else 2


def _moved(word: str, way: int) -> str:
    """The word with its tone on the first (1) or the second (2) of its two last vowels."""
    marked = unicodedata.normalize("NFD", word)
    tone = next(char for char in marked if char in TONES)
    plain = unicodedata.normalize("NFC", "".join(char for char in marked if char != tone))
    at = len(plain) - (1 if way == 2 else 2)
    return unicodedata.normalize("NFC", plain[: at + 1] + tone + plain[at + 1 :])


def _with_next(paper: Paper, found: re.Match[str]) -> tuple[int, int]:
    after = re.match(r"[ \t]+\w+", paper.text[found.end() : found.end() + 30])
    return found.start(), found.end() + (after.end() if after else 0)
