"""A table in which every row gets one of a few words: a block, a new organisation, which of two stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from thidua_desktop.domain.vietnamese import fold, one_line
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate
from thidua_desktop.ui.widgets.register_model import ChoicesRole
from thidua_desktop.ui.widgets.table import DataTable, TableColumn, TableModel

_Index = QModelIndex | QPersistentModelIndex


class _Typed:
    """A column whose cells are one line."""

    type = "text"


class AssignModel(TableModel):
    """Rows of texts with one more column at the end, which takes one of ``choices(row)``; ``chosen`` are its texts.

    A cell that is emptied takes the first choice.
    """

    def __init__(self, columns: Sequence[TableColumn], choices: Callable[[int], Sequence[str]], parent=None) -> None:
        super().__init__(columns, parent)
        self._choices = choices
        self._rows: list[tuple[str, ...]] = []
        self.chosen: list[str] = []

    def set_rows(self, rows: Sequence[Sequence[str]], chosen: Sequence[str]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = [tuple(row) for row in rows]
        self.chosen = list(chosen)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def column(self, number: int) -> _Typed:
        """The column of that number, as the editors ask for it."""
        return _Typed()

    @property
    def last(self) -> int:
        """The number of the column that is chosen in."""
        return len(self.columns) - 1

    def text(self, row: int, column: int) -> str:
        return self.chosen[row] if column == self.last else self._rows[row][column]

    def state(self, row: int, column: int) -> State:
        return State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and index.column() == self.last and role == ChoicesRole:
            return list(self._choices(index.row()))
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return self.text(index.row(), index.column()) or None
        return super().data(index, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self.last else flags

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != self.last:
            return False
        return self.assign([index.row()], str(value))

    def assign(self, rows: Sequence[int], text: str) -> bool:
        """Give rows that choice, however it is written; False when it is none of theirs, or may be two of them."""
        wanted, taken = one_line(text), False
        for row in rows:
            choices = list(self._choices(row))
            alike = [one for one in choices if one == wanted] or [one for one in choices if fold(one) == fold(wanted)]
            found = alike[0] if len(alike) == 1 else choices[0] if not wanted else None
            if found is not None:
                self.chosen[row], taken = found, True
        if taken:
            self.dataChanged.emit(self.index(min(rows), self.last), self.index(max(rows), self.last))
        return taken


class AssignBar(QWidget):
    """Gives the selected rows of a table one choice: a list of the choices and the button that does it."""

    assigned = Signal()

    def __init__(self, table: DataTable, words: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        table.setItemDelegate(RegisterDelegate(table))
        self.choice = QComboBox()
        self.choice.setAccessibleName(words)
        self.choice.setMinimumWidth(sizes.CHOICE_WIDTH)
        self.button = QPushButton(act)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_click)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(sizes.UNIT)
        self.row.addWidget(label(words))
        self.row.addWidget(self.choice)
        self.row.addWidget(self.button)
        self.row.addStretch(1)

    def set_choices(self, choices: Sequence[str]) -> None:
        """Offer other choices; the one in view stays when it is among them."""
        before = self.choice.currentText()
        self.choice.clear()
        self.choice.addItems(list(choices))
        self.choice.setCurrentIndex(max(self.choice.findText(before), 0))

    def _on_click(self) -> None:
        rows = self._table.selected_rows()
        if rows:
            self._table.model().assign(rows, self.choice.currentText())
            self.assigned.emit()


def by_text(choices: Mapping[int, str]) -> dict[str, int]:
    """Ids by their words."""
    return {text: key for key, text in choices.items()}
