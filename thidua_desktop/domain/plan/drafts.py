"""A plan that was read and is not in the data file yet: temporary ids, single fields, and the outline put right.

The outline is corrected against a text that stays as it is: no act changes a number that stands in the source, and
promoting, demoting and joining keep every word in reading order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any, Literal

from ..outline import sections as outline
from ..outline.moves import inwards
from ..richtext import Paragraph, Run, joined
from ..vietnamese import nfc
from . import rows as plan_rows
from .plans import Plan, Section

Sections = tuple[Section, ...]

_DATE = {"day": "day", "month": "month", "date_year": "year"}
_SIGNER = {"signer_authority": "authority", "signer_title": "title", "signer_name": "name"}
_MARKER = re.compile(
    r"((?:(?:phần|chương|mục|điều)\s+)?(?:\d+(?:\s?\.\s?\d+)*|[^\W\d_]{1,5})[.):]|\d+(?:\.\d+)+)\s+", re.I
)


def with_ids(plan: Plan) -> Plan:
    """The plan with an id, from 1 on, for each section and each row of its lists that has none; none occurs twice."""
    fresh = _fresh_ids(plan)
    lists: dict[str, Any] = {
        plan_rows.field_of(kind): tuple(
            item if item.id else replace(item, id=next(fresh)) for item in plan_rows.items(plan, kind)
        )
        for kind in plan_rows.PLAN_KINDS
    }
    return replace(plan, sections=_numbered(plan.sections, fresh), **lists)


def with_field(plan: Plan, key: str, value: str | int | None) -> Plan:
    """The plan with one value of its head or foot; ``key`` as in ``services.plan_fields.LABELS``."""
    changes: dict[str, Any] = {key: value}
    if key in _DATE:
        date: dict[str, Any] = {_DATE[key]: value}
        changes = {"date": replace(plan.date, **date)}
    elif key in _SIGNER:
        signer: dict[str, Any] = {_SIGNER[key]: value}
        changes = {"signer": replace(plan.signer, **signer)}
    return replace(plan, **changes)


def with_section(plan: Plan, section_id: int, **changes: Any) -> Plan:
    """The plan with other values of one section's ``marker``, ``heading`` or ``body``; texts come out composed."""
    changes = {field: nfc(value) if isinstance(value, str) else value for field, value in changes.items()}
    return replace(plan, sections=_replaced(plan.sections, section_id, lambda section: (replace(section, **changes),)))


def with_text(plan: Plan, part: Literal["preamble", "closing"], paragraphs: tuple[Paragraph, ...]) -> Plan:
    """The plan with other paragraphs before the first section or after the last one."""
    return replace(plan, preamble=paragraphs) if part == "preamble" else replace(plan, closing=paragraphs)


def with_new_section(plan: Plan, heading: str, parent_id: int | None, position: int) -> tuple[Plan, int]:
    """The plan with a section added as child number ``position``, numbered as its neighbours are; and its id."""
    new = Section(1, "", heading, id=next(_fresh_ids(plan)))
    return _with_own_markers(plan, outline.inserted(plan.sections, new, parent_id, position)), new.id


def without_section(plan: Plan, section_id: int) -> Plan:
    """The plan without a section and all below it."""
    return _with_own_markers(plan, outline.removed(plan.sections, section_id))


def with_section_moved(plan: Plan, section_id: int, parent_id: int | None, position: int) -> Plan:
    """The plan with a section at another place; see :func:`~..outline.sections.moved`."""
    return _with_own_markers(plan, outline.moved(plan.sections, section_id, parent_id, position))


def demoted(plan: Plan, section_id: int) -> Plan:
    """The section one level deeper, below its elder sibling; the same plan when it has none."""
    to = inwards(plan.sections, section_id)
    return with_section_moved(plan, section_id, to.parent_id, to.position) if to else plan


def promoted(plan: Plan, section_id: int) -> Plan:
    """The section one level higher; younger siblings come below it. The same plan when it stands at the top."""
    holder_id = outline.parent_of(plan.sections, section_id)
    return replace(plan, sections=_replaced(plan.sections, holder_id, _opened(section_id))) if holder_id else plan


def _opened(section_id: int) -> Callable[[Section], Sections]:
    def parted(holder: Section) -> Sections:
        at = [child.id for child in holder.children].index(section_id)
        section, younger = holder.children[at], holder.children[at + 1 :]
        risen = outline.at_level(section, holder.level)
        return replace(holder, children=holder.children[:at]), replace(risen, children=(*risen.children, *younger))

    return parted


def as_content(plan: Plan, section_id: int) -> Plan:
    """The section's number and words as paragraphs of the part before it; those below it take its place."""
    section = outline.find(plan.sections, section_id)
    elder = before(plan, section_id)
    below = tuple(outline.at_level(child, section.level) for child in section.children)
    rest = replace(plan, sections=_replaced(plan.sections, section_id, lambda found: below))
    words = _words(section)
    if elder is None:
        return replace(rest, preamble=(*plan.preamble, *words))
    return with_section(rest, elder.id, body=(*elder.body, *words))


def as_heading(plan: Plan, part: int | Literal["preamble", "closing"], paragraph: int) -> tuple[Plan, int]:
    """A paragraph of a section (by id), of the opening or of the closing as the heading of a new part; and its id.

    The new part stands where the paragraph stood: below its section, before the first or after the last one. What
    follows the paragraph becomes its text; a number at the paragraph's start becomes its marker.
    """
    new_id = next(_fresh_ids(plan))
    if part == "preamble":
        new = _headed(plan.preamble[paragraph:], 1, new_id)
        return replace(plan, preamble=plan.preamble[:paragraph], sections=(new, *plan.sections)), new_id
    if part == "closing":
        new = _headed(plan.closing[paragraph:], 1, new_id)
        return replace(plan, closing=plan.closing[:paragraph], sections=(*plan.sections, new)), new_id
    section = outline.find(plan.sections, part)
    new = _headed(section.body[paragraph:], section.level + 1, new_id)
    parted = replace(section, body=section.body[:paragraph], children=(new, *section.children))
    return replace(plan, sections=_replaced(plan.sections, part, lambda _: (parted,))), new_id


def _headed(paragraphs: tuple[Paragraph, ...], level: int, section_id: int) -> Section:
    words = paragraphs[0].text.strip()
    found = _MARKER.match(words)
    marker, heading = (found.group(1), words[found.end() :]) if found else (paragraphs[0].bullet, words)
    return Section(level, marker, heading, paragraphs[1:], id=section_id)


def _words(section: Section) -> tuple[Paragraph, ...]:
    if section.heading is not None:
        return (Paragraph((Run(f"{section.marker} {section.heading}".strip(), bold=True),)), *section.body)
    if not section.body:
        return (Paragraph((Run(section.marker),)),) if section.marker else ()
    first = section.body[0]
    lead = f"{section.marker} " if section.marker else ""
    return (replace(first, runs=joined((Run(lead), *first.runs))), *section.body[1:])


def before(plan: Plan, section_id: int) -> Section | None:
    """The section before this one in reading order, None for the first; ``KeyError`` when there is no such section."""
    elder = None
    for section in plan.all_sections():
        if section.id == section_id:
            return elder
        elder = section
    raise KeyError(section_id)


def _replaced(sections: Sections, section_id: int | None, change: Callable[[Section], Sections]) -> Sections:
    made: list[Section] = []
    for section in sections:
        if section.id == section_id:
            made.extend(change(section))
        else:
            made.append(replace(section, children=_replaced(section.children, section_id, change)))
    return tuple(made)


def _with_own_markers(plan: Plan, sections: Sections) -> Plan:
    own = {section.id: section.marker for section in plan.all_sections()}
    return replace(plan, sections=_marked(sections, own))


def _marked(sections: Sections, own: dict[int, str]) -> Sections:
    return tuple(
        replace(section, marker=own.get(section.id, section.marker), children=_marked(section.children, own))
        for section in sections
    )


def _numbered(sections: Sections, fresh: Iterator[int]) -> Sections:
    return tuple(
        replace(section, id=section.id or next(fresh), children=_numbered(section.children, fresh))
        for section in sections
    )


def _fresh_ids(plan: Plan) -> Iterator[int]:
    taken = [section.id for section in plan.all_sections()]
    taken += [item.id for kind in plan_rows.PLAN_KINDS for item in plan_rows.items(plan, kind)]
    return count(max(taken, default=0) + 1)
