"""The panel at the right of the views: about the chosen row, its history, and the paper as it will be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from thidua_desktop.services import history
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.result_details import ResultDetails
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.preview import PreviewPane
from thidua_desktop.ui.widgets.register_history import RecordHistory
from thidua_desktop.ui.widgets.scrolling import scrolling
from thidua_desktop.ui.widgets.side import PagedPanel


class PaperPanel(PagedPanel):
    """Pages of a view's own and, last, the preview. ``turned`` is told too when the panel is folded or unfolded."""

    def __init__(self, title: str, pages: Sequence[tuple[str, QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(title, title, parent)
        self.preview = PreviewPane()
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for words, page in (*pages, ("Bản in", self.preview)):
            self.add_page(words, page)
        self.folded.connect(self._on_folded)
        self.setMinimumWidth(sizes.CHOICE_WIDTH)

    def _on_folded(self, folded: bool) -> None:
        """Unfolded it is wide enough for the words of its pages."""
        if not folded:
            self.setMinimumWidth(sizes.CHOICE_WIDTH)
        self.turned.emit(self.tabs.currentIndex())

    def show_preview(self, shown: bool) -> None:
        """Bring the pages into view, or the first page again; a panel with nothing but them folds."""
        if shown or self.tabs.count() == 1:
            self.fold(not shown)
        self.tabs.setCurrentIndex(self.tabs.count() - 1 if shown else 0)

    @property
    def previews(self) -> bool:
        """Whether the pages are in view."""
        return self.shows(self.preview)


class CirclePanel(PaperPanel):
    """Details of the chosen row, the history of its record, the preview."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        details, history_page = ResultDetails(context), RecordHistory()
        scrolled = scrolling(details)
        super().__init__("Chi tiết và bản in", (("Chi tiết", scrolled), ("Lịch sử", history_page)), parent)
        self.context = context
        self.details = details
        self.history = history_page
        self._details_page = scrolled

    @property
    def shows_details(self) -> bool:
        """Whether the details are in view."""
        return self.shows(self._details_page)

    @property
    def shows_history(self) -> bool:
        """Whether the history is in view."""
        return self.shows(self.history)

    def show_record(self, kind: str, row_id: int) -> None:
        """Show what happened to that record; an id of 0 is none."""
        if row_id:
            self.history.show_entries(history.record_history(self.context.workspace, kind, row_id))
        else:
            self.history.show_nothing()
