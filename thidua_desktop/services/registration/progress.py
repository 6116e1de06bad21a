"""The commitments of a year grouped by organisation, target or field, as of a phase, and the year as one picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ...domain.plan.plans import Phase
from ...domain.registration.progress import Standing, standing, total
from ...domain.registration.results import Status, progress
from ...storage import registration
from ..workspace import Workspace
from .result_sheets import ResultRow, ResultSheet, commitment_sheet

By = Literal["organisation", "target", "field"]
WITHOUT: Mapping[By, str] = {
    "organisation": "Chưa gắn với đơn vị",
    "target": "Chưa gắn với chỉ tiêu",
    "field": "Chưa rõ lĩnh vực",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, how they stand, and what they come to where they are in one unit."""

    name: str
    rows: tuple[ResultRow, ...]
    standing: Standing

    def planned(self) -> str:
        """What they promise together, "" when it does not add up."""
        figures = [row.planned for row in self.rows if row.planned is not None]
        return total([figure.value for figure in figures], [row.unit for row in self.rows])

    def achieved(self, phase: int) -> str:
        """What was reported together in a phase, without the unit as every result."""
        values = [row.cells[phase].value for row in self.rows]
        return total(values, [row.unit for row in self.rows], with_unit=False)


def until(sheet: ResultSheet, phase: int, today: date) -> ResultSheet:
    """The sheet as it stood at the end of that phase: what came after it does not count, nor a commitment's deadline
    that was still to come. What fell short before and was not told in that phase has not been reported; what was
    reached before it still is.
    """
    return replace(sheet, rows=tuple(_until(sheet, row, phase, today.isoformat()) for row in sheet.rows))


def _until(sheet: ResultSheet, row: ResultRow, last: int, today: str) -> ResultRow:
    there = [place for place in range(last + 1) if row.cells[place].phase_id is not None]
    phases = [Phase(sheet.phases[place].name, report_deadline=sheet.phases[place].due) for place in there]
    end = sheet.phases[last].due if last + 1 < len(sheet.phases) else row.deadline
    found = progress(
        row.planned,
        [row.cells[place].value for place in there],
        phases,
        today,
        back=[row.cells[place].is_back for place in there],
        deadline=row.deadline if row.deadline and end and row.deadline <= end else None,
    )
    silent = found.status == "chưa đạt" and row.cells[last].value is None
    status: Status = "chưa báo cáo" if silent else found.status
    return replace(row, achieved=found.achieved, percent=found.percent, status=status)


def groups(rows: Sequence[ResultRow], by: By) -> tuple[Group, ...]:
    """The rows by organisation, target or field, each in the order it first came; what has none comes last."""
    found: dict[str, list[ResultRow]] = {}
    for row in rows:
        found.setdefault(_name(row, by), []).append(row)
    unnamed = found.pop("", [])
    named = [Group(name, tuple(own), _standing(own)) for name, own in found.items()]
    return (*named, *([Group(WITHOUT[by], tuple(unnamed), _standing(unnamed))] if unnamed else ()))


def _name(row: ResultRow, by: By) -> str:
    match by:
        case "organisation":
            return row.organisation
        case "target":
            return row.target
    return row.group


def _standing(rows: Sequence[ResultRow]) -> Standing:
    return standing(row.status for row in rows)


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One line of the picture: how its commitments stood at the end of each phase."""

    name: str
    phases: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The year as one picture: its phases (with their days as far as known) and a row for each group."""

    year: int
    phases: tuple[Phase, ...]
    rows: tuple[PictureRow, ...]


def picture(workspace: Workspace, year: int, by: By, sheet: ResultSheet | None = None) -> Picture:
    """How the commitments of each group stood phase by phase; ``sheet`` when it has been read already."""
    sheet = sheet or commitment_sheet(workspace, year)
    today = workspace.today()
    known: dict[str, Phase] = {}
    for phase in (phase for listed in registration.phases_of_year(workspace.file, year).values() for phase in listed):
        known.setdefault(phase.name, phase)
    columns = [groups(until(sheet, place, today).rows, by) for place in range(len(sheet.phases))]
    rows = tuple(
        PictureRow(same[0].name, tuple(group.standing for group in same)) for same in zip(*columns, strict=True)
    )
    return Picture(year, tuple(known[phase.name] for phase in sheet.phases), rows)
