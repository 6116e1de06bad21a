"""The keys of the page with a plan's text: those of Word, for words and for the outline."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCursor

from thidua_desktop.domain.outline import edits
from thidua_desktop.ui.tabs.plans import section_text
from thidua_desktop.ui.tabs.plans.body_editor import text_key
from thidua_desktop.ui.tabs.plans.rich_text import char_format

if TYPE_CHECKING:
    from thidua_desktop.ui.tabs.plans.section_editor import SectionEditor

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_NONE = Qt.KeyboardModifier.NoModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BULLET = re.compile(r"([-+•*–]\s+)(.*)", re.DOTALL)


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key would change the text, were it not only to be read."""
    if event.matches(QKeySequence.StandardKey.Paste) or event.matches(QKeySequence.StandardKey.Cut):
        return True
    if event.modifiers() & (_CTRL | _ALT):
        return False
    return event.key() in (*_ENTER, Qt.Key.Key_Backspace, Qt.Key.Key_Delete) or bool(
        event.text() and event.text().isprintable()
    )


class EditKeys:
    """Answers the keys of one editor; the rest is Qt's."""

    def __init__(self, editor: SectionEditor) -> None:
        self._editor = editor
        levels = {
            (_CTRL | _ALT, Qt.Key(Qt.Key.Key_0.value + level)): (lambda level=level: editor.make("heading", level))
            for level in range(1, 6)
        }
        self._acts: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]] = {
            (_ALT | _SHIFT, Qt.Key.Key_Left): lambda: editor.level(-1),
            (_ALT | _SHIFT, Qt.Key.Key_Right): lambda: editor.level(1),
            (_ALT | _SHIFT, Qt.Key.Key_Up): editor.move_up,
            (_ALT | _SHIFT, Qt.Key.Key_Down): editor.move_down,
            (_ALT, Qt.Key.Key_Left): lambda: editor.level(-1),
            (_ALT, Qt.Key.Key_Right): lambda: editor.level(1),
            (_ALT, Qt.Key.Key_Up): editor.move_up,
            (_ALT, Qt.Key.Key_Down): editor.move_down,
            (_CTRL, Qt.Key.Key_Return): editor.add_heading,
            (_CTRL, Qt.Key.Key_Enter): editor.add_heading,
            (_CTRL, Qt.Key.Key_Up): lambda: self._to_section(-1),
            (_CTRL, Qt.Key.Key_Down): lambda: self._to_section(1),
            (_CTRL, Qt.Key.Key_Space): self._offer,
            (_CTRL | _SHIFT, Qt.Key.Key_N): lambda: editor.make("text"),
            (_CTRL, Qt.Key.Key_B): lambda: text_key(editor, Qt.Key.Key_B),
            (_CTRL, Qt.Key.Key_I): lambda: text_key(editor, Qt.Key.Key_I),
            (_NONE, Qt.Key.Key_Tab): lambda: self._tab(1),
            (_SHIFT, Qt.Key.Key_Backtab): lambda: self._tab(-1),
            (_CTRL, Qt.Key.Key_Tab): lambda: editor.leave(True),
            (_CTRL | _SHIFT, Qt.Key.Key_Backtab): lambda: editor.leave(False),
            (_CTRL | _ALT, Qt.Key.Key_0): lambda: editor.make("item", editor.level_here()),
        } | levels

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours, and done."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        if (act := self._acts.get((held, key))) is not None:
            act()
            return True
        if key in _ENTER and held in (_NONE, _SHIFT):
            self._enter()
            return True
        return key == Qt.Key.Key_Backspace and held == _NONE and self._backspace()

    def after(self, event: QKeyEvent) -> None:
        """After a space: a number typed at the start of a line begins a numbered paragraph, as in Word."""
        if event.text() != " ":
            return
        editor, cursor = self._editor, self._editor.textCursor()
        block = cursor.block()
        if section_text.kind_of(block) != "text" or cursor.atStart():
            return
        typed = block.text()[: cursor.positionInBlock()]
        found = edits.typed_marker(editor.lines(), block.blockNumber(), typed, editor.typed_sections())
        if found is None or found[0] != typed:
            return
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.endEditBlock()
        editor.make("item", found[1])

    def _offer(self) -> None:
        """The office's phrases that go on from what is typed."""
        if self._editor.phrases is not None:
            self._editor.phrases.open()

    def _to_section(self, by: int) -> None:
        """To the line where the section before or after begins."""
        block = self._editor.textCursor().block()
        at_start = self._editor.textCursor().atBlockStart()
        if by < 0 and section_text.begins(block) and not at_start:
            self._go(block)
            return
        block = _next(block, by)
        while block.isValid() and not section_text.begins(block):
            beyond = _next(block, by)
            if not beyond.isValid():
                break
            block = beyond
        if block.isValid():
            self._go(block)

    def _go(self, block: QTextBlock) -> None:
        self._editor.setTextCursor(QTextCursor(block))
        self._editor.ensureCursorVisible()

    def _tab(self, by: int) -> None:
        """In a section's first line its level; in text Tab has no place: papers are set in by themselves."""
        first = self._editor.document().findBlock(self._editor.textCursor().selectionStart())
        if section_text.begins(first):
            self._editor.level(by)

    def _enter(self) -> None:
        editor, cursor = self._editor, self._editor.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        block = cursor.block()
        kind, is_empty, level = section_text.kind_of(block), section_text.empty_paragraph(block), editor.level_here()
        bullet = _BULLET.fullmatch(block.text()) if kind in ("text", "closing") else None
        if kind == "item" and is_empty:
            cursor.setBlockFormat(section_text.format_of(section_text.text_line(), level))
        elif bullet and not bullet[2].strip():
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            goes_on = bullet is not None and cursor.positionInBlock() >= len(bullet[1])
            self._break(cursor, kind, level)
            if goes_on and bullet:
                cursor.insertText(bullet[1])
        cursor.endEditBlock()
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()

    @staticmethod
    def _break(cursor: QTextCursor, kind: str, level: int) -> None:
        """A new line: after a heading its text, after anything else one of the same kind."""
        if kind != "heading":
            cursor.insertBlock()
        elif cursor.atBlockEnd():
            cursor.insertBlock(section_text.format_of(section_text.text_line(), level), char_format())
        elif cursor.atBlockStart():
            shape = cursor.blockFormat()
            before = section_text.format_of(section_text.text_line(), level)
            cursor.insertBlock(shape)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            cursor.setBlockFormat(before)
        else:
            cursor.insertBlock()

    def _backspace(self) -> bool:
        """At the start of a heading or an item: it becomes text of the section before it, as in Word."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection() or not cursor.atBlockStart() or not section_text.begins(cursor.block()):
            return False
        return self._editor.make("text")


def _next(block: QTextBlock, by: int) -> QTextBlock:
    return block.next() if by > 0 else block.previous()
