"""A target or commitment changed in its table is changed in the text too, in the same words and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..plan import rows as rows_of
from ..plan.plans import Plan, PlanCommitment, Section, Target
from ..richtext import Paragraph, with_words
from .edits import Edit, apart, edited, figure_edits, name_edits, word_edits
from .following import following
from .places import HEADING, Part, PlanText, plan_text, word_places
from .words import figure_places

_Quoted = Target | PlanCommitment


def with_target(plan: Plan, row: int, new: Target) -> Plan:
    """The plan with another target in that row, and with the words of its text that change with it.

    What the text does not hold for certain stays as it is; other targets and commitments in the same words follow.
    """
    return _with_row(plan, "plan_targets", row, new)


def with_commitment(plan: Plan, row: int, new: PlanCommitment) -> Plan:
    """As :func:`with_target`, of a commitment. Words that several commitments share stay: not all of them changed."""
    quotes = [" ".join(one.quote.split()) for one in plan.commitments]
    if quotes.count(quotes[row]) > 1:
        rows = (*plan.commitments[:row], new, *plan.commitments[row + 1 :])
        return replace(plan, commitments=rows)
    return _with_row(plan, "commitments", row, new)


def _with_row(plan: Plan, kind: str, row: int, new: _Quoted) -> Plan:
    rows = rows_of.items(plan, kind)
    old: _Quoted = rows[row]
    whole = plan_text(plan)
    place = word_places(whole.text, [one.quote for one in rows])[row]
    edits = _edits(plan, kind, row, whole, place, new) if place is not None else ()
    if not edits:
        return _put(plan, kind, row, new)
    after = following(plan, _with_edits(plan, whole, edits))
    followed: _Quoted = rows_of.items(after, kind)[row]
    typed: _Quoted
    if new.quote != old.quote:
        typed = replace(new, values=followed.values if new.values == old.values else new.values)
    else:
        typed = replace(new, quote=followed.quote)
        if isinstance(typed, Target) and isinstance(old, Target) and typed.indicator == old.indicator:
            typed = replace(typed, indicator=after.targets[row].indicator)
    return _put(after, kind, row, typed)


def _put(plan: Plan, kind: str, row: int, new: _Quoted) -> Plan:
    rows = rows_of.items(plan, kind)
    fields: dict[str, Any] = {rows_of.field_of(kind): (*rows[:row], new, *rows[row + 1 :])}
    return replace(plan, **fields)


def _edits(plan: Plan, kind: str, row: int, whole: PlanText, place: tuple[int, int], new: _Quoted) -> tuple[Edit, ...]:
    """What changes in the plan's text when the row becomes another; ``place`` is where its words stand now."""
    old: _Quoted = rows_of.items(plan, kind)[row]
    words = whole.text[slice(*place)]
    if new.quote != old.quote:
        edits: tuple[Edit, ...] = word_edits(words, new.quote) if new.quote.strip() else ()
    else:
        edits = figure_edits(words, old.values, new.values, _taken(plan, kind, row, whole.text, place))
        if isinstance(new, Target) and isinstance(old, Target) and new.indicator != old.indicator:
            edits = apart((*edits, *name_edits(words, old.indicator, new.indicator)))
    return tuple((place[0] + start, place[0] + end, text) for start, end, text in edits)


def _taken(plan: Plan, kind: str, row: int, text: str, place: tuple[int, int]) -> set[int]:
    """Where in these words the figures of other rows of that kind begin."""
    taken: set[int] = set()
    rows = rows_of.items(plan, kind)
    places = word_places(text, [one.quote for one in rows])
    for other, (target, at) in enumerate(zip(rows, places, strict=True)):
        if other != row and at is not None and place[0] <= at[0] and at[1] <= place[1]:
            figures = figure_places(text[slice(*at)], target.values)
            taken |= {at[0] + figure.start - place[0] for figure in figures if figure}
    return taken


def _with_edits(plan: Plan, whole: PlanText, edits: Sequence[Edit]) -> Plan:
    """The plan with these edits of its text; one that reaches over more than one paragraph is left out."""
    by_piece: dict[tuple[Part, int, int], list[Edit]] = {}
    for start, end, words in edits:
        if piece := whole.piece_at(start, end):
            key = (piece.part, piece.section, piece.paragraph)
            by_piece.setdefault(key, []).append((start - piece.start, end - piece.start, words))

    def paragraphs(part: Part, section: int, old: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        return tuple(_rewritten(one, by_piece.get((part, section, number), ())) for number, one in enumerate(old))

    numbers = iter(range(sum(1 for _ in plan.all_sections())))

    def section(old: Section) -> Section:
        number = next(numbers)
        heading = old.heading
        if heading is not None:
            heading = edited(heading, by_piece.get(("section", number, HEADING), ()))
        body = paragraphs("section", number, old.body)
        return replace(old, heading=heading, body=body, children=tuple(section(child) for child in old.children))

    return replace(
        plan,
        preamble=paragraphs("preamble", -1, plan.preamble),
        sections=tuple(section(one) for one in plan.sections),
        closing=paragraphs("closing", -1, plan.closing),
    )


def _rewritten(paragraph: Paragraph, edits: Sequence[Edit]) -> Paragraph:
    for start, end, words in sorted(edits, reverse=True):
        paragraph = replace(paragraph, runs=with_words(paragraph.runs, start, end - start, words))
    return paragraph
