"""What a year has of one kind as rows: filtered, and searched by words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.widgets.table import GridModel, TableColumn


class ListedModel(GridModel):
    """The rows that ``wanted`` lets through and that have the words searched for; ``all`` is every one of the year.

    A subclass gives ``read_all`` and ``words_of``; what it lists has a ``key``.
    """

    all: tuple[Any, ...] = ()

    def __init__(self, columns: Sequence[TableColumn], workspace: Workspace, year: int, parent=None) -> None:
        super().__init__(columns, parent)
        self.workspace = workspace
        self.year = year
        self._words: list[str] = []
        self._wanted: Callable[[Any], bool] = lambda one: True
        self._known = False

    def read_all(self) -> tuple[Any, ...]:
        """All there is of the year now."""
        raise NotImplementedError

    def words_of(self, one: Any) -> Iterable[str]:
        """The texts in which a row is found."""
        raise NotImplementedError

    def reload(self, changes: Changes | None) -> None:
        """Read again; the echo of an own act is known already."""
        if changes is None or not self.is_own(changes):
            self._known = False
            self.relist()

    def show_year(self, year: int) -> None:
        """Another year: nothing typed in the one before stays."""
        self.year = year
        self._bad.clear()
        self.reload(None)

    def search(self, text: str) -> None:
        """Show only the rows with these words."""
        self._words = fold(text).split()
        self.relist()

    def set_wanted(self, wanted: Callable[[Any], bool]) -> None:
        """Show only these rows."""
        self._wanted = wanted
        self.relist()

    def read_again(self) -> None:
        if not self._known:
            self._known = True
            self.all = self.read_all()
        self.rows = [one for one in self.all if self._wanted(one) and self._is_found(one)]

    def done(self, changes: Changes, follow: tuple[Hashable, Hashable] | None = None) -> None:
        self._known = False
        super().done(changes, follow)

    def _is_found(self, one: Any) -> bool:
        said = fold(" ".join(self.words_of(one))) if self._words else ""
        return all(word in said for word in self._words)

    def row_key(self, row: int) -> Hashable:
        return self.rows[row].key

    def place_of(self, key: Hashable, near: int = 0) -> int | None:
        return next((place for place, one in enumerate(self.rows) if one.key == key), None)
