"""Words of a stored plan changed as the page changes them: the whole text is stored with other words in one place."""

from __future__ import annotations

from typing import Literal

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.outline.text import lines_of
from thidua_desktop.domain.plan.drafts import with_section, with_text
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.domain.richtext import Paragraph
from thidua_desktop.services.plan import plan_text, plans
from thidua_desktop.services.workspace import Workspace


def set_text(
    desk: Workspace, plan_id: int, part: Literal["preamble", "closing"], paragraphs: tuple[Paragraph, ...]
) -> Changes:
    return _stored(desk, with_text(plans.plan(desk, plan_id), part, paragraphs), "")


def set_heading(desk: Workspace, plan_id: int, section_id: int, heading: str, *, editing: str = "") -> Changes:
    return _stored(desk, with_section(plans.plan(desk, plan_id), section_id, heading=heading), editing)


def set_body(
    desk: Workspace, plan_id: int, section_id: int, body: tuple[Paragraph, ...], *, editing: str = ""
) -> Changes:
    return _stored(desk, with_section(plans.plan(desk, plan_id), section_id, body=body), editing)


def _stored(desk: Workspace, wanted: Plan, editing: str) -> Changes:
    return plan_text.set_plan_lines(desk, wanted.id, lines_of(wanted), editing=editing)[0]
