"""Which sections and rows of two plans are the same one, also after they were reworded or moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..text_differences import likeness, words
from ..vietnamese import folded_line
from . import rows as plan_rows
from .arranging import TOP, Match
from .plans import Plan, Section

_ALIKE = 0.55  # from here on two sections are the same one
_SAME_HEADING, _SAME_PARENT, _SAME_MARKER = 0.25, 0.15, 0.1  # what each adds to the likeness of their words
_LEAST = 0.3  # of the words, whatever is added
_ALIKE_ROWS = 0.6
_MOST_LOOKED_AT = 40_000

_NAMED_BY: dict[str, tuple[tuple[str, ...], ...]] = {
    "plan_targets": (("quote",), ("indicator",)),
    "plan_bases": (("kind", "number", "date"), ("number",), ("quote",)),
    "plan_movements": (("name",),),
    "commitments": (("organisation", "quote"),),
    "plan_phases": (("name",), ("start", "end")),
    "plan_tasks": (("summary",),),
    "plan_recipients": (("name",),),
}
"""By which fields a row is known again, the surest first; afterwards by the likeness of the words in all of them."""


def match_sections(old: Plan, new: Plan) -> Match:
    """The sections of both plans in reading order."""
    return _Sections(_flat(old), _flat(new)).match()


def match_rows(old: Plan, new: Plan, kind: str) -> Match:
    """The rows of one list of both plans."""
    rows = (plan_rows.items(old, kind), plan_rows.items(new, kind))
    pairs: dict[int, int] = {}
    for fields in _NAMED_BY[kind]:
        _pair_equal(pairs, *([_named(row, fields) for row in side] for side in rows))
    texts = [[words(" ".join(_said(row, fields[0]) for fields in _NAMED_BY[kind])) for row in side] for side in rows]
    _pair_alike(pairs, len(rows[0]), len(rows[1]), lambda i, j: likeness(texts[0][i], texts[1][j]), _ALIKE_ROWS)
    return Match([TOP] * len(rows[0]), [TOP] * len(rows[1]), pairs)


def _said(row: Any, field: str) -> str:
    return str(getattr(row, field) or "")


def _named(row: Any, fields: Sequence[str]) -> Hashable | None:
    """What a row is called by these fields, None when none of them says anything."""
    texts = tuple(folded_line(_said(row, field)) for field in fields)
    return texts if any(texts) else None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A section as it is compared: ``path`` are the headings (or numbers) above it and its own."""

    section: Section
    parent: int
    path: tuple[str, ...]
    text: str
    words: Counter[str]


def _flat(plan: Plan) -> list[_Seen]:
    return list(_walk(plan.sections, TOP, (), iter(range(sum(1 for _ in plan.all_sections())))))


def _walk(sections: Sequence[Section], parent: int, above: tuple[str, ...], numbers: Iterator[int]) -> Iterator[_Seen]:
    for section in sections:
        heading = folded_line(section.heading or "")
        body = "\n".join(paragraph.text for paragraph in section.body)
        path = (*above, heading or section.marker)
        text = f"{heading}\n{folded_line(body)}"
        number = next(numbers)
        yield _Seen(section, parent, path, text, words(f"{section.heading or ''} {body}"))
        yield from _walk(section.children, number, path, numbers)


class _Sections:
    def __init__(self, old: list[_Seen], new: list[_Seen]) -> None:
        self._old = old
        self._new = new
        self._pairs: dict[int, int] = {}

    def match(self) -> Match:
        """Equal ones first, then those in the same place, then those that are alike; twice, as parents tell more."""
        for said in (_place_and_text, _text, _place_with_heading, _place):
            _pair_equal(self._pairs, [said(one) for one in self._old], [said(one) for one in self._new])
        for _ in range(2):
            _pair_alike(self._pairs, len(self._old), len(self._new), self._likeness, _ALIKE)
        return Match([one.parent for one in self._old], [one.parent for one in self._new], self._pairs)

    def _likeness(self, i: int, j: int) -> float:
        old, new = self._old[i], self._new[j]
        alike = likeness(old.words, new.words)
        if alike < _LEAST:
            return 0.0
        same_heading = bool(old.section.heading) and old.path[-1] == new.path[-1]
        same_parent = new.parent == (TOP if old.parent == TOP else self._pairs.get(old.parent))
        same_marker = bool(old.section.marker) and old.section.marker == new.section.marker
        return alike + _SAME_HEADING * same_heading + _SAME_PARENT * same_parent + _SAME_MARKER * same_marker


def _place_and_text(one: _Seen) -> Hashable | None:
    return one.path, one.section.marker, one.text


def _text(one: _Seen) -> Hashable | None:
    return one.text if one.words else None


def _place_with_heading(one: _Seen) -> Hashable | None:
    return one.path if one.section.heading else None


def _place(one: _Seen) -> Hashable | None:
    return (one.path, one.section.marker) if not one.words else None


def _pair_equal(pairs: dict[int, int], old: Sequence[Hashable | None], new: Sequence[Hashable | None]) -> None:
    """Pairs what is called the same and has no pair yet; several of one name in their order."""
    taken = set(pairs.values())
    waiting: dict[Hashable, list[int]] = {}
    for j, name in enumerate(new):
        if name is not None and j not in taken:
            waiting.setdefault(name, []).append(j)
    for i, name in enumerate(old):
        if i not in pairs and name is not None and waiting.get(name):
            pairs[i] = waiting[name].pop(0)


def _pair_alike(pairs: dict[int, int], old: int, new: int, alike: Callable[[int, int], float], least: float) -> None:
    """Pairs what has no pair yet, the most alike first, the nearest among the equally alike."""
    taken = set(pairs.values())
    left = ([i for i in range(old) if i not in pairs], [j for j in range(new) if j not in taken])
    reach = _MOST_LOOKED_AT // max(len(left[0]), 1)  # of a text of hundreds of pages only what is near is looked at
    near = (
        (i, j) for i in left[0] for j in left[1][bisect_left(left[1], i - reach) : bisect_right(left[1], i + reach)]
    )
    found = ((alike(i, j), -abs(i - j), i, j) for i, j in near)
    for _, _, i, j in sorted((one for one in found if one[0] >= least), reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
