"""There is no Save button: what is typed in a field is told at a pause, every few seconds without one, and when the
focus leaves it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QWidget

SAVE_AFTER = 700  # milliseconds after the last key: what is typed is in the file within a second
SAVE_AT_LATEST = 5000  # milliseconds after the first key of somebody who does not pause


class Autosave(QObject):
    """Watches one field. Loading never counts as typing; what is typed is never shown over, not even by itself in the
    spelling it was stored in (a space at the end, a word just begun).

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
        self._known = self._shown = read()
        self._telling = False
        self._later = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._at_latest = QTimer(self, singleShot=True, interval=SAVE_AT_LATEST)
        for timer in (self._later, self._at_latest):
            timer.timeout.connect(self.flush)
        field.installEventFilter(self)

    def touch(self) -> None:
        """Something was typed: tell it soon."""
        self._later.start()
        if not self._at_latest.isActive():
            self._at_latest.start()

    def show(self, value: Any) -> None:
        """Put in the value that is stored, without telling it.

        Text and caret stay when that value was shown already, when it is the echo of what the field tells, and when
        what was typed is not told yet or could not be stored; before another record is shown: :meth:`give_up`.
        """
        if self._telling:
            self._shown = value
        elif value != self._shown and self._read() == self._known:
            if value != self._read():
                with QSignalBlocker(self._field):
                    self._write(value)
            self._shown = value
            self._known = self._read()  # not the value: the field may not be able to hold all of it

    def not_stored(self) -> None:
        """What was told last could not be stored: it stays in the field and is told again with the next edit."""
        self._known = self._UNKNOWN

    @property
    def is_unstored(self) -> bool:
        """Whether the field holds a text that could not be stored."""
        return self._known is self._UNKNOWN

    def give_up(self) -> None:
        """Let go what stands in the field: anything may be shown over it, and it is not told again."""
        self._stop()
        self._telling = False
        self._known = self._read()
        self._shown = self._UNKNOWN

    def flush(self) -> None:
        """Tell now what was typed since the last time, if anything."""
        self._stop()
        value = self._read()
        if value != self._known:
            self._known = self._shown = value
            self._editing = self._editing or uuid4().hex
            self._telling = True
            self.edited.emit(value, self._editing)
            self._telling = False

    def _stop(self) -> None:
        self._later.stop()
        self._at_latest.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._editing = uuid4().hex
        elif event.type() == QEvent.Type.FocusOut:
            self.flush()
            self._editing = ""
        return super().eventFilter(watched, event)
