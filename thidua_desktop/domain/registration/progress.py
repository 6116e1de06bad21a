"""Progress of many commitments together: how many of them stand how, and what figures in one unit come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..vietnamese import format_number
from .results import REACHED, Status, adds_up

STATUSES: tuple[Status, ...] = ("vượt", "đạt", "chưa đạt", "quá hạn", "chưa nhập số", "chưa báo cáo")
"""From the best to what is not known."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of the figures counted stand how."""

    counts: tuple[tuple[Status, int], ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(count for _, count in self.counts)

    @property
    def reached(self) -> int:
        """How many are reached or passed."""
        return self.of(*REACHED)

    def of(self, *statuses: Status) -> int:
        """How many stand in one of these ways."""
        return sum(count for status, count in self.counts if status in statuses)

    @property
    def words(self) -> str:
        """ "5 vượt, 3 đạt, 2 chưa đạt", the best first; "" for none."""
        return ", ".join(f"{count} {status}" for status, count in self.counts if count)


def standing(statuses: Iterable[Status]) -> Standing:
    """How many of the figures with these words stand how."""
    found = Counter(statuses)
    return Standing(tuple((status, found[status]) for status in STATUSES))


def total(values: Sequence[float | None], units: Iterable[str], *, with_unit: bool = True) -> str:
    """What figures in one unit come to; "" when they are not all in one, or a rate."""
    known = [value for value in values if value is not None]
    named = {" ".join(unit.split()).lower(): unit for unit in units}
    if len(named) != 1 or not known:
        return ""
    unit = next(iter(named.values()))
    if not adds_up(unit):
        return ""
    return f"{format_number(sum(known))} {unit if with_unit else ''}".rstrip()
