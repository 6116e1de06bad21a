"""The acts of the tab that send papers out: bản đăng ký of one organisation or of all, and the summary of the year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.year_view import Wanted
from thidua_desktop.ui.tasks.outgoing import Gather, PaperDesk

FORM, SUMMARY, TARGETS = "registration-form", "registration-summary", "targets"
_FORM_TITLE, _SUMMARY_TITLE = "Bản đăng ký thi đua", "Bảng tổng hợp đăng ký thi đua"
_RESULTS_TITLE = "Chỉ tiêu và kết quả thi đua"

Paper = tuple[Gather, str]
"""What gathers a paper, and the name of its file."""


class PaperActs(QObject):
    """``chosen()`` gives id and name of the organisation in view, None for none."""

    def __init__(
        self, context: TabContext, desk: PaperDesk, chosen: Callable[[], tuple[int, str] | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.desk = desk
        self._chosen = chosen
        self.blank = QAction("Mẫu trống để điền tay", self)
        self.blank.setCheckable(True)
        self._of_one: list[QAction] = []
        self._of_a_plan: QAction

    # Menus

    def forms_menu(self) -> QMenu:
        """Bản đăng ký: of the organisation in view, and of all."""
        menu = QMenu()
        menu.setToolTipsVisible(True)
        menu.addAction(self.blank)
        menu.addSeparator()
        for words, act in (
            ("In bản của đơn vị đang chọn…", self._print_one),
            ("Xuất Word của đơn vị đang chọn…", partial(self._export_one, "docx")),
            ("Xuất PDF của đơn vị đang chọn…", partial(self._export_one, "pdf")),
        ):
            self._of_one.append(menu.addAction(words, act))
        menu.addSeparator()
        menu.addAction("In bản của tất cả đơn vị…", self._print_all)
        menu.addAction("Xuất Word chung một tệp…", partial(self._export_all, "docx"))
        menu.addAction("Xuất PDF chung một tệp…", partial(self._export_all, "pdf"))
        menu.addAction("Xuất Word mỗi đơn vị một tệp…", partial(self._export_each, "docx"))
        menu.addAction("Xuất PDF mỗi đơn vị một tệp…", partial(self._export_each, "pdf"))
        menu.aboutToShow.connect(self._on_menu)
        return menu

    def summary_menu(self) -> QMenu:
        """The summary of the year."""
        menu = QMenu()
        menu.addAction("In bảng tổng hợp…", self._print_summary)
        menu.addAction("Xuất Word…", partial(self._export_summary, "docx"))
        menu.addAction("Xuất PDF…", partial(self._export_summary, "pdf"))
        menu.addAction("Xuất Excel…", self._export_sheet)
        menu.addSeparator()
        self._of_a_plan = menu.addAction("Xuất Excel chỉ tiêu và kết quả…", self._export_results)
        menu.aboutToShow.connect(self._on_summary_menu)
        return menu

    def _on_summary_menu(self) -> None:
        self._of_a_plan.setEnabled(self._of_plan() is not None)

    def _on_menu(self) -> None:
        for act in self._of_one:
            act.setEnabled(self._chosen() is not None)

    # The papers, each with the name of its file

    def of(self, wanted: Wanted | None) -> Paper | None:
        """What a view shows: a bản đăng ký blank when blank ones are wanted."""
        if wanted is None:
            return None
        if wanted.export != FORM:
            return self.desk.paper(wanted.export, wanted.request), self._name(wanted.name)
        request = replace(wanted.request, blank=self.blank.isChecked())
        return self.desk.paper(FORM, request), self._name(f"{self._title()} {wanted.name}")

    def form(self) -> Paper | None:
        """The form of the organisation in view, None without one."""
        chosen = self._chosen()
        if chosen is None:
            return None
        return self.desk.paper(FORM, self._request(chosen[0])), self._name(f"{self._title()} {chosen[1]}")

    def forms(self) -> Paper:
        """The forms of all organisations of the year, one after the other."""
        return self.desk.paper(FORM, self._request()), self._name(f"{self._title()} của các đơn vị")

    def summary(self) -> Paper:
        """The summary of the year."""
        return self.desk.paper(SUMMARY, Request(self.context.year)), self._name(_SUMMARY_TITLE)

    def _request(self, organisation_id: int | None = None) -> Request:
        return Request(self.context.year, organisation_id=organisation_id, blank=self.blank.isChecked())

    def _of_plan(self) -> Request | None:
        found = plans.plan_of_year(self.context.workspace, self.context.year)
        return Request(self.context.year, found.id) if found else None

    def _title(self) -> str:
        return f"{_FORM_TITLE} (mẫu trống)" if self.blank.isChecked() else _FORM_TITLE

    def _name(self, subject: str) -> str:
        return self.desk.name(subject, self.context.year)

    # Acts

    def print(self, paper: Paper | None) -> None:
        """Print it, if there is one."""
        if paper is not None:
            self.desk.print(*paper)

    def export(self, paper: Paper | None, ending: str) -> None:
        """Write it as "docx" or "pdf", if there is one."""
        if paper is not None:
            self.desk.export(*paper, ending)

    def _print_one(self) -> None:
        self.print(self.form())

    def _export_one(self, ending: str) -> None:
        self.export(self.form(), ending)

    def _print_all(self) -> None:
        self.print(self.forms())

    def _export_all(self, ending: str) -> None:
        self.export(self.forms(), ending)

    def _export_each(self, ending: str) -> None:
        self.desk.export_each(self.desk.papers_for_each(FORM, self._request()), ending)

    def _print_summary(self) -> None:
        self.print(self.summary())

    def _export_summary(self, ending: str) -> None:
        self.export(self.summary(), ending)

    def _export_sheet(self) -> None:
        sheet = self.desk.sheet(SUMMARY, Request(self.context.year))
        self.desk.export_sheet(sheet, self._name(_SUMMARY_TITLE))

    def _export_results(self) -> None:
        if (request := self._of_plan()) is not None:
            self.desk.export_sheet(self.desk.sheet(TARGETS, request), self._name(_RESULTS_TITLE))
