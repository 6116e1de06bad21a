"""What is due in a year and has not been done: reports of the phases, tasks of the plan, councils, days of the law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ...domain.destinations import AWARDS, PLANS, REGISTRATION, Destination
from ...domain.legal_acts import UNCHECKED_MARK
from ...domain.plan.task_words import asked_for
from ...domain.registration.results import due
from ...domain.reports.overview import Line, by_day, due_line
from ...domain.vietnamese import in_sentence
from ...storage import overview as stored
from ...storage import registration
from ..awards.rounds import RoundSummary
from ..registration.result_sheets import ResultSheet
from ..wording import shortened
from ..workspace import Workspace

AHEAD = timedelta(days=60)
"""How far ahead the days of the law and the councils are told; what the plan itself sets is told all year."""

_LONGEST_TASK = 90  # characters: what one line of the first page has room for


def due_lines(
    workspace: Workspace, year: int, sheets: Sequence[ResultSheet], rounds: Sequence[RoundSummary], *, with_rules: bool
) -> tuple[Line, ...]:
    """Everything due, what is longest overdue first; the days of the law only ``with_rules``.

    ``sheets`` are the year's results of targets and commitments, ``rounds`` its rounds.
    """
    today = workspace.today()
    return by_day(
        (
            *_reports(workspace, year, today, sheets),
            *_tasks(workspace, year, today),
            *_councils(rounds, today),
            *(_calendar(workspace, year, today) if with_rules else ()),
        )
    )


def _reports(workspace: Workspace, year: int, today: date, sheets: Sequence[ResultSheet]) -> Iterator[Line]:
    """Phases that are not over, and those that are over with results still missing."""
    missing = _missing(sheets)
    for phases in registration.phases_of_year(workspace.file, year).values():
        for phase in phases:
            day, left = due(phase), missing.get(phase.id, 0)
            if day is None or (day < today.isoformat() and not left):
                continue
            detail = f"còn {left} số liệu chưa có" if left else ""
            where = Destination(REGISTRATION, "target_results") if left else Destination(PLANS, "plan_phases", phase.id)
            yield due_line(f"Báo cáo {in_sentence(phase.name)}", day, today, where, detail)


def _missing(sheets: Sequence[ResultSheet]) -> dict[int, int]:
    """How many figures have no result in a phase nor in one after it, by the phase."""
    found: dict[int, int] = {}
    for row in (row for sheet in sheets for row in sheet.rows if not row.composite):
        for cell in reversed(row.cells):
            if cell.phase_id is None:
                continue
            if cell.value is not None:
                break
            found[cell.phase_id] = found.get(cell.phase_id, 0) + 1
    return found


def _tasks(workspace: Workspace, year: int, today: date) -> Iterator[Line]:
    for task in stored.open_tasks(workspace.file, year):
        where = Destination(PLANS, "plan_tasks", int(task["id"] or 0))
        asked = shortened(asked_for(str(task["summary"]), str(task["helpers"] or "")), _LONGEST_TASK)
        yield due_line(asked, str(task["due"]), today, where, str(task["assignee"] or ""))


def _councils(rounds: Sequence[RoundSummary], today: date) -> Iterator[Line]:
    for held in rounds:
        day = held.council_on or ""
        if today.isoformat() <= day <= (today + AHEAD).isoformat():
            where = Destination(AWARDS, "rounds", held.id)
            yield due_line(f"Họp Hội đồng: {in_sentence(held.name)}", day, today, where)


def _calendar(workspace: Workspace, year: int, today: date) -> Iterator[Line]:
    """Only of the year that it is: whether a day gone by was kept nobody can tell."""
    if year != today.year:
        return
    from ...domain.rules.deadlines import calendar
    from ..awards.rule_corrections import law

    last = (today + AHEAD).isoformat()
    for deadline in calendar(law(workspace), year):
        if today.isoformat() <= deadline.day <= last:
            mark = UNCHECKED_MARK if deadline.mark == UNCHECKED_MARK else ""
            where = Destination(AWARDS, "rule_corrections")
            yield due_line(deadline.text, deadline.day, today, where, deadline.source, mark)
