"""Two stored plans beside each other: a version and the one before, or this year's plan and last year's."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.services.plan import versions
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.differences_view import DifferencesView
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.header import PageHeader


class ComparingPage(QWidget):
    """``closed()`` when the plan itself is to come back; ``exported()`` when the paper of the differences is wanted."""

    closed = Signal()
    exported = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.plans = (0, 0)
        self._called = ("", "")
        self.header = PageHeader()
        self.view = DifferencesView(context, ("", ""), takes=False)
        close, export = QAction("Đóng", self), QAction("Xuất Word bảng so sánh", self)
        close.triggered.connect(self.closed)
        export.triggered.connect(self.exported)
        self.header.add_act(export)
        self.header.add_act(close, primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.CARD)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view.table)

    def show_plans(self, old_id: int, new_id: int, called: tuple[str, str]) -> None:
        """Show what became of the one plan in the other; ``called`` names them."""
        self.plans, self._called = (old_id, new_id), called
        self.view.set_names(*called)
        self.header.set_title("So sánh hai bản kế hoạch", f"{called[0]} → {called[1]}")
        self.reload()

    @property
    def called(self) -> tuple[str, str]:
        """What the two plans are called."""
        return self._called

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def reload(self) -> None:
        """Compare again; raises ``RecordGone`` when one of the plans is gone."""
        self.view.show_differences(versions.compare_plans(self.context.workspace, *self.plans).differences)
