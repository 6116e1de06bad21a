"""The view Chấm điểm: the sheet of one organisation, the places of all, and the set they are scored by."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.scoring.criteria import CriteriaSet
from thidua_desktop.domain.scoring.ranking import Ranking, ranked
from thidua_desktop.domain.scoring.sheets import COMMUNE, Scored
from thidua_desktop.services.scoring import sets
from thidua_desktop.services.scoring.places import place_of
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.scoring.outgoing import ScoresOut
from thidua_desktop.ui.tabs.commitments.scoring.ranking_page import RankingPage
from thidua_desktop.ui.tabs.commitments.scoring.score_table import ScorePage
from thidua_desktop.ui.tabs.commitments.scoring.scored_list import ScoredList
from thidua_desktop.ui.tabs.commitments.scoring.set_acts import SetActs
from thidua_desktop.ui.tabs.commitments.scoring.set_page import SetPage
from thidua_desktop.ui.tabs.commitments.scoring.side import ScorePanel
from thidua_desktop.ui.tabs.commitments.year_view import Wanted, YearView
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.unstored import may_leave
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.header import menu_button
from thidua_desktop.ui.widgets.labels import ElidedLabel
from thidua_desktop.ui.widgets.page_tabs import PageTabs
from thidua_desktop.ui.widgets.side import Columns

SHEET, RANKING, SET = range(3)
_PAGES = ("Chấm từng đơn vị", "Điểm và xếp hạng", "Bộ tiêu chí")


class ScoringView(YearView):
    """``paper_changed`` when another sheet or page is in view."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.sets: tuple[CriteriaSet, ...] = ()
        self.places: Ranking | None = None
        self._year = 0
        self.chooser = QComboBox()
        self.pages = PageTabs("Trang chấm điểm")
        self.about = ElidedLabel("", "strong")
        self.list = ScoredList()
        self.sheet = ScorePage(context)
        self.ranking = RankingPage(context)
        self.set_page = SetPage(context)
        self.acts = SetActs(context, self)
        self.out = ScoresOut(context, self, self._chosen_set, self._scored)
        self.empty = EmptyState(
            "Chưa có bộ tiêu chí chấm điểm",
            "Lấy bộ mẫu rồi sửa thành bộ của cơ quan: điểm chuẩn, thưởng, trừ, các mức. Kết quả chỉ tiêu, cam kết, "
            "ngày nộp lấy từ những gì đã nhập, không phải gõ lại.",
            "Lấy bộ mẫu",
        )
        self.nobody = EmptyState(
            "Chưa có đơn vị nào để chấm điểm",
            "Đưa đơn vị vào danh sách năm ở trang Theo đơn vị, hoặc chọn khối khác cho bộ tiêu chí.",
            primary=False,
        )
        self.panel = ScorePanel(context)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for page in (self.sheet, self.ranking, self.set_page, self.nobody):
            self.stack.addWidget(page)
        self.left = Card("Đơn vị")
        self.list.view.setToolTip("Ctrl+PgDn, Ctrl+PgUp: đơn vị sau, đơn vị trước")
        self.left.add(self.list, 1)
        self.left.setMinimumWidth(sizes.PANEL_MIN)
        middle = Card()
        middle.setMinimumWidth(sizes.PAGE_MIN)
        middle.add_layout(self._bar())
        middle.add_layout(self._second_bar())
        middle.add(self.stack, 1)
        middle.add(self.empty, 1)
        widths = [sizes.FINDER_WIDTH, sizes.READING_WIDTH * 2, sizes.CHOICE_WIDTH]
        remembered = self.context.remembered
        self.columns = Columns(
            [self.left, middle, self.panel], widths, remembered=remembered, name="columns/scoring", parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)

    def _bar(self) -> QHBoxLayout:
        for words in _PAGES:
            self.pages.addTab(words)
        self.sets_button = menu_button("Bộ tiêu chí", self.acts.menu())
        self.out_button = menu_button("In, xuất", self.out.menu())
        bar = QHBoxLayout()
        bar.setSpacing(sizes.UNIT)
        bar.addWidget(self.pages)
        bar.addStretch(1)
        bar.addWidget(self.sets_button)
        bar.addWidget(self.out_button)
        return bar

    def _second_bar(self) -> QHBoxLayout:
        """What the page is about, and the set that is used."""
        self.chooser.setAccessibleName("Bộ tiêu chí")
        self.chooser.setToolTip("Bộ tiêu chí đang dùng để chấm")
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setFixedWidth(sizes.FIELD_WIDTH)
        bar = QHBoxLayout()
        bar.setSpacing(sizes.UNIT)
        bar.addWidget(self.about, 1)
        bar.addWidget(self.ranking.layers)
        bar.addWidget(self.set_page.rules_button)
        bar.addWidget(self.set_page.from_targets)
        bar.addWidget(self.chooser)
        return bar

    def _connect(self) -> None:
        self.pages.currentChanged.connect(self._on_page)
        self.chooser.activated.connect(self._on_set)
        self.list.chosen.connect(self._on_chosen)
        self.empty.started.connect(partial(self.acts.add_example, None))
        self.acts.made.connect(self._on_made)
        for part in (self.sheet, self.ranking):
            part.chosen.connect(self._fill_panel)
        self.set_page.row_chosen.connect(self._fill_panel)
        for page in (self.sheet, self.ranking):
            page.model.acted.connect(self.context.bus.publish)
        self.ranking.opened.connect(self._on_opened)
        self.panel.turned.connect(self._fill_panel)
        self.out.blank.toggled.connect(self.paper_changed)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.go_on, step))

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern; another year begins anew."""
        model, before = self.sheet.model, self.chosen_set
        if self._year != self.context.year:
            self._year, before = self.context.year, None
        self.sets = sets.sets_of_year(self.context.workspace, self.context.year)
        kept = next((one for one in self.sets if before and one.id == before.id), None)
        wanted = kept or (self.sets[0] if self.sets else None)
        self._offer(wanted)
        if kept is None or model.set_id != kept.id:
            self._show_set(wanted)
        else:
            model.reload(changes)
            self._show_places()
        self._show_front(changes)

    def _offer(self, wanted: CriteriaSet | None) -> None:
        self.chooser.clear()
        for one in self.sets:
            self.chooser.addItem(one.name, one.id)
        self.chooser.setCurrentIndex(self.sets.index(wanted) if wanted else -1)
        self.acts.choose(wanted)

    @property
    def chosen_set(self) -> CriteriaSet | None:
        """The set in view, None for none."""
        number = self.chooser.currentIndex()
        return self.sets[number] if 0 <= number < len(self.sets) else None

    def _show_set(self, shown: CriteriaSet | None) -> None:
        self.sheet.model.show(shown.id if shown else 0, None)
        self._show_places()

    def _show_places(self) -> None:
        """The list at the left and the places; the sheet goes on with who was chosen, else with the first."""
        model = self.sheet.model
        self.places = ranked(model.scores.sheets()) if model.scores is not None else None
        self.list.show_ranking(self.places)
        ids = self.list.ids()
        if model.registration_id not in ids:
            self._show_sheet(ids[0] if ids else None)

    def _show_sheet(self, registration_id: int | None) -> None:
        model = self.sheet.model
        model.show(model.set_id, registration_id)
        if registration_id is not None:
            self.list.list.choose(registration_id)
        self.sheet.show_sum()
        self._fill_panel()
        self.paper_changed.emit()

    def _show_front(self, changes: Changes | None) -> None:
        shown = self.chosen_set
        self.empty.setVisible(shown is None)
        for part in (self.stack, self.pages, self.about, self.ranking.layers, self.chooser, self.left, self.out_button):
            part.setVisible(shown is not None)
        for part in (self.panel, self.set_page.rules_button, self.set_page.from_targets):
            part.setVisible(shown is not None)
        if shown is None:
            return
        commune = shown.subject == "xã"
        if commune and self.pages.currentIndex() == RANKING:
            self.pages.setCurrentIndex(SHEET)
        self.pages.setTabText(SHEET, "Chấm điểm của xã" if commune else _PAGES[SHEET])
        self.pages.setTabVisible(RANKING, not commune)
        self.ranking.layers.setVisible(not commune and self.pages.currentIndex() == RANKING)
        for part in (self.set_page.rules_button, self.set_page.from_targets):
            part.setVisible(self.pages.currentIndex() == SET)
        self.left.setVisible(not commune and self.pages.currentIndex() == SHEET)
        page = self.pages.currentIndex()
        if page == SET:
            self.set_page.show_set(shown, changes)
        elif page == RANKING:
            self.ranking.show_ranking(self.places)
        nobody = page != SET and not self.list.ids()
        self.stack.setCurrentWidget(self.nobody if nobody else self.stack.widget(page))
        self.sheet.show_sum()
        self._fill_panel()

    def _show_about(self) -> None:
        """Whose sheet it is, who is missing, how much there is in the set."""
        page = (self.sheet, self.ranking, self.set_page)[self.pages.currentIndex()]
        missing = self.sheet.missing if page is self.sheet else ""
        self.about.setText(" · ".join(filter(None, (page.about, missing))))

    def _scored(self) -> Scored | None:
        sheet = self.sheet.model.sheet
        return sheet.scored if sheet else None

    def _chosen_set(self) -> tuple[int, bool] | None:
        shown = self.chosen_set
        return (shown.id, shown.subject == "xã") if shown else None

    def _fill_panel(self, *_: object) -> None:
        self._show_about()
        match self.pages.currentIndex():
            case 0:
                self.panel.show_row(self.sheet.model.sheet, self.sheet.current())
            case 1:
                self.panel.show_ranked(self.ranking.current())
            case _:
                criteria = self.set_page.criteria
                self.panel.show_set(self.chosen_set, criteria.chosen_id() if criteria else 0)

    # What is chosen

    def _on_page(self, page: int) -> None:
        if not may_leave(self.context.ask, self):
            return
        self._show_front(None)
        self.paper_changed.emit()

    def _on_set(self, number: int) -> None:
        if may_leave(self.context.ask, self):
            self._show_set(self.sets[number])
            self.acts.choose(self.sets[number])
            self._show_front(None)
            self.paper_changed.emit()

    def _on_made(self, set_id: int) -> None:
        self.choose_set(set_id)
        self.pages.setCurrentIndex(SET)

    def choose_set(self, set_id: int) -> None:
        """Show that set of the year."""
        number = self.chooser.findData(set_id)
        if number >= 0 and number != self.chooser.currentIndex():
            self.chooser.setCurrentIndex(number)
            self._on_set(number)

    def _on_chosen(self, registration_id: int) -> None:
        if registration_id == self.sheet.model.registration_id:
            return
        if may_leave(self.context.ask, self):
            self._show_sheet(registration_id)
        elif self.sheet.model.registration_id is not None:
            self.list.list.choose(self.sheet.model.registration_id)

    def go_on(self, step: int) -> None:
        """To the next organisation of the list, or the one before; the keyboard stays in its cell of the sheet."""
        ids, current = self.list.ids(), self.sheet.model.registration_id
        if self.pages.currentIndex() != SHEET or current not in ids:
            return
        cell = self.sheet.table.currentIndex()
        place = (cell.row(), cell.column())
        self.list.go_to(ids[(ids.index(current) + step) % len(ids)])
        if place[0] >= 0:
            self.sheet.table.setFocus()
            self.sheet.table.go_to(*place)

    def _on_opened(self, registration_id: int) -> None:
        self.pages.setCurrentIndex(SHEET)
        self.list.go_to(registration_id)
        self._on_chosen(registration_id)
        self.sheet.table.setFocus()

    def show_record(self, kind: str, row_id: int) -> bool:
        """Show a score on its sheet, a criterion or a set on the page of the set; False when it is not there."""
        found = place_of(self.context.workspace, kind, row_id)
        if found is None or all(one.id != found.set_id for one in self.sets):
            return False
        self.choose_set(found.set_id)
        if kind == "scores":
            self.pages.setCurrentIndex(SHEET)
            self.list.go_to(found.registration_id or COMMUNE)
            return self.sheet.choose(found.criterion_id)
        self.pages.setCurrentIndex(SET)
        criteria = self.set_page.criteria
        return criteria.show_record(found.criterion_id) if criteria and found.criterion_id else True

    def find_here(self) -> None:
        """Put the keyboard where the page is searched."""
        if self.pages.currentIndex() == SET and self.set_page.criteria is not None:
            self.set_page.criteria.find_here()
        elif self.left.isVisible():
            self.list.find_here()

    def focus_here(self) -> None:
        """Put the keyboard into the sheet."""
        if self.chosen_set is None:
            self.empty.setFocus()
        elif self.pages.currentIndex() == SHEET:
            self.sheet.table.setFocus()
        else:
            self.pages.setFocus()

    def paper(self) -> Wanted | None:
        """The sheet of the chosen one, or the places."""
        return self.out.ranking() if self.pages.currentIndex() == RANKING else self.out.sheet()
