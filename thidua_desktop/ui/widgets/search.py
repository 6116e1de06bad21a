"""The search field and the list with search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label

SEARCH_AFTER = 200  # milliseconds after the last letter
KeyRole = Qt.ItemDataRole.UserRole + 1


class SearchField(QLineEdit):
    """Tells ``searched(text)`` a moment after the last letter; Esc empties it first, Down goes to what it found."""

    searched = Signal(str)
    went_down = Signal()

    def __init__(self, hint: str = "Tìm", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SEARCH_AFTER)
        self._later.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text)
        self.returnPressed.connect(self._tell)

    def _on_text(self, text: str) -> None:
        self._later.start()

    def _tell(self) -> None:
        self._later.stop()
        self.searched.emit(self.text())

    def take_keyboard(self) -> None:
        """Put the keyboard here; what stands here is chosen, so that typing begins another search."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class ChoiceModel(QAbstractListModel):
    """Choices as (key, text); shows those whose folded text holds every word that is searched for."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._all: list[tuple[object, str, str]] = []
        self._shown: list[tuple[object, str, str]] = []
        self._words: list[str] = []

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Show these."""
        self._all = [(key, text, fold(text)) for key, text in choices]
        self._filter()

    def search(self, text: str) -> None:
        """Keep those that hold every word of ``text``, marks and case aside."""
        self._words = fold(text).split()
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [one for one in self._all if all(word in one[2] for word in self._words)]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        key, text, _ = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        return key if role == KeyRole else None

    def row_of(self, key: object) -> int:
        """Where the choice stands, -1 when it is not shown."""
        return next((row for row, one in enumerate(self._shown) if one[0] == key), -1)


class SearchList(QWidget):
    """A search field over a list of choices: ``chosen(key)`` when another one becomes the current one.

    Enter in the field chooses the first one found, unless the current one is among those.
    """

    chosen = Signal(object)

    def __init__(self, hint: str = "Tìm", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(hint)
        self._model = ChoiceModel(self)
        self._view = QListView()
        self._view.setUniformItemSizes(True)
        self._view.setModel(self._model)
        self._nothing = label("Không tìm thấy mục nào.", "soft", wrap=True)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self._view, 1)
        self.search.searched.connect(self._on_searched)
        self.search.went_down.connect(self._view.setFocus)
        self.search.returnPressed.connect(self._on_entered)
        self._view.selectionModel().currentChanged.connect(self._on_current)
        self._loading = False

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Show these (key, text); the current one stays current when it is among them, and nothing is told."""
        current = self.current()
        self._loading = True
        self._model.set_choices(choices)
        self._select(current)
        self._loading = False

    def choose(self, key: object) -> None:
        """Make this one the current one."""
        self._select(key)

    def clear_search(self) -> None:
        """Show all of them again, at once."""
        self.search.clear()
        self._on_searched("")

    def current(self) -> object:
        """The key of the current one, None for none."""
        return self._view.currentIndex().data(KeyRole)

    def _select(self, key: object) -> None:
        row = self._model.row_of(key)
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row))

    def _on_searched(self, text: str) -> None:
        current = self.current()
        self._loading = True
        self._model.search(text)
        self._select(current)
        self._loading = False
        self._nothing.setVisible(bool(text) and self._model.rowCount() == 0)

    def _on_entered(self) -> None:
        if self.current() is None and self._model.rowCount():
            self._view.setCurrentIndex(self._model.index(0))

    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        if not self._loading and current.isValid():
            self.chosen.emit(current.data(KeyRole))
