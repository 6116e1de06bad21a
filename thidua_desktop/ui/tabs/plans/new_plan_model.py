"""What may be renewed in a plan that is taken over, as a table: ticked, and corrected in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.drafting.renewals import Renewal
from thidua_desktop.domain.vietnamese import one_line
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickModel

KIND, OLD, NEW, SENTENCE = range(4)
_BEFORE, _AFTER = 30, 46  # characters of the sentence beside the words
_COLUMNS = (
    TableColumn("kind", "Đổi", 18),
    TableColumn("old", "Đang ghi", 22),
    TableColumn("new", "Ghi thành (sửa được)", 24),
    TableColumn("sentence", "Trong câu", 50, soft=True),
)

_Index = QModelIndex | QPersistentModelIndex


class RenewalModel(TickModel):
    """Renewals with ticks; those that are certain are ticked at first. What is typed as the new words is ticked."""

    def __init__(self, parent=None) -> None:
        super().__init__(_COLUMNS, parent)
        self.rows: list[Renewal] = []
        self.is_edited = False

    def show_rows(self, renewals: Sequence[Renewal]) -> None:
        """Show these, the certain ones ticked."""
        self.beginResetModel()
        self.rows = list(renewals)
        self._ticked = {row for row, one in enumerate(self.rows) if one.certain}
        self.is_edited = False
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def text(self, row: int, column: int) -> str:
        one = self.rows[row]
        if column == SENTENCE:
            return f"{_tail(one.before)}[{one.old}]{_head(one.after)}"
        return {KIND: one.kind, OLD: one.old}.get(column, one.new)

    def state(self, row: int, column: int) -> State:
        return State.WAIT if column == NEW and not self.rows[row].certain else State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole and index.column() == NEW:
            return self.rows[index.row()].why
        return super().data(index, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NEW else flags

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = index.row()
        text = one_line(str(value))
        if role != Qt.ItemDataRole.EditRole or index.column() != NEW or text == self.rows[row].new:
            return super().setData(index, value, role)
        self.rows[row] = replace(self.rows[row], new=text)
        self.is_edited = True
        self.tick([row], True)
        self.dataChanged.emit(index, index)
        return True

    @property
    def chosen(self) -> list[Renewal]:
        """The ticked ones, as corrected."""
        return [self.rows[row] for row in self.ticked]


def _tail(text: str) -> str:
    return text if len(text) <= _BEFORE else f"…{text[-_BEFORE:].split(' ', 1)[-1]}"


def _head(text: str) -> str:
    return text if len(text) <= _AFTER else f"{text[:_AFTER].rsplit(' ', 1)[0]}…"
