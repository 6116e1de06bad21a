"""The list of phrases under the caret: Ctrl+Space opens it, it follows what is typed, Enter puts the phrase in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QListView, QTextEdit, QVBoxLayout

from thidua_desktop.domain.plan.phrases import Offer
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label

HINT = "↑ ↓ chọn · Enter chèn · Esc đóng"
NONE_FITS = "Không có câu mẫu nào hợp với chữ trước con trỏ. Câu mẫu xem và sửa ở Danh mục."
NONE_HERE = (
    "Chưa có câu mẫu cho mục này. Câu mẫu đến từ các kế hoạch của cơ quan khi nhập và khi ban hành; của nơi khác thì "
    "chọn Khác, Lấy câu mẫu từ kế hoạch này; hoặc gõ ở Danh mục."
)
_ROWS = 5  # of one line each, fewer of two lines, before the list scrolls


class PhraseList(QFrame):
    """``find(before)`` gives what to offer after the words before the caret. The keyboard stays in the editor."""

    def __init__(self, editor: QTextEdit, find: Callable[[str], Sequence[Offer]]) -> None:
        super().__init__(editor.viewport())
        theme.set_part(self, "card")
        self._editor = editor
        self._find = find
        self.offers: tuple[Offer, ...] = ()
        self._model = QStringListModel(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setWordWrap(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName("Câu mẫu")
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.clicked.connect(self.insert)
        self.hint = label(HINT, "soft", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.HALF, sizes.HALF, sizes.HALF, sizes.HALF)
        column.setSpacing(sizes.HALF)
        column.addWidget(self.view)
        column.addWidget(self.hint)
        self.hide()

    def open(self) -> None:
        """Offer what fits the words before the caret, or say that nothing does."""
        self._look()
        self.hint.setText(HINT if self.offers else NONE_FITS if self._before().strip() else NONE_HERE)
        self.view.setVisible(bool(self.offers))
        self._place()
        self.show()
        self.raise_()

    def follow(self) -> None:
        """After a key: offer what fits now, and go when nothing does."""
        if self.isVisible():
            self._look()
            if self.offers:
                self.open()
            else:
                self.hide()

    def _before(self) -> str:
        """The words of the line before the caret."""
        cursor = self._editor.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def _look(self) -> None:
        self.offers = tuple(self._find(self._before()))
        self._model.setStringList([offer.text for offer in self.offers])
        if self.offers:
            self.view.setCurrentIndex(self._model.index(0))

    def _place(self) -> None:
        """Below the line with the caret, above it where there is no room below."""
        room, caret = self._editor.viewport().rect(), self._editor.cursorRect()
        width = min(sizes.READING_WIDTH + sizes.CHOICE_WIDTH, room.width() - sizes.MARGIN)
        self.setFixedWidth(max(width, sizes.PANEL_MIN))
        self.view.setFixedHeight(self._height_of_whole_rows())
        self.adjustSize()
        left = max(0, min(caret.left(), room.width() - self.width()))
        below = caret.bottom() + sizes.HALF
        fits = below + self.height() <= room.height() or caret.top() < self.height()
        self.move(QPoint(left, below if fits else caret.top() - self.height() - sizes.HALF))

    def _height_of_whole_rows(self) -> int:
        """Of as many as have room: half a phrase above the hint looks torn."""
        self.view.setFixedSize(self.width() - 2 * (sizes.HALF + self.frameWidth()), _ROWS * sizes.ROW)
        self.view.doItemsLayout()
        top = self.view.visualRect(self._model.index(0)).top()
        ends = [self.view.visualRect(self._model.index(row)).bottom() + 1 - top for row in range(len(self.offers))]
        return max((end for end in ends if end <= _ROWS * sizes.ROW), default=_ROWS * sizes.ROW)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list."""
        if not self.isVisible():
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif not self.offers:
            self.hide()
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.insert()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = self.view.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
            self.view.setCurrentIndex(self._model.index(row % len(self.offers)))
        else:
            return False
        return True

    def insert(self) -> None:
        """Put the chosen phrase in the place of the words it goes on from, as one step of undo."""
        row = self.view.currentIndex().row()
        self.hide()
        if not 0 <= row < len(self.offers):
            return
        offer, cursor = self.offers[row], self._editor.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, offer.replaces)
        cursor.insertText(offer.text)
        cursor.endEditBlock()
        self._editor.setTextCursor(cursor)
        self._editor.setFocus()
