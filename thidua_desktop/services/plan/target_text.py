"""Targets and commitments in their tables and in the plan's text: whichever is changed, the other follows; one act."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from ...domain.changes import Changes
from ...domain.figures import sentences
from ...domain.figures.following import following
from ...domain.figures.places import Standing, own_words, standings
from ...domain.figures.sentences import figure_words
from ...domain.figures.table import with_commitment, with_target
from ...domain.plan import rows as plan_rows
from ...domain.plan.plans import Plan, Section
from ...domain.plan.states import ISSUED
from ...storage import records
from ...storage.plan_loading import load_plan
from ..registration.kept import keep_before_text
from ..wording import shortened
from ..workspace import Workspace
from .changed_rows import store_changed
from .frozen import refuse_issued

TARGETS = "plan_targets"
_SAID = (TARGETS, "commitments")
_IN_TEXT = {"values", "unit", "comparator", "quote", "indicator"}


@dataclass(frozen=True, slots=True)
class TargetPlace:
    """How a target stands in the text: in the section of that id, 0 for none; ``name`` is its number and heading."""

    standing: Standing
    section_id: int = 0
    name: str = ""
    missing: str = ""


@contextmanager
def text_carried(workspace: Workspace, plan_id: int) -> Iterator[None]:
    """Around a change of the plan's text, inside its act: the rows of targets and commitments follow."""
    before = load_plan(workspace.file, plan_id)
    yield
    after = load_plan(workspace.file, plan_id)
    if len(before.targets) == len(after.targets):
        wanted = following(before, after)
        keep_before_text(workspace.file, after, wanted)
        store_changed(workspace.file, after, wanted)


@contextmanager
def table_carried(workspace: Workspace, kind: str, row_ids: Sequence[int], keys: Collection[str]) -> Iterator[None]:
    """Around a change of cells of a register, inside its act: of a plan's targets and commitments the text follows.

    The text of an issued plan stays as it was signed; its commitments may still change.
    """
    if kind not in _SAID or _IN_TEXT.isdisjoint(keys):
        yield
        return
    rows = records.among(workspace.file, kind, "id", row_ids)
    plan_ids = dict.fromkeys(cast(int, row["plan_id"]) for row in rows)
    befores = [load_plan(workspace.file, plan_id) for plan_id in plan_ids]
    yield
    for before in befores:
        if before.state != ISSUED:
            stored = load_plan(workspace.file, before.id)
            store_changed(workspace.file, stored, _said(before, stored, kind, row_ids))


def _said(before: Plan, stored: Plan, kind: str, row_ids: Collection[int]) -> Plan:
    """``before`` with the rows of these ids as they are stored now, and with what its text says of them."""
    plan = before
    pairs = zip(plan_rows.items(before, kind), plan_rows.items(stored, kind), strict=True)
    for row, (old, new) in enumerate(pairs):
        if new.id in row_ids and new != old:
            plan = with_target(plan, row, new) if kind == TARGETS else with_commitment(plan, row, new)
    return plan


def find_words(workspace: Workspace, target_ids: Collection[int]) -> None:
    """Gives targets with figures, and without words of their own, those of the text that say them for certain.

    Belongs inside an act.
    """
    rows = [row for row in records.among(workspace.file, TARGETS, "id", target_ids) if not str(row["quote"]).strip()]
    if not rows:
        return
    plan = load_plan(workspace.file, cast(int, rows[0]["plan_id"]))
    wanted = {row["id"] for row in rows}
    for target in plan.targets:
        if target.id in wanted and target.values and (words := own_words(plan, target)):
            records.update(workspace.file, TARGETS, target.id, {"quote": words})


def target_places(workspace: Workspace, plan_id: int) -> dict[int, TargetPlace]:
    """Target → how it stands in the text of its plan."""
    plan = load_plan(workspace.file, plan_id)
    sections = list(plan.all_sections())
    found: dict[int, TargetPlace] = {}
    for target, stand in zip(plan.targets, standings(plan), strict=True):
        section = sections[stand.section] if stand.section is not None else None
        missing = "; ".join(figure_words(value) for value in stand.missing)
        found[target.id] = TargetPlace(
            stand.standing, section.id if section else 0, _called(section) if section else "", missing
        )
    return found


def proposed_section(workspace: Workspace, target_id: int) -> int:
    """The section that a target's sentence would go into; 0 for a plan without sections."""
    plan, row = _plan_and_row(workspace, target_id)
    return sentences.proposed_section(plan, row)


def put_into_text(workspace: Workspace, target_ids: Sequence[int], section_id: int) -> Changes:
    """Adds what the text does not say of these targets of one plan: to their own words, else a sentence each to the
    section of that id. One act. Raises ``RecordGone`` for no such target.
    """
    plan, row = _plan_and_row(workspace, target_ids[0])
    refuse_issued(workspace, plan.id)
    several = len(target_ids) > 1
    named = f"{len(target_ids)} chỉ tiêu" if several else f"chỉ tiêu “{shortened(plan.targets[row].indicator)}”"
    after = plan
    for place, target in enumerate(plan.targets):
        if target.id in target_ids:
            after = sentences.with_sentence(after, place, section_id)
    with workspace.file.act(f"Đưa {named} vào văn bản") as act:
        store_changed(workspace.file, plan, after)
    return act.changes


def sentences_of(workspace: Workspace, target_ids: Sequence[int]) -> tuple[str, ...]:
    """What :func:`put_into_text` would write of targets that have no words in the text."""
    plan, _ = _plan_and_row(workspace, target_ids[0])
    return tuple(sentences.sentence(target) for target in plan.targets if target.id in target_ids)


def sentences_left(workspace: Workspace, plan_id: int, quotes: Collection[str]) -> bool:
    """Whether paragraphs that say nothing but these words stand in the plan."""
    plan = load_plan(workspace.file, plan_id)
    return sentences.without_sentences(plan, quotes) != plan


def take_out_of_text(workspace: Workspace, plan_id: int, quotes: Collection[str]) -> Changes:
    """Removes the paragraphs that say nothing but these words: the sentences of targets that left the table."""
    refuse_issued(workspace, plan_id)
    plan = load_plan(workspace.file, plan_id)
    with workspace.file.act("Xóa câu của chỉ tiêu trong văn bản") as act:
        store_changed(workspace.file, plan, sentences.without_sentences(plan, quotes))
    return act.changes


def _plan_and_row(workspace: Workspace, target_id: int) -> tuple[Plan, int]:
    plan_id = cast(int, records.get(workspace.file, TARGETS, target_id)["plan_id"])
    plan = load_plan(workspace.file, plan_id)
    return plan, [target.id for target in plan.targets].index(target_id)


def _called(section: Section) -> str:
    return " ".join(part for part in (section.marker, shortened(section.heading or "")) if part)
