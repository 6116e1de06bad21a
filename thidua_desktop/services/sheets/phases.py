"""The phases of a year's plans; several plans share a phase when they call it alike."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import cast

from ...domain.registration.results import current_phase
from ...domain.registration.year_phases import YearPhase, told_apart, year_phases
from ...storage import records
from ...storage.keys import Value
from ...storage.plan_loading import load_phases
from ...storage.records import Row
from ...storage.registration import phases_of_year
from ..export_parts import NothingToExport, Subject
from ..workspace import Workspace


def of_year(workspace: Workspace, year: int) -> tuple[YearPhase, ...]:
    """The phases of the year's plans in their order."""
    return year_phases(phases_of_year(workspace.file, year))


def phase_names(workspace: Workspace, year: int) -> dict[int, str]:
    """Id → name of every phase of the year, in their order."""
    return {one.id: one.name for one in of_year(workspace, year)}


def current(workspace: Workspace, year: int) -> int | None:
    """The phase whose results are awaited now, None when no plan of the year has phases."""
    today = workspace.today().isoformat()
    found = (current_phase(phases, today) for phases in phases_of_year(workspace.file, year).values())
    awaited = next((phase for phase in found if phase), None)
    return next((one.id for one in of_year(workspace, year) if awaited and one.name == awaited.name), None)


def same_phases(workspace: Workspace, year: int, phase_id: int) -> dict[int, int]:
    """Plan → its phase of the name that ``phase_id`` has: results of all plans are asked for on one form."""
    named = _called(workspace, {phase_id}).get(phase_id)
    return next((dict(one.ids) for one in of_year(workspace, year) if one.name == named), {})


def wanted(workspace: Workspace, year: int, phase_id: int | None) -> YearPhase:
    """The phase of the year that has this id in one of its plans, the awaited one when none is named.

    Raises :class:`NothingToExport` when the year has none, or not this one.
    """
    asked = phase_id or current(workspace, year)
    if asked is None:
        raise NothingToExport(
            f"Kế hoạch năm {year} chưa chia đợt nên chưa có phiếu kết quả.",
            "Thêm các đợt ở mục Đợt thi đua của kế hoạch rồi làm lại.",
        )
    found = next((one for one in of_year(workspace, year) if asked in one.ids.values()), None)
    if found is None:
        raise NothingToExport(
            f"Đợt này không có trong kế hoạch năm {year} nên chưa có phiếu để in.", "Chọn một đợt của năm rồi in lại."
        )
    return found


def _ids(workspace: Workspace, year: int) -> list[int]:
    """The awaited phase comes last: it is the one meant when none is named."""
    now = current(workspace, year)
    return sorted(phase_names(workspace, year), key=lambda phase_id: phase_id == now)


PHASE = Subject("đợt", _ids)


def at_place(workspace: Workspace, year: int, place: int) -> int | None:
    """The phase that codes of papers name by that place, from 1; None when there is none."""
    return next((one.id for one in of_year(workspace, year) if one.place == place), None)


def of_one_name(workspace: Workspace, rows: Sequence[Row], phase_id: int | None) -> list[Row]:
    """Of the rows of one registration those of the phase, whichever plan's phase of the name they are kept under."""
    called = _called(workspace, {row["phase_id"] for row in rows} | {phase_id})
    return [row for row in rows if called.get(row["phase_id"]) == called.get(phase_id)]


def _called(workspace: Workspace, ids: Set[Value]) -> dict[Value, str]:
    """The names of phases of any plan's, those of one plan told apart as in the year."""
    file = workspace.file
    plans = {cast(int, row["plan_id"]) for row in records.among(file, "plan_phases", "id", ids - {None})}
    return {phase.id: phase.name for plan_id in plans for phase in told_apart(load_phases(file, plan_id))}
