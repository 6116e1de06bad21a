"""When a backup is due, and which old ones are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

KEEP_ALL = timedelta(days=2)
START_AGE = timedelta(days=1)
OPEN_AGE = timedelta(minutes=30)
_Period = Callable[[datetime], tuple[int, ...]]


def due_at_start(last: datetime | None, now: datetime, *, version_changed: bool) -> bool:
    """At start: there is no backup, the last one is over a day old, or the program is another version."""
    return last is None or version_changed or now - last > START_AGE


def due_while_open(last: datetime | None, saved: datetime | None, now: datetime) -> bool:
    """While the file is open: something was saved since the last backup, and that one is 30 minutes old."""
    return due_at_close(last, saved) and (last is None or now - last >= OPEN_AGE)


def due_at_close(last: datetime | None, saved: datetime | None) -> bool:
    """At close: something was saved since the last backup. ``saved`` is the moment of the newest act, None = none."""
    return saved is not None and (last is None or saved > last)


def _day(moment: datetime) -> tuple[int, ...]:
    return (moment.year, moment.month, moment.day)


def _week(moment: datetime) -> tuple[int, ...]:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> tuple[int, ...]:
    return (moment.year, moment.month)


_STAGES: tuple[tuple[_Period, int], ...] = ((_day, 12), (_week, 10), (_month, 9))


def obsolete(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which of the backups taken at ``moments`` may go.

    All of the last two days stay; of the older ones the newest of each day for 12 days that have any, then the newest
    of each week for 10 weeks, then the newest of each month for 9 months. So the newest of all stays whatever its age.
    """
    ordered = sorted(set(moments), reverse=True)
    kept = {moment for moment in ordered if now - moment <= KEEP_ALL}
    older = [moment for moment in ordered if moment not in kept]
    for period, quota in _STAGES:
        newest: dict[tuple[int, ...], datetime] = {}
        for moment in older:
            newest.setdefault(period(moment), moment)
        periods = list(newest)[:quota]
        kept |= {newest[name] for name in periods}
        older = [moment for moment in older if period(moment) not in periods]
    return set(ordered) - kept
