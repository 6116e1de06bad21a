"""There is no Save button: what is typed in a field is told within a second, and when the focus leaves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QWidget

SAVE_AFTER = 700  # milliseconds after the last key: what is typed is in the file within a second


class Autosave(QObject):
    """Watches one field. Loading never counts as typing; showing again what stands there changes nothing.

    ``edited(value, editing)`` carries the field's value and a token that is the same from focus to focus, so that those
    edits are one act. ``read()`` gives the field's value, ``write(value)`` puts one in; the owner connects the field's
    change signal to :meth:`touch`.
    """

    edited = Signal(object, str)

    _UNKNOWN = object()

    def __init__(self, field: QWidget, read: Callable[[], Any], write: Callable[[Any], None]) -> None:
        super().__init__(field)
        self._field = field
        self._read = read
        self._write = write
        self._editing = ""
        self._known = read()
        self._later = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._later.timeout.connect(self.flush)
        field.installEventFilter(self)

    def touch(self) -> None:
        """Something was typed: tell it soon."""
        self._later.start()

    def show(self, value: Any) -> None:
        """Put a value in without telling it; the caret stays when the value is there already.

        A text that could not be stored is not written over: it stays until it is stored or given up.
        """
        if self.is_unstored:
            return
        self._later.stop()
        self._known = value
        if value != self._read():
            with QSignalBlocker(self._field):
                self._write(value)

    def not_stored(self) -> None:
        """What was told last could not be stored: it stays in the field and is told again with the next edit."""
        self._known = self._UNKNOWN

    @property
    def is_unstored(self) -> bool:
        """Whether the field holds a text that could not be stored."""
        return self._known is self._UNKNOWN

    def give_up(self) -> None:
        """Let a text that could not be stored go: it may be shown over, and is not told again."""
        self._later.stop()
        self._known = self._read()

    def flush(self) -> None:
        """Tell now what was typed since the last time, if anything."""
        self._later.stop()
        value = self._read()
        if value != self._known:
            self._known = value
            self._editing = self._editing or uuid4().hex
            self.edited.emit(value, self._editing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._editing = uuid4().hex
        elif event.type() == QEvent.Type.FocusOut:
            self.flush()
            self._editing = ""
        return super().eventFilter(watched, event)
