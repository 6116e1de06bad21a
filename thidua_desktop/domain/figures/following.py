"""A change of the plan's text reaches the rows of its targets and commitments: their words, figures and names.

Only what is known for certain is touched; what is left is said by :func:`.places.standings`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeVar

from ..plan.plans import Plan, PlanCommitment, Target, TargetValue
from .blanks import blank_places
from .edits import spaced, word_edits
from .places import plan_text, word_places
from .words import TAIL, FigurePlace, comparator_at, figure_at, figure_places, free_figure, number_at, numbers_within

_NEAR = 60  # letters before a target's words within which a number typed anew is looked for
_Quoted = TypeVar("_Quoted", Target, PlanCommitment)


def following(before: Plan, after: Plan) -> Plan:
    """``after``, whose text was changed, with its targets and commitments as the text has their words and figures.

    The rows are those of ``before``. Words that are gone, or that stand in several places, leave their row as it is.
    """
    old, new = plan_text(before).text, plan_text(after).text
    if old == new:
        return after
    moves = _Moves(tuple(_codes(old, new)))
    return replace(
        after,
        targets=_followed(after.targets, old, new, moves),
        commitments=_followed(after.commitments, old, new, moves),
    )


_Code = tuple[int, int, int, int]


def with_figures(before: Plan, after: Plan) -> Plan:
    """``after``, whose text and quotes were changed, with the figures that its text has now."""
    read = following(before, replace(after, targets=before.targets, commitments=before.commitments))
    pairs = zip(after.targets, read.targets, strict=True)
    promised = zip(after.commitments, read.commitments, strict=True)
    return replace(
        after,
        targets=tuple(replace(one, values=other.values) for one, other in pairs),
        commitments=tuple(replace(one, values=other.values) for one, other in promised),
    )


@dataclass(frozen=True, slots=True)
class _Moves:
    """What became of the old text: each stretch that changed, as (start, end) in it and in the new text, in order."""

    codes: tuple[_Code, ...]

    def to(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch stands in the new text. What was put in at its ends is not part of it."""
        first, last = _moved(self.codes, start, is_end=False), _moved(self.codes, end, is_end=True)
        return first, max(first, last)

    def is_new(self, start: int, end: int) -> bool:
        """Whether these words of the new text, or some of them, were typed."""
        return any(first < end and start < last for _, _, first, last in self.codes)


def _followed(rows: tuple[_Quoted, ...], old: str, new: str, moves: _Moves) -> tuple[_Quoted, ...]:
    places = word_places(old, [row.quote for row in rows])
    return tuple(_row(row, place, old, new, moves) for row, place in zip(rows, places, strict=True))


def _row(row: _Quoted, place: tuple[int, int] | None, old: str, new: str, moves: _Moves) -> _Quoted:
    if place is None:
        return row
    was = old[slice(*place)]
    start, end = _with_ends(row, was, new, *moves.to(*place))
    is_now = new[start:end].strip()
    if is_now.split() == was.split() or not is_now:
        return row
    shift = new.index(is_now, start)
    values = _values_now(row.values, place[0], was, shift, is_now, moves)
    changed = replace(row, quote=" ".join(is_now.split()), values=values)
    if isinstance(changed, Target) and isinstance(row, Target):
        name = _name_now(row.indicator, place[0], was, shift, is_now, moves)
        return replace(changed, indicator=name)
    return changed


def _with_ends(row: Target | PlanCommitment, was: str, new: str, start: int, end: int) -> tuple[int, int]:
    """The words with what was put in at their ends and belongs to them: their first number typed anew, "trở lên"."""
    if start < end and row.values:
        unit = re.escape(row.values[0].unit)
        from_here = max(0, start - _NEAR)
        lead = re.search(rf"(?<!\S)\d(?:[\d.,]*\d)? *(?:{unit} *)?\Z", new[from_here:start])
        if lead and figure_places(was, row.values)[0] is None and figure_at(new[from_here + lead.start() : end], 0):
            start = from_here + lead.start()
        if not TAIL.search(was) and (tail := TAIL.match(new, end)):
            end = tail.end()
    return start, end


def _name_now(name: str, at: int, was: str, shift: int, is_now: str, moves: _Moves) -> str:
    """What an indicator is called after its own words have changed; as before when it was not those words."""
    places = [found.span() for found in re.finditer(spaced(name), was)] if name.strip() else []
    if len(places) != 1:
        return name
    start, end = moves.to(at + places[0][0], at + places[0][1])
    return " ".join(is_now[max(0, start - shift) : max(0, end - shift)].split()) or name


def _values_now(
    values: Sequence[TargetValue], at: int, was: str, shift: int, is_now: str, moves: _Moves
) -> tuple[TargetValue, ...]:
    """The figures as the changed words have them; one whose number is gone stays as it is."""
    places = figure_places(was, values)
    moved: list[FigurePlace | None] = []
    for place in places:
        start, end = moves.to(at + place.start, at + place.end) if place else (0, 0)
        starts = numbers_within(is_now, start - shift, end - shift) if place else []
        moved.append(figure_at(is_now, starts[0]) if len(starts) == 1 else None)
    made: list[TargetValue] = []
    taken = [place for place in moved if place]
    for value, old_place, new_place, blank in zip(values, places, moved, blank_places(was, values), strict=True):
        if blank is not None:
            made.append(_filled(value, at, blank, shift, is_now, moves))
            continue
        free = free_figure(is_now, value, taken) if old_place is None else None
        if free and moves.is_new(shift + free.start, shift + free.end):
            made.append(replace(value, value=number_at(is_now, free)))
        elif old_place is not None and new_place is not None:
            made.append(_value_now(value, at, was, old_place, shift, is_now, new_place, moves))
        else:
            made.append(value)
    return tuple(made)


def _filled(value: TargetValue, at: int, blank: tuple[int, int], shift: int, is_now: str, moves: _Moves) -> TargetValue:
    """The figure with the one number that stands where its blank was; as it is while there is none."""
    start, end = moves.to(at + blank[0], at + blank[1])
    starts = numbers_within(is_now, start - shift, end - shift)
    place = figure_at(is_now, starts[0]) if len(starts) == 1 else None
    return replace(value, value=number_at(is_now, place)) if place else value


def _value_now(
    value: TargetValue,
    at: int,
    was: str,
    old: FigurePlace,
    shift: int,
    is_now: str,
    new: FigurePlace,
    moves: _Moves,
) -> TargetValue:
    low = number_at(is_now, new)
    if low is None:
        return value
    high = number_at(is_now, FigurePlace(*new.high, None, new.high)) if new.high else None
    spelled = value.unit
    if old.unit[0] < old.unit[1]:
        start, end = (place - shift for place in moves.to(at + old.unit[0], at + old.unit[1]))
        unit = (max(start, new.unit[0]), max(end, new.unit[0]))
        written = is_now[slice(*unit)].strip()
        spelled = " ".join(written.split()) if written and written != was[slice(*old.unit)].strip() else spelled
        new = FigurePlace(new.start, new.end, new.high, unit)
    sign = comparator_at(is_now, new).sign
    same_before = comparator_at(was, old).sign
    comparator = sign if same_before == value.comparator and sign != same_before else value.comparator
    return replace(value, value=low, value_to=high, unit=spelled, comparator=comparator)


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
