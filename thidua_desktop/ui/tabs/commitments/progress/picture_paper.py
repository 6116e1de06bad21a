"""The picture of the year on paper: as many A4 pages, broad side up, as its lines need."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QBuffer, QMarginsF, QRect
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from thidua_desktop.services.registration.progress import Picture
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.commitments.progress.year_picture import lines_in, paint
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.painting import LEFT, draw_line

_DOTS = 96  # per inch: what the sizes of the window are meant for
_MARGIN = 12.0  # millimetres
_TITLE = 2 * sizes.ROW


def picture_pdf(picture: Picture, title: str, today: date) -> bytes:
    """The picture under its ``title`` as PDF."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(_DOTS)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter(writer)
    with theme.on_paper():
        _paint_pages(painter, writer, picture, title, today)
    painter.end()
    return buffer.data().data()


def _paint_pages(painter: QPainter, writer: QPdfWriter, picture: Picture, title: str, today: date) -> None:
    width, room = writer.width(), writer.height() - _TITLE
    each = lines_in(room)
    pages = max(-(-len(picture.rows) // each), 1)
    for page in range(pages):
        if page:
            writer.newPage()
        words = f"{title} (trang {page + 1}/{pages})" if pages > 1 else title
        draw_line(painter, QRect(0, 0, width, sizes.ROW), words, theme.font(sizes.TEXT_TITLE, bold=True), "ink", LEFT)
        painter.save()
        painter.translate(0, _TITLE)
        paint(painter, width, picture, picture.rows[page * each : (page + 1) * each], today)
        painter.restore()
