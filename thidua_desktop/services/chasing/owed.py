"""Who owes what in a year: the one source for the chase list, the letters, the first page and the lists of the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from ...domain.chasing.deadlines import PLEDGE, REGISTRATION, REPORT, About, Deadline
from ...domain.chasing.owed import Contact, Owed, by_organisation, in_order
from ...domain.registration.commitments import Standing
from ...domain.registration.results import REACHED
from ...domain.registration.year_phases import kept_under
from ...storage import chasing as stored
from ...storage import records
from ..registration import registrations
from ..registration.result_sheets import ResultRow, ResultSheet, commitment_sheet
from ..workspace import Workspace
from .deadlines import deadlines
from .reminders import contact


def owed(
    workspace: Workspace,
    year: int,
    *,
    on: date | None = None,
    standings: Sequence[Standing] | None = None,
    sheet: ResultSheet | None = None,
) -> tuple[Owed, ...]:
    """Everything that organisations owe, what is longest overdue first, else in the order lists print them.

    The bản đăng ký of every one in the year's list that has not handed it in; the pledge where the office sets a day
    for it or has handed it out; of those that must report, every phase that is overdue or awaited now, whose form has
    not come back, and that some of their commitments have no result in, nor in one after it: what is reached already is
    not asked for again. ``standings`` and ``sheet`` are the year's when they have been read already.
    """
    today = on or workspace.today()
    standings = registrations.standing(workspace, year) if standings is None else standings
    sheet = sheet or commitment_sheet(workspace, year, on=today)
    year_days = deadlines(workspace, year)
    pledges = stored.pledges_of_year(workspace.file, year)
    contacts = _contacts(workspace, year, kept_under(sheet.phases))
    reports = _reports(sheet, _asked(sheet, today.isoformat()), back=False)
    found: list[Owed] = []
    for one in standings:
        listed = (*_of_year(one, year_days, pledges), *_of_phases(one, reports.get(one.organisation_id, ())))
        for thing in listed:
            found.append(_with_contacts(thing, contacts.get((thing.registration_id, thing.about, thing.phase_id), [])))
    return in_order(found)


def to_enter(
    workspace: Workspace,
    year: int,
    *,
    standings: Sequence[Standing] | None = None,
    sheet: ResultSheet | None = None,
) -> tuple[Owed, ...]:
    """What organisations have reported and nobody typed in yet, phase by phase: no debt of theirs, work of the clerk.

    ``standings`` and ``sheet`` are the year's when they have been read already.
    """
    sheet = sheet or commitment_sheet(workspace, year)
    standings = registrations.standing(workspace, year) if standings is None else standings
    reports = _reports(sheet, range(len(sheet.phases)), back=True)
    ours = [_of(one, report) for one in standings for report in reports.get(one.organisation_id, ())]
    return tuple(sorted(ours, key=lambda one: one.deadline or "9999"))


def late(workspace: Workspace, year: int, found: Sequence[Owed] | None = None) -> dict[int, tuple[Owed, ...]]:
    """What is overdue, by organisation; ``found`` is :func:`owed` when it has been read already."""
    today = workspace.today()
    listed = owed(workspace, year) if found is None else found
    return by_organisation(one for one in listed if one.is_late(today))


def _of_year(one: Standing, days: Mapping[About, Deadline], pledges: Mapping[int, str | None]) -> Iterator[Owed]:
    if one.registration_id is None:
        return
    if one.received_on is None:
        yield _made(one, REGISTRATION, days[REGISTRATION].day)
    asked = one.registration_id in pledges or days[PLEDGE].day
    if asked and pledges.get(one.registration_id) is None:
        yield _made(one, PLEDGE, days[PLEDGE].day)


def _of_phases(one: Standing, reports: Sequence[Owed]) -> Iterator[Owed]:
    if one.must_report:
        yield from (_of(one, report) for report in reports)


def _of(one: Standing, report: Owed) -> Owed:
    return replace(report, organisation=one.name, registration_id=one.registration_id)


def _made(one: Standing, about: About, deadline: str | None) -> Owed:
    return Owed(one.organisation_id, one.name, about, one.registration_id, deadline=deadline)


def _reports(sheet: ResultSheet, places: Iterable[int], *, back: bool) -> dict[int, list[Owed]]:
    """Of the phases at these places those that each organisation has commitments without a result in, by its id; only
    those whose form is ``back``, or is not.
    """
    promised: dict[int, dict[int, list[ResultRow]]] = {}
    for row in sheet.rows:
        if row.organisation_id is not None:
            promised.setdefault(row.organisation_id, {}).setdefault(row.owner_id, []).append(row)
    found: dict[int, list[Owed]] = {}
    for organisation_id, commitments in promised.items():
        for place in places:
            missing = [rows for rows in commitments.values() if any(_misses(row, place) for row in rows)]
            if missing and back == any(row.cells[place].is_back for rows in missing for row in rows):
                total = sum(any(row.cells[place].phase_id for row in rows) for rows in commitments.values())
                phase = sheet.phases[place]
                made = Owed(
                    organisation_id,
                    "",
                    REPORT,
                    phase_id=phase.id,
                    phase=phase.name,
                    count=len(missing),
                    total=total,
                    deadline=phase.due,
                )
                found.setdefault(organisation_id, []).append(made)
    return found


def _asked(sheet: ResultSheet, today: str) -> list[int]:
    """The phases whose results are overdue, and the one that is awaited now."""
    gone = [place for place, phase in enumerate(sheet.phases) if (phase.due or today) < today]
    awaited = [place for place in range(len(sheet.phases)) if place not in gone]
    return [*gone, *awaited[:1]]


def _misses(row: ResultRow, place: int) -> bool:
    if row.cells[place].phase_id is None or row.status in REACHED:
        return False
    return all(cell.value is None for cell in row.cells[place:])


def _contacts(
    workspace: Workspace, year: int, under: Mapping[int, int]
) -> dict[tuple[int | None, str, int | None], list[Contact]]:
    """When organisations were reached, newest first, by registration, what it was about, and the phase it is kept
    ``under``.
    """
    found: dict[tuple[int | None, str, int | None], list[Contact]] = {}
    for row in stored.reminders_of_year(workspace.file, year):
        key = (cast(int, row["registration_id"]), str(row["about"]), under.get(cast(int, row["phase_id"])))
        found.setdefault(key, []).append(contact(row))
    return found


def _with_contacts(one: Owed, contacts: Sequence[Contact]) -> Owed:
    if not contacts:
        return one
    return replace(one, contact=contacts[0], contacts=len(contacts))


def phone_book(workspace: Workspace) -> dict[int, tuple[str, str]]:
    """Whom to call in each organisation, by its id: the head, and how they are reached."""
    rows = records.page(workspace.file, "organisations")
    return {cast(int, row["id"]): (str(row["head"]), str(row["contact"])) for row in rows}
