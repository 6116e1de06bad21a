"""The plan as a paper: its text by the form "plan"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from ..offices import Office
from ..plan.plans import Plan, Section
from ..plan.states import MARKS
from ..richtext import Paragraph, Run, joined
from ..vietnamese import format_date
from . import blocks
from .forms import Facts, FormDefinition, build
from .heads import head_issuer, number_symbol, office_issuer, place_date, recipient_lines
from .target_rows import target_rows
from .text_tables import flowing

_ROMAN_OR_LETTER = re.compile(r"[IVXLC]+[.)/]?|[A-ZĐ][.)/]?")
_ROMAN = re.compile(r"[IVXLC]+[.:)]?")
_PART = re.compile(r"(phần|chương)\b", re.IGNORECASE)
_BASIS = re.compile(r"Căn cứ\b|(Thực hiện|Theo|Xét)\b.*;$", re.IGNORECASE | re.DOTALL)
_LAST_BASIS = re.compile(r"(Thực hiện|Theo|Xét)\b.*[^/]\.$", re.IGNORECASE | re.DOTALL)


def plan_paper(plan: Plan, office: Office | None, form: FormDefinition) -> blocks.Document:
    """The plan laid out by ``form``; ``office`` gives what the plan does not say (issuer, place, superior)."""
    facts = plan_facts(plan, office)
    return build(
        form, facts, subject=f"{plan.doc_type.capitalize()} {plan.title}".strip(), author=_issuer(plan, office)
    )


def plan_facts(plan: Plan, office: Office | None) -> Facts:
    """Every field of the paper "plan"."""
    parts = {
        "preamble": tuple(_opening(plan.preamble)),
        "sections": tuple(block for section in plan.sections for block in section_blocks(section)),
        "closing": tuple(flowing(plan.closing)),
    }
    texts = head_texts(plan, office) | {"doc_type": plan.doc_type, "title": plan.title, "theme": plan.theme or ""}
    texts["draft_mark"] = MARKS.get(plan.state, "")
    return Facts(texts, parts, _plan_rows(plan))


def head_texts(plan: Plan, office: Office | None) -> dict[str, str]:
    """The texts at the head and the foot of every paper of this plan."""
    place = plan.place or (office.place_name if office else "")
    date = plan.date if plan.date.year else replace(plan.date, year=plan.year)
    dated = place_date(place, date)
    superior, issuer = head_issuer(_issuer(plan, office), office)
    return {
        "superior": superior,
        "issuer": "\n".join(issuer),
        "number_symbol": number_symbol(plan.number, plan.symbol),
        "place": place,
        "date": dated.split(", ", 1)[1],
        "place_date": dated,
        "year": str(plan.year),
        "authority": plan.signer.authority or "",
        "position": plan.signer.title or "",
        "name": plan.signer.name or "",
        "recipients": recipient_lines(plan.recipients),
    }


def _issuer(plan: Plan, office: Office | None) -> str:
    return plan.issuer or (office_issuer(office) if office else "")


def section_blocks(section: Section) -> Iterator[blocks.Block]:
    """A section with all below it; a numbered paragraph without a heading carries its marker in its first line."""
    body = section.body
    if section.heading is not None:
        style = heading_style(section)
        marker = part_marker(section.marker) if style == "part" else section.marker
        yield blocks.Heading(marker, section.heading, style, section.level)
    elif section.marker and body and not body[0].bullet:
        yield blocks.Text(Paragraph(joined((Run(f"{section.marker} "), *body[0].runs))))
        body = body[1:]
    elif section.marker:
        yield blocks.Text(Paragraph((Run(section.marker),)), keep_next=bool(body))
    yield from flowing(body)
    for child in section.children:
        yield from section_blocks(child)


def heading_style(section: Section) -> blocks.HeadingStyle:
    """How a heading is set, by its marker and, where that says nothing, by its depth."""
    marker = section.marker.strip()
    if _PART.match(marker):
        return "part"
    if _ROMAN_OR_LETTER.fullmatch(marker):
        return "chapter"
    if marker[:1].isdigit():
        return "item"
    if marker:
        return "point"
    return "chapter" if section.level == 1 else "item" if section.level == 2 else "point"


def part_marker(marker: str) -> str:
    """ "PHẦN THỨ NHẤT" → "Phần thứ nhất", "CHƯƠNG II" → "Chương II": in small letters, unlike the title below it.

    Nghị định 30/2020, Phụ lục I, mục II.
    """
    if not marker.isupper():
        return marker
    words = [word if _ROMAN.fullmatch(word) else word.lower() for word in marker.split()]
    return " ".join((words[0].capitalize(), *words[1:]))


def _opening(paragraphs: Iterable[Paragraph]) -> Iterator[blocks.Block]:
    """The preamble: căn cứ that stand on lines of their own come together as bases."""
    for bases, group in groupby(_told(paragraphs), lambda told: told[0]):
        found = [paragraph for _, paragraph in group]
        if bases:
            yield blocks.Bases(tuple(found))
        else:
            yield from flowing(found)


def _told(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[bool, Paragraph]]:
    """Each paragraph, and whether it is a căn cứ; the last of them ends with a full stop (Nghị định 30/2020)."""
    goes_on = False
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        basis = is_basis(text) or (goes_on and bool(_LAST_BASIS.match(text)))
        goes_on = basis and text.endswith(";")
        yield basis, paragraph


def is_basis(text: str) -> bool:
    """Whether a paragraph is a căn cứ of its own, not a sentence that begins with one ("Căn cứ …, UBND … như sau:")."""
    return bool(_BASIS.match(text.strip())) and text.rstrip().endswith((";", "."))


def _plan_rows(plan: Plan) -> dict[str, tuple[Mapping[str, str], ...]]:
    return {
        "targets": target_rows(plan.targets),
        "movements": tuple(
            {"stt": str(number), "name": m.name, "launcher": m.launcher or "", "kind": m.kind}
            for number, m in enumerate(plan.movements, 1)
        ),
        "phases": tuple(
            {
                "stt": str(number),
                "name": phase.name,
                "start": format_date(phase.start),
                "end": format_date(phase.end),
                "report_deadline": format_date(phase.report_deadline),
                "occasions": "\n".join(phase.occasions),
            }
            for number, phase in enumerate(plan.phases, 1)
        ),
        "tasks": tuple(
            {
                "stt": str(number),
                "summary": task.summary,
                "assignee": task.assignee or "",
                "helpers": task.helpers or "",
                "due": format_date(task.due),
            }
            for number, task in enumerate(plan.tasks, 1)
        ),
    }
