"""A target that stands in the table alone gets its sentence in the text, and one that left the table takes it along."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..plan.plans import Plan, Section, Target, TargetValue
from ..richtext import Paragraph, plain, with_words
from ..vietnamese import fold
from .places import TargetStanding, own_words, standings
from .values import given_by, span, with_unit
from .words import SAID, figure_places

_STOPS = " .;:,"
_TABLE_ROW = "|"


def figure_words(value: TargetValue) -> str:
    """A figure as a plan says it: "thị xã giao từ 96% trở lên", "1–2 nhà"; only its unit when it has no number."""
    lead, tail = SAID[value.comparator] if value.value is not None else ("", "")
    number = with_unit(span(value.value, value.value_to), value.unit)
    return f"{given_by(value.assigned_by)} {lead}{number}{tail}".strip()


def sentence(target: Target) -> str:
    """The words of a target for the text, without a stop at the end: "Thu nhập bình quân: 65 triệu đồng"."""
    name = " ".join(target.indicator.split()).rstrip(_STOPS)
    figures = "; ".join(figure_words(value) for value in target.values)
    return f"{name}: {figures}" if figures else name


def proposed_section(plan: Plan, row: int) -> int:
    """The id of the section where a target's sentence belongs: that of its neighbours of its field, one that is called
    by the field, that of other neighbours, else one about targets; 0 for a plan without sections.
    """
    sections = list(plan.all_sections())
    stand = standings(plan)
    near = sorted(range(len(plan.targets)), key=lambda other: abs(other - row))
    placed = [(other, place) for other in near if other != row and (place := stand[other].section) is not None]
    alike = [place for other, place in placed if not _is_of_other_group(plan, row, other)]
    field = fold(plan.targets[row].group or "").strip()
    called = [place for _, place in placed if field and field in fold(sections[place].heading or "")]
    for place in (*alike, *called, *(place for _, place in placed)):
        return sections[place].id
    named = [section.id for section in sections if "chi tieu" in fold(section.heading or "")]
    return (named or [section.id for section in sections[-1:]] or [0])[0]


def _is_of_other_group(plan: Plan, row: int, other: int) -> bool:
    return plan.targets[row].group != plan.targets[other].group


def with_sentence(plan: Plan, row: int, section_id: int) -> Plan:
    """The plan whose text says that target: what is missing is added to its own words, else a sentence of its own to
    the section of that id; nothing where a line says it already.
    """
    stand = standings(plan)
    own, target = stand[row], plan.targets[row]
    if own.standing == "no figure" and own.section is not None and own.missing:
        return _with_figures(plan, row, own)
    words = "" if target.quote else own_words(plan, target)
    if words:
        return replace(plan, targets=(*plan.targets[:row], replace(target, quote=words), *plan.targets[row + 1 :]))
    words = sentence(target)
    place = _place(plan, row, section_id, stand)
    sections = tuple(_with_line(one, section_id, words, place) for one in plan.sections)
    targets = (*plan.targets[:row], replace(target, quote=words), *plan.targets[row + 1 :])
    return replace(plan, sections=sections, targets=targets)


def _with_figures(plan: Plan, row: int, stand: TargetStanding) -> Plan:
    target = plan.targets[row]
    places = [place for place in figure_places(target.quote, target.values) if place]
    after = max((place.last for place in places), default=len(target.quote.rstrip(_STOPS)))
    joint = ", " if places else ": " if not target.quote.rstrip().endswith(":") else " "
    added = joint + ", ".join(figure_words(value) for value in stand.missing)
    quote = target.quote[:after] + added + target.quote[after:]
    section = list(plan.all_sections())[stand.section or 0]

    def changed(one: Section) -> Section:
        if one is not section:
            return replace(one, children=tuple(changed(child) for child in one.children))
        if one.heading is not None and target.quote in one.heading:
            return replace(one, heading=one.heading.replace(target.quote, quote))
        return replace(one, body=tuple(_with_added(line, target.quote, after, added) for line in one.body))

    targets = (*plan.targets[:row], replace(target, quote=quote), *plan.targets[row + 1 :])
    return replace(plan, sections=tuple(changed(one) for one in plan.sections), targets=targets)


def _with_added(line: Paragraph, quote: str, after: int, added: str) -> Paragraph:
    at = line.text.find(quote)
    return line if at < 0 else replace(line, runs=with_words(line.runs, at + after, 0, added))


def _place(plan: Plan, row: int, section_id: int, stand: Sequence[TargetStanding]) -> str:
    """The words of the nearest target above it in that section, "" when none stands there."""
    sections = list(plan.all_sections())
    for other in range(row - 1, -1, -1):
        place = stand[other].section
        if place is not None and sections[place].id == section_id:
            return plan.targets[other].quote
    return ""


def _with_line(section: Section, section_id: int, words: str, below: str) -> Section:
    if section.id != section_id:
        children = tuple(_with_line(child, section_id, words, below) for child in section.children)
        return replace(section, children=children)
    body = section.body
    at = next((number + 1 for number, line in enumerate(body) if below and below in line.text), len(body))
    while at < len(body) and body[at].bullet == _TABLE_ROW:
        at += 1
    listed = [line for line in body if line.bullet and line.bullet != _TABLE_ROW]
    stop = listed[-1].text.rstrip()[-1:] if listed else ""
    stop = stop if stop in (";", ".") and stop else "."
    if at < len(body) and listed and listed[0].text.rstrip().endswith(";"):
        stop = ";"
    new = plain(f"{words}{stop}", listed[-1].bullet if listed else "-")
    return replace(section, body=(*body[:at], new, *body[at:]))


def without_sentences(plan: Plan, quotes: Collection[str]) -> Plan:
    """The plan without the paragraphs that say nothing but one of the quotes."""
    gone = {_bare(quote) for quote in quotes} - {""}

    def left(section: Section) -> Section:
        body = tuple(line for line in section.body if _bare(line.text) not in gone)
        if section.heading is None and not body:
            body = section.body  # its number would stand alone
        return replace(section, body=body, children=tuple(left(child) for child in section.children))

    return replace(plan, sections=tuple(left(section) for section in plan.sections))


def _bare(words: str) -> str:
    return " ".join(words.split()).strip(_STOPS)
