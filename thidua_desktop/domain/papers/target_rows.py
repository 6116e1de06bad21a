"""The plan's targets as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..plans import Target, TargetValue
from ..target_values import format_values
from .forms import ROW_HEADING

NO_GROUP = "Chỉ tiêu khác"


def target_rows(targets: Sequence[Target]) -> tuple[Mapping[str, str], ...]:
    """A row for each target, numbered 1, 2, 2.1 …, with a heading row where the field of work changes."""
    rows: list[Mapping[str, str]] = []
    grouped = any(target.group for target in targets)
    before: str | None = None
    for target, number in zip(targets, numbers(targets), strict=True):
        group = target.group or NO_GROUP
        if grouped and group != before and target.parent is None:
            rows.append({ROW_HEADING: group})
            before = group
        rows.append(_row(target, number))
    return tuple(rows)


def numbers(targets: Sequence[Target]) -> Iterator[str]:
    """The number of each target: 1, 2, … and 2.1, 2.2 for the parts of the second."""
    made: dict[int, str] = {}
    parts: dict[int | None, int] = {}
    for position, target in enumerate(targets):
        parent = target.parent if target.parent in made else None
        parts[parent] = parts.get(parent, 0) + 1
        prefix = f"{made[parent]}." if parent is not None else ""
        made[position] = f"{prefix}{parts[parent]}"
        yield made[position]


def figure(value: TargetValue) -> str:
    """A figure with its comparator, without unit and assigner: "≥ 96", "1–2"; "" when there is no number."""
    return "" if value.value is None else format_values((replace(value, unit="", assigned_by=None),))


def _row(target: Target, number: str) -> Mapping[str, str]:
    units = {value.unit for value in target.values}
    shared = units.pop() if len(units) == 1 else ""
    givers = [value.assigned_by or "" for value in target.values]
    figures = [figure(v) if shared else f"{figure(v)} {v.unit}".strip() for v in target.values]
    written = [f"{text} ({giver} giao)" if giver else text for text, giver in zip(figures, givers, strict=True)]
    return {
        "stt": number,
        "group": target.group or "",
        "indicator": target.indicator,
        "unit": shared,
        "values": "\n".join(written),
        "figures": "\n".join(figures),
        "assigned_by": "\n".join(givers) if any(givers) else "",
        "responsible": target.responsible or "",
    }
