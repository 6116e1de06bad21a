"""All years of a person or a collective: results of each year, and initiatives."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.awards.nominees import Nominee
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.unstored import may_leave
from thidua_desktop.ui.widgets.register_view import RegisterView

_OF_A_PERSON = (("person_years", "Kết quả từng năm"), ("initiatives", "Sáng kiến, đề tài"))
_OF_A_BODY = (("organisation_years", "Kết quả từng năm"),)
_WIDTHS = {"year": 14 * sizes.CHAR}


class SubjectDialog(QDialog):
    """What is typed is stored at once, as in every table; closing asks only about what could not be stored."""

    def __init__(self, context: TabContext, subject: Nominee, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Hồ sơ: {subject.name}")
        self.context = context
        of_a_body = subject.kind == "tập thể"
        self.views = {
            kind: RegisterView(context, kind, subject.owner_id, with_history=False, widths=_WIDTHS)
            for kind, _ in (_OF_A_BODY if of_a_body else _OF_A_PERSON)
        }
        tabs = QTabWidget()
        for kind, words in _OF_A_BODY if of_a_body else _OF_A_PERSON:
            tabs.addTab(self.views[kind], words)
        box = QDialogButtonBox()
        box.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(tabs, 1)
        column.addWidget(box)
        self.resize(2 * sizes.DIALOG_WIDTH, sizes.READING_WIDTH)
        context.bus.changed.connect(self.reload)

    def reload(self, changes: Changes) -> None:
        """Read again what an act changed."""
        for view in self.views.values():
            view.reload(changes)

    def reject(self) -> None:
        """Close, unless something typed could not be stored and is to stay."""
        if may_leave(self.context.ask, self):
            super().reject()
