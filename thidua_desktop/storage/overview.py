"""What the first page lists of a year."""

from __future__ import annotations

from .datafile import DataFile
from .plans import COUNTS
from .records import Row


def open_tasks(file: DataFile, year: int) -> list[Row]:
    """The tasks of the year's plans that have a day and are not done."""
    rows = file.query(
        f"""SELECT t.* FROM plan_tasks t JOIN plans p ON p.id = t.plan_id
            WHERE p."year" = ? AND {COUNTS} AND t.due IS NOT NULL AND t.done_on IS NULL ORDER BY t.due, t.id""",
        (year,),
    )
    return [dict(row) for row in rows]
