"""A small button that shows an icon only: its words are the tool tip and the name a screen reader says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QToolButton

from thidua_desktop.ui import theme


def icon_button(icon: str, words: str, act: Callable[[], object]) -> QToolButton:
    """``icon`` as in :func:`theme.icon`; ``act`` is a bound method of what owns the button."""
    made = QToolButton()
    made.setIcon(theme.icon(icon))
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.clicked.connect(act)
    return made
