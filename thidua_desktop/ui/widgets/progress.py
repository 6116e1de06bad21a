"""The bar of a target: reads in colour and in black and white."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes


class TargetBar(QWidget):
    """How far a figure is. Reached is a full, plain bar; short is hatched; waiting is an empty frame; the words
    beside it always say the same ("60 / 62 triệu đồng · thiếu").
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._text = ""
        self._state = State.WAIT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, text: str, state: State) -> None:
        """``share`` is done ÷ planned (1.0 = reached; more is drawn as full), ``text`` says it in words."""
        self._share, self._text, self._state = max(share, 0.0), text, state
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._words()) + 3 * sizes.UNIT
        return QSize(sizes.LABEL_WIDTH + words, sizes.CONTROL - sizes.UNIT)

    def minimumSizeHint(self) -> QSize:
        return QSize(sizes.COLUMN_MIN, sizes.CONTROL - sizes.UNIT)

    def _words(self) -> str:
        return f"{self._state.sign} {self._text}".strip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = min(self.fontMetrics().horizontalAdvance(self._words()) + 2 * sizes.UNIT, self.width() * 2 // 3)
        bar = QRectF(0.5, (self.height() - sizes.PROGRESS_BAR) / 2, self.width() - words - 1, sizes.PROGRESS_BAR)
        self._paint_bar(painter, bar)
        self._paint_words(painter, words)
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        ink, soft = (QColor(name) for name in theme.colours().of(self._state))
        frame = QPainterPath()
        frame.addRoundedRect(bar, sizes.HALF, sizes.HALF)
        painter.fillPath(frame, soft)
        filled = QRectF(bar.left(), bar.top(), bar.width() * min(self._share, 1.0), bar.height())
        painter.save()
        painter.setClipPath(frame)
        if self._state is State.BAD:
            painter.fillRect(filled, QBrush(ink, Qt.BrushStyle.BDiagPattern))
            painter.fillRect(QRectF(filled.right() - sizes.RING, bar.top(), sizes.RING, bar.height()), ink)
        elif self._state is not State.WAIT:
            painter.fillRect(filled, ink)
        painter.restore()
        painter.setPen(QPen(ink, 1))
        painter.drawPath(frame)

    def _paint_words(self, painter: QPainter, width: int) -> None:
        painter.setPen(QColor(theme.colours().of(self._state)[0]))
        room = self.rect().adjusted(self.width() - width + sizes.UNIT, 0, 0, 0)
        text = self.fontMetrics().elidedText(self._words(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
