"""What a repair does: the same text, or the same plan, with the certain corrections made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..plan import drafts as plan_drafts
from ..plan import rows as plan_rows
from ..plan.plans import Plan, Section
from ..richtext import Paragraph, with_words
from .findings import Edit, FieldEdit, TextEdit
from .lines import PlanLine, laid_out

# The texts of a plan's lists that were read out of the plan's own words, and go with them.
FOLLOWING = {
    "plan_targets": ("quote", "indicator"),
    "commitments": ("quote",),
    "plan_bases": ("quote",),
    "plan_movements": ("name",),
    "plan_tasks": ("summary",),
}
_Edits = Sequence[TextEdit]


def repaired(plan: Plan, edits: Iterable[Edit]) -> Plan:
    """The plan with the edits made, and with them the quotes in its lists that were taken from the changed words.

    The edits are those of findings on the plan's own text (:func:`.lines.plan_lines`). An edit whose old words are no
    longer there is left out, of two that overlap the second; when nothing fits, the plan comes back equal.
    """
    edits = tuple(edits)
    lines, by_line = laid_out(plan), _by_line(edits)
    changed = _Rewriting(lines, by_line).plan(plan)
    changed = _followed(changed, [(line, by_line[number]) for number, line in enumerate(lines) if number in by_line])
    for edit in edits:
        if isinstance(edit, FieldEdit) and _value(changed, edit.field) == edit.old:
            changed = plan_drafts.with_field(changed, edit.field, edit.new)
    return changed


def _value(plan: Plan, field: str) -> str:
    if field.startswith("signer_"):
        return getattr(plan.signer, field.removeprefix("signer_")) or ""
    return str(getattr(plan, field) or "")


def _by_line(edits: Iterable[Edit]) -> Mapping[int, _Edits]:
    found: dict[int, list[TextEdit]] = defaultdict(list)
    for edit in dict.fromkeys(edits):
        if isinstance(edit, TextEdit):
            found[edit.line].append(edit)
    return {number: _apart(edits) for number, edits in found.items()}


def _apart(edits: list[TextEdit]) -> _Edits:
    """The edits of a line in order, without those that reach into an earlier one."""
    kept: list[TextEdit] = []
    for edit in sorted(edits, key=lambda edit: edit.start):
        if not kept or edit.start >= kept[-1].start + len(kept[-1].old):
            kept.append(edit)
    return kept


def _edited(text: str, offset: int, edits: _Edits) -> str:
    """``text`` that begins at ``offset`` of its line, with the edits that lie in it made."""
    for edit in reversed(edits):
        start = edit.start - offset
        if start >= 0 and text[start : start + len(edit.old)] == edit.old:
            text = text[:start] + edit.new + text[start + len(edit.old) :]
    return text


class _Rewriting:
    """Goes through a plan in the order of its lines and makes each line's edits."""

    def __init__(self, lines: Sequence[PlanLine], edits: Mapping[int, _Edits]) -> None:
        self._lines: Iterator[tuple[PlanLine, _Edits]] = iter(
            [(line, edits.get(number, ())) for number, line in enumerate(lines)]
        )

    def plan(self, plan: Plan) -> Plan:
        for _ in plan.header or range(2):
            next(self._lines)
        plan = replace(plan, doc_type=self._words(), title=self._words())
        plan = replace(plan, preamble=self._paragraphs(plan.preamble))
        plan = replace(plan, sections=tuple(self._section(section) for section in plan.sections))
        plan = replace(plan, closing=self._paragraphs(plan.closing))
        for _ in plan.recipients:
            next(self._lines)
        signer = {name: self._words() for name in ("authority", "title", "name") if getattr(plan.signer, name)}
        return replace(plan, signer=replace(plan.signer, **signer))

    def _words(self) -> str:
        line, edits = next(self._lines)
        return _edited(line.text[line.lead :], line.lead, edits)

    def _paragraphs(self, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
        return tuple(self._paragraph(paragraph, *next(self._lines)) for paragraph in paragraphs)

    @staticmethod
    def _paragraph(paragraph: Paragraph, line: PlanLine, edits: _Edits) -> Paragraph:
        for edit in reversed(edits):
            start = edit.start - line.lead
            if start >= 0 and paragraph.text[start : start + len(edit.old)] == edit.old:
                paragraph = replace(paragraph, runs=with_words(paragraph.runs, start, len(edit.old), edit.new))
        return paragraph

    def _section(self, section: Section) -> Section:
        line, edits = next(self._lines)
        marker, body = section.marker, section.body
        if marker and line.text.startswith(marker):
            marker = _edited(marker, 0, [edit for edit in edits if edit.start + len(edit.old) <= len(marker)])
        heading = section.heading
        if heading is not None:
            heading = _edited(heading, line.lead, edits)
            body = self._paragraphs(body)
        elif body:
            body = (self._paragraph(body[0], line, edits), *self._paragraphs(body[1:]))
        children = tuple(self._section(child) for child in section.children)
        return replace(section, marker=marker, heading=heading, body=body, children=children)


def _followed(plan: Plan, changed: Sequence[tuple[PlanLine, _Edits]]) -> Plan:
    for kind, fields in FOLLOWING.items() if changed else ():
        rows = tuple(
            replace(item, **{field: _following(getattr(item, field), changed) for field in fields})
            for item in plan_rows.items(plan, kind)
        )
        fields_of_plan: dict[str, Any] = {plan_rows.field_of(kind): rows}
        plan = replace(plan, **fields_of_plan)
    return plan


def _following(words: str, changed: Sequence[tuple[PlanLine, _Edits]]) -> str:
    """What these words, taken from a line, are after the line's edits."""
    for line, edits in changed:
        at = line.text.find(words) if words else -1
        inside = [edit for edit in edits if at <= edit.start and edit.start + len(edit.old) <= at + len(words)]
        if at >= 0 and inside:
            return _edited(words, at, inside)
    return words
