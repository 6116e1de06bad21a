"""Days, years, anniversaries and weekdays in a plan's text, moved to another year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..vietnamese import WEEKDAY, WEEKDAYS
from .frame import Found, Frame, clause_before, quoted

_WEEKDAY = rf"(?P<weekday>{WEEKDAY})"
_DAY = (
    r"(?P<day>\d{1,2})(?P<first>\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?P<second>\s*[/.-]\s*|\s+năm\s+)"
    r"(?P<year>\d{4})(?![\d/])"
)
_DATE = re.compile(rf"(?<![\d/.,-]){_DAY}")
_WEEKDAY_DATE = re.compile(rf"{_WEEKDAY}(?P<between>\s*[,(]?\s*(?:ngày\s+)?){_DAY}")
_DATE_WEEKDAY = re.compile(rf"(?<![\d/.,-]){_DAY}(?P<between>\s*\(\s*){_WEEKDAY}(?=\s*\))")
_COUNTED = re.compile(
    r"(?P<count>\d{1,3})(?P<what>\s+năm\s+[^();.]{3,140}?\(\s*(?:\d{1,2}/\d{1,2}/)?)(?P<from>\d{4})"
    r"(?P<dash>\s*[-–—]\s*(?:\d{1,2}/\d{1,2}/)?)(?P<to>\d{4})(?=\s*\))"
)
_ANNIVERSARY = re.compile(
    r"(?:[Kk]ỷ niệm\s+(?:lần thứ\s+)?|[Cc]hào mừng\s+)(?P<count>\d{1,3})"
    r"(?P<what>(?:\s+năm)?\s+[Nn]gày\s[^;.()\d]{3,90}|\s+năm\s+[^;.()\d]{3,90})"
)
_MONTH = re.compile(r"(?P<lead>[Tt]háng\s+\d{1,2}\s*/\s*|[Qq]uý\s+(?:[IV]+|[1-4])\s*/\s*)(?P<year>\d{4})(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?P<lead>[Nn]ăm học\s+)(?P<from>\d{4})(?P<dash>\s*[-–—]\s*)(?P<to>\d{4})(?!\d)")
_RANGE = re.compile(r"(?<![\d/.-])\d{4}\s*[-–—]\s*\d{4}(?![\d/])")
_YEAR = re.compile(r"(?<![\d/.,-])(?P<year>(?:19|20|21)\d{2})(?![\d/.,]*\d|[/-]?\w)")
_COMPARED = re.compile(
    r"(?:so với|cùng kỳ|của|cuối|kết quả|đạt được trong|nhiệm vụ|thực hiện)\s+(?:cuối\s+)?(?:năm\s+)?$"
)
_SAID = re.compile(r"(?:năm|mừng|xuân|kỳ)\s+$")
_AHEAD = re.compile(r"(?:đến|tầm nhìn|hướng tới|trước)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?$")


def moved(iso: str | None, years: int) -> str | None:
    """An ISO date so many years later; the last of February for a 29 February that is not there.

    None for no date, and for one that would leave the calendar.
    """
    if not iso:
        return None
    day = date.fromisoformat(iso)
    try:
        return _same_day(day.year + years, day.month, day.day).isoformat()
    except ValueError:
        return None


def _same_day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        if (month, day) != (2, 29):
            raise
        return date(year, 2, 28)


def anniversaries(text: str, frame: Frame) -> Iterator[Found]:
    """ "95 năm Ngày … (03/02/1930 - 03/02/2025)" counted anew, and counts without their days."""
    for found in _COUNTED.finditer(text):
        first, last = int(found["from"]), int(found["to"])
        if not frame.near(last) or first >= last:
            yield Found(*found.span())
            continue
        to = last + frame.later
        counted = str(to - first).zfill(len(found["count"]) if found["count"].startswith("0") else 1)
        new = f"{counted}{found['what']}{first}{found['dash']}{to}"
        yield Found(*found.span(), new, "kỷ niệm", True, f"Từ {first} đến {to} là {to - first} năm.")
    for found in _ANNIVERSARY.finditer(text):
        first = frame.data.founded(found["what"])
        if first:
            count, why = frame.new - first, f"Tính từ năm {first}."
        else:
            count, why = int(found["count"]) + frame.later, "Cộng thêm số năm; kiểm tra lại năm bắt đầu."
        span = found.start("count"), found.end("count")
        yield Found(*span, str(count), "kỷ niệm", bool(first), why)


def weekdays(text: str, frame: Frame) -> Iterator[Found]:
    """A weekday with its date: the day of the month stays, the weekday is that of the new year."""
    for pattern, order in ((_WEEKDAY_DATE, "{weekday}{between}{date}"), (_DATE_WEEKDAY, "{date}{between}{weekday}")):
        for found in pattern.finditer(text):
            day = _moved_day(found, frame)
            if day is not None:
                weekday = WEEKDAYS[day.weekday()]
                written = weekday if found["weekday"][:1].islower() else weekday[:1].upper() + weekday[1:]
                new = order.format(weekday=written, between=found["between"], date=_written(found, day))
                why = f"Ngày {day:%d/%m/%Y} là {weekday}."
                yield Found(*found.span(), new, "ngày", True, why)


def dates(text: str, frame: Frame) -> Iterator[Found]:
    """Days of the old plan's time, in the new one."""
    for found in _DATE.finditer(text):
        day = _moved_day(found, frame)
        if day is not None:
            sure = int(found["year"]) >= frame.old and not quoted(text, found.start())
            why = f"Ngày trong năm {found['year']}."
            yield Found(*found.span(), _written(found, day), "ngày", sure, why)
        else:
            yield Found(*found.span())
    for found in _MONTH.finditer(text):
        year = int(found["year"])
        if frame.near(year):
            yield Found(*found.span("year"), str(year + frame.later), "năm", year >= frame.old, f"Năm {year}.")


def _moved_day(found: re.Match[str], frame: Frame) -> date | None:
    """The day of the match in the new year; None for one that is not of the old plan's time, or no day at all."""
    year = int(found["year"])
    if not frame.near(year):
        return None
    try:
        return _same_day(year + frame.later, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _written(found: re.Match[str], day: date) -> str:
    """The day as it was written, with another year; a 29 February may have become the 28th."""
    written = found["day"] if int(found["day"]) == day.day else str(day.day)
    return f"{written}{found['first']}{found['month']}{found['second']}{day.year}"


def years(text: str, frame: Frame) -> Iterator[Found]:
    """Years that stand alone, and school years; a range of years is left to the terms."""
    for found in _SCHOOL_YEAR.finditer(text):
        first, last = int(found["from"]) + frame.later, int(found["to"]) + frame.later
        new = f"{found['lead']}{first}{found['dash']}{last}"
        if frame.near(int(found["from"])):
            yield Found(*found.span(), new, "năm", True, "Năm học theo năm kế hoạch.")
    for found in _RANGE.finditer(text):
        yield Found(*found.span())
    for found in _YEAR.finditer(text):
        year = int(found["year"])
        if frame.near(year):
            yield Found(*found.span(), str(year + frame.later), "năm", *_judged(text, found.start(), year, frame))


def _judged(text: str, place: int, year: int, frame: Frame) -> tuple[bool, str]:
    """Whether a year alone is sure to move, and why."""
    before = clause_before(text, place)
    if year == frame.old:  # "2026 hộ" may be a figure
        is_year = not re.match(r" [^\W\d_]", text[place + len(str(year)) :]) or bool(_SAID.search(before))
        return is_year, f"Năm của kế hoạch cũ, nay là {frame.new}."
    if year < frame.old:
        return bool(_COMPARED.search(before)), "Năm trước năm của kế hoạch cũ."
    return not _AHEAD.search(before), "Năm sau năm của kế hoạch cũ."
