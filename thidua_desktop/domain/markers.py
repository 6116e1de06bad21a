"""Numbers of sections as a reader sees them: "I.", "1.", "2.1.", "a)", "Phần II".

Which numerals a marker is written in cannot always be told from itself ("I.", "C.", "e)"): a list of siblings is read
as a whole, and the reading that puts most of them in order counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Literal

from .roman import roman, roman_value

Path = tuple[int, ...]
"""The numbers of a section and of those that hold it, outermost first."""

Numerals = Literal["arabic", "roman", "vietnamese", "latin"]

# Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6: điểm "theo thứ tự bảng chữ cái tiếng Việt", without ă â ê ô ơ ư.
_LETTERS: dict[Numerals, str] = {
    "vietnamese": "abcdđeghiklmnopqrstuvxy",
    "latin": "abcdefghijklmnopqrstuvwxyz",
}
_ROMAN_END = 90  # no list of a paper is so long; "c", "d" and "m" are letters

_MARKER = re.compile(
    r"(?P<before>(?:(?:phần|chương|mục|điều)\s+|\()?)(?P<number>\d+(?:\s*\.\s*\d+)*|[^\W\d_]+)(?P<after>\s*[.)/:-]*)",
    re.IGNORECASE,
)
_BY_LEVEL = ("I.", "1.", "a)")
_DEEPER = "-"


@dataclass(frozen=True, slots=True)
class Style:
    """How a list is numbered. ``depth`` counts the numbers shown: 2 for "2.1."."""

    before: str
    numerals: Numerals
    capital: bool
    after: str
    depth: int = 1

    def marker(self, path: Path, old: Path = ()) -> str:
        """The marker of ``path``; numbers it lacks for the depth are taken from the ``old`` ones."""
        lacking = self.depth - len(path)
        numbers = ((*(old or (1,) * self.depth)[:lacking], *path) if lacking > 0 else path)[-self.depth :]
        shown = ".".join(_written(self.numerals, number) for number in numbers)
        return f"{self.before}{shown.upper() if self.capital else shown}{self.after}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section stands: the marker it should have, the numbers that say so, and those written there now."""

    marker: str
    path: Path
    written: Path


def places(markers: Sequence[str], path: Path) -> list[Place]:
    """For each of a list of siblings, below ``path``, where it stands.

    The first number gives the style of the list. Numbers in another style count from 1 after each number of the first
    style. Dashes and missing markers stay.
    """
    style = group_style(markers)
    if style is None:
        return [Place(marker, path, path) for marker in markers]
    made: list[Place] = []
    count = 0
    for in_style, stretch in groupby(markers, lambda marker: _read(style, marker) is not None):
        if not in_style:
            made.extend(places(list(stretch), (*path, count) if count else path))
            continue
        for marker in stretch:
            count += 1
            old = _read(style, marker) or ()
            made.append(Place(style.marker((*path, count), old), (*path, count), (*path, *old[-1:])))
    return made


def group_style(markers: Sequence[str]) -> Style | None:
    """The style of the first number among siblings, None when none of them is numbered."""
    readings = next((found for marker in markers if (found := _readings(marker))), [])
    return max(readings, key=lambda style: _in_order(style, markers), default=None)


def level_style(groups: Sequence[Sequence[str]], level: int) -> Style | str:
    """The style of a level from the lists of siblings that stand at it, else the usual one; a dash is a plain text."""
    for markers in groups:
        if style := group_style(markers):
            return style
    if level > len(_BY_LEVEL):
        return _DEEPER
    return _readings(_BY_LEVEL[level - 1])[0]


def same_style(one: str, other: str) -> bool:
    """Whether two markers can be numbers of one list: "2." and "1." are, "2." and "b)" are not."""
    return any(_same_list(a, b) for a in _readings(one) for b in _readings(other))


def _in_order(style: Style, markers: Sequence[str]) -> int:
    numbers = [read[-1] for marker in markers if (read := _read(style, marker))]
    return sum(number == place for place, number in enumerate(numbers, start=1))


@cache
def _readings(marker: str) -> list[Style]:
    """Every style the marker can be read in, the likelier first."""
    found = _MARKER.fullmatch(marker.strip())
    if not found:
        return []
    number, before, after = found["number"], found["before"], found["after"].strip()
    if number[0].isdigit():
        return [Style(before, "arabic", False, after, len(number.split(".")))]
    capital = number.isupper()
    numerals: tuple[Numerals, ...] = ("roman", "vietnamese", "latin")
    return [Style(before, kind, capital, after) for kind in numerals if _value(kind, number.lower())]


def _read(style: Style, marker: str) -> Path | None:
    if not any(_same_list(style, other) for other in _readings(marker)):
        return None
    found = _MARKER.fullmatch(marker.strip())
    numbers = found["number"].lower().split(".") if found else []
    return tuple(_value(style.numerals, number.strip()) for number in numbers)


def _same_list(style: Style, other: Style) -> bool:
    """2.1. and 2.2 are of one list, its author forgot a dot; 1. and 1) are of two."""
    return style == other or style.depth == other.depth > 1


def _value(numerals: Numerals, text: str) -> int:
    """The number written so, 0 when it is none."""
    if numerals == "arabic":
        return int(text)
    if numerals == "roman":
        value = roman_value(text)
        return value if value < _ROMAN_END and roman(value) == text.upper() else 0
    return _LETTERS[numerals].find(text) + 1 if len(text) == 1 else 0


def _written(numerals: Numerals, number: int) -> str:
    if numerals == "roman" and number < _ROMAN_END:
        return roman(number).lower()
    letters = _LETTERS.get(numerals, "")
    return letters[number - 1] if number <= len(letters) else str(number)
