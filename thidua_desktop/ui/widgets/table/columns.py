"""Columns as wide as the clerk left them, or as the table has room for; headings and rows as high as that needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes

from .frozen import FrozenView
from .models import TableColumn, TableModel

Widths = Mapping[str, int]
REMEMBER_AFTER = 400  # milliseconds after the last drag
LEAST = 11 * sizes.CHAR + 2 * sizes.UNIT
"""Narrowest a column of words gets so that the last column is in sight."""

_KEPT = 0.7  # of a column's width in rows of one line, which could not be read otherwise
_MEASURED = 300  # rows; of more the first ones tell how high all are
_PADDING = 22  # of a heading, as the style sheet says
_WIDE_LETTER = 10  # pixels: few letters are wider
_ROOMY = 25  # about a text that is sure to stand in one line


def shared(widths: Sequence[int], wordy: Sequence[bool], room: int, kept: float = 0.0) -> list[int]:
    """The widths of columns that have ``room``: those of words take what is left over, and give of theirs, none below
    :data:`LEAST` or the part ``kept`` of it, where that brings all columns into sight, or all but the last; else all
    stay as they are.
    """
    spare = room - sum(widths)
    shares = [width if word else 0 for width, word in zip(widths, wordy, strict=True)]
    if spare < 0:
        shares = [max(share - max(LEAST, int(share * kept)), 0) for share in shares]
        if -spare > sum(shares) >= -spare - widths[-1]:
            spare = -sum(shares)
    whole = sum(shares)
    if not whole or -spare > whole:
        return list(widths)
    return [width + spare * share // whole for width, share in zip(widths, shares, strict=True)]


class ColumnsView(FrozenView):
    """``remember`` and ``widths`` as in :class:`DataTable`. The columns that the model calls ``wordy`` share what room
    there is, but for those the clerk gave a width, and figures give nothing of theirs; the column ``stretch`` takes all
    that is left.
    """

    heights_changed = Signal()
    """The headings or the rows have another height now."""

    def __init__(
        self,
        frozen: str = "",
        *,
        widths: Widths | None = None,
        remember: Callable[[dict[str, int]], None] | None = None,
        stretch: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frozen, parent)
        self._widths = dict(widths or {})
        self._remember = remember
        self._stretch = stretch
        self._moved: set[str] = set()
        self._loading = False
        self._high_as_needed = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REMEMBER_AFTER)
        self._later.timeout.connect(self._tell_widths)
        head = self.horizontalHeader()
        head.setMinimumSectionSize(sizes.COLUMN_MIN)
        head.sectionResized.connect(self._on_resized)

    def setModel(self, model: TableModel) -> None:
        super().setModel(model)
        model.modelReset.connect(self._share)
        model.layoutChanged.connect(self._fit_rows)
        self.show_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        if self.model() is not None and self.model().wordy:
            self.show_columns()

    # Widths

    def show_columns(self) -> None:
        """Give each column the width it had, or its share of the table's."""
        head, columns = self.horizontalHeader(), self.model().columns
        seen = [number for number in range(len(columns)) if not self.isColumnHidden(number)]
        widths = [self._own_width(number, columns[number]) for number in seen]
        room = self.viewport().width()
        narrow = sum(widths) > room
        wordy = [self._shares(columns[number]) and not (narrow and columns[number].numeric) for number in seen]
        self._loading = True
        kept = 0.0 if self._high_as_needed else _KEPT
        for number, width in zip(seen, shared(widths, wordy, room, kept), strict=True):
            self.setColumnWidth(number, width)
            if columns[number].key == self._stretch:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self._loading = False
        self._fit_heights()

    def _shares(self, column: TableColumn) -> bool:
        return column.key in self.model().wordy and not self.has_width_for(column.key)

    def _own_width(self, number: int, column: TableColumn) -> int:
        """The width that the clerk or the owner gave a column, else the one for its letters and its heading's words."""
        if column.key in self._moved:
            return self.columnWidth(number)
        if column.key in self._widths:
            return self._widths[column.key]
        measure = _heading_measure()
        word = max((measure.horizontalAdvance(word) for word in column.heading.split()), default=0) + _PADDING
        return min(max(column.width * sizes.CHAR + 2 * sizes.UNIT, word, sizes.COLUMN_MIN), sizes.COLUMN_MAX)

    def widths(self) -> dict[str, int]:
        """The present width of each column in view in pixels, by key."""
        shown = ((number, column) for number, column in enumerate(self.model().columns))
        return {column.key: self.columnWidth(number) for number, column in shown if not self.isColumnHidden(number)}

    def has_width_for(self, key: str) -> bool:
        """Whether that column has a width given by the owner or the clerk."""
        return key in self._widths or key in self._moved

    def fit_width(self, number: int, width: int) -> None:
        """Give a column a width that is not remembered: no clerk asked for it."""
        self._loading = True
        self.setColumnWidth(number, width)
        self._loading = False

    def _on_resized(self, section: int, old: int, new: int) -> None:
        is_shown_or_hidden = not (old and new)
        if not self._loading and not is_shown_or_hidden and not self._is_filling(section):
            self._moved.add(self.model().columns[section].key)
            self._fit_heights()
            if self._remember is not None:
                self._later.start()

    def _is_filling(self, section: int) -> bool:
        """Whether the column takes the room left at the end of the table: that is no width anybody gave it."""
        head = self.horizontalHeader()
        shown = [one for place in range(head.count()) if not head.isSectionHidden(one := head.logicalIndex(place))]
        return head.stretchLastSection() and bool(shown) and section == shown[-1]

    def _tell_widths(self) -> None:
        if self._remember is not None and self.model() is not None:
            self._widths |= {key: width for key, width in self.widths().items() if key in self._moved}
            self._remember(dict(self._widths))

    # Heights

    def wrap_rows(self) -> None:
        """Rows as high as their texts need; for a table of few rows, all of which are measured."""
        self.setWordWrap(True)
        self.verticalHeader().setMinimumSectionSize(sizes.ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def two_line_rows(self) -> None:
        """Every row as high as two lines: what is longer is told by the tool tip, and no row has to be measured."""
        self.setWordWrap(True)
        self.verticalHeader().setDefaultSectionSize(sizes.LINE_ROW)

    def rows_as_needed(self) -> None:
        """A row is as high as two lines while one of its columns does not hold its text in one."""
        self._high_as_needed = True
        self.setWordWrap(True)
        self._fit_rows()

    def _fit_heights(self) -> None:
        height = sizes.HEADER_ROW if self._headings_fit() else sizes.LINE_ROW
        if height != self.horizontalHeader().minimumHeight():
            self.horizontalHeader().setFixedHeight(height)
            self.heights_changed.emit()
        self._fit_rows()

    def _headings_fit(self) -> bool:
        measure = _heading_measure()
        return all(
            self.isColumnHidden(number)
            or measure.horizontalAdvance(column.heading) <= self.columnWidth(number) - _PADDING
            for number, column in enumerate(self.model().columns)
        )

    def _fit_rows(self, *_: object) -> None:
        if not self._high_as_needed or self.model() is None:
            return
        rows, count = self.verticalHeader(), self.model().rowCount()
        heights = [sizes.ROW if self._fits(row) else sizes.LINE_ROW for row in range(min(count, _MEASURED))]
        if count > _MEASURED:
            rows.setDefaultSectionSize(max(heights))
            return
        before = rows.length()
        for row, height in enumerate(heights):
            if rows.sectionSize(row) != height:
                rows.resizeSection(row, height)
        if rows.length() != before:
            self.heights_changed.emit()

    def _fits(self, row: int) -> bool:
        """Whether every text of that row fits into one line."""
        measure = _heading_measure() if self.model().is_heading(row) else self.fontMetrics()
        return all(self._cell_fits(row, number, measure) for number in range(len(self.model().columns)))

    def _cell_fits(self, row: int, number: int, measure: QFontMetrics) -> bool:
        room = self.columnWidth(number) - _ROOMY
        letters = len(self.model().text(row, number))
        if (letters or number) and (letters + 2) * _WIDE_LETTER <= room:
            return True  # with a sign before it too; most cells need no measuring
        shown = str(self.model().index(row, number).data(Qt.ItemDataRole.DisplayRole) or "")
        return measure.horizontalAdvance(shown) <= room - self._tick_room(row, number)

    def _tick_room(self, row: int, number: int) -> int:
        ticked = self.model().index(row, number).data(Qt.ItemDataRole.CheckStateRole)
        return 0 if ticked is None else sizes.ROOMY


def _heading_measure() -> QFontMetrics:
    return QFontMetrics(theme.font(bold=True))
