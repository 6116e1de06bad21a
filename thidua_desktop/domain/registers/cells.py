"""Texts of register cells ↔ what the data file keeps. Pure; links are resolved by names handed in."""

from __future__ import annotations

from collections.abc import Mapping

from ..bad_input import BadInput
from ..figures.reached import said_reached
from ..figures.values import format_values, join_list, parse_values, read_list
from ..plan.plans import TargetValue
from ..vietnamese import fold, format_date, format_number, nfc, parse_date, parse_number, parse_whole
from ..years import FIRST_YEAR, LAST_YEAR
from .parts import Column

CellValue = str | int | float | bool | tuple[str, ...] | tuple[TargetValue, ...] | None

_YES = ("co", "x", "v", "✓", "dung", "phai", "1", "yes", "true")
MASK = "•"
_SHOWN = 3  # digits of a masked number that are shown
_NO = ("khong", "o", "-", "0", "sai", "no", "false")


def parse_cell(column: Column, text: str, names: Mapping[int, str] | None = None) -> CellValue:
    """What the data file keeps for ``text`` in ``column``.

    ``names`` are the titles of the rows a link may point to, by id; only a link needs them. Dates come out as ISO
    texts, “đạt” of what was reached as True, a list as a tuple of texts, values as a tuple of :class:`TargetValue`.
    Raises :class:`BadInput`.
    """
    text = _tidy(column, text)
    if not text:
        return _empty(column)
    if column.masked and MASK in text:
        raise BadInput(
            f"“{text}” còn dấu che nên chưa lưu; số cũ vẫn giữ nguyên.", "Gõ lại đủ các chữ số, hoặc nhấn Esc để thôi."
        )
    match column.type:
        case "text" | "long_text" | "part":
            return text
        case "number":
            return _number(text)
        case "reached":
            return said if (said := said_reached(text)) is not None else _number(text)
        case "integer":
            return _integer(text)
        case "year":
            return _year(text)
        case "date":
            return _date(text)
        case "yes_no":
            return _yes_no(text)
        case "choice":
            return _choice(column, text)
        case "link":
            return _link(column, text, names or {})
        case "list":
            return read_list(text)
        case "values":
            return parse_values(text)


def format_cell(column: Column, value: CellValue, names: Mapping[int, str] | None = None) -> str:
    """The text of a kept value; None is "". A link to a row that is not in ``names`` is ""."""
    if value is None or value == ():
        return ""
    if column.masked:
        return masked(str(value))
    match column.type:
        case "number" | "reached":
            return format_number(float(_scalar(value)))
        case "integer" if column.empty == 0 and value == 0:
            return ""
        case "date":
            return format_date(str(value))
        case "yes_no":
            return "có" if value else "không"
        case "choice":
            return next((choice.label for choice in column.choices if choice.value == value), str(value))
        case "link":
            return (names or {}).get(int(_scalar(value)), "")
        case "list":
            return join_list(tuple(str(item) for item in _items(value)))
        case "values":
            return format_values(tuple(item for item in _items(value) if isinstance(item, TargetValue)))
        case _:
            return str(value)


def masked(text: str) -> str:
    """A number that not everybody shall read: "•••• 678"; "" stays ""."""
    return f"{MASK * 4} {text[-_SHOWN:]}" if text else ""


def _scalar(value: CellValue) -> str | float:
    if isinstance(value, tuple) or value is None:
        raise TypeError(f"not a single value: {value!r}")
    return value


def _items(value: CellValue) -> tuple[object, ...]:
    if not isinstance(value, tuple):
        raise TypeError(f"not a list: {value!r}")
    return value


def _tidy(column: Column, text: str) -> str:
    lines = [" ".join(line.split()) for line in nfc(text).splitlines()]
    return ("\n" if column.type == "long_text" else " ").join(lines).strip()


def _empty(column: Column) -> CellValue:
    if column.required:
        raise BadInput(f"Ô “{column.heading}” không được để trống.", "Gõ nội dung rồi nhấn Enter.")
    return () if column.type in ("list", "values") else column.empty


def _number(text: str) -> float:
    value = parse_number(text)
    if value is None:
        raise BadInput(f"“{text}” không phải là số.", "Gõ theo dạng 1.234,5.")
    return value


def _integer(text: str) -> int:
    value = parse_number(text)
    if value is None or not value.is_integer():
        raise BadInput(f"“{text}” không phải là số nguyên.", "Gõ theo dạng 12.")
    return int(value)


def _year(text: str) -> int:
    year = parse_whole(text)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(f"“{text}” không phải là năm.", "Gõ đủ bốn chữ số, ví dụ 2026.")
    return year


def _date(text: str) -> str:
    try:
        return parse_date(text) or ""
    except ValueError:
        raise BadInput(f"“{text}” không phải là ngày có thật.", "Gõ ngày theo dạng 05/02/2026.") from None


def _yes_no(text: str) -> bool:
    word = fold(text)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise BadInput(f"“{text}” không phải là có hay không.", "Gõ “có” hoặc “không” (cũng nhận x, 1, 0).")


def _choice(column: Column, text: str) -> str:
    """Marks and capitals do not matter, unless two choices differ in nothing else."""
    exact = [choice.value for choice in column.choices if text in (choice.label, choice.value)]
    alike = exact or [choice.value for choice in column.choices if fold(choice.label) == fold(text)]
    if len(alike) == 1:
        return alike[0]
    if column.open_choice:
        return text
    labels = ", ".join(f"“{choice.label}”" for choice in column.choices)
    raise BadInput(f"“{text}” không có trong các lựa chọn của “{column.heading}”.", f"Chọn một trong: {labels}.")


def _link(column: Column, text: str, names: Mapping[int, str]) -> int:
    exact = [row_id for row_id, name in names.items() if name == text]
    alike = exact or [row_id for row_id, name in names.items() if fold(name) == fold(text)]
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise BadInput(f"Có {len(alike)} dòng cùng tên “{text}”.", "Đổi tên một dòng cho khác đi rồi chọn lại.")
    raise BadInput(f"Chưa có “{text}” trong danh mục.", "Thêm vào danh mục trước, hoặc gõ đúng tên đã có.")
