"""The panel at the right of the view Chấm điểm: points in words, what happened, and the paper as it will be printed."""

from __future__ import annotations

from thidua_desktop.domain.scoring.criteria import CriteriaSet
from thidua_desktop.domain.scoring.ranking import Ranked
from thidua_desktop.domain.scoring.sheets import ScoreRow, ScoreSheet
from thidua_desktop.services import history
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.scoring.explanation import Explanation
from thidua_desktop.ui.tabs.commitments.side import PaperPanel
from thidua_desktop.ui.widgets.register_history import RecordHistory
from thidua_desktop.ui.widgets.scrolling import scrolling


class ScorePanel(PaperPanel):
    """Each ``show_…`` fills the page that is in view."""

    def __init__(self, context: TabContext) -> None:
        self.context = context
        self.explanation = Explanation()
        self.history = RecordHistory()
        self._explained = scrolling(self.explanation)
        super().__init__("Diễn giải và bản in", (("Diễn giải", self._explained), ("Lịch sử", self.history)))

    def show_row(self, sheet: ScoreSheet | None, row: ScoreRow | None) -> None:
        """About a row of a sheet; what happened to its score and to its criterion."""
        if self.shows(self._explained):
            self.explanation.show_row(sheet, row)
        else:
            self._tell([("scores", row.points.score.id), ("criteria", row.criterion.id)] if row else [])

    def show_ranked(self, one: Ranked | None) -> None:
        """About the sum of one."""
        if self.shows(self._explained):
            self.explanation.show_sheet(one.sheet if one else None)
        else:
            self._tell([])

    def show_set(self, shown: CriteriaSet | None, criterion_id: int) -> None:
        """About a set; what happened to the criterion, or to the set when it is 0."""
        if self.shows(self._explained):
            self.explanation.show_set(shown)
        else:
            self._tell([("criteria", criterion_id) if criterion_id else ("criteria_sets", shown.id if shown else 0)])

    def _tell(self, records: list[tuple[str, int]]) -> None:
        if self.shows(self.history):
            workspace = self.context.workspace
            found = [history.record_history(workspace, kind, key) for kind, key in records if key]
            self.history.show_entries([entry for entries in found for entry in entries])
