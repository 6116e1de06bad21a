"""The six tabs: each is built when first shown; a hidden one is reloaded when it is shown again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.destinations import OVERVIEW
from thidua_desktop.ui.tab import Tab, TabContext


def _overview(context: TabContext) -> Tab:
    from thidua_desktop.ui.tabs.overview.tab import OverviewTab

    return OverviewTab(context)


def _plans(context: TabContext) -> Tab:
    from thidua_desktop.ui.tabs.plans.tab import PlansTab

    return PlansTab(context)


def _reports(context: TabContext) -> Tab:
    from thidua_desktop.ui.tabs.reports.tab import ReportsTab

    return ReportsTab(context)


def _commitments(context: TabContext) -> Tab:
    from thidua_desktop.ui.tabs.commitments.tab import CommitmentsTab

    return CommitmentsTab(context)


def _awards(context: TabContext) -> Tab:
    from thidua_desktop.ui.tabs.awards.tab import AwardsTab

    return AwardsTab(context)


def _directory(context: TabContext) -> Tab:
    from thidua_desktop.ui.tabs.directory import DirectoryTab

    return DirectoryTab(context)


@dataclass(frozen=True, slots=True)
class Page:
    """A tab's name and how it is built."""

    title: str
    build: Callable[[TabContext], Tab]


PAGES = (
    Page("Tổng quan", _overview),
    Page("Kế hoạch", _plans),
    Page("Đăng ký – Giao ước", _commitments),
    Page("Khen thưởng", _awards),
    Page("Báo cáo", _reports),
    Page("Danh mục", _directory),
)
FIRST_SHOWN = OVERVIEW


class Pages(QStackedWidget):
    """Holds the tabs that were shown so far. ``work_changed`` comes from any of them; ``turned`` tells that another tab
    or year came into view.
    """

    work_changed = Signal()
    turned = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tabs: dict[int, Tab] = {}
        self._stale: set[int] = set()
        self._other_year: set[int] = set()

    @property
    def number(self) -> int:
        """The number of the tab in view."""
        return next((number for number, tab in self._tabs.items() if tab is self.currentWidget()), -1)

    @property
    def tab(self) -> Tab | None:
        """The tab in view."""
        return self._tabs.get(self.number)

    def show_page(self, number: int) -> None:
        """Bring a tab to the front, built or brought up to date as needed."""
        if number not in self._tabs:
            self._tabs[number] = PAGES[number].build(self._context)
            self._tabs[number].work_changed.connect(self.work_changed)
            self.addWidget(self._tabs[number])
        before = self.number
        self.setCurrentWidget(self._tabs[number])
        self._bring_up_to_date(number)
        if number != before:
            self.turned.emit()

    def _bring_up_to_date(self, number: int) -> None:
        if number in self._other_year:
            self._tabs[number].set_year(self._context.year)
        elif number in self._stale:
            self._tabs[number].reload(None)
        self._other_year.discard(number)
        self._stale.discard(number)

    def on_changed(self, changes: Changes) -> None:
        """The tab in view reads again what concerns it, the others do when they are shown."""
        self._stale = set(self._tabs) - {self.number}
        if self.tab is not None:
            self.tab.reload(changes)

    @Slot()
    def on_kept(self) -> None:
        """The tab in view hears that a backup was made, or failed."""
        if self.tab is not None:
            self.tab.on_kept()

    def unstored_texts(self) -> list[str]:
        """What the tabs say of work that is not in the data file yet."""
        return [work.unstored_text for tab in self._tabs.values() if (work := tab.unstored_work()) is not None]

    def may_turn(self) -> bool:
        """Whether every tab may show another year."""
        return all(tab.may_turn() for tab in self._tabs.values())

    def may_close(self) -> bool:
        """Whether every tab may go."""
        return all(tab.may_close() for tab in self._tabs.values())

    def leave(self) -> None:
        """The file is about to be closed: nothing that the tabs meant to do later is done any more.

        They go with the event loop, which a message may keep waiting.
        """
        self.hide()
        for timer in self.findChildren(QTimer):
            timer.stop()
        self.deleteLater()

    def set_year(self, year: int) -> None:
        """Show another year in every tab, in the hidden ones later."""
        is_another = year != self._context.year
        self._context.year = year
        self._other_year = set(self._tabs)
        self._bring_up_to_date(self.number)
        if is_another:
            self.turned.emit()
