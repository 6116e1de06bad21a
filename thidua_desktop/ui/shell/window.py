"""The main window: puts the parts together; what each does is said where it is."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.destinations import Destination
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import search
from thidua_desktop.services.office import offices, safekeeping, years
from thidua_desktop.services.plan import plans
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.ask import Ask
from thidua_desktop.ui.bus import Bus
from thidua_desktop.ui.files import FileDesk, first_folder
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.shell.actions import ShellActions
from thidua_desktop.ui.shell.enter import EnterWindow
from thidua_desktop.ui.shell.guide_pages import FIRST, OF_TAB
from thidua_desktop.ui.shell.helping import PRODUCT, Helper
from thidua_desktop.ui.shell.keeping import Keeper
from thidua_desktop.ui.shell.opening import Opening
from thidua_desktop.ui.shell.pages import FIRST_SHOWN, Pages
from thidua_desktop.ui.shell.start_page import StartPage
from thidua_desktop.ui.shell.statusline import StatusLine
from thidua_desktop.ui.shell.strips import Strips
from thidua_desktop.ui.shell.topbar import TopBar
from thidua_desktop.ui.shell.undoing import StoredWork, UndoKeys, redo_typed, undo_typed
from thidua_desktop.ui.shell.year_memory import YearMemory
from thidua_desktop.ui.shell.year_question import year_to_add
from thidua_desktop.ui.tab import TabContext, UnstoredWork
from thidua_desktop.ui.tasks import Tasks
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.notices import NoticeStrip, TaskStrip

TICK = 60_000  # milliseconds between looks at the clock


class ShellWindow(EnterWindow):
    """One window, one file. Without a file it shows the start page."""

    def __init__(self, desk: FileDesk, ask: Ask, remembered: Remembered) -> None:
        super().__init__()
        self.ask = ask
        self.remembered = remembered
        self.tasks = Tasks(ask, self)
        self.bus = Bus(self)
        self.actions_ = ShellActions(self)
        self.opening = Opening(desk, ask, remembered, self)
        self.context: TabContext | None = None
        self.keeper: Keeper | None = None
        self.pages: Pages | None = None
        self.stored: StoredWork | None = None
        self._undo_keys = UndoKeys(self)
        self.topbar = TopBar()
        self.helper = Helper(ask, self)
        self.start: StartPage | None = None
        self.body = QStackedWidget()
        self.task_strip, self.notice_strip, self.status = TaskStrip(), NoticeStrip(), StatusLine()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK)
        self._lay_out()
        self._connect()
        self._show_start()

    def _lay_out(self) -> None:
        self.setMinimumSize(*sizes.WINDOW_MIN)
        self.resize(*sizes.WINDOW_START)
        self.actions_.fill(self.menuBar())
        self.addActions(self.actions_.findChildren(type(self.actions_.undo)))
        middle = QWidget()
        column = QVBoxLayout(middle, spacing=0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.topbar)
        column.addWidget(self.body, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        Strips(self, (self.task_strip, self.notice_strip))

    def _connect(self) -> None:
        acts = self.actions_
        self.opening.may_leave = self._may_leave
        self.opening.opened.connect(self._on_opened)
        self.opening.left.connect(self._on_left)
        self.opening.failed.connect(self._on_failed)
        self.topbar.tab_chosen.connect(self.show_tab)
        self.topbar.year_chosen.connect(self.show_year)
        self.topbar.year_wanted.connect(self._on_year_wanted)
        self.topbar.finder.led_to.connect(self.go_to)
        self.topbar.finder.left.connect(self._focus_page)
        self.bus.changed.connect(self._on_changed)
        self.ask.noticed.connect(self.notice_strip.show_notice)
        self.notice_strip.left.connect(self._focus_page)
        self.tasks.busy.connect(self.task_strip.show_task)
        self._tick.timeout.connect(self._show_status)
        for action, slot in (
            (acts.open, self.opening.choose_and_open),
            (acts.create, self._on_create),
            (acts.backup, self._on_backup),
            (acts.restore, self._on_restore),
            (acts.copy_out, self._on_copy_out),
            (acts.doctor, self._on_doctor),
            (acts.quit, self.close),
            (acts.undo, self._on_undo),
            (acts.redo, self._on_redo),
            (acts.find, self._on_find),
            (acts.print, self._on_print),
            (acts.bin, self._on_bin),
            (acts.find_all, self.topbar.finder.begin),
            (acts.guide, self._on_guide),
            (acts.keys, self.helper.show_keys),
            (acts.reports, self.helper.open_reports),
            (acts.about, self.helper.tell_about),
        ):
            action.triggered.connect(slot)
        acts.tab_wanted.connect(self.show_tab)

    # -- the file --------------------------------------------------------------------------------------------------

    def _show_start(self) -> None:
        self._drop_start()
        self.start = StartPage(self.ask, first_folder())
        self.opening.serve(self.start)
        self.body.addWidget(self.start)
        self.setWindowTitle(PRODUCT)
        self.topbar.hide()
        self.status.hide()
        self.body.setCurrentWidget(self.start)
        self.actions_.set_has_file(False)

    def _drop_start(self) -> None:
        if self.start is not None:
            self.body.removeWidget(self.start)
            self.start.hide()
            self.start.deleteLater()
            self.start = None

    @Slot(object)
    def _on_opened(self, workspace: Workspace) -> None:
        try:
            self._show_file(workspace)
        except KnownError as error:  # damage that shows only when the tables are read
            self.opening.leave()
            self._on_failed(workspace.file.path, error)

    def _show_file(self, workspace: Workspace) -> None:
        shown = plans.year_to_open(workspace, self.remembered.year_worked_in(workspace.file.path))
        plans.plan_summaries(workspace, shown)  # damage in what the first tab reads is met before a tab is built
        self.context = TabContext(workspace, self.bus, self.ask, self.tasks, shown, remembered=self.remembered)
        self.context.show_tab, self.context.show_year, self.context.go_to = self.show_tab, self.show_year, self.go_to
        self.topbar.finder.look = partial(search.search, workspace)
        self._drop_start()
        self.pages = Pages(self.context)
        self.stored = StoredWork(self.context, self.pages)
        self.pages.work_changed.connect(self._on_work_changed)
        self.pages.turned.connect(self.notice_strip.turn)
        self.body.addWidget(self.pages)
        self.body.setCurrentWidget(self.pages)
        self.topbar.show()
        self.status.show()
        self.actions_.set_has_file(True)
        self.keeper = Keeper(self.context, self)
        YearMemory(self.context, self.keeper)
        self.keeper.kept.connect(self._show_status)
        self.keeper.kept.connect(self.pages.on_kept)
        self.context.back_up, self.context.copy_out = self.keeper.back_up_now, self.keeper.copy_out
        self.show_tab(FIRST_SHOWN)
        self.pages.tab.focus_here()
        self._show_names()
        self._show_status()
        self._tick.start()
        QTimer.singleShot(0, self.keeper, self.keeper.begin)

    @Slot()
    def _on_left(self) -> None:
        """Before the file is closed: what is typed is stored, the tabs go, the worker ends what it does for them."""
        if self.context is None:
            return
        if (field := QApplication.focusWidget()) is not None:
            field.clearFocus()
        self._tick.stop()
        self.notice_strip.put_away()  # its acts are about this file
        self.topbar.finder.look = None
        self.topbar.finder.forget()
        self.tasks.settle()
        self.keeper.leave()
        self.keeper.deleteLater()
        self.body.removeWidget(self.pages)
        self.pages.leave()
        self.keeper = self.pages = self.stored = self.context = None
        self._show_start()

    @Slot(object, object)
    def _on_failed(self, path: Path, error: KnownError) -> None:
        self.start.show_trouble(path, error, has_backups=_has_backups(path))

    def _may_leave(self) -> bool:
        return self.pages is None or self.pages.may_close()

    def _on_create(self) -> None:
        if self.opening.workspace is not None and self._may_leave():
            path = self.opening.workspace.file.path
            self.opening.leave()
            self.start.offer_back(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What waits in the worker ends, the file is backed up and closed."""
        if not self._may_leave():
            event.ignore()
            return
        self.opening.leave()
        self.tasks.settle()
        super().closeEvent(event)

    # -- what is in view -------------------------------------------------------------------------------------------

    @Slot(int)
    def show_tab(self, number: int) -> None:
        """Bring one of the six tabs to the front; one that cannot be built says why, and the one in view stays."""
        if self.pages is None:
            return
        try:
            self.pages.show_page(number)
        except KnownError as error:
            if self.pages.tab is None:
                raise
            self.ask.error(error)
        self.topbar.set_tab(self.pages.number)
        self._show_status()

    @Slot(int)
    def show_year(self, year: int) -> None:
        """Show another year everywhere."""
        if self.pages.may_turn():
            self.pages.set_year(year)
        self._show_names()

    @Slot(object)
    def go_to(self, destination: Destination) -> None:
        """Lead to a record: to its year, when that may be shown now, its tab, and there to the record itself."""
        if destination.year and destination.year != self.context.year:
            self.show_year(destination.year)
        if destination.year in (0, self.context.year):
            self.show_tab(destination.tab)
            self.pages.tab.focus_here()
            self.pages.tab.show_place(destination.kind, destination.id)

    def _on_year_wanted(self) -> None:
        year = year_to_add(self.ask, years.years(self.context.workspace), self.context.year)
        self._show_names()
        if year is not None:
            self.bus.publish(years.add_year(self.context.workspace, year))
            self.show_year(year)

    def _show_names(self) -> None:
        workspace = self.context.workspace
        office = offices.office(workspace)
        name = office.name if office else ""
        self.topbar.office.setText(f"UBND {name}" if name else "")
        self.setWindowTitle(" – ".join(part for part in (workspace.file.path.stem, name, PRODUCT) if part))
        known = sorted({*years.years(workspace), self.context.year}, reverse=True)
        self.topbar.set_years(known, self.context.year)

    @Slot()
    def _show_status(self) -> None:
        if self.context is None:
            return
        try:
            self._show_state(self.context.workspace, datetime.now())
        except KnownError:  # looked at every minute: no message box each time
            self.status.show_unreadable()

    def _show_state(self, workspace: Workspace, now: datetime) -> None:
        state = safekeeping.backup_state(workspace)
        work, undo_text = self._work(), self._work().undo_text
        if unstored := self.pages.unstored_texts():
            self.status.show_unstored(unstored[0], undo_text)
        else:
            self.status.show_saved(state.last_saved, undo_text, now)
        self.status.show_backup(state.last_backup, state.ok and not self.keeper.failed, now)
        self.actions_.set_undo(undo_text, work.redo_text)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.context is None:
            return
        self.pages.on_changed(changes)
        if changes.touches("office", "years"):
            self._show_names()
        self._on_work_changed()

    # -- acts ------------------------------------------------------------------------------------------------------

    def _work(self) -> UnstoredWork | StoredWork:
        return self.pages.tab.unstored_work() or self.stored

    def _on_undo(self) -> None:
        if not undo_typed() and self.context is not None:
            self._work().undo()

    def _on_redo(self) -> None:
        if not redo_typed() and self.context is not None:
            self._work().redo()

    def _focus_page(self) -> None:
        if self.pages is not None:
            self.pages.tab.focus_here()

    def _on_work_changed(self) -> None:
        self.notice_strip.look_again()
        self._show_status()

    def _on_backup(self) -> None:
        self.keeper.back_up_now()

    def _on_restore(self) -> None:
        self.opening.restore()

    def _on_copy_out(self) -> None:
        self.keeper.copy_out()

    def _on_doctor(self) -> None:
        self.keeper.check_up()

    def _on_find(self) -> None:
        self.pages.tab.find_here()

    def _on_print(self) -> None:
        self.pages.tab.print_here()

    def _on_bin(self) -> None:
        from thidua_desktop.ui.tabs.directory import BinDialog

        BinDialog(self.context, self).exec()

    def _on_guide(self) -> None:
        self.helper.open_guide(FIRST if self.pages is None else OF_TAB[self.pages.number])


def _has_backups(path: Path) -> bool:
    try:
        return bool(safekeeping.backups_of(path))
    except KnownError:
        return False
