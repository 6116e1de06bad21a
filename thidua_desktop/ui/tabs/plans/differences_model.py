"""The list of what differs between two plans, each line with a tick where it can be taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.plan.differences import Difference, Key
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.table import TableColumn, TableModel

_Index = QModelIndex | QPersistentModelIndex
_WHAT = {
    "added": ("thêm", State.GOOD),
    "removed": ("bỏ", State.BAD),
    "changed": ("sửa", State.WAIT),
    "moved": ("chuyển chỗ", State.NEUTRAL),
}
WHAT, TITLE = range(2)


class DifferencesModel(TableModel):
    """One difference in each row; ``takes`` is whether they are ticked to be taken."""

    def __init__(self, *, takes: bool, parent=None) -> None:
        super().__init__((TableColumn("what", "Thay đổi", 14), TableColumn("title", "Chỗ khác nhau", 40)), parent)
        self.takes = takes
        self.differences: tuple[Difference, ...] = ()
        self._ticked: set[int] = set()

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
        if self.takes and index.isValid() and index.column() == WHAT and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if index.row() in self._ticked else Qt.CheckState.Unchecked
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return self.differences[index.row()].title
        return super().data(index, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.takes and index.column() == WHAT else flags

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not self.takes or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick these rows, or take their ticks away."""
        if not self.takes or not rows:
            return
        self._ticked = self._ticked | set(rows) if ticked else self._ticked - set(rows)
        self.dataChanged.emit(self.index(min(rows), WHAT), self.index(max(rows), WHAT))

    def is_ticked(self, row: int) -> bool:
        """Whether the row is ticked."""
        return row in self._ticked

    @property
    def taken(self) -> list[Key]:
        """The keys of the ticked ones."""
        return [one.key for row, one in enumerate(self.differences) if row in self._ticked]
