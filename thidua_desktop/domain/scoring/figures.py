"""The figures of a criterion that are not typed: from the results of commitments or of a target, from days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..chasing.deadlines import PLEDGE, About
from ..plan.plans import Direction, TargetValue
from ..registration.results import adds_up, lower_is_better, same_unit
from ..vietnamese import format_number
from .criteria import CriteriaSet

FULL = 100.0
TARGET_GONE = "chỉ tiêu của tiêu chí này không còn trong kế hoạch đang áp dụng"
NO_LINKED = "chưa có cam kết nào gắn với chỉ tiêu này"


@dataclass(frozen=True, slots=True)
class Figures:
    """What is planned and achieved, how it is judged ("" as the criterion says), and in words where it comes from.

    ``late`` are the days of each time that something came late, the longest first, where each is taken off for.
    """

    planned: float | None = None
    achieved: float | None = None
    direction: Direction = ""
    said: str = ""
    late: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """One figure with what came of it: ``planned`` None is what is reached or not."""

    planned: TargetValue | None
    achieved: float | None


def of_figures(figures: Sequence[Reached], said: str) -> Figures:
    """The figures of one organisation, or of the commune, for one target, as one: those in the unit of the first are
    added up where they can be. What should be low is known once all of them were reported.
    """
    if not figures:
        return Figures(said=NO_LINKED)
    first = figures[0].planned
    if first is None or first.value is None:
        known = [one.achieved for one in figures if one.achieved is not None]
        return Figures(None, min(known) if len(known) == len(figures) else None, "yes_no", said)
    alike = [one for one in figures if one.planned and same_unit(one.planned.unit, first.unit)]
    counted = alike if adds_up(first.unit) else alike[:1]
    achieved = [one.achieved for one in counted if one.achieved is not None]
    planned = sum(_end(one.planned) for one in counted if one.planned)
    direction: Direction = "lower" if lower_is_better(first) else "higher"
    is_known = bool(achieved) and (direction == "higher" or len(achieved) == len(counted))
    return Figures(planned, sum(achieved) if is_known else None, direction, said)


def _end(planned: TargetValue) -> float:
    """Of a range the end where it begins to be reached."""
    ends = [value for value in (planned.value, planned.value_to) if value is not None]
    return (max if lower_is_better(planned) else min)(ends, default=0.0)


def of_rate(reached: int, total: int, reported: int, one: str) -> Figures:
    """Which part of the commitments or targets (``one`` names one of them) is reached, in per cent."""
    if not total:
        return Figures(FULL, None, "higher", f"chưa có {one} nào")
    missing = f", {total - reported} chưa báo cáo" if reported < total else ""
    said = f"{reached}/{total} {one} đạt{missing}"
    return Figures(FULL, reached / total * FULL if reported else None, "higher", said)


@dataclass(frozen=True, slots=True)
class Late:
    """How late one paper came: what it is and what it is about, by how many days, and whether it has not come yet."""

    about: About
    what: str
    days: int
    waiting: bool = False


def of_lateness(criteria: CriteriaSet, papers: Sequence[Late]) -> Figures:
    """The days that those of the papers came late whose lateness counts in the set: of each, or of the latest alone;
    0 when all came in time.
    """
    counting = (one for one in papers if one.days > 0 and one.about in criteria.late_of)
    late = sorted(counting, key=lambda one: -one.days)
    if not late:
        return Figures(None, 0.0, "", "nộp đúng hạn")
    told = [f"{one.what} {_how(one)} {one.days} ngày" for one in late]
    several = f"; tính {criteria.late_counts}" if len(late) > 1 else ""
    days = tuple(float(one.days) for one in late)
    counted = days if criteria.late_counts == "mỗi lần" else days[:1]
    return Figures(None, counted[0], "", "; ".join(told) + several, counted)


def _how(one: Late) -> str:
    if not one.waiting:
        return "chậm"
    return f"chưa {'ký' if one.about == PLEDGE else 'nộp'}, quá"


def shown_figure(value: float | None, direction: Direction = "") -> str:
    """A planned or achieved figure in a cell: "62", "98,5"; of what is reached or not "đạt", "chưa đạt"."""
    if value is None:
        return ""
    if direction == "yes_no":
        return "đạt" if value >= 1 else "chưa đạt"
    return format_number(round(value, 2))
