"""Measuring one act of the program against its floor."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much there is to work on, and how often each thing is measured."""

    years: int = 20
    people: int = 20_000
    certificates: int = 500
    sections: int = 60
    files: int = 50
    acts: int = 20
    repeats: int = 7


TINY = Sizes(years=1, people=80, certificates=2, sections=3, files=2, acts=1, repeats=1)
"""For the test that every benchmark runs: nothing is to be learnt from its figures."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table: medians in seconds of the program's act and of its floor."""

    name: str
    floor_name: str
    ours: float
    floor: float

    @property
    def ratio(self) -> float:
        """How many times as long as the floor."""
        return self.ours / self.floor


def compare(
    name: str,
    floor_name: str,
    ours: Callable[[], object],
    floor: Callable[[], object],
    *,
    repeats: int,
    acts: int = 1,
) -> Measured:
    """Times both by turns, after a first time of each that does not count, and takes the medians.

    By turns, so that a machine that slows down slows both. ``acts`` is how many acts one call does; the figures are for
    one of them.
    """
    return compare_timed(
        name, floor_name, lambda: _seconds(ours) / acts, lambda: _seconds(floor) / acts, repeats=repeats
    )


def compare_timed(
    name: str, floor_name: str, ours: Callable[[], float], floor: Callable[[], float], *, repeats: int
) -> Measured:
    """As :func:`compare`, for what takes its own time: each call gives seconds."""
    ours(), floor()
    taken = [(ours(), floor()) for _ in range(repeats)]
    return Measured(name, floor_name, median(one for one, _ in taken), median(other for _, other in taken))


def _seconds(act: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    act()
    return perf_counter() - start
