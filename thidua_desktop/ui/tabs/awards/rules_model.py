"""The rows of the law as a table in which the office puts its own value, mark and source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.legal_acts import CHECKED_MARK, UNCHECKED_MARK
from thidua_desktop.domain.registers.catalogue import Column
from thidua_desktop.domain.rules import RuleRow
from thidua_desktop.ui.tabs.awards.answers import MARK_STATES
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.register_model import ChoicesRole
from thidua_desktop.ui.widgets.table import TableColumn, TypedModel

_Index = QModelIndex | QPersistentModelIndex
EDITABLE = ("value", "mark", "source")
COLUMNS = (
    TableColumn("award", "Danh hiệu, hình thức", 20),
    TableColumn("subject", "Đối tượng", 11),
    TableColumn("words", "Nội dung", 46),
    TableColumn("value", "Mức", 22, hint="Sửa được: giá trị cơ quan đặt thay cho bản gốc"),
    TableColumn("mark", "Đối chiếu", 17),
    TableColumn("article", "Điều khoản", 22),
    TableColumn("source", "Nguồn", 26),
    TableColumn("office", "Của cơ quan", 14),
)


class RulesModel(TypedModel):
    """Shows what ``listed()`` gives; ``correct(row, key, text)`` stores what was typed in one cell."""

    def __init__(
        self,
        listed: Callable[[], Sequence[RuleRow]],
        correct: Callable[[RuleRow, str, str], Changes],
        parent=None,
    ) -> None:
        super().__init__(COLUMNS, parent)
        self._listed = listed
        self._correct = correct
        self.rows: Sequence[RuleRow] = ()

    def row_key(self, row: int) -> tuple[str, str]:
        return self.rows[row].pack, self.rows[row].key

    def place_of(self, key: Any, near: int = 0) -> int | None:
        return next((number for number, row in enumerate(self.rows) if (row.pack, row.key) == key), None)

    def read_again(self) -> None:
        self.rows = tuple(self._listed())

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def text(self, row: int, column: int) -> str:
        typed, key = self.typed(row, column), self.columns[column].key
        if typed is not None:
            return typed
        if key == "office":
            return "cơ quan đặt" if self.rows[row].office else ""
        return getattr(self.rows[row], key)

    def state(self, row: int, column: int) -> State:
        if self.error(row, column):
            return State.BAD
        is_mark = self.columns[column].key == "mark"
        return MARK_STATES.get(self.rows[row].mark, State.NEUTRAL) if is_mark else State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self.state(row, column).sign} {self.text(row, column)}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(error) if (error := self.error(row, column)) else self.rows[row].note or None
        if role == ChoicesRole:
            return [CHECKED_MARK, UNCHECKED_MARK] if self.columns[column].key == "mark" else None
        return super().data(index, role)

    def column(self, number: int) -> Column:
        """What the editors of cells ask: the column of that number, a text."""
        return Column(self.columns[number].key, self.columns[number].heading)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        key = self.columns[index.column()].key
        if key in EDITABLE and (key != "value" or self.rows[index.row()].value):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column, text = index.row(), index.column(), str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == self.text(row, column):
            return False
        found, key = self.rows[row], self.columns[column].key
        self._bad.pop((self.row_key(row), key), None)
        try:
            changes = Changes() if text == getattr(found, key) else self._correct(found, key, text)
        except KnownError as error:
            self.refuse(row, column, text, error)
        else:
            self.done(changes)
        return True

    def clear_cells(self, cells: Sequence[QModelIndex]) -> None:
        """Nothing of the law is emptied; a row goes back to the original by its own act."""
