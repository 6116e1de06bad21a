"""A plan for another year or another office out of a plan that is there: what is to be renewed in it, one by one.

:func:`renewals` finds it and proposes, :func:`renewed` does what was chosen, :func:`.carrying.carried` moves
what stands in fields. Nothing is changed in a text that the clerk has not seen in the list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..plan.plans import LegalBasis, Plan
from . import acts as drafting_acts
from . import days as drafting_days
from . import names as drafting_names
from . import terms as drafting_terms
from .frame import Found, Frame, Kind
from .texts import Edit, Place, texts, with_edits

_AROUND = 90  # characters of the sentence shown on either side
_FINDERS = (
    drafting_acts.expired,
    drafting_acts.of_the_year,
    drafting_days.anniversaries,
    drafting_days.weekdays,
    drafting_terms.theme,
    drafting_terms.terms,
    drafting_days.dates,
    drafting_days.years,
    drafting_names.names,
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one text of the plan."""

    place: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Renewal:
    """Words to be renewed: ``old`` as they stand between ``before`` and ``after``, ``new`` as proposed.

    ``certain`` is whether it is ticked at first; ``why`` says what it rests on. ``spots`` are all places of the same
    words: in the running text first, then in the lists that repeat the sentence.
    """

    kind: Kind
    old: str
    new: str
    certain: bool
    why: str
    before: str
    after: str
    spots: tuple[Spot, ...]


def renewals(plan: Plan, frame: Frame) -> tuple[Renewal, ...]:
    """Everything of the plan that another year, or another office, would say otherwise, in the order of its text."""
    running = [(place, text) for place, text in texts(plan) if not place.is_row]
    listed = [(place, text) for place, text in texts(plan) if place.is_row]
    found = [_renewal(place, text, one) for place, text in running for one in _found(text, frame)]
    more = _Lists(running, found, frame)
    for place, text in listed:
        more.add(place, text)
    return more.all()


def _found(text: str, frame: Frame) -> list[Found]:
    """What the finders say of a text, the earlier finder first, nothing twice; only what changes something."""
    taken: list[Found] = []
    for find in _FINDERS:
        for one in sorted(find(text, frame), key=lambda found: (found.start, -found.end)):
            if one.end > one.start and all(one.end <= other.start or one.start >= other.end for other in taken):
                taken.append(one)
    changing = (one for one in taken if one.kind and text[one.start : one.end] != one.new)
    return sorted(changing, key=lambda one: one.start)


def _renewal(place: Place, text: str, one: Found) -> Renewal:
    before, after = text[: one.start], text[one.end :]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].split(" ", 1)[-1]
    if len(after) > _AROUND:
        after = after[:_AROUND].rsplit(" ", 1)[0] + "…"
    assert one.kind is not None
    spot = Spot(place, one.start, one.end)
    return Renewal(one.kind, text[one.start : one.end], one.new, one.certain, one.why, before, after, (spot,))


class _Lists:
    """Brings what the lists repeat of the running text to its renewals; what stands in a list only stays apart."""

    def __init__(self, running: Sequence[tuple[Place, str]], found: Sequence[Renewal], frame: Frame) -> None:
        self._running, self._frame = running, frame
        self._found = list(found)
        self._of: dict[Place, list[int]] = defaultdict(list)
        for number, one in enumerate(found):
            self._of[one.spots[0].place].append(number)

    def add(self, place: Place, text: str) -> None:
        """A text of a list."""
        own = text.removesuffix("…")
        at = next(((where, whole.find(own)) for where, whole in self._running if own and own in whole), None)
        if at is not None:
            self._repeat(place, at[0], at[1], len(own))
            return
        for one in _found(text, self._frame):
            self._attach(_renewal(place, text, one))

    def _repeat(self, place: Place, where: Place, offset: int, length: int) -> None:
        for number in self._of[where]:
            spot = self._found[number].spots[0]
            start, end = spot.start - offset, spot.end - offset
            if start < length and end > 0:
                inside = Spot(place, max(start, 0), min(end, length))
                self._found[number] = replace(self._found[number], spots=(*self._found[number].spots, inside))

    def _attach(self, renewal: Renewal) -> None:
        """To one of the running text that says the same, else as one of its own."""
        said = (renewal.kind, renewal.old, renewal.new)
        for number, one in enumerate(self._found):
            if (one.kind, one.old, one.new) == said:
                self._found[number] = replace(one, spots=(*one.spots, *renewal.spots))
                return
        self._found.append(renewal)

    def all(self) -> tuple[Renewal, ...]:
        return tuple(self._found)


def renewed(plan: Plan, chosen: Iterable[Renewal], frame: Frame) -> Plan:
    """The plan with the chosen renewals; its list of bases follows what its text now cites."""
    taken = list(chosen)
    edits: dict[Place, list[Edit]] = defaultdict(list)
    for one in taken:
        for spot in one.spots:
            edits[spot.place].append(Edit(spot.start, spot.end, one.new))
    done = with_edits(plan, _apart(edits))
    return replace(done, legal_bases=tuple(_bases(plan, done, taken, frame)))


def _apart(edits: Mapping[Place, Sequence[Edit]]) -> dict[Place, list[Edit]]:
    """The edits of each text without those that overlap one before them."""
    parted: dict[Place, list[Edit]] = {}
    for place, some in edits.items():
        kept = parted.setdefault(place, [])
        for edit in sorted(some, key=lambda one: (one.start, one.end)):
            if not kept or edit.start >= kept[-1].end:
                kept.append(edit)
    return parted


def _bases(before: Plan, after: Plan, taken: Sequence[Renewal], frame: Frame) -> Iterator[LegalBasis]:
    """Rows of acts that were replaced name the new act; of a document whose number is to come it is blank."""
    touched = {spot.place.row: one for one in taken for spot in one.spots if spot.place.part == "legal_bases"}
    for number, (old, new) in enumerate(zip(before.legal_bases, after.legal_bases, strict=True)):
        renewal = touched.get(number)
        if renewal is None:
            yield new
        elif renewal.kind == "số, ngày văn bản":
            yield replace(new, number=None, date=None)
        elif renewal.kind == "căn cứ" and (act := frame.register.in_force(old.number or _number(old.quote))):
            yield frame.register.basis(act)
        else:
            yield new


def _number(quote: str) -> str:
    found = re.search(r"\d+/\d{4}/[\wĐ-]+|\d+-[A-Z]+/[A-Z]+", quote)
    return found.group() if found else ""
