"""Where in the plan a finding of the checker points, so that a click goes there."""

from __future__ import annotations

from typing import NamedTuple

from thidua_desktop.domain import plan_rows
from thidua_desktop.domain.checking import Finding
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.richtext import Paragraph
from thidua_desktop.ui.tabs.plans.outline_nodes import CLOSING, GENERAL, LISTS, PREAMBLE, Key, list_key

# Findings about something that is missing have no words in the text to look for.
_FIELD_OF = {
    "NUMBER_BLANK": "number",
    "DATE_BLANK": "day",
    "DATE_INVALID": "day",
    "SIGN_NO_TM": "signer_authority",
    "DOCTYPE_NONSTANDARD": "doc_type",
    "ISSUER_MISMATCH": "issuer",
}
_LIST_OF = {"PHASE": "plan_phases", "REPORT": "plan_phases", "EVENT": "plan_phases", "TARGET": "plan_targets"}


class Place(NamedTuple):
    """A line of the outline, and in it a field of the form or a row of the list ("" and -1: the words themselves)."""

    key: Key
    field: str = ""
    row: int = -1


def place_of(plan: Plan, finding: Finding) -> Place:
    """Where the finding is about; the opening of the plan when its words stand nowhere."""
    if finding.code in _FIELD_OF:
        return Place(GENERAL, _FIELD_OF[finding.code])
    return _in_text(plan, finding.quote) or _in_lists(plan, finding) or _in_head(plan, finding.quote) or Place(PREAMBLE)


def _in_text(plan: Plan, words: str) -> Place | None:
    if _holds(plan.preamble, words):
        return Place(PREAMBLE)
    for section in plan.all_sections():
        if _holds(section.body, words) or words in f"{section.marker} {section.heading or ''}":
            return Place(Key("section", section.id))
    return Place(CLOSING) if _holds(plan.closing, words) else None


def _in_lists(plan: Plan, finding: Finding) -> Place | None:
    named = _LIST_OF.get(finding.code.split("_")[0])
    for kind in (named,) if named else LISTS:
        for row in range(len(plan_rows.items(plan, kind))):
            if any(finding.quote in cell for cell in plan_rows.cells(plan, kind, row)):
                return Place(list_key(kind), row=row)
    return Place(list_key(named)) if named else None


def _in_head(plan: Plan, words: str) -> Place | None:
    for field, text in (("title", plan.title), ("theme", plan.theme), ("place", plan.place)):
        if text and words in text:
            return Place(GENERAL, field)
    return Place(GENERAL) if any(words in line for line in plan.header) else None


def _holds(paragraphs: tuple[Paragraph, ...], words: str) -> bool:
    return any(words in paragraph.text for paragraph in paragraphs)
