"""Organisations at the left of a view: filtered, found by words, each with how it stands in two lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListView, QVBoxLayout, QWidget

from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.search import KeyRole, SearchList
from thidua_desktop.ui.widgets.two_lines import TwoLineDelegate


class FilteredList(QWidget):
    """``chosen(key)`` when another one becomes the current one; ``fill`` lists those that the filter lets through.

    ``filter_called`` and ``list_called`` are what a screen reader says of the filter and of the list.
    """

    chosen = Signal(object)

    def __init__(self, filter_called: str, list_called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = SearchList("Tìm đơn vị (Ctrl+F)")
        self.filter = QComboBox()
        self.filter.setAccessibleName(filter_called)
        view = self.view = self.list.findChild(QListView)
        view.setAccessibleName(list_called)
        self.delegate = TwoLineDelegate(view)
        view.setItemDelegate(self.delegate)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        self.list.chosen.connect(self.chosen)
        self.filter.activated.connect(self._on_filter)

    def _on_filter(self, *_: object) -> None:
        self.fill()

    def fill(self) -> None:
        """List those that the filter lets through."""
        raise NotImplementedError

    def show_choices(self, choices: list[tuple[int, str]]) -> None:
        """List these, key and name; who was chosen stays chosen."""
        self.list.set_choices(choices)
        self.view.viewport().update()

    def current(self) -> int:
        """The key of the chosen one, 0 for none."""
        return int(self.list.current() or 0)

    def go_to(self, key: int) -> None:
        """Make that one the chosen one, whatever is filtered and searched for."""
        model = self.view.model()
        if all(model.index(row, 0).data(KeyRole) != key for row in range(model.rowCount())):
            self.filter.setCurrentIndex(0)
            self.fill()
            self.list.clear_search()
        self.list.choose(key)

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.list.search.take_keyboard()
