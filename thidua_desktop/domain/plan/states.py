"""The way of a plan: drafted, sent out for opinions, handed in to be signed, issued."""

from __future__ import annotations

from typing import get_args

from .plans import PlanState

STATES: tuple[PlanState, ...] = get_args(PlanState)
DRAFT, OPINIONS, SIGNING, ISSUED = STATES

CALLED = {DRAFT: "Bản thảo", OPINIONS: "Lấy ý kiến", SIGNING: "Trình ký", ISSUED: "Đã ban hành"}
"""What a state is called where it stands alone."""

MARKS = {OPINIONS: "DỰ THẢO"}
"""What the paper says above its number: what goes out before it is signed must not be taken for the issued plan."""


def following(state: PlanState) -> tuple[PlanState, ...]:
    """The states that may come next without issuing: a small office passes over the opinions."""
    return STATES[STATES.index(state) + 1 : -1]


def before(state: PlanState) -> PlanState | None:
    """The state one step back, None for a draft."""
    place = STATES.index(state)
    return STATES[place - 1] if place else None
