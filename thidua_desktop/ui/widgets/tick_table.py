"""A table whose rows are ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from thidua_desktop.ui.widgets.table import DataTable


class TickTable(DataTable):
    """Space ticks the selected rows, whatever column the keyboard is in. Its model has ``tick(rows, ticked)`` and
    ``is_ticked(row)``.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.state() != self.State.EditingState:
            rows = self.selected_rows()
            self.model().tick(rows, not all(self.model().is_ticked(row) for row in rows))
        else:
            super().keyPressEvent(event)
