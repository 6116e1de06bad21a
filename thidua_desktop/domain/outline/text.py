"""The whole text of a plan as one run of lines, as a page of Word shows it, and the outline such lines make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..plan.plans import Plan, Section
from ..richtext import Paragraph, plain
from ..vietnamese import one_line
from . import sections as outline
from .matching import known_again

LineKind = Literal["heading", "item", "text", "closing"]
"""A heading begins a section, an item is a numbered paragraph (a section without a heading), text belongs to the line
that begins a section before it, closing lines stand after the last section."""
EMPTY = Paragraph()
BEGINS = ("heading", "item")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: its words without the number; ``level`` of a heading or an item is its depth from 1, else 0."""

    kind: LineKind
    paragraph: Paragraph = EMPTY
    level: int = 0

    @property
    def begins(self) -> bool:
        """Whether a section begins with it."""
        return self.kind in BEGINS


Lines = tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class PlanText:
    """The three parts of the text that lines make."""

    preamble: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Paragraph, ...] = ()


def lines_of(plan: Plan) -> Lines:
    """The text of a plan, line by line."""
    return (
        *(TextLine("text", paragraph) for paragraph in plan.preamble),
        *(line for section in plan.sections for line in _section_lines(section, 1)),
        *(TextLine("closing", paragraph) for paragraph in plan.closing),
    )


def _section_lines(section: Section, level: int) -> Iterator[TextLine]:
    body = section.body
    if section.heading is not None:
        yield TextLine("heading", plain(section.heading), level)
    elif body and not body[0].bullet:
        yield TextLine("item", body[0], level)
        body = body[1:]
    else:
        yield TextLine("item", EMPTY, level)
    for paragraph in body:
        yield TextLine("text", paragraph)
    for child in section.children:
        yield from _section_lines(child, level + 1)


def text_of(lines: Sequence[TextLine], before: tuple[Section, ...]) -> PlanText:
    """What the lines make of the plan whose sections were ``before``.

    Sections known again keep their ids and markers, new ones have id 0. Numbers follow where a section came, went or
    moved, in the style of their place; elsewhere they stay as they were written. Empty paragraphs make nothing.
    """
    start = next((at for at, line in enumerate(lines) if line.begins), len(lines))
    end = len(lines)
    while end and lines[end - 1].kind == "closing":
        end -= 1
    made = _tree([_begun(lines, at, end) for at in range(start, end) if lines[at].begins])
    return PlanText(
        _paragraphs(lines[: min(start, end)]), _numbered(known_again(before, made), before), _paragraphs(lines[end:])
    )


def _paragraphs(lines: Sequence[TextLine]) -> tuple[Paragraph, ...]:
    return tuple(line.paragraph for line in lines if line.paragraph.text.strip())


def _begun(lines: Sequence[TextLine], at: int, end: int) -> Section:
    """The section that begins at that line, without those below it."""
    after = next((place for place in range(at + 1, end) if lines[place].begins), end)
    line, body = lines[at], _paragraphs(lines[at + 1 : after])
    if line.kind == "heading":
        return Section(line.level, "", one_line(line.paragraph.text), body)
    return Section(line.level, "", None, (*_paragraphs([line]), *body))


def _tree(sections: Sequence[Section], level: int = 1) -> tuple[Section, ...]:
    """Sections in reading order put below one another; a level that was skipped is none."""
    made: list[Section] = []
    at = 0
    while at < len(sections):
        top = sections[at].level
        end = next((n for n in range(at + 1, len(sections)) if sections[n].level <= top), len(sections))
        made.append(replace(sections[at], level=level, children=_tree(sections[at + 1 : end], level + 1)))
        at = end
    return tuple(made)


def _numbered(sections: tuple[Section, ...], before: tuple[Section, ...]) -> tuple[Section, ...]:
    """The outline with its markers; while they are made, new sections have negative ids."""
    counter = iter(range(-1, -(10**9), -1))
    named = _named(sections, counter)
    old, new = _families(before, None), _families(named, None)
    old_parents = {child: parent for parent, children in old.items() for child in children}
    markers = {section.id: section.marker for top in before for section in top.walk()}
    kept = _marked(named, None, markers, old_parents, before)
    touched = {parent for parent, children in new.items() if old.get(parent) != children}
    return _unnamed(outline.renumbered_below(kept, touched) if touched else kept)


def _named(sections: tuple[Section, ...], counter: Iterator[int]) -> tuple[Section, ...]:
    return tuple(
        replace(section, id=section.id or next(counter), children=_named(section.children, counter))
        for section in sections
    )


def _unnamed(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return tuple(replace(section, id=max(section.id, 0), children=_unnamed(section.children)) for section in sections)


def _families(sections: tuple[Section, ...], parent: int | None) -> dict[int | None, tuple[int, ...]]:
    """The ids of the children of each section, of the plan itself under None."""
    found: dict[int | None, tuple[int, ...]] = {parent: tuple(section.id for section in sections)}
    for section in sections:
        found |= _families(section.children, section.id)
    return found


def _marked(
    sections: tuple[Section, ...],
    parent: int | None,
    markers: dict[int, str],
    old_parents: dict[int, int | None],
    before: tuple[Section, ...],
) -> tuple[Section, ...]:
    """Those that stayed below their parent keep their marker, the others take one that fits where they now stand."""
    stayed = tuple(
        replace(one, marker=markers[one.id]) for one in sections if old_parents.get(one.id, _NOWHERE) == parent
    )
    by_id = {one.id: one for one in stayed}
    made = []
    for place, section in enumerate(sections):
        marker = (
            by_id[section.id].marker if section.id in by_id else _new_marker(section, stayed, place, before, markers)
        )
        below = _marked(section.children, section.id, markers, old_parents, before)
        made.append(replace(section, marker=marker, children=below))
    return tuple(made)


_NOWHERE = -(10**9)


def _new_marker(
    section: Section, stayed: tuple[Section, ...], place: int, before: tuple[Section, ...], markers: dict[int, str]
) -> str:
    """What carried no number when it moved carries none."""
    if section.id in markers and not outline.is_numbered(markers[section.id]):
        return markers[section.id]
    return outline.fitted_marker(before, stayed, section.level, place)
