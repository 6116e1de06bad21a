"""Words found in the whole of a plan, its single values, its text and its lists, and others put in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..checking.findings import Place
from ..checking.lines import laid_out
from ..registers.catalogue import REGISTERS
from ..richtext import Paragraph, plain
from ..richtext import with_words as runs_with_words
from ..vietnamese import fold
from . import drafts as plan_drafts
from . import rows as plan_rows
from .plans import Plan, Section

FIELDS = {
    "doc_type": "tên loại văn bản",
    "title": "trích yếu",
    "theme": "chủ đề",
    "issuer": "cơ quan ban hành",
    "symbol": "ký hiệu",
    "place": "địa danh",
    "signer_authority": "thẩm quyền ký",
    "signer_title": "chức vụ người ký",
    "signer_name": "người ký",
}
_CELLS = ("text", "long_text", "list")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: as it stands, or without marks (``marks`` False), without capitals (``capitals`` False), as
    whole words only.
    """

    words: str
    marks: bool = False
    capitals: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A text of the plan that is searched as one: where it is, its words, and of a list the key of its column."""

    place: Place
    text: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found: the letters from ``start`` to before ``end`` of a spot."""

    spot: Spot
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words as they stand there."""
        return self.spot.text[self.start : self.end]


def found(plan: Plan, wanted: Wanted) -> tuple[Hit, ...]:
    """Every place of the words, in the order of the outline: single values, the text, the lists."""
    if not wanted.words.strip():
        return ()
    return tuple(Hit(spot, start, end) for spot in spots(plan) for start, end in ranges(spot.text, wanted))


def ranges(text: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Where the words stand in a text, one after the other."""
    letters, at = _letters(text, wanted)
    looked_for, _ = _letters(wanted.words, wanted)
    start = letters.find(looked_for)
    while start >= 0 and looked_for:
        first, last = at[start], at[start + len(looked_for) - 1] + 1
        if not wanted.whole or _is_whole(text, first, last):
            yield first, last
            start = letters.find(looked_for, start + len(looked_for))
        else:
            start = letters.find(looked_for, start + 1)


def _letters(text: str, wanted: Wanted) -> tuple[str, list[int]]:
    """The letters that are compared, and of each its place in the text."""
    made, at = [], []
    for place, char in enumerate(text):
        shown = char if wanted.capitals else char.lower()
        if not wanted.marks:
            shown = fold(char).upper() if char.isupper() and wanted.capitals else fold(char)
        made.append(shown)
        at += [place] * len(shown)
    return "".join(made), at


def _is_whole(text: str, start: int, end: int) -> bool:
    return not re.match(r"\w", text[start - 1 : start]) and not re.match(r"\w", text[end : end + 1])


def spots(plan: Plan) -> Iterator[Spot]:
    """Every text of the plan that can be searched and changed."""
    for field, name in FIELDS.items():
        owner, key = (plan.signer, field.removeprefix("signer_")) if field.startswith("signer_") else (plan, field)
        yield Spot(Place("head", name, field=field), str(getattr(owner, key) or ""))
    yield from _paragraphs(plan.preamble, Place("preamble", "phần mở đầu"))
    names = {line.place.section_id: line.place.name.partition(",")[0] for line in laid_out(plan)}
    for section in plan.all_sections():
        yield from _of_section(section, Place("section", names[section.id], section.id))
    yield from _paragraphs(plan.closing, Place("closing", "phần kết"))
    for kind in plan_rows.PLAN_KINDS:
        register = REGISTERS[kind]
        for row in range(len(plan_rows.items(plan, kind))):
            place = Place(kind, f"bảng {register.title}, dòng {row + 1}", row=row)
            for column, text in zip(register.columns, plan_rows.cells(plan, kind, row), strict=True):
                if column.type in _CELLS:
                    yield Spot(place, text, column.key)


def _paragraphs(paragraphs: Sequence[Paragraph], place: Place) -> Iterator[Spot]:
    for number, paragraph in enumerate(paragraphs):
        name = f"{place.name}, đoạn {number + 1}"
        yield Spot(replace(place, name=name, paragraph=number), paragraph.text)


def _of_section(section: Section, place: Place) -> Iterator[Spot]:
    if section.heading is not None:
        yield Spot(place, section.heading)
    yield from _paragraphs(section.body, place)


def with_words(plan: Plan, hits: Iterable[Hit], text: str, wanted: Wanted) -> Plan:
    """The plan with ``text`` in the place of these finds; capitals follow those of the words that go, unless capitals
    were asked for. Raises :class:`.bad_input.BadInput` when a cell of a list cannot hold what comes out.
    """
    by_spot: dict[Spot, list[Hit]] = {}
    for hit in hits:
        by_spot.setdefault(hit.spot, []).append(hit)
    for spot, found_there in by_spot.items():
        edits = [(hit.start, hit.end, _cased(text, hit.words, wanted)) for hit in found_there]
        plan = _with_spot(plan, spot, sorted(edits, reverse=True))
    return plan


def _cased(text: str, old: str, wanted: Wanted) -> str:
    if wanted.capitals:
        return text
    if len(old) > 1 and old.isupper() and not wanted.words.isupper():
        return text.upper()
    if old[:1].isupper() and wanted.words[:1].islower():
        return f"{text[:1].upper()}{text[1:]}"
    return text


_Edits = Sequence[tuple[int, int, str]]


def _with_spot(plan: Plan, spot: Spot, edits: _Edits) -> Plan:
    place = spot.place
    if place.field:
        return plan_drafts.with_field(plan, place.field, _edited(spot.text, edits))
    if place.row >= 0:
        return plan_rows.with_cell(plan, place.part, place.row, spot.column, _edited(spot.text, edits))
    if place.part != "section":
        paragraphs = _with_paragraph(getattr(plan, place.part), place.paragraph, edits)
        changes: dict[str, Any] = {place.part: paragraphs}
        return replace(plan, **changes)
    section = next(one for one in plan.all_sections() if one.id == place.section_id)
    if place.paragraph < 0:
        return plan_drafts.with_section(plan, section.id, heading=_edited(spot.text, edits))
    body = _with_paragraph(section.body, place.paragraph, edits)
    return plan_drafts.with_section(plan, section.id, body=body)


def _edited(text: str, edits: _Edits) -> str:
    return _with_paragraph((plain(text),), 0, edits)[0].text


def _with_paragraph(paragraphs: Sequence[Paragraph], number: int, edits: _Edits) -> tuple[Paragraph, ...]:
    made = list(paragraphs)
    for start, end, text in edits:
        made[number] = replace(made[number], runs=runs_with_words(made[number].runs, start, end - start, text))
    return tuple(made)
