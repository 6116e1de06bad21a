"""The page Khen thưởng đã có: what was given this year and before, written by decisions or pasted from old lists."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.awards import given_awards
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.register_view import RegisterView

_EXPLAINED = (
    "Điều kiện của những năm sau tính từ bảng này. Quyết định ban hành ở đợt xét tự ghi vào đây; "
    "các năm trước thì chép trong Excel rồi dán."
)

_WIDTHS = {"year": 14 * sizes.CHAR, "award": 32 * sizes.CHAR}


class GivenPage(QWidget):
    """The register ``awards``, the newest year first."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = RegisterView(context, "awards", services=given_awards, widths=_WIDTHS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(_EXPLAINED, "soft", wrap=True))
        column.addWidget(self.view, 1)

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern."""
        self.view.reload(changes)

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.view.find_here()
