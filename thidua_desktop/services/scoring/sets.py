"""The sets of criteria of a year: from the example that ships, from another year, or empty; their own cells edited.

The criteria themselves are the register "criteria" (``services/registers``), its scope the set.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast, get_args

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.chasing.deadlines import About
from ...domain.figures.values import format_values
from ...domain.legal_acts import CHECKED_MARK, UNCHECKED_MARK
from ...domain.plan.plans import Direction
from ...domain.scoring.criteria import (
    CriteriaSet,
    Criterion,
    CriterionKind,
    Grade,
    LateCounts,
    LateStep,
    Measure,
    SetSubject,
)
from ...domain.scoring.typed import grades_text, late_of_text, late_text, read_grades, read_late, read_late_of
from ...domain.vietnamese import folded_line, format_number, one_line, parse_number
from ...storage import records, registration
from ...storage.keys import Value
from ...storage.plans import ensure_year
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..wording import shortened
from ..workspace import Workspace

TABLE = "criteria_sets"

Field = Literal[
    "name",
    "bonus_rate",
    "criterion_cap",
    "bonus_cap",
    "lowest",
    "grades",
    "late",
    "late_counts",
    "late_of",
    "source",
    "mark",
    "block_id",
]
CALLED: dict[Field, str] = {
    "name": "tên",
    "bonus_rate": "mức thưởng vượt chỉ tiêu",
    "criterion_cap": "mức thưởng nhiều nhất mỗi tiêu chí",
    "bonus_cap": "mức thưởng nhiều nhất tất cả",
    "lowest": "tổng điểm thấp nhất",
    "grades": "các mức chất lượng",
    "late": "mức trừ vì chậm",
    "late_counts": "cách tính nhiều lần chậm",
    "late_of": "việc tính nộp chậm",
    "source": "nguồn",
    "mark": "đối chiếu",
    "block_id": "khối áp dụng",
}
_MARKS = (UNCHECKED_MARK, CHECKED_MARK)
_NUMBERS = ("bonus_rate", "criterion_cap", "bonus_cap", "lowest")
_EMPTY_NAME = {"đơn vị": "Bộ tiêu chí chấm điểm đơn vị", "xã": "Bộ tiêu chí chấm điểm của xã"}


def sets_of_year(workspace: Workspace, year: int) -> tuple[CriteriaSet, ...]:
    """The sets of the year as they were made, each with its criteria."""
    rows = records.page(workspace.file, TABLE, where={"year": year})
    return tuple(_made(workspace, row) for row in rows)


def criteria_set(workspace: Workspace, set_id: int) -> CriteriaSet:
    """One set with its criteria; ``RecordGone`` when it is not there."""
    return _made(workspace, records.get(workspace.file, TABLE, set_id))


def ids_of_year(workspace: Workspace, year: int, subject: SetSubject) -> list[int]:
    """The sets of the year that score organisations, or the commune."""
    return [
        rows_of.row_id(row) for row in records.page(workspace.file, TABLE, where={"year": year, "subject": subject})
    ]


def _made(workspace: Workspace, row: Row) -> CriteriaSet:
    set_id = rows_of.row_id(row)
    criteria = records.page(workspace.file, "criteria", where={"set_id": set_id})
    return CriteriaSet(
        str(row["name"]),
        cast(int, row["year"]),
        cast(SetSubject, row["subject"]),
        bonus_rate=cast("float | None", row["bonus_rate"]),
        criterion_cap=cast("float | None", row["criterion_cap"]),
        bonus_cap=cast("float | None", row["bonus_cap"]),
        lowest=cast("float | None", row["lowest"]),
        grades=read_kept_grades(row["grades"]),
        late=read_kept_late(row["late"]),
        late_counts=cast(LateCounts, row["late_counts"]),
        late_of=read_kept_late_of(row["late_of"]),
        criteria=tuple(map(_criterion, criteria)),
        mark=str(row["mark"]),
        source=str(row["source"]),
        block_id=cast("int | None", row["block_id"]),
        id=set_id,
    )


def read_kept_grades(value: Value) -> tuple[Grade, ...]:
    """The grades as the data file keeps them."""
    return tuple(Grade(str(name), float(share)) for name, share in json.loads(str(value)))


def read_kept_late(value: Value) -> tuple[LateStep, ...]:
    """The steps of lateness as the data file keeps them."""
    return tuple(LateStep(int(days), float(points)) for days, points in json.loads(str(value)))


def read_kept_late_of(value: Value) -> tuple[About, ...]:
    """The papers whose lateness counts as the data file keeps them."""
    return tuple(json.loads(str(value)))


def _criterion(row: Row) -> Criterion:
    return Criterion(
        str(row["name"]),
        cast(CriterionKind, row["kind"]),
        cast("float | None", row["points"]),
        cast(Direction, row["direction"]),
        str(row["unit"] or ""),
        cast(Measure, row["measure"]),
        cast("int | None", row["target_id"]),
        str(row["note"]),
        rows_of.row_id(row),
    )


# A new set


def examples(workspace: Workspace) -> tuple[CriteriaSet, ...]:
    """The sets that ship."""
    return workspace.definitions.criteria_sets


def add_example(
    workspace: Workspace, year: int, number: int | None = None, subject: SetSubject = "đơn vị"
) -> tuple[Changes, int]:
    """Adds the example of that number to the year, None for the first one for ``subject``; returns the set's id."""
    shipped = examples(workspace)
    chosen = next(one for one in shipped if one.subject == subject) if number is None else shipped[number]
    return _add(workspace, replace(chosen, year=year))


def add_empty(workspace: Workspace, year: int, subject: SetSubject = "đơn vị") -> tuple[Changes, int]:
    """Adds a set without criteria; returns its id."""
    return _add(workspace, CriteriaSet(_EMPTY_NAME[subject], year, subject))


def earlier(workspace: Workspace, year: int) -> tuple[CriteriaSet, ...]:
    """The sets of the other years that one can be made from, the newest first."""
    rows = records.page(workspace.file, TABLE)
    others = sorted((row for row in rows if row["year"] != year), key=lambda row: -int(row["year"] or 0))
    return tuple(_made(workspace, row) for row in others)


def copy_set(workspace: Workspace, year: int, set_id: int) -> tuple[Changes, int]:
    """Adds a set with the criteria of another one, each with the target of this year that is called alike; one whose
    target this year does not have keeps its name in the note.
    """
    old = criteria_set(workspace, set_id)
    names = {row["id"]: str(row["indicator"]) for row in _targets(workspace, old.year)}
    there = {folded_line(str(row["indicator"])): rows_of.row_id(row) for row in _targets(workspace, year)}
    criteria = tuple(_renewed(one, names.get(one.target_id, ""), there, old.year) for one in old.criteria)
    return _add(workspace, replace(old, year=year, criteria=criteria))


def _renewed(one: Criterion, target: str, there: Mapping[str, int], year: int) -> Criterion:
    """The criterion with the target of the name; ``there`` are those of the new year."""
    found = there.get(folded_line(target)) if target else None
    if found is None and target:
        one = replace(one, note="; ".join(filter(None, (one.note, f"Năm {year} theo chỉ tiêu “{target}”"))))
    return replace(one, target_id=found)


def _targets(workspace: Workspace, year: int) -> list[Row]:
    return registration.rows_of_year(workspace.file, "plan_targets", year)


def _add(workspace: Workspace, made: CriteriaSet) -> tuple[Changes, int]:
    file = workspace.file
    row: Row = {key: cast("float | None", getattr(made, key)) for key in _NUMBERS}
    row |= {"year": made.year, "name": made.name, "subject": made.subject, "mark": made.mark, "source": made.source}
    row |= {"grades": _grades_json(made.grades), "late": _late_json(made.late), "block_id": made.block_id}
    row |= {"late_counts": made.late_counts, "late_of": _late_of_json(made.late_of)}
    with file.act(f"Thêm bộ tiêu chí “{shortened(made.name)}” năm {made.year}") as act:
        ensure_year(file, made.year)
        set_id = records.insert(file, TABLE, row)
        for one in made.criteria:
            records.insert(file, "criteria", {"set_id": set_id, **_criterion_row(one)})
    return act.changes, set_id


def _criterion_row(one: Criterion) -> Row:
    return {
        "name": one.name,
        "kind": one.kind,
        "points": one.points,
        "direction": one.direction,
        "unit": one.unit or None,
        "measure": one.measure,
        "target_id": one.target_id,
        "note": one.note,
    }


def _grades_json(grades: tuple[Grade, ...]) -> str:
    return json.dumps([[one.name, one.share] for one in grades], ensure_ascii=False)


def _late_json(late: tuple[LateStep, ...]) -> str:
    return json.dumps([[one.days, one.points] for one in late])


def _late_of_json(late_of: tuple[About, ...]) -> str:
    return json.dumps(late_of, ensure_ascii=False)


# Criteria from the targets of the plan


@dataclass(frozen=True, slots=True)
class TargetChoice:
    """A target of the year's plans that a criterion may be made from; ``is_there`` when one of the set measures it."""

    id: int
    name: str
    group: str
    figures: str
    is_there: bool


def targets_to_choose(workspace: Workspace, set_id: int) -> tuple[TargetChoice, ...]:
    """The targets of the set's year in their order."""
    shown = criteria_set(workspace, set_id)
    measured = {one.target_id for one in shown.criteria}
    figures = registration.figures_of_year(workspace.file, "plan_targets", shown.year)
    return tuple(
        TargetChoice(
            rows_of.row_id(row),
            str(row["indicator"] or row["quote"]),
            str(row["group"] or ""),
            format_values(figures.get(rows_of.row_id(row), ())),
            row["id"] in measured,
        )
        for row in _targets(workspace, shown.year)
    )


def add_targets(workspace: Workspace, set_id: int, ids: Collection[int], position: int | None = None) -> Changes:
    """Adds a criterion for each of the targets, in the order of the plan, from ``position`` on (None = at the end);
    their points are left to be given.
    """
    file = workspace.file
    wanted = [one for one in targets_to_choose(workspace, set_id) if one.id in ids]
    with file.act(f"Thêm {len(wanted)} tiêu chí từ chỉ tiêu của kế hoạch") as act:
        for number, one in enumerate(wanted):
            row: Row = {"set_id": set_id, "name": one.name, "target_id": one.id}
            if position is not None:
                row["position"] = position + number
            values = rows_of.figures(file, "plan_targets", one.id)
            row["unit"] = (values[0].unit or None) if values else None
            records.insert(file, "criteria", row | {"kind": "định lượng"})
    return act.changes


# The set's own cells


def field_text(criteria: CriteriaSet, field: Field) -> str:
    """A cell of the set as it is typed."""
    match field:
        case "grades":
            return grades_text(criteria.grades)
        case "late":
            return late_text(criteria.late)
        case "late_of":
            return late_of_text(criteria.late_of)
        case "bonus_rate" | "criterion_cap" | "bonus_cap" | "lowest":
            value = getattr(criteria, field)
            return "" if value is None else format_number(value)
        case "block_id":
            return "" if criteria.block_id is None else str(criteria.block_id)
    return str(getattr(criteria, field))


def set_field(workspace: Workspace, set_id: int, field: Field, text: str, *, editing: str = "") -> Changes:
    """Stores what was typed in a cell of the set; of "block_id" the id of a block, "" for all organisations.

    Acts on one cell with the same ``editing`` token are undone as one. Raises :class:`BadInput` for what does not fit.
    """
    row = records.get(workspace.file, TABLE, set_id)
    value = _read_field(field, text)
    merge = f"{TABLE}/{set_id}/{field}/{editing}" if editing else None
    with workspace.file.act(f"Sửa {CALLED[field]} của bộ tiêu chí “{shortened(str(row['name']))}”", merge) as act:
        if row[field] != value:
            records.update(workspace.file, TABLE, set_id, {field: value})
    return act.changes


def _read_field(field: Field, text: str) -> str | float | int | None:
    typed = one_line(text)
    match field:
        case "grades":
            return _grades_json(read_grades(text))
        case "late":
            return _late_json(read_late(text))
        case "block_id":
            return int(typed) if typed else None
        case "late_of":
            return _late_of_json(read_late_of(text))
        case "late_counts" if typed not in get_args(LateCounts):
            raise BadInput(f"“{typed}” không phải là cách tính.", f"Chọn một trong: {', '.join(get_args(LateCounts))}.")
        case "bonus_rate" | "criterion_cap" | "bonus_cap" | "lowest":
            return _number(typed)
        case "name" if not typed:
            raise BadInput("Bộ tiêu chí cần có tên.", "Gõ tên, ví dụ: Chấm điểm thi đua của đơn vị.")
        case "mark" if typed not in _MARKS:
            raise BadInput(f"“{typed}” không phải là một dấu đối chiếu.", f"Chọn một trong: {', '.join(_MARKS)}.")
    return typed


def _number(typed: str) -> float | None:
    if not typed:
        return None
    value = parse_number(typed.rstrip("% "))
    if value is None or value < 0:
        raise BadInput(f"“{typed}” không phải là số dùng được ở đây.", "Gõ số từ 0 trở lên, hoặc để trống.")
    return value


def remove_set(workspace: Workspace, set_id: int) -> Changes:
    """Takes a set away with its criteria and all scores by them, in one act."""
    row = records.get(workspace.file, TABLE, set_id)
    with workspace.file.act(f"Xóa bộ tiêu chí “{shortened(str(row['name']))}”") as act:
        records.delete(workspace.file, TABLE, [set_id])
    return act.changes
