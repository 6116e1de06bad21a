"""The organisations of the year at the left: found by words, each with how it stands in two lines."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.registration.commitments import Standing
from thidua_desktop.domain.registration.cover import Owing
from thidua_desktop.domain.vietnamese import format_date, sort_key
from thidua_desktop.ui.tabs.commitments.filtered_list import FilteredList
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.search import KeyRole
from thidua_desktop.ui.widgets.two_lines import Below

ALL, WAITING, RECEIVED, LATE, SILENT, OWING, ENTERING = range(7)
FILTERS = (
    "Tất cả các đơn vị",
    "Chưa nộp bản đăng ký",
    "Đã nộp bản đăng ký",
    "Quá hạn báo cáo",
    "Đơn vị chưa cam kết",
    "Còn chỉ tiêu chưa cam kết đủ",
    "Đã báo cáo, chưa nhập số",
)
"""Behind them stand the blocks of the year."""
_SHORT = {"quá hạn báo cáo": "quá hạn", "đã báo cáo, chưa nhập": "chờ nhập số"}
"""What the list, a column wide, says in fewer words than the page."""


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


def counts_of(standing: Standing, owes: Collection[Owing] = ()) -> str:
    """What its commitments lack: "chưa cam kết 2 chỉ tiêu", for one of the year's list without any "chưa cam kết". When
    they lack nothing, how much it registered: "3 danh hiệu, 4 cam kết".
    """
    missing = sum(one.why == "chưa cam kết" for one in owes)
    silent = standing.registration_id is not None and not standing.commitments and not owes
    lacks = (
        (silent, "chưa cam kết"),
        (missing, "chưa cam kết {} chỉ tiêu"),
        (len(owes) - missing, "{} cam kết chưa có số"),
    )
    has = ((standing.titles, "{} danh hiệu"), (standing.commitments, "{} cam kết"))
    return ", ".join(words.format(count) for count, words in (lacks if owes or silent else has) if count)


def _below(state: tuple[str, State], counts: str) -> Below:
    word, look = state
    return Below(_SHORT.get(word, word), look, counts)


class OrganisationList(FilteredList):
    """``chosen(organisation id)`` when another one becomes the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Những đơn vị nào", "Các đơn vị trong năm", parent)
        self.filter.addItems(FILTERS)
        self._standings: tuple[Standing, ...] = ()
        self._late: frozenset[int] = frozenset()
        self._entering: frozenset[int] = frozenset()
        self._owing: Mapping[int, Collection[Owing]] = {}
        self._blocks: tuple[str, ...] = ()

    def show_standings(
        self,
        standings: Sequence[Standing],
        late: frozenset[int],
        owing: Mapping[int, Collection[Owing]] | None = None,
        entering: frozenset[int] = frozenset(),
    ) -> None:
        """Show these; ``late`` are the ids of those whose report is overdue, ``entering`` of those whose report is to
        be typed in, ``owing`` tells what each owes. Who was chosen stays chosen.
        """
        self._standings, self._late, self._owing, self._entering = tuple(standings), late, owing or {}, entering
        self.delegate.below = {
            key: _below(state_of(one, key in late, key in entering), counts_of(one, self._owing.get(key, ())))
            for key, one in ((one.organisation_id, one) for one in standings)
        }
        self._offer_blocks()
        self.fill()

    def _offer_blocks(self) -> None:
        blocks = tuple(sorted({one.block for one in self._standings if one.block}, key=sort_key))
        if blocks != self._blocks:
            chosen = self.filter.currentIndex()
            self._blocks = blocks
            self.filter.clear()
            self.filter.addItems([*FILTERS, *blocks])
            self.filter.setCurrentIndex(chosen if chosen < len(FILTERS) else ALL)

    def fill(self) -> None:
        self.show_choices([(one.organisation_id, one.name) for one in self._standings if self._belongs(one)])
        for number, words in enumerate((*FILTERS, *self._blocks)):
            count = sum(self._belongs(one, number) for one in self._standings)
            self.filter.setItemText(number, f"{words} ({count})")

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

    def choose(self, organisation_id: int) -> bool:
        """Make that one the chosen one, whatever is searched for; False when it is not of the year."""
        if all(one.organisation_id != organisation_id for one in self._standings):
            return False
        self.go_to(organisation_id)
        return True

    def choose_first(self) -> None:
        """Make the first one in view the chosen one."""
        first = self.view.model().index(0, 0)
        if first.isValid():
            self.list.choose(first.data(KeyRole))
