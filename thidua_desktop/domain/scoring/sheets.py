"""The sheet of one organisation, or of the commune: every criterion of a set with its points."""

from __future__ import annotations

from dataclasses import dataclass

from .criteria import CriteriaSet, Criterion
from .points import CriterionPoints, Total

COMMUNE = 0
"""Stands where an organisation's registration would, in a set that scores the commune itself."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Whom a set scores: an organisation of the year's list, or the commune (``registration_id`` is COMMUNE)."""

    registration_id: int
    name: str
    organisation_id: int | None = None
    block: str = ""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One criterion: its points, where its figures come from in words, and which of them were typed over."""

    number: str
    criterion: Criterion
    points: CriterionPoints
    said: str = ""
    typed: frozenset[str] = frozenset()

    @property
    def is_heading(self) -> bool:
        """Whether it is only the name of a part."""
        return self.criterion.kind == "nhóm"


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """All criteria of a set for one organisation, and what they come to."""

    criteria: CriteriaSet
    scored: Scored
    rows: tuple[ScoreRow, ...]
    total: Total

    @property
    def unexplained(self) -> int:
        """How many points the council changed without saying why."""
        return sum(row.points.needs_reason for row in self.rows)
