"""What organisations commit to in the plan; a figure changed here is changed in the text."""

from __future__ import annotations

from thidua_desktop.domain.changes import Changes
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.plan_list import PlanList
from thidua_desktop.ui.theme import sizes

COMMITMENTS = "commitments"
_WIDTHS = {
    "organisation": 16 * sizes.CHAR,
    "quote": 26 * sizes.CHAR,
    "values": 11 * sizes.CHAR,
    "target_id": 18 * sizes.CHAR,
    "deadline": 12 * sizes.CHAR,
    "proof_expected": 14 * sizes.CHAR,
}


class CommitmentsList(PlanList):
    """As every list; what a changed commitment changes in the text is said."""

    def __init__(self, context: TabContext, plan_id: int) -> None:
        super().__init__(context, COMMITMENTS, plan_id, widths=_WIDTHS)
        self.table.two_line_rows()
        self.model.acted.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("plan_sections") and changes.touches(COMMITMENTS, "commitment_values"):
            self.tell_of_text(changes)
