"""The bar at the top: the program's name, the tabs, the search over everything, the year in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.shell.finder import Finder
from thidua_desktop.ui.shell.pages import PAGES
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import ElidedLabel, label
from thidua_desktop.ui.widgets.page_tabs import PageTabs

ADD_YEAR = 0  # the chooser's last line
_ROOMY = 1180  # pixels that hold the tabs, the search and the name of the office


class TopBar(QFrame):
    """``tab_chosen(number)``, ``year_chosen(year)``; ``year_wanted`` when the clerk asks for another year."""

    tab_chosen = Signal(int)
    year_chosen = Signal(int)
    year_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "bar")
        self.setFixedHeight(sizes.TOP_BAR)
        self.tabs = PageTabs("Các thẻ")
        self.tabs.setUsesScrollButtons(True)
        for number, page in enumerate(PAGES):
            self.tabs.addTab(page.title)
            self.tabs.setTabToolTip(number, f"Ctrl+{number + 1}")
        self.office = ElidedLabel("", "soft")
        self.finder = Finder()
        self.finder.setMinimumWidth(sizes.YEAR_WIDTH)
        self.finder.setMaximumWidth(sizes.FINDER_WIDTH)
        self.years = QComboBox()
        self.years.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.years.setMinimumWidth(sizes.YEAR_WIDTH)
        self.years.setAccessibleName("Năm đang xem")
        self.years.setToolTip("Năm đang xem")
        self._lay_out()
        self.tabs.currentChanged.connect(self.tab_chosen)
        self.years.activated.connect(self._on_year)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.MARGIN, 0, sizes.MARGIN, 0)
        row.setSpacing(sizes.MARGIN)
        row.addWidget(label("Thi đua Xã", "brand"))
        row.addWidget(self.tabs)
        row.addStretch()
        row.addWidget(self.office)
        row.addWidget(self.finder, 1)
        row.addWidget(self.years, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tabs are read whole before the name of the office is."""
        super().resizeEvent(event)
        self.office.setVisible(event.size().width() >= _ROOMY)

    def set_years(self, years: Sequence[int], current: int) -> None:
        """Offer these years, one of them in view; nothing is told."""
        self.years.blockSignals(True)
        self.years.clear()
        for year in years:
            self.years.addItem(f"Năm {year}", year)
        self.years.insertSeparator(self.years.count())
        self.years.addItem("Thêm năm…", ADD_YEAR)
        self.years.setCurrentIndex(self.years.findData(current))
        self.years.blockSignals(False)

    def set_tab(self, number: int) -> None:
        """Mark a tab as the one in view; nothing is told."""
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(number)
        self.tabs.blockSignals(False)

    def _on_year(self, index: int) -> None:
        year = self.years.itemData(index)
        if year == ADD_YEAR:
            self.year_wanted.emit()
        elif year:
            self.year_chosen.emit(year)
