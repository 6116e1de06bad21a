"""The year as one picture: a line for each group, the months from left to right, and in each phase how many of its
commitments were reached, fell short, are overdue or have not been reported. Reads in black and white too.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_desktop.domain.plan.plans import Phase
from thidua_desktop.domain.registration.progress import Standing
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.registration.progress import Picture, PictureRow
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.painting import LEFT, draw_line
from thidua_desktop.ui.widgets.progress import fill_by_state

_NAMES = sizes.ORGANISATIONS_WIDTH - sizes.MARGIN
_HEAD = 2 * sizes.ROW
_LINE = sizes.LINE_ROW
_LEGEND = sizes.ROW + sizes.UNIT
_MONTHS = 12
_LEGENDS = (
    *(("đạt, vượt", State.GOOD), ("chưa đạt", State.WAIT), ("quá hạn", State.BAD)),
    ("chưa báo cáo, chưa nhập số", None),
)


class YearPicture(QWidget):
    """Shows a :class:`Picture` as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = Picture(2000, (), ())
        self.today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NAMES + _MONTHS * sizes.UNIT * 3)

    def show_picture(self, picture: Picture, today: date) -> None:
        """Show that year; ``today`` is drawn as a line."""
        self.picture, self.today = picture, today
        self.setAccessibleName(f"Bức tranh tiến độ năm {picture.year}")
        self.setAccessibleDescription("; ".join(_told(row, picture) for row in picture.rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sizes.PAGE_WIDTH, height(self.picture))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, self.width(), self.picture, self.picture.rows, self.today)
        painter.end()


def height(picture: Picture, rows: int | None = None) -> int:
    """How high a picture of so many lines is, of all of them when None."""
    return _HEAD + _LINE * (len(picture.rows) if rows is None else rows) + _LEGEND


def lines_in(room: float) -> int:
    """How many lines a picture of that height has room for."""
    return max(int((room - _HEAD - _LEGEND) // _LINE), 1)


def paint(painter: QPainter, width: int, picture: Picture, rows: tuple[PictureRow, ...], today: date | None) -> None:
    """Paint these lines of the picture with its head and legend, from the upper left corner on."""
    chart = QRectF(_NAMES, 0, width - _NAMES - 1, _HEAD + _LINE * len(rows))
    _paint_head(painter, chart, picture)
    for number, row in enumerate(rows):
        top = _HEAD + number * _LINE
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, top, width, top)
        box = QRectF(0, top, _NAMES - sizes.UNIT, _LINE).toRect()
        draw_line(painter, box, row.name, theme.font(), "ink", LEFT)
        for place, standing in enumerate(row.phases):
            _paint_cell(painter, _block(chart, picture, place, top), standing)
    top = chart.bottom() + sizes.UNIT
    end = _paint_legend(painter, top)
    if today is not None and today.year == picture.year:
        at = _at(chart, picture.year, today)
        painter.setPen(QPen(theme.colour("accent_ink"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(int(at), sizes.ROW, int(at), int(chart.bottom()))
        painter.drawLine(int(end), int(top - sizes.HALF), int(end), int(top + sizes.ROW - sizes.UNIT))
        room = QRectF(end + sizes.UNIT, top - sizes.HALF, sizes.LABEL_WIDTH, sizes.ROW).toRect()
        draw_line(
            painter, room, f"hôm nay {format_date(today.isoformat())[:5]}", theme.font(sizes.TEXT_SMALL), "ink", LEFT
        )


def _paint_head(painter: QPainter, chart: QRectF, picture: Picture) -> None:
    month = chart.width() / _MONTHS
    for number in range(_MONTHS):
        left = chart.left() + number * month
        box = QRectF(left, 0, month, sizes.ROW).toRect()
        draw_line(
            painter, box, f"T{number + 1}", theme.font(sizes.TEXT_SMALL), "ink_soft", Qt.AlignmentFlag.AlignCenter
        )
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(int(left), sizes.ROW, int(left), int(chart.bottom()))
    for place, phase in enumerate(picture.phases):
        block = _block(chart, picture, place, sizes.ROW)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawLine(int(block.left()), sizes.ROW, int(block.left()), int(chart.bottom()))
        due = phase.report_deadline or phase.end
        words = f"{phase.name}, báo cáo {format_date(due)[:5]}" if due else phase.name
        box = QRectF(block.left(), sizes.ROW, block.width(), sizes.ROW).toRect()
        draw_line(painter, box, words, theme.font(sizes.TEXT_SMALL, bold=True), "ink", LEFT)


def _paint_cell(painter: QPainter, block: QRectF, standing: Standing) -> None:
    """In words above, as a bar below: reached, short, overdue, and what is empty has not been reported."""
    box = QRectF(block.left(), block.top() + sizes.HALF, block.width(), sizes.TEXT_SMALL + sizes.UNIT).toRect()
    draw_line(painter, box, _words(standing), theme.font(sizes.TEXT_SMALL), "ink_soft", LEFT)
    bar = QRectF(block.left(), box.bottom() + 1, block.width(), sizes.PROGRESS_BAR)
    painter.fillRect(bar, theme.colour("neutral_soft"))
    left = bar.left()
    for count, state in (
        (standing.reached, State.GOOD),
        (standing.of("chưa đạt"), State.WAIT),
        (standing.of("quá hạn"), State.BAD),
    ):
        wide = bar.width() * count / standing.total if standing.total else 0
        if wide:
            fill_by_state(painter, QRectF(left, bar.top(), wide, bar.height()), state)
        left += wide
    painter.setPen(QPen(theme.colour("line_strong"), 1))
    painter.drawRect(bar)


def _words(standing: Standing) -> str:
    if not standing.total:
        return ""
    more = [(standing.of(word), word) for word in ("quá hạn", "chưa nhập số", "chưa báo cáo")]
    told = [f"{standing.reached}/{standing.total} đạt", *(f"{count} {word}" for count, word in more if count)]
    return ", ".join(told)


def _paint_legend(painter: QPainter, top: float) -> float:
    """What the bars tell; returns where more may stand."""
    left = float(_NAMES)
    for word, state in _LEGENDS:
        box = QRectF(left, top + sizes.HALF, sizes.ROW, sizes.PROGRESS_BAR)
        painter.fillRect(box, theme.colour("neutral_soft"))
        if state is not None:
            fill_by_state(painter, box, state)
        painter.setPen(QPen(QColor(theme.colours().line_strong), 1))
        painter.drawRect(box)
        room = QRectF(box.right() + sizes.UNIT, top - sizes.HALF, sizes.LABEL_WIDTH, sizes.ROW).toRect()
        left = box.right() + 3 * sizes.UNIT + draw_line(painter, room, word, theme.font(sizes.TEXT_SMALL), "ink", LEFT)
    return left


def _block(chart: QRectF, picture: Picture, place: int, top: float) -> QRectF:
    """Where a phase stands in a line, with a little air to the next."""
    phase, count = picture.phases[place], len(picture.phases)
    left = _day(chart, picture.year, phase.start, place / count)
    right = _day(chart, picture.year, phase.end, (place + 1) / count)
    wide = max(right - left, chart.width() / _MONTHS)
    return QRectF(left + sizes.HALF, top, wide - sizes.UNIT, _LINE)


def _day(chart: QRectF, year: int, day: str | None, share: float) -> float:
    """Where a day stands; one that is not known where its share of the year is."""
    return _at(chart, year, date.fromisoformat(day)) if day else chart.left() + chart.width() * share


def _at(chart: QRectF, year: int, day: date) -> float:
    first, last = date(year, 1, 1), date(year, 12, 31)
    passed = (min(max(day, first), last) - first).days
    return chart.left() + chart.width() * passed / ((last - first).days or 1)


def _told(row: PictureRow, picture: Picture) -> str:
    phases: zip[tuple[Phase, Standing]] = zip(picture.phases, row.phases, strict=True)
    return f"{row.name}: " + ", ".join(f"{phase.name} {_words(standing)}" for phase, standing in phases)
