"""How late the papers of a year came, organisation by organisation: what came in, and what is waited for still."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ...domain.chasing.deadlines import PLEDGE, REGISTRATION, REPORT, About
from ...domain.chasing.owed import Owed
from ...domain.registration.commitments import Standing
from ...domain.scoring.figures import Late
from ...storage import chasing as stored
from ..chasing.deadlines import deadlines
from ..chasing.owed import late, owed
from ..registration import registrations
from ..registration.result_sheets import ResultRow, ResultSheet
from ..workspace import Workspace

_OWED: Mapping[About, str] = {REGISTRATION: "bản đăng ký", PLEDGE: "giao ước", REPORT: "báo cáo"}


def late_papers(workspace: Workspace, year: int, commitments: ResultSheet) -> dict[int, list[Late]]:
    """What each organisation of the year handed in or signed late, or not yet, by its id; nothing for one that was in
    time. A report that is still waited for is one paper, whatever of it has come.

    ``commitments`` is the year's sheet of all organisations: a report came on the day its paper is back, else on the
    first day that one of its results was entered.
    """
    found: dict[int, dict[str, Late]] = {}
    standings = registrations.standing(workspace, year)
    waiting = late(workspace, year, owed(workspace, year, standings=standings, sheet=commitments))
    came = _came(workspace, year, commitments, standings)
    for organisation_id, paper in (*came, *_waiting(waiting, workspace.today())):
        if paper.days > 0:
            found.setdefault(organisation_id, {})[paper.what] = paper
    return {organisation_id: list(papers.values()) for organisation_id, papers in found.items()}


def _waiting(waiting: Mapping[int, Sequence[Owed]], today: date) -> Iterator[tuple[int, Late]]:
    for organisation_id, things in waiting.items():
        for one in things:
            yield organisation_id, _late(one.about, one.days_late(today) or 0, one.phase, waiting=True)


def _came(
    workspace: Workspace, year: int, commitments: ResultSheet, standings: Sequence[Standing]
) -> Iterator[tuple[int, Late]]:
    days = deadlines(workspace, year)
    back = stored.reports_of_year(workspace.file, year)
    by_organisation: dict[int | None, list[ResultRow]] = {}
    for row in commitments.rows:
        by_organisation.setdefault(row.organisation_id, []).append(row)
    signed = stored.pledges_of_year(workspace.file, year)
    for one in standings:
        if one.registration_id is None:
            continue
        owner, pledged = one.organisation_id, signed.get(one.registration_id)
        yield owner, _late(REGISTRATION, _days(days[REGISTRATION].day, one.received_on))
        yield owner, _late(PLEDGE, _days(days[PLEDGE].day, pledged))
        for place, phase in enumerate(commitments.phases if one.must_report else ()):
            days_back = (back.get((owner, phase_id)) for phase_id in phase.ids.values())
            came = min(filter(None, days_back), default=None) or _entered(by_organisation.get(owner, []), place)
            yield owner, _late(REPORT, _days(phase.due, came), phase.name)


def _late(about: About, days: int, phase: str = "", *, waiting: bool = False) -> Late:
    return Late(about, f"{_OWED[about]} {phase}".strip(), days, waiting)


def _entered(rows: list[ResultRow], place: int) -> str | None:
    """The first day that a result of the phase was entered, None while there is none."""
    cells = (row.cells[place] for row in rows)
    return min((cell.reported_on for cell in cells if cell.reported_on and cell.value is not None), default=None)


def _days(deadline: str | None, came: str | None) -> int:
    return (date.fromisoformat(came) - date.fromisoformat(deadline)).days if deadline and came else 0
