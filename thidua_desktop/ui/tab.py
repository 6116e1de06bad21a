"""What a tab is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.destinations import Destination
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.ask import Ask
from thidua_desktop.ui.bus import Bus
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.tasks import Tasks
from thidua_desktop.ui.unstored import may_leave


@dataclass
class TabContext:
    """What every tab works with. ``year`` is the year in view; the shell keeps it up to date before ``set_year``.

    ``show_tab(number)`` brings another of the six tabs to the front (0 = Tổng quan … 5 = Danh mục), ``show_year(year)``
    another year everywhere. ``go_to(destination)`` leads to a record: its year, its tab, then ``Tab.show_place``.
    ``back_up`` and ``copy_out`` are “Sao lưu ngay” and “Chép ra USB…”. ``remembered`` keeps widths for the next day.
    """

    workspace: Workspace
    bus: Bus
    ask: Ask
    tasks: Tasks
    year: int
    show_tab: Callable[[int], None] = lambda number: None
    show_year: Callable[[int], None] = lambda year: None
    go_to: Callable[[Destination], None] = lambda destination: None
    back_up: Callable[[], None] = lambda: None
    copy_out: Callable[[], None] = lambda: None
    remembered: Remembered = field(default_factory=Remembered)


class UnstoredWork(Protocol):
    """What is worked on in a tab before it is in the data file, with an undo of its own."""

    @property
    def undo_text(self) -> str:
        """What :meth:`undo` would take back, "" when nothing."""

    @property
    def redo_text(self) -> str:
        """What :meth:`redo` would do again, "" when nothing."""

    @property
    def unstored_text(self) -> str:
        """What the status bar says of it: "Kế hoạch vừa đọc chưa lưu"."""

    def undo(self) -> None:
        """Take the newest correction back; nothing when there is none."""

    def redo(self) -> None:
        """Do again what was taken back last; nothing when there is none."""


class Tab(QWidget):
    """A tab: built when first shown. Only the tab in view hears of changes; a hidden one is reloaded when shown again.

    The shell calls ``reload`` and ``set_year``; a tab does not connect to the bus for its own reloading.
    """

    title: ClassVar[str] = ""
    work_changed = Signal()
    """:meth:`unstored_work` came, went or can undo something else now."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def act(self, words: str, slot: Callable[..., object] | None, shortcut: str = "") -> QAction:
        """An act of this tab; its shortcut works while the keyboard is in it. ``slot`` None: the tab connects it."""
        act = QAction(words, self)
        if shortcut:
            act.setShortcut(shortcut)
            act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if slot is not None:
            act.triggered.connect(slot)
        self.addAction(act)
        return act

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern; None means everything."""

    def set_year(self, year: int) -> None:
        """Show another year; everything is read again."""
        self.reload(None)

    def may_turn(self) -> bool:
        """Whether another year may be shown; asks when something typed could not be stored."""
        return may_leave(self.context.ask, self)

    def may_close(self) -> bool:
        """Whether the tab may go with all it holds; asks when something of it would be lost."""
        return self.may_turn()

    def unstored_work(self) -> UnstoredWork | None:
        """What is worked on here and is not in the data file yet; undo and redo are about it while it is in view."""
        return None

    def focus_here(self) -> None:
        """Put the keyboard where the tab is gone on with."""
        self.setFocus()

    def show_place(self, kind: str, row_id: int) -> None:
        """Bring a record of that kind into view, or with 0 the list of its kind; nothing when it is not found here."""

    def on_kept(self) -> None:
        """A backup was made, or failed."""

    def find_here(self) -> None:
        """Ctrl+F: put the keyboard into this tab's search field."""

    def print_here(self) -> None:
        """Ctrl+P: print what this tab shows."""
