"""The commune's own registration and pledge on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.registration.commune import told_below
from ..awards.rule_corrections import law
from ..export_parts import Export, Request
from ..office.forms import form
from ..office.offices import office
from ..office.signers import signer_on
from ..plan.plans import plan_of_year
from ..workspace import Workspace
from . import paper_facts
from .commune import commune_registration
from .cover import cover

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


def _below(workspace: Workspace, request: Request) -> tuple[str, ...]:
    """Which of its figures do not come up to what a level above assigned; of a blank paper nothing."""
    found = plan_of_year(workspace, request.year)
    if found is None or request.blank:
        return ()
    told = told_below(one for one in cover(workspace, request.year).targets if one.plan_id == found.id)
    return (told,) if told else ()


EXPORTS = {"commune-registration": Export("Bản đăng ký, giao ước thi đua của xã", commune_paper, remarks=_below)}
