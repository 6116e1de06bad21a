"""The rows of a list with what each would do, ticked when it is to be taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.lists.report import CALLED, ListRowReport, ListState
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickModel

_Index = QModelIndex | QPersistentModelIndex
LOOKS: dict[ListState, State] = {
    "new": State.GOOD,
    "changed": State.WAIT,
    "same": State.NEUTRAL,
    "doubtful": State.BAD,
    "refused": State.BAD,
    "left_out": State.NEUTRAL,
}
ALL, OPEN = "Tất cả các dòng", "Dòng cần xem"
FILTERS: dict[str, tuple[ListState, ...]] = {
    ALL: tuple(CALLED),
    OPEN: ("doubtful", "refused"),
    "Dòng mới": ("new",),
    "Dòng thay đổi": ("changed",),
    "Dòng như đã có": ("same",),
    "Dòng bỏ qua": ("left_out",),
}
_STATE = 3
_CHECKABLE = Qt.ItemFlag.ItemIsUserCheckable


class ListRowsModel(TickModel):
    """The rows that are in view; ``chosen`` are the numbers of all that are ticked, in view or not."""

    def __init__(self, title: str, parent=None) -> None:
        columns = (
            TableColumn("title", title, 17),
            TableColumn("number", "Dòng", 6, numeric=True, soft=True),
            TableColumn("content", "Nội dung, thay đổi", 22),
            TableColumn("state", "Kết quả", 10),
            TableColumn("reason", "Vì sao", 34),
        )
        super().__init__(columns, parent)
        self.reports: tuple[ListRowReport, ...] = ()
        self._rows: list[ListRowReport] = []
        self.chosen: set[int] = set()

    def show_reports(self, reports: Sequence[ListRowReport], chosen: set[int], wanted: str) -> None:
        """Show those of a filter; ``chosen`` are the numbers of the ticked ones."""
        self.beginResetModel()
        self.reports = tuple(reports)
        self._rows = [one for one in reports if one.state in FILTERS[wanted]]
        self.chosen = {one.number for one in reports if one.number in chosen and one.can_be_taken}
        self.endResetModel()

    def report_at(self, row: int) -> ListRowReport:
        """The report that is shown there."""
        return self._rows[row]

    def row_of(self, number: int) -> int:
        """Where the row of that number of the file is shown, -1 when it is not."""
        return next((at for at, one in enumerate(self._rows) if one.number == number), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def text(self, row: int, column: int) -> str:
        one = self._rows[row]
        state = f"{LOOKS[one.state].sign} {CALLED[one.state]}".strip()
        return (one.title, str(one.number), one.content, state, " ".join(one.reasons))[column]

    def state(self, row: int, column: int) -> State:
        return LOOKS[self._rows[row].state] if column == _STATE else State.NEUTRAL

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self._rows[index.row()].can_be_taken else flags & ~_CHECKABLE

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            if not self._rows[index.row()].can_be_taken:
                return None
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return self.text(index.row(), index.column()) or None
        return super().data(index, role)

    def tick(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick these rows, or take their ticks away; those with nothing to take stay as they are."""
        numbers = {self._rows[row].number for row in rows if self._rows[row].can_be_taken}
        self.chosen = self.chosen | numbers if ticked else self.chosen - numbers
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))

    def is_ticked(self, row: int) -> bool:
        return self._rows[row].number in self.chosen
