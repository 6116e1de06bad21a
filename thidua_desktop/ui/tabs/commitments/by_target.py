"""The view by target: every target of the year's plans, who committed to it, and its results."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.result_view import ResultView
from thidua_desktop.ui.tabs.commitments.side import CirclePanel
from thidua_desktop.ui.tabs.commitments.target_model import TargetModel
from thidua_desktop.ui.tabs.commitments.year_view import Wanted, YearView
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.side import Columns


class TargetsView(YearView):
    """``plan_wanted`` when the year has no target."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.search = SearchField("Tìm chỉ tiêu, đơn vị (Ctrl+F)")
        self.search.setMaximumWidth(sizes.SIDE_WIDTH)
        self.count = label("", "soft")
        self.without = StatusChip()
        self.results = ResultView(context, TargetModel(context.workspace, context.year), "targets")
        self.results.table.setAccessibleName("Chỉ tiêu của kế hoạch và kết quả")
        self.panel = CirclePanel(context)
        self.empty = EmptyState(
            "Chưa có chỉ tiêu nào",
            "Chỉ tiêu lấy từ kế hoạch của năm; nhập kế hoạch hoặc thêm chỉ tiêu trong thẻ Kế hoạch.",
            "Đến Kế hoạch",
        )
        self._lay_out()
        self.search.searched.connect(self._on_search)
        self.search.went_down.connect(self.results.table.setFocus)
        self.results.chosen.connect(self._fill_panel)
        self.panel.turned.connect(self._fill_panel)
        self.empty.started.connect(self.plan_wanted)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(sizes.UNIT)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.count)
        bar.addStretch()
        bar.addWidget(self.without)
        card = Card()
        card.setMinimumWidth(sizes.PAGE_MIN)
        card.add_layout(bar)
        card.add(self.results, 1)
        card.add(self.empty, 1)
        widths = [sizes.READING_WIDTH * 2, sizes.CHOICE_WIDTH]
        remembered = self.context.remembered
        self.columns = Columns([card, self.panel], widths, grows=0, remembered=remembered, name="columns/targets")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern; another year begins anew."""
        model = self.results.model
        if model.year != self.context.year:
            model.year = self.context.year
            model.show()
        else:
            model.reload(changes)
        self._show_count()
        self._fill_panel()

    def _show_count(self) -> None:
        rows = [row for row in self.results.model.sheet.rows if row.first]
        alone = sum(not (row.committed_by or row.responsible or row.composite) for row in rows)
        self.count.setText(f"{len(rows)} chỉ tiêu")
        self.without.show_state(f"{alone} chỉ tiêu chưa đơn vị nào nhận" if alone else "", State.WAIT)
        for part, wanted in ((self.empty, not rows), (self.results, bool(rows)), (self.search, bool(rows))):
            part.setVisible(wanted)

    def choose(self, target_id: int) -> bool:
        """Put the keyboard into that target; False when it is not of the year."""
        if self.results.model.place_of((target_id, 0)) is None and self.search.text():
            self.search.clear()
            self._on_search("")
        return self.results.choose(target_id)

    def _on_search(self, text: str) -> None:
        self.results.model.search(text)

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.search.take_keyboard()

    def paper(self) -> Wanted | None:
        """The targets of the plan of the year."""
        found = plans.plan_of_year(self.context.workspace, self.context.year)
        return Wanted("targets", Request(self.context.year, found.id), "Bảng chỉ tiêu thi đua") if found else None

    def _fill_panel(self, *_: object) -> None:
        row = self.results.current()
        if self.panel.shows_details:
            phase = self.results.current_phase()
            name = self.results.model.sheet.phases[phase].name if phase is not None else ""
            self.panel.details.show_row(row, phase, name)
        elif self.panel.shows_history:
            self.panel.show_record("plan_targets", row.owner_id if row else 0)
