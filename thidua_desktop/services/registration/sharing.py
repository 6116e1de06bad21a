"""Giao phần của đơn vị: a target's figure becomes the commitments of the organisations that take a part of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.plan.plans import Direction, TargetValue
from ...domain.registration.commitments import Commitment
from ...domain.registration.cover import TargetCover, in_unit
from ...domain.registration.results import adds_up, judged
from ...domain.registration.sharing import parted, with_part
from ...domain.vietnamese import folded_line, one_line
from ...storage import records
from ...storage.keys import Value
from ...storage.plans import insert_values
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..wording import shortened
from ..workspace import Workspace, told
from . import adjustments
from .adjustments import Adjusted
from .cover import cover
from .kept import KIND, kept
from .registration_rows import ensure_registered
from .registrations import standing


@dataclass(frozen=True, slots=True)
class Sharer:
    """An organisation that may take a part: what its commitment to the target says now, figure by figure.

    ``commitment_id`` is 0 while it has none. ``households`` is None when not known; ``kept`` tells that its commitment
    was handed in, so that another figure takes a reason.
    """

    organisation_id: int
    name: str
    households: int | None = None
    commitment_id: int = 0
    said: tuple[float | None, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class SharedTarget:
    """A target with its figures, as they are judged, and who may take a part of them."""

    target_id: int
    year: int
    name: str
    figures: tuple[TargetValue, ...]
    sharers: tuple[Sharer, ...]


def shared_target(workspace: Workspace, target_id: int) -> SharedTarget:
    """What there is to divide; ``RecordGone`` when the target is not there."""
    file = workspace.file
    target = records.get(file, "plan_targets", target_id)
    year = cast(int, records.get(file, "plans", cast(int, target["plan_id"]))["year"])
    direction, told = cast(Direction, target["direction"]), workspace.definitions.direction_words.told
    name = str(target["indicator"])
    stored = rows_of.figures(file, "plan_targets", target_id)
    figures = tuple(judged(one, direction or told(name, one)) for one in stored)
    own = {row["organisation_id"]: row for row in reversed(_towards(workspace, target_id))}
    handed_in = kept(workspace, [rows_of.row_id(row) for row in own.values()])
    households = _households(workspace, year)
    return SharedTarget(
        target_id,
        year,
        name,
        figures,
        tuple(
            _sharer(
                workspace,
                Sharer(one.organisation_id, one.name, households.get(one.organisation_id)),
                own,
                figures,
                handed_in,
            )
            for one in standing(workspace, year)
        ),
    )


def _sharer(
    workspace: Workspace,
    sharer: Sharer,
    own: Mapping[Value, Row],
    figures: tuple[TargetValue, ...],
    handed_in: frozenset[int],
) -> Sharer:
    row = own.get(sharer.organisation_id)
    if row is None:
        return replace(sharer, said=tuple(None for _ in figures))
    commitment_id = rows_of.row_id(row)
    values = rows_of.figures(workspace.file, KIND, commitment_id)
    found = [in_unit(planned, values) for planned in figures]
    said = tuple(one.value if one else None for one in found)
    return replace(sharer, commitment_id=commitment_id, said=said, kept=commitment_id in handed_in)


def give(
    workspace: Workspace,
    target_id: int,
    figure: int,
    parts: Mapping[int, float],
    reason: str = "",
    day: date | None = None,
) -> Changes:
    """Gives organisations (by id) their parts of a target's figure, in one act; the others keep theirs.

    Who commits to the target already gets the figure in its commitment, the others a commitment of their own. Empty
    changes when all say it already. Raises :class:`BadInput` when nobody is given anything, or when what was handed in
    would change without a ``reason``.
    """
    if not parts:
        raise BadInput("Chưa giao phần nào cho đơn vị nào.", "Đánh dấu đơn vị và gõ phần của đơn vị đó.")
    shared = shared_target(workspace, target_id)
    planned = shared.figures[figure]
    wanted = {
        one: parts[one.organisation_id]
        for one in shared.sharers
        if one.organisation_id in parts and one.said[figure] != parts[one.organisation_id]
    }
    if not wanted:
        return Changes()
    _ask_reason([one for one in wanted if one.kept], reason)
    with workspace.file.act(f"Giao phần chỉ tiêu “{shortened(shared.name)}” cho {len(wanted)} đơn vị") as act:
        changed = [
            Adjusted(one.commitment_id, _with_part(workspace, one, planned, part))
            for one, part in wanted.items()
            if one.commitment_id
        ]
        adjustments.put(workspace, changed, reason, day or workspace.today())
        for one, part in wanted.items():
            if not one.commitment_id:
                _add(workspace, shared, one, with_part((), planned, part))
    return told(act.changes)


def _ask_reason(handed_in: Sequence[Sharer], reason: str) -> None:
    if handed_in and not one_line(reason):
        names = ", ".join(shortened(one.name) for one in handed_in)
        raise BadInput(
            f"{names} đã nộp bản đăng ký: đổi số cam kết cần ghi lý do điều chỉnh; dữ liệu không thay đổi.",
            "Ghi lý do rồi giao lại.",
        )


def _with_part(workspace: Workspace, one: Sharer, planned: TargetValue, part: float) -> adjustments.Wording:
    now = adjustments.wording(workspace, one.commitment_id)
    return now.saying(with_part(now.figures, planned, part))


def _add(workspace: Workspace, shared: SharedTarget, one: Sharer, figures: tuple[TargetValue, ...]) -> None:
    file = workspace.file
    row: Row = {
        "plan_id": records.get(file, "plan_targets", shared.target_id)["plan_id"],
        "organisation": one.name,
        "organisation_id": one.organisation_id,
        "quote": shared.name,
        "target_id": shared.target_id,
    }
    commitment_id = records.insert(file, KIND, row)
    insert_values(file, "commitment_values", {"commitment_id": commitment_id}, figures)
    ensure_registered(file, shared.year, one.organisation_id)


def _towards(workspace: Workspace, target_id: int) -> list[Row]:
    rows = records.page(workspace.file, KIND, where={"target_id": target_id})
    return [row for row in rows if row["organisation_id"] is not None]


def _households(workspace: Workspace, year: int) -> dict[int, int]:
    """How many households each thôn has, where that is known."""
    file = workspace.file
    registered = {
        row["id"]: cast(int, row["organisation_id"])
        for row in records.page(file, "registrations", where={"year": year})
    }
    found = records.among(file, "culture_years", "registration_id", registered)
    return {
        registered[row["registration_id"]]: cast(int, row["households"])
        for row in found
        if row["households"] is not None
    }


def take_owed(workspace: Workspace, year: int, organisation_id: int) -> Changes:
    """Makes commitments of the targets that the plan makes an organisation responsible for and it has none of.

    One act. Each is pre-filled with the organisation's own share: what others do not commit to yet, divided among those
    responsible who have none; a rate whole. Empty changes when it owes none.
    """
    owed = owed_shares(workspace, year, organisation_id)
    if not owed:
        return Changes()
    name = owed[0].organisation
    with workspace.file.act(f"Ghi {len(owed)} chỉ tiêu phụ trách thành cam kết của {shortened(name)}") as act:
        for one in owed:
            shared = SharedTarget(one.target_id or 0, year, one.quote, (), ())
            _add(workspace, shared, Sharer(organisation_id, name), one.values)
    return told(act.changes)


def owed_shares(workspace: Workspace, year: int, organisation_id: int | None = None) -> tuple[Commitment, ...]:
    """What organisations, or one of them, would commit to by the plan and do not yet: commitments without an id.

    They are of the targets that the plan makes them responsible for, each with the organisation's own share.
    """
    found = cover(workspace, year)
    figures: dict[int, list[TargetCover]] = {}
    for target in found.targets:
        figures.setdefault(target.target_id, []).append(target)
    return tuple(
        Commitment(
            0,
            figures[owing.target_id][0].plan_id,
            one.organisation_id,
            one.name,
            owing.name,
            own_share(figures[owing.target_id], one.organisation_id),
            owing.target_id,
            owing.name,
        )
        for one in found.organisations
        if organisation_id in (None, one.organisation_id)
        for owing in one.owes
        if owing.why == "chưa cam kết"
    )


def own_share(figures: Sequence[TargetCover], organisation_id: int) -> tuple[TargetValue, ...]:
    """The organisation's share of a target: of several figures of one thing that of the highest level stands last."""
    shares: dict[str, TargetValue] = {}
    for one in figures:
        planned = one.planned
        if planned is None or planned.value is None:
            continue
        by = {share.organisation_id for share in one.shares}
        waiting = [key for key in one.responsible_ids if key not in by]
        left = planned
        if adds_up(planned.unit):
            left = replace(planned, value=max(round(planned.value - (one.covered.total or 0.0), 9), 0.0))
        part = parted(left, [1.0] * len(waiting))[waiting.index(organisation_id)]
        if part is not None:
            shares[folded_line(planned.unit)] = replace(planned, value=part, value_to=None, assigned_by=None)
    return tuple(shares.values())
