"""Where in the plan a finding of the checker points, so that a click goes there."""

from __future__ import annotations

from typing import NamedTuple

from thidua_desktop.domain.checking import Finding
from thidua_desktop.domain.plan import rows as plan_rows
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.ui.tabs.plans.outline_nodes import CLOSING, GENERAL, LISTS, PREAMBLE, Key, list_key

_TEXTS = {"preamble": PREAMBLE, "closing": CLOSING}
_LIST_OF = {"PHASE": "plan_phases", "REPORT": "plan_phases", "EVENT": "plan_phases", "TARGET": "plan_targets"}


class Place(NamedTuple):
    """A line of the outline, and in it a field of the form or a row of the list ("" and -1: the words themselves)."""

    key: Key
    field: str = ""
    row: int = -1


def place_of(plan: Plan, finding: Finding) -> Place:
    """Where the finding is about; the opening of the plan when its words stand nowhere."""
    at = finding.place
    if at is None:
        return _in_lists(plan, finding) or Place(PREAMBLE)
    if at.part == "section":
        return Place(Key("section", at.section_id))
    if at.part in LISTS:
        return Place(list_key(at.part), row=at.row)
    return Place(_TEXTS.get(at.part, GENERAL), at.field)


def _in_lists(plan: Plan, finding: Finding) -> Place | None:
    named = _LIST_OF.get(finding.code.split("_")[0])
    for kind in (named,) if named else LISTS:
        for row in range(len(plan_rows.items(plan, kind))):
            if finding.quote and any(finding.quote in cell for cell in plan_rows.cells(plan, kind, row)):
                return Place(list_key(kind), row=row)
    return Place(list_key(named)) if named else None
