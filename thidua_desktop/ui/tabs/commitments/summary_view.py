"""The view of the whole year: how many of each title every organisation registered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.registration.commitments import NOT_YET
from thidua_desktop.domain.vietnamese import fold, format_date, format_number
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.registration import paper_facts, registration_papers
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.side import PaperPanel
from thidua_desktop.ui.tabs.commitments.year_view import Wanted, YearView
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.side import Columns
from thidua_desktop.ui.widgets.table import DataTable, FootedTable, RowsModel, TableColumn

if TYPE_CHECKING:
    from thidua_desktop.domain.papers.blocks import Sheet

_WIDEST, _COUNT = 32, 8  # letters, of words and of a count


class SummaryView(YearView):
    """``organisation_wanted`` when a row was opened."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.sheet: Sheet | None = None
        self._ids: list[int] = []
        self._shown: list[int] = []
        self._footed: FootedTable | None = None
        self.search = SearchField("Tìm đơn vị (Ctrl+F)")
        self.search.setMaximumWidth(sizes.SIDE_WIDTH)
        self.empty = EmptyState(
            "Chưa có gì để tổng hợp",
            "Bảng này cộng danh hiệu và cam kết của các đơn vị trong danh sách năm; hãy thêm đơn vị trước.",
        )
        self.card = Card("Đăng ký của các đơn vị")
        self.card.setMinimumWidth(sizes.PAGE_MIN)
        self.card.add(self.search)
        self.card.add(self.empty, 1)
        self.panel = PaperPanel("Bản in", ())
        self.panel.fold(True)
        widths = [sizes.READING_WIDTH * 2, sizes.FIELD_WIDTH]
        remembered = context.remembered
        self.columns = Columns(
            [self.card, self.panel], widths, grows=0, remembered=remembered, name="columns/summary", parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self.search.searched.connect(self._fill)

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        """Read everything again; it is a sum of many tables."""
        workspace, year = self.context.workspace, self.context.year
        try:
            self.sheet = registration_papers.registration_summary_sheet(workspace, year)
        except NothingToExport:
            self.sheet = None
        self._ids = list(paper_facts.organisations(workspace, year))
        self._fill()

    def _fill(self, *_: object) -> None:
        there = self.sheet is not None
        self.empty.setVisible(not there)
        self.search.setVisible(there)
        if self.sheet is None:
            if self._footed is not None:
                self._footed.hide()
            return
        footed = self._table(_columns(self.sheet))
        footed.show()
        words = fold(self.search.text()).split()
        rows = [
            (one_id, row)
            for one_id, row in zip(self._ids, self.sheet.rows, strict=True)
            if all(word in fold(str(row[1])) for word in words)
        ]
        current = self._current(footed)
        self._shown = [one_id for one_id, _ in rows]
        footed.table.model().set_rows([_texts(row) for _, row in rows])
        footed.set_sums(_sums(self.sheet, [row for _, row in rows]))
        if current in self._shown:
            footed.table.go_to(self._shown.index(current))

    def _current(self, footed: FootedTable) -> int:
        row = footed.table.current_row()
        return self._shown[row] if 0 <= row < len(self._shown) else 0

    def _table(self, columns: Sequence[TableColumn]) -> FootedTable:
        """The table with these columns: the one that is there, or another when other titles are registered now."""
        if self._footed is not None:
            if self._footed.table.model().columns == tuple(columns):
                return self._footed
            self._footed.hide()
            self._footed.deleteLater()
        widths = self.context.remembered.widths("registration-summary")
        model = RowsModel(columns)
        model.wordy = (columns[1].key,)
        table = DataTable(model, widths=widths, remember=self._keep_widths, frozen=columns[1].key)
        table.setSelectionBehavior(DataTable.SelectionBehavior.SelectRows)
        table.setAccessibleName("Tổng hợp đăng ký thi đua")
        table.row_opened.connect(self._on_opened)
        self._footed = FootedTable(table)
        self.card.add(self._footed, 1)
        return self._footed

    @property
    def table(self) -> DataTable | None:
        """The table of organisations and titles, None while there is none."""
        return self._footed.table if self._footed is not None else None

    @property
    def sums(self) -> list[str]:
        """The texts of the sum row."""
        return self._footed.sums() if self._footed is not None else []

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.search.take_keyboard()

    def paper(self) -> Wanted:
        """The summary of the year."""
        return Wanted("registration-summary", Request(self.context.year), "Bảng tổng hợp đăng ký thi đua")

    def _keep_widths(self, widths: dict[str, int]) -> None:
        self.context.remembered.keep_widths("registration-summary", widths)

    def _on_opened(self, row: int) -> None:
        self.organisation_wanted.emit(self._shown[row])


def _columns(sheet: Sheet) -> list[TableColumn]:
    return [
        TableColumn(
            column.heading,
            column.heading,
            min(round(column.width), _COUNT if column.type == "integer" else _WIDEST),
            numeric=column.type == "integer",
            hint=column.heading,
        )
        for column in sheet.columns
    ]


def _texts(row: Sequence[object]) -> list[str]:
    number, name, received, *counts = row
    day = NOT_YET if received == NOT_YET else format_date(str(received))
    return [str(number), str(name), day, *(str(count) if count else "" for count in counts)]


def _sums(sheet: Sheet, rows: Sequence[Sequence[object]]) -> list[str]:
    """The sum of each column that has one; the rows found by a search only."""
    sums = [""] * len(sheet.columns)
    sums[1] = sheet.total_label
    for place, column in enumerate(sheet.columns):
        if column.summed:
            sums[place] = format_number(sum(int(str(row[place] or 0)) for row in rows))
    return sums
