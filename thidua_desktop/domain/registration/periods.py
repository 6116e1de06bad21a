"""Figures of regulations that registration needs: how long a list hangs for comment, what a school year is.

They ship as data (``resources/registration.toml``), each with its source and mark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..legal_acts import check_mark
from ..members.names import year_words
from ..toml_rows import rows, shaped
from ..vietnamese import format_date

POSTING, SCHOOL_YEAR = "niem-yet-gdvh", "nam-hoc"
_KNOWN = (POSTING, SCHOOL_YEAR)


@dataclass(frozen=True, slots=True)
class Period:
    """A number of ``days``, or from ``begins`` to ``ends`` ("09-05", month and day), and where it is from.

    ``since`` is the ISO day from which it is in force, "" for always.
    """

    key: str
    article: str
    source: str
    mark: str
    days: int = 0
    begins: str = ""
    ends: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year of two calendar years, with its days (ISO) and where they are from."""

    name: str
    begins: str
    ends: str
    source: str
    mark: str

    @property
    def words(self) -> str:
        """ "năm học 2025 – 2026 (05/09/2025 – 31/05/2026)"; without days when no regulation says them."""
        days = f" ({format_date(self.begins)} – {format_date(self.ends)})" if self.begins and self.ends else ""
        return f"{self.name}{days}"


def parse_periods(table: Mapping[str, object]) -> tuple[Period, ...]:
    """What ships; ``ValueError`` names the first row that is wrong."""

    def made(row: Mapping[str, object]) -> Period:
        found = shaped(Period, "thời hạn", row)
        if found.key not in _KNOWN:
            raise ValueError(f"“{found.key}” không phải là thời hạn mà chương trình biết")
        check_mark(found.mark)
        if found.key == POSTING and found.days < 1:
            raise ValueError("“days” phải là số ngày")
        if found.key == SCHOOL_YEAR:
            for day in (found.begins, found.ends):
                date.fromisoformat(f"2023-{day}")
        return found

    return tuple(row for _, row in rows(table, "periods", "thời hạn", made))


def period(periods: Sequence[Period], key: str, on: str) -> Period | None:
    """What is in force on that ISO day, None when nothing is known of it."""
    found = [one for one in periods if one.key == key and one.since <= on]
    return max(found, key=lambda one: one.since, default=None)


def last_day(posted_on: str, posting: Period) -> str:
    """The ISO day after which a list that was put up on ``posted_on`` has hung its days."""
    return (date.fromisoformat(posted_on) + timedelta(days=posting.days)).isoformat()


def school_year(periods: Sequence[Period], year: int) -> SchoolYear:
    """The school year that ends in that emulation year: 2026 is that of "năm học 2025 – 2026"."""
    name = year_words(year, by_school_year=True)
    found = period(periods, SCHOOL_YEAR, f"{year}-01-01")
    if found is None:
        return SchoolYear(name, "", "", "", "")
    return SchoolYear(name, f"{year - 1}-{found.begins}", f"{year}-{found.ends}", found.source, found.mark)
