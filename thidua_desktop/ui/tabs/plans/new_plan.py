"""The act "Lập kế hoạch…": asks in its window and stores the new plan as one act."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.new_plan_dialog import NewPlanDialog
from thidua_desktop.ui.undo_act import UndoAct


class NewPlan(QObject):
    """``dialog`` is the open window. ``made(plan id)`` when the new plan is stored."""

    made = Signal(int)

    def __init__(self, context: TabContext, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self._owner = owner
        self.dialog: NewPlanDialog | None = None

    def open(self) -> None:
        """Show the window, for the year in view, or for the next one when that has its plan."""
        year = self.context.year
        if plans.plan_of_year(self.context.workspace, year):
            year += 1
        try:
            self.dialog = NewPlanDialog(self.context, year, self._owner.window())
        except KnownError as error:
            self.context.ask.error(error)
            return
        self.dialog.accepted.connect(self._on_accepted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_accepted(self) -> None:
        assert self.dialog is not None
        changes, plan_id, year = self.dialog.changes, self.dialog.plan_id, self.dialog.year.value()
        self.context.bus.publish(changes)
        undo = UndoAct(self.context, changes)
        self.context.ask.notify(f"Đã lập kế hoạch mới năm {year}.", acts=[("Hoàn tác", undo)])
        self.made.emit(plan_id)

    def _on_finished(self, _: int) -> None:
        self.dialog = None
