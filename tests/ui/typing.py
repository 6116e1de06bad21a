"""Typing as a clerk does. ``qtbot.keyClicks`` aborts the process at a letter outside Latin-1; this one does not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """One key press and release per letter, each carrying its text, to ``widget`` or what has the focus inside it."""
    for letter in text:
        press_key(widget, Qt.Key.Key_unknown, letter)


def press_key(
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """One key pressed and released."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target = widget.focusWidget() or widget
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))
