"""A target changed in the table is changed in the text of the plan too, in the same words and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..plan.plans import Plan, Section, Target
from ..richtext import Paragraph, with_words
from .edits import Edit, apart, edited, figure_edits, name_edits, word_edits
from .following import following
from .places import HEADING, Part, PlanText, plan_text, word_places
from .words import figure_places


def with_target(plan: Plan, row: int, new: Target) -> Plan:
    """The plan with another target in that row, and with the words of its text that change with it.

    What the text does not hold for certain stays as it is; other targets and commitments in the same words follow.
    """
    old, whole = plan.targets[row], plan_text(plan)
    place = word_places(whole.text, [target.quote for target in plan.targets])[row]
    targets = (*plan.targets[:row], new, *plan.targets[row + 1 :])
    if place is None:
        return replace(plan, targets=targets)
    words = whole.text[slice(*place)]
    if new.quote != old.quote:
        edits = word_edits(words, new.quote) if new.quote.strip() else ()
    else:
        edits = figure_edits(words, old.values, new.values, _taken(plan, row, whole.text, place))
        if new.indicator != old.indicator:
            edits = apart((*edits, *name_edits(words, old.indicator, new.indicator)))
    edits = tuple((place[0] + start, place[0] + end, text) for start, end, text in edits)
    if not edits:
        return replace(plan, targets=targets)
    after = following(plan, _with_edits(plan, whole, edits))
    followed = after.targets[row]
    if new.quote != old.quote:
        typed = replace(new, values=followed.values if new.values == old.values else new.values)
    else:
        name = followed.indicator if new.indicator == old.indicator else new.indicator
        typed = replace(new, quote=followed.quote, indicator=name)
    return replace(after, targets=(*after.targets[:row], typed, *after.targets[row + 1 :]))


def _taken(plan: Plan, row: int, text: str, place: tuple[int, int]) -> set[int]:
    """Where in these words the figures of other targets begin."""
    taken: set[int] = set()
    places = word_places(text, [target.quote for target in plan.targets])
    for other, (target, at) in enumerate(zip(plan.targets, places, strict=True)):
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
