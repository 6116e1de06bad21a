"""Small patterns and cuts of Vietnamese office prose that several passes share."""

from __future__ import annotations

import calendar
import re
from datetime import date

from ..domain.vietnamese import SMALL, fold

QUOTED = re.compile(
    r"[“«]((?:[^“”«»]|“[^“”]*”)*)[”»\"]|\"([^“”\"«»]*(?:“[^“”\"]*”[^“”\"«»]*)+)\"|[\"”]([^“”\"«»]+)[\"”]"
    r"|[“«]([^“”\"«»]+)[\"”»]"
)
BLANK_DAY = r"(?:\d{1,2}|[.…_\s/]*|\S{1,3})"  # a number, dots for the pen, or what a scan made of it

DAY = re.compile(
    r"(?:ngày\s*)?(?P<d>\d{1,2})\s*(?:/|tháng|-|\.)\s*(?P<m>\d{1,2})\s*(?:(?:/|năm|-|\.)\s*(?P<y>\d{4}))?(?![\d/])",
    re.IGNORECASE,
)
QUARTER = r"(?:IV|I{1,3}|[1-4])(?!\w)"  # after "quý"
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}

_MARKED = SMALL[3:]  # the letters that have a mark


def loosely(words: str) -> str:
    """A pattern for words however they are marked, capital or small, glued or apart: a scan misreads marks."""
    return "".join(r"\s*" if letter == " " else _any_mark(letter) for letter in fold(words))


def _any_mark(letter: str) -> str:
    kin = "".join([letter, *(other for other in _MARKED if fold(other) == letter)])
    return f"[{kin}{kin.upper()}]" if letter.isalpha() else re.escape(letter)


def simple(text: str) -> str:
    """The text folded letter by letter (no marks, small, đ as d), so that every position stays where it was."""
    folded = fold(text)
    return folded if len(folded) == len(text) else "".join(fold(char)[:1] or " " for char in text)


_SINGLES = re.compile(r"''[^'\n]{4,200}''|(?<!\w)(?:‘[^‘’\n]{4,120}’|'[^'\n]{4,120}')(?!\w)")


def _in_double(found: re.Match[str]) -> str:
    """What stands between single marks, one or two of them, in “ ”; every position stays."""
    gap = " " * (found[0].startswith("''"))
    return f"“{gap}{found[0][1 + len(gap) : -1 - len(gap)]}{gap}”"


def quotes(text: str) -> list[tuple[int, int, str]]:
    """Every stretch in quotation marks: start, end (marks included) and the words inside."""
    found = []
    for match in QUOTED.finditer(_SINGLES.sub(_in_double, text)):
        start, end = next(match.span(group) for group in range(1, len(match.groups()) + 1) if match[group] is not None)
        found.append((match.start(), match.end(), text[start:end].strip(" '")))
    return found


def masked(text: str, spans: list[tuple[int, int]], letter: str = "\ue001") -> str:
    """The text with the spans overwritten, so that nothing in them is found and every position stays."""
    out = list(text)
    for start, end in spans:
        out[start:end] = letter * (end - start)
    return "".join(out)


def enclosed(text: str) -> list[tuple[int, int]]:
    """The spans inside brackets and quotation marks."""
    spans = [(start, end) for start, end, _ in quotes(text)]
    return spans + [match.span() for match in re.finditer(r"\([^()]*\)", text)]


def split_outside(text: str, separators: str) -> list[str]:
    """The text cut at any of the separators that stand outside brackets and quotation marks; empty parts dropped."""
    hidden = masked(text, enclosed(text))
    parts, start = [], 0
    for match in re.finditer(separators, hidden):
        parts.append(text[start : match.start()])
        start = match.end()
    return [part.strip() for part in [*parts, text[start:]] if part.strip()]


_SENTENCE_END = rf"(?<=[^\s.][.!?])\s+(?=[^{SMALL}\d\s.,;])"


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; "…" and a full stop before a small letter or a figure end none."""
    return split_outside(text, _SENTENCE_END)


def iso_date(day: int, month: int, year: int) -> str | None:
    """The ISO date, None when there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def quarter(written: str) -> int:
    """The number of a quarter that :data:`QUARTER` found: "II" and "2" as 2."""
    return _QUARTERS.get(written.upper()) or int(written)


def last_day(month: int, year: int) -> str:
    """The last day of a month as ISO date."""
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def capitalised(name: str) -> str:
    """ "XÃ QUANG TRUNG" as "Xã Quang Trung"; a name that is not all capitals stays as it is."""
    return " ".join(word[:1].upper() + word[1:].lower() for word in name.split()) if name.upper() == name else name
