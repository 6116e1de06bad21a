"""Paragraphs with bold and italic ↔ a text document of the window; everything else a paste may bring is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from thidua_desktop.domain.richtext import Paragraph, Run, joined
from thidua_desktop.domain.vietnamese import nfc
from thidua_desktop.ui.theme import sizes

LINE_PERCENT = 118

_BULLET = re.compile(r"([-+•*–](?=\s)|\|)(?:(?<=\|) ?|\s+)")
_SOFT_BREAKS = str.maketrans({"\u2028": " ", "\ufffc": "", "\t": " "})


def read_document(document: QTextDocument) -> tuple[Paragraph, ...]:
    """The paragraphs of a document; "- " or "+ " at the start makes a list item, "| " a table's row; empty ones go."""
    return tuple(paragraph for block in blocks(document) if (paragraph := paragraph_of(block)).text.strip())


def insert(cursor: QTextCursor, paragraphs: Sequence[Paragraph]) -> None:
    """Write paragraphs at the cursor, one block each; the first goes on in the block where the cursor is."""
    cursor.beginEditBlock()
    cursor.setBlockFormat(block_format())
    for number, paragraph in enumerate(paragraphs):
        if number:
            cursor.insertBlock(block_format())
        insert_words(cursor, paragraph)
    cursor.endEditBlock()


def insert_words(cursor: QTextCursor, paragraph: Paragraph) -> None:
    """Write the words of a paragraph, its bullet before them, into the block where the cursor is."""
    if paragraph.bullet:
        cursor.insertText(f"{paragraph.bullet} ", char_format())
    for run in paragraph.runs:
        cursor.insertText(run.text, char_format(bold=run.bold, italic=run.italic))


def block_format() -> QTextBlockFormat:
    """Room between lines and paragraphs, for reading."""
    made = QTextBlockFormat()
    made.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(sizes.HALF)
    return made


def char_format(*, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    """The look of a run."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setFontItalic(italic)
    return made


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Every block, in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def paragraph_of(block: QTextBlock) -> Paragraph:
    """What one block says."""
    runs = joined(_runs(block))
    found = _BULLET.match("".join(run.text for run in runs))
    if not found:
        return Paragraph(runs)
    return Paragraph(_without_start(runs, found.end()), found.group(1))


def _runs(block: QTextBlock) -> Iterator[Run]:
    parts = block.begin()
    while not parts.atEnd():
        fragment = parts.fragment()
        look = fragment.charFormat()
        text = nfc(fragment.text().translate(_SOFT_BREAKS))
        yield Run(text, look.fontWeight() >= QFont.Weight.DemiBold, look.fontItalic())
        parts += 1


def _without_start(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    left = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        left.append(Run(run.text[cut:], run.bold, run.italic))
    return joined(left)
