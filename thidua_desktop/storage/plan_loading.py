"""A plan out of its rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TypeVar, cast

from ..domain import richtext
from ..domain.plan.plans import (
    CommitmentKind,
    Comparator,
    Direction,
    LegalBasis,
    Movement,
    PartialDate,
    Phase,
    Plan,
    PlanCommitment,
    PlanSigner,
    PlanState,
    Recipient,
    Section,
    Target,
    TargetKind,
    TargetValue,
    Task,
)
from . import records
from .datafile import DataFile
from .keys import Value
from .records import Row

_Part = TypeVar("_Part")


def lines_to_json(lines: Sequence[str]) -> str:
    """Lines of plain text as the data file keeps them."""
    return json.dumps(list(lines), ensure_ascii=False)


def lines_from_json(text: Value) -> tuple[str, ...]:
    """The reverse of :func:`lines_to_json`."""
    return tuple(json.loads(str(text)))


def load_plan(file: DataFile, plan_id: int) -> Plan:
    """The plan with the ids of its rows; :class:`~.errors.RecordGone` when it is not there."""
    head = records.get(file, "plans", plan_id)
    return Plan(
        id=plan_id,
        year=cast(int, head["year"]),
        doc_type=cast(str, head["doc_type"]),
        title=cast(str, head["title"]),
        issuer=cast(str, head["issuer"]),
        symbol=_text(head["symbol"]),
        number=cast("int | None", head["number"]),
        place=_text(head["place"]),
        date=PartialDate(*(cast("int | None", head[part]) for part in ("day", "month", "date_year"))),
        theme=_text(head["theme"]),
        header=lines_from_json(head["header"]),
        preamble=richtext.from_json(str(head["preamble"])),
        sections=_sections(file, plan_id),
        closing=richtext.from_json(str(head["closing"])),
        legal_bases=_list(file, "plan_bases", plan_id, LegalBasis, "kind", "number", "date", "issuer", "quote"),
        targets=_targets(file, plan_id),
        movements=_list(file, "plan_movements", plan_id, Movement, "name", "launcher", "kind"),
        commitments=_commitments(file, plan_id),
        phases=load_phases(file, plan_id),
        tasks=_list(file, "plan_tasks", plan_id, Task, "assignee", "summary", "helpers", "due", "done_on"),
        recipients=_list(file, "plan_recipients", plan_id, Recipient, "name", "suffix"),
        signer=PlanSigner(*(_text(head[f"signer_{part}"]) for part in ("authority", "title", "name"))),
        state=cast(PlanState, head["state"]),
        amends=cast("int | None", head["amends_id"]),
        drafted_from=cast("int | None", head["drafted_from_id"]),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _rows(file: DataFile, table: str, plan_id: int) -> list[Row]:
    return records.page(file, table, where={"plan_id": plan_id})


def _list(file: DataFile, table: str, plan_id: int, make: Callable[..., _Part], *fields: str) -> tuple[_Part, ...]:
    """Rows whose columns are the fields of a dataclass, one to one."""
    return tuple(make(**{name: row[name] for name in (*fields, "id")}) for row in _rows(file, table, plan_id))


def _sections(file: DataFile, plan_id: int) -> tuple[Section, ...]:
    below: dict[Value, list[Row]] = {}
    for row in _rows(file, "plan_sections", plan_id):
        below.setdefault(row["parent_id"], []).append(row)
    return _branch(below, None)


def _branch(below: dict[Value, list[Row]], parent_id: Value) -> tuple[Section, ...]:
    return tuple(
        Section(
            level=cast(int, row["level"]),
            marker=str(row["marker"]),
            heading=_text(row["heading"]),
            body=richtext.from_json(str(row["body"])),
            children=_branch(below, row["id"]),
            id=cast(int, row["id"]),
        )
        for row in below.get(parent_id, [])
    )


def _targets(file: DataFile, plan_id: int) -> tuple[Target, ...]:
    rows = _rows(file, "plan_targets", plan_id)
    place = {row["id"]: position for position, row in enumerate(rows)}
    figures = _figures(file, "plan_target_values", "target_id", "plan_targets", plan_id)
    return tuple(
        Target(
            quote=str(row["quote"]),
            indicator=str(row["indicator"]),
            group=_text(row["group"]),
            kind=cast(TargetKind, row["kind"]),
            parent=place.get(row["parent_id"]),
            responsible=_text(row["responsible"]),
            values=figures.get(row["id"], ()),
            direction=cast(Direction, row["direction"]),
            last_year=cast("float | None", row["last_year"]),
            id=cast(int, row["id"]),
        )
        for row in rows
    )


def _commitments(file: DataFile, plan_id: int) -> tuple[PlanCommitment, ...]:
    place = {row["id"]: position for position, row in enumerate(_rows(file, "plan_targets", plan_id))}
    figures = _figures(file, "commitment_values", "commitment_id", "commitments", plan_id)
    return tuple(
        PlanCommitment(
            organisation=str(row["organisation"]),
            quote=str(row["quote"]),
            values=figures.get(row["id"], ()),
            target=place.get(row["target_id"]),
            id=cast(int, row["id"]),
            kind=cast(CommitmentKind, row["kind"]),
            direction=cast(Direction, row["direction"]),
            deadline=cast("str | None", row["deadline"]),
            proof_expected=str(row["proof_expected"]),
        )
        for row in _rows(file, "commitments", plan_id)
    )


def _figures(file: DataFile, table: str, link: str, owner: str, plan_id: int) -> dict[Value, tuple[TargetValue, ...]]:
    """The figures of all rows of ``owner`` in a plan, by the owning row, in one query."""
    found: dict[Value, tuple[TargetValue, ...]] = {}
    rows = file.query(
        f'SELECT * FROM "{table}" WHERE "{link}" IN (SELECT id FROM "{owner}" WHERE plan_id = ?) ORDER BY position, id',
        (plan_id,),
    )
    for row in rows:
        found[row[link]] = (*found.get(row[link], ()), figure(dict(row)))
    return found


def figure(row: Row) -> TargetValue:
    """A row of figures as the domain knows it."""
    return TargetValue(
        value=cast("float | None", row["value"]),
        unit=str(row["unit"]),
        comparator=cast(Comparator, row["comparator"]),
        assigned_by=_text(row["assigned_by"]),
        value_to=cast("float | None", row["value_to"]),
    )


def load_phases(file: DataFile, plan_id: int) -> tuple[Phase, ...]:
    """The phases of a plan in their order."""
    return tuple(
        Phase(
            name=str(row["name"]),
            start=_text(row["start"]),
            end=_text(row["end"]),
            report_deadline=_text(row["report_deadline"]),
            occasions=lines_from_json(row["occasions"]),
            id=cast(int, row["id"]),
        )
        for row in _rows(file, "plan_phases", plan_id)
    )
