"""The numbers of sections beside their words: they follow from the outline and are painted, not typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QSyntaxHighlighter, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from thidua_desktop.domain.papers.blocks import HeadingStyle
from thidua_desktop.domain.papers.plan_paper import heading_style
from thidua_desktop.domain.plan.plans import Section
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.plans import rich_text, section_text
from thidua_desktop.ui.theme import sizes

LOOKS = ("", "part", "chapter", "item", "point")
PARTS = {"text": "Mở đầu", "closing": "Kết"}


class Beginning(NamedTuple):
    """What is shown beside the first line of a section: its id (0: not stored yet), number and look ("": an item)."""

    id: int
    marker: str
    style: HeadingStyle | str


def beginnings(sections: Sequence[Section]) -> list[Beginning]:
    """Of every section, in reading order."""
    return [
        Beginning(section.id, section.marker, heading_style(section) if section.heading is not None else "")
        for top in sections
        for section in top.walk()
    ]


class Numbers:
    """Knows which block begins which section, and paints the numbers in the gutter."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._shown: list[Beginning] = []
        self._at: dict[int, int] = {}
        self._looks = _Looks(self)

    def show(self, shown: Sequence[Beginning]) -> None:
        """The sections in reading order, as many as blocks that begin one."""
        self._shown = list(shown)
        self.place()
        for block in self._blocks():
            if block.userState() != self.look_of(block):
                self._looks.rehighlightBlock(block)
        self._edit.viewport().update()

    def look_of(self, block: QTextBlock) -> int:
        """How a block is to look: a place in :data:`LOOKS`, 0 for what is no heading."""
        found = self.of(block)
        is_heading = found is not None and section_text.kind_of(block) == "heading"
        return LOOKS.index(found.style) if found is not None and is_heading else 0

    def place(self) -> None:
        """Find the blocks that begin the sections, after lines came or went."""
        begun = (block.blockNumber() for block in self._blocks() if section_text.begins(block))
        self._at = {number: place for place, number in enumerate(begun)}

    def _blocks(self) -> Iterator[QTextBlock]:
        return rich_text.blocks(self._edit.document())

    def of(self, block: QTextBlock) -> Beginning | None:
        """What begins with that block, None for text."""
        place = self._at.get(block.blockNumber(), len(self._shown))
        return self._shown[place] if place < len(self._shown) else None

    def owner(self, block: QTextBlock) -> Beginning | None:
        """The section a block stands in; None in the opening and the closing."""
        if section_text.kind_of(block) == "closing":
            return None
        while block.isValid():
            if section_text.begins(block):
                return self.of(block)
            block = block.previous()
        return None

    def block_of(self, section_id: int) -> QTextBlock | None:
        """The block a section begins with."""
        for block in self._blocks():
            if (found := self.of(block)) is not None and found.id == section_id:
                return block
        return None

    def paint(self, painter: QPainter) -> None:
        """Paint the numbers of the blocks in sight."""
        edit, layout = self._edit, self._edit.document().documentLayout()
        down = QPointF(-edit.horizontalScrollBar().value(), -edit.verticalScrollBar().value())
        block = self.first_in_sight()
        while block.isValid():
            place = layout.blockBoundingRect(block).translated(down)
            if place.top() > edit.viewport().height():
                return
            self._paint(painter, block)
            block = block.next()

    def first_in_sight(self) -> QTextBlock:
        """The block at the top of the view. In the margin above the first one Qt finds any block of a long text."""
        above = self._edit.document().documentMargin() - self._edit.verticalScrollBar().value()
        return self._edit.cursorForPosition(QPoint(0, max(0, ceil(above)))).block()

    def _paint(self, painter: QPainter, block: QTextBlock) -> None:
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        found, words = self.of(block), ""
        if found is not None:
            words = found.marker
            painter.setFont(font_of(self._edit.font(), found.style))
            painter.setPen(theme.colour("ink"))
        elif section_text.kind_of(block) in PARTS and self._is_first(block):
            words = PARTS[section_text.kind_of(block)]
            painter.setFont(theme.font(sizes.TEXT_SMALL))
            painter.setPen(theme.colour("ink_soft"))
        left = block.blockFormat().leftMargin() - section_text.GUTTER
        room = section_text.GUTTER - sizes.HALF
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
        down = block.layout().position().y() - self._edit.verticalScrollBar().value()
        painter.drawText(QPointF(left, down + line.y() + line.ascent()), shown)

    @staticmethod
    def _is_first(block: QTextBlock) -> bool:
        """Whether the opening or the closing begins here."""
        before = block.previous()
        if section_text.kind_of(block) == "closing":
            return not before.isValid() or section_text.kind_of(before) != "closing"
        return not before.isValid()


def font_of(base: QFont, style: str) -> QFont:
    """The letters of a number."""
    made = QFont(base)
    if style in ("part", "chapter", "item"):
        made.setWeight(QFont.Weight.Bold)
    return made


class _Looks(QSyntaxHighlighter):
    """Shows headings as the paper does, without touching the text or its undo."""

    def __init__(self, numbers: Numbers) -> None:
        super().__init__(numbers._edit.document())
        self._numbers = numbers

    def highlightBlock(self, text: str) -> None:
        wanted = self._numbers.look_of(self.currentBlock())
        self.setCurrentBlockState(wanted)
        if not wanted:
            return
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Normal if LOOKS[wanted] == "point" else QFont.Weight.Bold)
        look.setFontItalic(False)
        if LOOKS[wanted] in ("chapter", "part"):
            look.setFontCapitalization(QFont.Capitalization.AllUppercase)
        self.setFormat(0, len(text), look)
