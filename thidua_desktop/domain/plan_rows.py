"""A plan's lists as register rows, for a plan that is not in the data file yet: read, corrected, then stored.

``kind`` is one of :data:`PLAN_KINDS`, the registers scoped by a plan; rows are counted from 0.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .plans import (
    LegalBasis,
    Movement,
    Phase,
    Plan,
    PlanCommitment,
    Recipient,
    Target,
    Task,
)
from .register_cells import format_cell, parse_cell
from .registers import REGISTERS

_FIELD = {
    "plan_bases": "legal_bases",
    "plan_targets": "targets",
    "plan_movements": "movements",
    "plan_phases": "phases",
    "plan_tasks": "tasks",
    "plan_recipients": "recipients",
    "commitments": "commitments",
}
_EMPTY: dict[str, Any] = {
    "plan_bases": LegalBasis(kind=""),
    "plan_targets": Target(quote="", indicator=""),
    "plan_movements": Movement(name=""),
    "plan_phases": Phase(name=""),
    "plan_tasks": Task(assignee=None, summary=""),
    "plan_recipients": Recipient(name=""),
    "commitments": PlanCommitment(organisation="", quote=""),
}
PLAN_KINDS = tuple(_FIELD)


def items(plan: Plan, kind: str) -> tuple[Any, ...]:
    """The plan's objects of that kind, in order."""
    return tuple(getattr(plan, _FIELD[kind]))


def cells(plan: Plan, kind: str, row: int) -> tuple[str, ...]:
    """The row as the texts of its register's columns."""
    item = items(plan, kind)[row]
    return tuple(format_cell(column, getattr(item, column.key)) for column in REGISTERS[kind].columns)


def with_cell(plan: Plan, kind: str, row: int, key: str, text: str) -> Plan:
    """The plan with one cell typed anew; raises :class:`~.bad_input.BadInput` when the text does not fit."""
    rows = list(items(plan, kind))
    rows[row] = replace(rows[row], **{key: parse_cell(REGISTERS[kind].column(key), text)})
    return _with_items(plan, kind, rows)


def with_row(plan: Plan, kind: str, texts: dict[str, str]) -> Plan:
    """The plan with a row added at the end; raises :class:`~.bad_input.BadInput`, also for a missing required cell."""
    register = REGISTERS[kind]
    values = {
        column.key: parse_cell(column, texts.get(column.key) or column.default)
        for column in register.columns
        if column.key in texts or column.required
    }
    return _with_items(plan, kind, [*items(plan, kind), replace(_EMPTY[kind], **values)])


def without_rows(plan: Plan, kind: str, rows: set[int]) -> Plan:
    """The plan without those rows; a target that was a part of a removed one stands on its own."""
    kept = [index for index in range(len(items(plan, kind))) if index not in rows]
    place = {old: new for new, old in enumerate(kept)}
    left = [items(plan, kind)[index] for index in kept]
    if kind == "plan_targets":
        left = [replace(t, parent=place.get(t.parent) if t.parent is not None else None) for t in left]
    return _with_items(plan, kind, left)


def _with_items(plan: Plan, kind: str, rows: list[Any]) -> Plan:
    changes: dict[str, Any] = {_FIELD[kind]: tuple(rows)}
    return replace(plan, **changes)
