"""The status chip: a state in one or two words, with its sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.labels import show_when


class StatusChip(QLabel):
    """ "✓ Đạt", "! 2 lỗi", "○ Chờ": colour, sign and word together."""

    def __init__(self, text: str = "", state: State = State.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.set_part(self, "chip")
        self.show_state(text, state)

    def show_state(self, text: str, state: State = State.NEUTRAL) -> None:
        """Show this word in this state; without a word the chip is hidden."""
        self.setText(f"{state.sign} {text}".strip())
        theme.set_state(self, state)
        show_when(self, bool(text))
