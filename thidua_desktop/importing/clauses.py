"""One item of a list of targets cut into clauses that hold one target each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from .figures import ASSIGNED, Figure, figures
from .indicators import GOES_ON, is_count
from .patterns import enclosed, masked, sentences, split_outside

_LONGEST_LEAD = 120
_LONGEST_ITEM = 4000
_ASSIGNS = re.compile(rf"\s*(?:và\s+|riêng\s+)?(?:{ASSIGNED})(?!\w)", re.IGNORECASE)
_OWN_COLON = re.compile(r"[^:\d;]{3,60}:\s*[^:;]*\d")
_WITHIN = re.compile(r"\s*trong đó\s*[:,]?\s+", re.IGNORECASE)
_ONLY_SIGNS = re.compile(r"\s*(?:(?:có|từ|ít nhất|tối thiểu|trên|hơn|khoảng)\s+)*", re.IGNORECASE)
_OWN_WORDS = re.compile(r"(?:(?!,\s)[^;])*")  # up to the next comma or semicolon
_PIECE = re.compile(r",\s+|\s+và\s+(?=(?:trên\s+|từ\s+)?\d)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the item with its figures (places counted in ``text``); ``part`` that "trong đó" leads to it."""

    text: str
    figures: tuple[Figure, ...]
    part: bool = False


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
    for part in _whole_parts(rest):
        clauses += _pieces(part, year)
    return Parted(lead, tuple(clauses))


def _whole_parts(text: str) -> list[str]:
    """The parts of a text between full stops and semicolons; "HĐND xã giao 90%" goes with the part before it, which
    names what both levels assign."""
    out: list[str] = []
    end = 0
    for part in (part for sentence in sentences(text) for part in split_outside(sentence, ";")):
        start = text.find(part, end)
        if out and _ASSIGNS.match(part):
            out[-1] += text[end:start] + part
        else:
            out.append(part)
        end = start + len(part)
    return out


def _lead(text: str, year: int | None) -> tuple[str, str]:
    """ "Chăn nuôi: Đàn lợn: 4.900 con; Đàn gia cầm: 43.500 con" has a lead, "Hộ nghèo: 4 hộ" has none."""
    head, sign, rest = text.partition(":")
    parts = split_outside(rest, ";")
    parts = parts if len(parts) > 1 or _OWN_COLON.match(parts[0] if parts else "") else split_outside(rest, r",\s")
    names = [part for part in parts if _names_figure(part, year)]
    if (
        not sign
        or len(head) > _LONGEST_LEAD
        or not names
        or (len(names) < 2 and not _OWN_COLON.match(names[0]))
        or not _names_figure(parts[0], year)
        or figures(head, year)
    ):
        return "", text
    return head.strip(), rest.strip()


def _names_figure(part: str, year: int | None) -> bool:
    """Whether the part says what its own figure is of."""
    found = figures(part, year)
    return (
        bool(found)
        and not GOES_ON.match(part)
        and not _ASSIGNS.match(part)
        and bool(re.search(r"[^\W\d_]{2}", part[: found[0].start]))
    )


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
        if not goes_on and own and _begins_own(own[0], gap[0], known[-1], year):
            pieces.append(part[start : gap.start()])
            start = gap.end()
    pieces.append(part[start:])
    return [_clause(piece.strip(), year) for piece in pieces if piece.strip()]


def _clause(text: str, year: int | None) -> Clause:
    """A piece as a clause; "trong đó" at its head is no word of the target."""
    lead = _WITHIN.match(text)
    words = text[lead.end() :] if lead else text
    return Clause(words, tuple(figures(words, year)), bool(lead))


def _begins_own(right: str, gap: str, last: Figure, year: int | None) -> bool:
    """Whether the words right of a comma or "và" are a target of their own; ``last`` is the figure before them."""
    within = _WITHIN.match(right)
    if within:
        return _names_figure(right[within.end() :], year)
    found = figures(right, year)
    if not found:
        return "," in gap and bool(
            re.match(r"\s*(?:thực hiện|xây dựng|hoàn thành|giữ vững|không để|không có)\b", right)
        )
    words = right[found[0].end :].strip(" .,")
    if _counts_another(found[0], last) and _ONLY_SIGNS.fullmatch(right[: found[0].start]):
        return len(words.split()) >= 2
    if found[0].start <= 2:
        return len(words.split()) >= 2 and not GOES_ON.match(words) and found[0].value.assigned_by is None
    return not GOES_ON.match(right)


def _counts_another(figure: Figure, last: Figure) -> bool:
    """Whether two figures count different things: "02 hợp tác xã và từ 08 doanh nghiệp trở lên"."""
    new, old = figure.value, last.value
    return new.assigned_by is None and is_count(new.unit) and new.unit != old.unit
