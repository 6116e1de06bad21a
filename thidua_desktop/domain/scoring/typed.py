"""What the clerk types of a set and of a score: grades, steps of lateness, points or a grade."""

from __future__ import annotations

import re

from ..bad_input import BadInput
from ..chasing.deadlines import CALLED, About
from ..vietnamese import fold, format_number, nfc, one_line, parse_number
from .criteria import CriteriaSet, Criterion, Grade, LateStep

_GRADE = re.compile(r"(\S+?)[\s:=]+(\d+(?:[.,]\d+)?)\s*%?")
_STEP = re.compile(r"(\d+)\s*ngày\s*[:=]?\s*(?:trừ)?\s*(\d+(?:[.,]\d+)?)(?:\s*điểm)?", re.IGNORECASE)
_WHOLE = 100.0


def grades_text(grades: tuple[Grade, ...]) -> str:
    """Grades as they are typed: "A 100%; B 80%"."""
    return "; ".join(f"{one.name} {format_number(round(one.share * _WHOLE, 2))}%" for one in grades)


def read_grades(text: str) -> tuple[Grade, ...]:
    """The grades of "A 100%; B 80%", the best first; :class:`BadInput` for what are none."""
    found: dict[str, Grade] = {}
    for part in _parts(text):
        read = _GRADE.fullmatch(part)
        share = parse_number(read[2]) if read else None
        if read is None or share is None or share > _WHOLE:
            raise BadInput(f"“{part}” chưa rõ là mức nào được bao nhiêu phần trăm.", "Gõ theo dạng A 100%; B 80%.")
        if read[1].casefold() in found:
            raise BadInput(f"Mức “{read[1]}” có hai lần.", "Mỗi mức ghi một lần.")
        found[read[1].casefold()] = Grade(read[1], share / _WHOLE)
    return tuple(sorted(found.values(), key=lambda one: -one.share))


def late_text(late: tuple[LateStep, ...]) -> str:
    """Steps of lateness as they are typed: "5 ngày trừ 5; 10 ngày trừ 10"."""
    return "; ".join(f"{one.days} ngày trừ {format_number(one.points)}" for one in late)


def read_late(text: str) -> tuple[LateStep, ...]:
    """The steps of "5 ngày trừ 5; 10 ngày trừ 10", the shortest first; :class:`BadInput` for what are none."""
    found: dict[int, LateStep] = {}
    for part in _parts(text):
        read = _STEP.fullmatch(part)
        points = parse_number(read[2]) if read else None
        if read is None or points is None:
            raise BadInput(f"“{part}” chưa rõ là chậm bao nhiêu ngày trừ bao nhiêu điểm.", "Gõ theo dạng 5 ngày trừ 5.")
        found[int(read[1])] = LateStep(int(read[1]), points)
    return tuple(found[days] for days in sorted(found))


def late_of_text(late_of: tuple[About, ...]) -> str:
    """The papers whose lateness counts as they are typed: "đăng ký; báo cáo"."""
    return "; ".join(late_of)


def read_late_of(text: str) -> tuple[About, ...]:
    """The papers of "đăng ký; báo cáo", in the order of the year; :class:`BadInput` for what is none of them."""
    known: dict[str, About] = {fold(about): about for about in CALLED}
    wanted = [part for one in _parts(text) for part in map(one_line, one.split(",")) if part]
    for part in wanted:
        if fold(part) not in known:
            raise BadInput(f"“{part}” không phải là việc có hạn nộp.", f"Gõ trong các việc: {', '.join(CALLED)}.")
    folded = {fold(part) for part in wanted}
    return tuple(about for key, about in known.items() if key in folded)


def _parts(text: str) -> list[str]:
    return [part for part in map(one_line, re.split(r"[;\n]", nfc(text))) if part]


def read_points(criteria: CriteriaSet, criterion: Criterion, text: str) -> tuple[float | None, str]:
    """The points or the grade that somebody gave: "8,5" is (8.5, ""), "b" is (None, "B"), "" is (None, "").

    Raises :class:`BadInput` for what is neither, and for points that the criterion cannot bring.
    """
    typed = one_line(text)
    if not typed:
        return None, ""
    points = parse_number(typed)
    if points is not None:
        return _within(criterion, points), ""
    grade = next((one.name for one in criteria.grades if one.name.casefold() == typed.casefold()), None)
    if grade is None or criterion.kind != "định tính":
        known = ", ".join(one.name for one in criteria.grades)
        other = f", hoặc một mức: {known}" if known and criterion.kind == "định tính" else ""
        raise BadInput(f"“{typed}” không phải là điểm; dữ liệu không thay đổi.", f"Gõ số điểm{other}.")
    return None, grade


def _within(criterion: Criterion, points: float) -> float:
    """What is taken off may be typed with its sign; of it, and of figures, the set's limits hold the sum."""
    if criterion.kind == "trừ":
        return abs(points)
    if points < 0:
        raise BadInput("Điểm không thể dưới 0; dữ liệu không thay đổi.", "Điểm bị trừ ghi ở tiêu chí loại “trừ”.")
    most = criterion.points
    if most is not None and criterion.kind in ("định tính", "thưởng") and points > most:
        told = format_number(most)
        raise BadInput(
            f"Tiêu chí này nhiều nhất {told} điểm; dữ liệu không thay đổi.",
            f"Gõ không quá {told}, hoặc sửa điểm chuẩn trong bộ tiêu chí.",
        )
    return points


def points_text(points: float | None, grade: str) -> str:
    """Points or a grade as they are typed and printed: "8,5", "B", "" for neither."""
    return format_number(round(points, 2)) if points is not None else grade
