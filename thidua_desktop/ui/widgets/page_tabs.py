"""The tabs over pages."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTabBar, QWidget


class PageTabs(QTabBar):
    """Tabs as wide as their words; ``name`` is for who cannot see them.

    The wheel scrolls the page they stand in: over a tab bar it would turn to another page, unasked.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
