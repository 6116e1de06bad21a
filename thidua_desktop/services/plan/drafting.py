"""A new plan: from an outline, from a plan that is stored, or from somebody else's file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ...domain.changes import Changes
from ...domain.drafting import renewals as drafting
from ...domain.drafting.bases import ActRegister
from ...domain.drafting.carrying import carried, of_the_office
from ...domain.drafting.frame import Frame
from ...domain.drafting.renewals import Renewal
from ...domain.errors import KnownError
from ...domain.offices import office_of
from ...domain.outline.filling import Filling, Texts, filled
from ...domain.outline.templates import Outline
from ...domain.plan.plans import Plan, SourceFile
from ...domain.vietnamese import fold, nfc
from ...storage import attachments, records
from ...storage import plans as stored_plans
from ..office.offices import office
from ..office.signers import signer_on
from ..office.years import check_year
from ..registration.result_sheets import target_sheet
from ..workspace import Workspace
from .checking import legal_acts
from .organisation_names import KnownOrganisations
from .plans import back_up_first, plan

_PLANNED = (1, 15)  # month and day by which a plan of a year to come is taken to be signed


@dataclass(frozen=True, slots=True)
class Beginning:
    """A plan taken over, its texts unchanged, with what may be renewed in them and by which rules."""

    plan: Plan
    frame: Frame
    renewals: tuple[Renewal, ...]
    source: SourceFile | None = None


def outlines(workspace: Workspace) -> tuple[Outline, ...]:
    """The outlines that ship; ``DefinitionError`` for a broken one."""
    return workspace.definitions.outlines


def day_of(workspace: Workspace, year: int) -> date:
    """The day a new plan of the year is taken to be signed: today, or the middle of January of another year."""
    today = workspace.today()
    return today if today.year == year else date(year, *_PLANNED)


def from_outline(
    workspace: Workspace, outline_id: str, year: int, theme: str = "", answers: Mapping[str, str] | None = None
) -> Plan:
    """The outline filled in for the office and the year, not stored; ``answers`` are those to its questions.

    Raises :class:`BadInput` for an impossible year, :class:`KnownError` for an outline that is not there.
    """
    check_year(year)
    return filled(_outline(workspace, outline_id), _filling(workspace, year, theme, answers or {}))


def suggestions(workspace: Workspace, outline_id: str, year: int) -> tuple[tuple[str, ...], dict[str, str]]:
    """The themes that an outline suggests, and the answers that stand when none is given, by its questions' keys."""
    outline = _outline(workspace, outline_id)
    texts = Texts(outline, _filling(workspace, year, "", {}))
    return tuple(map(texts, outline.themes)), {one.key: texts(f"{{{one.key}}}") for one in outline.questions}


def _outline(workspace: Workspace, outline_id: str) -> Outline:
    listed = outlines(workspace)
    found = next((one for one in listed if outline_id and one.id.startswith(outline_id)), None)
    if found is None:
        known = ", ".join(one.id for one in listed)
        raise KnownError(f"Không có đề cương “{outline_id}”; chưa lập kế hoạch nào.", f"Chọn một trong: {known}.")
    return found


def _filling(workspace: Workspace, year: int, theme: str, answers: Mapping[str, str]) -> Filling:
    day = day_of(workspace, year)
    return Filling(
        year=year,
        day=day,
        data=workspace.definitions.drafting,
        register=_register(workspace, day),
        office=office(workspace),
        signer=signer_on(workspace, day.isoformat()),
        theme=nfc(theme).strip(),
        names=_own_names(workspace),
        answers={key: nfc(text) for key, text in answers.items()},
    )


def _register(workspace: Workspace, day: date) -> ActRegister:
    amendments = workspace.definitions.check_rules.amendments
    return ActRegister(legal_acts(workspace), amendments, day.isoformat())


def _own_names(workspace: Workspace) -> dict[str, str]:
    """What the directory calls the bodies that outlines give work to, by the keys of their roles."""
    known = KnownOrganisations(workspace)
    names: dict[str, str] = {}
    for role in workspace.definitions.drafting.roles:
        written = (role.name, role.in_ward, *role.also)
        row_id = next((found for name in written if name and (found := known.find(name)) is not None), None)
        if row_id is not None:
            names[role.key] = str(records.get(workspace.file, "organisations", row_id)["name"])
    return names


def from_plan(workspace: Workspace, plan_id: int, year: int) -> Beginning:
    """A stored plan taken over into ``year``, with what was achieved of its targets beside their figures.

    Raises ``RecordGone`` when the plan is not there, :class:`BadInput` for an impossible year.
    """
    check_year(year)
    source = plan(workspace, plan_id)
    rows = target_sheet(workspace, source.year).rows
    achieved = {
        row.owner_id: row.achieved for row in rows if row.plan_id == plan_id and row.first and row.achieved is not None
    }
    day = day_of(workspace, year)
    frame = Frame(
        source.year, year, _register(workspace, day), workspace.definitions.drafting, theme=source.theme or ""
    )
    begun = carried(source, year, day, achieved)
    return Beginning(begun, frame, drafting.renewals(begun, frame))


def from_reading(workspace: Workspace, read: Plan, year: int, source: SourceFile | None = None) -> Beginning:
    """A plan that was read from a file, a superior's or another commune's, taken over by the own office into ``year``.

    The own office's last plan, read from a file, keeps its names. A superior's gets the own office's recipients.
    """
    check_year(year)
    day, own, theirs = day_of(workspace, year), office(workspace), office_of(read)
    is_own = own is not None and theirs is not None and fold(theirs.name).endswith(fold(own.name))
    frame = Frame(
        read.year,
        year,
        _register(workspace, day),
        workspace.definitions.drafting,
        own=None if is_own else own,
        source=None if is_own else theirs,
        source_issuer=read.issuer,
        theme=read.theme or "",
    )
    begun = of_the_office(carried(read, year, day), own, signer_on(workspace, day.isoformat()))
    if theirs is None:  # a superior writes to its own departments
        begun = replace(begun, recipients=from_outline(workspace, outlines(workspace)[0].id, year).recipients)
    return Beginning(begun, frame, drafting.renewals(begun, frame), source)


def finished(beginning: Beginning, chosen: Iterable[Renewal]) -> Plan:
    """The plan with the renewals that were chosen, their ``new`` as corrected; not stored."""
    return drafting.renewed(beginning.plan, chosen, beginning.frame)


def draft_plan(workspace: Workspace, draft: Plan, source: SourceFile | None = None) -> tuple[Changes, int]:
    """Stores a new plan as one act and returns its id; the file it was taken from is kept with it.

    What is taken from a file is backed up before, as an import is. Raises :class:`KnownError` when that cannot be done.
    """
    check_year(draft.year)
    if source:
        back_up_first(workspace)
    file = workspace.file
    with file.act(f"Lập kế hoạch mới năm {draft.year}") as act:
        attached = attachments.attach(file, nfc(source.name), source.content, "kế hoạch") if source else None
        plan_id = stored_plans.insert_plan(file, draft, attached)
    return act.changes, plan_id
