"""Papers that went out in a year and came back, and when organisations were reached, each in one query."""

from __future__ import annotations

from .datafile import DataFile
from .records import Row


def reminders_of_year(file: DataFile, year: int) -> list[Row]:
    """Every time that an organisation of the year's list was reached, newest first."""
    rows = file.query(
        """SELECT m.* FROM reminders m JOIN registrations r ON r.id = m.registration_id
           WHERE r.year = ? ORDER BY m.reached_on DESC, m.id DESC""",
        (year,),
    )
    return [dict(row) for row in rows]


def sent_papers_of_year(file: DataFile, year: int) -> list[Row]:
    """Every paper of the year's list that something is known of, with the number of its ``scans``."""
    rows = file.query(
        """SELECT s.*, (SELECT count(*) FROM paper_scans c WHERE c.sent_paper_id = s.id) AS scans
           FROM sent_papers s JOIN registrations r ON r.id = s.registration_id WHERE r.year = ? ORDER BY s.id""",
        (year,),
    )
    return [dict(row) for row in rows]


def reports_of_year(file: DataFile, year: int) -> dict[tuple[int, int], str]:
    """The ISO day the form of a phase came back, by organisation and phase; those that did not are left out."""
    rows = file.query(
        """SELECT r.organisation_id, s.phase_id, s.returned_on
           FROM sent_papers s JOIN registrations r ON r.id = s.registration_id
           WHERE r.year = ? AND s.paper = 'progress-form' AND s.returned_on IS NOT NULL AND s.phase_id IS NOT NULL""",
        (year,),
    )
    return {(int(row["organisation_id"]), int(row["phase_id"])): str(row["returned_on"]) for row in rows}


def pledges_of_year(file: DataFile, year: int) -> dict[int, str | None]:
    """The ISO day the pledge was signed, or came back if that is not known, by registration; None for neither. Those
    of which nothing is known are left out.
    """
    rows = file.query(
        """SELECT s.registration_id AS registration_id, s.returned_on, s.signed_on
           FROM sent_papers s JOIN registrations r ON r.id = s.registration_id
           WHERE r.year = ? AND s.paper = 'pledge'""",
        (year,),
    )
    return {int(row["registration_id"]): row["signed_on"] or row["returned_on"] for row in rows}
