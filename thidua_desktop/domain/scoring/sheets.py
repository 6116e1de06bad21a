"""The sheet of one organisation, or of the commune: every criterion of a set with its points."""

from __future__ import annotations

from dataclasses import dataclass

from .criteria import CriteriaSet, Criterion
from .figures import TARGET_GONE, shown_figure
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
    def achieved_text(self) -> str:
        """The figure achieved in a cell; of several times late the days of each: "12; 6"."""
        score = self.points.score
        if len(score.late) > 1:
            return "; ".join(map(shown_figure, score.late))
        return shown_figure(score.achieved, self.criterion.direction)

    @property
    def is_lost(self) -> bool:
        """Whether it goes by a target that the plan, as it is in force, does not have any more."""
        return self.said == TARGET_GONE

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
    def lost(self) -> tuple[ScoreRow, ...]:
        """The criteria whose target is gone: nobody reports figures for them any more."""
        return tuple(row for row in self.rows if row.is_lost)

    @property
    def unexplained(self) -> int:
        """How many points the council changed without saying why."""
        return sum(row.points.needs_reason for row in self.rows)
