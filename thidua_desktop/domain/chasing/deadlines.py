"""By which day organisations hand in what: the office's own day, else the one that ships as an example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ..legal_acts import check_mark
from ..toml_rows import rows, shaped

About = Literal["đăng ký", "giao ước", "báo cáo"]
REGISTRATION: Final = "đăng ký"
PLEDGE: Final = "giao ước"
REPORT: Final = "báo cáo"
"""What an organisation may owe: its bản đăng ký, the signed pledge, the results of a phase."""

OF_YEAR: tuple[About, ...] = (REGISTRATION, PLEDGE)
"""What is due once a year; a report is due by its phase."""

CALLED: Mapping[About, str] = {
    "đăng ký": "nộp bản đăng ký",
    "giao ước": "ký giao ước",
    "báo cáo": "báo cáo kết quả",
}


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A day of every year that ships, with where it is from."""

    about: About
    month: int
    day: int
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day (ISO) of one year, None for none. ``own`` when the office set it, also that there is none."""

    about: About
    day: str | None = None
    own: bool = False
    source: str = ""
    mark: str = ""


def parse_days(table: Mapping[str, object]) -> tuple[YearlyDay, ...]:
    """The days that ship; ``ValueError`` names the first row that is wrong."""

    def made(row: Mapping[str, object]) -> YearlyDay:
        found = shaped(YearlyDay, "hạn", row)
        if found.about not in OF_YEAR:
            raise ValueError(f"“{found.about}” không phải là việc có hạn theo năm")
        date(2024, found.month, found.day)
        check_mark(found.mark)
        return found

    return tuple(row for _, row in rows(table, "deadlines", "hạn", made))


def in_year(days: tuple[YearlyDay, ...], about: About, year: int) -> Deadline:
    """The day that ships for it, in that year; none when none ships."""
    for one in days:
        if one.about == about:
            return Deadline(about, date(year, one.month, one.day).isoformat(), False, one.source, one.mark)
    return Deadline(about)
