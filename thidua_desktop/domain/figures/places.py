"""Where the words of a plan's targets stand in its text, and what a row of the table misses there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..plan.plans import Plan, Target, TargetValue
from .edits import spaced
from .words import TAIL, figure_places

Part = Literal["preamble", "section", "closing"]
Standing = Literal["there", "no figure", "twice", "nowhere", "no words"]
"""How a target's words stand in the text: there with all figures, there without one of them, in several places or
nowhere; "no words": it has none of its own.
"""

_WORDS = re.compile(r"[^\s|]+")
HEADING = -1
"""The number of a section's heading among its paragraphs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading or a paragraph of the plan: ``section`` counts in reading order, -1 outside; ``paragraph`` -1 is the
    heading. Its words stand from ``start`` to ``end`` of the whole text.
    """

    part: Part
    section: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlanText:
    """All words of a plan between title and recipients, a line for each heading and paragraph."""

    text: str
    pieces: tuple[Piece, ...]

    def piece_at(self, start: int, end: int) -> Piece | None:
        """The heading or paragraph that holds this stretch, None when it reaches over more than one."""
        return next((piece for piece in self.pieces if piece.start <= start and end <= piece.end), None)


@dataclass(frozen=True, slots=True)
class TargetStanding:
    """How a target stands in the text, and the section (its place in reading order) where; None outside of one."""

    standing: Standing
    section: int | None = None
    missing: tuple[TargetValue, ...] = ()


def plan_text(plan: Plan) -> PlanText:
    """The plan's text, to look for words in."""
    lines: list[str] = []
    pieces: list[Piece] = []
    at = 0

    def add(part: Part, section: int, paragraph: int, words: str) -> None:
        nonlocal at
        lines.append(words)
        pieces.append(Piece(part, section, paragraph, at, at + len(words)))
        at += len(words) + 1

    for number, paragraph in enumerate(plan.preamble):
        add("preamble", -1, number, paragraph.text)
    for place, section in enumerate(plan.all_sections()):
        if section.heading is not None:
            add("section", place, HEADING, section.heading)
        for number, paragraph in enumerate(section.body):
            add("section", place, number, paragraph.text)
    for number, paragraph in enumerate(plan.closing):
        add("closing", -1, number, paragraph.text)
    return PlanText("\n".join(lines), tuple(pieces))


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text with single blanks for what stands between its words, bars of a table's row too: quick to look in.

    ``starts`` are where its words begin, ``origins`` where they do in the text itself.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def places(self, quote: str) -> list[tuple[int, int]]:
        """Where the words of the quote stand in the text itself, not within other words."""
        words = " ".join(_WORDS.findall(quote))
        found: list[tuple[int, int]] = []
        at = self.text.find(words) if words else -1
        while at >= 0:
            end = at + len(words)
            if not (_in_a_word(self.text, at) or _in_a_word(self.text, end)):
                found.append((self._origin(at), self._origin(end - 1) + 1))
            at = self.text.find(words, end)
        return found

    def _origin(self, at: int) -> int:
        word = bisect_right(self.starts, at) - 1
        return self.origins[word] + at - self.starts[word]


def _in_a_word(text: str, at: int) -> bool:
    return text[at - 1 : at + 1].replace("_", "a").isalnum() if 0 < at < len(text) else False


@lru_cache(maxsize=4)
def squeezed(text: str) -> Squeezed:
    """The text squeezed; that of the last few is kept."""
    starts, origins, at = [], [], 0
    words = list(_WORDS.finditer(text))
    for word in words:
        starts.append(at)
        origins.append(word.start())
        at += len(word[0]) + 1
    return Squeezed(" ".join(word[0] for word in words), tuple(starts), tuple(origins))


def word_places(text: str, quotes: Sequence[str]) -> tuple[tuple[int, int] | None, ...]:
    """Where each quote stands, None when nowhere or not for certain.

    Of quotes alike each has one of as many places; of several places the one is meant that alone stands beside the row
    above or below.
    """
    known = [" ".join(quote.split()) for quote in quotes]
    bare = squeezed(text)
    places = {quote: bare.places(quote) for quote in set(known) if quote}
    seen: dict[str, int] = {}
    made: list[tuple[int, int] | None] = []
    for quote in known:
        found = places.get(quote, [])
        number = seen[quote] = seen.get(quote, -1) + 1
        sure = len(found) == 1 or (len(found) > 1 and known.count(quote) == len(found))
        made.append(found[number % len(found)] if sure else None)
    sure_ones = tuple(made)
    for row, quote in enumerate(known):
        if sure_ones[row] is None and len(places.get(quote, [])) > 1:
            made[row] = _between(text, places[quote], sure_ones[:row], sure_ones[row + 1 :])
    return tuple(made)


def _between(
    text: str,
    found: Sequence[tuple[int, int]],
    above: Sequence[tuple[int, int] | None],
    below: Sequence[tuple[int, int] | None],
) -> tuple[int, int] | None:
    """The only one of the places that stands at most a line below the row above, or a line above the row below."""
    first = next((place[1] for place in reversed(above) if place), 0)
    last = next((place[0] for place in below if place), len(text))
    near = [
        (start, end)
        for start, end in found
        if (first and first <= start and text.count("\n", first, start) <= 1)
        or (last < len(text) and end <= last and text.count("\n", end, last) <= 1)
    ]
    return near[0] if len(near) == 1 else None


def own_words(plan: Plan, target: Target) -> str:
    """The words of the text that say a target which has none yet: its name and its figures in one line, in this order.

    "" when no line says it, or more than one.
    """
    name = spaced(target.indicator)
    whole = plan_text(plan)
    found: list[str] = []
    for piece in whole.pieces:
        line = whole.text[piece.start : piece.end]
        names = list(re.finditer(name, line, re.IGNORECASE))
        asked = [value for value in target.values if value.value is not None]
        places = [place for place in figure_places(line, asked) if place]
        if len(names) != 1 or len(places) < len(asked) or any(place.start < names[0].end() for place in places):
            continue
        end = max((place.last for place in places), default=names[0].end())
        tail = TAIL.match(line, end)
        found.append(line[names[0].start() : tail.end() if tail else end])
    return found[0] if len(found) == 1 and word_places(whole.text, found)[0] else ""


def standings(plan: Plan) -> tuple[TargetStanding, ...]:
    """How each target of the plan stands in its text."""
    whole = plan_text(plan)
    places = word_places(whole.text, [target.quote for target in plan.targets])
    return tuple(_standing(whole, target, place) for target, place in zip(plan.targets, places, strict=True))


def _standing(whole: PlanText, target: Target, place: tuple[int, int] | None) -> TargetStanding:
    if not target.quote.strip():
        return TargetStanding("no words", missing=target.values)
    if place is None:
        several = squeezed(whole.text).places(target.quote)
        return TargetStanding("twice" if several else "nowhere", missing=() if several else target.values)
    piece = whole.piece_at(place[0], place[0])
    section = piece.section if piece and piece.section >= 0 else None
    figures = figure_places(whole.text[slice(*place)], target.values)
    missing = tuple(
        value
        for value, figure in zip(target.values, figures, strict=True)
        if figure is None and value.value is not None
    )
    return TargetStanding("no figure" if missing else "there", section, missing)
