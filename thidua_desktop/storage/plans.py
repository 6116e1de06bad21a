"""A whole plan in and out of the data file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..domain import richtext
from ..domain.plan.plans import Plan, PlanCommitment, PlanState, Section, Target, TargetValue
from . import records
from .datafile import DataFile
from .errors import BadValue
from .keys import Value
from .plan_loading import lines_to_json, load_plan
from .records import Row

__all__ = [
    "COUNTS",
    "PlanSummary",
    "commitment_row",
    "ensure_year",
    "head_row",
    "insert_plan",
    "insert_section",
    "insert_values",
    "list_rows",
    "load_plan",
    "plan_summaries",
    "target_row",
]


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan in a list: how much it holds, how far it is, and the file it came from ("" when written here).

    ``counts`` is whether its targets, phases and tasks are those of the year: not of a version that an issued one
    replaced, nor of a new version that is not issued yet.
    """

    id: int
    title: str
    doc_type: str
    year: int
    targets: int
    movements: int
    phases: int
    source_name: str
    state: PlanState = "bản thảo"
    number: int | None = None
    amends_id: int | None = None
    counts: bool = True


COUNTS = """(p.amends_id IS NULL OR p.state = 'ban hành')
    AND NOT EXISTS (SELECT 1 FROM plans newer WHERE newer.amends_id = p.id AND newer.state = 'ban hành')"""
"""The plans ``p`` whose rows are those of their year; see :class:`PlanSummary`."""


def plan_summaries(file: DataFile, year: int | None = None) -> list[PlanSummary]:
    """The plans of a year, or all of them, oldest first."""
    condition, values = ("WHERE p.year = ?", (year,)) if year is not None else ("", ())
    rows = file.query(
        f"""SELECT p.id, p.title, p.doc_type, p.year,
                   (SELECT count(*) FROM plan_targets WHERE plan_id = p.id) AS targets,
                   (SELECT count(*) FROM plan_movements WHERE plan_id = p.id) AS movements,
                   (SELECT count(*) FROM plan_phases WHERE plan_id = p.id) AS phases,
                   coalesce(a.name, '') AS source_name, p.state, p.number, p.amends_id, {COUNTS} AS counts
            FROM plans p LEFT JOIN attachments a ON a.id = p.attachment_id {condition} ORDER BY p.year, p.id""",
        values,
    )
    return [PlanSummary(**{**dict(row), "counts": bool(row["counts"])}) for row in rows]


def insert_plan(file: DataFile, plan: Plan, attachment_id: int | None = None) -> int:
    """Stores a plan as a new one inside an act and returns its id; ids in ``plan`` are not used. Makes its year too.

    Raises :class:`BadValue` for a target or a commitment that names none of the plan's targets.
    """
    ensure_year(file, plan.year)
    plan_id = records.insert(file, "plans", {**head_row(plan), "attachment_id": attachment_id})
    owner = {"plan_id": plan_id}
    for section in plan.sections:
        insert_section(file, plan_id, None, section)
    target_ids = _insert_targets(file, plan_id, plan.targets)
    for commitment in plan.commitments:
        towards = None if commitment.target is None else _named(target_ids, commitment.target, "a commitment")
        row = owner | commitment_row(commitment) | {"target_id": towards}
        commitment_id = records.insert(file, "commitments", row)
        insert_values(file, "commitment_values", {"commitment_id": commitment_id}, commitment.values)
    for table, rows in list_rows(plan).items():
        for values in rows:
            records.insert(file, table, owner | values)
    return plan_id


def ensure_year(file: DataFile, year: int) -> None:
    """Adds the year to the file unless it is there."""
    if not records.count(file, "years", where={"year": year}):
        records.insert(file, "years", {"year": year})


def head_row(plan: Plan) -> Row:
    """The plan's own row, without its files."""
    return {
        "year": plan.year,
        "doc_type": plan.doc_type,
        "title": plan.title,
        "issuer": plan.issuer,
        "symbol": plan.symbol,
        "number": plan.number,
        "place": plan.place,
        "day": plan.date.day,
        "month": plan.date.month,
        "date_year": plan.date.year,
        "theme": plan.theme,
        "header": lines_to_json(plan.header),
        "preamble": richtext.to_json(plan.preamble),
        "closing": richtext.to_json(plan.closing),
        "signer_authority": plan.signer.authority,
        "signer_title": plan.signer.title,
        "signer_name": plan.signer.name,
        "state": plan.state,
        "amends_id": plan.amends,
        "drafted_from_id": plan.drafted_from,
    }


def list_rows(plan: Plan) -> dict[str, list[Row]]:
    """The rows of the lists that have neither figures nor links, by table."""
    return {
        "plan_bases": [
            {"kind": b.kind, "number": b.number, "date": b.date, "issuer": b.issuer, "quote": b.quote}
            for b in plan.legal_bases
        ],
        "plan_movements": [{"name": m.name, "launcher": m.launcher, "kind": m.kind} for m in plan.movements],
        "plan_phases": [
            {
                "name": p.name,
                "start": p.start,
                "end": p.end,
                "report_deadline": p.report_deadline,
                "occasions": lines_to_json(p.occasions),
            }
            for p in plan.phases
        ],
        "plan_tasks": [
            {"assignee": t.assignee, "summary": t.summary, "helpers": t.helpers, "due": t.due, "done_on": t.done_on}
            for t in plan.tasks
        ],
        "plan_recipients": [{"name": r.name, "suffix": r.suffix} for r in plan.recipients],
    }


def insert_section(file: DataFile, plan_id: int, parent_id: int | None, section: Section) -> int:
    """Adds a section with all below it as the last one of its parent; returns its id."""
    section_id = records.insert(
        file,
        "plan_sections",
        {
            "plan_id": plan_id,
            "parent_id": parent_id,
            "level": section.level,
            "marker": section.marker,
            "heading": section.heading,
            "body": richtext.to_json(section.body),
        },
    )
    for child in section.children:
        insert_section(file, plan_id, section_id, child)
    return section_id


def target_row(target: Target) -> Row:
    """A target's own row, without its figures and the one it is a part of."""
    return {
        "quote": target.quote,
        "indicator": target.indicator,
        "group": target.group,
        "kind": target.kind,
        "responsible": target.responsible,
        "direction": target.direction,
        "last_year": target.last_year,
    }


def commitment_row(commitment: PlanCommitment) -> Row:
    """A commitment's own row, without its figures, its target and the organisation of the directory."""
    return {
        "organisation": commitment.organisation,
        "quote": commitment.quote,
        "kind": commitment.kind,
        "direction": commitment.direction,
        "deadline": commitment.deadline,
        "proof_expected": commitment.proof_expected,
    }


def _insert_targets(file: DataFile, plan_id: int, targets: Sequence[Target]) -> list[int]:
    """Adds the targets and returns their ids."""
    ids: list[int] = []
    for target in targets:
        ids.append(records.insert(file, "plan_targets", {"plan_id": plan_id} | target_row(target)))
        insert_values(file, "plan_target_values", {"target_id": ids[-1]}, target.values)
    for position, target in enumerate(targets):
        if target.parent is not None:
            parent_id = _named(ids, target.parent, f"target {position}")
            records.update(file, "plan_targets", ids[position], {"parent_id": parent_id})
    return ids


def _named(ids: Sequence[int], position: int, by: str) -> int:
    """The id of the target at that position, which ``by`` names."""
    if not 0 <= position < len(ids):
        raise BadValue(f"{by} names target {position}, which is not there")
    return ids[position]


def insert_values(file: DataFile, table: str, owner: Mapping[str, Value], values: Sequence[TargetValue]) -> None:
    """Adds the figures of one target or commitment, which ``owner`` (its column and id) names; inside an act."""
    for value in values:
        row: Row = {
            "value": value.value,
            "unit": value.unit,
            "comparator": value.comparator,
            "assigned_by": value.assigned_by,
            "value_to": value.value_to,
        }
        records.insert(file, table, dict(owner) | row)
