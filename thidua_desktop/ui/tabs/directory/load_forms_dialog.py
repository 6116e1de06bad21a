"""What comes in with a file of forms: each named, with what it replaces, ticked before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from thidua_desktop.services.office.form_files import BROKEN, NEW, REPLACES, SAME, Incoming
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.table import TableColumn, TableModel
from thidua_desktop.ui.widgets.tick_table import TickTable

_Index = QModelIndex | QPersistentModelIndex
_STATES = {NEW: State.GOOD, REPLACES: State.WAIT, SAME: State.NEUTRAL, BROKEN: State.BAD}
_TO_TAKE = (NEW, REPLACES)
_EXPLAIN = (
    "Đánh dấu (phím cách) những mẫu cần nạp. Cả lần nạp là một việc, Ctrl+Z lấy lại được; mẫu không dùng được thì "
    "không nạp, các mẫu khác vẫn nạp được."
)


class IncomingModel(TableModel):
    """The forms of a file with ticks; one that cannot be used, or is there already, cannot be ticked."""

    def __init__(self, found: Sequence[Incoming], parent=None) -> None:
        columns = (TableColumn("form", "Mẫu trong tệp", 40), TableColumn("stands", "Khi nạp", 46))
        super().__init__(columns, parent)
        self.found = list(found)
        self._ticked = {row for row, one in enumerate(self.found) if one.stands in _TO_TAKE}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.found)

    def text(self, row: int, column: int) -> str:
        one = self.found[row]
        if column == 0:
            return one.title
        return f"{one.stands}: {one.problem}" if one.problem else one.stands

    def state(self, row: int, column: int) -> State:
        return _STATES[self.found[row].stands] if column == 1 else State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole and self._may_tick(index):
            return Qt.CheckState.Checked if index.row() in self._ticked else Qt.CheckState.Unchecked
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return self.text(index.row(), index.column())
        return super().data(index, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._may_tick(index) else flags

    def _may_tick(self, index: _Index) -> bool:
        return index.column() == 0 and self.found[index.row()].stands in _TO_TAKE

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick these rows, or take their ticks away."""
        able = {row for row in rows if self.found[row].stands in _TO_TAKE}
        self._ticked = self._ticked | able if ticked else self._ticked - able
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))

    def is_ticked(self, row: int) -> bool:
        """Whether the row is ticked."""
        return row in self._ticked

    @property
    def chosen(self) -> list[Incoming]:
        """The ticked ones."""
        return [one for row, one in enumerate(self.found) if row in self._ticked]


class LoadFormsDialog(QDialog):
    """Accepting means: take ``model.chosen``."""

    def __init__(self, found: Sequence[Incoming], file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Nạp mẫu từ tệp")
        self.model = IncomingModel(found, self)
        self.table = TickTable(self.model, stretch="stands")
        self.table.wrap_rows()
        self.table.setAccessibleName("Các mẫu trong tệp")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(file_name, "strong", wrap=True))
        column.addWidget(label(_EXPLAIN, "soft", wrap=True))
        column.addWidget(self.table, 1)
        box = AgreeBox(self, "Nạp mẫu")
        self.take_button = box.agree
        column.addWidget(box)
        self.model.dataChanged.connect(self._show_count)
        self._show_count()
        self.resize(sizes.PAGE_WIDTH, sizes.DIALOG_WIDTH)
        self.table.go_to(0)

    def _show_count(self, *_: object) -> None:
        count = len(self.model.chosen)
        self.take_button.setText(f"Nạp {count} mẫu")
        self.take_button.setEnabled(bool(count))
