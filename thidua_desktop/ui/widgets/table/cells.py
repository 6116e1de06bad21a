"""How a cell looks: state by colour and sign, soft ink for comparison, a frame around the current cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes

StateRole = Qt.ItemDataRole.UserRole + 1
"""A :class:`State` of the cell; its text must say the state too (a word, or :data:`theme.SHORT_SIGN`)."""

SoftRole = Qt.ItemDataRole.UserRole + 2
"""True for figures that are only there for comparison, such as last year's."""


class CellDelegate(QStyledItemDelegate):
    """Paints every cell alike and edits it in a bare line field."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
        state = index.data(StateRole)
        if isinstance(state, State) and state is not State.NEUTRAL:
            self._ink(option, theme.colours().of(state)[0])
        elif index.data(SoftRole):
            self._ink(option, theme.colours().ink_soft)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Of a text in several lines with air above and below, so that rows stay apart."""
        hint = super().sizeHint(option, index)
        if option.features & QStyleOptionViewItem.ViewItemFeature.WrapText:
            hint.setHeight(hint.height() + 2 * sizes.HALF)
        return hint

    @staticmethod
    def _ink(option: QStyleOptionViewItem, colour: str) -> None:
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, colour)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        shown = QStyleOptionViewItem(option)
        shown.state &= ~QStyle.StateFlag.State_HasFocus
        shown.rect = option.rect
        super().paint(painter, shown, index)
        if focused:
            self._frame(painter, option.rect)

    @staticmethod
    def _frame(painter: QPainter, rect: QRect) -> None:
        painter.save()
        pen = QPen(theme.colour("accent_ink"), sizes.RING)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        if align is not None:
            editor.setAlignment(Qt.AlignmentFlag(int(align)))
        return editor

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        """The tool tip tells a text that does not fit into its cell."""
        text = index.data(Qt.ItemDataRole.DisplayRole)
        own = index.data(Qt.ItemDataRole.ToolTipRole)
        if own or not text or option.fontMetrics.horizontalAdvance(str(text)) < option.rect.width() - 2 * sizes.UNIT:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), str(text), view)
        return True
