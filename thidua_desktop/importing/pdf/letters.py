"""Single letters of a page put together into stretches, old fonts read as Unicode on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from ...domain.richtext import Run, joined
from ..old_text.fonts import code_of_font, converted
from .page import Rule, Stretch

_WORD_GAP = 0.2  # of the letter size: room for a space that the file does not hold
_WIDE_GAP = 1.1  # of the letter size: what stands apart like this may be another column
_OBJECT_GAP = 0.4  # of the letter size: cells of a table without rules may stand this close, each drawn by itself
_BACK = 0.6  # of the letter size: letters may overlap a little, further back a new stretch begins
_SAME_LINE = 0.08  # of the letter size
_ROOM_FOR_A_RULE = 3.0  # points

_SYMBOL_FONT = re.compile("(?:wing|web)dings", re.IGNORECASE)


@dataclass(slots=True)
class Letter:
    """One sign on the page: left and right edge, base line, size, style, font, and the object that draws it."""

    char: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    font: str
    shape: int = 0


def stretches(letters: Iterable[Letter], rules: Iterable[Rule] = ()) -> list[Stretch]:
    """The letters in the order of the file as stretches, cut at upright rules; white space at the ends is dropped."""
    walls = [rule for rule in rules if not rule.level]
    out: list[Stretch] = []
    group: list[Letter] = []
    for letter in letters:
        if group and (not _goes_on(group, letter) or _walled(group[-1], letter, walls)):
            out += _stretch(group)
            group = []
        group.append(letter)
    return out + _stretch(group)


def _goes_on(group: list[Letter], letter: Letter) -> bool:
    if unicodedata.combining(letter.char):
        return True
    before = next((one for one in reversed(group) if not one.char.isspace()), group[-1])
    size = max(before.size, letter.size)
    on_line = abs(letter.y - before.y) <= _SAME_LINE * size and abs(before.size - letter.size) <= 0.3 * size
    widest = _WIDE_GAP if before.shape == letter.shape else _OBJECT_GAP
    return on_line and -_BACK * size <= letter.x0 - before.x1 <= widest * size


def _walled(before: Letter, letter: Letter, walls: list[Rule]) -> bool:
    """Whether a rule stands between two letters that are not close."""
    if letter.x0 - before.x1 < _ROOM_FOR_A_RULE:
        return False
    return any(before.x1 <= wall.x0 <= letter.x0 and wall.y0 <= letter.y <= wall.y1 + letter.size for wall in walls)


def _stretch(group: list[Letter]) -> list[Stretch]:
    while group and group[-1].char.isspace():
        group.pop()
    while group and group[0].char.isspace():
        group.pop(0)
    if not group:
        return []
    spaced: list[Letter] = []
    for letter in group:
        if spaced and _needs_space(spaced[-1], letter):
            spaced.append(Letter(" ", spaced[-1].x1, letter.x0, *_look(letter)))
        spaced.append(letter)
    runs = [
        Run(_read("".join(one.char for one in same), font), bold, italic)
        for (font, bold, italic), same in groupby(spaced, key=lambda one: (one.font, one.bold, one.italic))
    ]
    runs = [run for run in joined(runs) if run.text]
    visible = [letter for letter in group if not letter.char.isspace()]
    size = max(letter.size for letter in visible)
    word = next((one for one, after in pairwise(spaced) if after.char.isspace()), spaced[-1])
    first = word.x1 - visible[0].x0
    return (
        [Stretch(tuple(runs), visible[0].x0, max(one.x1 for one in visible), group[0].y, size, first)] if runs else []
    )


def _needs_space(before: Letter, letter: Letter) -> bool:
    gap = letter.x0 - before.x1
    return gap > _WORD_GAP * letter.size and not before.char.isspace() and not letter.char.isspace()


def _look(letter: Letter) -> tuple[float, float, bool, bool, str]:
    return letter.y, letter.size, letter.bold, letter.italic, letter.font


def _read(text: str, font: str) -> str:
    """The letters in Unicode; what a font of symbols draws is a bullet, whatever letter it is drawn for."""
    code = code_of_font(font)
    if code:
        return converted(text, code)
    return re.sub(r"\S" if _SYMBOL_FONT.match(font) else "[\ue000-\uf8ff]", "•", text)
