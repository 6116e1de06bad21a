"""The inline message: one sentence where it matters, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.icon_button import icon_button
from thidua_desktop.ui.widgets.labels import label, show_when


class InlineMessage(QFrame):
    """A title, a sentence below it, and acts. ``acted(number)`` tells which act was chosen, ``closed`` that it was put
    away."""

    acted = Signal(int)
    closed = Signal()

    def __init__(
        self,
        title: str = "",
        text: str = "",
        state: State = State.NEUTRAL,
        acts: tuple[str, ...] = (),
        *,
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme.set_part(self, "message")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = label("", "strong", wrap=True)
        self._text = label("", "soft", wrap=True)
        self._act_row = QWidget()
        self._acts = QHBoxLayout(self._act_row)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._acts.setSpacing(sizes.MARGIN)
        self._buttons: list[QPushButton] = []
        self._lay_out(closable)
        self.show_message(title, text, state, acts)

    def _lay_out(self, closable: bool) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._act_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.CARD, sizes.UNIT, sizes.UNIT, sizes.UNIT)
        row.addLayout(column, 1)
        if closable:
            row.addWidget(icon_button("close", "Đóng", self._on_close))

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def show_message(
        self, title: str, text: str = "", state: State = State.NEUTRAL, acts: tuple[str, ...] = ()
    ) -> None:
        """Say this; the state's sign goes before the title."""
        self._title.setText(f"{state.sign} {title}".strip())
        self._text.setText(text)
        show_when(self._text, bool(text))
        theme.set_state(self, state)
        theme.set_state(self._title, state)
        self._set_acts(acts)

    def _set_acts(self, acts: tuple[str, ...]) -> None:
        while (item := self._acts.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        self._buttons = []
        for words in acts:
            button = QPushButton(words)
            theme.set_kind(button, "link")
            button.clicked.connect(self._on_act)
            self._buttons.append(button)
            self._acts.addWidget(button)
        self._acts.addStretch(1)
        show_when(self._act_row, bool(acts))

    def _on_act(self) -> None:
        self.acted.emit(self._buttons.index(self.sender()))
