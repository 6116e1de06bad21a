"""Table models: the base with the keyboard's bulk acts, and a plain one over rows of display texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.ui.theme import State

from .cells import SoftRole, StateRole

Index = QModelIndex | QPersistentModelIndex
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: ``key`` names it where widths are remembered; ``width`` in letters; numbers stand right-aligned."""

    key: str
    heading: str
    width: int = 16
    numeric: bool = False
    hint: str = ""
    soft: bool = False


class TableModel(QAbstractTableModel):
    """Columns with headings and alignment. A subclass gives ``rowCount``, ``text`` and, when it can be edited,
    ``flags`` and ``setData``; it may override ``clear_cells`` and ``paste_cells`` to make each of them one act.
    """

    wordy: tuple[str, ...] = ()
    """The columns of words, by key: they take what a wide window leaves and give way in a narrow one."""

    def __init__(self, columns: Sequence[TableColumn], parent=None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def text(self, row: int, column: int) -> str:
        """What stands in the cell."""
        raise NotImplementedError

    def is_heading(self, row: int) -> bool:
        """Whether the row only heads those below it: Enter passes it."""
        return False

    def let_go(self, row: int, column: int) -> bool:
        """Show what is stored in the cell again instead of a text that is not; False when there is none."""
        return False

    def state(self, row: int, column: int) -> State:
        """How the cell stands; the text must tell it too."""
        return State.NEUTRAL

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.numeric else LEFT
        if role == StateRole:
            return self.state(index.row(), index.column())
        if role == SoftRole:
            return column.soft
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (RIGHT if column.numeric else LEFT) | _WRAP
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint or None
        return None

    def clear_cells(self, cells: Sequence[QModelIndex]) -> None:
        """Empty the cells that can be edited (Del)."""
        for index in cells:
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.setData(index, "", Qt.ItemDataRole.EditRole)

    def paste_cells(self, row: int, column: int, grid: Sequence[Sequence[str]]) -> None:
        """Write a block of texts from the cell ``row``, ``column`` on (Ctrl+V); what sticks out is dropped."""
        for down, line in enumerate(grid):
            for right, text in enumerate(line):
                index = self.index(row + down, column + right)
                if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
                    self.setData(index, text, Qt.ItemDataRole.EditRole)


class RowsModel(TableModel):
    """A model over rows of display texts, for tables that are read and for small editable ones.

    ``on_edit(row, column, text) -> bool`` makes every cell editable: it says whether the text was taken and
    is to update the rows through :meth:`set_rows` or :meth:`set_text` itself.
    """

    def __init__(
        self,
        columns: Sequence[TableColumn],
        rows: Sequence[Sequence[str]] = (),
        on_edit: Callable[[int, int, str], bool] | None = None,
        parent=None,
    ) -> None:
        super().__init__(columns, parent)
        self._rows: list[list[str]] = [list(row) for row in rows]
        self._states: dict[tuple[int, int], State] = {}
        self._on_edit = on_edit

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def text(self, row: int, column: int) -> str:
        return self._rows[row][column]

    def state(self, row: int, column: int) -> State:
        return self._states.get((row, column), State.NEUTRAL)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._on_edit else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self._on_edit is None or value == self.text(index.row(), index.column()):
            return False
        return self._on_edit(index.row(), index.column(), str(value))

    def set_rows(self, rows: Sequence[Sequence[str]], states: dict[tuple[int, int], State] | None = None) -> None:
        """Show these rows; ``states`` by (row, column)."""
        self.beginResetModel()
        self._rows = [list(row) for row in rows]
        self._states = dict(states or {})
        self.endResetModel()

    def set_text(self, row: int, column: int, text: str) -> None:
        """Show another text in one cell."""
        self._rows[row][column] = text
        index = self.index(row, column)
        self.dataChanged.emit(index, index)
