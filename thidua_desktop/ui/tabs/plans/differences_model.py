"""The list of what differs between two plans, each line with a tick where it can be taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.plan.differences import Difference, Key
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickModel

_Index = QModelIndex | QPersistentModelIndex
_WHAT = {
    "added": ("thêm", State.GOOD),
    "removed": ("bỏ", State.BAD),
    "changed": ("sửa", State.WAIT),
    "moved": ("chuyển chỗ", State.NEUTRAL),
}
WHAT, TITLE = range(2)
_COLUMNS = (TableColumn("what", "Thay đổi", 14), TableColumn("title", "Chỗ khác nhau", 40))


class DifferencesModel(TickModel):
    """One difference in each row; ``takes`` is whether they are ticked to be taken."""

    def __init__(self, *, takes: bool, parent=None) -> None:
        super().__init__(_COLUMNS, parent, ticks=takes)
        self.differences: tuple[Difference, ...] = ()

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Show these; those that are proposed are ticked."""
        self.beginResetModel()
        self.differences = tuple(differences)
        self._ticked = {row for row, one in enumerate(self.differences) if one.ticked}
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.differences)

    def text(self, row: int, column: int) -> str:
        one = self.differences[row]
        return one.title if column == TITLE else f"{self.state(row, column).sign} {_WHAT[one.key.what][0]}".strip()

    def state(self, row: int, column: int) -> State:
        return _WHAT[self.differences[row].key.what][1] if column == WHAT else State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return self.differences[index.row()].title
        return super().data(index, role)

    @property
    def taken(self) -> list[Key]:
        """The keys of the ticked ones."""
        return [self.differences[row].key for row in self.ticked]
