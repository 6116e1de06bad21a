"""The plan on its way out: the papers of a plan and what their files are called."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks.outgoing import Gather, PaperDesk


class Outgoing:
    """The papers of the plan ``plan_id``; ``desk`` brings the pages of the preview."""

    def __init__(self, context: TabContext, owner: QWidget) -> None:
        self.context = context
        self.desk = PaperDesk(context, owner)
        self.plan_id = 0

    def preview(self) -> None:
        """Set the pages now."""
        self.desk.preview(lambda: self._paper("plan")())  # of the plan it is then

    def print_plan(self) -> None:
        """Set the pages, then ask for the printer."""
        self.desk.print(self._paper("plan"), self._name())

    def export(self, ending: str) -> None:
        """Write the plan as "docx" or "pdf"; the clerk names the file."""
        self.desk.export(self._paper("plan"), self._name(), ending)

    def export_targets(self, ending: str) -> None:
        """Write the table of targets as "docx", "pdf" or "xlsx"."""
        name = self._name("Chỉ tiêu thi đua")
        if ending == "xlsx":
            self.desk.export_sheet(self.desk.sheet("targets", self._request()), name)
        else:
            self.desk.export(self._paper("targets"), name, ending)

    def _request(self) -> Request:
        return Request(self.context.year, self.plan_id)

    def _paper(self, name: str) -> Gather:
        return self.desk.paper(name, self._request())

    def _name(self, what: str = "") -> str:
        plan = plans.plan(self.context.workspace, self.plan_id)
        return self.desk.name(what or plan.full_title, plan.year)
