"""What leaves the view Chấm điểm: sheets of points, blank or filled, of one or of all, and the places."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain.scoring.sheets import Scored
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.scoring.score_papers import COMMUNE_SHEET, RANKING, SHEET
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.year_view import Wanted
from thidua_desktop.ui.tasks.outgoing import PaperDesk

_NAMES = {SHEET: "Bảng chấm điểm", COMMUNE_SHEET: "Bảng chấm điểm của xã", RANKING: "Bảng xếp hạng thi đua"}


class ScoresOut(QObject):
    """``set_id()`` gives the set in view and whether it scores the commune, ``scored()`` who is chosen."""

    def __init__(
        self,
        context: TabContext,
        owner: QWidget,
        chosen_set: Callable[[], tuple[int, bool] | None],
        scored: Callable[[], Scored | None],
    ) -> None:
        super().__init__(owner)
        self.context = context
        self.desk = PaperDesk(context, owner)
        self._set = chosen_set
        self._scored = scored
        self.blank = QAction("Mẫu trống để chấm tay", self)
        self.blank.setCheckable(True)

    def menu(self) -> QMenu:
        """All papers of scoring."""
        menu = QMenu()
        menu.aboutToShow.connect(partial(self._fill, menu))
        return menu

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(self.blank)
        menu.addSeparator()
        found = self._set()
        if found is None:
            return
        if found[1]:
            self._add(menu, "bảng chấm điểm của xã", partial(self.sheet, all_of=True))
            return
        one = menu.addMenu("Bảng chấm điểm của đơn vị đang chọn")
        self._add(one, "", self.sheet)
        one.setEnabled(self._scored() is not None)
        every = menu.addMenu("Bảng chấm điểm của tất cả đơn vị")
        self._add(every, "", partial(self.sheet, all_of=True))
        every.addAction("Xuất Word mỗi đơn vị một tệp…", partial(self._each, "docx"))
        every.addAction("Xuất PDF mỗi đơn vị một tệp…", partial(self._each, "pdf"))
        self._add(menu.addMenu("Bảng xếp hạng"), "", self.ranking)

    def _add(self, menu: QMenu, what: str, wanted: Callable[[], Wanted | None]) -> None:
        menu.addAction(f"In {what}".strip() + "…", partial(self._print, wanted))
        menu.addAction("Xuất Word…", partial(self._export, wanted, "docx"))
        menu.addAction("Xuất PDF…", partial(self._export, wanted, "pdf"))
        menu.addAction("Xuất Excel…", partial(self._export_sheet, wanted))

    # What is wanted

    def sheet(self, *, all_of: bool = False) -> Wanted | None:
        """The sheet of the chosen one, or of all that the set scores; the commune's own of a set that scores it."""
        found, one = self._set(), self._scored()
        if found is None:
            return None
        year, blank = self.context.year, self.blank.isChecked()
        if found[1]:
            return Wanted(COMMUNE_SHEET, Request(year, found[0], blank=blank), _NAMES[COMMUNE_SHEET])
        if all_of:
            return Wanted(SHEET, Request(year, found[0], blank=blank), f"{_NAMES[SHEET]} của các đơn vị")
        if one is None:
            return None
        request = Request(year, found[0], organisation_id=one.organisation_id, blank=blank)
        return Wanted(SHEET, request, f"{_NAMES[SHEET]} {one.name}")

    def ranking(self) -> Wanted | None:
        """The places of the year."""
        found = self._set()
        return Wanted(RANKING, Request(self.context.year, found[0]), _NAMES[RANKING]) if found else None

    # Acts

    def _print(self, wanted: Callable[[], Wanted | None]) -> None:
        if (one := wanted()) is not None:
            self.desk.print(self.desk.paper(one.export, one.request), self._named(one))

    def _export(self, wanted: Callable[[], Wanted | None], ending: str) -> None:
        if (one := wanted()) is not None:
            self.desk.export(self.desk.paper(one.export, one.request), self._named(one), ending)

    def _export_sheet(self, wanted: Callable[[], Wanted | None]) -> None:
        if (one := wanted()) is not None:
            self.desk.export_sheet(self.desk.sheet(one.export, one.request), self._named(one))

    def _each(self, ending: str) -> None:
        if (one := self.sheet(all_of=True)) is not None:
            self.desk.export_each(self.desk.papers_for_each(one.export, one.request), ending)

    def _named(self, one: Wanted) -> str:
        return self.desk.name(one.name, self.context.year)
