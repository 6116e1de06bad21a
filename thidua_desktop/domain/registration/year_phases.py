"""The phases (đợt) of a year over all its plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from ..plan.plans import Phase
from .results import due


@dataclass(frozen=True, slots=True)
class YearPhase:
    """A phase of the year: plans that call one alike share it. ``ids`` are its ids in each of them, by plan.

    ``place`` counts from 1, as the codes of papers name it. ``due`` is the latest ISO day by which one of the plans
    expects its figures, None when none says it.
    """

    name: str
    place: int
    ids: Mapping[int, int]
    due: str | None = None

    @property
    def id(self) -> int:
        """The one that its papers and reminders are kept under: that of the first plan."""
        return next(iter(self.ids.values()))


def told_apart(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """The phases of one plan, each by a name of its own: phases meet by their names across plans, not within one."""
    named: dict[str, Phase] = {}
    taken = {phase.name for phase in phases}
    for phase in phases:
        own = phase
        if phase.name in named:
            free = (f"{phase.name} ({number})" for number in count(2))
            own = replace(phase, name=next(name for name in free if name not in taken))
        taken.add(own.name)
        named[own.name] = own
    return tuple(named.values())


def year_phases(plans: Mapping[int, Sequence[Phase]]) -> tuple[YearPhase, ...]:
    """The phases of all ``plans`` (plan → its phases), in the order they first come."""
    called: dict[str, dict[int, Phase]] = {}
    for plan_id, phases in plans.items():
        for phase in phases:
            called.setdefault(phase.name, {}).setdefault(plan_id, phase)
    return tuple(
        YearPhase(
            name,
            place,
            {plan_id: phase.id for plan_id, phase in same.items()},
            max((due(phase) or "" for phase in same.values()), default="") or None,
        )
        for place, (name, same) in enumerate(called.items(), 1)
    )


def kept_under(phases: Sequence[YearPhase]) -> dict[int, int]:
    """The id of a phase in any plan → the one that its papers and reminders are kept under."""
    return {phase_id: phase.id for phase in phases for phase_id in phase.ids.values()}
