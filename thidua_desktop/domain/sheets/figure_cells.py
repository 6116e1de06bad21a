"""A commitment's figure as cells of a form (how compared, number, unit), and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ..bad_input import BadInput
from ..figures.values import LARGEST, parse_values, span
from ..plan.plans import Comparator, TargetValue
from ..vietnamese import folded_line, format_number, one_line
from .cells import letters
from .finding import AnswerRow
from .forms import CellValue
from .tables import SIGNS

UNIT = "value_unit"
"""The words behind a number, among the cells of an answer."""
_COMPARATORS: tuple[Comparator, ...] = (">=", "=", "<=", "khoảng", ">", "<", "giảm", "còn")
SHOWN: dict[Comparator, str] = dict(zip(_COMPARATORS, SIGNS, strict=True))
_READ = {letters(words): sign for sign, words in SHOWN.items()}
_MARKS = {"≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<", "=": "="}


def figure_cells(value: TargetValue | None) -> Mapping[str, CellValue]:
    """The cells of one figure; a range is a text, for a cell holds one number."""
    if value is None:
        return {}
    number: CellValue = value.value
    if value.value is not None and value.value_to is not None:
        number = span(value.value, value.value_to)
    return {
        "sign": SHOWN[value.comparator] if value.value is not None else None,
        "value": number,
        "unit": value.unit or None,
    }


def read_figures(row: AnswerRow, held: TargetValue | None) -> tuple[TargetValue, ...]:
    """The figures that a row says, none when it says none; ``held`` is the one that was printed in it.

    Who assigned a figure is not asked and stays. Raises :class:`BadInput` for a text that is no figure.
    """
    written = row.lines("figures")
    if written and "value" not in row.cells:
        return parse_values("; ".join(written))
    number, unit = row.cells.get("value"), row.text("unit")
    assigned_by = held.assigned_by if held else None
    if number is None:
        return (TargetValue(None, unit, "=", assigned_by),) if unit else ()
    if isinstance(number, date):
        raise BadInput("Ô mức cam kết là một ngày.", "Gõ con số.")
    comparator = _comparator(row.text("sign"), held)
    if isinstance(number, str):
        read = parse_values(f"{number} {unit}".strip())
        if any(abs(one.value or 0.0) >= LARGEST for one in read):
            raise BadInput(f"Số “{number}” quá lớn; dữ liệu không thay đổi.", "Gõ số có không quá 15 chữ số.")
        return tuple(
            replace(one, assigned_by=one.assigned_by or assigned_by) for one in _compared(read, row, comparator)
        )
    unit = unit or row.text(UNIT)
    if comparator != "giảm":
        number = as_percent(number, unit, held.value if held else None)
    return (TargetValue(number, unit, comparator, assigned_by),)


def as_percent(number: float, unit: str, expected: float | None) -> float:
    """95 for the 0,95 that Excel makes of "95%"; another number, or one ``expected`` to be so small, as it is."""
    is_fraction = unit.startswith("%") and 0 < number <= 1 and (expected is None or expected > 1)
    return round(number * 100, 10) if is_fraction else number


def told_percent(typed: CellValue, read: float | None) -> list[str]:
    """The doubt about a number that :func:`as_percent` read as another one; none for any other."""
    if not isinstance(typed, float) or read is None or read == typed or read != round(typed * 100, 10):
        return []
    shown = format_number(read)
    return [f"Ô ghi {format_number(typed)}: Excel lưu {shown}% như vậy, đọc là {shown}%."]


def other_unit(row: AnswerRow, unit: str) -> list[str]:
    """What to say when the words behind the number name another unit than the one it is counted in."""
    written, counted = folded_line(row.text(UNIT)), folded_line(unit)
    if not written or not counted or written.startswith(counted) or counted.startswith(written):
        return []
    return [f"Ô số ghi “{row.text(UNIT)}”, còn đơn vị tính là “{unit}”."]


def _compared(read: tuple[TargetValue, ...], row: AnswerRow, comparator: Comparator) -> tuple[TargetValue, ...]:
    """What the text itself says of the comparing ("≥ 5") goes before the cell beside it."""
    said = bool(row.text("sign"))
    return tuple(replace(one, comparator=comparator) if said and one.comparator == "=" else one for one in read)


def _comparator(text: str, held: TargetValue | None) -> Comparator:
    """How the cell says that the figure is compared; an empty one leaves it as it was printed."""
    if not text:
        return held.comparator if held else "="
    mark = _MARKS.get(one_line(text)) or _READ.get(letters(text))
    if mark:
        return mark  # type: ignore[return-value]
    try:
        read = parse_values(f"{text} 1")
    except BadInput:
        return "="
    return read[0].comparator if read else "="
