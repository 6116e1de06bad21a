"""Tables of phases: name, time, occasions, deadline of the report."""

from __future__ import annotations

import re

from ...domain.plan.plans import Phase
from ...domain.vietnamese import fold
from ..patterns import DAY, iso_date
from .occasions import occasions
from .phase_days import time_span

_CELL_END = re.compile(r"\s*\|\s*")
_NAME = re.compile(r"\b(dot|giai doan)\b")
_TIME = re.compile(r"\b(thoi gian|thoi diem)\b")
_FROM = re.compile(r"\b(tu ngay|bat dau|ngay bat dau)\b")
_TO = re.compile(r"\b(den ngay|ket thuc)\b")
_DEADLINE = re.compile(r"\b(bao cao|han)\b")
_NUMBERED = re.compile(r"(?:đợt|giai đoạn)\s+(?:thứ\s+)?(?:\d{1,2}|[IVX]+|nhất|hai|ba|bốn)(?!\w)", re.IGNORECASE)


def phases_in_tables(texts: list[str], year: int | None) -> tuple[Phase, ...]:
    """The phases in the rows of a table whose head or whose rows name phases; nothing when there is no such table."""
    for index, text in enumerate(texts):
        head = [fold(cell) for cell in _CELL_END.split(text)]
        time, begins, ends = _column(head, _TIME), _column(head, _FROM), _column(head, _TO)
        if len(head) < 2 or (time is None and (begins is None or ends is None)):
            continue
        found: list[Phase] = []
        for row in texts[index + 1 :]:
            cells = [cell.strip() for cell in _CELL_END.split(row)]
            if len(cells) < 2:
                break
            cells += [""] * (len(head) - len(cells))
            when = cells[time] if time is not None else f"{cells[begins or 0]} đến {cells[ends or 0]}"
            phase = _phase(cells, head, when, year, len(found) + 1)
            found += [phase] if phase else []
        if found and (any(map(_NAME.search, head)) or all(_NUMBERED.match(phase.name) for phase in found)):
            return tuple(found)
    return ()


def _phase(cells: list[str], head: list[str], when: str, year: int | None, number: int) -> Phase | None:
    span = time_span(when, year)
    if span is None or span[1] is None:
        return None
    due = _column(head, _DEADLINE)
    day = DAY.search(cells[due]) if due is not None else None
    of_year = int(day["y"]) if day and day["y"] else int(span[1][:4])
    deadline = iso_date(int(day["d"]), int(day["m"]), of_year) if day else None
    said = [cell for place, cell in enumerate(cells) if place != due and cell != when]
    name = next((found[0] for cell in cells if (found := _NUMBERED.match(cell))), "") or next(
        (cell for cell in cells if re.search(r"[^\W\d_]{3}", cell) and cell != when), f"Đợt {number}"
    )
    return Phase(name[:1].upper() + name[1:], *span, deadline, tuple(occasions("\n".join(said))))


def _column(head: list[str], pattern: re.Pattern[str]) -> int | None:
    return next((place for place, cell in enumerate(head) if pattern.search(cell)), None)
