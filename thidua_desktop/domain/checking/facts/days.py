"""Days that do not exist, weekdays and anniversaries that do not compute."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...vietnamese import WEEKDAY, WEEKDAYS, fold, folded_line
from ..findings import Finding
from ..paper import Paper, real_day

_WEEKDAY_BY_WORD = {fold(name): number for number, name in enumerate(WEEKDAYS)} | {
    f"thu {digit}": digit - 2 for digit in range(2, 8)
}
_DIGITS = r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})(?![\d/-]|\.\d)"
_WORDS = r"(?P<day_w>\d{1,2})[ \t]+tháng[ \t]+(?P<month_w>\d{1,2})[ \t]+năm[ \t]+(?P<year_w>\d{4})(?!\d)"
_FULL_DATE = rf"(?:(?<![\d/.,-]){_DIGITS}|(?<=ngày )[ \t]*{_WORDS})"
_DATE = re.compile(_FULL_DATE)
_SHORT_DATE = re.compile(r"ngày[ \t]+(?P<day>\d{1,2})/(?P<month>\d{1,2})(?!\d|[/.,-]\d)")
_WEEKDAY = rf"(?P<weekday>{WEEKDAY})"
# "lần thứ hai ngày …" counts meetings, not days: a weekday stands at a beginning or after a word of time.
_BEFORE_WEEKDAY = (
    r"(?:^|[(,;:-][ \t]*|\b(?:[Vv]ào|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Nn]gày|[Tt]ừ|[Đđ]ến|[Tt]rước|[Ss]au)[ \t]+)"
)
_WEEKDAY_THEN_DATE = re.compile(
    rf"{_BEFORE_WEEKDAY}(?P<whole>{_WEEKDAY}[ \t]*[,(]?[ \t]*(?:ngày[ \t])?{_FULL_DATE})", re.MULTILINE
)
_DATE_THEN_WEEKDAY = re.compile(rf"(?P<whole>{_FULL_DATE}[ \t]*\([ \t]*{_WEEKDAY}[ \t]*\))")
_ANNIVERSARY = re.compile(
    r"(?P<count>\d{1,3})[ \t]+năm[ \t][^()\n;.]{0,100}"
    r"\([ \t]*(?P<day1>\d{1,2}/\d{1,2})/(?P<from>\d{4})[ \t]*[-–—][ \t]*(?P<day2>\d{1,2}/\d{1,2})/(?P<to>\d{4})"
)


def _parts(found: re.Match[str]) -> tuple[int, int, int]:
    groups = found.groupdict()
    suffix = "" if groups["day"] else "_w"
    return int(groups[f"year{suffix}"]), int(groups[f"month{suffix}"]), int(groups[f"day{suffix}"])


def _day_and_month(written: str) -> list[int]:
    return [int(part) for part in written.split("/")]


def date_invalid(paper: Paper) -> Iterator[Finding]:
    """Every written day is in the calendar."""
    for found in _DATE.finditer(paper.text):
        year, month, day = _parts(found)
        # A year far off is a number of something else, and no calendar is wrong about it.
        if 1800 <= year <= 2200 and real_day(year, month, day) is None:
            yield _no_such_day(paper, found)
    for found in _SHORT_DATE.finditer(paper.text):
        if real_day(2024, int(found["month"]), int(found["day"])) is None:  # a leap year: 29/02 may be meant
            yield _no_such_day(paper, found)


def _no_such_day(paper: Paper, found: re.Match[str]) -> Finding:
    return paper.finding(
        "DATE_INVALID",
        "error",
        found.span(),
        f"Không có ngày “{found.group().strip()}” trên lịch.",
        "Kiểm tra lại ngày, tháng.",
    )


def weekday_mismatch(paper: Paper) -> Iterator[Finding]:
    """The written weekday is that of the written day."""
    for pattern in (_WEEKDAY_THEN_DATE, _DATE_THEN_WEEKDAY):
        for found in pattern.finditer(paper.text):
            day = real_day(*_parts(found))
            written = _WEEKDAY_BY_WORD[folded_line(found["weekday"])]
            if day is None or day.weekday() == written:
                continue
            yield paper.finding(
                "WEEKDAY_MISMATCH",
                "error",
                found.span("whole"),
                f"Ngày {day:%d/%m/%Y} là {WEEKDAYS[day.weekday()]}, không phải {WEEKDAYS[written]}.",
                "Sửa thứ hoặc sửa ngày cho khớp.",
            )


def anniversary_mismatch(paper: Paper) -> Iterator[Finding]:
    """An anniversary "94 năm … (03/02/1930 - 03/02/2024)" counts the years between its two days."""
    for found in _ANNIVERSARY.finditer(paper.text):
        years = int(found["to"]) - int(found["from"])
        same_day = _day_and_month(found["day1"]) == _day_and_month(found["day2"])
        if not same_day or years <= 0 or years == int(found["count"]):
            continue
        yield paper.finding(
            "ANNIVERSARY_MISMATCH",
            "error",
            found.span(),
            f"Từ năm {found['from']} đến năm {found['to']} là {years} năm, văn bản ghi {found['count']} năm.",
            "Sửa số năm hoặc sửa ngày trong ngoặc.",
        )
