"""The papers of registration: each organisation's own form, and the summary of the year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...storage import records
from ..awards.rule_corrections import law
from ..export_parts import Export, NothingToExport, Request
from ..office.forms import form
from ..office.offices import office
from ..office.signers import signer_on
from ..workspace import Workspace
from . import paper_facts
from .sharing import owed_shares

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document, Sheet
    from ...domain.papers.registration_form import Registered
    from ...domain.papers.registration_summary import SummaryFacts


def registration_form(
    workspace: Workspace, year: int, organisation_id: int | None = None, *, blank: bool = False
) -> Document:
    """The bản đăng ký of one organisation, or of all of the year in one document, each on new pages.

    Until it has come back it also names the targets that the plan makes the organisation responsible for and it has no
    commitment of, each with its own share.
    ``blank`` leaves room to write by hand where what is registered stands; of a year without organisations it is
    one form for any of them. Raises :class:`NothingToExport` when a filled one is wanted of such a year.
    """
    from ...domain.papers.registration_form import Registered
    from ...domain.papers.registration_form import registration_form as paper

    layout = form(workspace, "registration-form")
    held = Registered() if blank else paper_facts.registered(workspace, year, organisation_id)
    if not blank:
        held = _with_owed(workspace, year, held, organisation_id)
    request = Request(year, organisation_id=organisation_id, blank=blank)
    return paper_facts.for_organisations(
        workspace,
        request,
        lambda one: paper(one, held.of(one.organisation.id) if one.organisation else held, layout),
        "bản đăng ký",
    )


def _with_owed(workspace: Workspace, year: int, held: Registered, organisation_id: int | None) -> Registered:
    """What is registered, and the own share of the plan of those whose form is still out."""
    rows = records.page(workspace.file, "registrations", where={"year": year})
    back = {row["organisation_id"] for row in rows if row["received_on"]}
    if organisation_id in back:
        return held
    owed = (one for one in owed_shares(workspace, year, organisation_id) if one.organisation_id not in back)
    return replace(held, commitments=(*held.commitments, *owed))


def registration_summary(workspace: Workspace, year: int) -> Document:
    """The year's registrations by organisation and title; :class:`NothingToExport` for a year without any."""
    from ...domain.papers.registration_summary import registration_summary as paper

    return paper(_summary_facts(workspace, year), form(workspace, "registration-summary"))


def registration_summary_sheet(workspace: Workspace, year: int) -> Sheet:
    """The year's registrations as a spreadsheet; :class:`NothingToExport` for a year without any."""
    from ...domain.papers.registration_summary import registration_summary_sheet as sheet

    return sheet(_summary_facts(workspace, year))


def _summary_facts(workspace: Workspace, year: int) -> SummaryFacts:
    from ...domain.papers.registration_summary import SummaryFacts

    listed = paper_facts.listed(workspace, year)
    if not listed:
        raise NothingToExport(
            f"Năm {year} chưa có đơn vị nào đăng ký nên chưa có gì để tổng hợp.",
            "Đưa đơn vị vào danh sách năm ở thẻ Đăng ký – Giao ước.",
        )
    signer = signer_on(workspace, workspace.today().isoformat())
    held = paper_facts.registered(workspace, year)
    return SummaryFacts(
        year,
        office(workspace),
        signer,
        law(workspace).awards,
        listed,
        held.titles,
        held.initiatives,
        held.movements,
    )


def _form(workspace: Workspace, request: Request) -> Document:
    return registration_form(workspace, request.year, request.organisation_id, blank=request.blank)


def _summary(workspace: Workspace, request: Request) -> Document:
    return registration_summary(workspace, request.year)


def _summary_sheet(workspace: Workspace, request: Request) -> Sheet:
    return registration_summary_sheet(workspace, request.year)


EXPORTS = {
    "registration-form": Export("Bản đăng ký thi đua", _form, for_each=paper_facts.each),
    "registration-summary": Export("Bảng tổng hợp đăng ký", _summary, _summary_sheet),
}
