"""The organisations of the year at the left: found by words, each with how it stands in two lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.commitments import Standing
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.search import KeyRole, SearchList

ALL, WAITING, RECEIVED, LATE = range(4)
FILTERS = ("Tất cả các đơn vị", "Chưa nộp bản đăng ký", "Đã nộp bản đăng ký", "Quá hạn báo cáo")
_LINES = 2


def state_of(standing: Standing, late: bool) -> tuple[str, State]:
    """The word for how an organisation stands: what it owes comes before what it gave."""
    if late:
        return "quá hạn báo cáo", State.BAD
    if standing.registration_id is None:
        return "chưa vào danh sách năm", State.NEUTRAL
    if standing.received_on is None:
        return "chưa nộp", State.WAIT
    return f"đã nộp {format_date(standing.received_on)[:5]}", State.GOOD


def counts_of(standing: Standing) -> str:
    """How much it registered: "3 danh hiệu, 4 cam kết"; "" for nothing."""
    counts = ((standing.titles, "danh hiệu"), (standing.commitments, "cam kết"))
    return ", ".join(f"{count} {word}" for count, word in counts if count)


class StandingDelegate(QStyledItemDelegate):
    """Two lines: the name, and below it the state in its colour with the counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: dict[int, tuple[str, State, str]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(sizes.PANEL_MIN, _LINES * (option.fontMetrics.height() + sizes.HALF) + sizes.UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        self.initStyleOption(option, index)
        name, option.text = option.text, ""
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        word, state, counts = self.lines.get(index.data(KeyRole), ("", State.NEUTRAL, ""))
        line = (option.rect.height() - sizes.UNIT) // _LINES
        room = option.rect.adjusted(sizes.UNIT, sizes.HALF, -sizes.UNIT, -sizes.HALF)
        room.setHeight(line)
        painter.save()
        painter.setFont(theme.font(bold=bool(option.state & QStyle.StateFlag.State_Selected)))
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        self._write(painter, room, name)
        room.translate(0, line)
        painter.setFont(theme.font(sizes.TEXT_SMALL))
        painter.setPen(theme.colours().of(state)[0])
        taken = self._write(painter, room, f"{state.sign} {word}".strip())
        room.setLeft(room.left() + taken)
        painter.setPen(theme.colour("ink_soft"))
        self._write(painter, room, f" · {counts}" if counts else "")
        if focused:
            painter.setPen(theme.colour("accent_ink"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, room: QRect, text: str) -> int:
        fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)
        return painter.fontMetrics().horizontalAdvance(fitted)


class OrganisationList(QWidget):
    """``chosen(organisation id)`` when another one becomes the current one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = SearchList("Tìm đơn vị (Ctrl+F)")
        self.filter = QComboBox()
        self.filter.addItems(FILTERS)
        self.filter.setAccessibleName("Những đơn vị nào")
        view = self.view = self.list.findChild(QListView)
        view.setAccessibleName("Các đơn vị trong năm")
        self.delegate = StandingDelegate(view)
        view.setItemDelegate(self.delegate)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._standings: tuple[Standing, ...] = ()
        self._late: frozenset[int] = frozenset()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        self.list.chosen.connect(self.chosen)
        self.filter.activated.connect(self._fill)

    def show_standings(self, standings: Sequence[Standing], late: frozenset[int]) -> None:
        """Show these; ``late`` are the ids of those whose report is overdue. Who was chosen stays chosen."""
        self._standings, self._late = tuple(standings), late
        self.delegate.lines = {
            one.organisation_id: (*state_of(one, one.organisation_id in late), counts_of(one)) for one in standings
        }
        self._fill()

    def _fill(self, *_: object) -> None:
        shown = [one for one in self._standings if self._belongs(one)]
        self.list.set_choices([(one.organisation_id, one.name) for one in shown])
        for number, words in enumerate(FILTERS):
            count = sum(self._belongs(one, number) for one in self._standings)
            self.filter.setItemText(number, f"{words} ({count})")
        self.view.viewport().update()

    def _belongs(self, one: Standing, which: int | None = None) -> bool:
        match self.filter.currentIndex() if which is None else which:
            case 1:
                return one.registration_id is not None and one.received_on is None
            case 2:
                return one.received_on is not None
            case 3:
                return one.organisation_id in self._late
        return True

    def current(self) -> int:
        """The id of the chosen one, 0 for none."""
        return int(self.list.current() or 0)

    def choose(self, organisation_id: int) -> bool:
        """Make that one the chosen one, whatever is searched for; False when it is not of the year."""
        if all(one.organisation_id != organisation_id for one in self._standings):
            return False
        if not self._is_shown(organisation_id):
            self.filter.setCurrentIndex(ALL)
            self._fill()
            self.list.clear_search()
        self.list.choose(organisation_id)
        return True

    def _is_shown(self, organisation_id: int) -> bool:
        model = self.view.model()
        return any(model.index(row, 0).data(KeyRole) == organisation_id for row in range(model.rowCount()))

    def choose_first(self) -> None:
        """Make the first one in view the chosen one."""
        first = self.view.model().index(0, 0)
        if first.isValid():
            self.list.choose(first.data(KeyRole))

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.list.search.setFocus()
        self.list.search.selectAll()
