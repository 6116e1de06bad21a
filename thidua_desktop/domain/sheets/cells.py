"""What stands in a cell of a returned file, read as its column wants it; what had to be put right is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeAlias

from ..figures.values import LARGEST
from ..vietnamese import fold, folded_line, format_number, nfc, one_line, parse_date, parse_number
from .forms import CellValue, Column

Raw: TypeAlias = str | float | bool | date | time | timedelta | None

_EPOCH = date(1899, 12, 30)
_DAYS = range(30_000, 80_000)  # a day of 1982 to 2118 as Excel counts them
_CENTURY = 2000
_LEADING = re.compile(r"^(?:là|đạt|được|:|=)\s*(?=[\d+\-−])", re.IGNORECASE)
_NUMBER_AND_WORDS = re.compile(r"^([+\-−]?\d[\d.,\s]*)(?:\s*((?:[^\W\d]|[%‰(])\D*))?$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's value; ``corrected`` says what was put right, ``doubt`` what is wrong with it, "" for nothing. ``unit``
    are the words that stood behind a number.
    """

    value: CellValue = None
    corrected: str = ""
    doubt: str = ""
    unit: str = ""

    @property
    def shown(self) -> str:
        """The value as a hand writes it."""
        return format_number(self.value) if isinstance(self.value, float) else plain(self.value)


def read_cell(column: Column, raw: Raw) -> Cell:
    """The cell as its column means it. A number or a day that cannot be read as one stays the text it is."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return Cell()
    if column.type == "number":
        return _number(column, raw)
    if column.type == "date":
        return _date(column, raw)
    if column.many and isinstance(raw, str):
        return Cell("\n".join(one for line in raw.split("\n") if (one := plain(line))) or None)
    text = plain(raw)
    if column.choices and column.type == "choice":
        return _choice(column, text)
    return Cell(text or None)


def plain(raw: Raw) -> str:
    """Any cell as one line of text; what Excel made a number or a day of reads as it was typed."""
    if isinstance(raw, bool):
        return "x" if raw else ""
    if isinstance(raw, int | float):
        return str(int(raw)) if float(raw).is_integer() else format_number(raw).replace(".", "")
    if isinstance(raw, datetime | date):
        return f"{raw.day:02d}/{raw.month:02d}/{raw.year}"
    return one_line(str(raw)) if raw is not None else ""


def _number(column: Column, raw: Raw) -> Cell:
    if isinstance(raw, bool):
        return Cell("Đạt" if raw else "Chưa đạt")
    if isinstance(raw, int | float):
        return _in_bounds(float(raw), column)
    if isinstance(raw, datetime | date):
        return Cell(plain(raw), doubt=f"Ô “{column.heading}” là một ngày, không phải con số.")
    text = plain(raw)
    found = _NUMBER_AND_WORDS.match(_LEADING.sub("", text))
    number = parse_number(found[1].strip().replace("−", "-").rstrip(".,")) if found else None
    if number is None or found is None:
        return Cell(text)
    read = _in_bounds(number, column)
    if read.doubt:
        return read
    return Cell(number, f"“{text}” gõ thành chữ, đọc là số {format_number(number)}.", unit=one_line(found[2] or ""))


def _in_bounds(number: float, column: Column) -> Cell:
    if abs(number) >= LARGEST:
        return Cell(plain(number), doubt=f"Số ở ô “{column.heading}” quá lớn.")
    return Cell(number)


def _date(column: Column, raw: Raw) -> Cell:
    if isinstance(raw, datetime):
        return Cell(raw.date())
    if isinstance(raw, date):
        return Cell(raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool) and int(raw) in _DAYS:
        day = _EPOCH + timedelta(days=int(raw))
        return Cell(day, f"{int(raw)} là cách Excel đếm ngày, đọc là {plain(day)}.")
    text = plain(raw)
    found = read_day(text)
    if found is None:
        return Cell(text, doubt=f"“{text}” ở ô “{column.heading}” không đọc được thành ngày.")
    return Cell(found, f"“{text}” gõ thành chữ, đọc là ngày {plain(found)}.")


def read_day(text: str) -> date | None:
    """A day as people write it: 5/3/2026, 05-03-26, "ngày 5 tháng 3 năm 2026"; None for no such day."""
    words = re.fullmatch(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})", folded_line(text))
    if words:
        text = "/".join(words.groups())
    short = re.fullmatch(r"(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})", text.strip())
    if short:
        text = f"{short[1]}{_CENTURY + int(short[2])}"
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", text.strip())
    try:
        if iso:
            return date(*map(int, iso.groups()))
        found = parse_date(text)
    except ValueError:
        return None
    return date.fromisoformat(found) if found else None


def _choice(column: Column, text: str) -> Cell:
    wanted = letters(text)
    for choice in column.choices:
        if choice == text:
            return Cell(choice)
    sign = text.replace(">=", "≥").replace("<=", "≤")
    for choice in column.choices:
        if letters(choice) == wanted or f"({sign})" in choice:
            return Cell(choice, f"“{text}” hiểu là “{choice}”.")
    if column.open_choice:
        return Cell(text)
    return Cell(text, doubt=f"“{text}” ở ô “{column.heading}” không có trong danh sách chọn.")


@lru_cache(maxsize=8192)  # rows are held against the same stored words again and again
def letters(text: str) -> str:
    """The folded words alone, by which two ways to write one thing are the same."""
    return " ".join(re.findall(r"\w+", fold(nfc(text))))
