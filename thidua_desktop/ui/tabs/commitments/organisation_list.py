"""The organisations of the year at the left: found by words, each with how it stands in two lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListView, QVBoxLayout, QWidget

from thidua_desktop.domain.registration.commitments import Standing
from thidua_desktop.domain.vietnamese import format_date, sort_key
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.search import KeyRole, SearchList
from thidua_desktop.ui.widgets.two_lines import Below, TwoLineDelegate

ALL, WAITING, RECEIVED, LATE, SILENT, OWING, ENTERING = range(7)
FILTERS = (
    "Tất cả các đơn vị",
    "Chưa nộp bản đăng ký",
    "Đã nộp bản đăng ký",
    "Quá hạn báo cáo",
    "Đơn vị chưa cam kết",
    "Còn nợ cam kết",
    "Đã báo cáo, chưa nhập số",
)
"""Behind them stand the blocks of the year."""


def state_of(standing: Standing, late: bool, entering: bool = False) -> tuple[str, State]:
    """The word for how an organisation stands: what it owes, and what is to be typed in, come before what it gave."""
    if late:
        return "quá hạn báo cáo", State.BAD
    if entering:
        return "đã báo cáo, chưa nhập", State.WAIT
    if standing.registration_id is None:
        return "chưa vào danh sách năm", State.NEUTRAL
    if standing.received_on is None:
        return "chưa nộp", State.WAIT
    return f"đã nộp {format_date(standing.received_on)[:5]}", State.GOOD


def counts_of(standing: Standing, owes: int = 0) -> str:
    """How many commitments it owes, and how much it registered: "nợ 1 cam kết, 3 danh hiệu, 4 cam kết"; "" for
    nothing.
    """
    counts = ((owes, "nợ {} cam kết"), (standing.titles, "{} danh hiệu"), (standing.commitments, "{} cam kết"))
    return ", ".join(words.format(count) for count, words in counts if count)


class OrganisationList(QWidget):
    """``chosen(organisation id)`` when another one becomes the current one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = SearchList("Tìm đơn vị (Ctrl+F)")
        self.filter = QComboBox()
        self.filter.addItems(FILTERS)
        self.filter.setAccessibleName("Những đơn vị nào")
        view = self.view = self.list.findChild(QListView)
        view.setAccessibleName("Các đơn vị trong năm")
        self.delegate = TwoLineDelegate(view)
        view.setItemDelegate(self.delegate)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._standings: tuple[Standing, ...] = ()
        self._late: frozenset[int] = frozenset()
        self._entering: frozenset[int] = frozenset()
        self._owing: Mapping[int, int] = {}
        self._blocks: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        self.list.chosen.connect(self.chosen)
        self.filter.activated.connect(self._fill)

    def show_standings(
        self,
        standings: Sequence[Standing],
        late: frozenset[int],
        owing: Mapping[int, int] | None = None,
        entering: frozenset[int] = frozenset(),
    ) -> None:
        """Show these; ``late`` are the ids of those whose report is overdue, ``entering`` of those whose report is to
        be typed in, ``owing`` tells how many targets each owes a commitment of. Who was chosen stays chosen.
        """
        self._standings, self._late, self._owing, self._entering = tuple(standings), late, owing or {}, entering
        self.delegate.below = {
            key: Below(*state_of(one, key in late, key in entering), counts_of(one, self._owing.get(key, 0)))
            for key, one in ((one.organisation_id, one) for one in standings)
        }
        self._offer_blocks()
        self._fill()

    def _offer_blocks(self) -> None:
        blocks = tuple(sorted({one.block for one in self._standings if one.block}, key=sort_key))
        if blocks != self._blocks:
            chosen = self.filter.currentIndex()
            self._blocks = blocks
            self.filter.clear()
            self.filter.addItems([*FILTERS, *blocks])
            self.filter.setCurrentIndex(chosen if chosen < len(FILTERS) else ALL)

    def _fill(self, *_: object) -> None:
        shown = [one for one in self._standings if self._belongs(one)]
        self.list.set_choices([(one.organisation_id, one.name) for one in shown])
        for number, words in enumerate((*FILTERS, *self._blocks)):
            count = sum(self._belongs(one, number) for one in self._standings)
            self.filter.setItemText(number, f"{words} ({count})")
        self.view.viewport().update()

    def _belongs(self, one: Standing, which: int | None = None) -> bool:
        wanted = self.filter.currentIndex() if which is None else which
        match wanted:
            case 1:
                return one.registration_id is not None and one.received_on is None
            case 2:
                return one.received_on is not None
            case 3:
                return one.organisation_id in self._late
            case 4:
                return one.registration_id is not None and not one.commitments
            case 5:
                return bool(self._owing.get(one.organisation_id))
            case 6:
                return one.organisation_id in self._entering
        return wanted < len(FILTERS) or one.block == self._blocks[wanted - len(FILTERS)]

    def current(self) -> int:
        """The id of the chosen one, 0 for none."""
        return int(self.list.current() or 0)

    def choose(self, organisation_id: int) -> bool:
        """Make that one the chosen one, whatever is searched for; False when it is not of the year."""
        if all(one.organisation_id != organisation_id for one in self._standings):
            return False
        if not self._is_shown(organisation_id):
            self.filter.setCurrentIndex(ALL)
            self._fill()
            self.list.clear_search()
        self.list.choose(organisation_id)
        return True

    def _is_shown(self, organisation_id: int) -> bool:
        model = self.view.model()
        return any(model.index(row, 0).data(KeyRole) == organisation_id for row in range(model.rowCount()))

    def choose_first(self) -> None:
        """Make the first one in view the chosen one."""
        first = self.view.model().index(0, 0)
        if first.isValid():
            self.list.choose(first.data(KeyRole))

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.list.search.take_keyboard()
