"""The acts of the tab that send papers out: bản đăng ký of one organisation or of all, and the summary of the year."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.services.export_parts import Request
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks.outgoing import PaperDesk

FORM, SUMMARY = "registration-form", "registration-summary"
_FORM_TITLE, _SUMMARY_TITLE = "Bản đăng ký thi đua", "Bảng tổng hợp đăng ký thi đua"


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

    # Menus

    def forms_menu(self) -> QMenu:
        """Bản đăng ký: of the organisation in view, and of all."""
        menu = QMenu()
        menu.setToolTipsVisible(True)
        menu.addAction(self.blank)
        menu.addSeparator()
        for words, act in (
            ("In bản của đơn vị đang chọn…", self.print_one),
            ("Xuất .docx của đơn vị đang chọn…", partial(self.export_one, "docx")),
            ("Lưu PDF của đơn vị đang chọn…", partial(self.export_one, "pdf")),
        ):
            self._of_one.append(menu.addAction(words, act))
        menu.addSeparator()
        menu.addAction("In bản của tất cả đơn vị…", self.print_all)
        menu.addAction("Xuất .docx chung một tệp…", partial(self.export_all, "docx"))
        menu.addAction("Lưu PDF chung một tệp…", partial(self.export_all, "pdf"))
        menu.addAction("Xuất .docx mỗi đơn vị một tệp…", partial(self.export_each, "docx"))
        menu.addAction("Lưu PDF mỗi đơn vị một tệp…", partial(self.export_each, "pdf"))
        menu.aboutToShow.connect(self._on_menu)
        return menu

    def summary_menu(self) -> QMenu:
        """The summary of the year."""
        from thidua_desktop.services.exports import EXPORTS

        menu = QMenu()
        menu.addAction("In bảng tổng hợp…", self.print_summary)
        menu.addAction("Xuất .docx…", partial(self.export_summary, "docx"))
        menu.addAction("Lưu PDF…", partial(self.export_summary, "pdf"))
        if EXPORTS[SUMMARY].sheet is not None:
            menu.addAction("Xuất bảng tính Excel…", self.export_sheet)
        return menu

    def _on_menu(self) -> None:
        for act in self._of_one:
            act.setEnabled(self._chosen() is not None)

    # The form of one organisation

    def _request(self, organisation_id: int | None = None) -> Request:
        return Request(self.context.year, organisation_id=organisation_id, blank=self.blank.isChecked())

    def _title(self) -> str:
        return f"{_FORM_TITLE} (mẫu trống)" if self.blank.isChecked() else _FORM_TITLE

    def form(self) -> Callable | None:
        """Gathers the form of the organisation in view, None without one."""
        chosen = self._chosen()
        return self.desk.paper(FORM, self._request(chosen[0])) if chosen else None

    def _form_name(self) -> str:
        chosen = self._chosen()
        return self.desk.name(f"{self._title()} {chosen[1] if chosen else ''}".strip(), self.context.year)

    def print_one(self) -> None:
        """Print the form of the organisation in view."""
        if (gather := self.form()) is not None:
            self.desk.print(gather, self._form_name())

    def export_one(self, ending: str) -> None:
        """Write the form of the organisation in view."""
        if (gather := self.form()) is not None:
            self.desk.export(gather, self._form_name(), ending)

    # The forms of all

    def print_all(self) -> None:
        """Print the forms of all organisations of the year, one after the other."""
        self.desk.print(self.desk.paper(FORM, self._request()), self._name_of_all())

    def export_all(self, ending: str) -> None:
        """Write the forms of all organisations into one file."""
        self.desk.export(self.desk.paper(FORM, self._request()), self._name_of_all(), ending)

    def export_each(self, ending: str) -> None:
        """Write the form of each organisation into a file of its own."""
        self.desk.export_each(self.desk.papers_for_each(FORM, self._request()), ending)

    def _name_of_all(self) -> str:
        return self.desk.name(f"{self._title()} của các đơn vị", self.context.year)

    # The summary

    def summary(self) -> Callable:
        """Gathers the summary of the year."""
        return self.desk.paper(SUMMARY, Request(self.context.year))

    def _summary_name(self) -> str:
        return self.desk.name(_SUMMARY_TITLE, self.context.year)

    def print_summary(self) -> None:
        """Print the summary."""
        self.desk.print(self.summary(), self._summary_name())

    def export_summary(self, ending: str) -> None:
        """Write the summary as "docx" or "pdf"."""
        self.desk.export(self.summary(), self._summary_name(), ending)

    def export_sheet(self) -> None:
        """Write the summary as a spreadsheet."""
        self.desk.export_sheet(self.desk.sheet(SUMMARY, Request(self.context.year)), self._summary_name())
