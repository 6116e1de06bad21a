"""The panel at the right of a report: what is missing and where it is filled in, and the pages as printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.services.reports.reports import Missing
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.preview import PreviewPane
from thidua_desktop.ui.widgets.scrolling import scrolling
from thidua_desktop.ui.widgets.side import PagedPanel

MISSING, PREVIEW = range(2)
_GO = "Đến chỗ này"


class MissingList(QWidget):
    """``wanted(missing)`` tells that the clerk wants to go where one of them is filled in."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[Missing, ...] = ()
        self.lines: list[InlineMessage] = []
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setSpacing(sizes.UNIT)
        self._list.setContentsMargins(0, 0, sizes.HALF, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(inside))

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show these; showing the same ones again changes nothing."""
        if tuple(missing) == self.shown and self._list.count():
            return
        self.shown = tuple(missing)
        while (item := self._list.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        self.lines = [InlineMessage(one.text, one.advice, State.WAIT, (_GO,)) for one in self.shown]
        for line, one in zip(self.lines, self.shown, strict=True):
            line.acted.connect(partial(self._on_wanted, one))
            self._list.addWidget(line)
        if not self.shown:
            self._list.addWidget(label("✓ Số liệu của báo cáo đã đủ.", "soft", wrap=True))
        self._list.addStretch(1)

    def _on_wanted(self, missing: Missing, number: int) -> None:
        self.wanted.emit(missing)


class ReportSidePanel(PagedPanel):
    """What is missing, and the preview."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Số liệu và bản in", "Còn thiếu hoặc xem trước", parent)
        self.missing = MissingList()
        self.preview = PreviewPane()
        self.add_page("Còn thiếu", self.missing)
        self.add_page("Xem trước", self.preview)

    def show_page(self, page: int) -> None:
        """Bring a page into view, unfolding the panel."""
        self.fold(False)
        self.tabs.setCurrentIndex(page)

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show what is missing, and how many on the tab."""
        self.missing.show_missing(missing)
        self.tabs.setTabText(MISSING, f"Còn thiếu ({len(missing)})" if missing else "Còn thiếu")

    @property
    def shows_preview(self) -> bool:
        """Whether pages are in view."""
        return self.shows(self.preview)
