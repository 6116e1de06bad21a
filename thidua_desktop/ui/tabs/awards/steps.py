"""The way of a round in four steps: each says how far it is, and is where its work is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import ElidedLabel, label, show_when

NOMINATING, COUNCIL, DECIDING, CERTIFICATES = range(4)
_NAMES = ("Đề nghị", "Hội đồng", "Tờ trình, Quyết định", "Giấy khen")


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a step is: a few words, good when it is done, waiting when it is the one to go on with."""

    words: str = ""
    state: State = State.NEUTRAL


class StepLine(QWidget):
    """1 Đề nghị › 2 Hội đồng › 3 Tờ trình, Quyết định › 4 Giấy khen. ``chosen(number)`` when the clerk goes to one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self.notes: list[ElidedLabel] = []
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        for number, name in enumerate(_NAMES):
            if number:
                row.addWidget(label("›", "soft"))
            button = QPushButton(f"{number + 1}  {name}")
            button.setCheckable(True)
            note = ElidedLabel("", "small")
            note.setMinimumWidth(1)  # the notes give way before the steps do
            row.addWidget(button)
            row.addWidget(note)
            self._group.addButton(button, number)
            self.buttons.append(button)
            self.notes.append(note)
        row.addStretch(1)
        self._group.idClicked.connect(self.chosen)
        self.buttons[NOMINATING].setChecked(True)

    @property
    def current(self) -> int:
        """The step in view."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Show a step as the one in view; nothing is told."""
        self.buttons[number].setChecked(True)

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Say of each step how far it is."""
        for button, note, name, standing in zip(self.buttons, self.notes, _NAMES, standings, strict=True):
            number = self.buttons.index(button) + 1
            button.setText(f"{standing.state.sign} {number}  {name}".strip())
            button.setAccessibleDescription(standing.words)
            note.setText(standing.words)
            show_when(note, bool(standing.words))
            theme.set_state(note, standing.state)
