"""Markers at the head of a line: "I.", "1.", "2.1.", "2. 2.", "a)", "(1)", "-", "PHẦN THỨ NHẤT", "Điều 1.".

A marker's rank orders the kinds from the widest to the narrowest, as Nghị định 30/2020/NĐ-CP and most offices use them;
how a paper nests them otherwise is found in :mod:`.nesting`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from ...domain.roman import roman_value
from ...domain.vietnamese import SMALL


class Rank(IntEnum):
    """The kinds of markers from the widest to the narrowest."""

    PART = 1
    CHAPTER = 2
    CAPITAL = 3
    ROMAN = 4
    ARTICLE = 5
    NUMBER = 6
    NUMBER2 = 7
    NUMBER3 = 8
    NUMBER4 = 9
    LETTER = 10
    BRACKET = 11
    DASH = 12
    PLUS = 13


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker: its text as a reader sees it, its rank, and where the words after it begin in the line."""

    text: str
    rank: Rank
    end: int

    @property
    def bullet(self) -> bool:
        """Whether it is a dash, plus or dot, which has no number."""
        return self.rank >= Rank.DASH

    @property
    def style(self) -> tuple[Rank, str]:
        """What the markers of one list have in common: their rank and, of brackets, which stand around them."""
        return self.rank, "".join(sign for sign in self.text if sign in "()")

    @property
    def place(self) -> int:
        """Its number in the list, 0 when it says none: "III." is the third, "đ)" the fifth, "2.1." the first."""
        last = re.findall(r"\w+", self.text)[-1:] or [""]
        if self.rank == Rank.NUMBER and last[0] in MISREAD_ONES:
            return 1
        return _place(last[0], roman=self.rank in (Rank.ROMAN, Rank.PART, Rank.CHAPTER))

    def follows(self, other: Mark) -> bool:
        """Whether it is the next one of the list ``other`` stands in; a letter may be left out."""
        gaps = (1, 2) if self.rank in (Rank.CAPITAL, Rank.LETTER) else (1,)
        return self.style == other.style and self.place - other.place in gaps


_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_SCANNED = r"(?=[1l|]{0,3}[IVX][IVXl1|]|[1l|]{1,3}[IVX])[IVXl1|]{2,4}"  # I read as l, 1 or |
_SCANNED_ONES = r"[l|]{1,3}"  # … and nothing else is left of it
_AFTER = r"(?=\s|$|[^\W\d_]|[“\"])"
_BIG_LETTER = r"(?=\s*[“\"]?[^\W\d_])"
_NO_SYMBOL = r"(?!\s*[A-ZĐ]{1,6}[a-z]?\s?[-/]\s?[A-ZĐ])"  # "19/CT-TTg" is a document number cut off by a line break
_UNIT = r"(?!\s*(?:%|‰|tỷ|tỉ|triệu|nghìn|ha\b|tấn|tạ|km|m2|m3|kg))"

_PATTERNS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (Rank.PART, re.compile(rf"(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+\w+|{_ROMAN}|\d{{1,2}}|[A-H])(?=\W|$)\s*[.:)\-–]?")),
    (
        Rank.PART,
        re.compile(r"(?:PHẦN (?:MỘT|HAI|BA|BỐN|NĂM)(?=\W|$)|Phần (?:một|hai|ba|bốn|năm)(?=\s*(?:[.:]|$)))\s*[.:]?"),
    ),
    (Rank.CHAPTER, re.compile(rf"(?:CHƯƠNG|Chương)\s+(?:{_ROMAN}|\d{{1,2}})(?=\W|$)\s*[.:)\-–]?")),
    (Rank.ROMAN, re.compile(rf"{_ROMAN}\s?(?:[.)]{_AFTER}|[/:\-–]{_BIG_LETTER})")),
    (Rank.ROMAN, re.compile(rf"{_SCANNED}\s?[./]\s*(?=[^\W\d_{SMALL}]\w)")),
    (Rank.ROMAN, re.compile(rf"{_SCANNED_ONES}\s?[./]\s*(?=(?:[^\W\d_{SMALL}]+[\s,]+)+[^\W\d_{SMALL}]{{2,}})")),
    (Rank.NUMBER, re.compile(rf"{_ROMAN}\.\d{{1,2}}\s?[.)]?(?=\s+[^\W\d_])")),
    (Rank.CAPITAL, re.compile(rf"(?![TK]/[MT]\b)[A-HĐJ-UWYZ]\s?(?:[.)]{_AFTER}|[/\-–]{_BIG_LETTER})")),
    (Rank.ARTICLE, re.compile(r"(?:ĐIỀU|Điều)\s+\d{1,3}\s?[.:]")),
    (Rank.NUMBER4, re.compile(r"\d{1,2}(?:\s?\.\s?\d{1,2}){3}\s?[.)/](?=\s|$|[^\W\d_])")),
    (Rank.NUMBER3, re.compile(r"\d{1,2}(?:\s?\.\s?\d{1,2}){2}\s?[.)/](?=\s|$|[^\W\d_])")),
    (Rank.NUMBER3, re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}}){{2}}(?=\s){_UNIT}")),
    (Rank.NUMBER2, re.compile(r"\d{1,2}\s?\.\s?\d{1,2}\s?[.)/](?=\s|$|[^\W\d_])")),
    (Rank.NUMBER2, re.compile(rf"\d{{1,2}}\.\d{{1,2}}\s?[-–:]{_NO_SYMBOL}\s*(?=[^\W\d_{SMALL}])")),
    (Rank.NUMBER2, re.compile(rf"\d{{1,2}}\.\d{{1,2}}(?=\s+[^\W\d_]){_UNIT}")),
    (Rank.NUMBER, re.compile(rf"\d{{1,2}}\s?(?:[.)]{_AFTER}|[/:\-–]{_NO_SYMBOL}{_BIG_LETTER}){_UNIT}")),
    (Rank.LETTER, re.compile(rf"[ivx]{{2,4}}\s?[.)]{_AFTER}")),
    (Rank.LETTER, re.compile(rf"[a-zđ]\s?(?:[.)]{_AFTER}|/{_BIG_LETTER})")),
    (Rank.LETTER, re.compile(rf"[a-zđ]\s?[-–]\s?(?=[^\W\d_{SMALL}])")),
    (Rank.BRACKET, re.compile(r"[a-zđ]\.?\d{1,2}[.)](?=\s+[^\W\d_])")),
    (Rank.BRACKET, re.compile(r"\((?:\d{1,2}|[a-zđ]|[ivx]{2,4})\)(?=\s|$|[^\W\d_])")),
    (Rank.PLUS, re.compile(r"\+(?=\s*\S)")),
    (Rank.DASH, re.compile(r"[-–—−•▪●○◦*❖✓✔➢➤»·](?=\s*[^\s\-–—−_*.])")),
)
_CLOSED_BY_CASE = re.compile(r"[/:\-–]$")


MISREAD_ONES = ("l", "I")  # what a scan makes of the figure 1

_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_CARDINALS = ("một", "hai", "ba", "bốn", "năm")


def _place(number: str, *, roman: bool) -> int:
    number = number.lower()
    if number.isdigit():
        return int(number)
    for words in (_ORDINALS, _CARDINALS):
        if number in words:
            return words.index(number) + 1
    digits = re.sub("[l1|]", "i", number)
    if (roman or len(number) > 1) and set(digits) <= set("ivx"):
        return roman_value(digits)
    return _LETTERS.find(number) + 1 if len(number) == 1 else 0


def is_upper(text: str) -> bool:
    """Whether the text has letters and all of them are capitals."""
    return text.upper() == text and text.lower() != text


def find_mark(text: str) -> Mark | None:
    """The marker that a line typed by hand begins with."""
    for rank, pattern in _PATTERNS:
        found = pattern.match(text)
        if not found:
            continue
        words = text[found.end() :].lstrip()
        if _CLOSED_BY_CASE.search(found[0]) and rank < Rank.DASH and not is_upper(words.lstrip('“"')[:1]):
            continue
        marker = found[0].strip()
        if rank >= Rank.DASH:
            marker = "+" if rank == Rank.PLUS else "-"
        return Mark(marker, rank, len(text) - len(words))
    return None


def label_mark(label: str) -> Mark:
    """The marker that an automatic number stands for; an unknown form counts as a number."""
    if label in ("-", "+"):
        return Mark(label, Rank.PLUS if label == "+" else Rank.DASH, 0)
    found = find_mark(f"{label} x") or find_mark(f"{label}. x")
    return Mark(label, found.rank if found and not found.bullet else Rank.NUMBER, 0)
