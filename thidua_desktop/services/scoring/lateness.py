"""How late the papers of a year came, organisation by organisation: what came in, and what is waited for still."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from ...domain.chasing.deadlines import REGISTRATION, REPORT
from ...domain.scoring.figures import Late
from ...storage import chasing as stored
from ...storage import registration
from ..chasing.deadlines import deadlines
from ..chasing.owed import late
from ..registration.result_sheets import ResultRow, ResultSheet
from ..workspace import Workspace

_OWED = {REGISTRATION: "bản đăng ký", REPORT: "báo cáo"}


def late_papers(workspace: Workspace, year: int, commitments: ResultSheet) -> dict[int, list[Late]]:
    """What each organisation of the year handed in late, or not yet, by its id; nothing for one that was in time.

    The bản đăng ký and the reports count; a pledge is signed when the office calls for it.

    ``commitments`` is the year's sheet of all organisations: a report came on the day its paper is back, else on the
    first day that one of its results was entered.
    """
    found: dict[int, list[Late]] = {}
    for organisation_id, paper in (*_came(workspace, year, commitments), *_waiting(workspace, year)):
        if paper.days > 0:
            found.setdefault(organisation_id, []).append(paper)
    return found


def _waiting(workspace: Workspace, year: int) -> Iterator[tuple[int, Late]]:
    """What has not come."""
    today = workspace.today()
    for organisation_id, things in late(workspace, year).items():
        for one in (thing for thing in things if thing.about in _OWED):
            what = f"{_OWED[one.about]} {one.phase}".strip()
            yield organisation_id, Late(what, one.days_late(today) or 0, waiting=True)


def _came(workspace: Workspace, year: int, commitments: ResultSheet) -> Iterator[tuple[int, Late]]:
    days = deadlines(workspace, year)
    back = stored.reports_of_year(workspace.file, year)
    by_organisation: dict[int | None, list[ResultRow]] = {}
    for row in commitments.rows:
        by_organisation.setdefault(row.organisation_id, []).append(row)
    for listed in registration.registrations_of_year(workspace.file, year):
        organisation_id = cast(int, listed["organisation_id"])
        received = cast("str | None", listed["received_on"])
        yield organisation_id, Late(_OWED[REGISTRATION], _days(days[REGISTRATION].day, received))
        rows = by_organisation.get(organisation_id, [])
        for place, phase in enumerate(commitments.phases):
            days_back = (back.get((organisation_id, phase_id)) for phase_id in phase.ids.values())
            came = min(filter(None, days_back), default=None) or _entered(rows, place)
            yield organisation_id, Late(f"{_OWED[REPORT]} {phase.name}", _days(phase.due, came))


def _entered(rows: list[ResultRow], place: int) -> str | None:
    """The first day that a result of the phase was entered, None while there is none."""
    cells = (row.cells[place] for row in rows)
    return min((cell.reported_on for cell in cells if cell.reported_on and cell.value is not None), default=None)


def _days(deadline: str | None, came: str | None) -> int:
    return (date.fromisoformat(came) - date.fromisoformat(deadline)).days if deadline and came else 0
