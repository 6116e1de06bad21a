"""A column that takes the room which the columns seen first leave in the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from thidua_desktop.ui.theme import sizes

from .view import DataTable

_LEAST = 18 * sizes.CHAR


class GrowingColumn(QObject):
    """Keeps the column ``key`` as wide as the columns up to ``until`` leave room for, so that those are all in sight.

    It stays between a least width and the widest of a column. A width that the clerk gave it is left alone.
    """

    def __init__(self, table: DataTable, key: str, until: str) -> None:
        super().__init__(table)
        self._table = table
        self._key, self._until = key, until
        table.viewport().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        table, head = self._table, self._table.horizontalHeader()
        if table.has_width_for(self._key):
            return
        keys = [column.key for column in table.model().columns]
        own = keys.index(self._key)
        last = head.visualIndex(keys.index(self._until))
        seen = (head.logicalIndex(place) for place in range(last + 1))
        others = sum(head.sectionSize(number) for number in seen if number != own)
        table.fit_width(own, min(max(table.viewport().width() - others, _LEAST), sizes.COLUMN_MAX))
