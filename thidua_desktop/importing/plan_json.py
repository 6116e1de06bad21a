"""A plan as the object that ``import-plan --json`` prints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..domain.checking.findings import Finding
from ..domain.plan.plans import Plan, PlanReading, Section, TargetValue
from ..domain.richtext import Paragraph
from .layout.recipients import label_of
from .layout.tail import says_signed
from .meaning.target_tables import ROW

Json = dict[str, Any]


def to_json(plan: Plan, findings: Iterable[Finding] = (), beside: Iterable[str] = ()) -> Json:
    """The plan and the findings on it; bullet items become sections with the marker "-" or "+" in reading order.

    ``beside`` are the words of the source that belong to no part of a plan; they stand last.
    """
    return {
        "header": list(plan.header),
        "issuer": plan.issuer,
        "doc_type": plan.doc_type,
        "symbol": plan.symbol,
        "number": plan.number,
        "place": plan.place,
        "date": {"day": plan.date.day, "month": plan.date.month, "year": plan.date.year},
        "title": plan.title,
        "year": plan.year,
        "theme": plan.theme,
        "preamble": [paragraph.text for paragraph in plan.preamble],
        "sections": [_section(section) for section in plan.sections],
        "closing": [*(paragraph.text for paragraph in plan.closing), *beside],
        **_contents(plan),
        "recipients": [{"name": r.name, "suffix": r.suffix} for r in plan.recipients],
        "signer": {"authority": plan.signer.authority, "title": plan.signer.title, "name": plan.signer.name},
        "findings": [
            {"code": f.code, "severity": f.severity, "quote": f.quote, "message": f.message} for f in findings
        ],
    }


def reading_json(reading: PlanReading, findings: Iterable[Finding] = ()) -> Json:
    """What was read and the findings on it; what the plan leaves out closes it: page numbers, "(Đã ký)", "Nơi gửi"."""
    aside = [line.text for line in reading.lines if not line.part]
    beside = [text for text in aside if says_signed(text) or not re.search(r"[^\W\d]", text)]
    labels = [label_of(line.text) for line in reading.lines if line.part == "recipient"]
    return to_json(reading.plan, findings, [*(label for label in labels if label), *beside])


def _contents(plan: Plan) -> Json:
    return {
        "legal_bases": [
            {"kind": b.kind, "number": b.number, "date": b.date, "issuer": b.issuer, "quote": b.quote}
            for b in plan.legal_bases
        ],
        "targets": [
            {
                "quote": t.quote,
                "indicator": t.indicator,
                "group": t.group,
                "kind": t.kind,
                "parent": t.parent,
                "responsible": t.responsible,
                "values": _values(t.values),
            }
            for t in plan.targets
        ],
        "movements": [{"name": m.name, "launcher": m.launcher, "kind": m.kind} for m in plan.movements],
        "commitments": [
            {"organisation": c.organisation, "quote": c.quote, "values": _values(c.values)} for c in plan.commitments
        ],
        "phases": [
            {
                "name": p.name,
                "start": p.start,
                "end": p.end,
                "report_deadline": p.report_deadline,
                "occasions": list(p.occasions),
            }
            for p in plan.phases
        ],
        "tasks": [{"assignee": t.assignee, "summary": t.summary} for t in plan.tasks],
    }


def _values(values: Iterable[TargetValue]) -> list[Json]:
    return [
        {
            "value": _number(v.value) if v.value_to is None else [_number(v.value), _number(v.value_to)],
            "unit": v.unit,
            "comparator": v.comparator,
            "assigned_by": v.assigned_by,
        }
        for v in values
    ]


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


def _section(section: Section) -> Json:
    shown = _shown(section.level, section.marker, section.heading)
    _add_paragraphs(shown, section.body)
    shown["children"] += [_section(child) for child in section.children]
    return shown


def _add_paragraphs(section: Json, body: tuple[Paragraph, ...]) -> None:
    """Running text goes to the item above it, as it is read; "+" stands under "-"."""
    open_items: list[Json] = []
    for paragraph in body:
        if paragraph.bullet and paragraph.bullet != ROW:
            deeper = paragraph.bullet == "+" and bool(open_items) and open_items[0]["marker"] != "+"
            parent = open_items[0] if deeper else section
            item = _shown(parent["level"] + 1, paragraph.bullet, None)
            parent["children"].append(item)
            open_items = [open_items[0], item] if deeper else [item]
        target = open_items[-1] if open_items else section
        target["paragraphs"].append(paragraph.text)


def _shown(level: int, marker: str, heading: str | None) -> Json:
    return {"level": level, "marker": marker, "heading": heading, "paragraphs": [], "children": []}
