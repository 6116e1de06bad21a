"""Which year the program opens with next time: the one that was worked in last."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from thidua_desktop.domain.changes import Changes
from thidua_desktop.ui.tab import TabContext


class YearMemory(QObject):
    """Remembers, for one open file, the year in view after a change; a year that is only looked at is not kept."""

    def __init__(self, context: TabContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._later = QTimer(self, singleShot=True, interval=0)  # an act may lead to its own year after it is told
        self._later.timeout.connect(self._keep)
        context.bus.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        self._later.start()

    def _keep(self) -> None:
        self._context.remembered.keep_year(self._context.workspace.file.path, self._context.year)
