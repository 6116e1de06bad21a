"""A page that scrolls when the window is too small for it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(inside: QWidget) -> QScrollArea:
    """``inside`` as wide as there is room, without a frame or a ground of its own."""
    made = QScrollArea()
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidgetResizable(True)
    made.setWidget(inside)
    inside.setAutoFillBackground(False)  # setWidget turned it on
    return made
