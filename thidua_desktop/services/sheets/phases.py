"""The phases of a year's plans; several plans share a phase when they call it alike."""

from __future__ import annotations

from ...domain.registration.results import current_phase, due
from ...storage import records
from ...storage.registration import phases_of_year
from ..export_parts import NothingToExport, Subject
from ..workspace import Workspace


def phase_names(workspace: Workspace, year: int) -> dict[int, str]:
    """Id → name of every phase of the year's plans, in their order."""
    return {one.id: one.name for phases in phases_of_year(workspace.file, year).values() for one in phases}


def current(workspace: Workspace, year: int) -> int | None:
    """The phase whose results are awaited now, None when no plan of the year has phases."""
    today = workspace.today().isoformat()
    found = (current_phase(phases, today) for phases in phases_of_year(workspace.file, year).values())
    return next((phase.id for phase in found if phase), None)


def same_phases(workspace: Workspace, year: int, phase_id: int) -> dict[int, int]:
    """Plan → its phase of the name that ``phase_id`` has: results of all plans are asked for on one form."""
    named = str(records.get(workspace.file, "plan_phases", phase_id)["name"])
    return {
        plan_id: next(one.id for one in phases if one.name == named)
        for plan_id, phases in phases_of_year(workspace.file, year).items()
        if any(one.name == named for one in phases)
    }


def wanted(workspace: Workspace, year: int, phase_id: int | None) -> int:
    """The phase, the awaited one when none is named; :class:`NothingToExport` when the year has none."""
    found = phase_id or current(workspace, year)
    if found is None:
        raise NothingToExport(
            f"Kế hoạch năm {year} chưa chia đợt nên chưa có phiếu kết quả.",
            "Thêm các đợt ở mục Đợt thi đua của kế hoạch rồi làm lại.",
        )
    return found


def _ids(workspace: Workspace, year: int) -> list[int]:
    """The awaited phase comes last: it is the one meant when none is named."""
    now = current(workspace, year)
    return sorted(phase_names(workspace, year), key=lambda phase_id: phase_id == now)


PHASE = Subject("đợt", _ids)


def place_of(workspace: Workspace, year: int, phase_id: int) -> int:
    """The place of a phase in its plan, from 1, as codes of papers name it; 0 when it is none of the year's."""
    listed = phases_of_year(workspace.file, year).values()
    return next((place for phases in listed for place, one in enumerate(phases, 1) if one.id == phase_id), 0)


def due_of(workspace: Workspace, year: int, phase_id: int) -> str | None:
    """The day (ISO) by which results of the phase are expected, None when nothing says it."""
    listed = phases_of_year(workspace.file, year).values()
    return next((due(one) for phases in listed for one in phases if one.id == phase_id), None)


def at_place(workspace: Workspace, year: int, place: int) -> int | None:
    """The phase at that place in the first plan that has so many; None when none has."""
    listed = phases_of_year(workspace.file, year).values()
    return next((phases[place - 1].id for phases in listed if 0 < place <= len(phases)), None)
