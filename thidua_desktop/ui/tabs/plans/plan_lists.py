"""Which page shows which list of a plan."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.bases_list import BasesList
from thidua_desktop.ui.tabs.plans.commitments_list import COMMITMENTS, CommitmentsList
from thidua_desktop.ui.tabs.plans.movements_list import MovementsList
from thidua_desktop.ui.tabs.plans.phases_list import PhasesList
from thidua_desktop.ui.tabs.plans.plan_list import PlanList
from thidua_desktop.ui.tabs.plans.targets_list import TargetsList
from thidua_desktop.ui.tabs.plans.tasks_list import TasksList

_SPECIAL: dict[str, Callable[[TabContext, int], PlanList]] = {
    "plan_targets": TargetsList,
    "plan_bases": BasesList,
    "plan_movements": MovementsList,
    "plan_phases": PhasesList,
    "plan_tasks": TasksList,
    COMMITMENTS: CommitmentsList,
}


def plan_list(context: TabContext, kind: str, plan_id: int) -> PlanList:
    """The page of a list; ``kind`` as in :data:`.outline_nodes.LISTS`."""
    special = _SPECIAL.get(kind)
    return special(context, plan_id) if special else PlanList(context, kind, plan_id)
