"""What the statistics of a year count."""

from __future__ import annotations

from .datafile import DataFile
from .records import Row


def awards_of_year(file: DataFile, year: int) -> list[Row]:
    """Every award of the year with ``sex`` and ``class_now`` of its person and the name of its ``organisation``.

    In the order of printed lists: by organisation, then by name.
    """
    rows = file.query(
        """SELECT a.*, coalesce(p.sex, '') AS sex, coalesce(p.person_class, '') AS class_now,
                  coalesce(o.name, '') AS organisation
           FROM awards a LEFT JOIN people p ON p.id = a.person_id LEFT JOIN organisations o ON o.id = a.organisation_id
           WHERE a.year = ? ORDER BY coalesce(o.precedence, 0), coalesce(o.name_key, ''), a.subject_key, a.id""",
        (year,),
    )
    return [dict(row) for row in rows]
