"""What the papers of registration are made of: the organisations of the year with their numbers, and
what they registered.

A paper of one organisation and the same paper of all of them are gathered in one way: :func:`for_organisations`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ...domain.members.names import printed_name
from ...domain.organisations import Organisation
from ...domain.registration.commitments import Standing
from ...domain.vietnamese import fold
from ...storage import records
from ...storage import registration as stored
from ..awards.rule_corrections import law
from ..export_parts import NothingToExport, Request
from ..members.names import printed_names
from ..office.offices import office
from ..plan.plans import plan, plan_of_year
from ..workspace import Workspace
from . import commitments
from .registrations import standing

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document
    from ...domain.papers.registration_form import Registered, RegisteredTitle
    from ...domain.papers.year_heads import OrganisationYear
    from ...domain.plan.plans import Plan


def listed(workspace: Workspace, year: int) -> tuple[Standing, ...]:
    """The organisations in the year's list, and those that the plan says commitments of, named as papers print them."""
    names = printed_names(workspace)
    return tuple(
        replace(one, name=names[one.organisation_id])
        for one in standing(workspace, year)
        if one.registration_id or one.commitments
    )


def organisations(workspace: Workspace, year: int) -> Mapping[int, str]:
    """The same, id → name."""
    return {one.organisation_id: one.name for one in listed(workspace, year)}


def each(workspace: Workspace, request: Request) -> Mapping[int, str]:
    """The organisations that a paper of their own can be written for; for ``Export.for_each``."""
    return organisations(workspace, request.year)


def for_organisations(
    workspace: Workspace,
    request: Request,
    paper: Callable[[OrganisationYear], Document | None],
    title: str,
    nothing: str = "",
) -> Document:
    """The paper of the organisation that the request names, or those of all of the year in one document.

    ``paper`` gives None for an organisation that has nothing to print. A blank one of a year without organisations is
    one form for any of them. Raises :class:`NothingToExport`, naming the ``title``, when there is none; ``nothing``
    says why, where there are organisations.
    """
    from ...domain.papers.forms import joined
    from ...domain.papers.year_heads import OrganisationYear

    year = request.year
    wanted = [request.organisation_id] if request.organisation_id is not None else list(organisations(workspace, year))
    plan_now = plan_that_counts(workspace, year)
    found: list[OrganisationYear] = [one_in_year(workspace, year, one, plan_now) for one in wanted]
    if not found and request.blank:
        found = [OrganisationYear(year, office(workspace), plan_now)]
    made = tuple(document for one in found if (document := paper(one)) is not None)
    if not made:
        raise NothingToExport(
            f"Năm {year} chưa có đơn vị nào đăng ký nên chưa có {title} để in."
            if not found
            else nothing or f"Chưa có gì để in {title} năm {year}.",
            "Đưa đơn vị vào danh sách năm ở thẻ Đăng ký – Giao ước, hoặc in mẫu trống.",
        )
    return joined(made)


def one_in_year(workspace: Workspace, year: int, organisation_id: int, plan_now: Plan | None) -> OrganisationYear:
    """The organisation as its papers of the year name it."""
    from ...domain.papers.year_heads import OrganisationYear

    row = records.get(workspace.file, "organisations", organisation_id)
    parent = records.get(workspace.file, "organisations", int(row["parent_id"])) if row["parent_id"] else None
    registered = records.page(
        workspace.file, "registrations", where={"year": year, "organisation_id": organisation_id}, limit=1
    )
    return OrganisationYear(
        year,
        office(workspace),
        plan_now,
        Organisation(
            name=_printed(row),
            head=str(row["head"]),
            head_position=str(row["head_position"]),
            kind=str(row["kind"]),
            id=organisation_id,
        ),
        _printed(parent) if parent else "",
        cast("int | None", registered[0]["number"]) if registered else None,
        bool(row["by_school_year"]),
        bool(registered and registered[0]["received_on"]),
    )


def _printed(row: records.Row) -> str:
    """The name as papers print it."""
    return printed_name(str(row["name"]), str(row["printed_name"]))


def plan_that_counts(workspace: Workspace, year: int) -> Plan | None:
    """The plan of the year with all that stands in it, None for a year without one."""
    found = plan_of_year(workspace, year)
    return plan(workspace, found.id) if found else None


def registered(workspace: Workspace, year: int, organisation_id: int | None = None) -> Registered:
    """What was registered in the year, by one organisation or by all."""
    from ...domain.papers.registration_form import Registered, RegisteredInitiative, RegisteredMovement

    file = workspace.file
    return Registered(
        titles(workspace, year, organisation_id),
        tuple(
            RegisteredInitiative(
                int(row["organisation_id"] or 0),
                str(row["name"]),
                str(row["author"]),
                str(row["post"]),
                str(row["award"]),
                str(row["scope"]),
                str(row["note"]),
            )
            for row in stored.initiatives_of_year(file, year, organisation_id)
        ),
        tuple(
            RegisteredMovement(
                int(row["organisation_id"] or 0), str(row["name"]), str(row["launcher"]), str(row["note"])
            )
            for row in stored.movements_of_year(file, year, organisation_id)
        ),
        commitments.of_year(workspace, year, organisation_id),
    )


def titles(workspace: Workspace, year: int, organisation_id: int | None = None) -> tuple[RegisteredTitle, ...]:
    """The titles registered in the year, of one organisation or of all, as they were entered."""
    from ...domain.papers.registration_form import RegisteredTitle

    rewards = {fold(one.name) for one in law(workspace).awards if one.kind == "hình thức khen thưởng"}
    return tuple(
        RegisteredTitle(
            int(row["organisation_id"] or 0),
            str(row["subject"]),
            str(row["subject_kind"]),
            str(row["award"]),
            str(row["note"]),
            str(row["post"]),
            fold(str(row["award"])) in rewards,
        )
        for row in stored.titles_of_year(workspace.file, year, organisation_id)
    )
