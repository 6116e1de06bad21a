"""Days typed in few keys: 5/2, 05022026, hn."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..bad_input import BadInput
from ..vietnamese import fold, one_line, parse_date

_TODAY = ("hn", "nay", "hom nay", "h")
_YESTERDAY = ("hq", "qua", "hom qua")
_HALF_A_YEAR = 183


def read_day(text: str, today: date) -> str | None:
    """A typed day as ISO; "" → None.

    Besides dd/MM/yyyy: "5/2" or "5.2" is the one nearest to ``today``, "5" that day of its month, two digits of a year
    are 20xx, "050226" and "05022026" need no signs, "hn" is today, "hq" yesterday. Raises :class:`BadInput`.
    """
    typed = fold(one_line(text))
    if not typed:
        return None
    if typed in _TODAY:
        return today.isoformat()
    if typed in _YESTERDAY:
        return (today - timedelta(days=1)).isoformat()
    try:
        return _short(typed, today) or parse_date(typed)
    except ValueError:
        raise BadInput(
            f"“{one_line(text)}” không phải là ngày có thật.",
            "Gõ ngày/tháng, ví dụ 5/2 hoặc 05/02/2026; “hn” là hôm nay.",
        ) from None


def _short(typed: str, today: date) -> str | None:
    if re.fullmatch(r"\d{6}|\d{8}", typed):
        typed = f"{typed[:2]}/{typed[2:4]}/{typed[4:]}"
    found = re.fullmatch(r"(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?)?", typed)
    if found is None:
        return None
    day, month, year = (int(part) if part else None for part in found.groups())
    if day is None:
        return None
    if year is not None and month is not None:
        return date(year if year > 99 else 2000 + year, month, day).isoformat()
    if month is None:
        return date(today.year, today.month, day).isoformat()
    return _nearest(day, month, today)


def _nearest(day: int, month: int, today: date) -> str:
    """That day of this year, unless it is nearer in the year before or after."""
    same = date(today.year, month, day)
    apart = (same - today).days
    year = today.year + (1 if apart < -_HALF_A_YEAR else -1 if apart > _HALF_A_YEAR else 0)
    return date(year, month, day).isoformat()
