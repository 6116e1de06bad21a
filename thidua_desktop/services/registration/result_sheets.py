"""The year's results as sheets: every figure of every target or commitment with what each phase brought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from ...domain.papers.target_rows import names, numbers, with_unit
from ...domain.plan.plans import Direction, Target, TargetValue
from ...domain.registration.results import (
    OF_ONE,
    OF_ORGANISATIONS,
    OF_PARTS,
    Result,
    Status,
    adds_up,
    committed,
    done,
    judged,
    progress,
    same_unit,
    shared_figures,
    shown_result,
    summed,
    summed_parts,
)
from ...domain.registration.year_phases import YearPhase, year_phases
from ...storage import chasing, records, registration
from ...storage.keys import Value
from ...storage.records import Row
from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure's result in one phase. ``phase_id`` is None when the plan has no such phase, then nothing is entered.

    ``origin`` says where a value comes from that was not entered ("cộng từ các đơn vị"), else "". ``is_back`` tells of
    a commitment that the form on which the phase is reported came back.
    """

    phase_id: int | None = None
    value: float | None = None
    text: str = ""
    note: str = ""
    proof: str = ""
    reported_on: str | None = None
    origin: str = ""
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One figure of a target or commitment; ``figure`` is its place among the figures of its owner.

    ``planned`` is None for an owner without figures, ``composite`` such a target that is reached by its parts. Of a
    target, ``committed`` is what the linked commitments promise together and ``committed_by`` whose they are; of a
    commitment, ``target`` is the target it goes towards and ``deadline`` its own ISO day.
    """

    kind: str
    owner_id: int
    plan_id: int
    number: str
    name: str
    figure: int = 0
    group: str = ""
    organisation_id: int | None = None
    organisation: str = ""
    responsible: str = ""
    composite: bool = False
    planned: TargetValue | None = None
    planned_text: str = ""
    unit: str = ""
    assigned_by: str = ""
    committed: float | None = None
    committed_by: tuple[str, ...] = ()
    target: str = ""
    deadline: str | None = None
    cells: tuple[Cell, ...] = ()
    achieved: float | None = None
    percent: float | None = None
    status: Status = "chưa báo cáo"
    origin: str = ""

    @property
    def first(self) -> bool:
        """Whether this is the first figure of its owner."""
        return self.figure == 0

    @property
    def achieved_text(self) -> str:
        """The year's result as the clerk reads it."""
        return shown_result(self.planned, self.achieved)


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """All rows of a year; ``plans`` are its plans, ``plans_without_phases`` those whose results have nowhere to go."""

    phases: tuple[YearPhase, ...]
    rows: tuple[ResultRow, ...]
    plans: tuple[int, ...]
    plans_without_phases: tuple[int, ...]


def commitment_sheet(
    workspace: Workspace, year: int, organisation_id: int | None = None, on: date | None = None
) -> ResultSheet:
    """The commitments of the year, of one organisation or of all; ``on`` is the day that deadlines are seen from."""
    facts = _Year(workspace, year, on or workspace.today())
    return facts.sheet(facts.commitment_rows(organisation_id))


def target_sheet(workspace: Workspace, year: int, on: date | None = None) -> ResultSheet:
    """The targets of all plans of the year; what a phase has no result for is added up from the linked commitments, or
    from the target's parts."""
    facts = _Year(workspace, year, on or workspace.today())
    return facts.sheet(facts.target_rows())


def both_sheets(workspace: Workspace, year: int, also: int | None = None) -> tuple[ResultSheet, ResultSheet]:
    """:func:`target_sheet` and :func:`commitment_sheet` of all organisations, the year read once.

    ``also`` is a plan whose rows are wanted though another version of it counts.
    """
    facts = _Year(workspace, year, workspace.today(), also)
    return facts.sheet(facts.target_rows()), facts.sheet(facts.commitment_rows())


@dataclass(frozen=True, slots=True)
class _Sums:
    """What stands in for a figure's result by phase where none was entered, and where it comes from."""

    values: Mapping[int, float]
    origin: str = ""


class _Year:
    """The facts of one year, each read once."""

    def __init__(self, workspace: Workspace, year: int, on: date, also: int | None = None) -> None:
        file = workspace.file
        self._today = on.isoformat()
        self._words = workspace.definitions.direction_words
        self._phases = registration.phases_of_year(file, year, also)
        self._columns = year_phases(self._phases)
        called = {phase.id: phase.name for phases in self._phases.values() for phase in phases}
        back = chasing.reports_of_year(file, year)
        self._back = {(whose, called[phase_id]) for whose, phase_id in back if phase_id in called}
        self._targets = registration.rows_of_year(file, "plan_targets", year, also)
        self._commitments = registration.rows_of_year(file, "commitments", year, also)
        self._figures = {kind: registration.figures_of_year(file, kind, year, also) for kind in registration.FIGURES}
        self._results = {kind: registration.results_of_year(file, kind, year, also) for kind in registration.RESULTS}
        self._organisations = {row["id"]: str(row["name"]) for row in records.page(file, "organisations")}
        self._indicators = {row["id"]: str(row["indicator"]) for row in self._targets}
        self._directions = {row["id"]: str(row["direction"]) for row in self._targets}
        self._groups = {row["id"]: str(row["group"] or "") for row in self._targets}

    def sheet(self, rows: Iterable[ResultRow]) -> ResultSheet:
        without = tuple(plan_id for plan_id, phases in self._phases.items() if not phases)
        return ResultSheet(self._columns, tuple(rows), tuple(self._phases), without)

    def commitment_rows(self, organisation_id: int | None = None) -> Iterator[ResultRow]:
        """A row for each figure of each commitment, or one when it has none; of one organisation or of all."""
        wanted = [row for row in self._commitments if organisation_id in (None, row["organisation_id"])]
        for number, stored in enumerate(wanted, 1):
            yield from self._commitment_rows(stored, number)

    def _commitment_rows(self, stored: Row, number: int) -> Iterator[ResultRow]:
        row = ResultRow(
            "commitments",
            owner_id=cast(int, stored["id"]),
            plan_id=cast(int, stored["plan_id"]),
            number=str(number),
            name=str(stored["quote"]),
            organisation_id=cast("int | None", stored["organisation_id"]),
            organisation=self._organisation(stored),
            target=self._indicators.get(stored["target_id"], ""),
            group=self._groups.get(stored["target_id"], ""),
            deadline=cast("str | None", stored["deadline"]),
        )
        given = self._values(row)
        direction = stored["direction"] or self._directions.get(stored["target_id"], "")
        called = f"{row.target} {row.name}"
        for place, value in enumerate(given):
            made = replace(row, figure=place, planned=self._judged(value, direction, called))
            yield self._measured(made, place, _Sums({}), value)
        if not given:
            yield self._measured(row, 0, _Sums({}))

    def target_rows(self) -> Iterator[ResultRow]:
        """A row for each figure of each target, or one for a target without figures."""
        towards: dict[Value, list[Row]] = {}
        for commitment in self._commitments:
            towards.setdefault(commitment["target_id"], []).append(commitment)
        for plan_id in self._phases:
            stored = [row for row in self._targets if row["plan_id"] == plan_id]
            targets = self._as_targets(stored)
            named = list(zip(stored, numbers(targets), names(targets), strict=True))
            parts: dict[Value, list[list[ResultRow]]] = {}
            made: list[list[ResultRow]] = []
            for row, number, name in reversed(named):  # parts stand behind their target, so they are there before it
                own = list(self._target_rows(row, number, name, towards.get(row["id"], []), parts.get(row["id"], [])))
                parts.setdefault(row["parent_id"], []).append(own)
                made.append(own)
            for rows in reversed(made):
                yield from rows

    def _target_rows(
        self, stored: Row, number: str, name: str, towards: Sequence[Row], parts: Sequence[Sequence[ResultRow]]
    ) -> Iterator[ResultRow]:
        row = ResultRow(
            "plan_targets",
            owner_id=cast(int, stored["id"]),
            plan_id=cast(int, stored["plan_id"]),
            number=number,
            name=name,
            group=str(stored["group"] or ""),
            responsible=str(stored["responsible"] or ""),
            committed_by=tuple(dict.fromkeys(map(self._organisation, towards))),
        )
        given, called = self._values(row), self._indicators[row.owner_id]
        values = tuple(self._judged(value, stored["direction"], called) for value in given)
        promises = [self._figures["commitments"].get(cast(int, one["id"]), ()) for one in towards]
        shared = shared_figures(values)
        for place, (planned, stored_at) in enumerate(zip(values, shared, strict=True)):
            promised = committed(planned, promises)
            sums = _Sums(self._sums(row.plan_id, planned, towards), self._origin(planned, towards))
            if not sums.values:
                alike = [value for value, at in zip(values, shared, strict=True) if at == stored_at]
                sums = _Sums(_of_parts(alike, parts), OF_PARTS)
            made = replace(row, figure=place, planned=planned, committed=promised)
            yield self._measured(made, stored_at, sums, given[place])
        if not values:
            yield self._measured(replace(row, composite=stored["kind"] == "composite"), 0, _Sums({}))

    def _judged(self, value: TargetValue, direction: Value, called: str) -> TargetValue:
        """A figure the way that is better of it: the table says it, else the words it is called by."""
        return judged(value, cast(Direction, direction) or self._words.told(called, value))

    def _sums(self, plan_id: int, planned: TargetValue, towards: Sequence[Row]) -> dict[int, float]:
        """What the linked commitments achieved together, phase by phase; an earlier figure of one that said no more
        counts on."""
        found: dict[int, float] = {}
        latest: dict[Value, dict[int, float]] = {one["id"]: {} for one in towards}
        for phase in self._phases[plan_id]:
            said = False
            for one in towards:
                for (phase_id, place), result in self._results["commitments"].get(cast(int, one["id"]), {}).items():
                    if phase_id == phase.id and result.value is not None:
                        latest[one["id"]][place] = result.value
                        said = True
            parts = [(self._figures["commitments"].get(cast(int, one["id"]), ()), latest[one["id"]]) for one in towards]
            total = summed(planned, parts) if said else None
            if total is not None:
                found[phase.id] = total
        return found

    def _origin(self, planned: TargetValue, towards: Sequence[Row]) -> str:
        """Where what :meth:`_sums` finds comes from: all linked commitments, or the one with a figure in a rate."""
        if adds_up(planned.unit):
            return OF_ORGANISATIONS
        figures = {one["id"]: self._figures["commitments"].get(cast(int, one["id"]), ()) for one in towards}
        in_unit = (one for one in towards if any(same_unit(value.unit, planned.unit) for value in figures[one["id"]]))
        return OF_ONE.format(next(map(self._organisation, in_unit), ""))

    def _measured(self, row: ResultRow, stored_at: int, sums: _Sums, given: TargetValue | None = None) -> ResultRow:
        """The row with its cells and where the year stands; ``given`` is its figure when it is judged by another."""
        phases = self._phases[row.plan_id]
        results = self._results[row.kind].get(row.owner_id, {})
        given = given or row.planned
        cells = {
            phase.name: replace(
                _cell(row.planned, phase.id, results.get((phase.id, stored_at)), sums, given),
                is_back=(row.organisation_id, phase.name) in self._back,
            )
            for phase in phases
        }
        told = [cells[phase.name] for phase in phases]
        reached = progress(
            row.planned,
            [cell.value for cell in told],
            phases,
            self._today,
            back=[cell.is_back for cell in told],
            deadline=row.deadline,
        )
        counted = cells[phases[reached.phase].name] if reached.phase >= 0 else Cell()
        planned = row.planned
        return replace(
            row,
            planned_text=with_unit(given) if given else "",
            unit=planned.unit if planned else "",
            assigned_by=(planned.assigned_by or "") if planned else "",
            cells=tuple(cells.get(column.name, Cell()) for column in self._columns),
            achieved=reached.achieved,
            percent=reached.percent,
            status=reached.status,
            origin=counted.origin,
        )

    def _organisation(self, commitment: Row) -> str:
        """The name of the organisation in the directory, else as the plan writes it."""
        return self._organisations.get(commitment["organisation_id"], str(commitment["organisation"]))

    def _values(self, row: ResultRow) -> tuple[TargetValue, ...]:
        return self._figures[row.kind].get(row.owner_id, ())

    def _as_targets(self, stored: Sequence[Row]) -> list[Target]:
        """Stored targets of one plan as the domain knows them, as far as their numbers and names need it."""
        place = {row["id"]: position for position, row in enumerate(stored)}
        return [
            Target(
                str(row["quote"]),
                str(row["indicator"]),
                parent=place.get(row["parent_id"]),
                responsible=cast("str | None", row["responsible"]),
            )
            for row in stored
        ]


def _of_parts(wholes: Sequence[TargetValue], parts: Sequence[Sequence[ResultRow]]) -> dict[int, float]:
    """What the parts of a target come to together, by phase; of each part its first figure in the unit counts."""
    unit = wholes[0].unit
    rows = [next((row for row in part if row.planned and same_unit(row.unit, unit)), None) for part in parts]
    counted = [row for row in rows if row is not None]
    if not counted or not adds_up(unit):
        return {}
    figures = [(row.planned, [cell.value for cell in row.cells]) for row in counted if row.planned]
    totals = zip(counted[0].cells, summed_parts(wholes, figures), strict=False)
    return {cell.phase_id: total for cell, total in totals if cell.phase_id is not None and total is not None}


def _cell(
    planned: TargetValue | None, phase_id: int, result: Result | None, sums: _Sums, given: TargetValue | None
) -> Cell:
    entered = result.value if result else None
    total = sums.values.get(phase_id)
    value = total if entered is None else entered
    if given is not None and given.value is not None and planned is not None and planned.value is None:
        value = done(given, value)
    return Cell(
        phase_id,
        value,
        shown_result(planned, value),
        result.note if result else "",
        result.proof if result else "",
        result.reported_on if result else None,
        origin=sums.origin if entered is None and total is not None else "",
    )
