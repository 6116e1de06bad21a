"""What a new plan takes over in its fields: targets with what was achieved of them, days a year on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ..offices import Office, Signer
from ..papers.heads import office_issuer, signature_texts
from ..plan.plans import PartialDate, Phase, Plan, PlanSigner, Target, Task
from .days import moved


def carried(plan: Plan, year: int, day: date, achieved: Mapping[int, float] | None = None) -> Plan:
    """The plan as a draft of ``year``, to be dated in the month of ``day``: nothing of its texts is changed.

    Number and day are blank, phases, tasks and deadlines as many years later, no task is done. ``achieved`` is what was
    reached of a target, by its id: it stands beside the figure, which is the proposal.
    """
    later = year - plan.year
    reached = achieved or {}
    return replace(
        plan,
        id=0,
        year=year,
        number=None,
        date=PartialDate(None, day.month, day.year),
        header=(),
        state="bản thảo",
        amends=None,
        drafted_from=plan.id or None,
        targets=tuple(_target(target, reached.get(target.id)) for target in plan.targets),
        phases=tuple(_phase(phase, later) for phase in plan.phases),
        tasks=tuple(_task(task, later) for task in plan.tasks),
        commitments=tuple(replace(one, deadline=moved(one.deadline, later)) for one in plan.commitments),
    )


def _target(target: Target, reached: float | None) -> Target:
    return replace(target, last_year=reached)


def _phase(phase: Phase, later: int) -> Phase:
    days = {name: moved(getattr(phase, name), later) for name in ("start", "end", "report_deadline")}
    return replace(phase, **days)  # type: ignore[arg-type]


def _task(task: Task, later: int) -> Task:
    return replace(task, due=moved(task.due, later), done_on=None)


def of_the_office(plan: Plan, office: Office | None, signer: Signer | None) -> Plan:
    """Somebody else's plan with the own office at its head and foot."""
    signed = signature_texts(signer)
    return replace(
        plan,
        issuer=office_issuer(office) if office else plan.issuer,
        symbol="KH-UBND",
        place=(office.place_name or None) if office else None,
        signer=PlanSigner(signed["authority"], signed["position"], signed["name"] or None),
    )
