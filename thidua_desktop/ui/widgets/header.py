"""The page header: what this is, how it stands, and the few acts on it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.labels import ElidedLabel, show_when

MOST_ACTS = 5


class ActButton(QPushButton):
    """A button that shows an action and follows its text and whether it can be used."""

    def __init__(self, action: QAction, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        if primary:
            theme.set_kind(self, "primary")
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setEnabled(self._action.isEnabled())
        show_when(self, self._action.isVisible())
        shortcut = self._action.shortcut().toString()
        tip = self._action.toolTip() if self._action.toolTip() != self._action.iconText() else ""
        self.setToolTip(f"{tip}  {shortcut}".strip())


class PageHeader(QWidget):
    """Title, a line under it, a status chip, and at most five acts of which one is primary."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = ElidedLabel(title, "title")
        self._subtitle = ElidedLabel(subtitle, "soft")
        self.chip = StatusChip()
        self._acts = QHBoxLayout()
        self._acts.setSpacing(sizes.UNIT)
        self._count = 0
        self._lay_out()
        self.set_title(title, subtitle)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(sizes.UNIT)
        first.addWidget(self._title)
        first.addWidget(self.chip)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(first)
        words.addWidget(self._subtitle)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.MARGIN)
        row.addLayout(words, 1)
        row.addLayout(self._acts)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Say what the page shows; without a subtitle its line is not kept free."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        show_when(self._subtitle, bool(subtitle))

    def show_state(self, text: str, state: State = State.NEUTRAL) -> None:
        """Show how the thing stands beside the title; "" shows nothing."""
        self.chip.show_state(text, state)

    def add_beside_state(self, widget: QWidget) -> None:
        """Put a button after title and state, about that state, level with the acts; it does not count as one."""
        self._row.setStretch(0, 0)
        self._row.insertWidget(1, widget)
        self._row.insertStretch(2, 1)

    def add_act(self, action: QAction, *, primary: bool = False) -> ActButton:
        """Add an act (a verb) to the right end; the sixth is refused with ``ValueError``."""
        button = ActButton(action, primary=primary)
        self._add(button)
        return button

    def add_menu(self, text: str, menu: QMenu) -> QPushButton:
        """Add a button that opens a menu of rarer acts; it counts as one act."""
        button = menu_button(text, menu)
        self._add(button)
        return button

    def _add(self, button: QPushButton) -> None:
        if self._count == MOST_ACTS:
            raise ValueError("a page header holds at most five acts")
        self._count += 1
        self._acts.addWidget(button)


def menu_button(text: str, menu: QMenu) -> QPushButton:
    """A button that opens a menu, which it owns from then on."""
    button = QPushButton(text)
    menu.setParent(button, menu.windowFlags())
    button.setMenu(menu)
    button.setProperty("menu", True)
    return button
