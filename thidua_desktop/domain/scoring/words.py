"""How points came about, in words that the clerk can read to an organisation."""

from __future__ import annotations

from collections.abc import Sequence

from ..vietnamese import format_number
from .criteria import CriteriaSet, Criterion
from .points import CriterionPoints, Points, Total, summed

UNEXPLAINED = "Hội đồng đổi điểm mà chưa ghi lý do"


def told_points(points: Points | None) -> str:
    """Points as a cell shows them: "38,4", "40 + 2" with the bonus, "−10", "" for unknown."""
    if points is None:
        return ""
    base = _number(points.base)
    return f"{base} + {_number(points.bonus)}" if points.bonus else base


def _number(value: float) -> str:
    told = format_number(round(value, 2) or 0.0)
    return told.replace("-", "−")


def explained(criteria: CriteriaSet, one: CriterionPoints) -> tuple[str, ...]:
    """The sentences of one criterion: how its points are reckoned, who gave what, what is missing."""
    score = one.score
    lines = [_reckoning(criteria, one)]
    given = (("Tự chấm", one.own, score.self_grade), ("Hội đồng chấm", one.council, score.council_grade))
    for who, points, grade in given:
        if points is not None:
            lines.append(f"{who}: {_given(criteria, one.criterion, points, grade)}.")
    if score.reason.strip():
        lines.append(f"Lý do: {score.reason.strip().rstrip('.')}.")
    if one.needs_reason:
        lines.append(f"{UNEXPLAINED}.")
    return tuple(filter(None, lines))


def _given(criteria: CriteriaSet, criterion: Criterion, points: Points, grade: str) -> str:
    share = criteria.share_of(grade) if grade.strip() else None
    if share is None or criterion.points is None:
        return told_points(points)
    part = format_number(round(share * 100, 2))
    return f"mức {grade}: {part}% × {_number(criterion.points)} = {told_points(points)}"


def _reckoning(criteria: CriteriaSet, one: CriterionPoints) -> str:
    criterion, score = one.criterion, one.score
    match criterion.kind:
        case "định lượng":
            return _by_figure(criteria, one)
        case "định tính":
            known = ", ".join(
                f"{grade.name} {format_number(round(grade.share * 100, 2))}%" for grade in criteria.grades
            )
            return f"Chấm theo mức ({known}) hoặc bằng điểm." if one.counts is None else ""
        case "thưởng":
            most = "" if criterion.points is None else f" nhiều nhất {_number(criterion.points)} điểm"
            return f"Điểm thưởng{most}." if one.counts is None else ""
        case "trừ" if one.reckoned is not None and score.achieved is not None:
            if criterion.by_days:
                days = ", ".join(f"{format_number(late)} ngày" for late in score.late or (score.achieved,))
                return f"Chậm {days}: {told_points(one.reckoned)} ({criteria.late_words()})."
            times = format_number(score.achieved)
            each = _number(criterion.points or 0.0)
            return f"{times} {criterion.unit or 'lần'} × {each} = {told_points(one.reckoned)}."
        case "trừ" if one.counts is None:
            unit = criterion.unit or "lần"
            by = criteria.late_words() if criterion.by_days else f"mỗi {unit} trừ {_number(criterion.points or 0.0)}"
            return f"Gõ số {unit} ở cột Thực hiện: {by}."
    return ""


def _by_figure(criteria: CriteriaSet, one: CriterionPoints) -> str:
    criterion, score, points = one.criterion, one.score, one.reckoned
    base = criterion.points
    if base is None:
        return "Chưa có điểm chuẩn nên chưa tính được."
    if points is None:
        lacking = "kế hoạch" if score.planned is None and criterion.direction != "yes_no" else "kết quả thực hiện"
        return f"Chưa có {lacking} nên chưa tính được."
    if criterion.direction == "yes_no":
        return f"{'Đạt' if points.base else 'Chưa đạt'}: {told_points(points)} điểm."
    planned, achieved = format_number(round(score.planned or 0, 2)), format_number(round(score.achieved or 0, 2))
    lower = criterion.direction == "lower"
    part, whole = (planned, achieved) if lower else (achieved, planned)
    if points.base < base or not points.bonus:
        turned = " (chỉ tiêu càng thấp càng tốt: kế hoạch ÷ thực hiện)" if lower else ""
        return f"{part} ÷ {whole} × {_number(base)} = {_number(points.base)}{turned}."
    return (
        f"{achieved} so với {planned}, vượt: đủ {_number(base)} và thưởng {_number(points.bonus)}{_limits(criteria)}."
    )


def _limits(criteria: CriteriaSet) -> str:
    if criteria.bonus_rate is None:
        return ""
    cap = criteria.criterion_cap
    most = "" if cap is None else f", nhiều nhất {format_number(cap)}%"
    return f" (vượt 1% thưởng {format_number(criteria.bonus_rate)}% điểm chuẩn{most})"


def total_words(criteria: CriteriaSet, found: Total) -> tuple[str, ...]:
    """How the sum came about, and what is missing of it."""
    parts = [f"{_number(found.base)} điểm"]
    parts += [f"+ {_number(found.bonus)} thưởng vượt chỉ tiêu"] * bool(found.bonus)
    parts += [f"+ {_number(found.added)} điểm thưởng"] * bool(found.added)
    parts += [f"− {_number(found.taken_off)} điểm trừ"] * bool(found.taken_off)
    of = f" trên {_number(criteria.base_points)} điểm chuẩn" if criteria.base_points else ""
    lines = [f"{' '.join(parts)} = {_number(found.together)}{of}."]
    if found.capped:
        lines.append(f"Thưởng vượt chỉ tiêu dừng ở {_number(criteria.bonus_cap or 0.0)} điểm, mức nhiều nhất của bộ.")
    if found.points > found.together:
        lines.append(f"Bộ tiêu chí tính thấp nhất {_number(found.points)} điểm nên tổng là {_number(found.points)}.")
    elif found.points < 0:
        lines.append("Điểm trừ nhiều hơn điểm có nên tổng dưới 0: bộ tiêu chí không đặt tổng điểm thấp nhất.")
    if found.unknown:
        lines.append(f"Còn {found.unknown} tiêu chí chưa có điểm.")
    return tuple(lines)


def lost_words(names: Sequence[str]) -> str:
    """That the targets of these criteria are gone, and what to do; "" for none."""
    if not names:
        return ""
    told = ", ".join(f"“{name}”" for name in names)
    return f"Chỉ tiêu của tiêu chí {told} không còn trong kế hoạch: gắn chỉ tiêu khác ở bộ tiêu chí, hoặc gõ số liệu."


def total_text(points: float) -> str:
    """A sum as lists show it."""
    return _number(points)


def counted_text(one: CriterionPoints) -> str:
    """What counts of a criterion in one figure, bonus included."""
    return "" if one.counts is None else _number(summed(one.counts))
