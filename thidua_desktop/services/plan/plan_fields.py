"""The single fields of a plan: what the clerk calls them and what may stand in them."""

from __future__ import annotations

from datetime import date
from typing import cast

from ...domain.bad_input import BadInput
from ...domain.plan.labels import LABELS
from ...domain.vietnamese import nfc, parse_whole
from ...domain.years import FIRST_YEAR, LAST_YEAR
from ...storage.records import Row
from ..office.years import check_year

__all__ = ["LABELS", "parse_field"]

_NEVER_NULL = ("doc_type", "title", "issuer")
_SEVERAL_LINES = ("signer_authority", "signer_title")
_RANGES = {"number": (1, 99999), "day": (1, 31), "month": (1, 12), "date_year": (FIRST_YEAR, LAST_YEAR)}
_LEAP_YEAR = 2000  # while the year is blank, 29/02 may stand


def parse_field(field: str, text: str, head: Row) -> str | int | None:
    """What the data file keeps; ``head`` is the plan's stored row, whose other date parts must make a real day.

    Raises :class:`BadInput`, and ``KeyError`` for no such field.
    """
    label = LABELS[field]
    lines = [" ".join(line.split()) for line in nfc(text).splitlines()]
    text = ("\n" if field in _SEVERAL_LINES else " ").join(line for line in lines if line)
    if field == "year":
        return _year(text)
    if field not in _RANGES:
        return text if text or field in _NEVER_NULL else None
    if not text:
        return None
    low, high = _RANGES[field]
    number = parse_whole(text)
    if number is None or not low <= number <= high:
        raise BadInput(f"“{text}” không dùng được làm {label}.", f"Gõ một số từ {low} đến {high}, hoặc để trống.")
    _check_day(head | {field: number})
    return number


def _year(text: str) -> int:
    year = parse_whole(text)
    if year is None:
        raise BadInput(f"“{text}” không phải là năm.", "Gõ đủ bốn chữ số, ví dụ 2026.")
    check_year(year)
    return year


def _check_day(head: Row) -> None:
    day, month, year = (cast("int | None", head[part]) for part in ("day", "month", "date_year"))
    if not (day and month):
        return
    try:
        date(year or _LEAP_YEAR, month, day)
    except ValueError:
        shown = f"{day}/{month}/{year}" if year else f"{day}/{month}"
        raise BadInput(
            f"Không có ngày {shown}.", "Sửa ngày hoặc tháng cho đúng; muốn đổi cả hai thì xóa trống ngày trước."
        ) from None
