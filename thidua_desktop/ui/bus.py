"""The one signal that tells every screen what an act changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from thidua_desktop.domain.changes import Changes


class Bus(QObject):
    """``changed`` carries :class:`Changes`; whoever did the act publishes them once."""

    changed = Signal(object)

    def publish(self, changes: Changes) -> None:
        """Tell every screen; an act that changed nothing is not told."""
        if changes:
            self.changed.emit(changes)
