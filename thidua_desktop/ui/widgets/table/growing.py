"""A column that takes the room which the columns seen first leave in the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from thidua_desktop.ui.theme import sizes

from .view import DataTable

_LEAST = 18 * sizes.CHAR


class GrowingColumn(QObject):
    """Keeps the column ``key`` as wide as the columns up to ``until`` leave room for, so that those are all in sight.

    It stays between a least width and the widest of a column. A width that the clerk gave it is left alone. The columns
    up to ``rather`` are brought in sight where there is room for them too.
    """

    def __init__(self, table: DataTable, key: str, until: str, *, rather: str = "", least: int = _LEAST) -> None:
        super().__init__(table)
        self._table = table
        self._key, self._until, self._rather, self._least = key, until, rather, least
        table.viewport().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        if self._table.has_width_for(self._key):
            return
        keys = [column.key for column in self._table.model().columns]
        own = keys.index(self._key)
        room = self._room(keys, own, self._rather) if self._rather else 0
        if room < self._least:
            room = self._room(keys, own, self._until)
        self._table.fit_width(own, min(max(room, self._least), sizes.COLUMN_MAX))

    def _room(self, keys: list[str], own: int, until: str) -> int:
        """What the other columns up to that one leave of the window."""
        head = self._table.horizontalHeader()
        seen = (head.logicalIndex(place) for place in range(head.visualIndex(keys.index(until)) + 1))
        return self._table.viewport().width() - sum(head.sectionSize(number) for number in seen if number != own)
