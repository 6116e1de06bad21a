"""The sheet of one organisation to type in: the table, its sum, and what could not be stored said above it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.scoring.sheets import ScoreRow
from thidua_desktop.domain.scoring.words import total_text
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.result_view import CHOSEN_AFTER, ResultTable
from thidua_desktop.ui.tabs.commitments.scoring.score_model import BASE, COLUMNS, COUNTS, NAME, ScoreModel
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.refused import RefusedMessage
from thidua_desktop.ui.widgets.table import FootedTable

_WIDTHS = "scoring/sheet"


class ScorePage(QWidget):
    """``chosen`` tells that another row is the current one, a moment after."""

    chosen = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.model = ScoreModel(context.workspace, self)
        widths = context.remembered.widths(_WIDTHS)
        self.table = ResultTable(self.model, widths=widths, remember=self._keep_widths)
        self.table.setAccessibleName("Bảng chấm điểm")
        self.footed = FootedTable(self.table)
        self.message = RefusedMessage(self.table)
        self._later = QTimer(self, singleShot=True, interval=CHOSEN_AFTER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.message)
        column.addWidget(self.footed, 1)
        self._later.timeout.connect(self.chosen)
        self.table.rows_changed.connect(self._later.start)
        self.table.paste_refused.connect(context.ask.error)
        self.model.modelReset.connect(self._look_again)
        self.model.layoutChanged.connect(self._look_again)

    def show_sum(self) -> None:
        """The sums below the table."""
        sheet = self.model.sheet
        texts = [""] * len(COLUMNS)
        if sheet is not None:
            sums = {NAME: "Tổng điểm", BASE: format_number(sheet.criteria.base_points)}
            sums[COUNTS] = total_text(sheet.total.points)
            texts = [sums.get(one.key, "") for one in COLUMNS]
        self.footed.set_sums(texts)

    @property
    def about(self) -> str:
        """Whose sheet it is."""
        sheet = self.model.sheet
        return " – ".join(filter(None, (sheet.scored.name, sheet.scored.block))) if sheet else ""

    @property
    def missing(self) -> str:
        """How much of it is not scored, "" for nothing."""
        unknown = self.model.sheet.total.unknown if self.model.sheet else 0
        return f"còn {unknown} tiêu chí" if unknown else ""

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is read about a row any more."""
        self._later.stop()
        super().hideEvent(event)

    def current(self) -> ScoreRow | None:
        """The row the keyboard is in, None for none."""
        row = self.table.current_row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def choose(self, criterion_id: int) -> bool:
        """Put the keyboard into that criterion; False when it is not shown."""
        place = self.model.place_of(criterion_id)
        if place is not None:
            self.table.setFocus()
            self.table.go_to(place)
        return place is not None

    def _look_again(self, *_: object) -> None:
        self.message.look_again()
        self.show_sum()
        self._later.start()

    def _keep_widths(self, widths: dict[str, int]) -> None:
        self.context.remembered.keep_widths(_WIDTHS, widths)
