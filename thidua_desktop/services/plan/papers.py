"""A plan as papers: gathered here on the main thread, rendered elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..export_parts import Export, Request, Subject
from ..office.forms import form
from ..office.offices import office
from ..workspace import Workspace
from .plans import plan, plan_of_year, plan_summaries

if TYPE_CHECKING:
    from ...domain.papers.blocks import Book, Document


def plan_document(workspace: Workspace, plan_id: int) -> Document:
    """The plan as a paper; ``RecordGone`` when it is not there, ``DefinitionError`` for a broken form."""
    from ...domain.papers.plan_paper import plan_paper

    return plan_paper(plan(workspace, plan_id), office(workspace), form(workspace, "plan"))


def targets_document(workspace: Workspace, plan_id: int) -> Document:
    """The plan's targets as a paper of their own."""
    from ...domain.papers.targets_paper import targets_paper

    return targets_paper(plan(workspace, plan_id), office(workspace), form(workspace, "targets"))


def targets_sheet(workspace: Workspace, plan_id: int) -> Book:
    """The annex of the plan's targets as a spreadsheet; on sheets of their own, what was achieved of them."""
    from ...domain.papers.blocks import Book
    from ...domain.papers.result_sheets import results_book
    from ...domain.papers.targets_paper import targets_sheet as annex
    from ..reports.reports import gather

    shown = plan(workspace, plan_id)
    results = results_book(gather(workspace, shown.year, plan_id=plan_id))
    return Book((annex(shown, office(workspace)), *results.sheets))


def _ids(workspace: Workspace, year: int) -> list[int]:
    """The plans of the year; the last one, which is meant when none is named, is the plan of the year."""
    meant = plan_of_year(workspace, year)
    ids = [summary.id for summary in plan_summaries(workspace, year) if meant is None or summary.id != meant.id]
    return [*ids, meant.id] if meant else ids


def _plan(workspace: Workspace, request: Request) -> Document:
    return plan_document(workspace, request.subject_id)


def _targets(workspace: Workspace, request: Request) -> Document:
    return targets_document(workspace, request.subject_id)


def _targets_sheet(workspace: Workspace, request: Request) -> Book:
    return targets_sheet(workspace, request.subject_id)


PLAN = Subject("kế hoạch", _ids)
EXPORTS = {
    "plan": Export("Kế hoạch", _plan, about=PLAN),
    "targets": Export("Bảng chỉ tiêu", _targets, _targets_sheet, about=PLAN),
}
