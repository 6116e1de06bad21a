"""Tables that are typed in: a finished cell is stored at once, one that does not fit keeps its text and the reason."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, Signal

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError

from .models import TableModel

Key = Hashable


class TypedModel(TableModel):
    """What such tables share: texts that are not stored, and reading again without losing the place.

    A subclass gives ``row_key`` (what a row is, whatever its number), ``place_of`` and ``read_again``. ``acted``
    carries the Changes of each act for the bus; ``refused`` the row, the column and the KnownError of a text that is
    not stored.
    """

    acted = Signal(object)
    refused = Signal(int, int, object)

    def __init__(self, columns, parent=None) -> None:
        super().__init__(columns, parent)
        self._bad: dict[tuple[Key, str], tuple[str, KnownError]] = {}
        self._own: Changes | None = None

    def row_key(self, row: int) -> Key:
        """What stands in that row, by which it is found again."""
        raise NotImplementedError

    def place_of(self, key: Key, near: int = 0) -> int | None:
        """The number of the row of that key, None when it is not shown."""
        raise NotImplementedError

    def is_new(self, row: int) -> bool:
        """Whether it is the empty row at the end, where the table has one."""
        return False

    def read_again(self) -> None:
        """Forget the rows and read them when they are looked at."""
        raise NotImplementedError

    # What is not stored

    def error(self, row: int, column: int) -> KnownError | None:
        """Why the text in the cell is not stored, None when it is."""
        found = self._bad.get((self.row_key(row), self.columns[column].key))
        return found[1] if found else None

    def typed(self, row: int, column: int) -> str | None:
        """The text in the cell that is not stored, None when it is."""
        found = self._bad.get((self.row_key(row), self.columns[column].key))
        return found[0] if found else None

    def refuse(self, row: int, column: int, text: str, error: KnownError) -> None:
        """Keep the text in its cell and tell why it is not stored."""
        self._bad[self.row_key(row), self.columns[column].key] = (text, error)
        index = self.index(row, column)
        self.dataChanged.emit(index, index)
        self.refused.emit(row, column, error)

    def first_bad(self) -> tuple[int, int] | None:
        """Row and column of a text that is not stored, None when everything is."""
        keys = [column.key for column in self.columns]
        for row_key, key in self._bad:
            row = self.place_of(row_key)
            if row is not None and key in keys:
                return row, keys.index(key)
        return None

    @property
    def is_unstored(self) -> bool:
        """Whether the table holds a text that is not stored."""
        return bool(self._bad)

    def let_go(self, row: int, column: int) -> bool:
        if self._bad.pop((self.row_key(row), self.columns[column].key), None) is None:
            return False
        self.relist()
        return True

    def give_up(self) -> None:
        """Let the texts that are not stored go."""
        self._bad.clear()
        self.relist()

    # What is stored

    def is_own(self, changes: Changes | None) -> bool:
        """Whether it is the echo of an act of this table, which shows it already."""
        return changes is not None and changes is self._own

    def done(self, changes: Changes, follow: tuple[Key, Key] | None = None) -> None:
        """Show what an act of this table made, and tell it; ``follow`` as in :meth:`relist`."""
        self.relist(follow)
        if changes:
            self._own = changes
            self.acted.emit(changes)
            self._own = None

    def relist(self, follow: tuple[Key, Key] | None = None) -> None:
        """Read again; selection and open editors stay with their rows. ``follow`` (old, new): what was one is now the
        other.
        """
        self.layoutAboutToBeChanged.emit()
        held = [(index, self._key_or_none(index.row())) for index in self.persistentIndexList()]
        self.read_again()
        places: dict[Key, int | None] = {}
        if follow is not None:
            places[follow[0]] = self.place_of(follow[1])
        for index, key in held:
            if key is not None and key not in places:
                places[key] = self.place_of(key, index.row())
            row = None if key is None else places[key]
            self.changePersistentIndex(index, QModelIndex() if row is None else self.index(row, index.column()))
        self.layoutChanged.emit()

    def _key_or_none(self, row: int) -> Key | None:
        """What stood in the row; None for one that is gone already and was never looked at."""
        try:
            return self.row_key(row) if row < self.rowCount() else None
        except IndexError:
            return None
