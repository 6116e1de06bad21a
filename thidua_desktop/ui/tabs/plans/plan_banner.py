"""One line over a plan that is not an ordinary draft: what it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import ElidedLabel


class PlanBanner(QFrame):
    """``acted(key)`` tells which act was chosen."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "message")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = ElidedLabel("", "strong")
        self.text = ElidedLabel("", "soft")
        self.buttons: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(sizes.CARD, sizes.HALF, sizes.UNIT, sizes.HALF)
        self._row.setSpacing(sizes.MARGIN)
        self._row.addWidget(self.title)
        self._row.addWidget(self.text, 1)
        self.hide()

    def show_words(self, title: str, text: str, state: State, acts: dict[str, str]) -> None:
        """Say this, with these acts (key → verb); without a title nothing is shown."""
        self.title.setText(f"{state.sign} {title}".strip())
        self.text.setText(text)
        theme.set_state(self, state)
        theme.set_state(self.title, state)
        self.setVisible(bool(title))
        if acts == {key: button.text() for key, button in self.buttons.items()}:
            return
        for button in self.buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for key, words in acts.items():
            button = QPushButton(words)
            button.setProperty("key", key)
            theme.set_kind(button, "link")
            button.clicked.connect(self._on_clicked)
            self.buttons[key] = button
            self._row.addWidget(button)

    def _on_clicked(self) -> None:
        self.acted.emit(str(self.sender().property("key")))
