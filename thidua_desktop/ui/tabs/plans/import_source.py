"""The source at the left, line by line, each with a mark of what it became."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock, QTextBlockFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.plans.import_links import HEADING_WORD, PART_WORDS, ROW_WORDS, Span
from thidua_desktop.ui.theme import sizes

MOST_MARKED = 400  # stretches coloured at once; more is slow and says nothing
_ONE_LINE = str.maketrans(dict.fromkeys("\n\r\v\f\u2028\u2029", " "))
_STRIPS = {
    **dict.fromkeys(ROW_WORDS.values(), "good"),
    HEADING_WORD: "accent_ink",
    PART_WORDS["title"]: "accent_ink",
    PART_WORDS[""]: "wait",
}
_KNOWN_STRIP = "line_strong"


class _Marks(QWidget):
    """The margin with the strip and the word of every line; it belongs to a :class:`SourceText`."""

    def __init__(self, text: SourceText) -> None:
        super().__init__(text)
        self._text = text
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self._text.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_margin(event)

    def mousePressEvent(self, event) -> None:
        """A click on a word is a click on its line."""
        self._text.choose_at(event.position().toPoint().y())


class SourceText(QTextEdit):
    """The lines, to read and copy only, with room above each for the marks of capital letters.

    ``line_chosen(number)`` when the clerk goes to another line, from 0.
    """

    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "page")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName("Văn bản gốc")
        self._words: tuple[str, ...] = ()
        self._line = -1
        self._moving = False
        self._marked: tuple[Span, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._margin = _Marks(self)
        self.setViewportMargins(self.margin_width(), 0, 0, 0)
        self.verticalScrollBar().valueChanged.connect(self._margin.update)
        self.document().documentLayout().update.connect(self._margin.update)
        self.cursorPositionChanged.connect(self._on_cursor)

    def show_lines(self, texts: Sequence[str], words: Sequence[str]) -> None:
        """Show these lines, each with its word."""
        self._words = tuple(words)
        self._moving = True
        self.setPlainText("\n".join(text.translate(_ONE_LINE) for text in texts))
        self._set_apart()
        self._moving = False
        self._line = -1
        self._margin.update()

    def _set_apart(self) -> None:
        looks = QTextBlockFormat()
        looks.setTopMargin(sizes.HALF)
        looks.setLineHeight(sizes.LINE_ROOM, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(looks)

    @property
    def line(self) -> int:
        """The chosen line, -1 for none."""
        return self._line

    def word(self, line: int) -> str:
        """What the margin calls a line."""
        return self._words[line] if line < len(self._words) else ""

    def mark_only(self, spans: Sequence[Span]) -> None:
        """Colour these stretches and stay where the text stands."""
        self._marked = tuple(spans[:MOST_MARKED])
        self._paint_marks()

    def mark(self, spans: Sequence[Span]) -> None:
        """Colour these stretches and bring the first into sight; the clerk did not choose a line by that."""
        self.mark_only(spans)
        if spans:
            self._go_to(spans[0])

    def show_found(self, spans: Sequence[Span], current: int = -1) -> None:
        """Colour what a search found, and go to one of it."""
        self._found = tuple(spans[max(current, 0) :][:MOST_MARKED])
        self._paint_marks()
        if 0 <= current < len(spans):
            self._go_to(spans[current])

    def _go_to(self, span: Span) -> None:
        self._moving = True
        in_sight = self._is_in_sight(span)
        self.setTextCursor(self._cursor(Span(span.line, span.start, span.start)))
        self._moving = False
        self._line = span.line
        if not in_sight:
            self.verticalScrollBar().setValue(int(self._room(self._block(span.line)).center().y()) - self._half())
        self._margin.update()

    def _is_in_sight(self, span: Span) -> bool:
        room = self._room(self._block(span.line)).translated(0, -self.verticalScrollBar().value())
        return room.top() >= 0 and room.bottom() <= self.viewport().height()

    def _block(self, line: int) -> QTextBlock:
        return self.document().findBlockByNumber(line)

    def _room(self, block: QTextBlock) -> QRectF:
        """Where a line stands in the whole text, with the room above it."""
        return self.document().documentLayout().blockBoundingRect(block).adjusted(0, -sizes.HALF, 0, 0)

    def _half(self) -> int:
        return self.viewport().height() // 2

    def _paint_marks(self) -> None:
        chosen = [self._selection(span, "accent_soft") for span in self._marked]
        self.setExtraSelections(chosen + [self._selection(span, "wait_soft") for span in self._found])

    def _selection(self, span: Span, colour: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self._cursor(span)
        made.format.setBackground(theme.colour(colour))
        made.format.setProperty(QTextFormat.Property.FullWidthSelection, False)
        return made

    def _cursor(self, span: Span) -> QTextCursor:
        block = self._block(span.line)
        text = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + _units(text[: span.start]))
        cursor.setPosition(block.position() + _units(text[: span.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def choose_at(self, y: int) -> None:
        """Go to the line at that height."""
        self.setTextCursor(self.cursorForPosition(QPoint(0, y)))
        self.setFocus()

    def _on_cursor(self) -> None:
        line = self.textCursor().blockNumber()
        if self._moving or line == self._line:
            return
        self._line = line
        self._margin.update()
        self.line_chosen.emit(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, with a hair line between lines: a paragraph of several rows is one line of the source.

        The hair line lies under the text: marks of capital letters reach up to it.
        """
        painter = QPainter(self.viewport())
        painter.setPen(theme.colour("line"))
        for block, room in self._lines_in_sight(event.rect().bottom()):
            if block.blockNumber():
                painter.drawLine(room.topLeft(), room.topRight())
        painter.end()
        super().paintEvent(event)

    def _lines_in_sight(self, bottom: int) -> Iterator[tuple[QTextBlock, QRect]]:
        block = self.cursorForPosition(QPoint(0, 0)).block()
        above = self.verticalScrollBar().value()
        while block.isValid() and (room := self._room(block)).top() - above <= bottom:
            yield block, QRect(0, int(room.top()) - above, self.viewport().width(), int(room.height()))
            block = block.next()

    # The margin

    def margin_width(self) -> int:
        """Room for the longest word."""
        metrics = self.fontMetrics()
        words = (*PART_WORDS.values(), *ROW_WORDS.values())
        return max(metrics.horizontalAdvance(word) for word in words) + sizes.MARGIN

    def paint_margin(self, event: QPaintEvent) -> None:
        """Draw the strips and words of the lines in sight."""
        painter = QPainter(self._margin)
        painter.setFont(theme.font(sizes.TEXT_SMALL))
        for block, room in self._lines_in_sight(event.rect().bottom()):
            self._paint_line(painter, block, QRect(0, room.top(), self._margin.width(), room.height()))
        painter.end()

    def _paint_line(self, painter: QPainter, block: QTextBlock, room: QRect) -> None:
        word = self.word(block.blockNumber())
        current = block.blockNumber() == self._line
        if current:
            painter.fillRect(room, theme.colour("accent_soft"))
        strip = QRect(room.right() - sizes.HALF - sizes.RING, room.top() + 1, sizes.HALF, room.height() - 2)
        painter.fillRect(strip, theme.colour(_STRIPS.get(word, _KNOWN_STRIP)))
        painter.setPen(theme.colour("ink" if current or word in _STRIPS else "ink_faint"))
        first = QRect(
            room.left(), room.top() + sizes.HALF, strip.left() - sizes.HALF, self.fontMetrics().lineSpacing() + 2
        )
        painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        room = self.contentsRect()
        self._margin.setGeometry(QRect(room.left(), room.top(), self.margin_width(), room.height()))


def _units(text: str) -> int:
    """How long a text is for Qt, which counts a letter outside the first plane as two."""
    return len(text.encode("utf-16-le")) // 2
