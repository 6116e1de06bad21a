"""A short list in an order that can be changed: the blocks of a form, the columns of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.icon_button import icon_button
from thidua_desktop.ui.widgets.labels import ElidedLabel
from thidua_desktop.ui.widgets.search import ChoiceModel


class NamedList(QWidget):
    """``chosen(place)`` when another row becomes the current one; ``moved(by)`` and ``removed()`` are about that row.

    ``title`` names the list; Alt+↑, Alt+↓ and Delete do what its buttons do.
    """

    chosen = Signal(int)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, title: str, one: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self.model = ChoiceModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(title)
        self.view.setUniformItemSizes(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(sizes.HALF)
        self.buttons.addWidget(ElidedLabel(title, "strong"), 1)
        self._add("chevron-up", f"Đưa {one} lên (Alt+↑)", "Alt+Up", self._on_up)
        self._add("chevron-down", f"Đưa {one} xuống (Alt+↓)", "Alt+Down", self._on_down)
        self._add("close", f"Xóa {one} (Delete)", "Del", self.removed.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addLayout(self.buttons)
        column.addWidget(self.view, 1)

    def _add(self, icon: str, words: str, shortcut: str, act: Callable[[], object]) -> None:
        self.buttons.addWidget(icon_button(icon, words, act))
        action = QAction(words, self.view)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self.view.addAction(action)

    def add_button(self, button: QWidget) -> None:
        """Put a button before those that move and remove."""
        self.buttons.insertWidget(1, button)

    def set_rows(self, words: Sequence[str], current: int) -> None:
        """Show these; nothing is told."""
        self._loading = True
        self.model.set_choices(list(enumerate(words)))
        self.view.setCurrentIndex(self.model.index(current))
        self._loading = False

    @property
    def current(self) -> int:
        """The place of the current row, -1 for none."""
        return self.view.currentIndex().row()

    def choose(self, place: int) -> None:
        """Make this row the current one."""
        self.view.setCurrentIndex(self.model.index(place))

    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        if not self._loading and current.isValid():
            self.chosen.emit(current.row())

    def _on_up(self) -> None:
        self.moved.emit(-1)

    def _on_down(self) -> None:
        self.moved.emit(1)
