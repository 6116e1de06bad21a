"""The lines of a plan's text ↔ a text document of the window, one block each.

A block's format carries what kind of line it is and its level, so that the document's own undo takes these back too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from thidua_desktop.domain.outline.text import LineKind, Lines, TextLine
from thidua_desktop.domain.richtext import Paragraph, plain
from thidua_desktop.domain.vietnamese import nfc
from thidua_desktop.ui.tabs.plans import rich_text
from thidua_desktop.ui.theme import sizes

GUTTER = 6 * sizes.UNIT
"""Room for the numbers, at the left of the words."""
STEP = 2 * sizes.UNIT
"""How much further to the right a level stands than the one above it."""
_KIND = QTextFormat.Property.UserProperty + 1
_LEVEL = QTextFormat.Property.UserProperty + 2
_KINDS: tuple[LineKind, ...] = ("text", "heading", "item", "closing")


def kind_of(block: QTextBlock) -> LineKind:
    """What kind of line a block is."""
    return _KINDS[block.blockFormat().intProperty(_KIND)]


def level_of(block: QTextBlock) -> int:
    """The level of a heading or an item, 0 of text."""
    return block.blockFormat().intProperty(_LEVEL)


def begins(block: QTextBlock) -> bool:
    """Whether a section begins with it."""
    return kind_of(block) in ("heading", "item")


def line_of(block: QTextBlock) -> TextLine:
    """The line that a block is."""
    kind = kind_of(block)
    words = plain(nfc(block.text())) if kind == "heading" else rich_text.paragraph_of(block)
    return TextLine(kind, words, level_of(block) if kind in ("heading", "item") else 0)


def read(document: QTextDocument) -> Lines:
    """The lines of a document, as many as it has blocks."""
    return tuple(line_of(block) for block in rich_text.blocks(document))


def full(lines: Sequence[TextLine]) -> Lines:
    """The lines without those of text that hold nothing."""
    return tuple(line for line in lines if line.begins or line.paragraph.text.strip())


def roomy(lines: Sequence[TextLine]) -> Lines:
    """The lines with an empty one to type an opening or a closing into where the plan has none."""
    start = () if lines and lines[0].kind == "text" else (TextLine("text"),)
    end = () if lines and lines[-1].kind == "closing" else (TextLine("closing"),)
    return (*start, *lines, *end)


def format_of(line: TextLine, depth: int = 0) -> QTextBlockFormat:
    """How a line stands; ``depth`` is the level of the section a line of text belongs to."""
    made = rich_text.block_format()
    made.setProperty(_KIND, _KINDS.index(line.kind))
    made.setProperty(_LEVEL, line.level)
    made.setLeftMargin(GUTTER + STEP * max((line.level or depth) - 1, 0))
    if line.kind == "heading":
        made.setTopMargin(sizes.HALF)
    return made


def write(document: QTextDocument, lines: Sequence[TextLine]) -> None:
    """Put lines in place of what the document holds."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    put(cursor, lines, 0)
    cursor.endEditBlock()


def put(cursor: QTextCursor, lines: Sequence[TextLine], depth: int) -> None:
    """Write lines at the cursor: the first into its block, each of the others into a new one."""
    for number, line in enumerate(lines):
        depth = line.level or (0 if line.kind == "closing" else depth)
        shape = format_of(line, depth)
        if number:
            cursor.insertBlock(shape)
        else:
            cursor.setBlockFormat(shape)
        rich_text.insert_words(cursor, line.paragraph)


def replace_lines(document: QTextDocument, old: Lines, new: Lines) -> None:
    """Make the document, whose lines are ``old``, hold ``new``: one step of its undo, what is the same stays."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start == len(old) == len(new):
        return
    if start and (len(old) - end == start or len(new) - end == start):
        start -= 1
    elif len(old) - end == start or len(new) - end == start:
        end -= 1
    first, last = document.findBlockByNumber(start), document.findBlockByNumber(len(old) - end - 1)
    depth = next((line.level for line in reversed(new[:start]) if line.begins), 0)
    cursor = QTextCursor(first)
    cursor.beginEditBlock()
    if [line.paragraph for line in old[start : len(old) - end]] == [
        line.paragraph for line in new[start : len(new) - end]
    ]:
        _reshape(cursor, new[start : len(new) - end], depth)
    else:
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        put(cursor, new[start : len(new) - end], depth)
    cursor.endEditBlock()


def _reshape(cursor: QTextCursor, lines: Sequence[TextLine], depth: int) -> None:
    """Other kinds and levels for the blocks from the cursor on; the words stay."""
    for line in lines:
        depth = line.level or (0 if line.kind == "closing" else depth)
        cursor.setBlockFormat(format_of(line, depth))
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)


def empty_paragraph(block: QTextBlock) -> bool:
    """Whether a block holds no words."""
    return not block.text().strip()


def pasted(paragraphs: Sequence[Paragraph]) -> Lines:
    """Paragraphs from elsewhere as lines of text."""
    return tuple(TextLine("text", paragraph) for paragraph in paragraphs)


def text_line() -> TextLine:
    """An empty line of text."""
    return TextLine("text")


def insert_lines(cursor: QTextCursor, lines: Sequence[TextLine]) -> None:
    """Write lines at the cursor, inside an edit block: the first goes on in the line there, unless that is empty and
    whole lines come; what stood after the cursor goes on after the last.
    """
    block = cursor.block()
    level = next((level_of(one) for one in _backwards(block) if begins(one)), 0)
    kind = kind_of(block)
    for number, line in enumerate(lines):
        level = line.level or level
        if line.kind in ("text", "closing"):
            line = TextLine(kind if kind == "closing" else "text", line.paragraph)
        shape = format_of(line, level)
        if number:
            cursor.insertBlock(shape)
        elif len(lines) > 1 and empty_paragraph(block):
            cursor.setBlockFormat(shape)
        rich_text.insert_words(cursor, line.paragraph)


def _backwards(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.previous()
