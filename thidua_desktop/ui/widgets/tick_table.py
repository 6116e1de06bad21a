"""A table whose rows are ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from thidua_desktop.ui.widgets.table import DataTable


class TickTable(DataTable):
    """Space ticks the selected rows, whatever column the keyboard is in. Its model has ``tick(rows, ticked)`` and
    ``is_ticked(row)``.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that the keyboard comes to, the first that can be ticked, is selected, so that Space ticks it."""
        super().focusInEvent(event)
        if not self.selected_rows():
            here = self.currentIndex()
            first = (row for row in range(self.model().rowCount()) if self._can_tick(row))
            row = here.row() if here.isValid() else next(first, None)
            if row is not None:
                self.go_to(row, max(here.column(), 0))

    def _can_tick(self, row: int) -> bool:
        return bool(self.model().flags(self.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.state() != self.State.EditingState:
            rows = self.selected_rows()
            self.model().tick(rows, not all(self.model().is_ticked(row) for row in rows))
        else:
            super().keyPressEvent(event)
