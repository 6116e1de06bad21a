"""What the chosen organisation registers, a page each: titles, initiatives, movements, and of a thôn its households."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.registers.directory import VILLAGE
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.registering.culture import CulturePage
from thidua_desktop.ui.tabs.commitments.registering.initiatives import InitiativesView
from thidua_desktop.ui.tabs.commitments.registering.movements import MovementsView
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.page_tabs import PageTabs
from thidua_desktop.ui.widgets.register_view import RegisterView

TITLES, INITIATIVES, MOVEMENTS, CULTURE = range(4)
_WORDS = ("Danh hiệu", "Sáng kiến", "Phong trào", "Hộ văn hóa")


class _Pages(QStackedWidget):
    """Pages no wider than the one in view needs."""

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()


class RegisteredPages(QWidget):
    """The pages of one registration; the households only where the organisation is a thôn or has such a list."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = _Pages(self)
        self.titles = RegisterView(context, "registered_titles", 0, with_history=False, parent=self.pages)
        self.initiatives = InitiativesView(context, self.pages)
        self.movements = MovementsView(context, self.pages)
        self.culture = CulturePage(context, self.pages)
        self.registers = (self.titles, self.initiatives, self.movements, self.culture.households)
        self.tabs = PageTabs("Đơn vị đăng ký gì")
        for words, page in zip(_WORDS, (self.titles, self.initiatives, self.movements, self.culture), strict=True):
            self.tabs.addTab(words)
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.pages.currentChanged.connect(self.pages.updateGeometry)
        for view in self.registers:
            view.search.setMinimumWidth(sizes.COLUMN_MIN)
            view.model.layoutChanged.connect(self._fit)
            view.model.modelReset.connect(self._fit)
        self._fit()

    def keyboard_order(self) -> list[QWidget]:
        """What Tab goes through, one after the other."""
        *lists, households = [[view.search, *view.buttons.values(), view.table] for view in self.registers]
        figures = [field.widget for field in self.culture.fields.values()]
        return [self.tabs, *chain(*lists), *figures, self.culture.take_count, *households]

    def show_registration(self, registration_id: int, kind: str) -> None:
        """Show the registration of an organisation of that ``kind``, 0 for none."""
        for view in (self.titles, self.initiatives, self.movements):
            if view.model.rows.scope != registration_id:
                view.set_scope(registration_id)
        if self.culture.registration_id != registration_id:
            self.culture.show_registration(registration_id)
        has_households = kind == VILLAGE or bool(self.culture.households.model.rows.count)
        if not has_households and self.tabs.currentIndex() == CULTURE:
            self.tabs.setCurrentIndex(TITLES)
        self.tabs.setTabVisible(CULTURE, has_households)
        self._fit()

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern."""
        for view in (self.titles, self.initiatives, self.movements):
            view.reload(changes)
        self.culture.reload(changes)

    def _fit(self) -> None:
        """Say how many of each there are. Rows need room; without any the table gives it to how to begin."""
        for place, view in enumerate(self.registers):
            count = view.model.rows.count
            if not view.model.rows.search:
                self.tabs.setTabText(place, f"{_WORDS[place]} ({count})" if count else _WORDS[place])
            view.table.setMinimumHeight(sizes.TABLE_MIN if count else 0)
            view.setMinimumHeight(0 if count else sizes.EMPTY_MIN)
