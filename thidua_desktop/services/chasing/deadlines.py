"""By which day of a year organisations register and sign the pledge: the office's own day, else the one that ships."""

from __future__ import annotations

from ...domain.changes import Changes
from ...domain.chasing.days import read_day
from ...domain.chasing.deadlines import CALLED, OF_YEAR, About, Deadline, in_year
from ...domain.vietnamese import format_date
from ...storage import records
from ..workspace import Workspace

TABLE = "settings"
KEPT_AS = "deadlines"
_NONE = "không"


def deadlines(workspace: Workspace, year: int) -> dict[About, Deadline]:
    """The deadlines of the year by what is due; those of reports are their phases'."""
    own = {str(row["key"]): str(row["value"]) for row in records.page(workspace.file, TABLE)}
    found: dict[About, Deadline] = {}
    for about in OF_YEAR:
        kept = own.get(_key(year, about))
        day = None if kept == _NONE else kept
        found[about] = in_year(workspace.definitions.yearly_days, about, year) if kept is None else _own(about, day)
    return found


def _own(about: About, day: str | None) -> Deadline:
    return Deadline(about, day, own=True)


def set_deadline(workspace: Workspace, year: int, about: About, text: str, *, editing: str = "") -> Changes:
    """Stores the office's day for the year as it was typed ("15/3"); "" is no deadline.

    The day that ships is stored as nothing. Acts with the same ``editing`` token are undone as one. Raises
    :class:`BadInput` for what is no day.
    """
    day = read_day(text, workspace.today(), year)
    shipped = in_year(workspace.definitions.yearly_days, about, year)
    value = None if day == shipped.day else day or _NONE
    file, key = workspace.file, _key(year, about)
    stored = records.page(file, TABLE, where={"key": key})
    told = f"đến {format_date(day)}" if day else "không ấn định"
    merge = f"{key}/{editing}" if editing else None
    with file.act(f"Đặt hạn {CALLED[about]} năm {year}: {told}", merge) as act:
        if value is None:
            records.delete(file, TABLE, [int(row["id"] or 0) for row in stored])
        elif stored:
            records.update(file, TABLE, int(stored[0]["id"] or 0), {"value": value})
        else:
            records.insert(file, TABLE, {"key": key, "value": value})
    return act.changes


def _key(year: int, about: About) -> str:
    return f"{KEPT_AS}/{year}/{about}"
