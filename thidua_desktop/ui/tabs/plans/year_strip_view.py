"""The year of a plan at a glance: its phases as bars over the months, readable in black and white too.

Gaps are hatched and framed, overlaps cross-hatched, a deadline is a flag, an occasion a diamond; a hint tells the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from thidua_desktop.domain.plan.year_strip import Bar, Stretch, YearStrip, year_strip
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes

_HEAD = sizes.MARGIN + sizes.HALF
_LANE = sizes.ROW
_MARKS = sizes.ROW  # room below the lanes for flags and diamonds
_NEAR = sizes.UNIT  # pixels within which a mark is meant
_HALF_MARK = sizes.HALF + 1
_MOST_LANES = 4


class YearStripView(QWidget):
    """Shows a :class:`YearStrip`. ``chosen(row)`` tells of a click on a phase, its deadline or one of its occasions."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = year_strip((), 2000)
        self.current = -1
        self.today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(sizes.SIDE_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_strip(self, strip: YearStrip, today: date | None = None) -> None:
        """Show the phases of a year; ``today`` is drawn as a line."""
        self.strip, self.today = strip, today
        self.setAccessibleName(f"Lịch các đợt thi đua năm {strip.year}")
        self.setAccessibleDescription("; ".join(_told(bar.name, bar.start, bar.end) for bar in strip.bars))
        self.updateGeometry()
        self.update()

    def show_current(self, row: int) -> None:
        """Mark the phase of that row of the list, -1 for none."""
        self.current = row
        self.update()

    def sizeHint(self) -> QSize:
        lanes = min(self.strip.lanes, _MOST_LANES)
        return QSize(sizes.READING_WIDTH, _HEAD + lanes * _LANE + _MARKS)

    # Where things are

    def _x(self, day: date) -> float:
        return 1 + self.strip.share(day) * (self.width() - 2)

    def _span(self, start: date, end: date, lane: int, lanes: int = 1) -> QRectF:
        left = self._x(start)
        after = end + timedelta(days=1) if end < date.max else end
        return QRectF(left, _HEAD + lane * _LANE + 2, max(self._x(after) - left, 2), lanes * _LANE - 4)

    def _bar(self, bar: Bar) -> QRectF:
        return self._span(bar.start, bar.end, min(bar.lane, _MOST_LANES - 1))

    def _lanes(self) -> int:
        return min(self.strip.lanes, _MOST_LANES)

    def _marks_top(self) -> float:
        return _HEAD + self._lanes() * _LANE

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(sizes.TEXT_SMALL))
        self._paint_months(painter)
        for gap in self.strip.gaps:
            self._paint_stretch(painter, gap, Qt.BrushStyle.BDiagPattern, theme.colour("wait"), "trống")
        for bar in self.strip.bars:
            self._paint_bar(painter, bar)
        for both in self.strip.overlaps:
            self._paint_stretch(painter, both, Qt.BrushStyle.DiagCrossPattern, theme.colour("bad"), "")
        for bar in self.strip.bars:
            self._paint_name(painter, bar)
        self._paint_marks(painter)
        if self.today and self.strip.first <= self.today <= self.strip.last:
            painter.setPen(QPen(theme.colour("accent"), 1, Qt.PenStyle.DashLine))
            x = self._x(self.today)
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.end()

    def _paint_months(self, painter: QPainter) -> None:
        months = list(self.strip.months())
        edges = [*(self._x(month) for month in months), self.width() - 1.0]
        for month, left, right in zip(months, edges, edges[1:], strict=False):
            box = QRectF(left, 0, right - left, _HEAD)
            painter.setPen(theme.colour("line"))
            painter.drawLine(QPointF(left, _HEAD), QPointF(left, self.height()))
            words = f"{month.month}" if month.year == self.strip.year else f"{month.month}/{month.year % 100:02d}"
            painter.setPen(theme.colour("ink_soft"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(theme.colour("line"))
        painter.drawLine(QPointF(0, _HEAD), QPointF(self.width(), _HEAD))
        painter.drawLine(QPointF(0, self._marks_top()), QPointF(self.width(), self._marks_top()))

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        box = self._bar(bar)
        painter.setBrush(theme.colour("accent_soft"))
        painter.setPen(QPen(theme.colour("accent"), sizes.RING if bar.row == self.current else 1))
        painter.drawRoundedRect(box, sizes.HALF, sizes.HALF)

    def _paint_name(self, painter: QPainter, bar: Bar) -> None:
        """Over the hatching of an overlap, so that it is read there too."""
        painter.setFont(theme.font(sizes.TEXT_SMALL, bold=bar.row == self.current))
        metrics = painter.fontMetrics()
        inside = self._bar(bar).adjusted(sizes.HALF, 0, -sizes.HALF, 0)
        words = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, int(inside.width()))
        if any(stretch.start <= bar.end and bar.start <= stretch.end for stretch in self.strip.overlaps):
            room = min(metrics.horizontalAdvance(words) + 2.0, inside.width())
            ground = QRectF(inside.left() - 1, inside.top() + sizes.HALF, room, inside.height() - sizes.UNIT)
            painter.fillRect(ground, theme.colour("accent_soft"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.setFont(theme.font(sizes.TEXT_SMALL))

    def _paint_stretch(
        self, painter: QPainter, stretch: Stretch, pattern: Qt.BrushStyle, ink: QColor, words: str
    ) -> None:
        box = self._span(stretch.start, stretch.end, 0, self._lanes())
        painter.fillRect(box, QBrush(ink, pattern))
        painter.setPen(QPen(ink, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        room = painter.fontMetrics().horizontalAdvance(words) + sizes.UNIT
        if words and box.width() > room:
            middle = QRectF(box.center().x() - room / 2, box.top(), room, box.height())
            painter.fillRect(middle.adjusted(0, sizes.HALF, 0, -sizes.HALF), theme.colour("surface"))
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_marks(self, painter: QPainter) -> None:
        top = self._marks_top()
        for mark in self.strip.occasions:
            self._paint_diamond(painter, QPointF(self._x(mark.day), top + _MARKS * 0.7), mark.row == self.current)
        for mark in self.strip.deadlines:
            self._paint_flag(painter, QPointF(self._x(mark.day), top), mark.row == self.current)

    @staticmethod
    def _paint_diamond(painter: QPainter, at: QPointF, is_current: bool) -> None:
        r = float(_HALF_MARK)
        painter.setPen(QPen(theme.colour("ink_soft"), 1))
        painter.setBrush(theme.colour("ink_soft") if is_current else theme.colour("surface"))
        corners = [QPointF(0, -r), QPointF(r, 0), QPointF(0, r), QPointF(-r, 0)]
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))

    @staticmethod
    def _paint_flag(painter: QPainter, at: QPointF, is_current: bool) -> None:
        ink = theme.colour("accent") if is_current else theme.colour("ink")
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink)
        painter.drawLine(at, at + QPointF(0, _MARKS * 0.45))
        flag = [QPointF(0, 1), QPointF(2 * _HALF_MARK, 1 + _HALF_MARK / 2), QPointF(0, 1 + _HALF_MARK)]
        painter.drawPolygon(QPolygonF([at + corner for corner in flag]))

    # What is under the mouse

    def hints_at(self, x: float, y: float) -> list[str]:
        """What is to be said of a place."""
        if y >= self._marks_top():
            return [
                *(
                    f"{mark.words}: hạn báo cáo {_vn(mark.day)}"
                    for mark in self.strip.deadlines
                    if self._is_near(mark, x)
                ),
                *(f"{_vn(mark.day)}: {mark.words}" for mark in self.strip.occasions if self._is_near(mark, x)),
            ]
        said = [_told(bar.name, bar.start, bar.end) for bar in self.strip.bars if self._bar(bar).contains(x, y)]
        for stretch in (*self.strip.gaps, *self.strip.overlaps):
            if self._span(stretch.start, stretch.end, 0, self._lanes()).contains(x, y):
                said.append(told_of(stretch))
        return said

    def row_at(self, x: float, y: float) -> int:
        """The row of the phase at a place, -1 for none."""
        return next(self._rows_at(x, y), -1)

    def _rows_at(self, x: float, y: float) -> Iterator[int]:
        if y >= self._marks_top():
            marks = [mark for mark in (*self.strip.deadlines, *self.strip.occasions) if self._is_near(mark, x)]
            yield from (mark.row for mark in sorted(marks, key=lambda mark: abs(self._x(mark.day) - x)))
        yield from (bar.row for bar in self.strip.bars if self._bar(bar).contains(x, y))

    def _is_near(self, mark, x: float) -> bool:
        return abs(self._x(mark.day) - x) <= _NEAR

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().x(), event.position().y())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(row)
        else:
            super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), "\n".join(self.hints_at(event.pos().x(), event.pos().y())), self)
            return True
        return super().event(event)


def told_of(stretch: Stretch) -> str:
    """A gap or an overlap in words."""
    days = f"{_vn(stretch.start)} – {_vn(stretch.end)}"
    return f"{' và '.join(stretch.names)} trùng nhau {days}" if stretch.names else f"Không có đợt nào {days}"


def _told(name: str, start: date, end: date) -> str:
    return f"{name}: {_vn(start)} – {_vn(end)}"


def _vn(day: date) -> str:
    return format_date(day.isoformat())
