"""Gia đình văn hóa on paper: the list of each thôn, tổ dân phố, and the summary of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...domain.registers.directory import VILLAGE
from ...domain.registration.periods import POSTING, Period, period
from ...storage import records
from ..export_parts import Export, NothingToExport, Request
from ..office.forms import form
from ..office.offices import office
from ..office.signers import signer_on
from ..registers import register_rows as rows_of
from ..workspace import Workspace
from . import paper_facts, registered
from .households import AWARD, HOUSEHOLD

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document
    from ...domain.papers.culture_papers import Village
    from ...domain.papers.year_heads import OrganisationYear

_NOTHING = "Chưa có thôn, tổ dân phố nào đăng ký “Gia đình văn hóa”, chưa có danh sách để in."


def culture_list(workspace: Workspace, request: Request) -> Document:
    """The list of one thôn, or those of all of them in one document; :class:`NothingToExport` without any."""
    from ...domain.papers.culture_papers import culture_list as paper

    layout, posting = form(workspace, "culture-list"), _posting(workspace, request.year)
    wanted = _each(workspace, request)

    def made(one: OrganisationYear) -> Document | None:
        if one.organisation is None:
            return paper(one, None, posting, layout)
        if one.organisation.id not in wanted:
            return None
        return paper(one, None if request.blank else _village(workspace, one), posting, layout)

    return paper_facts.for_organisations(workspace, request, made, "danh sách Gia đình văn hóa", _NOTHING)


def culture_summary(workspace: Workspace, request: Request) -> Document:
    """The figures of every thôn with their sums; :class:`NothingToExport` without any."""
    from ...domain.papers.culture_papers import culture_summary as paper

    year = request.year
    plan_now = paper_facts.plan_that_counts(workspace, year)
    villages = [
        _village(workspace, paper_facts.one_in_year(workspace, year, one, plan_now))
        for one in _each(workspace, request)
    ]
    if not villages:
        raise NothingToExport(
            f"Năm {year} chưa có thôn, tổ dân phố nào trong danh sách nên chưa có gì để tổng hợp.",
            f"Đưa thôn vào danh sách năm, loại đơn vị là “{VILLAGE}”.",
        )
    signer = signer_on(workspace, workspace.today().isoformat())
    return paper(year, office(workspace), signer, villages, form(workspace, "culture-summary"))


def _posting(workspace: Workspace, year: int) -> Period | None:
    return period(workspace.definitions.registration_periods, POSTING, f"{year}-12-31")


def _village(workspace: Workspace, one: OrganisationYear) -> Village:
    from ...domain.papers.culture_papers import Household, Village
    from ...domain.registration.registered import CultureYear

    of = one.organisation.id if one.organisation else 0
    found = records.page(workspace.file, "registrations", where={"year": one.year, "organisation_id": of}, limit=1)
    figures = registered.culture(workspace, rows_of.row_id(found[0])) if found else CultureYear(0)
    households = tuple(
        Household(title.subject, title.note)
        for title in paper_facts.titles(workspace, one.year, of)
        if (title.subject_kind, title.award) == (HOUSEHOLD, AWARD)
    )
    return Village(one.name, figures, households)


def _each(workspace: Workspace, request: Request) -> Mapping[int, str]:
    """The organisations that are a thôn, tổ dân phố."""
    listed = paper_facts.listed(workspace, request.year)
    return {one.organisation_id: one.name for one in listed if one.kind == VILLAGE}


EXPORTS = {
    "culture-list": Export("Danh sách Gia đình văn hóa", culture_list, for_each=_each),
    "culture-summary": Export("Tổng hợp Gia đình văn hóa", culture_summary),
}
