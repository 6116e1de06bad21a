"""A register as a Qt table: a finished cell is stored at once, one that does not fit keeps its text and the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.registers.catalogue import Column
from thidua_desktop.domain.registers.cells import parse_cell
from thidua_desktop.domain.vietnamese import sort_key
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.register_rows import RegisterRows
from thidua_desktop.ui.widgets.table import SoftRole, TableColumn, TypedModel

NewRowRole = Qt.ItemDataRole.UserRole + 11
"""True in the empty row at the end."""

ChoicesRole = Qt.ItemDataRole.UserRole + 12
"""What the cell can be chosen from, None for a cell that is typed."""

_Index = QModelIndex | QPersistentModelIndex
_WORDY = ("text", "long_text", "link")
_SORT_SIGN = 3  # letters
_DRAFT = 0  # the id under which the cells of the not yet stored row are kept


@dataclass(frozen=True)
class Derived:
    """A column worked out from its row: ``of(cells by key)`` → (word, state); ``by_id`` gives it the id instead."""

    column: TableColumn
    of: Callable[[Any], tuple[str, State]]
    by_id: bool = False


class RegisterModel(TypedModel):
    """Rows of a register, and one empty row at the end to type a new record in.

    ``states`` tells how a cell with a certain text stands, by the key of its column. ``added`` carries the id of a new
    record.
    """

    added = Signal(int)

    def __init__(
        self,
        rows: RegisterRows,
        derived: Sequence[Derived] = (),
        states: Mapping[str, Mapping[str, State]] | None = None,
        parent: QObject | None = None,
    ) -> None:
        shown = [
            TableColumn(
                column.key,
                column.heading,
                max(column.width, *(len(word) + _SORT_SIGN for word in column.heading.split())),
                column.right_aligned,
                column.hint,
            )
            for column in rows.register.columns
        ]
        super().__init__([*shown, *(more.column for more in derived)], parent)
        self.rows = rows
        self.register = rows.register
        self._derived = tuple(derived)
        self._states = dict(states or {})
        self._draft: dict[str, str] = {}
        self.open_columns: frozenset[str] | None = None
        """The columns that may be typed in, None for all of them."""

    # What is shown

    def share_width(self) -> None:
        """Let the columns of words give and take with the table's width."""
        self.wordy = tuple(one.key for one in self.register.columns if one.type in _WORDY)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.rows.count + (self.open_columns is None)

    def set_open(self, columns: frozenset[str] | None) -> None:
        """Only these columns take what is typed, and there is no row for a new record; None opens everything."""
        if (columns is None) == (self.open_columns is None):
            self.open_columns = columns
            return
        self.beginResetModel()
        self.open_columns = columns
        self.endResetModel()

    def column(self, number: int) -> Column | None:
        """The register's column of that number, None for a derived one."""
        return self.register.columns[number] if number < len(self.register.columns) else None

    def row_id(self, row: int) -> int:
        """The record in that row, 0 for the empty one."""
        return self.rows.at(row).id if row < self.rows.count else _DRAFT

    def row_key(self, row: int) -> int:
        return self.row_id(row)

    def place_of(self, key: Any, near: int = 0) -> int | None:
        return self.rows.count if key == _DRAFT else self.rows.place_of(key, near)

    def is_new(self, row: int) -> bool:
        return row == self.rows.count

    def read_again(self) -> None:
        self.rows.forget()

    def text(self, row: int, column: int) -> str:
        """What the cell shows: what is stored, or what was typed and could not be stored."""
        typed = self.typed(row, column)
        if typed is not None:
            return typed
        if row == self.rows.count:
            return self._draft.get(self.columns[column].key, "")
        return self.rows.at(row).cells[column] if self.column(column) else self._worked_out(row, column)[0]

    def state(self, row: int, column: int) -> State:
        if self.error(row, column):
            return State.BAD
        if row == self.rows.count:
            return State.NEUTRAL
        if self.column(column):
            return self._states.get(self.columns[column].key, {}).get(self.text(row, column), State.NEUTRAL)
        return self._worked_out(row, column)[1]

    def _worked_out(self, row: int, column: int) -> tuple[str, State]:
        derived, found = self._derived[column - len(self.register.columns)], self.rows.at(row)
        return derived.of(found.id if derived.by_id else dict(zip(self.register.keys, found.cells, strict=True)))

    def work_out_again(self) -> None:
        """Show the derived columns anew: something they are worked out from, not of this table, has changed."""
        if self._derived and self.rows.count:
            first, last = len(self.register.columns), len(self.columns) - 1
            self.dataChanged.emit(self.index(0, first), self.index(self.rows.count - 1, last))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._one_line(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            error = self.error(row, column)
            return str(error) if error else None
        if role == NewRowRole:
            return row == self.rows.count
        if role == SoftRole:
            return row == self.rows.count and not self._draft
        if role == ChoicesRole:
            return _choices(self.column(column), self.rows)
        return super().data(index, role)

    def _one_line(self, row: int, column: int) -> str:
        text = self.text(row, column)
        if row == self.rows.count and not text and not column and not self._draft:
            return f"Thêm {self.register.one} mới…"
        return f"{self.state(row, column).sign} {text}".strip().replace("\n", " / ")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical and section == self.rows.count:
            return "+" if role == Qt.ItemDataRole.DisplayRole else None
        return super().headerData(section, orientation, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self.column(index.column())
        if column and (self.open_columns is None or (column.key in self.open_columns and not self.is_new(index.row()))):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # Acts

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.column(index.column())
        if role != Qt.ItemDataRole.EditRole or column is None:
            return False
        row, text = index.row(), str(value)
        if text == self.text(row, index.column()):
            return True
        try:
            if row == self.rows.count:
                self._type_in_draft(column, text)
            else:
                self._store(row, column, text)
        except KnownError as error:
            self.refuse(row, index.column(), text, error)
        return True

    def clear_cells(self, cells: Sequence[_Index]) -> None:
        """Empty the cells (Del) as one act; one that may not be empty says so and keeps its text."""
        super().clear_cells([index for index in cells if index.row() == self.rows.count])
        stored = [index for index in cells if self.column(index.column()) and index.row() < self.rows.count]
        if not stored:
            return
        places = {(self.row_id(index.row()), self.register.keys[index.column()]): index for index in stored}
        try:
            emptied = self._services.empty_cells(self.rows.workspace, self.register.kind, list(places))
        except KnownError as error:
            self.refused.emit(stored[0].row(), stored[0].column(), error)
            return
        for row_id, key, error in emptied.refused:
            self.refused.emit(places[row_id, key].row(), places[row_id, key].column(), error)
        for place in places:
            self._bad.pop(place, None)
        self.done(emptied.changes)

    def _store(self, row: int, column: Column, text: str) -> None:
        row_id = self.row_id(row)
        if text != self.rows.at(row).cells[self.register.keys.index(column.key)]:
            changes = self._services.set_cell(self.rows.workspace, self.register.kind, row_id, column.key, text)
        else:
            changes = Changes()  # a text that did not fit was typed back to what is stored
        self._bad.pop((row_id, column.key), None)
        self.done(changes)

    def _type_in_draft(self, column: Column, text: str) -> None:
        names = self.rows.names(column.links_to) if column.links_to else None
        self._bad.pop((_DRAFT, column.key), None)
        if text.strip():
            parse_cell(column, text, names)
        self._draft[column.key] = text
        if not text.strip():
            del self._draft[column.key]
        if self._draft_is_whole():
            self._add_draft()
        else:
            self._refresh_draft()

    def _draft_is_whole(self) -> bool:
        needed = {column.key for column in self.register.columns if column.required and not column.default}
        unstored = any(row_id == _DRAFT for row_id, _ in self._bad)
        return bool(self._draft) and needed <= self._draft.keys() and not unstored

    def _add_draft(self) -> None:
        try:
            changes, row_id = self._services.add_row(
                self.rows.workspace, self.register.kind, dict(self._draft), scope=self.rows.scope
            )
        except BadInput:
            self._refresh_draft()
            raise
        self._draft.clear()
        self.done(changes, (_DRAFT, row_id))
        self.added.emit(row_id)

    def _refresh_draft(self) -> None:
        last = self.rows.count
        self.dataChanged.emit(self.index(last, 0), self.index(last, len(self.columns) - 1))

    def remove(self, rows: Sequence[int]) -> Changes:
        """Take the records in these rows away; the empty row does not count. Raises KnownError."""
        ids = [self.row_id(row) for row in rows if row < self.rows.count]
        if not ids:
            return Changes()
        changes = self._services.remove_rows(self.rows.workspace, self.register.kind, ids)
        self.done(changes)
        return changes

    def move(self, row: int, to: int) -> bool:
        """Put the record of ``row`` at the place ``to``; False when the rows are not in their own order."""
        if not self.rows.in_own_order or row == to or not (0 <= row < self.rows.count and 0 <= to < self.rows.count):
            return False
        self.done(self._services.move_row(self.rows.workspace, self.register.kind, self.row_id(row), to))
        return True

    def paste(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Any:
        """Add the rows as one act; the service's PasteResult (changes, added, refused)."""
        result = self._services.paste_rows(
            self.rows.workspace, self.register.kind, list(columns), [list(row) for row in rows], scope=self.rows.scope
        )
        self.done(result.changes)
        return result

    def start_over(self) -> None:
        """Show other rows (another plan's): what was typed and not stored in the ones before is gone."""
        self.beginResetModel()
        self._draft.clear()
        self._bad.clear()
        self.rows.forget()
        self.endResetModel()

    @property
    def is_unstored(self) -> bool:
        """Whether the table holds a text that is not stored."""
        return self.is_drafting or super().is_unstored

    def give_up(self) -> None:
        """Let the texts that are not stored go."""
        self._draft.clear()
        super().give_up()

    @property
    def is_drafting(self) -> bool:
        """Whether the row for a new record holds something that is not added yet."""
        return bool(self._draft)

    @property
    def _services(self) -> Any:
        return self.rows.services

    # Which rows

    def set_search(self, text: str) -> None:
        """Show only the rows with these words."""
        self.rows.search = text
        self.relist()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        found = self.column(column) if column >= 0 else None
        self.rows.order = found.key if found else self.register.order
        self.rows.descending = order == Qt.SortOrder.DescendingOrder if found else self.register.descending
        self.relist()

    def reload(self, changes: Changes | None = None) -> None:
        """Read again what ``changes`` (None = everything) may have touched; the echo of an own act is known already."""
        links = [column.links_to for column in self.register.columns if column.links_to]
        if changes is None or (not self.is_own(changes) and changes.touches(self.register.kind, *links)):
            self.relist()


def _choices(column: Column | None, rows: RegisterRows) -> list[str] | None:
    """What the editor of a cell offers, None for a cell that is typed freely."""
    if column is None:
        return None
    if column.type == "yes_no":
        return ["có", "không"]
    if column.type == "link":
        return sorted(rows.names(column.links_to).values(), key=sort_key)
    if column.suggests:
        return list(rows.services.choices(rows.workspace, rows.register.kind, column.key, scope=rows.scope)) or None
    return [choice.label for choice in column.choices] or None
