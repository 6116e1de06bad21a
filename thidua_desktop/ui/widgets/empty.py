"""The empty state: what belongs here, and the button that starts it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label, show_when


class EmptyState(QWidget):
    """Shown in place of a list or page that has nothing yet. ``started`` tells that the button was pressed.

    ``primary`` False is for a page that has another primary act.
    """

    started = Signal()

    def __init__(
        self, title: str, text: str = "", act: str = "", *, primary: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = label(title, "title", wrap=True)
        self._text = label(text, "soft", wrap=True)
        self._button = QPushButton(act)
        if primary:
            theme.set_kind(self._button, "primary")
        show_when(self._button, bool(act))
        self._button.clicked.connect(self.started)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(sizes.UNIT)
        column.addStretch(2)
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setMaximumWidth(sizes.READING_WIDTH)
            words.setMinimumWidth(min(sizes.READING_WIDTH, sizes.SIDE_WIDTH))
            row = QHBoxLayout()  # an aligned label would be measured at the full width and lose its second line
            row.addStretch(1)
            row.addWidget(words, 2)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(sizes.UNIT)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def add_below(self, widget: QWidget) -> None:
        """Put another way to begin below the button."""
        self._column.insertWidget(self._column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_words(self, title: str, text: str = "", act: str = "") -> None:
        """Say something else, e.g. that a search found nothing."""
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(act)
        show_when(self._button, bool(act))
