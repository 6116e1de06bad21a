"""Text as delegates draw it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter

from thidua_desktop.ui import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def draw_line(painter: QPainter, box: QRect, text: str, font: QFont, ink: str, where: Qt.AlignmentFlag) -> int:
    """Draw as much of the text as fits, with "…" for the rest; returns how wide the whole of it is."""
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    metrics = painter.fontMetrics()
    painter.drawText(box, where, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1))
    return metrics.horizontalAdvance(text)
