"""Those that a set scores, at the left: block by block, each with its points and its place in two lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.scoring.ranking import Ranked, Ranking
from thidua_desktop.domain.scoring.words import total_text
from thidua_desktop.ui.tabs.commitments.filtered_list import FilteredList
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.two_lines import Below

_NO_BLOCK = "Chưa xếp khối"


def below_of(one: Ranked) -> Below:
    """Points of one with what is missing of it, else with its place."""
    if one.place is None:
        return Below("chưa chấm", State.WAIT, one.block)
    total, place = one.sheet.total, one.place_words
    missing = [f"còn {total.unknown} tiêu chí"] * bool(total.unknown)
    missing += [f"thiếu {one.sheet.unexplained} lý do"] * bool(one.sheet.unexplained)
    word = ", ".join((f"{total_text(total.points)} điểm", *(missing or [place])))
    more = ", ".join(filter(None, (place if missing else "", one.block)))
    return Below(word, State.WAIT if missing else State.GOOD, more)


class ScoredList(FilteredList):
    """``chosen(registration id)`` when another one becomes the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Khối nào", "Các đơn vị được chấm điểm", parent)
        self._ranked: tuple[Ranked, ...] = ()

    def show_ranking(self, found: Ranking | None) -> None:
        """Show those with their places, the best of each block first; who was chosen stays chosen."""
        blocks = found.blocks() if found else ()
        self._ranked = tuple(one for _, own in blocks for one in own)
        self.delegate.below = {one.registration_id: below_of(one) for one in self._ranked}
        self._offer([(name, len(own)) for name, own in blocks])
        self.fill()

    def _offer(self, blocks: Sequence[tuple[str, int]]) -> None:
        wanted = self.filter.currentData()
        self.filter.clear()
        self.filter.addItem(f"Tất cả các khối ({len(self._ranked)})", None)
        for name, count in blocks:
            self.filter.addItem(f"{name or _NO_BLOCK} ({count})", name)
        self.filter.setCurrentIndex(max(self.filter.findData(wanted), 0))
        self.filter.setVisible(len(blocks) > 1)

    def fill(self) -> None:
        block = self.filter.currentData()
        shown = [one for one in self._ranked if block is None or one.block == block]
        self.show_choices([(one.registration_id, one.name) for one in shown])

    def ids(self) -> tuple[int, ...]:
        """All of them, in the order of the list."""
        return tuple(one.registration_id for one in self._ranked)
