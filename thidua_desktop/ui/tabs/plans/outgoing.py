"""The plan on its way out: shown as it will be printed, printed, and written as .docx, PDF or .xlsx."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import offices, plans
from thidua_desktop.services import papers as gathered
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks import papers
from thidua_desktop.ui.unstored import store_typed

if TYPE_CHECKING:
    from thidua_desktop.domain.papers.blocks import Document, Sheet

REFRESH_AFTER = 500  # milliseconds after the last change before the pages in view are set again
LONGEST_NAME = 80  # characters of a suggested file name


class Outgoing(QObject):
    """What leaves the tab. ``pages(pdf)`` brings the pages asked for by :meth:`preview` or :meth:`refresh`."""

    pages = Signal(bytes)

    def __init__(self, context: TabContext, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self._owner = owner
        self.plan_id = 0
        self._later = QTimer(self, singleShot=True, interval=REFRESH_AFTER)
        self._later.timeout.connect(self.preview)

    def refresh(self) -> None:
        """Set the pages again soon: something of them has changed."""
        self._later.start()

    def preview(self) -> None:
        """Set the pages now."""
        self._later.stop()
        if (document := self._gather(gathered.plan_document)) is not None:
            papers.preview(self.context.tasks, document, self.pages.emit, self)

    def print_plan(self) -> None:
        """Set the pages, then ask for the printer."""
        if (document := self._gather(gathered.plan_document)) is not None:
            papers.preview(self.context.tasks, document, self._print, self)

    def _print(self, pdf: bytes) -> None:
        from thidua_desktop.ui.printing import print_pdf

        print_pdf(self.context.ask, self.context.tasks, pdf, self._name(), self._owner)

    def export(self, ending: str) -> None:
        """Write the plan as "docx" or "pdf"; the clerk names the file."""
        if (document := self._gather(gathered.plan_document)) is not None:
            self._save(document, Path(f"{self._name()}.{ending}"))

    def export_targets(self, ending: str) -> None:
        """Write the table of targets as "docx", "pdf" or "xlsx"."""
        suggested = Path(f"{self._name('Chỉ tiêu thi đua')}.{ending}")
        if ending == "xlsx":
            if (sheet := self._gather(gathered.targets_sheet)) is not None:
                papers.save_sheet(self.context.ask, self.context.tasks, sheet, suggested, self)
        elif (document := self._gather(gathered.targets_document)) is not None:
            self._save(document, suggested)

    def _save(self, document: Document, suggested: Path) -> None:
        papers.save_document(self.context.ask, self.context.tasks, document, suggested, self)

    def _gather(self, gather: Callable[..., Document | Sheet]):
        store_typed(self._owner)
        try:
            return gather(self.context.workspace, self.plan_id)
        except KnownError as error:
            self.context.ask.error(error)
            return None

    def _name(self, what: str = "") -> str:
        """A file name that recipients recognise: what it is, the year, whose."""
        plan = plans.plan(self.context.workspace, self.plan_id)
        office = offices.office(self.context.workspace)
        subject = what or plan.full_title
        subject = subject if len(subject) <= LONGEST_NAME else subject[:LONGEST_NAME].rsplit(" ", 1)[0]
        year = "" if str(plan.year) in subject else f" {plan.year}"
        whose = f" - {office.name}" if office and office.name not in subject else ""
        return re.sub(r'[\\/:*?"<>|\r\n\t]+', " ", f"{subject}{year}{whose}").strip(" .")
