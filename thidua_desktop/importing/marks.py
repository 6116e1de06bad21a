"""Markers at the head of a line: "I.", "1.", "2.1.", "2. 2.", "a)", "a.", "-", "PHẦN THỨ NHẤT", "Điều 1.".

A marker's rank orders the kinds from the widest to the narrowest; a line belongs under the nearest line above it whose
rank is smaller.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum


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
    DASH = 11
    PLUS = 12


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


_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_AFTER = r"(?=\s|$|[^\W\d_]|[“\"])"
_BIG_LETTER = r"(?=\s*[“\"]?[^\W\d_])"
_NO_SYMBOL = r"(?!\s*[A-ZĐ]{1,6}[a-z]?\s?[-/]\s?[A-ZĐ])"  # "19/CT-TTg" is a document number cut off by a line break
_UNIT = r"(?!\s*(?:%|‰|tỷ|tỉ|triệu|nghìn|ha\b|tấn|tạ|km|m2|m3|kg))"

_PATTERNS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (Rank.PART, re.compile(rf"(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+\w+|{_ROMAN}|\d{{1,2}}|[A-H])(?=\W|$)\s*[.:)\-–]?")),
    (Rank.CHAPTER, re.compile(rf"(?:CHƯƠNG|Chương)\s+(?:{_ROMAN}|\d{{1,2}})(?=\W|$)\s*[.:)\-–]?")),
    (Rank.ROMAN, re.compile(rf"{_ROMAN}\s?(?:[.)]{_AFTER}|[/:\-–]{_BIG_LETTER})")),
    (Rank.CAPITAL, re.compile(rf"[A-HJ-UWYZ]\s?(?:[.)]{_AFTER}|[/\-–]{_BIG_LETTER})")),
    (Rank.ARTICLE, re.compile(r"(?:ĐIỀU|Điều)\s+\d{1,3}\s?[.:]")),
    (Rank.NUMBER4, re.compile(r"\d{1,2}(?:\s?\.\s?\d{1,2}){3}\s?[.)](?=\s|$|[^\W\d_])")),
    (Rank.NUMBER3, re.compile(r"\d{1,2}(?:\s?\.\s?\d{1,2}){2}\s?[.)](?=\s|$|[^\W\d_])")),
    (Rank.NUMBER3, re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}}){{2}}(?=\s){_UNIT}")),
    (Rank.NUMBER2, re.compile(r"\d{1,2}\s?\.\s?\d{1,2}\s?[.)](?=\s|$|[^\W\d_])")),
    (Rank.NUMBER2, re.compile(rf"\d{{1,2}}\.\d{{1,2}}(?=\s+[^\W\d_]){_UNIT}")),
    (Rank.NUMBER, re.compile(rf"\d{{1,2}}\s?(?:[.)]{_AFTER}|[/:\-–]{_NO_SYMBOL}{_BIG_LETTER}){_UNIT}")),
    (Rank.LETTER, re.compile(rf"[a-zđ]\s?(?:[.)]{_AFTER}|/{_BIG_LETTER})")),
    (Rank.PLUS, re.compile(r"\+(?=\s*\S)")),
    (Rank.DASH, re.compile(r"[-–—−•▪●○◦*❖✓✔➢➤»·](?=\s*[^\s\-–—−_*.])")),
)
_CLOSED_BY_CASE = re.compile(r"[/:\-–]$")


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
