"""What an organisation is called on a paper, and what its year is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..vietnamese import in_sentence


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that an organisation had; ``valid_to`` is its last day (ISO), None when nobody knows it."""

    name: str
    valid_to: str | None = None


def printed_name(name: str, printed: str) -> str:
    """The name on papers: the printed one where there is one, else the name of the directory."""
    return printed.strip() or name


def name_on(day: str, name: str, former: Sequence[FormerName]) -> str:
    """What the organisation was called on a day (ISO): the earliest name whose last day had not passed.

    A former name without a last day is a way to write it and no name of a time.
    """
    ended = sorted((one.valid_to, one.name) for one in former if one.valid_to and one.valid_to >= day)
    return ended[0][1] if ended else name


def year_words(year: int, *, by_school_year: bool) -> str:
    """What the year of an organisation is called: "năm 2026", of a school "năm học 2025 – 2026".

    The school year that is judged in a year is the one that ends in it.
    """
    return f"năm học {year - 1} – {year}" if by_school_year else f"năm {year}"


def phase_of_year(name: str, year: str) -> str:
    """A phase with the words of its year, in a sentence: "đợt 1 năm 2026", "6 tháng cuối năm 2026"."""
    called = in_sentence(name)
    if (said := year.removeprefix("năm ")) in called:
        return called
    return f"{called} {said if called.endswith('năm') else year}".strip()
