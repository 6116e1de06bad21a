"""Word's automatic numbers as the labels a reader sees.

A list (w:num) points to an abstract list with up to nine levels; each level has a format and a text such as "%1.%2."
in which %n is the counter of level n. Lists of one abstract list go on counting where the other stopped, unless they
override the start. A level starts again when a higher one was counted, or only after the one that w:lvlRestart names
(counted from 1; never for 0).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from ...domain.roman import roman
from .package import W
from .styles import NumberRef, value

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restart: int | None = None


def formatted(number: int, number_format: str) -> str:
    """A counter in one of Word's number formats."""
    letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    match number_format:
        case "upperRoman":
            return roman(number)
        case "lowerRoman":
            return roman(number).lower()
        case "upperLetter":
            return letter.upper()
        case "lowerLetter":
            return letter
        case "decimalZero":
            return f"{number:02d}"
        case "none":
            return ""
        case _:
            return str(number)


class Numbering:
    """The numbering part with its counters; ask for the label of each paragraph in the order of the document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, ref: NumberRef) -> str:
        """The label of the next paragraph in that list: "II.", "2.1.", "a)"; "-" or "+" for a bullet; "" for none."""
        if ref.list_id not in self._lists:
            return ""
        abstract, own_levels, starts = self._lists[ref.list_id]
        levels = {**self._abstract.get(abstract, {}), **own_levels}
        at = min(ref.level, _LEVELS - 1)
        level = levels.get(at, _Level())
        if level.format == "bullet":
            return "+" if level.text.strip() == "+" else "-"
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        self._count(counters, ref.list_id, at, levels, starts)
        return self._text(level, levels, counters)

    def _count(
        self, counters: list[int | None], list_id: str, at: int, levels: dict[int, _Level], starts: dict[int, int]
    ) -> None:
        override = at in starts and (list_id, at) not in self._begun
        self._begun.add((list_id, at))
        now = counters[at]
        first = starts.get(at, levels.get(at, _Level()).start)
        counters[at] = first if now is None or override else now + 1
        for deeper in range(at + 1, _LEVELS):
            after = levels.get(deeper, _Level()).restart
            if after is None or after > at:
                counters[deeper] = None

    def _text(self, level: _Level, levels: dict[int, _Level], counters: list[int | None]) -> str:
        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = levels.get(at, _Level())
            number = counters[at]
            return formatted(other.start if number is None else number, "decimal" if level.legal else other.format)

        return re.sub(r"%([1-9])", shown, level.text).strip()

    def _read(self, root: etree._Element) -> None:
        linked = {value(a.find(f"{W}styleLink")): a for a in root.iter(f"{W}abstractNum")}
        for abstract in root.iter(f"{W}abstractNum"):
            real = linked.get(value(abstract.find(f"{W}numStyleLink")) or " ", abstract)
            self._abstract[abstract.get(f"{W}abstractNumId") or ""] = _levels(real)
        for number in root.iter(f"{W}num"):
            levels: dict[int, _Level] = {}
            starts: dict[int, int] = {}
            for override in number.findall(f"{W}lvlOverride"):
                levels |= _levels(override)
                start = value(override.find(f"{W}startOverride"))
                if start.isdigit():
                    starts[_number(override.get(f"{W}ilvl"))] = int(start)
            self._lists[number.get(f"{W}numId") or ""] = (value(number.find(f"{W}abstractNumId")), levels, starts)


def _levels(parent: etree._Element) -> dict[int, _Level]:
    return {
        _number(level.get(f"{W}ilvl")): _Level(
            value(level.find(f"{W}numFmt")) or "decimal",
            value(level.find(f"{W}lvlText")),
            _number(value(level.find(f"{W}start")) or "1"),
            level.find(f"{W}isLgl") is not None,
            _number(restart) if (restart := value(level.find(f"{W}lvlRestart"))) else None,
        )
        for level in parent.findall(f"{W}lvl")
    }


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else 0
