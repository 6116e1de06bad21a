"""The phiếu đăng ký of each person who registered a title, or blank ones for an organisation's people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ...domain.vietnamese import fold
from ...storage import records
from ...storage import registration as stored
from ..export_parts import Export, Request
from ..office.forms import form
from ..workspace import Workspace
from . import paper_facts

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document
    from ...domain.papers.personal_registration import PersonRegistering
    from ...domain.papers.year_heads import OrganisationYear

_NOTHING = "Chưa có cá nhân nào đăng ký danh hiệu nên chưa có phiếu đăng ký cá nhân để in."


def personal_registration(workspace: Workspace, request: Request) -> Document:
    """A paper for each person of the organisation, or of all, who registered a title, each on a new page.

    Of blank ones there are ``request.copies`` for each organisation. Raises :class:`NothingToExport` without people.
    """
    from ...domain.papers.forms import joined
    from ...domain.papers.personal_registration import personal_registration as paper

    layout = form(workspace, "personal-registration")

    def papers(one: OrganisationYear) -> Document | None:
        people = [None] * max(1, request.copies) if request.blank else _people(workspace, one)
        return joined(tuple(paper(one, person, layout) for person in people)) if people else None

    return paper_facts.for_organisations(workspace, request, papers, "phiếu đăng ký cá nhân", _NOTHING)


def _people(workspace: Workspace, one: OrganisationYear) -> list[PersonRegistering]:
    """The people of the organisation who registered a title, with what the directory knows of them."""
    from ...domain.papers.personal_registration import people_of

    of = one.organisation.id if one.organisation else 0
    held = paper_facts.registered(workspace, one.year, of)
    named = {
        fold(str(row["subject"])): int(row["person_id"])
        for row in stored.titles_of_year(workspace.file, one.year, of)
        if row["person_id"]
    }
    return [
        _known(workspace, person, named.get(fold(person.name))) for person in people_of(held.titles, held.initiatives)
    ]


def _known(workspace: Workspace, person: PersonRegistering, person_id: int | None) -> PersonRegistering:
    if person_id is None:
        return person
    row = records.get(workspace.file, "people", person_id)
    return replace(
        person,
        sex=str(row["sex"]),
        birth_date=cast("str | None", row["birth_date"]),
        employed_on=cast("str | None", row["employed_on"]),
        party_member=bool(row["party_member"]),
    )


def _each(workspace: Workspace, request: Request) -> Mapping[int, str]:
    """All organisations for blank ones, else those whose people registered a title."""
    listed = paper_facts.each(workspace, request)
    if request.blank:
        return listed
    titles = paper_facts.titles(workspace, request.year)
    own = {one.organisation_id for one in titles if one.subject_kind == "cá nhân"}
    return {key: name for key, name in listed.items() if key in own}


EXPORTS = {
    "personal-registration": Export("Phiếu đăng ký thi đua cá nhân", personal_registration, for_each=_each),
}
