"""Which page shows which list of a plan."""

from __future__ import annotations

from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.plan_list import PlanList
from thidua_desktop.ui.tabs.plans.targets_list import TargetsList


def plan_list(context: TabContext, kind: str, plan_id: int) -> PlanList:
    """The page of a list; ``kind`` as in :data:`.outline_nodes.LISTS`."""
    if kind == "plan_targets":
        return TargetsList(context, plan_id)
    return PlanList(context, kind, plan_id)
