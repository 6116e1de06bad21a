"""What organisations register and commit to in a year, and who stands where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..plan.plans import TargetValue
from ..vietnamese import fold
from .results import same_unit

NOT_YET = "chưa nộp"
"""Where lists tell the day an organisation's form came in, of one whose form did not."""
_LEAST_WORD = 3
"""Shorter words ("xã", "và") say nothing about what a commitment is for."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment of the year. ``organisation`` is the name in the plan's text, ``target`` the name of its target.

    ``deadline`` is an ISO day, ``proof_expected`` what will show that it was kept.
    """

    id: int
    plan_id: int
    organisation_id: int | None
    organisation: str
    quote: str
    values: tuple[TargetValue, ...] = ()
    target_id: int | None = None
    target: str = ""
    deadline: str | None = None
    proof_expected: str = ""


@dataclass(frozen=True, slots=True)
class TargetChoice:
    """A target of the year's plans that a commitment may go towards; ``score`` is how well it fits, 0 if not asked."""

    id: int
    plan_id: int
    indicator: str
    values: tuple[TargetValue, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Registration:
    """The bản đăng ký of an organisation in a year; ``received_on`` is the ISO day it came back, None before."""

    id: int
    year: int
    organisation_id: int
    organisation: str
    received_on: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an organisation stands in a year.

    ``registration_id`` is None while it is not in the year's list, ``block`` the name of its khối, cụm in the year, ""
    for none. ``titles`` and ``commitments`` are counts; ``reported`` and ``missing`` count the commitments with and
    without a result in the phase that is awaited.
    """

    organisation_id: int
    name: str
    short_name: str = ""
    kind: str = ""
    must_report: bool = True
    registration_id: int | None = None
    received_on: str | None = None
    note: str = ""
    block: str = ""
    titles: int = 0
    commitments: int = 0
    reported: int = 0
    missing: int = 0


def fitting(
    words: str, values: Sequence[TargetValue], targets: Iterable[TargetChoice], by: str = ""
) -> tuple[TargetChoice, ...]:
    """The targets that a commitment with these words and figures may go towards, the best first.

    The score is the share of the target's words that the commitment says too, plus a half for a figure in the same
    unit, plus a half more when the number is the same. Targets with no word in common are left out. The name of the
    organisation (``by``) counts as said, for the part of a target that is its own.
    """
    said, told = _words(words), _words(f"{words} {by}")
    scored = []
    for target in targets:
        wanted = _words(target.indicator)
        if said & wanted:
            shared = len(told & wanted) / len(wanted)
            score = shared + _figures_fit(values, target.values)
            scored.append(TargetChoice(target.id, target.plan_id, target.indicator, target.values, score))
    return tuple(sorted(scored, key=lambda target: -target.score))


def says(text: str, words: str) -> bool:
    """Whether ``text`` holds every telling word of ``words``: then it need not be named by them once more."""
    return _words(words) <= _words(text)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(text)) if len(word) >= _LEAST_WORD and not word.isdigit()}


def _figures_fit(values: Sequence[TargetValue], wanted: Sequence[TargetValue]) -> float:
    pairs = [(one, other) for one in values for other in wanted if one.unit and same_unit(one.unit, other.unit)]
    if not pairs:
        return 0.0
    return 1.0 if any(one.value is not None and one.value == other.value for one, other in pairs) else 0.5
