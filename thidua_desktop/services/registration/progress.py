"""The commitments of a year grouped by organisation, target or field, as of a phase, and the year as one picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ...domain.plan.plans import Phase
from ...domain.registration.progress import Standing, standing, total
from ...domain.registration.results import REACHED, Status, lower_is_better, progress
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
        """What they came to by the end of a phase in which one of them was reported, without the unit as every result:
        an earlier figure of one that said no more counts on.
        """
        if all(row.cells[phase].value is None for row in self.rows):
            return ""
        values = [_latest(row, phase) for row in self.rows]
        return total(values, [row.unit for row in self.rows], with_unit=False)

    @property
    def adds_up(self) -> bool:
        """Whether what was achieved can be set against what they promise together."""
        grows = (row.planned is not None and not lower_is_better(row.planned) for row in self.rows)
        return bool(self.planned()) and all(grows)

    @property
    def percent(self) -> float | None:
        """How far they have come together, None while nothing is known of any: what was achieved of all they promise
        where it adds up; else the mean, each counted up to 100, and 0 where nothing is known.
        """
        if all(row.achieved is None for row in self.rows):
            return None
        if self.adds_up:
            whole = sum(row.planned.value or 0.0 for row in self.rows if row.planned)
            return sum(row.achieved or 0.0 for row in self.rows) * 100 / whole if whole else None
        return sum(_share(row) for row in self.rows) / len(self.rows)

    @property
    def said(self) -> str:
        """How they stand, and what the percentage is of."""
        mean = f"trung bình của {len(self.rows)} cam kết, mỗi cam kết nhiều nhất 100%"
        how = "cộng lại so với số đã cam kết" if self.adds_up else mean
        return f"{self.standing.words}. Thực hiện: {how}."


def _latest(row: ResultRow, phase: int) -> float | None:
    """The last figure of a row by the end of that phase."""
    known = [cell.value for cell in row.cells[: phase + 1] if cell.value is not None]
    return known[-1] if known else None


def _share(row: ResultRow) -> float:
    """How much of one is reached, up to 100."""
    if row.status in REACHED:
        return 100.0
    return min(max(row.percent or 0.0, 0.0), 100.0)


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
    """One line of the picture: how its commitments stood at the end of each phase. A report that an earlier phase did
    not get is overdue there, and in one that is not due yet only awaited.
    """

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
    columns = [groups(_in_phase(sheet, place, today), by) for place in range(len(sheet.phases))]
    rows = tuple(
        PictureRow(same[0].name, tuple(group.standing for group in same)) for same in zip(*columns, strict=True)
    )
    return Picture(year, tuple(known[phase.name] for phase in sheet.phases), rows)


def _in_phase(sheet: ResultSheet, place: int, today: date) -> Sequence[ResultRow]:
    rows, day = until(sheet, place, today).rows, today.isoformat()
    if (sheet.phases[place].due or day) < day:
        return rows
    return [
        replace(row, status="chưa báo cáo") if row.status == "quá hạn" and (row.deadline or day) >= day else row
        for row in rows
    ]
