"""The two tables of what came back: the files, and the rows of the one in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.sheets.file_report import FILE_STATES, FileReport, FileState
from thidua_desktop.domain.sheets.report import CALLED, RowReport, RowState
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickModel

_Index = QModelIndex | QPersistentModelIndex
FILE_LOOKS: dict[FileState, State] = {
    "ready": State.GOOD,
    "choose": State.WAIT,
    "older": State.WAIT,
    "tied": State.WAIT,
    "idle": State.NEUTRAL,
    "taken": State.NEUTRAL,
    "refused": State.BAD,
}
ROW_LOOKS: dict[RowState, State] = {
    "taken": State.GOOD,
    "corrected": State.WAIT,
    "doubtful": State.BAD,
    "refused": State.BAD,
    "same": State.NEUTRAL,
}
_FILE_COLUMNS = (
    TableColumn("organisation", "Đơn vị", 24),
    TableColumn("state", "Trạng thái", 14),
    TableColumn("file", "Tệp", 22),
)
_ROW_COLUMNS = (
    TableColumn("place", "Chỗ trong tệp", 18),
    TableColumn("text", "Nội dung", 38),
    TableColumn("state", "Kết quả", 12),
    TableColumn("reason", "Vì sao, thay cho gì", 34),
)
_CHECKABLE = Qt.ItemFlag.ItemIsUserCheckable


class FilesModel(TickModel):
    """A file in each row, ticked when it is to be taken."""

    wordy = ("organisation", "file")

    def __init__(self, parent=None) -> None:
        super().__init__(_FILE_COLUMNS, parent)
        self.reports: tuple[FileReport, ...] = ()

    def show_reports(self, reports: Sequence[FileReport], ticked: Sequence[int]) -> None:
        """Show these; ``ticked`` are the places of those to be taken."""
        self.beginResetModel()
        self.reports = tuple(reports)
        self._ticked = {place for place in ticked if self.reports[place].can_be_taken}
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.reports)

    def text(self, row: int, column: int) -> str:
        one = self.reports[row]
        words = f"{FILE_LOOKS[one.state].sign} {FILE_STATES[one.state]}".strip()
        return (one.organisation or "Chưa rõ đơn vị", words, one.source.name)[column]

    def state(self, row: int, column: int) -> State:
        return FILE_LOOKS[self.reports[row].state] if column == 1 else State.NEUTRAL

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self.reports[index.row()].can_be_taken else flags & ~_CHECKABLE

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole and not self.reports[index.row()].can_be_taken:
            return None
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return self.text(index.row(), index.column())
        return super().data(index, role)

    def tick(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick these, or take their ticks away; of one form one file is taken, the one ticked last."""
        forms = {
            self.reports[row].form: row
            for row in sorted(rows, key=lambda row: self.reports[row].state == "ready")
            if self.reports[row].can_be_taken
        }
        if ticked:
            others = (at for at in self.ticked if self.reports[at].form in forms)
            super().tick([at for at in others if forms[self.reports[at].form] != at], False)
        super().tick([*forms.values()] if ticked else rows, ticked)


class RowsOfFileModel(TickModel):
    """The rows of a file, each ticked when it is to be taken; ``places`` are those shown, by their place in it."""

    wordy = ("text", "reason")

    def __init__(self, parent=None) -> None:
        super().__init__(_ROW_COLUMNS, parent)
        self._rows: tuple[RowReport, ...] = ()
        self.places: list[int] = []
        self.chosen: set[int] = set()

    def show_report(self, report: FileReport | None, *, only_open: bool) -> None:
        """Show the rows of the file; ``only_open`` leaves out those there is nothing to see about."""
        self.beginResetModel()
        self._rows = report.rows if report else ()
        wanted = ("corrected", "doubtful", "refused")
        self.places = [at for at, row in enumerate(self._rows) if not only_open or row.state in wanted]
        self.chosen = set(report.ticked) if report else set()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.places)

    def report_at(self, row: int) -> RowReport:
        """The row of the file that is shown there."""
        return self._rows[self.places[row]]

    def text(self, row: int, column: int) -> str:
        one = self.report_at(row)
        return (one.place, one.text, f"{ROW_LOOKS[one.state].sign} {CALLED[one.state]}".strip(), one.why)[column]

    def state(self, row: int, column: int) -> State:
        return ROW_LOOKS[self.report_at(row).state] if column == 2 else State.NEUTRAL

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self.report_at(index.row()).change else flags & ~_CHECKABLE

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            if not self.report_at(index.row()).change:
                return None
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return self.text(index.row(), index.column()) or None
        return super().data(index, role)

    def tick(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick these rows, or take their ticks away; those with nothing to take stay as they are."""
        places = {self.places[row] for row in rows if self.report_at(row).change}
        self.chosen = self.chosen | places if ticked else self.chosen - places
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))

    def is_ticked(self, row: int) -> bool:
        return self.places[row] in self.chosen
