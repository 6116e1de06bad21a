"""The law as the program knows it: one pack of rules for each period, the base salary, the days of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from ..awards import AwardDef
from ..vietnamese import folded_line
from .conditions import Condition
from .row_types import (
    AuthorityRow,
    BaseSalaryRow,
    BonusRow,
    CeilingRow,
    DeadlineRow,
    FactorRow,
    RoundingRow,
    Row,
    VotesRow,
)

BASE_SALARY = "base_salary"
CALENDAR = "calendar"
_QUOTES = str.maketrans("", "", '“”"')
_Y_FOR_I = re.compile(r"\b([hklmst])y\b")
"""Offices write “chiến sỹ” and “chiến sĩ”, “kỷ niệm” and “kỉ niệm”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """Since this pack, dossiers received before it are judged by it when it is more favourable."""

    article: str
    source: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack:
    """The rules of one period, ``since`` to ``until`` (ISO, both included; None while it is open).

    ``id`` is the first day. ``carries`` is the id of the pack whose rules go on here, "" when it has only its own;
    ``known`` is False where the text of the period is not known and the earlier rules only stand in for it.
    """

    id: str
    name: str
    since: str
    until: str | None
    carries: str = ""
    known: bool = True
    transition: Transition | None = None
    conditions: tuple[Condition, ...] = ()
    authorities: tuple[AuthorityRow, ...] = ()
    bonuses: tuple[BonusRow, ...] = ()
    factors: tuple[FactorRow, ...] = ()
    rounding: tuple[RoundingRow, ...] = ()
    ceilings: tuple[CeilingRow, ...] = ()
    votes: tuple[VotesRow, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Every row, in the order of the file."""
        for name in LISTS:
            yield from getattr(self, name)

    def changed(self, change: dict[str, Row]) -> RulePack:
        """The pack with the rows of these keys replaced."""
        lists: dict[str, Any] = {name: tuple(change.get(row.key, row) for row in getattr(self, name)) for name in LISTS}
        return replace(self, **lists)


# The lists of rows of a pack, as they are called in its file too.
LISTS = ("conditions", "authorities", "bonuses", "factors", "rounding", "ceilings", "votes")


@dataclass(frozen=True, slots=True)
class Law:
    """Everything ``resources/law`` says, with the office's corrections in it."""

    awards: tuple[AwardDef, ...]
    packs: tuple[RulePack, ...]
    base_salaries: tuple[BaseSalaryRow, ...] = ()
    deadlines: tuple[DeadlineRow, ...] = ()

    def award(self, name: str) -> AwardDef | None:
        """The catalogue's entry of that name, short name or other way to write it; None when there is none."""
        folded = _plain(name)
        return next((award for award in self.awards if folded in map(_plain, award.names)), None)

    def pack_on(self, day: str) -> RulePack:
        """The rules in force on ``day`` (ISO); before the first period those of the first."""
        return next((pack for pack in reversed(self.packs) if pack.since <= day), self.packs[0])

    def base_salary_on(self, day: str) -> BaseSalaryRow | None:
        """The base salary in force on ``day``; None before the first that is known."""
        return next((row for row in reversed(self.base_salaries) if row.since <= day), None)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return _Y_FOR_I.sub(r"\1i", folded_line(name.translate(_QUOTES)))
