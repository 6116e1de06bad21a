"""What drafting a plan looks up: who does what in a commune, anniversaries, terms, what became of the districts.

Read from ``resources/drafting.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ..checking.rules import Occasion as KnownDay
from ..papers.heads import short_date
from ..plan.plans import PartialDate
from ..roman import roman
from ..toml_rows import shaped
from ..vietnamese import folded_line

_Shape = TypeVar("_Shape")


@dataclass(frozen=True, slots=True)
class Role:
    """A body of the commune that gets work in an outline: ``name``, ``in_ward`` where a ward calls it otherwise.

    ``also`` are other ways to write it. ``below`` puts "xã", "phường" after the name.
    """

    key: str
    name: str
    in_ward: str = ""
    also: tuple[str, ...] = ()
    below: bool = False

    def called(self, kind: str) -> str:
        """What it is called in a "xã", "phường" or "đặc khu"."""
        name = self.in_ward if self.in_ward and kind != "xã" else self.name
        return f"{name} {kind}" if self.below else name


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day that outlines celebrate: what they call it, and the day, month and year of the event itself."""

    key: str
    name: str
    day: int = 0
    month: int = 0
    year: int = 0

    def in_year(self, year: int) -> str:
        """ "97 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2027)"."""
        days = (short_date(PartialDate(self.day, self.month, one)) for one in (self.year, year))
        return f"{year - self.year} năm {self.name} ({' - '.join(days)})"


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of ``years`` years: the number and year of one congress of the Party, and first years of its lower
    congresses, of the councils and of the five-year plans.
    """

    years: int
    congress_number: int
    congress_year: int
    party_year: int
    council_year: int
    period_year: int

    def congress(self, year: int) -> str:
        """The Roman number of the last congress of the Party before or in ``year``: 2027 → "XIV"."""
        number = self.congress_number + (year - self.congress_year) // self.years
        return roman(max(number, 1))

    def party_term(self, year: int) -> str:
        """The term of the Party's lower levels in ``year``: 2026 to 2030 → "2025 - 2030"."""
        return self._term(self.party_year, year - 1)

    def council_term(self, year: int) -> str:
        """The term of the councils: 2026 to 2030 → "2026 - 2031"."""
        return self._term(self.council_year, year)

    def period(self, year: int) -> str:
        """The five-year plan: 2026 to 2030 → "2026 - 2030"."""
        start = self._start(self.period_year, year)
        return f"{start} - {start + self.years - 1}"

    def _term(self, first: int, year: int) -> str:
        start = self._start(first, year)
        return f"{start} - {start + self.years}"

    def _start(self, first: int, year: int) -> int:
        return first + (year - first) // self.years * self.years


@dataclass(frozen=True, slots=True)
class Successor:
    """Bodies of the districts, and the body that may stand in their place ("UBND {cấp trên}")."""

    names: tuple[str, ...]
    now: str


@dataclass(frozen=True, slots=True)
class DraftingData:
    """Everything of ``resources/drafting.toml``; ``days`` are all days that the checker knows, with their years."""

    roles: tuple[Role, ...]
    occasions: tuple[Occasion, ...]
    terms: Terms
    successors: tuple[Successor, ...]
    days: tuple[KnownDay, ...] = ()

    def founded(self, words: str) -> int:
        """The year of the event that the words name, the longest name first; 0 when they name none that is known."""
        known = _known(words, self.days)
        return known.year if known else 0


def parse_drafting(table: Mapping[str, Any], days: Sequence[KnownDay]) -> DraftingData:
    """The table of ``resources/drafting.toml``, its occasions dated by the ``days`` that the checker knows.

    ``ValueError`` with a Vietnamese sentence for what does not fit.
    """
    for key in ("roles", "occasions", "terms", "successors"):
        if key not in table:
            raise ValueError(f"thiếu mục “{key}”")
    return DraftingData(
        roles=_rows(Role, "roles", table["roles"]),
        occasions=tuple(_dated(one, days) for one in _rows(Occasion, "occasions", table["occasions"])),
        terms=shaped(Terms, "“terms”", table["terms"]),
        successors=_rows(Successor, "successors", table["successors"]),
        days=tuple(days),
    )


def _dated(occasion: Occasion, days: Sequence[KnownDay]) -> Occasion:
    known = _known(occasion.name, days)
    if known is None:
        raise ValueError(f"chưa biết ngày và năm của “{occasion.name}” (tệp checking/occasions.toml)")
    day, month = map(int, known.day.split("/"))
    return replace(occasion, day=day, month=month, year=known.year)


def _known(words: str, days: Sequence[KnownDay]) -> KnownDay | None:
    """The day that the words name, of several the one with the longest name; only days with a year."""
    said = f" {folded_line(words)} "
    named = [(len(name), day) for day in days if day.year for name in day.names if f" {folded_line(name)} " in said]
    return max(named, key=lambda one: one[0])[1] if named else None


def _rows(shape: type[_Shape], key: str, rows: Sequence[Mapping[str, Any]]) -> tuple[_Shape, ...]:
    return tuple(shaped(shape, f"“{key}”, dòng thứ {position}", row) for position, row in enumerate(rows, 1))
