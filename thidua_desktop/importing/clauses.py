"""One item of a list of targets cut into clauses that hold one target each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from .figures import Figure, figures
from .indicators import GOES_ON
from .patterns import enclosed, masked, sentences, split_outside

_LONGEST_LEAD = 120
_LONGEST_ITEM = 4000
_OWN_WORDS = re.compile(r"(?:(?!,\s)[^;])*")  # up to the next comma or semicolon
_PIECE = re.compile(r",\s+|\s+và\s+(?=(?:trên\s+|từ\s+)?\d)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the item with its figures (places counted in ``text``)."""

    text: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Parted:
    """An item as clauses; ``lead`` is the words before ":" that name what all of them are part of, else ""."""

    lead: str
    clauses: tuple[Clause, ...]


def parted(text: str, year: int | None) -> Parted:
    """The clauses of an item, in order; one far longer than any item of a plan stays whole."""
    if len(text) > _LONGEST_ITEM:
        return Parted("", (Clause(text, tuple(figures(text, year))),))
    lead, rest = _lead(text, year)
    clauses: list[Clause] = []
    for sentence in sentences(rest):
        for part in split_outside(sentence, ";"):
            clauses += _pieces(part, year)
    return Parted(lead, tuple(clauses))


def _lead(text: str, year: int | None) -> tuple[str, str]:
    """ "Chăn nuôi: Đàn lợn: 4.900 con; Đàn gia cầm: 43.500 con" has a lead, "Hộ nghèo: 4 hộ" has none."""
    head, sign, rest = text.partition(":")
    parts = split_outside(rest, ";")
    parts = parts if len(parts) > 1 else split_outside(rest, r",\s")
    names = [part for part in parts if _names_figure(part, year)]
    if (
        not sign
        or len(head) > _LONGEST_LEAD
        or len(names) < 2
        or not _names_figure(parts[0], year)
        or figures(head, year)
    ):
        return "", text
    return head.strip(), rest.strip()


def _names_figure(part: str, year: int | None) -> bool:
    """Whether the part says what its own figure is of."""
    found = figures(part, year)
    return bool(found) and not GOES_ON.match(part) and bool(re.search(r"[^\W\d_]{2}", part[: found[0].start]))


def _pieces(part: str, year: int | None) -> list[Clause]:
    """A clause cut where after a figure a new one begins with words or a figure of its own."""
    hidden = masked(part, enclosed(part))
    all_known = figures(part, year)
    starts = [figure.start for figure in all_known]
    pieces, start = [], 0
    for gap in _PIECE.finditer(hidden):
        own = _OWN_WORDS.match(part, gap.end())
        known = all_known[bisect_left(starts, start) : bisect_left(starts, gap.start())]
        goes_on = not known or "trong đó" in part[known[-1].end : gap.start()].lower()
        if not goes_on and own and _begins_own(own[0], gap[0], year):
            pieces.append(part[start : gap.start()])
            start = gap.end()
    pieces.append(part[start:])
    return [Clause(piece.strip(), tuple(figures(piece.strip(), year))) for piece in pieces if piece.strip()]


def _begins_own(right: str, gap: str, year: int | None) -> bool:
    """Whether the words right of a comma or "và" are a target of their own."""
    found = figures(right, year)
    if not found:
        return "," in gap and bool(
            re.match(r"\s*(?:thực hiện|xây dựng|hoàn thành|giữ vững|không để|không có)\b", right)
        )
    if found[0].start <= 2:
        words = right[found[0].end :].strip(" .,")
        return len(words.split()) >= 2 and not GOES_ON.match(words) and found[0].value.assigned_by is None
    return not GOES_ON.match(right)
