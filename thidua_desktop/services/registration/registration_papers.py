"""The papers of registration: each organisation's own form, and the summary of the year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...domain.organisations import Organisation
from ...domain.registration.commitments import Standing
from ...storage import records
from ...storage.registration import titles_of_year
from ..awards.rule_corrections import law
from ..export_parts import Export, NothingToExport, Request
from ..office.forms import form
from ..office.offices import office
from ..office.signers import signer_on
from ..plan.plans import plan, plan_of_year
from ..workspace import Workspace
from . import commitments
from .registrations import standing

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document, Sheet
    from ...domain.papers.registration_form import RegisteredTitle
    from ...domain.papers.registration_summary import SummaryFacts
    from ...domain.plan.plans import Plan


def registration_form(
    workspace: Workspace, year: int, organisation_id: int | None = None, *, blank: bool = False
) -> Document:
    """The bản đăng ký of one organisation, or of all of the year in one document, each on new pages.

    ``blank`` leaves room to write by hand where titles and commitments stand; of a year without organisations it is
    one form for any of them. Raises :class:`NothingToExport` when a filled one is wanted of such a year.
    """
    from ...domain.papers.forms import joined
    from ...domain.papers.registration_form import RegistrationFacts
    from ...domain.papers.registration_form import registration_form as paper

    office_now, plan_now, layout = office(workspace), _plan(workspace, year), form(workspace, "registration-form")
    wanted = [organisation_id] if organisation_id is not None else list(organisations(workspace, year))
    if not wanted and not blank:
        raise NothingToExport(
            f"Năm {year} chưa có đơn vị nào đăng ký nên chưa có bản đăng ký để in.",
            "Đưa đơn vị vào danh sách năm ở thẻ Đăng ký – Giao ước, hoặc in mẫu trống.",
        )
    if not wanted:
        return paper(RegistrationFacts(year, office_now, plan_now), layout)
    titles = () if blank else _titles(workspace, year, organisation_id)
    promised = () if blank else commitments.of_year(workspace, year, organisation_id)
    made = []
    for one_id in wanted:
        one = _organisation(workspace, one_id)
        parent = _organisation(workspace, one.parent_id).name if one.parent_id else ""
        facts = RegistrationFacts(
            year,
            office_now,
            plan_now,
            one,
            parent,
            tuple(title for title in titles if title.organisation_id == one_id),
            tuple(promise for promise in promised if promise.organisation_id == one_id),
        )
        made.append(paper(facts, layout))
    return joined(tuple(made))


def registration_summary(workspace: Workspace, year: int) -> Document:
    """The year's registrations by organisation and title; :class:`NothingToExport` for a year without any."""
    from ...domain.papers.registration_summary import registration_summary as paper

    return paper(_summary_facts(workspace, year), form(workspace, "registration-summary"))


def registration_summary_sheet(workspace: Workspace, year: int) -> Sheet:
    """The year's registrations as a spreadsheet; :class:`NothingToExport` for a year without any."""
    from ...domain.papers.registration_summary import registration_summary_sheet as sheet

    return sheet(_summary_facts(workspace, year))


def organisations(workspace: Workspace, year: int) -> Mapping[int, str]:
    """The organisations that have a bản đăng ký in the year, id → name, in the order lists print them."""
    return {one.organisation_id: one.name for one in _listed(workspace, year)}


def _listed(workspace: Workspace, year: int) -> tuple[Standing, ...]:
    """Those in the year's list, and those that the plan says commitments of."""
    return tuple(one for one in standing(workspace, year) if one.registration_id or one.commitments)


def _plan(workspace: Workspace, year: int) -> Plan | None:
    found = plan_of_year(workspace, year)
    return plan(workspace, found.id) if found else None


def _titles(workspace: Workspace, year: int, organisation_id: int | None = None) -> tuple[RegisteredTitle, ...]:
    from ...domain.papers.registration_form import RegisteredTitle

    return tuple(
        RegisteredTitle(
            int(row["organisation_id"] or 0),
            str(row["subject"]),
            str(row["subject_kind"]),
            str(row["award"]),
            str(row["note"]),
            str(row["post"]),
        )
        for row in titles_of_year(workspace.file, year, organisation_id)
    )


def _organisation(workspace: Workspace, organisation_id: int) -> Organisation:
    row = records.get(workspace.file, "organisations", organisation_id)
    return Organisation(
        name=str(row["name"]),
        parent_id=int(row["parent_id"]) if row["parent_id"] else None,
        head=str(row["head"]),
        head_position=str(row["head_position"]),
        id=organisation_id,
    )


def _summary_facts(workspace: Workspace, year: int) -> SummaryFacts:
    from ...domain.papers.registration_summary import SummaryFacts

    listed = _listed(workspace, year)
    if not listed:
        raise NothingToExport(
            f"Năm {year} chưa có đơn vị nào đăng ký nên chưa có gì để tổng hợp.",
            "Đưa đơn vị vào danh sách năm ở thẻ Đăng ký – Giao ước.",
        )
    signer = signer_on(workspace, workspace.today().isoformat())
    return SummaryFacts(year, office(workspace), signer, law(workspace).awards, listed, _titles(workspace, year))


def _form(workspace: Workspace, request: Request) -> Document:
    return registration_form(workspace, request.year, request.organisation_id, blank=request.blank)


def _summary(workspace: Workspace, request: Request) -> Document:
    return registration_summary(workspace, request.year)


def _summary_sheet(workspace: Workspace, request: Request) -> Sheet:
    return registration_summary_sheet(workspace, request.year)


def _each(workspace: Workspace, request: Request) -> Mapping[int, str]:
    return organisations(workspace, request.year)


EXPORTS = {
    "registration-form": Export("Bản đăng ký thi đua", _form, for_each=_each),
    "registration-summary": Export("Bảng tổng hợp đăng ký", _summary, _summary_sheet),
}
