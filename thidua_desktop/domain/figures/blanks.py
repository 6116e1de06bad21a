"""The blanks "…" that a draft leaves in the words of a target, each for a figure that is not known yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..plan.plans import TargetValue
from .values import BLANK, span

Span = tuple[int, int]


def blank_places(text: str, values: Sequence[TargetValue]) -> tuple[Span | None, ...]:
    """The blank of each figure without a number, None for one with it and where it is not certain which is meant.

    Blanks with one unit are those of the figures with that unit, in order, when there are as many.
    """
    open_ones = [place for place, value in enumerate(values) if value.value is None and value.unit]
    found: dict[int, Span] = {}
    for unit in {values[place].unit for place in open_ones}:
        wanted = [place for place in open_ones if values[place].unit == unit]
        after = rf"\s*{re.escape(unit)}" + (r"(?!\w)" if unit[-1:].isalnum() else "")
        spans = [blank.span() for blank in re.finditer(rf"{BLANK}(?={after})", text)]
        if len(spans) == len(wanted):
            found |= dict(zip(wanted, spans, strict=True))
    return tuple(found.get(place) for place in range(len(values)))


def blank_edits(
    text: str, old: Sequence[TargetValue], new: Sequence[TargetValue], pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """The edits that put numbers into their blanks; ``pairs`` are places of old and new figures."""
    blanks = blank_places(text, old)
    for before, after in pairs:
        blank, value = blanks[before], new[after]
        if blank is not None and value.value is not None and value.unit == old[before].unit:
            yield *blank, span(value.value, value.value_to)
