"""What the first page tells of a year: where the circle stands, what is due, who is missing, what is short."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..destinations import Destination
from ..vietnamese import format_date

Stage = Literal["xong", "đang làm", "chưa bắt đầu"]


@dataclass(frozen=True, slots=True)
class Step:
    """One of the four steps of the year, how it stands in a sentence, and the act that goes on with it."""

    title: str
    stage: Stage
    words: str
    act: str
    destination: Destination


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to see to: ``text`` says what, ``detail`` how much or where, ``when`` in words.

    ``day`` is ISO, None for what has no day. ``mark`` is a chip beside it ("chưa đối chiếu"), "" for none.
    """

    text: str
    detail: str
    destination: Destination
    day: str | None = None
    when: str = ""
    is_late: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """A year at one look. ``has_plan`` False is a year to begin."""

    year: int
    today: str
    has_plan: bool
    steps: tuple[Step, ...]
    due: tuple[Line, ...]
    waiting: tuple[Line, ...]
    short: tuple[Line, ...]
    awards: tuple[Line, ...]


def due_line(text: str, day: str, today: date, destination: Destination, detail: str = "", mark: str = "") -> Line:
    """A line of what is due on ``day`` (ISO), seen from ``today``."""
    left = (date.fromisoformat(day) - today).days
    shown = " · ".join(part for part in (format_date(day), detail) if part)
    return Line(text, shown, destination, day, spoken_distance(left), left < 0, mark)


def spoken_distance(days: int) -> str:
    """How far a day is: "hôm nay", "ngày mai", "còn 5 ngày", "quá hạn 3 ngày"."""
    if days < 0:
        return f"quá hạn {-days} ngày"
    return {0: "hôm nay", 1: "ngày mai"}.get(days, f"còn {days} ngày")


def by_day(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines in the order of their days: what is longest overdue first."""
    return tuple(sorted(lines, key=lambda line: (line.day or "9999", line.text)))
