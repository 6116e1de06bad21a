"""The panel at the right of a plan: what the checker says, and what happened to the part in view."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from thidua_desktop.services import history
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.tabs.plans.findings_list import FindingsList
from thidua_desktop.ui.widgets.register_history import RecordHistory
from thidua_desktop.ui.widgets.side import SidePanel

CHECKS, HISTORY = range(2)


class PlanSidePanel(SidePanel):
    """Two pages. ``history_wanted`` tells that the history came into view and wants its record."""

    history_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Soát và lịch sử", parent)
        self.checks = FindingsList()
        self.history = RecordHistory()
        self.pages = QStackedWidget()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Kiểm tra hoặc lịch sử")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words, page in (("Kiểm tra", self.checks), ("Lịch sử", self.history)):
            self.tabs.addTab(words)
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self._on_tab)
        self.add(self.tabs)
        self.add(self.pages, 1)

    def _on_tab(self, number: int) -> None:
        self.pages.setCurrentIndex(number)
        if number == HISTORY:
            self.history_wanted.emit()

    @property
    def shows_history(self) -> bool:
        """Whether the history is in view."""
        return self.tabs.currentIndex() == HISTORY and not self.is_folded

    def show_record(self, workspace: Workspace, kind: str, row_id: int) -> None:
        """Show what happened to that record; an id of 0 is none."""
        if row_id:
            self.history.show_entries(history.record_history(workspace, kind, row_id))
        else:
            self.history.show_nothing()
