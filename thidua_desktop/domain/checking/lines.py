"""A plan as lines of text, and which part of the plan each line is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..plan.plans import Plan, Section
from ..richtext import Paragraph
from ..vietnamese import date_in_words
from .findings import Place

_NUMBER_LINE = re.compile(r"\s*Số\s*[:.]?[\s.…_\d]*/")
_DATE_LINE = re.compile(r"ngày[\s.…_\d]*tháng[\s.…_\d]*năm[\s.…_\d]*$")


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line as the paper shows it: ``lead`` characters of number or bullet with a blank, then the part's own words.

    ``is_made`` tells that the words are put together from several values and are nowhere stored as they stand.
    """

    text: str
    place: Place
    lead: int = 0
    is_made: bool = False


def laid_out(plan: Plan) -> tuple[PlanLine, ...]:
    """The lines of a plan in the order of its paper."""
    lines = [*_head(plan)]
    lines += _paragraphs(plan.preamble, Place("preamble", "phần mở đầu"))
    for section in plan.sections:
        lines += _sections(section, ())
    lines += _paragraphs(plan.closing, Place("closing", "phần kết"))
    for row, one in enumerate(plan.recipients):
        text = f"- {one.name} {one.suffix or ''}".rstrip()
        lines.append(PlanLine(text, Place("plan_recipients", "nơi nhận", row=row), 2))
    lines += _foot(plan)
    return tuple(lines)


def plan_lines(plan: Plan) -> tuple[str, ...]:
    """The text of a plan that has no source file, line by line as its paper shows it, for :func:`check_plan`."""
    return tuple(line.text for line in laid_out(plan))


def _head(plan: Plan) -> Iterator[PlanLine]:
    number = PlanLine(_number_line(plan), Place("head", "số, ký hiệu", field="number"), is_made=True)
    day = PlanLine(_date_line(plan), Place("head", "địa danh và ngày tháng", field="day"), is_made=True)
    if not plan.header:
        yield number
        yield day
    for line in plan.header:
        if _NUMBER_LINE.match(line):
            yield number
        elif _DATE_LINE.search(line) and line.lstrip().lower()[:2] != "số":
            yield day
        else:
            yield PlanLine(line, Place("head", "phần đầu"), is_made=True)
    yield PlanLine(plan.doc_type, Place("head", "tên loại văn bản", field="doc_type"))
    yield PlanLine(plan.title, Place("head", "trích yếu", field="title"))


def _foot(plan: Plan) -> Iterator[PlanLine]:
    signer = plan.signer
    for field, name, text in (
        ("signer_authority", "thẩm quyền ký", signer.authority),
        ("signer_title", "chức vụ người ký", signer.title),
        ("signer_name", "người ký", signer.name),
    ):
        if text:
            yield PlanLine(text, Place("foot", name, field=field))


def _number_line(plan: Plan) -> str:
    return f"Số: {'    ' if plan.number is None else format(plan.number, '02d')}/{plan.symbol or ''}"


def _date_line(plan: Plan) -> str:
    return f"{plan.place or ''}, {date_in_words(plan.date.day, plan.date.month, plan.date.year)}".rstrip()


def _paragraphs(paragraphs: Sequence[Paragraph], place: Place, lead: str = "") -> Iterator[PlanLine]:
    """The paragraphs of one part; ``lead`` is a number that stands before the first."""
    for number, paragraph in enumerate(paragraphs):
        before = " ".join(filter(None, (lead if not number else "", paragraph.bullet)))
        text = f"{before} {paragraph.text}" if before else paragraph.text
        yield PlanLine(
            text,
            replace(place, name=f"{place.name}, đoạn {number + 1}", paragraph=number),
            len(text) - len(paragraph.text),
        )


def _sections(section: Section, above: tuple[str, ...]) -> Iterator[PlanLine]:
    own = "".join(section.marker.split()).rstrip(".)")
    markers = (*(above[:-1] if above and own.startswith(f"{above[-1]}.") else above), own)
    name = f"mục {'.'.join(filter(None, markers))}".rstrip(". ") if any(markers) else "mục không có số"
    place = Place("section", name, section.id)
    if section.heading is not None:
        before = f"{section.marker} " if section.marker else ""
        yield PlanLine(f"{before}{section.heading}", place, len(before))
        yield from _paragraphs(section.body, place)
    elif section.body:
        yield from _paragraphs(section.body, place, section.marker)
    else:
        yield PlanLine(section.marker, place, len(section.marker))
    for child in section.children:
        yield from _sections(child, markers)
