"""The whole text of a plan stored as it stands on the page: words, levels, sections that came, went or moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from ...domain.changes import Changes
from ...domain.outline import moves as outline_moves
from ...domain.outline import sections as outline
from ...domain.outline.moves import Move
from ...domain.outline.text import PlanText, TextLine, text_of
from ...domain.plan.plans import Plan, Section
from ...domain.richtext import Paragraph, composed
from ..wording import called
from ..workspace import Workspace
from .frozen import refuse_issued
from .plans import plan
from .rewriting import rewrite
from .target_text import text_carried

_PARTS = {"preamble": "phần mở đầu", "closing": "phần kết"}


class _Placed(NamedTuple):
    section: Section
    parent: Section | None
    position: int


def set_plan_lines(
    workspace: Workspace, plan_id: int, lines: Sequence[TextLine], *, editing: str = ""
) -> tuple[Changes, PlanText]:
    """Stores the text that the lines make in one act, and returns it; empty changes when the plan says so already.

    Sections known again keep their ids, so their history goes on; rows of targets and commitments follow their words.
    Acts with the same ``editing`` token that change words of the same place are undone as one; what changes the outline
    is an act of its own. Raises :class:`.frozen.PlanIssued`.
    """
    before = plan(workspace, plan_id)
    made = text_of([_composed(line) for line in lines], before.sections)
    if made == PlanText(before.preamble, before.sections, before.closing):
        return Changes(), made
    refuse_issued(workspace, plan_id)
    words, place = _named(before, made)
    merge = f"plan/{plan_id}/text/{place}/{editing}" if editing and place else None
    with workspace.file.act(words, merge) as act, text_carried(workspace, plan_id):
        wanted = replace(before, preamble=made.preamble, sections=made.sections, closing=made.closing)
        rewrite(workspace, before, wanted)
    return act.changes, made


def step_sections(workspace: Workspace, plan_id: int, section_ids: Sequence[int], step: str) -> Changes:
    """Moves sections, in reading order, each by one step ("up", "down", "inwards", "outwards") in one act; empty
    changes when there is no way. Raises :class:`.frozen.PlanIssued`.
    """
    return _put_outline(workspace, plan_id, "Chuyển", section_ids, partial(outline_moves.stepped, step=step))


def put_sections(workspace: Workspace, plan_id: int, section_ids: Sequence[int], place: Move) -> Changes:
    """Puts sections one after the other at a place, counted without them, in one act; :class:`KnownError` for a place
    inside one of them, :class:`.frozen.PlanIssued`.
    """
    return _put_outline(workspace, plan_id, "Chuyển", section_ids, partial(outline_moves.put, place=place))


def remove_sections(workspace: Workspace, plan_id: int, section_ids: Sequence[int]) -> Changes:
    """Removes sections with all below them in one act; :class:`.frozen.PlanIssued`."""
    return _put_outline(workspace, plan_id, "Xóa", section_ids, _removed)


def _removed(sections: tuple[Section, ...], section_ids: Sequence[int]) -> tuple[Section, ...]:
    for section_id in section_ids:
        sections = outline.removed(sections, section_id)
    return sections


def _put_outline(
    workspace: Workspace,
    plan_id: int,
    verb: str,
    section_ids: Sequence[int],
    change: Callable[[tuple[Section, ...], Sequence[int]], tuple[Section, ...]],
) -> Changes:
    refuse_issued(workspace, plan_id)
    before = plan(workspace, plan_id)
    wanted = replace(before, sections=change(before.sections, section_ids))
    with workspace.file.act(f"{verb} {len(section_ids)} mục") as act:
        rewrite(workspace, before, wanted)
    return act.changes


def _composed(line: TextLine) -> TextLine:
    (paragraph,) = composed([line.paragraph])
    return TextLine(line.kind, paragraph, line.level)


def _placed(sections: Sequence[Section], parent: Section | None = None) -> Iterator[_Placed]:
    for position, section in enumerate(sections):
        yield _Placed(section, parent, position)
        yield from _placed(section.children, section)


def _words(section: Section) -> tuple[str, str | None, tuple[Paragraph, ...]]:
    return section.marker, section.heading, section.body


def _named(before: Plan, made: PlanText) -> tuple[str, str]:
    """What the act is called, and the place whose words alone it changes ("" when the outline changes)."""
    old = {one.section.id: one for one in _placed(before.sections)}
    new = {one.section.id: one for one in _placed(made.sections) if one.section.id}
    added = [one.section for one in _placed(made.sections) if not one.section.id]
    gone = [one.section for key, one in old.items() if key not in new]
    if added or gone:
        return _came_or_went(added, gone), ""
    if moved := [one for key, one in new.items() if _seat(one) != _seat(old[key])]:
        return _moved(old, moved), ""
    edited = [key for key, one in new.items() if _words(one.section) != _words(old[key].section)]
    parts = [name for name in _PARTS if getattr(before, name) != getattr(made, name)]
    if len(edited) + len(parts) != 1:
        return "Sửa văn bản của kế hoạch", ""
    if parts:
        return f"Sửa {_PARTS[parts[0]]} của kế hoạch", parts[0]
    section, was = new[edited[0]].section, old[edited[0]].section
    what = "tên" if section.body == was.body else "nội dung"
    return f"Sửa {what} mục {called(was)}", str(edited[0])


def _seat(one: _Placed) -> tuple[int | None, int]:
    return _parent(one), one.position


def _parent(one: _Placed) -> int | None:
    return one.parent.id if one.parent else None


def _moved(old: Mapping[int, _Placed], moved: Sequence[_Placed]) -> str:
    """What moved: of two that changed places nobody can tell which; else what left its parent or went farthest."""

    def way(one: _Placed) -> tuple[bool, int]:
        was = old[one.section.id]
        return _parent(one) != _parent(was), abs(one.position - was.position)

    if len(moved) == 2 and way(moved[0]) == way(moved[1]) == (False, 1):
        return f"Đổi chỗ mục {called(moved[0].section)} và mục {called(moved[1].section)}"
    return f"Chuyển mục {called(max(moved, key=way).section)}"


def _came_or_went(added: Sequence[Section], gone: Sequence[Section]) -> str:
    if not gone:
        return f"Thêm mục {called(added[0])}" if len(added) == 1 else f"Thêm {len(added)} mục"
    if not added:
        return f"Xóa mục {called(gone[0])}" if len(gone) == 1 else f"Xóa {len(gone)} mục"
    return "Sửa văn bản của kế hoạch"
