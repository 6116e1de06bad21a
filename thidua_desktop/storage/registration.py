"""What is registered, committed to and achieved in one year, each in one query over all plans of the year.

Of a plan in several versions one counts (:data:`.plans.COUNTS`); ``also`` is a plan that is asked for although it may
not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import cast

from ..domain.plan.plans import Phase, TargetValue
from ..domain.registration.results import Result
from ..domain.registration.year_phases import told_apart
from .datafile import DataFile
from .plan_loading import figure, load_phases
from .plans import COUNTS
from .records import Row

FIGURES = {"plan_targets": ("plan_target_values", "target_id"), "commitments": ("commitment_values", "commitment_id")}
"""Where the figures of a kind stand, and the column there that names their owner."""

RESULTS = {"plan_targets": ("target_results", "target_id"), "commitments": ("commitment_results", "commitment_id")}
"""Where the results of a kind stand, and the column there that names their owner."""

Results = dict[tuple[int, int], Result]
"""What was reported of one target or commitment, by phase and place of the figure."""


_MEANT = f"p.year = ? AND (p.id IS ? OR {COUNTS})"


def rows_of_year(file: DataFile, kind: str, year: int, also: int | None = None) -> list[Row]:
    """The targets or commitments of all plans of the year, plan by plan in their order."""
    rows = file.query(
        f"""SELECT r.* FROM "{kind}" r JOIN plans p ON p.id = r.plan_id
            WHERE {_MEANT} ORDER BY p.id, r.position, r.id""",
        (year, also),
    )
    return [dict(row) for row in rows]


def figures_of_year(
    file: DataFile, kind: str, year: int, also: int | None = None
) -> dict[int, tuple[TargetValue, ...]]:
    """The figures of every target or commitment of the year, by its id."""
    table, link = FIGURES[kind]
    found: dict[int, list[TargetValue]] = {}
    for row in _owned(file, (kind, table, link), (year, also), "f.position, f.id"):
        found.setdefault(cast(int, row[link]), []).append(figure(row))
    return {owner: tuple(values) for owner, values in found.items()}


def results_of_year(file: DataFile, kind: str, year: int, also: int | None = None) -> dict[int, Results]:
    """What was reported of every target or commitment of the year, by its id."""
    table, link = RESULTS[kind]
    found: dict[int, Results] = {}
    for row in _owned(file, (kind, table, link), (year, also), "f.id"):
        place = (cast(int, row["phase_id"]), cast(int, row["figure"]))
        found.setdefault(cast(int, row[link]), {})[place] = result(row)
    return found


def _owned(file: DataFile, names: tuple[str, str, str], meant: tuple[int, int | None], order: str) -> list[Row]:
    kind, table, link = names
    rows = file.query(
        f"""SELECT f.* FROM "{table}" f JOIN "{kind}" r ON r.id = f."{link}" JOIN plans p ON p.id = r.plan_id
            WHERE {_MEANT} ORDER BY {order}""",
        meant,
    )
    return [dict(row) for row in rows]


def result(row: Row) -> Result:
    """A row of results as the domain knows it."""
    return Result(
        value=cast("float | None", row["value"]),
        note=str(row["note"]),
        proof=str(row["proof"]),
        reported_on=cast("str | None", row["reported_on"]),
        id=cast(int, row["id"]),
    )


def phases_of_year(file: DataFile, year: int, also: int | None = None) -> dict[int, tuple[Phase, ...]]:
    """The phases of every plan of the year, by the plan's id, the plans in the order their first versions were stored:
    an amended plan keeps its place, and so do the codes of papers. No two of a plan have one name.
    """
    plans = file.query(
        f"""WITH RECURSIVE versions (id, first) AS (
                SELECT id, id FROM plans WHERE amends_id IS NULL
                UNION ALL SELECT n.id, v.first FROM plans n JOIN versions v ON n.amends_id = v.id)
            SELECT p.id FROM plans p JOIN versions v ON v.id = p.id WHERE {_MEANT} ORDER BY v.first, p.id""",
        (year, also),
    )
    return {int(row["id"]): told_apart(load_phases(file, int(row["id"]))) for row in plans}


def registrations_of_year(file: DataFile, year: int) -> list[Row]:
    """Every bản đăng ký of the year with the number of its ``titles``."""
    rows = file.query(
        """SELECT r.*, (SELECT count(*) FROM registered_titles t WHERE t.registration_id = r.id) AS titles
           FROM registrations r WHERE r.year = ? ORDER BY r.id""",
        (year,),
    )
    return [dict(row) for row in rows]


def last_number(file: DataFile, year: int) -> int:
    """The highest number that a registration of the year has or ever had, 0 for none.

    One that was taken out may have papers on their way: its number stands in their codes and is not given again.
    """
    found = file.query(
        """SELECT max(number) AS highest FROM (
               SELECT number FROM registrations WHERE year = ?
               UNION ALL SELECT json_extract(coalesce(before, after), '$.number') FROM act_changes
               WHERE kind = 'registrations' AND json_extract(coalesce(before, after), '$.year') = ?)""",
        (year, year),
    )
    return int(found[0]["highest"] or 0)


def titles_of_year(file: DataFile, year: int, organisation_id: int | None = None) -> list[Row]:
    """The registered titles of the year, of one organisation or of all, as they were entered, each with its
    ``organisation_id`` and the ``post`` of its person.
    """
    rows = file.query(
        """SELECT t.id, t.subject_kind, t.subject, t.person_id, t.award, t.note, r.organisation_id,
                  coalesce(p.position, '') AS post
           FROM registered_titles t JOIN registrations r ON r.id = t.registration_id
                LEFT JOIN people p ON p.id = t.person_id
           WHERE r.year = ? AND (? IS NULL OR r.organisation_id = ?) ORDER BY r.id, t.position, t.id""",
        (year, organisation_id, organisation_id),
    )
    return [dict(row) for row in rows]


def initiatives_of_year(file: DataFile, year: int, organisation_id: int | None = None) -> list[Row]:
    """The registered initiatives of the year as :func:`titles_of_year` gives titles; ``award`` is the first title that
    the author registered, by the person or else by the name.
    """
    rows = file.query(
        """SELECT i.id, i.name, i.author, i.scope, i.note, r.organisation_id, coalesce(p.position, '') AS post,
                  coalesce((SELECT t.award FROM registered_titles t
                            WHERE t.registration_id = i.registration_id
                              AND (t.person_id = i.person_id OR t.subject_key = i.author_key AND i.author_key <> '')
                            ORDER BY t.position, t.id LIMIT 1), '') AS award
           FROM registered_initiatives i JOIN registrations r ON r.id = i.registration_id
                LEFT JOIN people p ON p.id = i.person_id
           WHERE r.year = ? AND (? IS NULL OR r.organisation_id = ?) ORDER BY r.id, i.position, i.id""",
        (year, organisation_id, organisation_id),
    )
    return [dict(row) for row in rows]


def movements_of_year(file: DataFile, year: int, organisation_id: int | None = None) -> list[Row]:
    """The movements joined in the year as :func:`titles_of_year` gives titles, each with its ``launcher``."""
    rows = file.query(
        """SELECT m.id, m.name, m.note, r.organisation_id, coalesce(p.launcher, '') AS launcher
           FROM registered_movements m JOIN registrations r ON r.id = m.registration_id
                LEFT JOIN plan_movements p ON p.id = m.movement_id
           WHERE r.year = ? AND (? IS NULL OR r.organisation_id = ?) ORDER BY r.id, m.position, m.id""",
        (year, organisation_id, organisation_id),
    )
    return [dict(row) for row in rows]


def received_commitments(file: DataFile, ids: Iterable[int]) -> frozenset[int]:
    """Those of the commitments whose organisation's bản đăng ký of the plan's year has come in."""
    rows = file.query(
        """SELECT c.id FROM commitments c JOIN plans p ON p.id = c.plan_id
                JOIN registrations r ON r.organisation_id = c.organisation_id AND r.year = p.year
           WHERE r.received_on IS NOT NULL AND c.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(ids)),),
    )
    return frozenset(int(row["id"]) for row in rows)
