"""The card: a white sheet on the quiet ground, with a title line and room for content."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import ElidedLabel, show_when


class Card(QFrame):
    """A frame with an optional title; ``add`` puts content below it, ``add_to_title`` beside the title."""

    def __init__(self, title: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "card")
        self._title = ElidedLabel(title, "strong")
        self._note = ElidedLabel(note, "soft")
        self._head = QHBoxLayout()
        self._head.setSpacing(sizes.UNIT)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._note)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(sizes.CARD, sizes.CARD, sizes.CARD, sizes.CARD)
        self.body.setSpacing(sizes.UNIT)
        self.body.addLayout(self._head)
        self.set_title(title, note)

    def set_title(self, title: str, note: str = "") -> None:
        """Title at the left, a soft note at the right end."""
        self._title.setText(title)
        show_when(self._title, bool(title))
        self._note.setText(note)
        show_when(self._note, bool(note))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """Put a layout below what is there."""
        self.body.addLayout(layout, stretch)

    def add_to_title(self, widget: QWidget) -> None:
        """Put a chip or a small button at the right end of the title line."""
        self._head.addWidget(widget)
