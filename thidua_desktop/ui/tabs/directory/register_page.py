"""One register of the tab Danh mục under its heading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.directory.standing import MARK_STATES, standing
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.register_model import Derived
from thidua_desktop.ui.widgets.register_view import RegisterView
from thidua_desktop.ui.widgets.table import TableColumn


class RegisterPage(QWidget):
    """One register under its heading."""

    def __init__(
        self, context: TabContext, kind: str, title: str, subtitle: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = context.workspace.today
        self.context = context
        self.header = PageHeader(title, subtitle)
        self.view = self.made_view(kind, self.derived(kind))
        if kind == "legal_acts":  # how an act stands is read before its many other columns
            head = self.view.table.horizontalHeader()
            keys = self.view.register.keys
            head.moveSection(len(keys), keys.index("title"))
            head.moveSection(head.visualIndex(keys.index("mark")), keys.index("title") + 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.MARGIN)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)

    def derived(self, kind: str) -> Sequence[Derived]:
        """The columns that are worked out."""
        of_acts = kind == "legal_acts"
        return [Derived(TableColumn("standing", "Hiệu lực", 15), self._standing)] if of_acts else []

    def made_view(self, kind: str, derived: Sequence[Derived]) -> RegisterView:
        """The table."""
        return RegisterView(self.context, kind, derived=derived, states={"mark": MARK_STATES})

    def _standing(self, cells: dict[str, str]) -> tuple[str, State]:
        return standing(cells, self._today())

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern."""
        self.view.reload(changes)
