"""The foldable side panel, and the splitter that remembers where its handles were."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui import theme
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import ElidedLabel
from thidua_desktop.ui.widgets.page_tabs import PageTabs

REMEMBER_AFTER = 400  # milliseconds after the last drag


class SidePanel(QFrame):
    """The panel of the chosen thing at the right. Folded it is a narrow strip; ``folded(bool)`` tells the change."""

    folded = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "card")
        self._is_folded = False
        self.unfolded_width = 0
        """How wide it was when it was folded, 0 before."""
        self._title = ElidedLabel(title, "strong")
        self._fold = QToolButton()
        self._fold.clicked.connect(self._on_fold)
        self._head = QHBoxLayout()
        self._head.setSpacing(sizes.HALF)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._fold)
        self._extras: list[QWidget] = []
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(sizes.UNIT)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._content, 1)
        self._show_fold()

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget, stretch)

    def add_to_title(self, widget: QWidget) -> None:
        """Put a chip or small button beside the title; it folds away with the panel."""
        self._head.insertWidget(self._head.count() - 1, widget)
        self._extras.append(widget)

    def set_title(self, title: str) -> None:
        """Say what the panel shows."""
        self._title.setText(title)

    @property
    def is_folded(self) -> bool:
        """Whether only the strip is seen."""
        return self._is_folded

    def fold(self, folded: bool) -> None:
        """Fold or unfold, and tell it."""
        if folded != self._is_folded:
            if folded and self.isVisible():
                self.unfolded_width = self.width()
            self._is_folded = folded
            self._show_fold()
            self.folded.emit(folded)

    def _on_fold(self) -> None:
        self.fold(not self._is_folded)

    def _show_fold(self) -> None:
        margin = sizes.HALF if self._is_folded else sizes.CARD
        self._column.setContentsMargins(margin, sizes.CARD, margin, sizes.CARD)
        for part in (self._title, self._content, *self._extras):
            part.setVisible(not self._is_folded)
        self._fold.setIcon(theme.icon("chevron-left" if self._is_folded else "chevron-right"))
        words = "Mở khung bên" if self._is_folded else "Gấp khung bên"
        self._fold.setToolTip(words)
        self._fold.setAccessibleName(words)
        self.setMinimumWidth(sizes.FOLDED if self._is_folded else sizes.PANEL_MIN)
        self.setMaximumWidth(sizes.FOLDED if self._is_folded else sizes.WIDEST)


class PagedPanel(SidePanel):
    """A panel with pages below a bar of their names. ``turned(page)`` tells that another one came into view and wants
    to be filled.
    """

    turned = Signal(int)

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.pages = QStackedWidget()
        self.tabs = PageTabs(name)
        self.tabs.currentChanged.connect(self._on_tab)
        self.add(self.tabs)
        self.add(self.pages, 1)

    def add_page(self, words: str, page: QWidget) -> None:
        """Put a page behind those there are."""
        self.pages.addWidget(page)
        self.tabs.addTab(words)

    def shows(self, page: QWidget) -> bool:
        """Whether that page is in view."""
        return self.pages.currentWidget() is page and not self.is_folded

    def _on_tab(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.turned.emit(page)


class Columns(QSplitter):
    """The columns of a tab. The middle one (``grows``) takes what a wider window gives.

    They begin with ``widths``, or as they were left the last time when ``remembered`` knows them by ``name``. Side
    panels fold by themselves while there is no room for all columns.
    """

    def __init__(
        self,
        parts: Sequence[QWidget],
        widths: Sequence[int],
        *,
        grows: int = 1,
        remembered: Remembered | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(sizes.CARD)
        self._grows = grows
        self._fill_later = QTimer(self, singleShot=True, interval=0)  # once the panel's new limits are known
        self._fill_later.timeout.connect(self._fill)
        self._unfolding = -1  # the panel that has just been unfolded
        self._needed = 0  # width at which the panels folded for want of room come back
        self._remembered = remembered
        self._name = name
        for number, part in enumerate(parts):
            self.addWidget(part)
            self.setStretchFactor(number, 1 if number == grows else 0)
            if isinstance(part, SidePanel):
                part.folded.connect(self._on_folded)
        kept = remembered.widths(name) if remembered else {}
        self.setSizes([kept.get(str(number), width) for number, width in enumerate(widths)])
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REMEMBER_AFTER)
        self._later.timeout.connect(self._tell)
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._give_room()
        if any(panel.is_folded for panel in self._panels()):
            self._fill_later.start()

    def _panels(self) -> list[SidePanel]:
        return self.findChildren(SidePanel, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _give_room(self) -> None:
        needed = self._needed or self.minimumSizeHint().width()
        if self.isVisible() and (self.width() < needed) != bool(self._needed):
            self._needed = 0 if self._needed else needed
            for panel in self._panels():
                panel.fold(bool(self._needed))

    def _on_folded(self, folded: bool) -> None:
        if not folded:
            self._unfolding = self.indexOf(self.sender())
        self._fill_later.start()

    def _fill(self) -> None:
        """The column that grows takes what a folded panel leaves, which the splitter would keep empty; a panel that
        unfolds is as wide as it was."""
        widths = [self.widget(number).width() for number in range(self.count())]
        if self._unfolding >= 0:
            widths[self._unfolding] = self.widget(self._unfolding).unfolded_width or widths[self._unfolding]
            self._unfolding = -1
        widths[self._grows] += self.width() - sum(widths) - self.handleWidth() * (self.count() - 1)
        self.setSizes(widths)

    def make_room(self, part: QWidget, width: int) -> None:
        """Give a part that width for now, as far as the column that grows does not get too narrow."""
        QTimer.singleShot(0, self, partial(self._make_room, part, width))  # after a panel that has just been unfolded

    def _make_room(self, part: QWidget, width: int) -> None:
        widths, number = self.sizes(), self.indexOf(part)
        grows = self.widget(self._grows)
        spare = widths[self._grows] - max(grows.minimumSizeHint().width(), grows.minimumWidth())
        given = min(width - widths[number], spare)
        widths[number] += given
        widths[self._grows] -= given
        self.setSizes(widths)

    def _on_moved(self, place: int, handle: int) -> None:
        self._later.start()

    def _tell(self) -> None:
        if self._remembered is not None:
            self._remembered.keep_widths(self._name, {str(number): width for number, width in enumerate(self.sizes())})
