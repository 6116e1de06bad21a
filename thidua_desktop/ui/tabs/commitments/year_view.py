"""What every view of the tab Đăng ký – Giao ước is and tells."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.export_parts import Request
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.side import PaperPanel
from thidua_desktop.ui.widgets.side import Columns


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper by its name among the exports, what it is about, and what its file is called."""

    export: str
    request: Request
    name: str


class YearView(QWidget):
    """One way of looking at the year: what is worked on, and ``panel`` at its right, side by side in ``columns``.

    ``plan_wanted`` leads to the plan, ``organisation_wanted(id)`` to the view by organisation; ``paper_changed`` tells
    that :meth:`paper` gives another one now.
    """

    plan_wanted = Signal()
    organisation_wanted = Signal(int)
    paper_changed = Signal()

    columns: Columns
    panel: PaperPanel

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern, None for everything: another year, or out of sight until now."""
        raise NotImplementedError

    def find_here(self) -> None:
        """Put the keyboard where this view is searched."""
        raise NotImplementedError

    def paper(self) -> Wanted | None:
        """What is previewed and printed here, None when there is nothing."""
        raise NotImplementedError

    def focus_here(self) -> None:
        """Put the keyboard where work begins here."""
        self.find_here()
