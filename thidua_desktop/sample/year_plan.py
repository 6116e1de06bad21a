"""The plan of a year of the sample, what the organisations promise of it, and what comes of it phase by phase."""

from __future__ import annotations

from ..domain.plan.plans import Plan, PlanCommitment, Target
from ..services.plan import adopting, plans, states
from ..services.registers import registers
from ..services.registration import commitments, results
from ..services.workspace import Workspace
from .book import Table, plan_reading, plan_source, rows
from .directory import Directory


class YearPlan:
    """The plan as it is stored; :meth:`store` comes first."""

    def __init__(self, workspace: Workspace, year: Table, known: Directory) -> None:
        self._workspace = workspace
        self._year = year
        self._known = known
        self._promised = list(rows(year["commitments"]))
        self._plan: Plan | None = None

    def store(self) -> None:
        """Imports the plan, gives its commitments to their organisations and targets, marks the tasks that are done.

        Beside its targets stand what was achieved the year before and who answers for them. What went out is issued.
        """
        workspace = self._workspace
        _, plan_id = plans.store_plan(workspace, plan_reading(self._year).plan, plan_source(self._year))
        named = adopting.candidates(workspace, plan_id)
        known = [one for one in named if one.organisation_id is not None and one.commitments]
        adopting.adopt(workspace, plan_id, known)
        self._plan = plans.plan(workspace, plan_id)
        targets = {target.indicator: target.id for target in self._plan.targets}
        for row, one in zip(self._promised, self._plan.commitments, strict=True):
            if row["target"]:
                commitments.link(workspace, one.id, targets[row["target"]])
        for key in ("last_year", "responsible"):
            for name, text in self._year.get(key, {}).items():
                registers.set_cell(workspace, "plan_targets", targets[name], key, text)
        for task, done_on in zip(self._plan.tasks, self._year["tasks_done"], strict=True):
            registers.set_cell(workspace, "plan_tasks", task.id, "done_on", done_on)
        if day := self._year.get("plan_issued_on"):
            states.issue(workspace, plan_id, str(self._plan.number), day)

    def report(self, workspace: Workspace, phase: int) -> None:
        """Enters what came in for the phase at that place."""
        plan = self._stored
        phase_id = plan.phases[phase].id
        targets = {target.indicator: target for target in plan.targets}
        for name, texts in self._year["results"].items():
            _enter_target(workspace, targets[name], phase_id, texts[phase])
        for row, one in zip(self._promised, plan.commitments, strict=True):
            _enter_commitment(workspace, one, phase_id, row[("first", "second")[phase]])
            if row["note"] and phase == 0:
                results.set_note(workspace, "commitments", one.id, phase_id, 0, row["note"])

    @property
    def _stored(self) -> Plan:
        if self._plan is None:
            raise ValueError("the plan is not stored yet")
        return self._plan


def _enter_target(workspace: Workspace, target: Target, phase_id: int, text: str) -> None:
    if text:
        results.set_target_result(workspace, target.id, phase_id, 0, text)


def _enter_commitment(workspace: Workspace, one: PlanCommitment, phase_id: int, text: str) -> None:
    if text:
        results.set_commitment_result(workspace, one.id, phase_id, 0, text)
        results.set_proof(workspace, "commitments", one.id, phase_id, 0, "Báo cáo của đơn vị")
