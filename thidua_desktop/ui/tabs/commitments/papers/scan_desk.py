"""The scan of a paper at the left, and at the right what its organisation registers and reports, to type from it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.chasing.sent_papers import PROGRESS, SentPaper
from thidua_desktop.services.chasing import scans
from thidua_desktop.services.registration import registrations
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.organisation_page import OrganisationPage
from thidua_desktop.ui.tabs.commitments.papers.scan_pane import ScanPane
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import ElidedLabel
from thidua_desktop.ui.widgets.scrolling import scrolling

_ROWS = 8  # of commitments that are in sight beside the paper


class ScanDesk(QWidget):
    """``left`` leads back to the list, ``turned(by)`` to the paper before or after; ``attach_wanted`` asks for
    files.
    """

    left = Signal()
    turned = Signal(int)
    attach_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.paper: SentPaper | None = None
        self.title = ElidedLabel("", "strong")
        self.pane = ScanPane(context.workspace)
        self.page = OrganisationPage(context, may_leave=False)
        self.page.plan_wanted.connect(self.plan_wanted)
        self.page.commitments.table.setMinimumHeight(sizes.HEADER_ROW + _ROWS * sizes.ROW)
        card = Card()
        card.add(self.pane, 1)
        right = scrolling(self.page)
        right.setMinimumWidth(sizes.PAGE_MIN)
        card.setMinimumWidth(sizes.SIDE_WIDTH)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(sizes.CARD)
        split.addWidget(card)
        split.addWidget(right)
        split.setSizes([sizes.READING_WIDTH, sizes.WIDE_DIALOG])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addLayout(self._head())
        column.addWidget(split, 1)

    def _head(self) -> QHBoxLayout:
        back = QPushButton("← Về danh sách")
        back.clicked.connect(self.left)
        back.setToolTip("Về danh sách giấy tờ  Esc")
        theme.set_kind(back, "link")
        before, after, attach = QPushButton("Tờ trước"), QPushButton("Tờ sau"), QPushButton("Đính kèm bản chụp…")
        before.clicked.connect(self._turn_back)
        after.clicked.connect(self._turn_on)
        attach.clicked.connect(self.attach_wanted)
        before.setShortcut("Alt+Up")
        after.setShortcut("Alt+Down")
        for button, keys in ((before, "Alt+↑"), (after, "Alt+↓")):
            button.setToolTip(f"Tờ giấy {'trên' if button is before else 'dưới'} trong danh sách ({keys})")
        head = QHBoxLayout()
        head.setSpacing(sizes.UNIT)
        head.addWidget(back)
        head.addWidget(self.title, 1)
        for button in (before, after, attach):
            head.addWidget(button)
        return head

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing on the desk wants (an open cell, a search) leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _turn_back(self) -> None:
        self.turned.emit(-1)

    def _turn_on(self) -> None:
        self.turned.emit(1)

    def show_paper(self, paper: SentPaper) -> None:
        """Show what was scanned of that paper, and its organisation."""
        another = self.paper is None or self.paper.key != paper.key
        self.paper = paper
        self.title.setText(" · ".join(part for part in (paper.code, paper.organisation, paper.title) if part))
        self.pane.show_scans(scans.scans(self.context.workspace, paper.key))
        standings = registrations.standing(self.context.workspace, self.context.year)
        self.page.show_organisation(
            next((one for one in standings if one.organisation_id == paper.organisation_id), None)
        )
        self.page.registered.setVisible(paper.key.paper != PROGRESS)
        if another:
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard where what stands on the paper is typed: results of a phase, else what is registered."""
        view = self.page.commitments
        if self.paper is None or not view.isVisibleTo(self.page):
            return
        view.table.setFocus()
        if view.model.rowCount():
            view.table.go_to(0, self._first_column())

    def _first_column(self) -> int:
        """The column of the phase that the paper reports."""
        model, paper = self.page.commitments.model, self.paper
        if paper is None or paper.key.paper != PROGRESS:
            return 0
        names = [phase.name for phase in model.sheet.phases]
        place = names.index(paper.phase) if paper.phase in names else 0
        return next((number for number in range(model.columnCount()) if model.phase(number) == place), 0)

    def reload(self, changes: Changes | None, paper: SentPaper | None) -> None:
        """Read again; ``paper`` is the same as it is now, None when it is gone."""
        if paper is None:
            self.paper = None
            self.left.emit()
            return
        self.show_paper(paper)
        self.page.reload(changes)
