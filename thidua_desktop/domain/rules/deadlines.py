"""The days of the clerk's year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .packs import Law


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day (ISO) of one year and what is due on it; ``key`` names its row of the calendar."""

    day: str
    text: str
    source: str
    mark: str
    key: str = ""
    office: bool = False


def calendar(law: Law, year: int) -> tuple[Deadline, ...]:
    """What is due in the year, in the order of its days."""
    days = ((date(year, row.month, row.day).isoformat(), row) for row in law.deadlines)
    due = [
        Deadline(day, row.words, row.source, row.mark, row.key, row.office)
        for day, row in days
        if (row.since or day) <= day <= (row.until or day)
    ]
    return tuple(sorted(due, key=lambda one: one.day))
