"""Whether more or less of a target is better, by its words (``resources/checking/directions.toml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from ..vietnamese import fold
from .plans import Direction, TargetValue

_LIMIT = re.compile(r"\b(?:khong (?:qua|vuot qua|vuot|de qua)|toi da)\b")
_MEASURES_FALL = re.compile(r"\b(?:ty le|muc|so) giam\b")
_FALL = re.compile(r"\bgiam\b")
_DOWN_TO = re.compile(r"\b(?:con|xuong)\b")
_RATES = ("%", "‰")
_HALF = 50.0
"""Per cent; of what is bad nobody plans more than this: "100% hộ nghèo" is about something done for them."""


@dataclass(frozen=True, slots=True)
class DirectionWords:
    """The words of targets of which less is better, of those that do not tell, and of those that measure what is done
    about a bad thing."""

    fewer_is_better: tuple[str, ...] = ()
    unclear_direction: tuple[str, ...] = ()
    measured_otherwise: tuple[str, ...] = ()

    def way(self, words: str) -> int:
        """1 when more is better, -1 when less is, 0 when it cannot be told."""
        return _way(self, words)

    def told(self, name: str, value: TargetValue) -> Direction:
        """What the name says of a figure, as results are judged: "lower" for a rate of something bad, else ""."""
        is_share = value.unit.strip().startswith(_RATES) and value.value is not None and value.value <= _HALF
        return "lower" if is_share and self.way(name) < 0 else ""


@lru_cache(maxsize=4096)  # sheets of a year ask for the same names again and again
def _way(known: DirectionWords, text: str) -> int:
    words = fold(text)
    if _LIMIT.search(words):
        return -1
    if any(fold(word) in words for word in known.unclear_direction):
        return 0
    if _MEASURES_FALL.search(words):
        return 1  # "tỷ lệ giảm hộ nghèo": what is measured is the fall
    fewer = any(fold(word) in words for word in known.fewer_is_better)
    if not fewer:
        return 0 if _FALL.search(words) else 1
    # "giảm 2% hộ nghèo": more of it is better; "giảm còn 2%" is a level again.
    if _FALL.search(words) and not _DOWN_TO.search(words):
        return 0
    whole = text.lower()
    return 1 if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", whole) for word in known.measured_otherwise) else -1


def parse_direction_words(table: Mapping[str, Any]) -> DirectionWords:
    """The words of the shipped file; ``ValueError`` names the first list that is none, in Vietnamese."""
    return DirectionWords(**{column.name: _texts(table, column.name) for column in fields(DirectionWords)})


def _texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    words = table.get(key)
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise ValueError(f"“{key}” phải là danh sách chữ trong ngoặc kép, không có ô trống")
    return tuple(words)
