"""Recognising a text in an old code (TCVN3, VNI) by its letters, where no font tells, and reading it as Unicode.

A syllable of "KÕ ho¹ch" is none in Vietnamese as it stands and is one when its signs are read by the table. A text
counts as typed in a code when nearly all of its marked syllables are so; one foreign name ("Citroën") is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from .fonts import CODES, NAMES, Code, converted
from .syllables import is_syllable

_WORD = re.compile(r"[^\s!-,./:;<=>?@\[\]\\^_`{|}~“”‘’–—…-]+")
_MARKED = re.compile("[\u00a1-\u00ff\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300-\u0323\uf0a1-\uf0ff]")
_UNICODE = re.compile("[\u1ea0-\u1ef9]")  # ạ … ỹ, which no old code has, also where Windows showed it as another one
_VOWEL = re.compile("[AEIOUY]")
_FEWEST = 4  # marked syllables that a text must hold before its letters alone prove anything
_CLEAR = 0.5  # of them are none before it
_ENOUGH = 0.8  # of the marked syllables are Vietnamese after the change


def code_of_text(text: str) -> Code:
    """The old code that the text as a whole is typed in, "" when it is Unicode or too little is marked to tell."""
    marked = _marked(text)
    if len(marked) < _FEWEST:
        return ""
    best = max(CODES, key=lambda code: _right(marked, code))
    return best if _right(marked, best) - sum(map(is_syllable, marked)) > _CLEAR * len(marked) else ""


def _marked(text: str) -> list[str]:
    """The words that hold a letter another code may mean otherwise, without abbreviations ("HÑND"); none of a text with
    letters that only Unicode has."""
    words = [] if _UNICODE.search(text) else _WORD.findall(text)
    return [word for word in words if _MARKED.search(word) and not (word.isupper() and not _VOWEL.search(word))]


def _right(words: list[str], code: Code) -> float:
    """How many of the words are syllables in that code, 0 when too few are for all to be typed in it."""
    right = sum(is_syllable(converted(word, code)) for word in words)
    return right if right >= _ENOUGH * len(words) else 0


class OldLetters:
    """What a whole source is typed in, known from all its lines; then asked for each line.

    A line with few marks ("Soá: 07/KH-UBND") proves nothing by itself: in a source most of which is typed in a code it
    is read in that code, elsewhere only when it makes no sense as it stands.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        whole = [line for line in lines if len(_marked(line)) >= _FEWEST or _UNICODE.search(line)]
        proven = Counter(code for code in map(code_of_text, whole) if code)
        self._codes = tuple(code for code, _ in proven.most_common())
        self._mostly = sum(proven.values()) > len(whole) / 2
        self.met: Counter[Code] = Counter()

    def code_of(self, line: str) -> Code:
        """The code that one line is typed in, "" for Unicode."""
        marked = _marked(line) if self._codes else []
        plain = sum(map(is_syllable, marked))
        for code in self._codes if marked else ():
            right = _right(marked, code)
            if right and (right >= plain if self._mostly else right - plain > _CLEAR * len(marked)):
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
