"""The commune's own registration and pledge on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..awards.rule_corrections import law
from ..export_parts import Export, Request
from ..office.forms import form
from ..office.offices import office
from ..office.signers import signer_on
from ..workspace import Workspace
from . import paper_facts
from .commune import commune_registration

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document


def commune_paper(workspace: Workspace, request: Request) -> Document:
    """What the commune registers and pledges in the year; what is not known yet is left to the pen, of a blank one all
    but whom it is for.
    """
    from ...domain.papers.commune_registration import CommuneFacts
    from ...domain.papers.commune_registration import commune_registration as paper

    year = request.year
    facts = CommuneFacts(
        year,
        office(workspace),
        signer_on(workspace, workspace.today().isoformat()),
        paper_facts.plan_that_counts(workspace, year),
        commune_registration(workspace, year),
        paper_facts.titles(workspace, year),
        law(workspace).awards,
    )
    return paper(facts, form(workspace, "commune-registration"), blank=request.blank)


EXPORTS = {"commune-registration": Export("Bản đăng ký, giao ước thi đua của xã", commune_paper)}
