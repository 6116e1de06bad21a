"""Rows of two lines for a list to choose from: the name, and below it how it stands."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.painting import LEFT, draw_line
from thidua_desktop.ui.widgets.search import KeyRole

_LINES = 2
_INK = {State.NEUTRAL: "ink_soft", State.GOOD: "good", State.BAD: "bad", State.WAIT: "wait"}


class Below(NamedTuple):
    """The second line: a word in the colour of its ``state``, and ``more`` after it."""

    word: str = ""
    state: State = State.NEUTRAL
    more: str = ""


class TwoLineDelegate(QStyledItemDelegate):
    """Paints the rows of a list of choices; ``below`` holds the second line by the row's key."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.below: dict[object, Below] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(sizes.PANEL_MIN, _LINES * (option.fontMetrics.height() + sizes.HALF) + sizes.UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        self.initStyleOption(option, index)
        name, option.text = option.text, ""
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        below = self.below.get(index.data(KeyRole), Below())
        line = (option.rect.height() - sizes.UNIT) // _LINES
        room = option.rect.adjusted(sizes.UNIT, sizes.HALF, -sizes.UNIT, -sizes.HALF)
        room.setHeight(line)
        small = theme.font(sizes.TEXT_SMALL)
        painter.save()
        name_font = theme.font(bold=bool(option.state & QStyle.StateFlag.State_Selected))
        draw_line(painter, room, name, name_font, "ink", LEFT)
        room.translate(0, line)
        taken = draw_line(painter, room, f"{below.state.sign} {below.word}".strip(), small, _INK[below.state], LEFT)
        room.setLeft(min(room.left() + taken, room.right()))
        draw_line(painter, room, f" · {below.more}" if below.more else "", small, "ink_soft", LEFT)
        if focused:
            painter.setPen(QPen(theme.colour("accent_ink"), sizes.RING))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()
