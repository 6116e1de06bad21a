"""The papers by which the commune and its organisations bind themselves: the pledge with each, the pledge of a block,
the targets that are given, the form on which a phase is reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ...domain.offices import Signer
from ...domain.plan.plans import Phase
from ...domain.registration.results import percent, shown_percent, status
from ...storage import records
from ...storage.registration import phases_of_year
from ..export_parts import Export, NothingToExport, Request, Subject
from ..office.forms import form
from ..office.offices import office
from ..office.signers import signer_on
from ..plan.organisation_names import KnownOrganisations
from ..sheets.phases import PHASE, phase_names, wanted
from ..workspace import Workspace
from . import commitments, paper_facts
from .result_sheets import ResultRow, commitment_sheet

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document
    from ...domain.papers.pledges import Share
    from ...domain.papers.progress_form import ProgressLine
    from ...domain.papers.registration_form import Registered
    from ...domain.papers.year_heads import OrganisationYear

_AND = re.compile(r"\s*[;,]\s*|\s+và\s+")


def pledge(workspace: Workspace, request: Request) -> Document:
    """The bản giao ước of one organisation or of all; as :func:`.paper_facts.for_organisations`."""
    from ...domain.papers.pledges import PLEDGE
    from ...domain.papers.pledges import pledge as paper
    from ...domain.papers.registration_form import Registered

    layout, signer = form(workspace, PLEDGE), _signer(workspace)
    held = Registered() if request.blank else paper_facts.registered(workspace, request.year, request.organisation_id)
    return paper_facts.for_organisations(
        workspace, request, lambda one: paper(one, _of(one, held), signer, layout), "bản giao ước"
    )


def target_assignment(workspace: Workspace, request: Request) -> Document:
    """The targets given to one organisation or to each; of all, those that have none are left out."""
    from ...domain.papers.pledges import ASSIGNMENT
    from ...domain.papers.pledges import target_assignment as paper

    layout, signer = form(workspace, ASSIGNMENT), _signer(workspace)
    shares = {} if request.blank else _shares(workspace, request.year)

    def made(one: OrganisationYear) -> Document | None:
        own = shares.get(one.organisation.id, ()) if one.organisation else ()
        asked = request.blank or request.organisation_id is not None
        return paper(one, own, signer, layout) if own or asked else None

    return paper_facts.for_organisations(workspace, request, made, "bảng giao chỉ tiêu")


def _shares(workspace: Workspace, year: int) -> Mapping[int, tuple[Share, ...]]:
    """What each organisation has to do with which target of the plan that counts, in the plan's order; of a target
    without a figure that has parts, the parts.
    """
    from ...domain.papers.pledges import Share

    plan = paper_facts.plan_that_counts(workspace, year)
    promised = commitments.of_year(workspace, year)
    known = KnownOrganisations(workspace)
    found: dict[int, list[Share]] = {}
    targets = plan.targets if plan else ()
    wholes = {target.parent for target in targets}
    for position, target in enumerate(targets):
        towards = [one for one in promised if one.target_id == target.id]
        named = list(_responsible(known, target.responsible or ""))
        for organisation_id in dict.fromkeys(
            [one.organisation_id for one in towards if one.organisation_id]
        ) | dict.fromkeys(named):
            own = tuple(one for one in towards if one.organisation_id == organisation_id)
            if own or target.values or position not in wholes:
                share = Share(target.indicator, target.values, own, organisation_id in named)
                found.setdefault(organisation_id, []).append(share)
    for one in promised:
        if one.organisation_id and not one.target_id:
            found.setdefault(one.organisation_id, []).append(Share(one.quote, (), (one,)))
    return {organisation_id: tuple(shares) for organisation_id, shares in found.items()}


def _responsible(known: KnownOrganisations, words: str) -> Iterator[int]:
    """The organisations that the words name, one or several in a list."""
    for name in (words, *_AND.split(words)):
        if (found := known.called(name.rstrip(" .…"))) is not None:
            yield found


# The pledge of a block


def _block_ids(workspace: Workspace, year: int) -> list[int]:
    """The blocks that have members in the year."""
    rows = records.page(workspace.file, "registrations", where={"year": year})
    return sorted({int(row["block_id"]) for row in rows if row["block_id"]})


BLOCK = Subject("cụm, khối", _block_ids, every=True)


def block_pledge(workspace: Workspace, request: Request) -> Document:
    """The pledge of all members of a block; :class:`NothingToExport` for one without members in the year."""
    from ...domain.papers.pledges import BLOCK_PLEDGE, BlockFacts
    from ...domain.papers.pledges import block_pledge as paper

    year, file = request.year, workspace.file
    block = records.get(file, "blocks", request.subject_id)
    where = {"year": year, "block_id": request.subject_id}
    inside = {int(row["organisation_id"] or 0) for row in records.page(file, "registrations", where=where)}
    plan = paper_facts.plan_that_counts(workspace, year)
    found = [paper_facts.one_in_year(workspace, year, one, plan) for one in paper_facts.organisations(workspace, year)]
    members = tuple(
        (one.organisation, () if request.blank else commitments.of_year(workspace, year, one.organisation.id))
        for one in found
        if one.organisation and one.organisation.id in inside
    )
    if not members:
        raise NothingToExport(
            f"“{block['name']}” chưa có đơn vị nào của năm {year} nên chưa có bản giao ước chung để in.",
            "Đưa đơn vị của năm vào cụm, khối này rồi in lại.",
        )
    facts = BlockFacts(year, office(workspace), plan, str(block["name"]), members)
    return paper(facts, _signer(workspace), form(workspace, BLOCK_PLEDGE))


# The form of a phase


def progress_form(workspace: Workspace, request: Request) -> Document:
    """The form on which one organisation, or each, reports a phase: the awaited one when the request names none.

    A blank one of a year without phases leaves the phase to the pen too.
    """
    from ...domain.papers.progress_form import PAPER
    from ...domain.papers.progress_form import progress_form as paper

    year, layout, place = request.year, form(workspace, PAPER), 0
    phase: Phase | None = None
    if not request.blank or phase_names(workspace, year):
        asked = wanted(workspace, year, request.id)
        phase, place = _phase(workspace, year, asked.id), asked.place
    lines = _lines(workspace, year, request.organisation_id, place - 1, blank=request.blank)

    def made(one: OrganisationYear) -> Document | None:
        own = lines.get(one.organisation.id, []) if one.organisation else []
        asked = request.blank or request.organisation_id is not None
        return paper(one, phase, place, own, layout) if own or asked else None

    return paper_facts.for_organisations(workspace, request, made, "phiếu báo cáo kết quả")


def _phase(workspace: Workspace, year: int, phase_id: int) -> Phase:
    listed = phases_of_year(workspace.file, year).values()
    return next(one for phases in listed for one in phases if one.id == phase_id)


def _lines(
    workspace: Workspace, year: int, organisation_id: int | None, at: int, *, blank: bool
) -> dict[int, list[ProgressLine]]:
    """The commitments of each organisation with what the phase ``at`` brought; ``blank`` leaves that to the pen."""
    sheet = commitment_sheet(workspace, year, organisation_id)
    found: dict[int, list[ProgressLine]] = {}
    counted: Counter[int] = Counter()
    for row in sheet.rows:
        if row.organisation_id is not None:
            counted[row.organisation_id] += row.first
            number = str(counted[row.organisation_id]) if row.first else ""
            found.setdefault(row.organisation_id, []).append(_line(row, number, None if blank else at))
    return found


def _line(row: ResultRow, number: str, at: int | None) -> ProgressLine:
    """One figure; ``at`` is the place of the phase whose result is told, None for none."""
    from ...domain.papers.progress_form import ProgressLine

    content = row.name[:1].upper() + row.name[1:] if row.first else ""
    cell = row.cells[at] if at is not None else None
    if cell is None or cell.value is None:
        return ProgressLine(number, content, row.planned_text)
    share, word = percent(row.planned, cell.value), status(row.planned, cell.value)
    told = shown_percent(share).rstrip("%") if share is not None else ""
    return ProgressLine(number, content, row.planned_text, cell.text, told, word, cell.proof, cell.note)


def _signer(workspace: Workspace) -> Signer | None:
    return signer_on(workspace, workspace.today().isoformat())


def _of(one: OrganisationYear, held: Registered) -> Registered:
    return held.of(one.organisation.id) if one.organisation else held


EXPORTS = {
    "pledge": Export("Bản giao ước thi đua", pledge, for_each=paper_facts.each),
    "block-pledge": Export("Bản giao ước của cụm, khối", block_pledge, about=BLOCK),
    "target-assignment": Export("Bảng giao chỉ tiêu", target_assignment, for_each=paper_facts.each),
    "progress-form": Export("Phiếu báo cáo kết quả đợt", progress_form, about=PHASE, for_each=paper_facts.each),
}
