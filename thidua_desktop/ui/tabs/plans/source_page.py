"""The file the plan came from: what it is called, and how to see it again."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks import papers
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import label

_KILO = 1024
_UNTOUCHED = "Tệp được giữ nguyên như lúc nhập. Sửa kế hoạch ở đây không làm thay đổi tệp."


class SourcePage(Card):
    """The imported file is kept unchanged with the plan; what is opened or saved from here is a copy."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__("Tệp gốc", parent=parent)
        self.context = context
        self._plan_id = 0
        self._name = label("", "strong", wrap=True)
        self._size = label("", "soft")
        self.add(self._name)
        self.add(self._size)
        self.add(label(_UNTOUCHED, "soft", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        for words, act in (("Mở bản sao", self.open_copy), ("Lưu bản sao…", self.save_copy)):
            button = QPushButton(words)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        self.add_layout(row)
        self.body.addStretch(1)

    def show_source(self, plan_id: int) -> None:
        """Show the file of that plan."""
        self._plan_id = plan_id
        source = self._source()
        self._name.setText(source.name if source else "")
        size = max(len(source.content) // _KILO, 1) if source else 0
        self._size.setText(f"{format_number(size)} KB" if source else "")

    def open_copy(self) -> None:
        """Open a copy with the program the system has for it."""
        if (source := self._source()) is not None:
            papers.open_copy(self.context.tasks, source, self)

    def save_copy(self) -> None:
        """Write a copy where the clerk wants it."""
        if (source := self._source()) is not None:
            papers.save_copy(self.context.ask, self.context.tasks, source, self)

    def _source(self) -> SourceFile | None:
        try:
            return plans.source_file(self.context.workspace, self._plan_id)
        except KnownError as error:
            self.context.ask.error(error)
            return None
