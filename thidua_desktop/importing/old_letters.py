"""Recognising a text in an old code (TCVN3, VNI) by its letters, where no font tells, and reading it as Unicode.

A syllable of "KÕ ho¹ch" is none in Vietnamese as it stands and is one when its signs are read by the table. A text
counts as typed in a code when nearly all of its marked syllables are so; one foreign name ("Citroën") is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from .old_fonts import CODES, NAMES, Code, converted

_WORD = re.compile(r"[^\s!-,./:;<=>?@\[\]\\^_`{|}~“”‘’–—…-]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?:uyê|uya|iê|yê|uô|ươ|oa|oă|oe|oo|uâ|uê|uy|uơ|ia|ua|ưa|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnptiuyo])?"
)
_MARKED = re.compile("[\u00a1-\u00ff\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300-\u0323\uf0a1-\uf0ff]")
_UNICODE = re.compile("[\u1ea0-\u1ef9]")  # ạ … ỹ, which no old code has, also where Windows showed it as another one
_FEWEST = 4  # marked syllables that a text must hold before its letters alone prove anything
_ENOUGH = 0.8  # of the marked syllables are Vietnamese after the change


def is_syllable(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable: right letters in the right order, at most one tone."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(part in _TONES for part in parts)
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return tones <= 1 and bool(_SYLLABLE.fullmatch(bare))


def code_of_text(text: str, fewest: int = _FEWEST) -> Code:
    """The old code that the text as a whole is typed in, "" when it is Unicode or too little is marked to tell."""
    if _UNICODE.search(text):
        return ""
    marked = [word for word in _WORD.findall(text) if _MARKED.search(word)]
    if len(marked) < fewest:
        return ""
    best = max(CODES, key=lambda code: _right(marked, code))
    right, plain = _right(marked, best), sum(map(is_syllable, marked))
    return best if right >= _ENOUGH * len(marked) and right - plain > 0.5 * len(marked) else ""


def _right(words: list[str], code: Code) -> int:
    return sum(is_syllable(converted(word, code)) for word in words)


class OldLetters:
    """What a whole source is typed in, known from all its lines; then asked for each line.

    A line with few marks ("Sè: 07/KH-UBND") is read in a code only when longer ones of the source are.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._codes: tuple[Code, ...] = ()
        self.met: Counter[Code] = Counter()
        proven = Counter(code for code in map(code_of_text, lines) if code)
        self._codes = tuple(code for code, _ in proven.most_common())

    def code_of(self, line: str) -> Code:
        """The code that one line is typed in, "" for Unicode."""
        for code in self._codes:
            if code_of_text(line, fewest=1) == code:
                self.met[code] += 1
                return code
        return ""

    def read(self, line: str) -> str:
        """The line in Unicode."""
        return converted(line, self.code_of(line))


def remark(codes: Iterable[str]) -> tuple[str, ...]:
    """What to tell the clerk about the codes that were met; nothing when there was none."""
    names = sorted({NAMES[code] for code in codes if code})
    if not names:
        return ()
    return (f"Có chữ kiểu cũ {' và '.join(names)}, đã đổi sang Unicode; nên đọc lướt lại các dấu.",)
