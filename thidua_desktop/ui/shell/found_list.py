"""What the search over everything found: headings, and below each the finds, as one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_desktop.services.search import Group, Hit
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.painting import LEFT, RIGHT, draw_line

LineRole = Qt.ItemDataRole.UserRole + 1
"""The :class:`Line` of a row."""

_MORE = "còn nữa, hãy gõ thêm chữ"


@dataclass(frozen=True, slots=True)
class Line:
    """A heading (``hit`` None) or a find."""

    text: str
    detail: str = ""
    hit: Hit | None = None


def lines(groups: Sequence[Group]) -> list[Line]:
    """The groups as lines in their order."""
    listed: list[Line] = []
    for group in groups:
        listed.append(Line(group.title, _MORE if group.more else ""))
        listed.extend(Line(hit.text, hit.detail, hit) for hit in group.hits)
    return listed


class FoundModel(QAbstractListModel):
    """The lines; headings cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, shown: list[Line]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = shown
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LineRole:
            return line
        words = " – ".join(part for part in (line.text, line.detail) if part)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return words
        return line.text if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        line = index.data(LineRole)
        return super().flags(index) if line is not None and line.hit is not None else Qt.ItemFlag.NoItemFlags


class _Paint(QStyledItemDelegate):
    """A find at the left with what tells it apart at the right, in softer ink; headings small and bold."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        line: Line = index.data(LineRole)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box = option.rect.adjusted(sizes.UNIT, 0, -sizes.UNIT, 0)
        painter.save()
        if line.hit is None:
            draw_line(painter, box, line.detail, theme.font(sizes.TEXT_SMALL), "ink_faint", RIGHT)
            draw_line(painter, box, line.text, theme.font(sizes.TEXT_SMALL, bold=True), "ink_soft", LEFT)
        else:
            room = box.width() - sizes.MARGIN
            wanted = option.fontMetrics.horizontalAdvance(line.detail)
            detail = QRect(box)
            detail.setLeft(box.right() - min(wanted, room * 2 // 5))
            name = QRect(box)
            name.setRight(detail.left() - sizes.MARGIN)
            draw_line(painter, name, line.text, theme.font(), "ink", LEFT)
            draw_line(painter, detail, line.detail, theme.font(), "ink_soft", RIGHT)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, sizes.ROW)


class FoundList(QListView):
    """``taken(hit)`` when a find is clicked; the keyboard stays where the words are typed (:meth:`step`)."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Những gì tìm thấy")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Paint(self))
        self._model = FoundModel(self)
        self.setModel(self._model)
        self.clicked.connect(self._on_clicked)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these, the first find chosen."""
        self._model.show_lines(lines(groups))
        self.setCurrentIndex(QModelIndex())
        self.step(1)
        self.scrollToTop()

    @property
    def shown(self) -> list[Line]:
        """The lines shown."""
        return self._model.lines

    def current(self) -> Hit | None:
        """The find that Enter would take, None when there is none."""
        line = self.currentIndex().data(LineRole)
        return line.hit if line is not None else None

    def step(self, by: int) -> None:
        """Choose the next find (1) or the one before (-1); at the end nothing moves."""
        row = self.currentIndex().row() + by
        while 0 <= row < len(self.shown) and self.shown[row].hit is None:
            row += by
        if 0 <= row < len(self.shown):
            self.setCurrentIndex(self._model.index(row))
            self.scrollTo(self._model.index(max(row - 1, 0) if by < 0 else row))

    def wanted_height(self) -> int:
        """How high all lines are."""
        return len(self.shown) * sizes.ROW

    def _on_clicked(self, index: QModelIndex) -> None:
        if (hit := self.current()) is not None:
            self.taken.emit(hit)
