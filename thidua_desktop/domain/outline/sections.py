"""A plan's outline: adding, moving and removing sections, with levels and numbers that follow.

Sections are named by their ``id``; a parent of None is the plan itself. What an edit touches, the sections beside the
edited one and all below them, is numbered anew in the style it had (:mod:`.markers`); the rest stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..errors import KnownError
from ..markers import Path, Style, group_style, level_style, places
from ..plan.plans import Section

Sections = tuple[Section, ...]


def find(sections: Sections, section_id: int) -> Section:
    """The section of that id; ``KeyError`` when there is none."""
    for section in _walk(sections):
        if section.id == section_id:
            return section
    raise KeyError(section_id)


def parent_of(sections: Sections, section_id: int) -> int | None:
    """The id of the section that holds ``section_id``, None when it stands at the top."""
    for section in _walk(sections):
        if any(child.id == section_id for child in section.children):
            return section.id
    return None


def renumbered(sections: Sections) -> Sections:
    """The outline with every number in its place; each list of siblings keeps the style of its first number."""
    return _renumbered(sections, (), None, None)


def renumbered_below(sections: Sections, parents: set[int | None]) -> Sections:
    """The outline with the children of these, and all below them, numbered anew in the style they have."""
    return _renumbered(sections, (), None, parents)


def fitted_marker(sections: Sections, siblings: Sections, level: int, place: int) -> str:
    """A marker for a section put at ``place`` among ``siblings``; the number itself is made right by renumbering."""
    return _marker_beside(sections, siblings, level, place)


def inserted(sections: Sections, section: Section, parent_id: int | None, position: int) -> Sections:
    """The outline with ``section`` as child number ``position`` (from 0) of ``parent_id``.

    Its level follows from its parent. A marker of its own is kept; without one it is numbered as its neighbours are.
    """
    level = find(sections, parent_id).level + 1 if parent_id is not None else 1
    siblings = _children(sections, parent_id)
    place = max(0, min(position, len(siblings)))
    marker = section.marker or _marker_beside(sections, siblings, level, place)
    section = replace(at_level(section, level), marker=marker)
    arranged = _with(sections, parent_id, (*siblings[:place], section, *siblings[place:]))
    return _renumbered(arranged, (), None, {parent_id})


def removed(sections: Sections, section_id: int) -> Sections:
    """The outline without that section and all below it."""
    parent_id = parent_of(sections, section_id)
    return _renumbered(_without(sections, section_id), (), None, {parent_id})


def moved(sections: Sections, section_id: int, parent_id: int | None, position: int) -> Sections:
    """The outline with the section, and all below it, as child number ``position`` of ``parent_id``.

    ``position`` is counted without the moved section. Numbers take the style of where they now stand; what carried no
    number carries none. Raises :class:`KnownError` for a move into itself.
    """
    section = find(sections, section_id)
    if parent_id is not None and any(below.id == parent_id for below in section.walk()):
        raise KnownError(
            "Không thể chuyển một mục vào bên trong chính nó; kế hoạch được giữ nguyên.",
            "Hãy chọn một mục khác làm nơi đến.",
        )
    left = _without(sections, section_id)
    level = find(left, parent_id).level + 1 if parent_id is not None else 1
    restyled = _restyled(left, section, level) if level != section.level else section
    siblings = _children(left, parent_id)
    place = max(0, min(position, len(siblings)))
    if siblings and is_numbered(section.marker):
        restyled = replace(restyled, marker=_marker_beside(left, siblings, level, place))
    arranged = _with(left, parent_id, (*siblings[:place], restyled, *siblings[place:]))
    return _renumbered(arranged, (), None, {parent_id, parent_of(sections, section_id)})


def _walk(sections: Sections) -> Sequence[Section]:
    return [below for section in sections for below in section.walk()]


def _children(sections: Sections, parent_id: int | None) -> Sections:
    return sections if parent_id is None else find(sections, parent_id).children


def _map(sections: Sections, change: Callable[[Section], Section]) -> Sections:
    """Every section changed, those below a section before it."""
    return tuple(change(replace(section, children=_map(section.children, change))) for section in sections)


def _with(sections: Sections, parent_id: int | None, children: Sections) -> Sections:
    if parent_id is None:
        return children
    return _map(sections, lambda section: replace(section, children=children) if section.id == parent_id else section)


def _without(sections: Sections, section_id: int) -> Sections:
    find(sections, section_id)
    return _left(sections, section_id)


def _left(sections: Sections, section_id: int) -> Sections:
    return tuple(
        replace(section, children=_left(section.children, section_id))
        for section in sections
        if section.id != section_id
    )


def at_level(section: Section, level: int) -> Section:
    """The section at another level, and all below it with it."""
    return replace(section, level=level, children=tuple(at_level(child, level + 1) for child in section.children))


def is_numbered(marker: str) -> bool:
    """Whether a marker counts; a dash and no marker at all do not."""
    return group_style([marker]) is not None


def _markers(sections: Sections) -> list[str]:
    return [section.marker for section in sections]


def _style_at(sections: Sections, level: int) -> Style | str:
    """How the outline numbers that level."""
    groups = [sections, *(section.children for section in _walk(sections))]
    return level_style([_markers(group) for group in groups if group and group[0].level == level], level)


def _marker_beside(sections: Sections, siblings: Sections, level: int, place: int) -> str:
    """A marker for a section put among ``siblings``; the number itself is made right by renumbering."""
    if siblings:
        style = group_style(_markers(siblings))
        return style.marker((place + 1,)) if style else siblings[min(place, len(siblings) - 1)].marker
    found = _style_at(sections, level)
    return found if isinstance(found, str) else found.marker((1,))


def _restyled(sections: Sections, section: Section, level: int) -> Section:
    """The section at another level, numbered as that level is elsewhere; below the usual levels as it was."""
    marker = section.marker
    style = _style_at(sections, level)
    if is_numbered(section.marker) and isinstance(style, Style):
        marker = style.marker((1,))
    children = tuple(_restyled(sections, child, level + 1) for child in section.children)
    return replace(section, level=level, marker=marker, children=children)


def _renumbered(sections: Sections, path: Path, parent_id: int | None, concerned: set[int | None] | None) -> Sections:
    """``concerned`` are the parents whose children are numbered anew with all below them; None means every one."""
    if concerned is not None and parent_id in concerned:
        concerned = None
    made = []
    for section, place in zip(sections, places(_markers(sections), path), strict=True):
        if concerned is None:
            section = replace(section, marker=place.marker)
        below = place.path if concerned is None else place.written
        made.append(replace(section, children=_renumbered(section.children, below, section.id, concerned)))
    return tuple(made)
