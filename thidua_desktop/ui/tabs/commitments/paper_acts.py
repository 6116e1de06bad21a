"""The acts of the tab that send papers out: the dialog of all its papers, and what the view in front is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.services import print_jobs
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.plan import plans
from thidua_desktop.services.print_jobs import PrintJob
from thidua_desktop.services.registration import commune, registrations
from thidua_desktop.services.sheets import phases
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.printing.commune_dialog import CommuneDialog
from thidua_desktop.ui.tabs.commitments.printing.print_dialog import PRINT, PrintDialog, Remembered
from thidua_desktop.ui.tabs.commitments.year_view import Wanted
from thidua_desktop.ui.tasks.outgoing import Gather, PaperDesk
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.unstored import store_typed

FORM, SUMMARY, TARGETS = "registration-form", "registration-summary", "targets"
_SUMMARY_TITLE = "Bảng tổng hợp đăng ký thi đua"
_RESULTS_TITLE = "Chỉ tiêu và kết quả thi đua"
_SEVERAL = "Biểu mẫu thi đua"

Paper = tuple[Gather, str]
"""What gathers a paper, and the name of its file."""


class PaperActs(QObject):
    """``chosen()`` gives id and name of the organisation in view, None for none. ``dialog`` is the open one."""

    def __init__(
        self, context: TabContext, desk: PaperDesk, chosen: Callable[[], tuple[int, str] | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.desk = desk
        self._chosen = chosen
        self._owner = parent
        self._last = Remembered()
        self.dialog: PrintDialog | None = None
        self.commune: CommuneDialog | None = None
        self._of_a_plan: QAction | None = None

    # What the view in front is about

    def of(self, wanted: Wanted | None) -> Paper | None:
        """What a view shows, with the name of its file."""
        if wanted is None:
            return None
        title = f"{EXPORTS[FORM].title} " if wanted.export == FORM else ""
        return self.desk.paper(wanted.export, wanted.request), self._name(f"{title}{wanted.name}")

    def print(self, paper: Paper | None) -> None:
        """Print it, if there is one."""
        if paper is not None:
            self.desk.print(*paper)

    def export(self, paper: Paper | None, ending: str) -> None:
        """Write it as "docx" or "pdf", if there is one."""
        if paper is not None:
            self.desk.export(*paper, ending)

    # Several papers at once

    def ask(self, front: Wanted | None = None) -> None:
        """Let the clerk tick papers and organisations; ``front`` is what the view in front is about."""
        store_typed(self._owner)
        workspace, year = self.context.workspace, self.context.year
        offered = print_jobs.printables(workspace)
        if not self._last.papers:
            known = {one.name for one in offered}
            self._last = replace(self._last, papers=(front.export if front and front.export in known else FORM,))
        listed = [one for one in registrations.standing(workspace, year) if one.registration_id or one.commitments]
        chosen = self._chosen()
        self.dialog = PrintDialog(
            self.context,
            offered,
            listed,
            phases.phase_names(workspace, year),
            phases.current(workspace, year),
            self._last,
            chosen[0] if chosen else 0,
            self._owner.window(),
        )
        self.dialog.send_wanted.connect(self._on_send)
        self.dialog.commune_wanted.connect(self.ask_commune)
        self.dialog.finished.connect(self._on_dialog_gone)
        self.dialog.open()

    def _on_send(self) -> None:
        assert self.dialog is not None, "only an open dialog can ask"
        if self._send(self.dialog.job, self.dialog.way, each=self.dialog.each.isChecked()):
            self.dialog.accept()

    def _send(self, job: PrintJob, way: str, *, each: bool) -> bool:
        workspace, name = self.context.workspace, self._job_name(job)
        if told := print_jobs.remarks(workspace, job):
            self.context.ask.notify(" ".join(told), State.WAIT)
        if way == PRINT:
            return self.desk.print(partial(print_jobs.whole, workspace, job, self._tell_left_out), name)
        if each:
            return self.desk.export_each(partial(print_jobs.by_organisation, workspace, job, self._tell_left_out), way)
        return self.desk.export(partial(print_jobs.whole, workspace, job, self._tell_left_out), name, way)

    def _tell_left_out(self, reasons: Sequence[str]) -> None:
        self.context.ask.notify(f"Có biểu mẫu không in được. {' '.join(reasons)}")

    def _on_dialog_gone(self) -> None:
        assert self.dialog is not None, "it goes once"
        self._last, self.dialog = self.dialog.remembered, None

    def _job_name(self, job: PrintJob) -> str:
        title = EXPORTS[job.papers[0]].title if len(job.papers) == 1 else _SEVERAL
        blank = " (mẫu trống)" if job.blank else ""
        if EXPORTS[job.papers[0]].for_each is None and len(job.papers) == 1:
            return self._name(f"{title}{blank}")
        names = {one.organisation_id: one.name for one in registrations.standing(self.context.workspace, job.year)}
        whose = names[job.organisation_ids[0]] if len(job.organisation_ids) == 1 else "của các đơn vị"
        return self._name(f"{title}{blank} {whose}")

    # What the commune itself registers

    def ask_commune(self) -> None:
        """Let the clerk write what the commune registers with the province."""
        kept = commune.commune_registration(self.context.workspace, self.context.year)
        self.commune = CommuneDialog(kept, self.context.year, self.dialog or self._owner.window())
        self.commune.accepted.connect(self._on_commune)
        self.commune.finished.connect(self._on_commune_gone)
        self.commune.open()

    def _on_commune(self) -> None:
        assert self.commune is not None, "only an open dialog can be agreed to"
        wanted, year = self.commune.wanted, self.context.year
        do(self.context, lambda: commune.store_commune_registration(self.context.workspace, year, wanted))
        if self.dialog is not None:
            self.dialog.refresh()

    def _on_commune_gone(self) -> None:
        self.commune = None

    # Spreadsheets

    def add_sheets(self, menu: QMenu) -> None:
        """The spreadsheets of the year, below what the menu holds."""
        menu.addSeparator()
        menu.addAction("Xuất bảng tổng hợp đăng ký…", self._export_sheet)
        self._of_a_plan = menu.addAction("Xuất chỉ tiêu và kết quả…", self._export_results)
        menu.aboutToShow.connect(self._on_menu)

    def _on_menu(self) -> None:
        if self._of_a_plan is not None:
            self._of_a_plan.setEnabled(self._of_plan() is not None)

    def _of_plan(self) -> Request | None:
        found = plans.plan_of_year(self.context.workspace, self.context.year)
        return Request(self.context.year, found.id) if found else None

    def _export_sheet(self) -> None:
        sheet = self.desk.sheet(SUMMARY, Request(self.context.year))
        self.desk.export_sheet(sheet, self._name(_SUMMARY_TITLE))

    def _export_results(self) -> None:
        if (request := self._of_plan()) is not None:
            self.desk.export_sheet(self.desk.sheet(TARGETS, request), self._name(_RESULTS_TITLE))

    def _name(self, subject: str) -> str:
        return self.desk.name(subject, self.context.year)
