"""Versions of an issued plan: a new one to amend it, and what was achieved and registered follows to the issued one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.plan import rows as plan_rows
from ...domain.plan.differences import Comparison, compare
from ...domain.plan.plans import PartialDate, Plan
from ...storage import plans as stored_plans
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.plans import PlanSummary
from ...storage.records import Row
from ...storage.registration import RESULTS
from ...storage.schema_plan import CARRIED
from ..workspace import Workspace
from .frozen import is_issued
from .plans import plan, plan_summaries

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document

_PHASES, _TASKS, _COMMITMENTS = "plan_phases", "plan_tasks", "commitments"
_ADJUSTMENTS = "commitment_adjustments"
_OF_PHASES = ("sent_papers", "taken_files", "reminders")


class AmendmentOpen(KnownError):  # noqa: N818  (what is the case, as the clerk is told)
    """An issued plan has a new version already; ``plan_id`` is that one."""

    def __init__(self, plan_id: int) -> None:
        super().__init__(
            "Kế hoạch này đã có bản sửa đổi; dữ liệu không thay đổi.",
            "Chọn bản sửa đổi đó ở đầu trang để làm tiếp.",
        )
        self.plan_id = plan_id


def begin_amendment(workspace: Workspace, plan_id: int) -> tuple[Changes, int]:
    """Makes a draft of a new version with everything the issued plan says, and returns its id.

    Number and day are left open. Raises :class:`KnownError` for a plan that is not issued, :class:`AmendmentOpen`
    when it has a newer version already.
    """
    check_may_amend(workspace, plan_id)
    stored = plan(workspace, plan_id)
    with workspace.file.act(f"Lập bản sửa đổi của kế hoạch {called(stored)}") as act:
        amendment_id = insert_version(workspace.file, stored)
    return act.changes, amendment_id


def check_may_amend(workspace: Workspace, plan_id: int) -> None:
    """Raises as :func:`begin_amendment` does."""
    if not is_issued(workspace, plan_id):
        raise KnownError(
            "Kế hoạch này chưa ban hành nên chưa cần bản sửa đổi; dữ liệu không thay đổi.",
            "Hãy sửa thẳng vào kế hoạch.",
        )
    newer = amendments(workspace, plan_id)
    if newer:
        raise AmendmentOpen(newer[-1].id)


def insert_version(file: DataFile, wanted: Plan, attachment_id: int | None = None) -> int:
    """Stores ``wanted``, the issued plan as it is to become, as a new version of it; returns its id. Inside an act.

    The ids in ``wanted`` are those of the issued plan's rows: what was achieved of them will follow.
    """
    draft = replace(wanted, state="bản thảo", amends=wanted.id, number=None, date=PartialDate(None, None, None))
    new_id = stored_plans.insert_plan(file, draft, attachment_id)
    made = stored_plans.load_plan(file, new_id)
    for kind in CARRIED:
        for before, after in zip(plan_rows.items(wanted, kind), plan_rows.items(made, kind), strict=True):
            if before.id:
                row: Row = {"earlier_id": before.id}
                if kind == _COMMITMENTS:
                    row["organisation_id"] = records.get(file, kind, before.id)["organisation_id"]
                records.update(file, kind, after.id, row)
    return new_id


def amendments(workspace: Workspace, plan_id: int) -> tuple[PlanSummary, ...]:
    """The new versions made directly from a plan, oldest first."""
    return tuple(one for one in plan_summaries(workspace) if one.amends_id == plan_id)


def compare_plans(workspace: Workspace, old_id: int, new_id: int) -> Comparison:
    """What became of one stored plan in another; ``RecordGone`` when one of them is not there."""
    return compare(plan(workspace, old_id), plan(workspace, new_id))


def comparison_document(workspace: Workspace, old_id: int, new_id: int, called: tuple[str, str]) -> Document:
    """The differences as a paper of two columns, headed by what the two plans are ``called``."""
    from ...domain.papers.differences_paper import differences_paper

    both = compare_plans(workspace, old_id, new_id)
    return differences_paper(both.differences, called, both.new.full_title)


def called(stored: Plan) -> str:
    """A plan in the name of an act: by its number when it has one."""
    number = f"{stored.number or 0:02d}/{stored.symbol or ''}".strip("/")
    return f"số {number}" if stored.number else f"năm {stored.year}"


# What follows from one version to the other


class Carried(NamedTuple):
    """How many results went over to the other version, and how many stayed because it has no place for them."""

    moved: int
    left: int


def carry(file: DataFile, source_id: int, goal_id: int) -> Carried:
    """Gives the plan ``goal_id`` what was achieved and registered under the version ``source_id``; inside an act.

    Results go to the counterparts of their target or commitment and phase. What was registered since the other
    version was made goes over as it is, and so do phases when the other has none. Done tasks are done there too.
    """
    results = {kind: _results(file, kind, source_id) for kind in RESULTS}
    pairs = {kind: _counterparts(file, kind, source_id, goal_id) for kind in CARRIED}
    _move_phases(file, pairs[_PHASES], source_id, goal_id)
    _move_papers(file, pairs[_PHASES])
    _name_anew(file, "criteria", "target_id", pairs["plan_targets"])
    _move_commitments(file, pairs, source_id, goal_id)
    for before, after in pairs[_TASKS].items():
        done_on = records.get(file, _TASKS, before)["done_on"]
        if done_on and not records.get(file, _TASKS, after)["done_on"]:
            records.update(file, _TASKS, after, {"done_on": done_on})
    for row in records.among(file, _ADJUSTMENTS, "commitment_id", pairs[_COMMITMENTS]):
        owner = pairs[_COMMITMENTS][cast(int, row["commitment_id"])]
        records.update(file, _ADJUSTMENTS, cast(int, row["id"]), {"commitment_id": owner})
    moved = [_move_result(file, kind, result, pairs) for kind, found in results.items() for result in found]
    return Carried(moved.count(True), moved.count(False))


def _ids(file: DataFile, kind: str, plan_id: int) -> list[int]:
    return [cast(int, row["id"]) for row in records.page(file, kind, where={"plan_id": plan_id})]


def _counterparts(file: DataFile, kind: str, source_id: int, goal_id: int) -> dict[int, int]:
    """Row of the one version → row of the other, whichever of them is the newer."""
    sides = (set(_ids(file, kind, source_id)), set(_ids(file, kind, goal_id)))
    pairs: dict[int, int] = {}
    for plan_id in (source_id, goal_id):
        for row in records.page(file, kind, where={"plan_id": plan_id}):
            own, earlier = cast(int, row["id"]), cast("int | None", row["earlier_id"])
            before, after = (own, earlier) if plan_id == source_id else (earlier, own)
            if before in sides[0] and after in sides[1]:
                pairs[before] = after
    return pairs


def _move_phases(file: DataFile, pairs: dict[int, int], source_id: int, goal_id: int) -> None:
    if not _ids(file, _PHASES, goal_id):
        for row_id in _ids(file, _PHASES, source_id):
            _move_row(file, _PHASES, row_id, goal_id)
            pairs[row_id] = row_id


def _move_papers(file: DataFile, phases: dict[int, int]) -> None:
    """The papers of a phase, the files taken for it and who was reminded of it belong to its counterpart now."""
    for kind in _OF_PHASES:
        _name_anew(file, kind, "phase_id", phases)


def _name_anew(file: DataFile, kind: str, link: str, pairs: dict[int, int]) -> None:
    """The rows of ``kind`` that name one of the one version in ``link`` name its counterpart now."""
    moved = [before for before, after in pairs.items() if before != after]
    for row in records.among(file, kind, link, moved):
        records.update(file, kind, cast(int, row["id"]), {link: pairs[cast(int, row[link])]})


def _move_commitments(file: DataFile, pairs: dict[str, dict[int, int]], source_id: int, goal_id: int) -> None:
    """Those registered since the other version was made: an id is never given twice, so theirs are higher."""
    known = pairs[_COMMITMENTS]
    since = min(known.values(), default=0) if goal_id > source_id else 0
    for row_id in _ids(file, _COMMITMENTS, source_id):
        row = records.get(file, _COMMITMENTS, row_id)
        if row_id in known or row_id < since or (goal_id < source_id and row["earlier_id"] is not None):
            continue
        towards = pairs["plan_targets"].get(cast(int, row["target_id"]))
        _move_row(file, _COMMITMENTS, row_id, goal_id, {"target_id": towards})
        known[row_id] = row_id


def _move_row(file: DataFile, kind: str, row_id: int, goal_id: int, values: Row | None = None) -> None:
    owner = records.owner_of(kind, records.get(file, kind, row_id))
    position = records.count(file, kind, where={"plan_id": goal_id})
    records.update(file, kind, row_id, {"plan_id": goal_id, "position": position} | (values or {}))
    records.close_gaps(file, kind, owner)


def _results(file: DataFile, kind: str, plan_id: int) -> list[Row]:
    table, link = RESULTS[kind]
    return records.among(file, table, link, _ids(file, kind, plan_id))


def _move_result(file: DataFile, kind: str, result: Row, pairs: dict[str, dict[int, int]]) -> bool:
    table, link = RESULTS[kind]
    owner = pairs[kind].get(cast(int, result[link]))
    phase = pairs[_PHASES].get(cast(int, result["phase_id"]))
    if owner is None or phase is None:
        return False
    place = {link: owner, "phase_id": phase}
    if records.count(file, table, where=place | {"figure": result["figure"]}):
        return False
    records.update(file, table, cast(int, result["id"]), place)
    return True
