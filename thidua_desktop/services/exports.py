"""Everything that can be exported, by the name that the command ``export`` gives it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .awards import award_papers
from .chasing import papers as chase_papers
from .export_parts import Export, Request
from .plan import papers
from .registration import (
    commune_papers,
    cover_papers,
    culture_papers,
    personal_papers,
    pledge_papers,
    registration_papers,
)
from .reports import report_papers
from .scoring import score_papers
from .sheets import exports as form_sheets
from .workspace import Workspace

if TYPE_CHECKING:
    from ..domain.papers.blocks import Document


def _in_its_form(export: Export) -> Export:
    """The export whose paper is set in the form that the request names."""
    if (gather := export.document) is None:
        return export

    def document(workspace: Workspace, request: Request) -> Document:
        return gather(replace(workspace, form=request.form), request)

    return replace(export, document=document)


_ALL: dict[str, Export] = {
    **papers.EXPORTS,
    **registration_papers.EXPORTS,
    **personal_papers.EXPORTS,
    **culture_papers.EXPORTS,
    **commune_papers.EXPORTS,
    **pledge_papers.EXPORTS,
    **cover_papers.EXPORTS,
    **chase_papers.EXPORTS,
    **score_papers.EXPORTS,
    **form_sheets.EXPORTS,
    **award_papers.EXPORTS,
    **report_papers.EXPORTS,
}
OF_REGISTRATION: tuple[str, ...] = tuple(
    name
    for module in (
        registration_papers,
        personal_papers,
        culture_papers,
        commune_papers,
        pledge_papers,
        cover_papers,
        chase_papers,
        score_papers,
    )
    for name, export in module.EXPORTS.items()
    if export.document
)
"""The papers of registration, pledges, chasing and scores, in the order of the year's work."""

EXPORTS: dict[str, Export] = {name: _in_its_form(export) for name, export in _ALL.items()}
