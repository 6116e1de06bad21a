"""The history of one record: when, which act, from what to what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.services.history import HistoryEntry
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label

_NOTHING = "Chọn một dòng để xem dòng đó đã được sửa lúc nào, từ gì thành gì."
_NEVER = "Chưa có lần sửa nào được ghi lại."
_BLANK = "(trống)"
_MOST = 100  # entries shown; more than that nobody reads in a narrow panel


class RecordHistory(QScrollArea):
    """A list of what happened to a record, newest first; ``show_entries`` fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Lịch sử sửa đổi")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.show_words(_NOTHING)

    def show_nothing(self) -> None:
        """Say that no record is chosen."""
        self.show_words(_NOTHING)

    def show_words(self, text: str) -> None:
        """One paragraph in place of entries."""
        self._fill([label(text, "soft", wrap=True)])

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """What happened, newest first."""
        if not entries:
            self.show_words(_NEVER)
            return
        self._fill([self._entry(entry) for entry in entries[:_MOST]])

    def texts(self) -> list[str]:
        """What stands in the panel, line by line."""
        return [line.text() for line in self.widget().findChildren(type(label()))]

    def _entry(self, entry: HistoryEntry) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, sizes.UNIT)
        column.setSpacing(sizes.HALF // 2)
        moment = entry.at.strftime("%H:%M %d/%m/%Y")
        column.addWidget(label(moment if entry.in_effect else f"{moment} — đã hoàn tác", "small"))
        column.addWidget(label(entry.act, "strong", wrap=True))
        if entry.column_heading:
            change = f"{entry.column_heading}: {entry.before or _BLANK} → {entry.after or _BLANK}"
            column.addWidget(label(change, wrap=True))
        return box

    def _fill(self, widgets: Sequence[QWidget]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, sizes.UNIT, 0)
        column.setSpacing(sizes.HALF)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
