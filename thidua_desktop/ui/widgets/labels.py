"""Labels in the window's text looks."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from thidua_desktop.ui import theme

_DETAIL_LINES = 3


def label(text: str = "", look: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A plain-text label; ``look`` as in :func:`theme.set_text`. Text is never read as markup."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if look:
        theme.set_text(made, look)
    return made


def show_when(widget: QWidget, wanted: bool) -> None:
    """Show or hide a part of something; one without a parent yet is only marked, or it would open as a window."""
    if wanted and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(wanted)


class RowDetail(QLabel):
    """What the cells of a table's chosen row have no room for, whole, below the table; room for three lines is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(_DETAIL_LINES * self.fontMetrics().lineSpacing())

    def show_texts(self, texts: Iterable[str]) -> None:
        """Show these, each on lines of its own, without the empty ones."""
        self.setText("\n".join(filter(None, texts)))


class ElidedLabel(QLabel):
    """A one-line label that gives way: what does not fit ends in "…" and is told by the tool tip."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if look:
            theme.set_text(self, look)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text``, shortened to the width there is."""
        self._text = text
        self._fit()
        self.updateGeometry()

    def full_text(self) -> str:
        """The text as given, not shortened."""
        return self._text

    def sizeHint(self):
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._text) + theme.sizes.HALF)
        return hint

    def minimumSizeHint(self):
        hint = super().minimumSizeHint()
        hint.setWidth(min(hint.width(), theme.sizes.COLUMN_MIN))
        return hint

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitted = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        super().setText(fitted)
        self.setToolTip(self._text if fitted != self._text else "")
