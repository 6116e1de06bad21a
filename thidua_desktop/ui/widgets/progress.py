"""The bar of a target: reads in colour and in black and white."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate

BarRole = Qt.ItemDataRole.UserRole + 20
"""(share, state) of a cell that shows a bar before its figure."""

_FIGURE = 9 * sizes.CHAR  # room for the figure beside a bar
_PATTERNS = {State.BAD: Qt.BrushStyle.BDiagPattern, State.WAIT: Qt.BrushStyle.Dense5Pattern}


def paint_bar(painter: QPainter, bar: QRectF, share: float, state: State) -> None:
    """A bar filled to ``share``: plain when reached, hatched when short, dotted while it is on its way."""
    ink, soft = (QColor(name) for name in theme.colours().of(state))
    frame = QPainterPath()
    frame.addRoundedRect(bar, sizes.HALF, sizes.HALF)
    painter.fillPath(frame, soft)
    filled = QRectF(bar.left(), bar.top(), bar.width() * min(share, 1.0), bar.height())
    painter.save()
    painter.setClipPath(frame)
    fill_by_state(painter, filled, state)
    painter.restore()
    painter.setPen(QPen(ink, 1))
    painter.drawPath(frame)


def fill_by_state(painter: QPainter, filled: QRectF, state: State) -> None:
    """The filling that reads in black and white too, with its end where it is not plain."""
    ink = QColor(theme.colours().of(state)[0])
    pattern = _PATTERNS.get(state, Qt.BrushStyle.SolidPattern)
    painter.fillRect(filled, QBrush(ink, pattern))
    if pattern != Qt.BrushStyle.SolidPattern and filled.width() > sizes.RING:
        painter.fillRect(QRectF(filled.right() - sizes.RING, filled.top(), sizes.RING, filled.height()), ink)


class TargetBar(QWidget):
    """How far a figure is. Reached is a full, plain bar; short is hatched; on its way is dotted; the words
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
        paint_bar(painter, bar, self._share, self._state)
        self._paint_words(painter, words)
        painter.end()

    def _paint_words(self, painter: QPainter, width: int) -> None:
        painter.setPen(QColor(theme.colours().of(self._state)[0]))
        room = self.rect().adjusted(self.width() - width + sizes.UNIT, 0, 0, 0)
        text = self.fontMetrics().elidedText(self._words(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class BarDelegate(RegisterDelegate):
    """As the tables that are typed in; cells with :data:`BarRole` have a bar at the left of their figure."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().paint(painter, option, index)
        found = index.data(BarRole)
        if found is None:
            return
        room = option.rect.width() - _FIGURE - 2 * sizes.UNIT
        if room < sizes.ROW:
            return
        top = option.rect.top() + (option.rect.height() - sizes.PROGRESS_BAR) / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bar(painter, QRectF(option.rect.left() + sizes.UNIT, top, room, sizes.PROGRESS_BAR), *found)
        painter.restore()
