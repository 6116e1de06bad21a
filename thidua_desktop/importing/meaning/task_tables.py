"""Tables of tasks: what is to be done, who leads, who helps, by when."""

from __future__ import annotations

import re

from ...domain.plan.plans import Task
from ...domain.vietnamese import fold
from ..patterns import DAY, QUARTER, iso_date, last_day, quarter

_WORK = re.compile(r"\b(noi dung|cong viec|nhiem vu|viec|phong trao)\b")
_DUTY = re.compile(r"\b(nhiem vu|cong viec|trach nhiem)\b")
_BODY = re.compile(r"\b(don vi|co quan|to chuc|bo phan|ban nganh|doan the)\b")
_MEASURED = re.compile(r"\b(chi tieu|so luong|dvt|don vi tinh|ke hoach|cam ket|giao uoc)\b")
_LEADER = re.compile(r"\b(chu tri|thuc hien|phu trach|chiu trach nhiem|duoc giao)\b")
_HELPER = re.compile(r"\bphoi hop\b")
_DUE = re.compile(r"\b(thoi han|thoi gian|hoan thanh|tien do|han)\b")
_MONTH = re.compile(r"tháng\s*(\d{1,2})(?:\s*(?:/|năm)\s*(\d{4}))?", re.IGNORECASE)
_QUARTER = re.compile(rf"quý\s+({QUARTER})(?:\s*(?:/|năm)\s*(\d{{4}}))?", re.IGNORECASE)
_GROUP_CELLS = 2  # a row with a number and a name only opens a group of tasks


def read_tasks(rows: list[tuple[str, ...]], year: int | None) -> list[Task] | None:
    """The tasks below the head; None when the head does not name the work, who leads it, and who helps or by when."""
    head = [fold(cell) for cell in rows[0]] if rows else []
    due, helper = _column(head, _DUE, ()), _column(head, _HELPER, ())
    work = _column(head, _WORK, (due, helper))
    leader = _column(head, _LEADER, (due, helper, work))
    duty = _column(head, _DUTY, (due, helper))
    if leader is None and duty is not None and not any(map(_MEASURED.search, head)):
        work, leader = duty, _column(head, _BODY, (due, helper, duty))
    if work is None or leader is None or (due is None and helper is None and work != duty):
        return None
    found: list[Task] = []
    above = ""
    for row in rows[1:]:
        cells = [cell.strip() for cell in row] + [""] * (len(head) - len(row))
        day = due_day(cells[due], year) if due is not None else None
        named = bool(cells[leader]) or bool(day) or sum(map(bool, cells)) > _GROUP_CELLS
        if cells[work] and named:
            helps = cells[helper] if helper is not None else ""
            above = cells[leader] or above  # one cell may be merged over several rows
            found.append(Task(above or None, cells[work].strip(" .;"), helps or None, day))
    return found


def due_day(text: str, year: int | None) -> str | None:
    """The last day a cell leaves: "Trước 15/01/2026", "Tháng 02/2026", "Quý I"; None when it names no day."""
    if (day := DAY.search(text)) and (day["y"] or year):
        return iso_date(int(day["d"]), int(day["m"]), int(day["y"] or year or 0))
    month, of_year = 0, None
    if found := _MONTH.search(text):
        month, of_year = int(found[1]), found[2]
    elif found := _QUARTER.search(text):
        month, of_year = 3 * quarter(found[1]), found[2]
    whole = int(of_year) if of_year else year
    return last_day(month, whole) if whole and 1 <= month <= 12 else None


def _column(head: list[str], pattern: re.Pattern[str], taken: tuple[int | None, ...]) -> int | None:
    return next((index for index, cell in enumerate(head) if pattern.search(cell) and index not in taken), None)
