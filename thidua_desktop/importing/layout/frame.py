"""The source cut into its large parts: header, title, preamble, body, closing, foot, and what follows the foot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from ...domain.vietnamese import fold
from ..lines import Line
from .marks import Rank
from .outline import Item, items, line_mark
from .tail import Tail, find_tail
from .title import Title, find_title

_CLOSING = re.compile(
    r"(tren day la|ubnd|uy ban nhan dan|hoi dong thi dua|trong qua trinh|nhan duoc|can cu (?:vao )?ke hoach"
    r"|ke hoach nay|chu tich uy ban)"
)
_SURELY_CLOSING = re.compile(r"tren day la")
_ASKS = re.compile(r"(yeu cau|de nghi|giao van phong|kinh de nghi|kinh mong)")  # closes a paper only as its last words
_HEADER_WORDS = re.compile(
    r"cong hoa xa hoi|doc lap|^so\s*:|uy ban nhan dan|ubnd|ngay.*thang.*nam \d{4}$|hoi dong thi dua"
)
_LONGEST_HEADER_LINE = 160
_ADDRESSES = re.compile(r"\W*(?:kinh|than) (?:gui|thua)\b")  # the list below it says to whom
_BASIS = re.compile(r"(can cu|thuc hien|xet de nghi|theo de nghi)\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """Line numbers of each part; ``sections`` are items ready for the outline."""

    title: Title | None
    header: tuple[int, ...]
    preamble: tuple[int, ...]
    sections: tuple[Item, ...]
    section_lines: tuple[int, ...]
    closing: tuple[int, ...]
    tail: Tail


def frame(lines: list[Line]) -> Frame:
    """Where each part of a paper stands; every line belongs to exactly one part."""
    title = find_title(lines)
    top = title.start if title else _header_end(lines)
    start = title.end if title else top
    tail = find_tail(lines, start)
    used = tail.recipient_lines | tail.signer_lines
    end = min(used, default=len(lines))
    rest = [index for index in range(start, len(lines)) if index not in used]
    before = [index for index in rest if index < end]
    first = _first_section(lines, before)
    left = _left_below(lines, [index for index in rest if index > end])
    closing = [*_closing(lines, [index for index in before if index >= first]), *left]
    ending = set(closing)
    inner = [index for index in rest if index >= first and index not in ending]
    return Frame(
        title,
        tuple(range(top)),
        (*(title.notes if title else ()), *(index for index in before if index < first)),
        tuple(items([lines[index] for index in inner])),
        tuple(inner),
        tuple(closing),
        tail,
    )


def _left_below(lines: list[Line], places: list[int]) -> list[int]:
    """The running text below the foot (what a web page has there), up to an appendix: a heading, a list, a table."""
    found = items([lines[index] for index in places])
    starts = accumulate((item.lines for item in found), initial=0)
    end = next(
        (at for at, item in zip(starts, found, strict=False) if item.heading or item.mark or item.line.cells),
        len(places),
    )
    return places[:end]


def _header_end(lines: list[Line]) -> int:
    """Without a title, the lines up to the last one that belongs in a header."""
    end = 0
    for index, line in enumerate(lines[:15]):
        mark = line_mark(line)
        if mark is not None and not mark.bullet:
            break
        if len(line.text) <= _LONGEST_HEADER_LINE and _HEADER_WORDS.search(fold(line.text.strip())):
            end = index + 1
    return end


def _first_section(lines: list[Line], places: list[int]) -> int:
    """The first numbered line or heading; without any, the first item of a list that is no legal basis."""
    found = items([lines[index] for index in places])
    starts = list(accumulate((item.lines for item in found), initial=0))
    numbered = any(item.mark and item.mark.rank <= Rank.ROMAN for item in found)
    for at, item in zip(starts, found, strict=False):
        if (item.heading and not (numbered and _is_caption(item))) or (item.mark and not item.mark.bullet):
            return places[at]
    addressed = False
    for at, item in zip(starts, found, strict=False):
        addressed = bool(_ADDRESSES.match(fold(item.text))) or (addressed and item.mark is not None)
        if item.mark and not addressed and not _BASIS.match(fold(item.text)):
            return places[at]
    return places[-1] + 1 if places else len(lines)


def _is_caption(item: Item) -> bool:
    """Whether a line without a number only leads to the words below it: "CHỦ ĐỀ NĂM 2026:"."""
    return item.mark is None and item.text.rstrip().endswith(":")


def _closing(lines: list[Line], places: list[int]) -> list[int]:
    """The running text after the last item of the last section: "Trên đây là kế hoạch …./."."""
    closing: list[int] = []
    for index in reversed(places):
        line = lines[index]
        plain = line_mark(line) is None and not line.cells and not line.note and not line.label
        words = fold(line.text.strip())
        asks = not closing and _ASKS.match(words)
        ends = line.text.rstrip().endswith("./.") or bool(_CLOSING.match(words) or asks)
        if not plain or not ends or index == places[0]:
            break
        closing.insert(0, index)
    if closing and closing[0] - 1 in places:
        found = items([lines[index] for index in places])
        starts = accumulate((item.lines for item in found), initial=0)
        above = {places[at]: item for at, item in zip(starts, found, strict=False)}.get(closing[0] - 1)
        if above and above.heading and not _SURELY_CLOSING.match(fold(lines[closing[0]].text.strip())):
            return closing[1:]
    return closing
