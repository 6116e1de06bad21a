"""Sets of criteria (bộ tiêu chí) that organisations, or the commune in its cụm, are scored by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from ..chasing.deadlines import CALLED, About
from ..legal_acts import UNCHECKED_MARK, check_mark
from ..plan.plans import Direction
from ..vietnamese import format_number

CriterionKind = Literal["nhóm", "định lượng", "định tính", "thưởng", "trừ"]
"""A heading of others; by a figure; by a grade (A, B, C, D); what is added; what is taken off, once for each time."""

SetSubject = Literal["đơn vị", "xã"]
"""Whom a set scores: the member organisations, or the commune itself in its cụm."""

Measure = Literal["", "cam kết", "nộp chậm"]
"""Where the figures of a criterion come from besides a target: which part of the commitments is reached, in per cent;
how many days the registration or a report came late."""

LateCounts = Literal["mỗi lần", "lần chậm nhất"]
"""Of several papers that came late: each is taken off for, or only the one that came latest."""

LATE_OF: tuple[About, ...] = ("đăng ký", "báo cáo")
"""The papers whose lateness counts unless the set says others: a pledge is signed when the office calls for it."""

LATE_UNIT = "ngày"
"""What is taken off for days late has this unit: the set's ``late`` says how much for how many days."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade of quality and which share of the points it brings: A brings 1, all of them."""

    name: str
    share: float


@dataclass(frozen=True, slots=True)
class LateStep:
    """From so many days late on, so many points are taken off."""

    days: int
    points: float


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion; it stands under the heading (kind "nhóm") before it.

    ``points`` is the base (điểm chuẩn); of "thưởng" the most that is added, of "trừ" what one time costs. ``measure``
    or ``target_id``, the target of the plan it measures, say where its figures come from; without either they are
    typed.
    """

    name: str
    kind: CriterionKind = "định lượng"
    points: float | None = None
    direction: Direction = ""
    unit: str = ""
    measure: Measure = ""
    target_id: int | None = None
    note: str = ""
    id: int = 0

    @property
    def has_figure(self) -> bool:
        """Whether it goes by a figure: what is achieved, or how often, or how many days late."""
        return self.kind in ("định lượng", "trừ")

    @property
    def is_measured(self) -> bool:
        """Whether its points are base points, neither added nor taken off."""
        return self.kind in ("định lượng", "định tính")

    @property
    def by_days(self) -> bool:
        """Whether what is taken off goes by days late, as the set's ``late`` says."""
        return self.kind == "trừ" and (self.measure == "nộp chậm" or self.unit == LATE_UNIT)


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """The criteria of a year and what points they bring.

    ``bonus_rate`` is the bonus for each per cent above the figure, in per cent of the criterion's points;
    ``criterion_cap`` the most of it for one criterion, in per cent of its points; ``bonus_cap`` the most for all
    criteria by figure together, in points. None is no bonus, or no limit. ``late_of`` are the papers whose lateness
    counts, ``late_counts`` how often. ``lowest`` is the least that a total comes to however much is taken off, None for
    no such limit. ``block_id`` is the block whose organisations it scores, None for all of them.
    """

    name: str
    year: int = 0
    subject: SetSubject = "đơn vị"
    bonus_rate: float | None = None
    criterion_cap: float | None = None
    bonus_cap: float | None = None
    grades: tuple[Grade, ...] = (Grade("A", 1.0),)
    late: tuple[LateStep, ...] = ()
    late_counts: LateCounts = "mỗi lần"
    late_of: tuple[About, ...] = LATE_OF
    lowest: float | None = None
    criteria: tuple[Criterion, ...] = ()
    mark: str = UNCHECKED_MARK
    source: str = ""
    block_id: int | None = None
    id: int = 0

    @property
    def base_points(self) -> float:
        """The sum of the base points, without what is added or taken off."""
        return sum(one.points or 0.0 for one in self.criteria if one.is_measured)

    def share_of(self, grade: str) -> float | None:
        """The share of the points that a grade brings, None for one the set does not have."""
        wanted = grade.strip().casefold()
        return next((one.share for one in self.grades if one.name.casefold() == wanted), None)

    def taken_off(self, days: float) -> float:
        """The points taken off for so many days late."""
        reached = [step.points for step in self.late if days >= step.days]
        return max(reached, default=0.0)

    def late_words(self) -> str:
        """How lateness counts: "5 ngày trừ 5, 10 ngày trừ 10"; that only the latest counts is told."""
        steps = ", ".join(f"{step.days} ngày trừ {format_number(step.points)}" for step in self.late)
        return steps if self.late_counts == "mỗi lần" else f"{steps}, chỉ tính {self.late_counts}"


# The file of a set


def parse_criteria_set(table: Mapping[str, Any]) -> CriteriaSet:
    """The set of a file of ``resources/scoring``: the set's own cells, ``[[grade]]``, ``[[late]]``, ``[[criterion]]``.

    Raises ``ValueError`` with a Vietnamese sentence that names the first bad place.
    """
    texts = ("name", "subject", "mark", "source", "late_counts")
    numbers = ("bonus_rate", "criterion_cap", "bonus_cap", "lowest")
    lists = ("grade", "late", "criterion", "late_of")
    made = CriteriaSet(**_cells(table, texts, numbers, ("name", "source"), lists))
    if made.late_counts not in get_args(LateCounts):
        raise ValueError(f"“late_counts” phải là một trong: {', '.join(get_args(LateCounts))}")
    late_of = table.get("late_of", list(LATE_OF))
    if not isinstance(late_of, list) or not all(one in CALLED for one in late_of):
        raise ValueError(f"“late_of” phải là danh sách trong: {', '.join(CALLED)}")
    if made.subject not in get_args(SetSubject):
        raise ValueError(f"“subject” phải là một trong: {', '.join(get_args(SetSubject))}")
    check_mark(made.mark)
    grades = tuple(Grade(**cells) for cells in _rows(table, "grade", ("name",), ("share",), ("name", "share")))
    steps = _rows(table, "late", (), ("days", "points"), ("days", "points"))
    late = tuple(LateStep(int(cells["days"]), cells["points"]) for cells in steps)
    return replace(made, grades=grades or made.grades, late=late, late_of=tuple(late_of), criteria=_criteria(table))


def _criteria(table: Mapping[str, Any]) -> tuple[Criterion, ...]:
    made: list[Criterion] = []
    texts = ("name", "kind", "direction", "unit", "measure", "note")
    for place, cells in enumerate(_rows(table, "criterion", texts, ("points",), ("name", "kind"))):
        one = Criterion(**cells)
        if one.kind not in get_args(CriterionKind):
            raise ValueError(
                f"tiêu chí thứ {place + 1}: “kind” phải là một trong: {', '.join(get_args(CriterionKind))}"
            )
        if one.direction not in get_args(Direction):
            raise ValueError(f"tiêu chí thứ {place + 1}: không có chiều “{one.direction}”")
        if one.measure not in get_args(Measure):
            raise ValueError(f"tiêu chí thứ {place + 1}: không có nguồn số liệu “{one.measure}”")
        made.append(one)
    if not made:
        raise ValueError("chưa có tiêu chí [[criterion]] nào")
    return tuple(made)


_CALLED = {"grade": "mức", "late": "mức trừ vì chậm", "criterion": "tiêu chí"}


def _rows(
    table: Mapping[str, Any], key: str, texts: Sequence[str], numbers: Sequence[str], required: Sequence[str]
) -> list[dict[str, Any]]:
    listed = table.get(key, [])
    if not isinstance(listed, list) or not all(isinstance(row, dict) for row in listed):
        raise ValueError(f"“{key}” phải là danh sách [[{key}]]")
    read = []
    for number, row in enumerate(listed, 1):
        try:
            read.append(_cells(row, texts, numbers, required))
        except ValueError as error:
            raise ValueError(f"{_CALLED[key]} thứ {number}: {error}") from error
    return read


def _cells(
    row: Mapping[str, Any],
    texts: Sequence[str],
    numbers: Sequence[str],
    required: Sequence[str],
    lists: Sequence[str] = (),
) -> dict[str, Any]:
    for key in row:
        if key not in (*texts, *numbers, *lists):
            raise ValueError(f"không có ô “{key}”")
    for key in required:
        if row.get(key) in (None, ""):
            raise ValueError(f"thiếu “{key}”")
    read: dict[str, Any] = {}
    for key, cell in row.items():
        if key in texts and not isinstance(cell, str):
            raise ValueError(f"“{key}” phải là chữ trong ngoặc kép")
        if key in numbers and (isinstance(cell, bool) or not isinstance(cell, int | float) or cell < 0):
            raise ValueError(f"“{key}” phải là số không âm")
        if key not in lists:
            read[key] = float(cell) if key in numbers else cell
    return read
