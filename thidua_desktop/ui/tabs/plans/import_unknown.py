"""What was not understood: lines that became nothing, and what the reader was not sure of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.plan.plans import PlanReading
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn

_COLUMNS = (TableColumn("line", "Dòng", 6, numeric=True), TableColumn("text", "Chưa rõ", 60))
_KEPT = "Không chữ nào mất: lưu kế hoạch thì tệp gốc cũng được giữ nguyên kèm theo. Sửa ở các trang khác nếu cần."
_QUOTED = re.compile("“(.+)”")
_MOST_WRAPPED = 300  # rows: more are shown one line each, which costs nothing
_ALL_WELL = "Dòng nào cũng đã hiểu."


class UnknownPage(Card):
    """``line_wanted(number)`` or ``words_wanted(words)`` when something of it is chosen; lines are numbered from 0."""

    line_wanted = Signal(int)
    words_wanted = Signal(str)

    def __init__(self, reading: PlanReading, parent: QWidget | None = None) -> None:
        super().__init__("Chưa hiểu", parent=parent)
        self._doubts = reading.doubts
        self._lines = [number for number, line in enumerate(reading.lines) if not line.part and line.text.strip()]
        rows: list[Sequence[str]] = [(str(number + 1), reading.lines[number].text) for number in self._lines]
        rows += [("", doubt) for doubt in reading.doubts]
        self.count = len(rows)
        self.table = DataTable(RowsModel(_COLUMNS, rows, parent=self), stretch="text")
        self.table.setAccessibleName("Những chỗ chưa hiểu")
        if len(rows) <= _MOST_WRAPPED:
            self.table.wrap_rows()
        self.add(label(_KEPT if rows else _ALL_WELL, "soft", wrap=True))
        self.add(self.table, 1)
        show_when(self.table, bool(rows))
        if not rows:
            self.body.addStretch(1)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def choose(self, line: int) -> bool:
        """Make the row of that line of the source the current one; False when there is none."""
        if line not in self._lines:
            return False
        self.table.go_to(self._lines.index(line), 1)
        return True

    def _on_row(self, current, before) -> None:
        if 0 <= current.row() < len(self._lines):
            self.line_wanted.emit(self._lines[current.row()])
        elif current.isValid() and (quoted := _QUOTED.search(self._doubts[current.row() - len(self._lines)])):
            self.words_wanted.emit(quoted.group(1))
