"""Where notices and long work are told: just above the status bar, over the margins of the page, so that nothing moves
when one comes and the status bar is still read.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget


class Strips(QWidget):
    """Holds the strips at the lower edge of ``window``, on its status bar. A long notice grows upwards."""

    def __init__(self, window: QMainWindow, strips: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._strips = strips
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in strips:
            column.addWidget(strip)
        window.installEventFilter(self)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def _place(self) -> None:
        """As high as what is shown; of no height when nothing is."""
        shown = any(not strip.isHidden() for strip in self._strips)
        width = self._window.width()
        height = self.layout().totalHeightForWidth(width) if shown else 0
        self.setGeometry(0, self._window.height() - self._status_height() - height, width, height)
        self.raise_()

    def _status_height(self) -> int:
        bar = self._window.statusBar()
        return bar.height() if bar.isVisible() else 0
