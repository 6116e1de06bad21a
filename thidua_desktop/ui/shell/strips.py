"""Where notices and long work are told: over the status bar, so that nothing on the page moves when one comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget


class Strips(QWidget):
    """Holds the strips at the lower edge of ``window``. A long notice grows upwards, over the page's margin first."""

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
        """As high as what is shown, and over the whole status bar; of no height when nothing is."""
        shown = any(not strip.isHidden() for strip in self._strips)
        width = self._window.width()
        height = max(self.layout().totalHeightForWidth(width), self._status_height()) if shown else 0
        self.setGeometry(0, self._window.height() - height, width, height)
        self.raise_()

    def _status_height(self) -> int:
        bar = self._window.statusBar()
        return bar.height() if bar.isVisible() else 0
