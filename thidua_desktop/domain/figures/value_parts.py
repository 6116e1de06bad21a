"""Unit and comparator of a target's figures as columns of their own, beside the line that holds the figures whole.

The cell shows what all figures share, else each one's with ";" between. Typed in it, one text is for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..bad_input import BadInput
from ..plan.plans import Comparator, TargetValue
from ..vietnamese import fold
from .values import join_list, read_list

UNIT, COMPARATOR = "unit", "comparator"
SHOWN: dict[Comparator, str] = {
    ">=": "từ … trở lên (≥)",
    "<=": "không quá (≤)",
    ">": "trên (>)",
    "<": "dưới (<)",
    "khoảng": "khoảng",
    "giảm": "giảm",
    "còn": "còn",
    "=": "đúng bằng (=)",
}
"""How a comparator reads in a list; "=" is not shown in a cell."""


_OTHERS: dict[str, Comparator] = {
    "": "=",
    "bang": "=",
    "dung bang": "=",
    "≥": ">=",
    "≤": "<=",
    "tro len": ">=",
    "it nhat": ">=",
    "toi thieu": ">=",
    "toi da": "<=",
    "giam con": "còn",
}


def part_text(values: Sequence[TargetValue], key: str) -> str:
    """The text of the cell for the ``key`` (:data:`UNIT`, :data:`COMPARATOR`)."""
    each = [
        value.unit if key == UNIT else "" if value.comparator == "=" else SHOWN[value.comparator] for value in values
    ]
    if len(set(each)) == 1:
        return join_list((each[0],)) if key == UNIT and each[0] else each[0]
    return join_list(tuple(one or "–" for one in each))


def with_part(values: Sequence[TargetValue], key: str, text: str) -> tuple[TargetValue, ...]:
    """The figures with what was typed in that cell; raises :class:`BadInput` for what is no comparator, for as many
    parts as there are no figures, and where there is no figure yet.
    """
    parts = [part if part != "–" else "" for part in read_list(text)] or [""]
    if not values:
        if not text.strip():
            return ()
        raise BadInput("Chỉ tiêu này chưa có giá trị.", "Gõ cột “Giá trị” trước, ví dụ 96% hoặc 12 tỷ đồng.")
    if len(parts) not in (1, len(values)):
        raise BadInput(
            f"Có {len(parts)} phần mà chỉ tiêu có {len(values)} giá trị.",
            "Gõ một cho tất cả, hoặc mỗi giá trị một phần.",
        )
    parts = parts * len(values) if len(parts) == 1 else parts
    if key == UNIT:
        return tuple(replace(value, unit=part) for value, part in zip(values, parts, strict=True))
    return tuple(replace(value, comparator=_comparator(part)) for value, part in zip(values, parts, strict=True))


def with_units_of(values: Sequence[TargetValue], before: Sequence[TargetValue]) -> tuple[TargetValue, ...]:
    """Figures typed without a unit keep the one that those before them share: "12" in a row counted in ha is 12 ha."""
    units = {value.unit for value in before}
    if len(units) != 1 or any(value.unit or value.value is None for value in values):
        return tuple(values)
    return tuple(replace(value, unit=before[0].unit) for value in values)


def _comparator(text: str) -> Comparator:
    words = fold(text).strip()
    if words in _OTHERS:
        return _OTHERS[words]
    for sign, shown in SHOWN.items():
        if words in (sign, fold(shown), fold(shown).split(" (")[0]):
            return sign
    labels = ", ".join(f"“{shown}”" for shown in SHOWN.values())
    raise BadInput(f"“{text}” không phải là dấu so sánh.", f"Chọn một trong: {labels}.")


def comparator_labels() -> tuple[str, ...]:
    """The texts to choose a comparator from."""
    return tuple(SHOWN.values())
