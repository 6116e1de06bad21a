"""All that a set scores with the points of every criterion, and their places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.papers.score_ranking import NO_BLOCK, missing
from thidua_desktop.domain.scoring.ranking import Ranked, Ranking
from thidua_desktop.domain.scoring.sheets import ScoreRow
from thidua_desktop.domain.scoring.words import counted_text, total_text
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn

_WIDTHS = "scoring/ranking"
_NAME = TableColumn("name", "Đơn vị", 30)
_POINTS = TableColumn("points", "Tổng điểm", 11, numeric=True)
_PLACE = TableColumn("over_all", "Hạng", 8, numeric=True)
_ONE_BLOCK = (_NAME, _POINTS, _PLACE)
_BLOCKS = (
    _NAME,
    _POINTS,
    TableColumn("place", "Hạng khối", 11, numeric=True),
    TableColumn("over_all", "Hạng chung", 12, numeric=True),
    TableColumn("block", "Khối", 18),
)
_MISSING = TableColumn("missing", "Còn thiếu", 18)
_BONUS = TableColumn("bonus", "Thưởng", 8, numeric=True, hint="Thưởng vượt chỉ tiêu, trong mức nhiều nhất của bộ")


class RankingPage(QWidget):
    """``opened(registration id)`` when a row was opened: its sheet is wanted; ``chosen`` when another row is the
    current one.
    """

    opened = Signal(int)
    chosen = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._shown: tuple[Ranked, ...] = ()
        self.about = ""
        """Who is not scored, or not wholly."""
        self.model = RowsModel(_ONE_BLOCK)
        widths = context.remembered.widths(_WIDTHS)
        self.table = DataTable(self.model, widths=widths, remember=self._keep_widths, frozen=_NAME.key)
        self.table.setSelectionBehavior(DataTable.SelectionBehavior.SelectRows)
        self.table.setAccessibleName("Bảng điểm và xếp hạng")
        self.table.row_opened.connect(self._on_opened)
        self.table.rows_changed.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.table, 1)

    def show_ranking(self, found: Ranking | None) -> None:
        """Show the places; None for no set."""
        blocks = found.blocks() if found else ()
        self._shown = tuple(one for _, own in blocks for one in own)
        several = len(blocks) > 1
        before = (*(_BLOCKS if several else _ONE_BLOCK), _MISSING)
        columns = (*before, *_criteria(self._shown), _BONUS)
        if columns != self.model.columns:
            self.model.set_rows([])
            self.model.beginResetModel()
            self.model.columns = columns
            self.model.endResetModel()
            self.table.show_columns()
        rows = [_texts(one, several) for one in self._shown]
        states = {(at, len(before) - 1): State.WAIT for at, one in enumerate(self._shown) if _missing(one)}
        self.model.set_rows(rows, states)
        told = missing(found) if found else ""
        self.about = f"{told} Enter để tới bảng chấm của đơn vị.".strip()

    def current(self) -> Ranked | None:
        """The one in the row of the keyboard, None for none."""
        row = self.table.current_row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _keep_widths(self, widths: dict[str, int]) -> None:
        self.context.remembered.keep_widths(_WIDTHS, widths)

    def _on_opened(self, row: int) -> None:
        self.opened.emit(self._shown[row].registration_id)


def _rows(one: Ranked) -> list[ScoreRow]:
    return [row for row in one.sheet.rows if not row.is_heading]


def _criteria(shown: Sequence[Ranked]) -> list[TableColumn]:
    """A column for each criterion, headed by the number of its part and its own."""
    if not shown:
        return []
    made: list[TableColumn] = []
    part = ""
    for row in shown[0].sheet.rows:
        if row.is_heading:
            part = row.number
            continue
        heading = f"{part}.{row.number}" if part else row.number
        hint = f"{heading} {row.criterion.name}"
        made.append(TableColumn(f"criterion/{row.criterion.id}", heading, 6, numeric=True, hint=hint))
    return made


def _texts(one: Ranked, several: bool) -> list[str]:
    total = one.sheet.total
    scored = one.place is not None
    before = [one.name, total_text(total.points) if scored else ""]
    places = [str(one.block_place or ""), str(one.place or "")]
    before += [*places, one.block or NO_BLOCK] if several else places[1:]
    bonus = total_text(total.bonus) if total.bonus else ""
    return [*before, _missing(one), *(counted_text(row.points) for row in _rows(one)), bonus]


def _missing(one: Ranked) -> str:
    if one.place is None:
        return "chưa chấm"
    parts = [f"{one.sheet.total.unknown} tiêu chí"] * bool(one.sheet.total.unknown)
    parts += [f"{one.sheet.unexplained} lý do"] * bool(one.sheet.unexplained)
    return ", ".join(parts)
