"""The panel at the right of a plan: what the checker says, and what happened to the part in view."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.services import history
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.tabs.plans.findings_list import FindingsList
from thidua_desktop.ui.widgets.register_history import RecordHistory
from thidua_desktop.ui.widgets.side import PagedPanel

CHECKS, HISTORY = range(2)


class PlanSidePanel(PagedPanel):
    """Two pages. ``history_wanted`` tells that the history came into view and wants its record."""

    history_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Soát và lịch sử", "Kiểm tra hoặc lịch sử", parent)
        self.checks = FindingsList(repairs=True)
        self.history = RecordHistory()
        self.add_page("Kiểm tra", self.checks)
        self.add_page("Lịch sử", self.history)
        self.turned.connect(self._on_turned)

    def _on_turned(self, page: int) -> None:
        if page == HISTORY:
            self.history_wanted.emit()

    @property
    def shows_history(self) -> bool:
        """Whether the history is in view."""
        return self.shows(self.history)

    def show_record(self, workspace: Workspace, kind: str, row_id: int) -> None:
        """Show what happened to that record; an id of 0 is none."""
        if row_id:
            self.history.show_entries(history.record_history(workspace, kind, row_id))
        else:
            self.history.show_nothing()
