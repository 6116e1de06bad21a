"""Fields that save by themselves: one line, a day, and several lines that grow with what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.autosave import Autosave
from thidua_desktop.ui.widgets.register_editors import DateField

MOST_LINES = 6


class LineField(QLineEdit):
    """One line; ``autosave.edited`` tells what was typed."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.autosave = Autosave(self, self.text, self._write)
        self.textEdited.connect(self.autosave.touch)
        self.returnPressed.connect(self.autosave.flush)

    def _write(self, text: str) -> None:
        """Of a long text the beginning is in view, unless somebody is in it."""
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who is led here types on at the end."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.end(False)


class DayField(DateField):
    """A day as dd/MM/yyyy, typed or chosen in a calendar; ``autosave.edited`` tells it as text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.autosave = Autosave(self, self.text, self.setText)
        self.textEdited.connect(self.autosave.touch)
        self.returnPressed.connect(self.autosave.flush)
        self.chosen.connect(self.autosave.flush)


class TextField(QPlainTextEdit):
    """A long text: as many lines as it needs, up to six. Tab leaves it."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.autosave = Autosave(self, self.toPlainText, self._write)
        self.textChanged.connect(self.autosave.touch)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _write(self, text: str) -> None:
        self.setPlainText(text)
        self._fit()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = min(max(int(self.document().size().height()), 1), MOST_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * sizes.UNIT + sizes.HALF)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())


class ChoiceField(QComboBox):
    """A line with suggestions; anything may be typed. ``autosave.edited`` tells it."""

    def __init__(self, choices: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(choices))
        self.autosave = Autosave(self, self.currentText, self.setEditText)
        self.editTextChanged.connect(self.autosave.touch)
        self.textActivated.connect(self.autosave.flush)

    def set_choices(self, choices: Sequence[str]) -> None:
        """Offer these; what is typed stays."""
        if [self.itemText(number) for number in range(self.count())] == list(choices):
            return  # else the caret would jump to the end of what is being typed
        text = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItems(list(choices))
        self.setEditText(text)
        self.blockSignals(False)


def show_stored(editor: QWidget, text: str) -> None:
    """Show what is stored in a chooser or a field that saves by itself: it is no typing, and what is typed stays."""
    if isinstance(editor, QComboBox):
        with QSignalBlocker(editor):
            editor.setCurrentText(text)
    else:
        editor.autosave.show(text)
