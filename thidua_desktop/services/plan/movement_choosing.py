"""Movements of a plan chosen from the register, and those that only the plan knows put into it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from typing import cast

from ...domain import movements
from ...domain.changes import Changes
from ...domain.movements import KnownMovement
from ...storage import records
from ...storage.plan_loading import load_plan
from ..registers.refusals import name_taken
from ..registers.registers import register as definition_of
from ..wording import shortened
from ..workspace import Workspace
from .basis_choosing import day_of_plan
from .changed_rows import store_changed
from .frozen import refuse_issued

PLAN_MOVEMENTS, MOVEMENTS = "plan_movements", "movements"


@dataclass(frozen=True, slots=True)
class MovementChoice:
    """A movement of the register as a plan may take it: whether it is over on the plan's day, and there already."""

    movement: KnownMovement
    is_over: bool
    is_there: bool


def known_movements(workspace: Workspace) -> tuple[KnownMovement, ...]:
    """The register of movements as the office keeps it."""
    return tuple(_known(row) for row in records.page(workspace.file, MOVEMENTS, order="name"))


def movements_to_choose(workspace: Workspace, plan_id: int) -> tuple[MovementChoice, ...]:
    """Every movement of the register, those that go on first."""
    plan = load_plan(workspace.file, plan_id)
    day = day_of_plan(workspace, plan).isoformat()
    made = [MovementChoice(one, one.is_over(day), movements.is_named(plan, one)) for one in known_movements(workspace)]
    return tuple(sorted(made, key=lambda one: one.is_over))


def proposed_section(workspace: Workspace, plan_id: int) -> int:
    """The section that sentences about movements would go into; 0 for none."""
    return movements.proposed_section(load_plan(workspace.file, plan_id))


def take(workspace: Workspace, plan_id: int, movement_ids: Collection[int], section_id: int = 0) -> Changes:
    """Takes movements of the register into a plan: rows of its table, and sentences in the section of that id, 0 for
    none. One act.
    """
    refuse_issued(workspace, plan_id)
    plan = load_plan(workspace.file, plan_id)
    chosen = [one for one in known_movements(workspace) if one.id in movement_ids]
    after = movements.with_movements(plan, chosen, section_id)
    named = f"phong trào “{shortened(chosen[0].name)}”" if len(chosen) == 1 else f"{len(chosen)} phong trào"
    with workspace.file.act(f"Thêm {named} vào kế hoạch") as act:
        for new in after.movements[len(plan.movements) :]:
            row: records.Row = {"plan_id": plan_id, "name": new.name, "launcher": new.launcher, "kind": new.kind}
            records.insert(workspace.file, PLAN_MOVEMENTS, row)
        stored = load_plan(workspace.file, plan_id)
        store_changed(workspace.file, stored, replace(stored, sections=after.sections))
    return act.changes


def unknown_rows(workspace: Workspace, plan_id: int) -> frozenset[int]:
    """The plan's movements that the register does not know, by id."""
    known = known_movements(workspace)
    plan = load_plan(workspace.file, plan_id)
    return frozenset(one.id for one in plan.movements if movements.in_register(one.name, known) is None)


def add_to_register(workspace: Workspace, row_id: int) -> Changes:
    """Puts a movement of a plan into the register, not compared yet; raises :class:`BadInput` for a name it has."""
    row = records.get(workspace.file, PLAN_MOVEMENTS, row_id)
    name = str(row["name"])
    if movements.in_register(name, known_movements(workspace)) is not None:
        raise name_taken(definition_of(MOVEMENTS), name)
    new: records.Row = {"name": name, "launcher": row["launcher"], "kind": row["kind"]}
    with workspace.file.act(f"Thêm phong trào “{shortened(name)}” vào danh mục") as act:
        records.insert(workspace.file, MOVEMENTS, new | {"source": "Kế hoạch của đơn vị"})
    return act.changes


def fill_register(workspace: Workspace) -> Changes:
    """Puts the movements that ship into a register that has none: of a data file from before there was one."""
    if records.count(workspace.file, MOVEMENTS):
        return Changes()
    with workspace.file.act("Nạp danh mục phong trào") as act:
        for one in workspace.definitions.movements:
            records.insert(workspace.file, MOVEMENTS, {key: cell for key, cell in asdict(one).items() if key != "id"})
    return act.changes


def _known(row: records.Row) -> KnownMovement:
    return KnownMovement(
        name=str(row["name"]),
        launcher=cast("str | None", row["launcher"]),
        kind=str(row["kind"]),
        launched_on=cast("str | None", row["launched_on"]),
        valid_to=cast("str | None", row["valid_to"]),
        mark=str(row["mark"]),
        source=str(row["source"]),
        id=cast(int, row["id"]),
    )
