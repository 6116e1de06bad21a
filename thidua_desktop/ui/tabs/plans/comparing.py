"""Two plans beside each other over the one in view: opened, kept up to date, put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.states import CALLED
from thidua_desktop.services.plan import plans
from thidua_desktop.services.plan.plans import PlanSummary
from thidua_desktop.services.plan.versions import comparison_document
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks.outgoing import PaperDesk

if TYPE_CHECKING:
    from thidua_desktop.ui.tabs.plans.comparing_page import ComparingPage


class Comparing(QObject):
    """The page lies in ``stack``; ``turned()`` when it comes or goes."""

    turned = Signal()

    def __init__(self, context: TabContext, stack: QStackedWidget, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self._stack = stack
        self._desk = PaperDesk(context, owner)
        self.page: ComparingPage | None = None
        self.is_open = False

    def open(self, old_id: int, new_id: int) -> None:
        """Show what became of the one plan in the other."""
        from thidua_desktop.ui.tabs.plans.comparing_page import ComparingPage

        if self.page is None:
            self.page = ComparingPage(self.context)
            self.page.closed.connect(self.close)
            self.page.exported.connect(self.export)
            self._stack.addWidget(self.page)
        listed = {one.id: one for one in plans.plan_summaries(self.context.workspace)}
        self.page.show_plans(old_id, new_id, _called(listed[old_id], listed[new_id]))
        self.is_open = True
        self._stack.setCurrentWidget(self.page)
        self.page.setFocus()
        self.turned.emit()

    def close(self) -> None:
        """Put the page away; the plan comes back."""
        if self.is_open:
            self.is_open = False
            self.turned.emit()

    def reload(self) -> None:
        """Compare again; without one of the plans the page goes."""
        if self.is_open and self.page is not None:
            try:
                self.page.reload()
            except KnownError:
                self.close()

    def export(self) -> None:
        """Write the differences as a Word file; the clerk names it."""
        assert self.page is not None, "only an open page asks for its paper"
        (old_id, new_id), called = self.page.plans, self.page.called
        name = self._desk.name("Bảng so sánh kế hoạch", plans.plan(self.context.workspace, new_id).year)
        self._desk.export(lambda: comparison_document(self.context.workspace, old_id, new_id, called), name, "docx")


def _called(old: PlanSummary, new: PlanSummary) -> tuple[str, str]:
    """How the two are told apart: by their years, or else by number and state."""
    if old.year != new.year:
        return f"Kế hoạch năm {old.year}", f"Kế hoạch năm {new.year}"
    if new.amends_id == old.id:
        return f"Bản trước{_numbered(old)}", f"Bản sửa đổi{_numbered(new)}"
    return f"Kế hoạch số {old.id}, {CALLED[old.state].lower()}", f"Kế hoạch số {new.id}, {CALLED[new.state].lower()}"


def _numbered(one: PlanSummary) -> str:
    return f" (số {one.number:02d})" if one.number else f" ({CALLED[one.state].lower()})"
