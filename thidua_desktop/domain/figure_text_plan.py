"""The figures of a plan's targets and commitments, which its text holds too: one place, two views that stay equal.

:func:`with_target` carries a change of the table into the text, :func:`following` a change of the text into the tables.
Both touch only what they know for certain; what they leave is said by :func:`standings`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal, TypeVar

from .figure_text import (
    TAIL,
    FigurePlace,
    comparator_at,
    figure_at,
    figure_places,
    free_figure,
    number_at,
    numbers_within,
)
from .figure_text_edits import Edit, apart, edited, figure_edits, name_edits, spaced, word_edits
from .plans import Plan, PlanCommitment, Section, Target, TargetValue
from .richtext import Paragraph, with_words

Part = Literal["preamble", "section", "closing"]
Standing = Literal["there", "no figure", "twice", "nowhere", "no words"]
"""How a target's words stand in the text: there with all figures, there without one of them, in several places or
nowhere; "no words": it has none of its own.
"""

_HEADING = -1
_Quoted = TypeVar("_Quoted", Target, PlanCommitment)


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
            add("section", place, _HEADING, section.heading)
        for number, paragraph in enumerate(section.body):
            add("section", place, number, paragraph.text)
    for number, paragraph in enumerate(plan.closing):
        add("closing", -1, number, paragraph.text)
    return PlanText("\n".join(lines), tuple(pieces))


def word_places(text: str, quotes: Sequence[str]) -> tuple[tuple[int, int] | None, ...]:
    """Where each quote stands, None when nowhere or not for certain. Of quotes alike each has one of as many places."""
    known = [" ".join(quote.split()) for quote in quotes]
    places = {quote: [found.span() for found in re.finditer(spaced(quote), text)] for quote in set(known) if quote}
    seen: dict[str, int] = {}
    made: list[tuple[int, int] | None] = []
    for quote in known:
        found = places.get(quote, [])
        number = seen[quote] = seen.get(quote, -1) + 1
        sure = len(found) == 1 or (len(found) > 1 and known.count(quote) == len(found))
        made.append(found[number % len(found)] if sure else None)
    return tuple(made)


def standings(plan: Plan) -> tuple[TargetStanding, ...]:
    """How each target of the plan stands in its text."""
    whole = plan_text(plan)
    places = word_places(whole.text, [target.quote for target in plan.targets])
    return tuple(_standing(whole, target, place) for target, place in zip(plan.targets, places, strict=True))


def _standing(whole: PlanText, target: Target, place: tuple[int, int] | None) -> TargetStanding:
    if not target.quote.strip():
        return TargetStanding("no words", missing=target.values)
    if place is None:
        several = re.search(spaced(target.quote), whole.text)
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


# From the table into the text


def with_target(plan: Plan, row: int, new: Target) -> Plan:
    """The plan with another target in that row, and with the words of its text that change with it.

    What the text does not hold for certain stays as it is; other targets and commitments in the same words follow.
    """
    old, whole = plan.targets[row], plan_text(plan)
    place = word_places(whole.text, [target.quote for target in plan.targets])[row]
    targets = (*plan.targets[:row], new, *plan.targets[row + 1 :])
    if place is None:
        return replace(plan, targets=targets)
    words = whole.text[slice(*place)]
    if new.quote != old.quote:
        edits = word_edits(words, new.quote) if new.quote.strip() else ()
    else:
        edits = figure_edits(words, old.values, new.values, _taken(plan, row, whole.text, place))
        if new.indicator != old.indicator:
            edits = apart((*edits, *name_edits(words, old.indicator, new.indicator)))
    edits = tuple((place[0] + start, place[0] + end, text) for start, end, text in edits)
    if not edits:
        return replace(plan, targets=targets)
    after = following(plan, _with_edits(plan, whole, edits))
    followed = after.targets[row]
    if new.quote != old.quote:
        typed = replace(new, values=followed.values if new.values == old.values else new.values)
    else:
        name = followed.indicator if new.indicator == old.indicator else new.indicator
        typed = replace(new, quote=followed.quote, indicator=name)
    return replace(after, targets=(*after.targets[:row], typed, *after.targets[row + 1 :]))


def _taken(plan: Plan, row: int, text: str, place: tuple[int, int]) -> set[int]:
    """Where in these words the figures of other targets begin."""
    taken: set[int] = set()
    places = word_places(text, [target.quote for target in plan.targets])
    for other, (target, at) in enumerate(zip(plan.targets, places, strict=True)):
        if other != row and at is not None and place[0] <= at[0] and at[1] <= place[1]:
            figures = figure_places(text[slice(*at)], target.values)
            taken |= {at[0] + figure.start - place[0] for figure in figures if figure}
    return taken


def _with_edits(plan: Plan, whole: PlanText, edits: Sequence[Edit]) -> Plan:
    """The plan with these edits of its text; one that reaches over more than one paragraph is left out."""
    by_piece: dict[tuple[Part, int, int], list[Edit]] = {}
    for start, end, words in edits:
        if piece := whole.piece_at(start, end):
            key = (piece.part, piece.section, piece.paragraph)
            by_piece.setdefault(key, []).append((start - piece.start, end - piece.start, words))

    def paragraphs(part: Part, section: int, old: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        return tuple(_rewritten(one, by_piece.get((part, section, number), ())) for number, one in enumerate(old))

    numbers = iter(range(sum(1 for _ in plan.all_sections())))

    def section(old: Section) -> Section:
        number = next(numbers)
        heading = old.heading
        if heading is not None:
            heading = edited(heading, by_piece.get(("section", number, _HEADING), ()))
        body = paragraphs("section", number, old.body)
        return replace(old, heading=heading, body=body, children=tuple(section(child) for child in old.children))

    return replace(
        plan,
        preamble=paragraphs("preamble", -1, plan.preamble),
        sections=tuple(section(one) for one in plan.sections),
        closing=paragraphs("closing", -1, plan.closing),
    )


def _rewritten(paragraph: Paragraph, edits: Sequence[Edit]) -> Paragraph:
    for start, end, words in sorted(edits, reverse=True):
        paragraph = replace(paragraph, runs=with_words(paragraph.runs, start, end - start, words))
    return paragraph


# From the text into the tables


def following(before: Plan, after: Plan) -> Plan:
    """``after``, whose text was changed, with its targets and commitments as the text has their words and figures.

    The rows are those of ``before``. Words that are gone, or that stand in several places, leave their row as it is.
    """
    old, new = plan_text(before).text, plan_text(after).text
    if old == new:
        return after
    to = _mapping(old, new)
    return replace(
        after,
        targets=_followed(after.targets, old, new, to),
        commitments=_followed(after.commitments, old, new, to),
    )


_Mapping = Callable[[int, int], tuple[int, int]]


def _followed(rows: tuple[_Quoted, ...], old: str, new: str, to: _Mapping) -> tuple[_Quoted, ...]:
    places = word_places(old, [row.quote for row in rows])
    return tuple(_row(row, place, old, new, to) for row, place in zip(rows, places, strict=True))


def _row(row: _Quoted, place: tuple[int, int] | None, old: str, new: str, to: _Mapping) -> _Quoted:
    if place is None:
        return row
    was = old[slice(*place)]
    start, end = _with_ends(row, was, new, *to(*place))
    is_now = new[start:end].strip()
    if is_now.split() == was.split() or not is_now:
        return row
    shift = new.index(is_now, start)
    values = _values_now(row.values, place[0], was, shift, is_now, to)
    changed = replace(row, quote=" ".join(is_now.split()), values=values)
    if isinstance(changed, Target) and isinstance(row, Target):
        name = _name_now(row.indicator, place[0], was, shift, is_now, to)
        return replace(changed, indicator=name)
    return changed


def _with_ends(row: Target | PlanCommitment, was: str, new: str, start: int, end: int) -> tuple[int, int]:
    """The words with what was put in at their ends and belongs to them: their first number typed anew, "trở lên"."""
    if start < end and row.values:
        unit = re.escape(row.values[0].unit)
        lead = re.search(rf"(?<!\S)\d[\d.,]* *(?:{unit} *)?$", new[:start])
        if lead and figure_places(was, row.values)[0] is None and figure_at(new, lead.start()):
            start = lead.start()
        if not TAIL.search(was) and (tail := TAIL.match(new, end)):
            end = tail.end()
    return start, end


def _name_now(name: str, at: int, was: str, shift: int, is_now: str, to: _Mapping) -> str:
    """What an indicator is called after its own words have changed; as before when it was not those words."""
    places = [found.span() for found in re.finditer(spaced(name), was)] if name.strip() else []
    if len(places) != 1:
        return name
    start, end = to(at + places[0][0], at + places[0][1])
    return " ".join(is_now[max(0, start - shift) : max(0, end - shift)].split()) or name


def _values_now(
    values: Sequence[TargetValue], at: int, was: str, shift: int, is_now: str, to: _Mapping
) -> tuple[TargetValue, ...]:
    """The figures as the changed words have them; one whose number is gone stays as it is."""
    places = figure_places(was, values)
    moved: list[FigurePlace | None] = []
    for place in places:
        start, end = to(at + place.start, at + place.end) if place else (0, 0)
        starts = numbers_within(is_now, start - shift, end - shift) if place else []
        moved.append(figure_at(is_now, starts[0]) if len(starts) == 1 else None)
    made: list[TargetValue] = []
    taken = [place for place in moved if place]
    for value, old_place, new_place in zip(values, places, moved, strict=True):
        if old_place is None and (free := free_figure(is_now, value, taken)):
            made.append(replace(value, value=number_at(is_now, free)))
        elif old_place is not None and new_place is not None:
            made.append(_value_now(value, at, was, old_place, shift, is_now, new_place, to))
        else:
            made.append(value)
    return tuple(made)


def _value_now(
    value: TargetValue,
    at: int,
    was: str,
    old: FigurePlace,
    shift: int,
    is_now: str,
    new: FigurePlace,
    to: _Mapping,
) -> TargetValue:
    low = number_at(is_now, new)
    if low is None:
        return value
    high = number_at(is_now, FigurePlace(*new.high, None, new.high)) if new.high else None
    spelled = value.unit
    if old.unit[0] < old.unit[1]:
        start, end = (place - shift for place in to(at + old.unit[0], at + old.unit[1]))
        unit = (max(start, new.unit[0]), max(end, new.unit[0]))
        written = is_now[slice(*unit)].strip()
        spelled = " ".join(written.split()) if written and written != was[slice(*old.unit)].strip() else spelled
        new = FigurePlace(new.start, new.end, new.high, unit)
    sign = comparator_at(is_now, new).sign
    same_before = comparator_at(was, old).sign
    comparator = sign if same_before == value.comparator and sign != same_before else value.comparator
    return replace(value, value=low, value_to=high, unit=spelled, comparator=comparator)


def _mapping(old: str, new: str) -> _Mapping:
    """Where a stretch of the old text stands in the new one. What was put in at its ends is not part of it."""
    codes = _codes(old, new)

    def to(start: int, end: int) -> tuple[int, int]:
        first, last = _moved(codes, start, is_end=False), _moved(codes, end, is_end=True)
        return first, max(first, last)

    return to


_Code = tuple[int, int, int, int]


def _codes(old: str, new: str) -> list[_Code]:
    """The stretches that changed, as (start, end) in the old text and in the new one: by lines, then by words."""
    a, b = old.split("\n"), new.split("\n")
    at_a, at_b = _line_starts(a), _line_starts(b)
    codes: list[_Code] = []
    for what, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        if what != "replace":
            codes.append((at_a[i], at_a[j], at_b[k], at_b[m]))
            continue
        shift = at_b[k] - at_a[i]
        for start, stop, words in word_edits(old[at_a[i] : at_a[j] - 1], new[at_b[k] : at_b[m] - 1]):
            begun, ended = at_a[i] + start, at_a[i] + stop
            codes.append((begun, ended, begun + shift, begun + shift + len(words)))
            shift += len(words) - (stop - start)
    return codes


def _line_starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _moved(codes: Sequence[_Code], place: int, *, is_end: bool) -> int:
    shift = 0
    for start, end, new_start, new_end in codes:
        if place < start or (is_end and place == start):
            break
        if place < end:
            return new_end if is_end else new_start
        shift = new_end - end
    return place + shift
