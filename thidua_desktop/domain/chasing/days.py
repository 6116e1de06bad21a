"""Days typed in few keys: 5/2, 05022026, hn."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..bad_input import BadInput
from ..vietnamese import fold, one_line, parse_date

_TODAY = ("hn", "nay", "hom nay", "h")
_YESTERDAY = ("hq", "qua", "hom qua")
_AHEAD = timedelta(days=7)


def read_day(text: str, today: date, year: int | None = None) -> str | None:
    """A typed day as ISO; "" → None.

    Besides dd/MM/yyyy: "5/2" or "5.2" is the one of ``year``, without it the last one (at most a week ahead: what is
    written down has mostly happened); "5" is that day of the month of ``today``. Two digits of a year are 20xx,
    "050226" and "05022026" need no signs, "hn" is today, "hq" yesterday. Raises :class:`BadInput`.
    """
    typed = fold(one_line(text))
    if not typed:
        return None
    if typed in _TODAY:
        return today.isoformat()
    if typed in _YESTERDAY:
        return (today - timedelta(days=1)).isoformat()
    try:
        return _short(typed, today, year) or parse_date(typed)
    except ValueError:
        raise BadInput(
            f"“{one_line(text)}” không phải là ngày có thật.",
            "Gõ ngày/tháng, ví dụ 5/2 hoặc 05/02/2026; “hn” là hôm nay.",
        ) from None


def _short(typed: str, today: date, of_year: int | None) -> str | None:
    if re.fullmatch(r"\d{6}|\d{8}", typed):
        typed = f"{typed[:2]}/{typed[2:4]}/{typed[4:]}"
    found = re.fullmatch(r"(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?)?", typed)
    if found is None:
        return None
    day, month, year = (int(part) if part else 0 for part in found.groups())
    if not month:
        return today.replace(day=day).isoformat()
    if not found[3]:
        year = of_year or _last(day, month, today)
    return date(year if year > 99 else 2000 + year, month, day).isoformat()


def _last(day: int, month: int, today: date) -> int:
    """The year in which there was such a day last; 29 February is of this year, so that another one is told."""
    last = today + _AHEAD
    return last.year if (month, day) <= (last.month, last.day) or (month, day) == (2, 29) else last.year - 1
