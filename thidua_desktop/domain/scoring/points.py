"""What points a criterion brings, and the places within a block.

The way of reckoning is that of ``Hướng dẫn chấm điểm cụm, khối thi đua`` (Hưng Yên 2021): thực hiện ÷ kế hoạch × điểm
chuẩn, inverted for what should fall; what goes beyond the base is bonus. Every figure of it is data of the set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .criteria import CriteriaSet, Criterion

CENT = 0.01
"""Points are told to the hundredth: nothing below it is a difference."""


@dataclass(frozen=True, slots=True)
class Score:
    """What is known of one criterion of one organisation (None = the commune itself).

    ``achieved`` is the figure reached; of "trừ" how many times, or how many days late. ``self_points`` or
    ``self_grade`` is what the organisation gave itself, ``council_points`` or ``council_grade`` what the council gave,
    with the ``reason`` where it differs. ``late`` are the days of each time where several are taken off for, and the
    figure was not typed.
    """

    criterion_id: int
    registration_id: int | None = None
    planned: float | None = None
    achieved: float | None = None
    self_points: float | None = None
    self_grade: str = ""
    council_points: float | None = None
    council_grade: str = ""
    reason: str = ""
    id: int = 0
    late: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one criterion: within the base, and the bonus beyond it. Taken off is below zero."""

    base: float = 0.0
    bonus: float = 0.0


@dataclass(frozen=True, slots=True)
class CriterionPoints:
    """The points of one criterion: ``reckoned`` from the figures, by the organisation, by the council; None = unknown.

    ``counts`` are those that count: the council's, else the organisation's, else the reckoned ones.
    """

    criterion: Criterion
    score: Score
    reckoned: Points | None = None
    own: Points | None = None
    council: Points | None = None

    @property
    def counts(self) -> Points | None:
        """The points that count."""
        return next((one for one in (self.council, self.own, self.reckoned) if one is not None), None)

    @property
    def needs_reason(self) -> bool:
        """Whether the council changed what was given or reckoned and did not say why."""
        before = self.own or self.reckoned
        changed = self.council is not None and before is not None and abs(summed(self.council) - summed(before)) >= CENT
        return changed and not self.score.reason.strip()


@dataclass(frozen=True, slots=True)
class Total:
    """The points of one organisation: base, bonus for what went beyond figures (within the set's limit), other bonus,
    taken off (not negative); ``unknown`` counts the criteria without points, ``known`` those with; ``capped`` whether
    the set's limit cut the bonus; ``lowest`` the least that the set lets a total come to, None for no limit.
    """

    base: float
    bonus: float
    added: float
    taken_off: float
    unknown: int = 0
    known: int = 0
    capped: bool = False
    lowest: float | None = None

    @property
    def together(self) -> float:
        """Everything together, also below the least of the set."""
        return self.base + self.bonus + self.added - self.taken_off

    @property
    def points(self) -> float:
        """The total that counts."""
        return self.together if self.lowest is None else max(self.together, self.lowest)


def points_of(criteria: CriteriaSet, criterion: Criterion, score: Score) -> CriterionPoints:
    """What the score of one criterion brings in the three ways it may be told."""
    return CriterionPoints(
        criterion,
        score,
        reckoned(criteria, criterion, score.planned, score.achieved, score.late),
        _told(criteria, criterion, score.self_points, score.self_grade),
        _told(criteria, criterion, score.council_points, score.council_grade),
    )


def reckoned(
    criteria: CriteriaSet,
    criterion: Criterion,
    planned: float | None,
    achieved: float | None,
    late: Sequence[float] = (),
) -> Points | None:
    """The points that the figures bring; None where they cannot tell. ``late`` as in :class:`Score`."""
    if achieved is None:
        return None
    if criterion.by_days:  # the steps of the set say how much, whatever the criterion's own points are
        return Points(-sum(map(criteria.taken_off, late or (achieved,))))
    if criterion.points is None:
        return None
    match criterion.kind:
        case "định lượng":
            return _by_figure(criteria, criterion, planned, achieved)
        case "trừ":
            return Points(-criterion.points * achieved)
    return None


def _by_figure(criteria: CriteriaSet, criterion: Criterion, planned: float | None, achieved: float) -> Points | None:
    base = criterion.points or 0.0
    if criterion.direction == "yes_no" or planned is None:
        return Points(base if achieved >= 1 else 0.0) if criterion.direction == "yes_no" else None
    part, whole = (planned, achieved) if criterion.direction == "lower" else (achieved, planned)
    if part < 0 or whole < 0:
        return None
    if whole == 0:  # nothing was planned and something reached, or nothing is left of what should fall
        return Points(base, _bonus(criteria, base, 100.0) if part > 0 else 0.0)
    ratio = part / whole
    return Points(min(ratio, 1.0) * base, _bonus(criteria, base, max(ratio - 1.0, 0.0) * 100))


def _bonus(criteria: CriteriaSet, base: float, over: float) -> float:
    """The bonus for ``over`` per cent above the figure."""
    if criteria.bonus_rate is None:
        return 0.0
    share = over * criteria.bonus_rate
    capped = share if criteria.criterion_cap is None else min(share, criteria.criterion_cap)
    return capped * base / 100


def _told(criteria: CriteriaSet, criterion: Criterion, points: float | None, grade: str) -> Points | None:
    """Points that somebody gave, as a number or as a grade."""
    if points is not None:
        if criterion.kind == "trừ":
            return Points(-abs(points))
        base = criterion.points or 0.0
        split = criterion.kind == "định lượng" and points > base
        return Points(base, points - base) if split else Points(points)
    share = criteria.share_of(grade) if grade.strip() else None
    return None if share is None or criterion.points is None else Points(share * criterion.points)


def total(criteria: CriteriaSet, scored: Sequence[CriterionPoints]) -> Total:
    """The sum over all criteria, the bonus for figures within the set's limit."""
    base = bonus = added = taken_off = 0.0
    unknown = known = 0
    for one in scored:
        points = one.counts
        if one.criterion.kind == "nhóm":
            continue
        measured = one.criterion.is_measured
        unknown, known = unknown + (measured and points is None), known + (measured and points is not None)
        if points is None:
            continue
        if one.criterion.kind == "thưởng":
            added += points.base
        elif one.criterion.kind == "trừ":
            taken_off -= points.base
        else:
            base, bonus = base + points.base, bonus + points.bonus
    limit = criteria.bonus_cap
    capped = limit is not None and bonus > limit + CENT
    bonus = bonus if limit is None else min(bonus, limit)
    return Total(base, bonus, added, taken_off, unknown, known, capped, criteria.lowest)


def places(points: Mapping[int, float]) -> dict[int, int]:
    """Id → place, the most points first; equal points (to the hundredth) share a place and the next one is left out."""
    rounded = {one: round(value, 2) for one, value in points.items()}
    ordered = sorted(rounded.values(), reverse=True)
    return {one: ordered.index(value) + 1 for one, value in rounded.items()}


def summed(points: Points) -> float:
    """Base and bonus together."""
    return points.base + points.bonus
