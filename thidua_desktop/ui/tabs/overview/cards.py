"""The cards of the first page: the four steps of the year, a list of things to see to, the safety of the data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from thidua_desktop.domain.reports.overview import Line, Step
from thidua_desktop.services.office.safekeeping import BackupState
from thidua_desktop.ui import theme
from thidua_desktop.ui.shell.statusline import spoken_backup, spoken_save
from thidua_desktop.ui.tabs.overview.lines_list import LinesList
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.labels import ElidedLabel, label, show_when

_STATES = {"xong": State.GOOD, "đang làm": State.NEUTRAL, "chưa bắt đầu": State.WAIT}


class StepCard(Card):
    """One step of the year: how it stands, and the button that goes on with it."""

    led_to = Signal(object)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._number = number
        self._step: Step | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.chip = StatusChip()
        self.add_to_title(self.chip)
        self.words = label("", "soft", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.button = QPushButton()
        theme.set_kind(self.button, "link")
        self.button.clicked.connect(self._on_clicked)
        self.add(self.words, 1)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_step(self, step: Step) -> None:
        """Show how this step stands."""
        self._step = step
        self.set_title(self.step_title)
        self.chip.show_state(step.stage, _STATES[step.stage])
        self.words.setText(step.words)
        self.button.setText(f"{step.act} →")
        self.button.setAccessibleName(f"{step.title}: {step.act}")

    @property
    def step_title(self) -> str:
        """The step with its number."""
        return f"{self._number}. {self._step.title}" if self._step is not None else ""

    def _on_clicked(self) -> None:
        if self._step is not None:
            self.led_to.emit(self._step.destination)


class LinesCard(Card):
    """A titled list of lines with their number; when there are none, a sentence that says what that means."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._name = title
        self.list = LinesList(title)
        self.nothing = label("", "soft", wrap=True)
        self.late = StatusChip()
        self.add_to_title(self.late)
        self.add(self.list, 1)
        self.add(self.nothing)
        self.body.addStretch(0)
        self.setMinimumHeight(sizes.LIST_MIN)

    def show_lines(self, lines: Sequence[Line], nothing: str) -> None:
        """Show these; ``nothing`` says what it means when there are none."""
        self.nothing.setText(nothing)
        late = sum(line.is_late for line in lines)
        self.set_title(self._name, f"{len(lines)} mục" if lines else "")
        self.late.show_state(f"{late} quá hạn" if late else "", State.BAD)
        self.list.show_lines(lines)
        show_when(self.list, bool(lines))
        show_when(self.nothing, not lines)


class SafetyCard(Card):
    """When the data was saved and backed up, and the two acts that keep it safe."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.backup = ElidedLabel("", "strong")
        self.saved = ElidedLabel("", "soft")
        self.back_up = QPushButton("Sao lưu ngay")
        self.copy_out = QPushButton("Chép ra USB…")
        row = QHBoxLayout()
        row.setSpacing(sizes.MARGIN)
        row.addWidget(label("An toàn dữ liệu", "strong"))
        row.addWidget(self.backup)
        row.addWidget(self.saved, 1)
        row.addWidget(self.back_up)
        row.addWidget(self.copy_out)
        self.add_layout(row)

    def show_state(self, state: BackupState, now: datetime) -> None:
        """Show how old the last good backup is."""
        text, how = spoken_backup(state.last_backup, state.ok, now)
        self.backup.setText(f"{how.sign} {text}".strip())
        theme.set_state(self.backup, how)
        self.saved.setText(spoken_save(state.last_saved, now))
