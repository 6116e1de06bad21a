"""The view by target: every target of the year's plans, who committed to it, and its results."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.registration.cover import LACKING, NOBODY, OVER, UNPROMISED, CoverState
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registration import sharing
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.registering.share_dialog import ShareDialog
from thidua_desktop.ui.tabs.commitments.result_view import ResultView
from thidua_desktop.ui.tabs.commitments.side import CirclePanel
from thidua_desktop.ui.tabs.commitments.target_model import TargetModel
from thidua_desktop.ui.tabs.commitments.year_view import Wanted, YearView
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.side import Columns

FILTERS: tuple[tuple[str, frozenset[CoverState]], ...] = (
    ("Tất cả chỉ tiêu", frozenset()),
    ("Chỉ tiêu chưa ai nhận", frozenset({NOBODY})),
    ("Phụ trách chưa cam kết", frozenset({UNPROMISED})),
    ("Cam kết chưa đủ", LACKING),
    ("Cam kết vượt kế hoạch", frozenset({OVER})),
)


class TargetsView(YearView):
    """``plan_wanted`` when the year has no target."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.search = SearchField("Tìm chỉ tiêu, đơn vị (Ctrl+F)")
        self.search.setMaximumWidth(sizes.SIDE_WIDTH)
        self.filter = QComboBox()
        self.filter.addItems([words for words, _ in FILTERS])
        self.filter.setAccessibleName("Những chỉ tiêu nào")
        self.count = label("", "soft")
        self.without = StatusChip()
        self.share_button = QPushButton("Giao phần của đơn vị…")
        self.share_button.setToolTip("Chia số của chỉ tiêu đang chọn cho các đơn vị, thành cam kết của họ")
        self.share_dialog: ShareDialog | None = None
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
        self.filter.activated.connect(self._on_filter)
        self.share_button.clicked.connect(self.share)
        self.search.went_down.connect(self.results.table.setFocus)
        self.results.chosen.connect(self._fill_panel)
        self.panel.turned.connect(self._fill_panel)
        self.empty.started.connect(self.plan_wanted)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(sizes.UNIT)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.filter)
        bar.addWidget(self.count)
        bar.addStretch()
        bar.addWidget(self.without)
        bar.addWidget(self.share_button)
        card = Card()
        card.setMinimumWidth(sizes.PAGE_MIN)
        card.add_layout(bar)
        card.add(self.results, 1)
        card.add(self.empty, 1)
        widths = [sizes.READING_WIDTH * 2, sizes.CHOICE_WIDTH]
        remembered = self.context.remembered
        self.columns = Columns(
            [card, self.panel], widths, grows=0, remembered=remembered, name="columns/targets", parent=self
        )
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
        model = self.results.model
        rows = [row for row in model.sheet.rows if row.first]
        states = {(one.target_id, one.state) for one in model.covers.values()}
        alone = sum(state == NOBODY for _, state in states)
        for number, (words, wanted) in enumerate(FILTERS):
            count = len({target for target, state in states if not wanted or state in wanted})
            self.filter.setItemText(number, f"{words} ({count})")
        self._count_shown()
        self.without.show_state(f"{alone} chưa đơn vị nào nhận" if alone else "", State.WAIT)
        self.empty.setVisible(not rows)
        for part in (self.results, self.search, self.filter, self.share_button):
            part.setVisible(bool(rows))

    def _count_shown(self) -> None:
        self.count.setText(f"{sum(row.first for row in self.results.model.rows)} chỉ tiêu")

    def choose(self, target_id: int) -> bool:
        """Put the keyboard into that target; False when it is not of the year."""
        if self.results.model.place_of((target_id, 0)) is None:
            self.filter.setCurrentIndex(0)
            self._on_filter(0)
            self.search.clear()
            self._on_search("")
        return self.results.choose(target_id)

    def _on_filter(self, number: int) -> None:
        self.results.model.show_states(FILTERS[number][1])
        self._count_shown()

    def _on_search(self, text: str) -> None:
        self.results.model.search(text)
        self._count_shown()

    def share(self) -> None:
        """Divide the chosen figure among organisations."""
        row = self.results.current()
        if row is None or row.planned is None or row.planned.value is None:
            said = "Chọn một chỉ tiêu trước." if row is None else "Chỉ tiêu này không có số để chia."
            self.context.ask.notify(said, State.WAIT)
            return
        shared = sharing.shared_target(self.context.workspace, row.owner_id)
        if not shared.sharers:
            self.context.ask.notify("Năm này chưa có đơn vị nào để giao.", State.WAIT)
            return
        self.share_dialog = ShareDialog(self.context, shared, row.figure, self.window())
        self.share_dialog.accepted.connect(self._on_shared)
        self.share_dialog.finished.connect(self._on_share_finished)
        self.share_dialog.open()

    def _on_shared(self) -> None:
        if self.share_dialog is not None and (changes := self.share_dialog.changes):
            self.context.bus.publish(changes)
            undo, count = UndoAct(self.context, changes), len(self.share_dialog.model.parts)
            self.context.ask.notify(f"Đã giao chỉ tiêu cho {count} đơn vị.", State.GOOD, [("Hoàn tác", undo)])

    def _on_share_finished(self) -> None:
        self.share_dialog = None

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
            self.panel.details.show_row(row, phase, name, self.results.model.cover_of(row) if row else None)
        elif self.panel.shows_history:
            self.panel.show_record("plan_targets", row.owner_id if row else 0)
