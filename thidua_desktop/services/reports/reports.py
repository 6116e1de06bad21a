"""The year as its report and its statistics see it, gathered on the main thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import cast

from ...domain.papers.award_wording import written_in_list
from ...domain.plan.plans import Phase, Plan
from ...domain.registration.results import progress
from ...domain.reports import award_statistics as statistics
from ...domain.reports.missing import Missing, missing
from ...domain.reports.sentences import sentences
from ...domain.reports.year import PARTS, Registered, ReportFacts, ResultLine
from ...domain.vietnamese import sort_key
from ...storage import records, registration
from ...storage.records import Row
from ...storage.statistics import awards_of_year
from ..awards.rule_corrections import law
from ..office.offices import office
from ..office.signers import signer_on
from ..plan.plans import plan, plan_of_year
from ..registration.result_sheets import ResultRow, ResultSheet, both_sheets
from ..workspace import Workspace
from . import report_texts

__all__ = ["Missing", "gather", "missing_in", "reread_texts", "sentences_of"]

_HALF = ("6 tháng đầu năm", "01-01", "06-30")


def gather(workspace: Workspace, year: int, *, midyear: bool = False, plan_id: int | None = None) -> ReportFacts:
    """Everything known of the year; ``midyear`` counts up to the end of its first half only.

    Without ``plan_id`` the targets of all plans of the year are meant, and the plan named is the newest.
    """
    named = _plan_of(workspace, year, plan_id)
    targets, commitments = both_sheets(workspace, year, plan_id)
    until = _half(year, named) if midyear else None
    facts = ReportFacts(
        year=year,
        today=workspace.today().isoformat(),
        office=office(workspace),
        plan=named,
        next_plan=None if midyear else _plan_of(workspace, year + 1, None),
        phase=until,
        phases=_phases(targets, named, until),
        targets=_lines(targets, plan_id, until, workspace.today().isoformat()),
        awards=_awards(workspace, year, until),
    )
    return reread_texts(workspace, _with_commitments(workspace, facts, commitments, plan_id))


def reread_texts(workspace: Workspace, facts: ReportFacts) -> ReportFacts:
    """The facts with what was typed since, and with who signs on the day typed; the year is not read again."""
    kind = report_texts.kind(midyear=facts.phase is not None)
    facts = replace(facts, texts=report_texts.texts(workspace, kind, facts.year))
    return replace(facts, signer=signer_on(workspace, facts.own("date") or facts.today))


def sentences_of(facts: ReportFacts) -> Mapping[str, Sequence[str]]:
    """What the program says in each part, whether it is printed there or not."""
    return {part: sentences(facts, part) for part in PARTS}


def missing_in(facts: ReportFacts) -> tuple[Missing, ...]:
    """What the report lacks, each with the place where it is filled in."""
    return missing(facts)


def _plan_of(workspace: Workspace, year: int, plan_id: int | None) -> Plan | None:
    """The plan asked for, else that of the year."""
    if plan_id is not None:
        return plan(workspace, plan_id)
    found = plan_of_year(workspace, year)
    return plan(workspace, found.id) if found else None


def _half(year: int, named: Plan | None) -> Phase:
    """The last phase that ends in the first half of the year, else the half itself."""
    name, start, end = _HALF
    last = f"{year}-{end}"
    ended = [phase for phase in (named.phases if named else ()) if phase.end and phase.end <= last]
    return ended[-1] if ended else Phase(name, f"{year}-{start}", last)


def _phases(sheet: ResultSheet, named: Plan | None, until: Phase | None) -> tuple[Phase, ...]:
    """The columns of results, with the dates that the plan gives them."""
    known = {phase.name: phase for phase in (named.phases if named else ())}
    phases = tuple(known.get(column.name, Phase(column.name, report_deadline=column.due)) for column in sheet.phases)
    return phases[: _place(phases, until) + 1] if until is not None else phases


def _place(phases: Sequence[Phase], until: Phase | None) -> int:
    """The place of the phase in the columns, of one that is not there -1."""
    names = [phase.name for phase in phases]
    return names.index(until.name) if until is not None and until.name in names else -1


def _lines(sheet: ResultSheet, plan_id: int | None, until: Phase | None, today: str) -> tuple[ResultLine, ...]:
    rows = [row for row in sheet.rows if plan_id in (None, row.plan_id)]
    lines = tuple(map(_line, rows))
    if until is None:
        return lines
    phases = [Phase(column.name, report_deadline=column.due) for column in sheet.phases]
    kept = phases[: _place(phases, until) + 1]
    return tuple(_up_to(line, row, kept, today) for line, row in zip(lines, rows, strict=True))


def _line(row: ResultRow) -> ResultLine:
    alike = {field.name for field in fields(ResultLine)} - {"values", "also"}
    return ResultLine(**{name: getattr(row, name) for name in alike}, values=tuple(cell.value for cell in row.cells))


def _up_to(line: ResultLine, row: ResultRow, phases: Sequence[Phase], today: str) -> ResultLine:
    """The line as it stood at the end of these phases."""
    values = line.values[: len(phases)]
    reached = progress(line.planned, values, phases, today)
    return replace(
        line,
        values=values,
        achieved=reached.achieved,
        percent=reached.percent,
        status=reached.status,
        origin=row.cells[reached.phase].origin if reached.phase >= 0 else "",
    )


def _with_commitments(workspace: Workspace, facts: ReportFacts, sheet: ResultSheet, plan_id: int | None) -> ReportFacts:
    lines = _lines(sheet, plan_id, facts.phase, facts.today)
    rows = [row for row in sheet.rows if plan_id in (None, row.plan_id)]
    reported: dict[int | None, list[bool]] = {}
    for row, line in zip(rows, lines, strict=True):
        reported.setdefault(row.organisation_id, []).append(line.is_reported)
    return replace(facts, commitments=lines, registered=_registered(workspace, facts.year, reported))


def _registered(
    workspace: Workspace, year: int, reported: Mapping[int | None, Sequence[bool]]
) -> tuple[Registered, ...]:
    """The organisations of the year's list in printing order."""
    titles: dict[object, list[tuple[str, str]]] = {}
    known = law(workspace)
    for row in registration.titles_of_year(workspace.file, year):
        award = str(row["award"])
        written = written_in_list(award, known.award(award))
        titles.setdefault(row["organisation_id"], []).append((str(row["subject_kind"]), written))
    forms = {row["organisation_id"]: row for row in registration.registrations_of_year(workspace.file, year)}
    listed = [row for row in records.page(workspace.file, "organisations") if row["id"] in forms]
    listed.sort(key=lambda row: (cast(int, row["precedence"]), sort_key(str(row["name"]))))
    return tuple(
        Registered(
            organisation=str(row["name"]),
            organisation_id=cast(int, row["id"]),
            received_on=cast("str | None", forms[row["id"]]["received_on"]),
            titles=tuple(titles.get(row["id"], ())),
            reported=sum(reported.get(cast(int, row["id"]), ())),
            missing=sum(not one for one in reported.get(cast(int, row["id"]), ())),
        )
        for row in listed
    )


def _awards(workspace: Workspace, year: int, until: Phase | None) -> tuple[statistics.AwardGroup, ...]:
    """What was given for the year; up to a phase, what was decided by its end."""
    rows: Iterable[Row] = awards_of_year(workspace.file, year)
    if until is not None and until.end:
        rows = [row for row in rows if row["decided_on"] and str(row["decided_on"]) <= until.end]
    return statistics.grouped([_given(row) for row in rows], law(workspace))


def _given(row: Row) -> statistics.GivenAward:
    return statistics.GivenAward(
        subject=str(row["subject"]),
        subject_kind=str(row["subject_kind"]),
        award=str(row["award"]),
        award_type=str(row["award_type"]),
        level=str(row["level"]),
        organisation=str(row["organisation"]),
        person_class=str(row["person_class"] or row["class_now"]),
        sex=str(row["sex"]),
        decision_number=str(row["decision_number"] or ""),
        decided_on=cast("str | None", row["decided_on"]),
        bonus=cast("int | None", row["bonus"]),
        merit=str(row["merit"]),
    )
