"""What the first page counts and lists of a year, each in one query."""

from __future__ import annotations

from .datafile import DataFile
from .records import Row


def open_tasks(file: DataFile, year: int) -> list[Row]:
    """The tasks of the year's plans that have a day and are not done."""
    return _rows(
        file,
        "SELECT t.* FROM plan_tasks t JOIN plans p ON p.id = t.plan_id "
        'WHERE p."year" = ? AND t.due IS NOT NULL AND t.done_on IS NULL ORDER BY t.due, t.id',
        year,
    )


def rounds(file: DataFile, year: int) -> list[Row]:
    """The rounds of the year: ``nominations``, how many of them are ``waiting``, ``chosen``, and chosen without an
    award (``undecided``).
    """
    return _rows(
        file,
        """SELECT r.*, count(n.id) AS nominations,
                  coalesce(sum(n.state = 'đề nghị'), 0) AS waiting,
                  coalesce(sum(n.state = 'được chọn'), 0) AS chosen,
                  coalesce(sum(n.state = 'được chọn' AND NOT EXISTS
                      (SELECT 1 FROM awards a WHERE a.nomination_id = n.id)), 0) AS undecided
           FROM rounds r LEFT JOIN nominations n ON n.round_id = r.id
           WHERE r."year" = ? GROUP BY r.id ORDER BY r.id""",
        year,
    )


def _rows(file: DataFile, sql: str, year: int) -> list[Row]:
    return [dict(row) for row in file.query(sql, (year,))]
