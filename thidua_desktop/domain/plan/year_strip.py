"""The phases of a year as a strip: the days of each, where they leave a gap or overlap, deadlines and occasions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .plans import Phase

_DAY = timedelta(days=1)
OCCASION_DAY = re.compile(r"(?<![\d/.,])(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/]|[.,]\d)")
"""“26/3”, “26/3/1931”: day, month and year (which may be missing) as groups."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A phase from day to day, on a lane of its own where it overlaps another; ``row`` is its place in the list."""

    row: int
    name: str
    start: date
    end: date
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A day of a phase: its deadline, or an occasion with its name."""

    row: int
    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days between phases, or taken by two of them; ``names`` of these two."""

    start: date
    end: date
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearStrip:
    """Everything of a year's strip. ``undated`` are phases without both days, or with their days turned, by name."""

    year: int
    first: date
    last: date
    bars: tuple[Bar, ...] = ()
    gaps: tuple[Stretch, ...] = ()
    overlaps: tuple[Stretch, ...] = ()
    deadlines: tuple[Mark, ...] = ()
    occasions: tuple[Mark, ...] = ()
    undated: tuple[str, ...] = ()

    @property
    def lanes(self) -> int:
        """How many lanes the bars need."""
        return max((bar.lane for bar in self.bars), default=0) + 1

    def share(self, day: date) -> float:
        """How far into the strip the day begins, from 0.0 to 1.0."""
        whole = (self.last - self.first).days + 1
        return min(max((day - self.first).days / whole, 0.0), 1.0)

    def months(self) -> Iterator[date]:
        """The first days of the months that the strip shows."""
        day = self.first
        while day <= self.last:
            yield day
            day = _next_month(day)


def year_strip(phases: Sequence[Phase], year: int) -> YearStrip:
    """The strip of a year: the whole year, and further months where a phase or its deadline reaches beyond it."""
    bars = [
        Bar(row, phase.name, start, end)
        for row, phase in enumerate(phases)
        if (start := _day(phase.start)) and (end := _day(phase.end)) and start <= end
    ]
    deadlines = tuple(
        Mark(row, day, phase.name) for row, phase in enumerate(phases) if (day := _day(phase.report_deadline))
    )
    dated = {bar.row for bar in bars}
    days = [day for bar in bars for day in (bar.start, bar.end)] + [mark.day for mark in deadlines]
    near = [day for day in days if abs(day.year - year) <= 1]
    first = min([date(year, 1, 1), *(day.replace(day=1) for day in near)])
    last = max([date(year, 12, 31), *(_next_month(day.replace(day=1)) - _DAY for day in near)])
    in_order = sorted(bars, key=lambda bar: (bar.start, bar.end))
    return YearStrip(
        year,
        first,
        last,
        tuple(_in_lanes(in_order)),
        tuple(_gaps(in_order)),
        tuple(_overlaps(in_order)),
        deadlines,
        tuple(_occasions(phases, year, {bar.row: bar for bar in bars})),
        tuple(phase.name for row, phase in enumerate(phases) if row not in dated),
    )


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _in_lanes(bars: Sequence[Bar]) -> Iterator[Bar]:
    """Each bar on the first lane that is free on its days."""
    ends: list[date] = []
    for bar in bars:
        lane = next((number for number, end in enumerate(ends) if end < bar.start), len(ends))
        ends[lane : lane + 1] = [bar.end]
        yield Bar(bar.row, bar.name, bar.start, bar.end, lane)


def _gaps(bars: Sequence[Bar]) -> Iterator[Stretch]:
    """The days between the first phase and the last one that belong to none."""
    covered: date | None = None
    for bar in bars:
        if covered is not None and bar.start > covered + _DAY:
            yield Stretch(covered + _DAY, bar.start - _DAY)
        covered = max(covered, bar.end) if covered else bar.end


def _overlaps(bars: Sequence[Bar]) -> Iterator[Stretch]:
    """The days of two phases at once. One that lies wholly within another, a short campaign, is meant so."""
    for place, bar in enumerate(bars):
        for other in bars[place + 1 :]:
            inside = bar.start <= other.start and other.end <= bar.end
            inside = inside or (other.start <= bar.start and bar.end <= other.end)
            if other.start <= bar.end and not inside:
                yield Stretch(other.start, min(bar.end, other.end), (bar.name, other.name))


def _occasions(phases: Sequence[Phase], year: int, bars: dict[int, Bar]) -> Iterator[Mark]:
    """Days of occasions as their words give them, "26/3" or "Ngày thành lập Đoàn (26/3/1931)", in the strip's year."""
    for row, phase in enumerate(phases):
        for words in phase.occasions:
            found = next(iter(OCCASION_DAY.findall(words)), None)
            day = _in_year(int(found[0]), int(found[1]), year, bars.get(row)) if found else None
            if day:
                yield Mark(row, day, words)


def _in_year(day: int, month: int, year: int, bar: Bar | None) -> date | None:
    """The day in that year, or in the next one where its phase reaches there."""
    made = []
    for one in (year, year + 1, year - 1):
        try:
            made.append(date(one, month, day))
        except ValueError:
            continue
    return next((one for one in made if bar and bar.start <= one <= bar.end), made[0] if made else None)
