"""A piece of a plan's text on the clipboard: whole lines keep what they are, words alone are words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from thidua_desktop.domain.outline.text import Lines, TextLine
from thidua_desktop.domain.richtext import from_json, to_json
from thidua_desktop.ui.tabs.plans import rich_text, section_text

if TYPE_CHECKING:
    from thidua_desktop.ui.tabs.plans.section_editor import SectionEditor

_OURS = "application/x-thidua-xa-lines"


def copied(mime: QMimeData, editor: SectionEditor) -> QMimeData:
    """What goes to the clipboard: the text with its numbers, and of several lines also what they are."""
    cursor = editor.textCursor()
    document = editor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    if first == last:
        return mime
    chosen = QTextCursor(cursor).selection()
    lines, texts = [], []
    part = QTextDocument()
    QTextCursor(part).insertFragment(chosen)
    block = first
    for copy in rich_text.blocks(part):
        line = section_text.line_of(copy)
        own = section_text.line_of(block)
        lines.append(TextLine(own.kind, line.paragraph, own.level))
        found = editor.numbers.of(block)
        texts.append(f"{found.marker} {copy.text()}".strip() if found else copy.text())
        block = block.next()
    made = QMimeData()  # the editor's own fetches its text anew whatever was put in
    made.setData(_OURS, json.dumps([[n.kind, n.level, to_json([n.paragraph])] for n in lines]).encode())
    made.setText("\n".join(texts))
    return made


def taken(mime: QMimeData) -> Lines:
    """The lines that were copied here, none for what comes from elsewhere."""
    if not mime.hasFormat(_OURS):
        return ()
    return tuple(
        TextLine(kind, from_json(words)[0], level) for kind, level, words in json.loads(bytes(mime.data(_OURS).data()))
    )
