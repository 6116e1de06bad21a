"""The pages of what was understood, each with how much there is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes

_KEY = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
_STATE = Qt.ItemDataRole.UserRole + 3
NONE = "không có"
_LONGEST_COUNT = "○ 99 lưu ý"


class _Counted(QStyledItemDelegate):
    """The count at the right end, in softer ink or in that of its state."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().paint(painter, option, index)
        state = index.data(_STATE)
        soft = state is None or state is State.NEUTRAL
        painter.save()
        painter.setPen(theme.colour("ink_faint") if soft else theme.colours().of(state)[0])
        room = QRect(option.rect).adjusted(0, 0, -sizes.UNIT, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data(_COUNT) or "")
        painter.restore()


class PageList(QListView):
    """``page_chosen(key)`` when another page is chosen."""

    page_chosen = Signal(str)

    def __init__(self, pages: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Những gì đã hiểu")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Counted(self))
        self._model = QStandardItemModel(self)
        self._rows = list(pages)
        for key, title in pages.items():
            item = QStandardItem(title)
            item.setData(key, _KEY)
            self._model.appendRow(item)
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(self._on_current)

    def least_width(self) -> int:
        """Room for the longest title beside the longest count."""
        width = self.fontMetrics().horizontalAdvance
        titles = (self._model.item(row).text() for row in range(len(self._rows)))
        return max(map(width, titles)) + width(_LONGEST_COUNT) + 4 * sizes.UNIT

    def choose(self, key: str) -> None:
        """Make a page the current one, and tell it when it was not."""
        self.setCurrentIndex(self._model.index(self._rows.index(key), 0))

    def current(self) -> str:
        """The key of the current page."""
        return self.currentIndex().data(_KEY)

    def show_count(self, key: str, text: str, state: State = State.NEUTRAL) -> None:
        """Say how much a page holds; a state is told by its sign too."""
        item = self._model.item(self._rows.index(key))
        item.setData(f"{state.sign} {text}".strip(), _COUNT)
        item.setData(state, _STATE)
        item.setData(f"{item.text()}: {text}", Qt.ItemDataRole.AccessibleTextRole)

    def count(self, key: str) -> str:
        """How much a page is said to hold."""
        return self._model.item(self._rows.index(key)).data(_COUNT)

    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.isValid():
            self.page_chosen.emit(current.data(_KEY))
