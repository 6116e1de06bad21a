"""What was achieved against what was planned: by which figure, how much of it, and what that is called.

Results are counted from the beginning of the year (lũy kế): the year's result is that of the latest phase with one. For
what has no figure to reach 1 means đạt and 0 chưa đạt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isclose
from typing import Literal

from ..bad_input import BadInput
from ..figures.values import LARGEST
from ..plan.plans import Direction, Phase, TargetValue
from ..vietnamese import fold, folded_line, format_number, one_line, parse_number

Status = Literal["vượt", "đạt", "chưa đạt", "quá hạn", "chưa nhập số", "chưa báo cáo"]
REACHED: tuple[Status, ...] = ("đạt", "vượt")
"""How what has reached its figure stands."""
OF_ORGANISATIONS, OF_PARTS, OF_ONE = "cộng từ các đơn vị", "cộng từ các phần", "theo báo cáo của {}"
"""Where a result that was not entered comes from: the organisations' commitments, a target's parts, one of them."""

_LOWER = ("<=", "<", "còn")
_DONE = ("dat", "x", "v", "✓", "co", "xong", "roi", "hoan thanh", "da dat", "1", "100%")
_NOT_DONE = ("chua", "chua dat", "khong", "khong dat", "chua xong", "chua hoan thanh", "0", "0%", "o")


@dataclass(frozen=True, slots=True)
class Result:
    """What was reported for one figure in one phase. ``value`` is None while only a note or a proof stands there."""

    value: float | None
    note: str = ""
    proof: str = ""
    reported_on: str | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one figure has come: ``phase`` is the place among the phases of the result that counts, -1 for none."""

    achieved: float | None
    percent: float | None
    status: Status
    phase: int = -1


def lower_is_better(planned: TargetValue) -> bool:
    """Whether less is more: "≤ 2%", "còn 12 hộ". "giảm 4 hộ" is reached by 4 or more."""
    return planned.comparator in _LOWER


def judged(planned: TargetValue, direction: Direction) -> TargetValue:
    """The figure as it is judged: a bare one is not to be passed where the table says that less is better, and where it
    says "có / không" there is none, so that it is reached or not (:func:`done` of its results).
    """
    if direction == "yes_no":
        return replace(planned, value=None, value_to=None)
    bare = planned.comparator in ("=", "khoảng")
    return replace(planned, comparator="<=") if direction == "lower" and bare else planned


def done(planned: TargetValue, value: float | None) -> float | None:
    """A result of what is reached or not as 1 or 0: so it was said, else a number was reported against the figure."""
    return value if value is None or value in (0.0, 1.0) else float(reached(planned, value))


def reached(planned: TargetValue | None, achieved: float) -> bool:
    """Whether the figure is reached: a range from its lower end on, of what should be low from its upper end down."""
    if planned is None or planned.value is None:
        return achieved >= 1
    bound = least(planned)
    same = isclose(achieved, bound, rel_tol=1e-9, abs_tol=1e-12)
    if planned.comparator in ("<", ">"):
        return not same and (achieved < bound) == (planned.comparator == "<")
    return same or (achieved < bound) == lower_is_better(planned)


def exceeded(planned: TargetValue | None, achieved: float) -> bool:
    """Whether more than the figure is reached; anywhere within a range is just reached."""
    if planned is None or planned.value is None or not reached(planned, achieved):
        return False
    end = _far_end(planned)
    if isclose(achieved, end, rel_tol=1e-9, abs_tol=1e-12):
        return False
    return (achieved < end) == lower_is_better(planned)


def percent(planned: TargetValue | None, achieved: float | None) -> float | None:
    """What part of the figure is reached, in per cent; inverted for what should be low.

    None when there is nothing to divide by: no figure, a figure of 0, nothing left of what should be low.
    Source of the inversion: Hướng dẫn chấm điểm cụm, khối thi đua (Hưng Yên 2021), chỉ tiêu dạng giảm.
    """
    if planned is None or planned.value is None or achieved is None:
        return None
    if reached(planned, achieved) and planned.value_to is not None and not exceeded(planned, achieved):
        return 100.0
    bound = _far_end(planned) if exceeded(planned, achieved) else least(planned)
    part, whole = (bound, achieved) if lower_is_better(planned) else (achieved, bound)
    return part / whole * 100 if whole > 0 and part >= 0 else None


def status(planned: TargetValue | None, achieved: float | None) -> Status:
    """The word for where the figure stands by what was achieved alone."""
    if achieved is None:
        return "chưa báo cáo"
    if reached(planned, achieved):
        return "vượt" if exceeded(planned, achieved) else "đạt"
    return "chưa đạt"


def progress(
    planned: TargetValue | None,
    values: Sequence[float | None],
    phases: Sequence[Phase],
    today: str,
    *,
    back: Sequence[bool] = (),
    deadline: str | None = None,
) -> Progress:
    """Where a figure stands by what was reported in each of the ``phases``, None where nothing was.

    ``back`` tells of each phase whether its report has come although nothing of it is entered; ``deadline`` is the ISO
    day by which the figure is to be reached. What is reached is never overdue. Else it is when a report on a phase
    after the last result was due and has not come, or when its own deadline is gone by; but a report that came is
    entered first.
    """
    at = max((place for place, value in enumerate(values) if value is not None), default=-1)
    achieved = values[at] if at >= 0 else None
    word = status(planned, achieved)
    if word not in REACHED:
        open_phases = list(zip(phases, back or [False] * len(phases), strict=True))[at + 1 :]
        if any((due(phase) or today) < today and not came for phase, came in open_phases):
            word = "quá hạn"
        elif any(came for _, came in open_phases):
            word = "chưa nhập số"
        elif deadline is not None and deadline < today:
            word = "quá hạn"
    return Progress(achieved, percent(planned, achieved), word, at)


def due(phase: Phase) -> str | None:
    """The day by which figures of a phase are expected: its report deadline, else its end."""
    return phase.report_deadline or phase.end


def current_phase(phases: Sequence[Phase], today: str) -> Phase | None:
    """The phase whose figures are awaited on that day: the first that is not due yet, after all of them the last."""
    waiting = (phase for phase in phases if (due(phase) or today) >= today)
    return next(waiting, phases[-1] if phases else None)


def least(planned: TargetValue) -> float:
    """The end of a range where it begins to be reached."""
    low = planned.value or 0.0
    if planned.value_to is None:
        return low
    return max(low, planned.value_to) if lower_is_better(planned) else min(low, planned.value_to)


def _far_end(planned: TargetValue) -> float:
    """The end of a range past which it is exceeded."""
    low = planned.value or 0.0
    if planned.value_to is None:
        return low
    return min(low, planned.value_to) if lower_is_better(planned) else max(low, planned.value_to)


def adds_up(unit: str) -> bool:
    """Whether figures of several organisations in this unit can be added; rates ("%", "‰", "tạ/ha") cannot."""
    return bool(unit.strip()) and not any(sign in unit for sign in ("%", "‰", "/"))


def same_unit(one: str, other: str) -> bool:
    """Whether two units are one, capitals, marks and spaces apart."""
    return folded_line(one) == folded_line(other)


def counts_towards(planned: TargetValue, value: TargetValue) -> bool:
    """Whether a figure is a part of another: in one unit, and not what is taken away ("giảm 4 hộ") beside what is to be
    left ("còn 12 hộ", "≤ 2%").
    """
    taken = [one.comparator == "giảm" for one in (planned, value)]
    opposed = taken[0] != taken[1] and lower_is_better(value if taken[0] else planned)
    return same_unit(value.unit, planned.unit) and not opposed


def shared_figures(values: Sequence[TargetValue]) -> tuple[int, ...]:
    """For each figure the place of the one whose result is its result too; mostly its own.

    Figures in one unit that several levels give ("tỉnh giao 95%; HĐND xã giao 90%") measure one thing, so one result
    serves them all; not when a level gives two of them, or nobody is named: then they are several things.
    """
    kinds: dict[tuple[str, bool], list[int]] = {}
    for place, value in enumerate(values):
        kinds.setdefault((folded_line(value.unit), value.comparator == "giảm"), []).append(place)
    shared = list(range(len(values)))
    for places in kinds.values():
        givers = [fold(values[place].assigned_by or "") for place in places]
        if all(givers) and len(set(givers)) == len(givers):
            for place in places:
                shared[place] = places[0]
    return tuple(shared)


def summed(planned: TargetValue, parts: Iterable[tuple[Sequence[TargetValue], Mapping[int, float]]]) -> float | None:
    """What the linked commitments achieve together in the unit of a target's figure; None when nothing adds up.

    ``parts`` are the figures of each commitment with what was reported of them, by their place. A rate cannot be added
    up: it is what the one commitment with a figure in it achieves. What should be low is known once all of them told.
    """
    found = [
        reported.get(place)
        for values, reported in parts
        for place, value in enumerate(values)
        if counts_towards(planned, value)
    ]
    if not adds_up(planned.unit):
        return found[0] if planned.unit.strip() and len(found) == 1 else None
    known = [value for value in found if value is not None]
    if not known or (lower_is_better(planned) and len(known) < len(found)):
        return None
    return sum(known)


def summed_parts(
    wholes: Sequence[TargetValue], parts: Sequence[tuple[TargetValue, Sequence[float | None]]]
) -> list[float | None]:
    """What the parts of a target ("trong đó …") come to phase by phase; empty when they are not the whole of it.

    ``wholes`` are the figures of the target that measure one thing, ``parts`` the figure of each part in their unit
    with its results of the phases. They are the whole when they are to reach as much together. A phase counts in which
    one of them was reported, and of all of them something is known by then.
    """
    together = sum(planned.value or 0.0 for planned, _ in parts)
    ranged = any(value.value_to is not None for value in (*wholes, *(planned for planned, _ in parts)))
    if ranged or not any(isclose(whole.value or 0.0, together, rel_tol=1e-9) for whole in wholes if together):
        return []
    latest: list[float | None] = [None] * len(parts)
    found: list[float | None] = []
    for said in zip(*(values for _, values in parts), strict=True):
        latest = [before if now is None else now for before, now in zip(latest, said, strict=True)]
        known = [value for value in latest if value is not None]
        found.append(sum(known) if any(now is not None for now in said) and len(known) == len(parts) else None)
    return found


def committed(planned: TargetValue, parts: Iterable[Sequence[TargetValue]]) -> float | None:
    """What the linked commitments promise together in the unit of a target's figure (of a range its lower end).

    A rate cannot be added up: it is what they promise when all promise the same, else None.
    """
    found = [
        value.value
        for values in parts
        for value in values
        if value.value is not None and counts_towards(planned, value)
    ]
    if not found:
        return None
    if adds_up(planned.unit):
        return sum(found)
    return found[0] if len(set(found)) == 1 else None


def read_result(planned: TargetValue | None, text: str, direction: Direction = "") -> float | None:
    """What was typed as a result: a number, with or without the unit of the figure; "" is None.

    For what has no figure, or is reached or not: "đạt" or "x" is 1, "chưa" is 0. Raises :class:`BadInput` for what is
    no number.
    """
    typed = one_line(text)
    if not typed:
        return None
    if planned is None or planned.value is None:
        return _read_done(typed)
    if direction == "yes_no" and (said := _done(typed)) is not None:
        return said
    unit = planned.unit.strip()
    digits = typed
    if unit and fold(typed).endswith(fold(unit)) and len(fold(typed)) == len(typed):
        digits = typed[: -len(unit)]
    number = parse_number(digits)
    if number is None:
        raise BadInput(
            f"“{typed}” chưa phải là một con số; dữ liệu không thay đổi.",
            f"Gõ bằng chữ số, ví dụ {format_number(planned.value)}; lời giải thích ghi ở ô Ghi chú.",
        )
    if abs(number) >= LARGEST:
        raise BadInput(f"Số trong “{typed}” quá lớn; dữ liệu không thay đổi.", "Gõ số có không quá 15 chữ số.")
    return number


def _done(typed: str) -> float | None:
    word = fold(typed).rstrip(".")
    return 1.0 if word in _DONE else 0.0 if word in _NOT_DONE else None


def _read_done(typed: str) -> float:
    if (said := _done(typed)) is not None:
        return said
    raise BadInput(
        f"Nội dung này không có số để so nên “{typed}” chưa rõ là đạt hay chưa; dữ liệu không thay đổi.",
        "Gõ “đạt” hoặc “chưa đạt”; lời giải thích ghi ở ô Ghi chú.",
    )


def shown_result(planned: TargetValue | None, value: float | None) -> str:
    """A result as the clerk reads it: "62", "98,5"; without a figure "đạt", "chưa đạt"; "" for none."""
    if value is None:
        return ""
    if planned is None or planned.value is None:
        return "đạt" if value >= 1 else "chưa đạt"
    return format_number(value)


def shown_percent(value: float | None) -> str:
    """Per cent with at most one digit after the comma: "95,8%"; "" for None."""
    if value is None:
        return ""
    return f"{re.sub(',0$', '', format_number(round(value, 1), 1))}%"
