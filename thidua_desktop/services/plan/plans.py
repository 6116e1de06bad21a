"""Plans: stored whole, listed, and edited part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import cast

from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.outline import sections as outline
from ...domain.papers.heads import CHAIR
from ...domain.plan.plans import Plan, PlanSigner, Section, SourceFile
from ...domain.plan.states import CALLED, DRAFT, ISSUED
from ...domain.vietnamese import fold, nfc
from ...storage import attachments, records, sections
from ...storage import plans as stored_plans
from ...storage.plans import PlanSummary
from ..office.offices import office
from ..office.safekeeping import back_up_what_is_new
from ..office.years import check_year, years
from ..wording import called, shortened
from ..workspace import Workspace
from .frozen import refuse_issued, refuse_issued_section
from .phrases import learn_inside
from .plan_fields import LABELS, parse_field

__all__ = ["PlanSummary"]

NO_TITLE = "Kế hoạch không có trích yếu"  # what a plan without one is called
SOURCE = "kế hoạch"  # what the file of a plan is kept as


def plan_summaries(workspace: Workspace, year: int | None = None) -> list[PlanSummary]:
    """The plans of a year, or of every year, oldest first."""
    return stored_plans.plan_summaries(workspace.file, year)


def plan_of_year(workspace: Workspace, year: int) -> PlanSummary | None:
    """The plan that is meant by "the plan of the year": the newest that is issued, else the newest; None for none.

    Of several versions the one that counts.
    """
    counting = counting_plans(workspace, year)
    issued = [one for one in counting if one.state == ISSUED]
    return next(reversed(issued or counting), None)


def counting_plans(workspace: Workspace, year: int) -> list[PlanSummary]:
    """The plans of a year whose targets, phases and tasks count: of several versions one (see ``PlanSummary``)."""
    return [one for one in plan_summaries(workspace, year) if one.counts]


def year_to_open(workspace: Workspace, worked_in: int = 0) -> int:
    """The year to begin with: the one that was worked in last, else this year or the latest one that has a plan."""
    known = years(workspace)
    today = workspace.today().year
    if worked_in in known:
        return worked_in
    planned = [one.year for one in plan_summaries(workspace)]
    choices = planned or known or [today]
    return today if today in choices else max(choices)


def names_in_list(summaries: Sequence[PlanSummary]) -> dict[int, str]:
    """id → what a plan is called in a list: its title or kind; where others are called alike also which one it is, that
    it amends another, and how far it is when no draft any more, with the number it was given.
    """
    names = {one.id: one.title or one.doc_type or NO_TITLE for one in summaries}
    counted = Counter(names.values())
    states = {one.id: ", ".join(_standing(one)) for one in summaries}
    return {key: f"{name} ({states[key]})" if counted[name] > 1 else name for key, name in names.items()}


def _standing(one: PlanSummary) -> Iterator[str]:
    yield f"bản {one.id}"
    if one.amends_id is not None:
        yield "sửa đổi"
    if one.state != DRAFT:
        yield CALLED[one.state].lower() + (f" số {one.number:02d}" if one.number else "")


def namesakes(workspace: Workspace, plan: Plan) -> list[int]:
    """The numbers of the plans of the same year, kind and title that are stored already; none for one without title."""
    wanted = (fold(plan.doc_type), fold(plan.title))
    listed = plan_summaries(workspace, plan.year)
    return [one.id for one in listed if one.title and (fold(one.doc_type), fold(one.title)) == wanted]


def numbers(ids: Sequence[int]) -> str:
    """Plans as they are named in a sentence: "số 1", "số 1, 4"."""
    return f"số {', '.join(map(str, ids))}"


def plan(workspace: Workspace, plan_id: int) -> Plan:
    """The whole plan with the ids of its rows; ``RecordGone`` when it is not there."""
    return stored_plans.load_plan(workspace.file, plan_id)


def plan_of(workspace: Workspace, kind: str, row_id: int) -> int:
    """The plan that a record of a plan's table belongs to, itself for "plans"; 0 when there is no such record."""
    found = records.find(workspace.file, kind, row_id) if kind in workspace.file.tables() else None
    if found is None:
        return 0
    return cast(int, found["id"] if kind == "plans" else found.get("plan_id") or 0)


def store_plan(workspace: Workspace, plan: Plan, source: SourceFile | None = None) -> tuple[Changes, int]:
    """Stores a plan as a new one, with the file it came from and its year, in one act; returns its id.

    The phrases of a plan of the office's own go to its store. An import is backed up before. Raises :class:`BadInput`
    for an impossible year, :class:`KnownError` when no backup can be made; then nothing is stored.
    """
    check_year(plan.year)
    file = workspace.file
    if source:
        back_up_first(workspace)
    with file.act(f"{'Nhập' if source else 'Thêm'} {_named(plan.title, plan.doc_type)}") as act:
        attached = attachments.attach(file, nfc(source.name), source.content, SOURCE) if source else None
        plan_id = stored_plans.insert_plan(file, plan, attached)
        learn_inside(workspace, plan)
    return act.changes, plan_id


def back_up_first(workspace: Workspace) -> None:
    """Backs up before a plan is taken from a file; :class:`KnownError` when that cannot be done."""
    try:
        back_up_what_is_new(workspace)
    except KnownError as error:
        happened = f"Chưa nhập kế hoạch vì chưa sao lưu được trước khi nhập. {error.happened}"
        raise KnownError(happened, error.advice) from error


def blank_plan(workspace: Workspace, year: int) -> Plan:
    """A plan of that year to begin with, not stored: the office's own issuer and place, signed by its chair."""
    own = office(workspace)
    return Plan(
        year,
        title=f"Phát động phong trào thi đua năm {year}",
        issuer=f"Ủy ban nhân dân {own.name}" if own else "",
        symbol="KH-UBND",
        place=own.place_name if own else None,
        signer=PlanSigner(CHAIR.authority, CHAIR.position),
    )


def remove_plan(workspace: Workspace, plan_id: int) -> Changes:
    """Removes a plan with all it holds; its file stays with the data file, so that undo brings back everything."""
    refuse_issued(workspace, plan_id)
    head = records.get(workspace.file, "plans", plan_id)
    with workspace.file.act(f"Xóa {_named(str(head['title']), str(head['doc_type']))}") as act:
        records.delete(workspace.file, "plans", [plan_id])
    return act.changes


def source_file(workspace: Workspace, plan_id: int) -> SourceFile | None:
    """The file the plan was imported from, None for one written here.

    Raises ``AttachmentMissing`` or ``AttachmentDamaged`` when the folder beside the data file lost it.
    """
    attached = records.get(workspace.file, "plans", plan_id)["attachment_id"]
    return attachments.read(workspace.file, cast(int, attached)) if attached is not None else None


def set_plan_field(workspace: Workspace, plan_id: int, field: str, text: str, *, editing: str = "") -> Changes:
    """Stores what was typed in one field of the plan's head, foot or date (keys of :data:`.plan_fields.LABELS`).

    Acts with the same ``editing`` token are undone as one. Raises :class:`BadInput` when the text does not fit.
    """
    refuse_issued(workspace, plan_id)
    head = records.get(workspace.file, "plans", plan_id)
    value = parse_field(field, text, head)
    with workspace.file.act(f"Sửa {LABELS[field]} của kế hoạch", _merge(plan_id, field, editing)) as act:
        if field == "year":
            stored_plans.ensure_year(workspace.file, cast(int, value))
        records.update(workspace.file, "plans", plan_id, {field: value})
    return act.changes


def add_section(
    workspace: Workspace,
    plan_id: int,
    *,
    parent_id: int | None,
    position: int,
    heading: str | None,
    marker: str = "",
) -> tuple[Changes, int]:
    """Adds a section at ``position`` (from 0) below ``parent_id``, None for the plan itself, and returns its id.

    Without a ``marker`` it is numbered as its neighbours are; the numbers of those after it follow.
    """
    refuse_issued(workspace, plan_id)
    file = workspace.file
    heading = None if heading is None else nfc(heading)
    after = outline.inserted(_outline(workspace, plan_id), Section(1, nfc(marker), heading), parent_id, position)
    new = outline.find(after, 0)
    with file.act(f"Thêm mục {called(new)}") as act:
        section_id = sections.add_section(
            file, plan_id, parent_id=parent_id, position=position, heading=heading, marker=new.marker
        )
        _put_markers(workspace, after)
    return act.changes, section_id


def move_section(workspace: Workspace, section_id: int, *, parent_id: int | None, position: int) -> Changes:
    """Puts a section with all below it at ``position`` below ``parent_id``; levels and numbers follow.

    ``position`` is counted without the moved section. Raises :class:`KnownError` for a place inside itself.
    """
    refuse_issued_section(workspace, section_id)
    before = _outline(workspace, _plan_of(workspace, section_id))
    after = outline.moved(before, section_id, parent_id, position)
    with workspace.file.act(f"Chuyển mục {called(outline.find(before, section_id))}") as act:
        sections.move_section(workspace.file, section_id, parent_id=parent_id, position=position)
        _put_markers(workspace, after)
    return act.changes


def remove_section(workspace: Workspace, section_id: int) -> Changes:
    """Removes a section with all below it; the numbers of those after it follow."""
    refuse_issued_section(workspace, section_id)
    before = _outline(workspace, _plan_of(workspace, section_id))
    after = outline.removed(before, section_id)
    with workspace.file.act(f"Xóa mục {called(outline.find(before, section_id))}") as act:
        sections.remove_section(workspace.file, section_id)
        _put_markers(workspace, after)
    return act.changes


def renumber_sections(workspace: Workspace, plan_id: int) -> Changes:
    """Numbers every section anew, each list in the style it has; empty changes when all numbers are right."""
    refuse_issued(workspace, plan_id)
    with workspace.file.act("Đánh số lại các mục") as act:
        _put_markers(workspace, outline.renumbered(_outline(workspace, plan_id)))
    return act.changes


def settle_section(workspace: Workspace, section_id: int) -> None:
    """Gives a section that came back from the bin the level and number of its place; belongs inside an act."""
    before = _outline(workspace, _plan_of(workspace, section_id))
    parent_id = outline.parent_of(before, section_id)
    position = cast(int, records.get(workspace.file, "plan_sections", section_id)["position"])
    sections.move_section(workspace.file, section_id, parent_id=parent_id, position=position)
    _put_markers(workspace, outline.moved(before, section_id, parent_id, position))


def _outline(workspace: Workspace, plan_id: int) -> tuple[Section, ...]:
    return stored_plans.load_plan(workspace.file, plan_id).sections


def _put_markers(workspace: Workspace, wanted: tuple[Section, ...]) -> None:
    markers = {section.id: section.marker for top in wanted for section in top.walk() if section.id}
    sections.set_markers(workspace.file, markers)


def _plan_of(workspace: Workspace, section_id: int) -> int:
    return cast(int, records.get(workspace.file, "plan_sections", section_id)["plan_id"])


def _named(title: str, doc_type: str) -> str:
    kind = (doc_type or "kế hoạch").lower()
    return f"{kind} “{shortened(title)}”" if title else kind


def _merge(row_id: int, field: str, editing: str) -> str | None:
    return f"plan/{row_id}/{field}/{editing}" if editing else None
