"""A target's figure divided among organisations, so that the parts make the whole to the last digit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ..plan.plans import TargetValue
from .results import adds_up, counts_towards


def parted(planned: TargetValue, weights: Sequence[float]) -> tuple[float | None, ...]:
    """The part of each, by its weight; None for one that gets nothing, all None when there is nothing to divide.

    Parts have as many decimals as the figure and add up to it; what is left over goes to the largest remainders, the
    first ones first. A rate is not divided: each takes it whole.
    """
    if planned.value is None or not weights:
        return tuple(None for _ in weights)
    if not adds_up(planned.unit):
        return tuple(planned.value if weight > 0 else None for weight in weights)
    whole = sum(weights)
    if whole <= 0:
        return tuple(None for _ in weights)
    step = _step(planned.value)
    steps = round(planned.value / step)
    exact = [steps * weight / whole for weight in weights]
    parts = [int(one) for one in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: steps - sum(parts)]:
        parts[place] += 1
    return tuple(round(part * step, 9) if part else None for part in parts)


def _step(value: float) -> float:
    """The last decimal of a figure: 0.1 of 12.5, 1 of 15."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return 10.0 ** min(int(exponent), 0)


def with_part(figures: Sequence[TargetValue], planned: TargetValue, part: float) -> tuple[TargetValue, ...]:
    """The figures of a commitment with that part of the target's figure: in place of what it said in the unit."""
    new = replace(planned, value=part, value_to=None, assigned_by=None)
    said = [place for place, one in enumerate(figures) if counts_towards(planned, one)]
    if not said:
        return (*figures, new)
    kept = [one for place, one in enumerate(figures) if place not in said[1:]]
    kept[said[0]] = replace(figures[said[0]], value=part, value_to=None)
    return tuple(kept)
