"""Stretches of time in office prose: "từ 01/01 đến hết 30/6/2026", "quý I, II", "6 tháng đầu năm", "đến cuối năm"."""

from __future__ import annotations

import calendar
import re
from datetime import date

from ..patterns import QUARTER, iso_date, last_day, quarter

_DATE = (
    r"(?:ngày\s*)?(?P<d{n}>\d{{1,2}})\s*(?:/|\.|-|\s+tháng\s+)\s*(?P<m{n}>\d{{1,2}})"
    r"(?:\s*(?:/|\.|-|,?\s*năm\s+)\s*(?P<y{n}>\d{{4}}))?(?![\d/])"
)
_MONTH = r"(?:tháng\s*)(?P<month{n}>\d{{1,2}})(?:\s*(?:/|-|,?\s*năm\s+)\s*(?P<my{n}>\d{{4}}))?"
_START = (
    rf"(?:{_DATE.format(n=1)}|(?:đầu\s+)?{_MONTH.format(n=1)}|(?P<newyear>đầu\s+năm(?:\s+\d{{4}})?)"
    r"|(?P<now>nay|ngày\s+(?:ban hành|phát động|ký)[^;.\d]{0,30}?|khi\s+\w+[^;.\d]{0,20}?)"
    r"|(?:ngày\s*)?(?P<day_only>\d{1,2})(?=\s*(?:-|–|đến)\s*(?:ngày\s*)?\d{1,2}\s*/))"
)
_END = (
    rf"(?:(?:hết\s+)?{_DATE.format(n=2)}|(?:(?:hết|cuối)\s+)*{_MONTH.format(n=2)}"
    r"|(?P<newyears_eve>(?:hết|cuối|kết thúc)\s+năm(?:\s+(?P<ny>\d{4}))?)"
    r"|(?P<bare>\d{1,2})(?:\s*(?:/|,?\s*năm\s+)\s*(?P<by>\d{4}))?(?![\d/]))"  # "từ tháng 7 – 12/2026"
)
_TO = r"\s*,?\s*(?:đến|tới|-|–|—|(?:và\s+)?kết thúc(?:\s+vào)?)\s*(?:hết\s+(?=ngày|\d))?"
_RANGE = re.compile(rf"(?<![\w/.])(?:từ\s*|kể từ\s*)?{_START}{_TO}{_END}", re.IGNORECASE)
_QUARTERS = re.compile(
    rf"quý\s+(?P<first>{QUARTER})"
    rf"(?:\s*(?:,|và|đến|tới|-|–)\s*(?:quý\s+)?(?P<last>{QUARTER}))*"
    r"(?:\s*(?:/|,?\s*năm)\s*(?P<y>\d{4}))?",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?P<many>\d{1,2})\s+tháng\s+(?P<which>đầu|cuối)\s+năm(?:\s+(?P<y>\d{4}))?", re.IGNORECASE)

Span = tuple[str | None, str | None]


def time_span(text: str, year: int | None, *, written: bool = False) -> Span | None:
    """The first stretch of time in the text as ISO days, its beginning None when it is only "from now"; None for none.

    ``written`` leaves out half-years and quarters, which only name one. A day without its year is of ``year``. The days
    of an anniversary ("03/02/1930 - 03/02/2026") are no stretch.
    """
    for found in _RANGE.finditer(text):
        span = _resolved(found, year)
        if span and not _is_anniversary(span, year):
            return span
    return None if written else _half(text, year) or _quarters(text, year)


def without_span(text: str) -> str:
    """The text without the stretch of time in it; the days of an anniversary stay."""
    for found in _RANGE.finditer(text):
        if (span := _resolved(found, None)) is None or not _is_anniversary(span, None):
            return text[: found.start()] + text[found.end() :]
    return text


def _resolved(found: re.Match[str], year: int | None) -> Span | None:
    end = _end(found, year)
    if end is None:
        return None
    if found["now"]:
        return None, end.isoformat()
    start = _start(found, end)
    return (start, end.isoformat()) if start else None


def _end(found: re.Match[str], year: int | None) -> date | None:
    of_year = next((int(found[key]) for key in ("y2", "my2", "ny", "by") if found[key]), year)
    if of_year is None or (found["bare"] and not found["month1"]):
        return None
    if found["newyears_eve"]:
        return date(of_year, 12, 31)
    month = int(found["m2"] or found["month2"] or found["bare"])
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(of_year, month)[1]
    day = int(found["d2"]) if found["d2"] else last
    return date(of_year, month, day) if 1 <= day <= last else None


def _start(found: re.Match[str], end: date) -> str | None:
    if found["newyear"]:
        return date(end.year, 1, 1).isoformat()
    if found["day_only"]:
        return iso_date(int(found["day_only"]), end.month, end.year)
    month = int(found["m1"] or found["month1"])
    day = int(found["d1"] or 1)
    written = found["y1"] or found["my1"]
    of_year = int(written) if written else end.year - ((month, day) > (end.month, end.day))
    return iso_date(day, month, of_year)


def _is_anniversary(span: Span, year: int | None) -> bool:
    start, end = span
    return bool(start and end and int(end[:4]) - int(start[:4]) > 1) or bool(
        start and year is not None and int(start[:4]) < year - 1
    )


def _half(text: str, year: int | None) -> Span | None:
    found = _HALF.search(text)
    of_year = int(found["y"]) if found and found["y"] else year
    if not found or not of_year or not 1 <= int(found["many"]) <= 12:
        return None
    many = int(found["many"])
    if found["which"].lower() == "đầu":
        return iso_date(1, 1, of_year), last_day(many, of_year)
    return iso_date(1, 13 - many, of_year), iso_date(31, 12, of_year)


def _quarters(text: str, year: int | None) -> Span | None:
    found = _QUARTERS.search(text)
    of_year = int(found["y"]) if found and found["y"] else year
    if not found or not of_year:
        return None
    first = quarter(found["first"])
    last = quarter(found["last"] or found["first"])
    if first > last:
        return None
    return iso_date(1, 3 * first - 2, of_year), last_day(3 * last, of_year)
