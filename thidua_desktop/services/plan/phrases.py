"""The office's store of phrases: learned from its own plans, offered while typing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from ...domain.changes import Changes
from ...domain.papers.heads import office_issuer
from ...domain.plan.phrases import Offer, Phrase, offered, phrases_of
from ...domain.plan.plans import Plan
from ...domain.vietnamese import folded_line
from ...storage import plans as stored_plans
from ...storage import records
from ..office.offices import office
from ..wording import shortened
from ..workspace import Workspace

TABLE = "phrases"


def is_own(workspace: Workspace, issuer: str) -> bool:
    """Whether a plan with that issuer is the office's own; one that names no issuer is."""
    own = office(workspace)
    if own is None or not issuer.strip():
        return own is not None
    written = folded_line(issuer).replace("ubnd", "uy ban nhan dan")
    return folded_line(office_issuer(own)) in written or folded_line(own.name) in written


def learn_inside(workspace: Workspace, plan: Plan) -> None:
    """Takes the phrases of a plan of the office's own that has just been stored; belongs inside that act."""
    if is_own(workspace, plan.issuer):
        _learn(workspace, phrases_of(plan), once=True)


def learn_new_inside(workspace: Workspace, plan: Plan) -> None:
    """Takes what was written into a plan of the office's own since it was stored, now that it is issued."""
    if is_own(workspace, plan.issuer):
        _learn(workspace, phrases_of(plan), once=False)


def learn(workspace: Workspace, plan_id: int) -> tuple[Changes, int]:
    """Takes the phrases of a plan into the store, whoever issued it, in one act; returns how many are new."""
    plan = stored_plans.load_plan(workspace.file, plan_id)
    before = records.count(workspace.file, TABLE)
    with workspace.file.act(f"Lấy câu mẫu từ “{shortened(plan.title)}”") as act:
        _learn(workspace, phrases_of(plan), once=False)
    return act.changes, records.count(workspace.file, TABLE) - before


def _learn(workspace: Workspace, found: Iterable[Phrase], *, once: bool) -> None:
    """Adds what is new; ``once``: what is known already stands in one plan more."""
    known = {folded_line(str(row["text"])): row for row in records.page(workspace.file, TABLE)}
    for phrase in found:
        row = known.get(folded_line(phrase.text))
        if row is None:
            records.insert(workspace.file, TABLE, {"text": phrase.text, "topic": phrase.topic, "used": phrase.used})
        elif once:
            records.update(workspace.file, TABLE, cast(int, row["id"]), {"used": cast(int, row["used"]) + 1})


def phrases(workspace: Workspace) -> tuple[Phrase, ...]:
    """Every phrase of the store."""
    return tuple(
        Phrase(str(row["text"]), str(row["topic"]), cast(int, row["used"]), cast(int, row["id"]))
        for row in records.page(workspace.file, TABLE)
    )


def offers(workspace: Workspace, before: str, topic: str, year: int) -> tuple[Offer, ...]:
    """What to offer after the words ``before`` the caret, under that heading, in the plan of that year."""
    return offered(phrases(workspace), before, topic, year)
