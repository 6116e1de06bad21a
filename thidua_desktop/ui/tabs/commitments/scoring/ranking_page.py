"""All that a set scores with every criterion and their places; one layer of it is typed criterion by criterion."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from thidua_desktop.domain.papers.score_ranking import missing
from thidua_desktop.domain.scoring.ranking import Ranked, Ranking
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.result_view import ResultTable
from thidua_desktop.ui.tabs.commitments.scoring.matrix_model import COUNTS, LAYERS, MatrixModel
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.unstored import may_leave
from thidua_desktop.ui.widgets.refused import RefusedMessage

_WIDTHS = "scoring/ranking"


class RankingPage(QWidget):
    """``opened(registration id)`` when a row was opened: its sheet is wanted; ``chosen`` when another row is the
    current one. The owner shows ``layers``, what the cells hold, beside what the page is about.
    """

    opened = Signal(int)
    chosen = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.about = ""
        """Who is not scored, or not wholly."""
        self._places: Ranking | None = None
        self.layers = QComboBox()
        self.layers.addItems([words for _, words in LAYERS])
        self.layers.setAccessibleName("Trong các ô tiêu chí")
        self.model = MatrixModel(context.workspace, self)
        widths = context.remembered.widths(_WIDTHS)
        self.table = ResultTable(self.model, widths=widths, remember=self._keep_widths)
        self.table.setAccessibleName("Bảng điểm và xếp hạng")
        self.message = RefusedMessage(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        self.table.row_opened.connect(self._on_opened)
        self.table.rows_changed.connect(self.chosen)
        self.table.paste_refused.connect(context.ask.error)
        self.layers.activated.connect(self._on_layer)
        self.model.layoutChanged.connect(self.message.look_again)
        self.model.modelReset.connect(self.message.look_again)

    def show_ranking(self, found: Ranking | None) -> None:
        """Show the places; None for no set."""
        self._places = found
        self.model.show(found)
        self._say()

    def _say(self) -> None:
        found = self._places
        told = missing(found) if found else ""
        if self.model.layer == COUNTS:
            self.about = told or "Enter để tới bảng chấm của đơn vị."
        else:
            self.about = f"Gõ xuống từng cột như Excel. {told}".strip()

    def current(self) -> Ranked | None:
        """The one in the row of the keyboard, None for none."""
        row = self.table.current_row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _on_layer(self, number: int) -> None:
        if may_leave(self.context.ask, self):
            self.model.set_layer(LAYERS[number][0])
            self._say()
            self.chosen.emit()
        else:
            self.layers.setCurrentIndex([layer for layer, _ in LAYERS].index(self.model.layer))

    def _keep_widths(self, widths: dict[str, int]) -> None:
        self.context.remembered.keep_widths(_WIDTHS, widths)

    def _on_opened(self, row: int) -> None:
        self.opened.emit(self.model.rows[row].registration_id)
