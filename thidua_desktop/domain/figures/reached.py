"""What a target reached the year before, as a cell of its table: a number, or “đạt” where the target has no figure."""

from __future__ import annotations

from collections.abc import Sequence

from ..bad_input import BadInput
from ..plan.plans import TargetValue
from ..vietnamese import fold, format_number

REACHED, NOT_REACHED = "đạt", "chưa đạt"


def said_reached(text: str) -> bool | None:
    """Whether it says “đạt” or “chưa đạt”; None when it says neither."""
    return {fold(REACHED): True, fold(NOT_REACHED): False}.get(fold(text).rstrip(". "))


def reached_text(values: Sequence[TargetValue], reached: float | None) -> str:
    """The text of the cell: "9,5"; of a target without a figure "đạt" for 1 and "chưa đạt" for 0."""
    if not values and reached in (0, 1):
        return REACHED if reached else NOT_REACHED
    return format_number(reached)


def as_reached(values: Sequence[TargetValue], typed: object) -> object:
    """What is kept of a typed cell; raises :class:`BadInput` for “đạt” of a target that has a figure."""
    if not isinstance(typed, bool):
        return typed
    if values:
        raise BadInput(
            f"Chỉ tiêu này có số nên “{REACHED if typed else NOT_REACHED}” chưa cho biết năm trước được bao nhiêu.",
            "Gõ bằng chữ số, ví dụ 96,5.",
        )
    return float(typed)
