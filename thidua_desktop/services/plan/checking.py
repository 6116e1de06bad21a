"""The document checker over stored plans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from ...domain.checking import CheckRules, Finding
from ...domain.checking import check_plan as check
from ...domain.legal_acts import LegalAct
from ...domain.plan.plans import PlanReading
from ...storage import records
from ..workspace import Workspace
from .plans import plan

_JOINED = re.compile(r"đã nối lại: “…(.+?) / ")  # what the reader says of a sentence it joined (importing.mending)


def check_plan(workspace: Workspace, plan_id: int) -> tuple[Finding, ...]:
    """What the checks have to say about a plan as it stands now, by the office's own register of acts."""
    return check(plan(workspace, plan_id), legal_acts(workspace), workspace.definitions.check_rules, ())


def check_reading(workspace: Workspace, reading: PlanReading) -> tuple[Finding, ...]:
    """What the checks have to say about a plan that was read and is not stored yet."""
    return findings_in(reading, legal_acts(workspace), workspace.definitions.check_rules)


def findings_in(reading: PlanReading, acts: Sequence[LegalAct], rules: CheckRules) -> tuple[Finding, ...]:
    """As :func:`check_reading`, with the register of acts and the rules given; needs no data file."""
    joined = [found[1] for doubt in reading.doubts if (found := _JOINED.search(doubt))]
    return check(reading.plan, acts, rules, [line.text for line in reading.lines], joined)


def legal_acts(workspace: Workspace) -> tuple[LegalAct, ...]:
    """The register of acts as the office keeps it."""
    return tuple(_legal_act(row) for row in records.page(workspace.file, "legal_acts"))


def _legal_act(row: records.Row) -> LegalAct:
    return LegalAct(
        kind=str(row["kind"]),
        number=str(row["number"]),
        title=str(row["title"]),
        date=cast("str | None", row["date"]),
        issuer=str(row["issuer"]),
        valid_from=cast("str | None", row["valid_from"]),
        valid_to=cast("str | None", row["valid_to"]),
        replaced_by=str(row["replaced_by"]),
        mark=str(row["mark"]),
        source=str(row["source"]),
        short_title=str(row["short_title"]),
        id=cast(int, row["id"]),
    )
