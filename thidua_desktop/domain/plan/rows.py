"""A plan's lists as register rows, for a plan that is not in the data file yet: read, corrected, then stored.

``kind`` is one of :data:`PLAN_KINDS`, the registers scoped by a plan; rows are counted from 0. A link to a row of the
plan's targets (a target that is a part of another, what a commitment goes towards) is kept as that row's number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from ..bad_input import BadInput
from ..figures.reached import as_reached, reached_text
from ..figures.value_parts import part_text, with_part
from ..registers.catalogue import REGISTERS, Column
from ..registers.cells import CellValue, format_cell, parse_cell
from .plans import LegalBasis, Movement, Phase, Plan, PlanCommitment, Recipient, Target, TargetValue, Task

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
_FIELD_OF_LINK = {"parent_id": "parent", "target_id": "target"}
PLAN_KINDS = tuple(_FIELD)


def field_of(kind: str) -> str:
    """The field of :class:`~.plans.Plan` that holds the list of that kind."""
    return _FIELD[kind]


def items(plan: Plan, kind: str) -> tuple[Any, ...]:
    """The plan's objects of that kind, in order."""
    return tuple(getattr(plan, _FIELD[kind]))


def cells(plan: Plan, kind: str, row: int) -> tuple[str, ...]:
    """The row as the texts of its register's columns."""
    item = items(plan, kind)[row]
    return tuple(_text(plan, item, column) for column in REGISTERS[kind].columns)


def _text(plan: Plan, item: Any, column: Column) -> str:
    if column.type == "reached":
        return reached_text(item.values, getattr(item, column.key))
    return format_cell(column, value(item, column), _named(plan, column))


def titles(plan: Plan, kind: str) -> dict[int, str]:
    """What names each row, by its number: what a link may point to."""
    key = REGISTERS[kind].title_key
    return {row: str(getattr(item, key) or "") for row, item in enumerate(items(plan, kind))}


def _named(plan: Plan, column: Column) -> dict[int, str]:
    """What a cell of that column may point to."""
    return titles(plan, column.links_to) if column.links_to else {}


def value(item: Any, column: Column) -> CellValue:
    """What a row's object holds for a column."""
    if column.type == "part":
        return part_text(item.values, column.key)
    return cast(CellValue, getattr(item, _FIELD_OF_LINK.get(column.key, column.key)))


def with_cell(plan: Plan, kind: str, row: int, key: str, text: str) -> Plan:
    """The plan with one cell typed anew; raises :class:`~.bad_input.BadInput` when the text does not fit."""
    rows = list(items(plan, kind))
    column = REGISTERS[kind].column(key)
    typed = parse_cell(column, text, _named(plan, column))
    if column.type == "part":
        key, typed = "values", with_part(rows[row].values, key, text)
    if column.type == "reached":
        typed = cast(CellValue, as_reached(rows[row].values, typed))
    if column.links_to == kind:
        _refuse_circle(rows, row, typed, column)
    rows[row] = replace(rows[row], **{_FIELD_OF_LINK.get(key, key): typed})
    return _with_items(plan, kind, rows)


def with_row(plan: Plan, kind: str, texts: dict[str, str]) -> Plan:
    """The plan with a row added at the end; raises :class:`~.bad_input.BadInput`, also for a missing required cell."""
    values = {
        _FIELD_OF_LINK.get(column.key, column.key): parse_cell(
            column, texts.get(column.key) or column.default, _named(plan, column)
        )
        for column in REGISTERS[kind].columns
        if column.key in texts or column.required
    }
    for column in REGISTERS[kind].columns:
        if column.type == "part" and (text := str(values.pop(column.key, None) or "")):
            values["values"] = with_part(cast("tuple[TargetValue, ...]", values.get("values", ())), column.key, text)
        elif column.type == "reached" and column.key in values:
            figures = cast("tuple[TargetValue, ...]", values.get("values", ()))
            values[column.key] = cast(CellValue, as_reached(figures, values[column.key]))
    return _with_items(plan, kind, [*items(plan, kind), replace(_EMPTY[kind], **values)])


def without_rows(plan: Plan, kind: str, rows: set[int]) -> Plan:
    """The plan without those rows; a target that was a part of a removed one stands on its own."""
    return _arranged(plan, kind, [row for row in range(len(items(plan, kind))) if row not in rows])


def with_row_moved(plan: Plan, kind: str, row: int, to: int) -> Plan:
    """The plan with a row at the place ``to``, counted without it; past the end is the end."""
    order = [other for other in range(len(items(plan, kind))) if other != row]
    order.insert(to, row)
    return _arranged(plan, kind, order)


def _arranged(plan: Plan, kind: str, order: Iterable[int]) -> Plan:
    """Only these rows, in this order; links follow the rows they name."""
    old_rows = list(order)
    place: dict[int | None, int] = {old: new for new, old in enumerate(old_rows)}
    left = [items(plan, kind)[old] for old in old_rows]
    if kind == "plan_targets":
        left = [replace(target, parent=place.get(target.parent)) for target in left]
        towards = (replace(one, target=place.get(one.target)) for one in plan.commitments)
        plan = replace(plan, commitments=tuple(towards))
    return _with_items(plan, kind, left)


def _refuse_circle(rows: list[Any], row: int, target: CellValue, column: Column) -> None:
    step = target
    while isinstance(step, int):
        if step == row:
            raise BadInput("Một dòng không thể là một phần của chính nó.", f"Chọn dòng khác ở cột “{column.heading}”.")
        step = value(rows[step], column)


def _with_items(plan: Plan, kind: str, rows: list[Any]) -> Plan:
    changes: dict[str, Any] = {_FIELD[kind]: tuple(rows)}
    return replace(plan, **changes)
