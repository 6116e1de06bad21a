"""Above a table that is typed in: why a text is not stored, and the way to its cell."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.table import DataTable

_KEPT = "Chữ vừa gõ vẫn còn trong ô, chưa được lưu."


class RefusedMessage(InlineMessage):
    """Comes when a text is refused by the model of ``table``, a :class:`~.table.TypedModel`."""

    def __init__(self, table: DataTable, parent: QWidget | None = None) -> None:
        super().__init__(closable=True, parent=parent)
        self._table = table
        self.hide()
        table.model().refused.connect(self._on_refused)
        self.acted.connect(self._go_to_bad)

    def look_again(self) -> None:
        """Go once nothing is left that is not stored."""
        if self._table.model().first_bad() is None:
            self.hide()

    def _on_refused(self, row: int, column: int, error: KnownError) -> None:
        model = self._table.model()
        place = "Dòng mới" if model.is_new(row) else f"Dòng {row + 1}"
        title = f"{place}, cột {model.columns[column].heading}: {error.happened}"
        self.show_message(title, f"{error.advice} {_KEPT}".strip(), State.BAD, ("Tới ô đó",))
        self.show()

    def _go_to_bad(self, number: int) -> None:
        bad = self._table.model().first_bad()
        if bad is not None:
            self._table.setFocus()
            self._table.go_to(*bad, edit=True)
