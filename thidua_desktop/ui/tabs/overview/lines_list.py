"""Things to see to as a list of two-line rows: each leads to its place by a click or Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_desktop.domain.reports.overview import Line
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.painting import LEFT, RIGHT, draw_line

LineRole = Qt.ItemDataRole.UserRole + 1
"""The :class:`Line` of a row."""

_Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractListModel):
    """The lines, read out as one sentence each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LineRole:
            return line
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (line.text, line.when, line.detail, line.mark) if part)
        return line.text if role == Qt.ItemDataRole.DisplayRole else None


class _Paint(QStyledItemDelegate):
    """What in ink, when at its right in the ink of its state, below it how much in softer ink."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        line: Line = index.data(LineRole)
        self.initStyleOption(option, index)
        option.text = ""
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if not option.widget.hasFocus():  # several lists on a page: only the one with the keyboard shows its row
            option.state &= ~QStyle.StateFlag.State_Selected
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box = option.rect.adjusted(sizes.UNIT, sizes.HALF, -sizes.UNIT, -sizes.HALF)
        upper = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        lower = QRect(box.left(), upper.bottom() + 1, box.width(), box.height() // 2)
        when = f"{State.BAD.sign} {line.when}" if line.is_late else line.when
        mark = f"{State.WAIT.sign} {line.mark}" if line.mark else ""
        small = theme.font(sizes.TEXT_SMALL)
        painter.save()
        at_right = (when, theme.font(bold=line.is_late), "bad" if line.is_late else "ink")
        _pair(painter, upper, (line.text, theme.font(), "ink"), at_right)
        _pair(painter, lower, (line.detail, small, "ink_soft"), (mark, small, "wait"))
        if focused:
            painter.setPen(QPen(theme.colour("accent_ink"), sizes.RING))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, sizes.LINE_ROW)


def _pair(painter: QPainter, box: QRect, left: tuple[str, QFont, str], right: tuple[str, QFont, str]) -> None:
    """The text at the right, and in the room that it leaves the one at the left."""
    taken = draw_line(painter, box, *right, RIGHT)
    draw_line(painter, box.adjusted(0, 0, -(taken + sizes.MARGIN) if taken else 0, 0), *left, LEFT)


class LinesList(QListView):
    """``led_to(destination)`` by a click, Enter or Space on a line."""

    led_to = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Paint(self))
        self._model = LinesModel(self)
        self.setModel(self._model)
        self.clicked.connect(self._lead)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the row that was chosen stays chosen when it is there."""
        if tuple(lines) == self._model.lines:
            return
        row = self.currentIndex().row()
        self._model.show_lines(lines)
        if lines:
            self.setCurrentIndex(self._model.index(min(max(row, 0), len(lines) - 1)))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._model.lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._lead(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _lead(self, index: QModelIndex) -> None:
        if index.isValid():
            self.led_to.emit(index.data(LineRole).destination)
