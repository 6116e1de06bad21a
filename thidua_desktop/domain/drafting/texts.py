"""Every text of a plan by its place, and a plan with stretches of its texts replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from ..plan.plans import Plan, Section
from ..richtext import Paragraph, Run, joined

HEAD = ("title", "theme")
PARTS = ("preamble", "closing")
_ROWS: Mapping[str, tuple[str, ...]] = {
    "legal_bases": ("quote",),
    "targets": ("quote", "indicator", "responsible"),
    "movements": ("name", "launcher"),
    "commitments": ("organisation", "quote"),
    "phases": ("name", "occasions"),
    "tasks": ("assignee", "summary", "helpers"),
    "recipients": ("name",),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: a field of the head ("title"), a paragraph of a part, a heading, a cell of a list.

    ``part`` names a field of the plan; ``row`` is the place of a section in reading order, or of a row in its list;
    ``field`` is "heading", "body" or a cell; ``paragraph`` counts paragraphs, or the texts of one cell.
    """

    part: str
    row: int = 0
    field: str = ""
    paragraph: int = 0

    @property
    def is_row(self) -> bool:
        """Whether it is a cell of a list, or the theme, which the running text says too."""
        return self.part in _ROWS or self.part == "theme"


@dataclass(frozen=True, slots=True)
class Edit:
    """The words from ``start`` to ``end`` of a text replaced by ``new``."""

    start: int
    end: int
    new: str


def texts(plan: Plan) -> Iterator[tuple[Place, str]]:
    """The texts of a plan with their places: head, opening, sections, closing, then the lists row by row."""
    for field in HEAD:
        if text := getattr(plan, field):
            yield Place(field), text
    yield from _paragraphs(Place("preamble"), plan.preamble)
    for number, section in enumerate(plan.all_sections()):
        if section.heading:
            yield Place("sections", number, "heading"), section.heading
        yield from _paragraphs(Place("sections", number, "body"), section.body)
    yield from _paragraphs(Place("closing"), plan.closing)
    for part, fields in _ROWS.items():
        for number, row in enumerate(getattr(plan, part)):
            for field in fields:
                yield from _cell(Place(part, number, field), getattr(row, field))


def _paragraphs(place: Place, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Place, str]]:
    for number, paragraph in enumerate(paragraphs):
        if paragraph.text:
            yield replace(place, paragraph=number), paragraph.text


def _cell(place: Place, cell: str | tuple[str, ...] | None) -> Iterator[tuple[Place, str]]:
    for number, text in enumerate((cell,) if isinstance(cell, str) else cell or ()):
        if text:
            yield replace(place, paragraph=number), text


def with_edits(plan: Plan, edits: Mapping[Place, Sequence[Edit]]) -> Plan:
    """The plan with these edits, those of one text not overlapping; a paragraph with nothing left goes."""
    numbers = count()
    changes: dict[str, Any] = {
        field: edited(text, edits.get(Place(field), ())) for field in HEAD if (text := getattr(plan, field))
    }
    for part in PARTS:
        changes[part] = _edited_paragraphs(getattr(plan, part), Place(part), edits)
    changes["sections"] = tuple(_edited_section(section, numbers, edits) for section in plan.sections)
    for part, fields in _ROWS.items():
        rows = enumerate(getattr(plan, part))
        changes[part] = tuple(_edited_row(row, Place(part, number), fields, edits) for number, row in rows)
    return replace(plan, **changes)


def _edited_section(section: Section, numbers: Iterator[int], edits: Mapping[Place, Sequence[Edit]]) -> Section:
    number = next(numbers)
    heading = section.heading and edited(section.heading, edits.get(Place("sections", number, "heading"), ()))
    return replace(
        section,
        heading=heading,
        body=_edited_paragraphs(section.body, Place("sections", number, "body"), edits),
        children=tuple(_edited_section(child, numbers, edits) for child in section.children),
    )


def _edited_paragraphs(
    paragraphs: Sequence[Paragraph], place: Place, edits: Mapping[Place, Sequence[Edit]]
) -> tuple[Paragraph, ...]:
    done = [
        (paragraph, _edited_runs(paragraph, edits.get(replace(place, paragraph=number), ())))
        for number, paragraph in enumerate(paragraphs)
    ]
    return tuple(after for before, after in done if after.text.strip() or not before.text.strip())


def _edited_runs(paragraph: Paragraph, edits: Sequence[Edit]) -> Paragraph:
    """The paragraph with its edits; new words have the style of the first one they replace."""
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        runs: list[Run] = []
        position = 0
        placed = False
        for run in paragraph.runs:
            start, end = (min(max(at - position, 0), len(run.text)) for at in (edit.start, edit.end))
            here = not placed and edit.start < position + len(run.text)
            new, placed = (edit.new, True) if here else ("", placed)
            touched = here or start < end
            text = run.text[:start] + new + run.text[end:] if touched else run.text
            runs.append(replace(run, text=text))
            position += len(run.text)
        if not placed and runs:
            runs[-1] = replace(runs[-1], text=runs[-1].text + edit.new)
        paragraph = Paragraph(joined(runs), paragraph.bullet)
    return paragraph


def _edited_row(row: Any, place: Place, fields: Sequence[str], edits: Mapping[Place, Sequence[Edit]]) -> Any:
    changes: dict[str, Any] = {}
    for field in fields:
        cell, at = getattr(row, field), replace(place, field=field)
        if isinstance(cell, str):
            changes[field] = edited(cell, edits.get(at, ()))
        elif cell:
            changes[field] = tuple(
                edited(text, edits.get(replace(at, paragraph=number), ())) for number, text in enumerate(cell)
            )
    return replace(row, **changes)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with its edits."""
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text
