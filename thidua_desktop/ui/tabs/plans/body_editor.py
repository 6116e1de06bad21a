"""The text of a part of the plan: paragraphs, bullets, bold and italic, saved within a second."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from thidua_desktop.domain.richtext import Paragraph
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.plans import rich_text

SAVE_AFTER = 700  # milliseconds after the last key: what is typed is in the file within a second
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
LONGEST_PASTE = 500_000  # characters, about 200 pages: more is a wrong clipboard, not a paragraph


class BodyEditor(QTextEdit):
    """Edits paragraphs. Loading never counts as typing; saying again what stands there changes nothing.

    ``edited(paragraphs, editing)`` comes within a second of the last key and when the focus leaves; ``editing`` is one
    token from focus to focus, so that those edits are one act. ``refused_paste(length)`` tells of a paste too long.
    """

    edited = Signal(object, str)
    refused_paste = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "page")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._editing = ""
        self._saved: tuple[Paragraph, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SAVE_AFTER)
        self._later.timeout.connect(self.flush)
        self.textChanged.connect(self._later.start)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What stands in the editor now."""
        return rich_text.read_document(self.document())

    def set_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show paragraphs; the caret stays where it was when they are already there."""
        wanted = tuple(paragraphs)
        same = wanted == self.paragraphs()
        self._saved = wanted
        self._later.stop()
        if same:
            return
        place = self.textCursor().position()
        with QSignalBlocker(self):
            self.document().setUndoRedoEnabled(False)
            self.clear()
            rich_text.insert(QTextCursor(self.document()), wanted)
            self.document().setUndoRedoEnabled(True)
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def flush(self) -> None:
        """Tell now what has been typed since the last time, if anything."""
        self._later.stop()
        now = self.paragraphs()
        if now != self._saved:
            self._saved = now
            self._editing = self._editing or uuid4().hex
            self.edited.emit(now, self._editing)

    def mark(self, words: str) -> bool:
        """Choose the first place where ``words`` stand and bring it into sight; whether there is one."""
        found = self.document().find(words, 0, QTextDocument.FindFlag.FindCaseSensitively)
        if found.isNull():
            return False
        self.setTextCursor(found)
        self.ensureCursorVisible()
        return True

    def toggle_bold(self) -> None:
        """Make the chosen words, or those to be typed, bold or upright again."""
        bold = self.fontWeight() >= QFont.Weight.DemiBold
        self.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)

    def toggle_italic(self) -> None:
        """Make the chosen words, or those to be typed, italic or upright again."""
        self.setFontItalic(not self.fontItalic())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Bold):
            self.toggle_bold()
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.toggle_italic()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # Ctrl+Enter and its like belong to the outline; a soft break has no place in such papers
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._editing = uuid4().hex

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
        self._editing = ""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text with its bold and italic only."""
        text = source.text()
        if len(text) > LONGEST_PASTE:
            self.refused_paste.emit(len(text))
            return
        pasted = QTextDocument()
        if source.hasHtml():
            pasted.setHtml(source.html())
        else:
            pasted.setPlainText(text)
        rich_text.insert(self.textCursor(), rich_text.read_document(pasted))
        self.ensureCursorVisible()
