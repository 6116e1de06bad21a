"""The text of a part of the plan: paragraphs, bullets, bold and italic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from thidua_desktop.domain.richtext import Paragraph, with_words
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.plans import rich_text
from thidua_desktop.ui.widgets.autosave import Autosave

_BLANKS = re.compile(" {2,}")
_WORD_BULLET = re.compile("[\u00b7\uf0b7\uf0a7\uf0d8\uf0fc\u00a7\u25aa\u25cf\u25cb] ")  # of Symbol, Wingdings
LONGEST_PASTE = 500_000  # characters, about 200 pages: more is a wrong clipboard, not a paragraph


class BodyEditor(QTextEdit):
    """Edits paragraphs; ``autosave.edited`` tells them. ``refused_paste(length)`` tells of a paste too long."""

    refused_paste = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "page")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()
        self.autosave = Autosave(self, self.paragraphs, self._write)
        self.textChanged.connect(self.autosave.touch)

    def _fit(self) -> None:
        """As tall as the text: the page around it scrolls."""
        edge = 2 * self.frameWidth()
        self.setFixedHeight(max(int(self.document().size().height()), self.fontMetrics().lineSpacing()) + edge)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What stands in the editor now."""
        return rich_text.read_document(self.document())

    def _write(self, paragraphs: Sequence[Paragraph]) -> None:
        """Put paragraphs in place of what is there; its own undo starts anew, the caret stays near where it was."""
        place = self.textCursor().position()
        self.document().setUndoRedoEnabled(False)
        self.clear()
        rich_text.insert(QTextCursor(self.document()), paragraphs)
        self.document().setUndoRedoEnabled(True)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

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
        text_key(self, Qt.Key.Key_B)

    def toggle_italic(self) -> None:
        """Make the chosen words, or those to be typed, italic or upright again."""
        text_key(self, Qt.Key.Key_I)

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

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text with its bold and italic only."""
        text = source.text()
        if len(text) > LONGEST_PASTE:
            self.refused_paste.emit(len(text))
            return
        rich_text.insert(self.textCursor(), pasted_paragraphs(source))
        self.ensureCursorVisible()


def pasted_paragraphs(source: QMimeData) -> tuple[Paragraph, ...]:
    """What a clipboard holds as paragraphs, with their bold and italic only; Word's own bullets become dashes."""
    pasted = QTextDocument()
    if source.hasHtml():
        pasted.setHtml(source.html())
    else:
        pasted.setPlainText(source.text())
    return tuple(_without_word_list(paragraph) for paragraph in rich_text.read_document(pasted))


def _without_word_list(paragraph: Paragraph) -> Paragraph:
    """Word puts the sign or number of a list item before it as a letter of a symbol font and a row of blanks."""
    runs = tuple(replace(run, text=_BLANKS.sub(" ", run.text)) for run in paragraph.runs)
    found = _WORD_BULLET.match("".join(run.text for run in runs))
    if found is None:
        return replace(paragraph, runs=runs)
    return Paragraph(with_words(runs, 0, found.end(), ""), "-")


def text_key(editor: QTextEdit, key: Qt.Key) -> None:
    """What Ctrl with B or I does: the chosen words, or those to be typed, bold or italic, or upright again."""
    if key == Qt.Key.Key_I:
        editor.setFontItalic(not editor.fontItalic())
    else:
        is_bold = editor.fontWeight() >= QFont.Weight.DemiBold
        editor.setFontWeight(QFont.Weight.Normal if is_bold else QFont.Weight.Bold)
