"""The whole text of a plan on one page, as in Word: headings, numbered paragraphs and text, with their outline keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from thidua_desktop.domain.outline import edits
from thidua_desktop.domain.outline.edits import Edited
from thidua_desktop.domain.outline.text import LineKind, Lines, text_of
from thidua_desktop.domain.plan.phrases import Offer
from thidua_desktop.domain.plan.plans import Plan, Section
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.plans import rich_text, section_text
from thidua_desktop.ui.tabs.plans.body_editor import LONGEST_PASTE, pasted_paragraphs, text_key
from thidua_desktop.ui.tabs.plans.outline_nodes import CLOSING, PREAMBLE, Key
from thidua_desktop.ui.tabs.plans.phrase_list import PhraseList
from thidua_desktop.ui.tabs.plans.section_clipboard import copied, taken
from thidua_desktop.ui.tabs.plans.section_keys import EditKeys, is_typing
from thidua_desktop.ui.tabs.plans.section_numbers import Numbers, beginnings
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.autosave import Autosave


class SectionEditor(QTextEdit):
    """Edits lines; ``autosave.edited`` tells them (those that hold nothing left out).

    ``outline_changed()`` tells that sections came, went, moved or changed their level: the place for it is now.
    ``key_changed(key)`` tells in which part of the plan the caret is now. ``refused_paste(length)`` tells of a paste
    too long, ``refused_typing()`` that somebody typed while the text is only to be read.
    """

    outline_changed = Signal()
    key_changed = Signal(object)
    refused_paste = Signal(int)
    refused_typing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_part(self, "page")
        self.setAccessibleName("Văn bản của kế hoạch")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._before: tuple[Section, ...] = ()
        self._outline: tuple[tuple[str, int], ...] = ()
        self._told = PREAMBLE
        self._is_editing = self._is_written = False
        self.numbers = Numbers(self)
        self.phrases: PhraseList | None = None
        self._keys = EditKeys(self)
        self.autosave = Autosave(self, self._read, self._write)
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self.tell_key)

    # What is shown

    def lines(self) -> Lines:
        """A line for each block, also those that hold nothing."""
        return section_text.read(self.document())

    def _read(self) -> Lines:
        return section_text.full(self.lines())

    def _write(self, lines: Lines) -> None:
        """Put lines in place of what is there; its own undo starts anew, the caret stays in its section."""
        held = self.numbers.owner(self.textCursor().block())
        block, place = self.textCursor().block(), self.textCursor().position()
        home = self.numbers.block_of(held.id) if held is not None and held.id else None
        below = block.blockNumber() - home.blockNumber() if home is not None else 0
        column, scrolled = self.textCursor().positionInBlock(), self.verticalScrollBar().value()
        self.document().setUndoRedoEnabled(False)
        section_text.write(self.document(), section_text.roomy(lines))
        self.document().setUndoRedoEnabled(True)
        self._is_written = True
        self._renumber()
        home = self.numbers.block_of(held.id) if held is not None and held.id else None
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        if home is not None:
            block = self.document().findBlockByNumber(home.blockNumber() + below)
            block = block if block.isValid() else home
            cursor.setPosition(block.position() + min(column, block.length() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)

    def leave(self, forward: bool) -> None:
        """Ctrl+Tab, Ctrl+Shift+Tab: the keyboard goes to what stands behind, or before, the text."""
        QWidget.focusNextPrevChild(self, forward)

    def show_plan(self, plan: Plan, lines: Lines) -> None:
        """Show the text of a plan as it is stored; what is being typed stays."""
        self._before, self._is_written = plan.sections, False
        self.autosave.show(lines)
        if not self._is_written:
            self._renumber()

    def know(self, sections: tuple[Section, ...]) -> None:
        """The sections as they are stored now: from them the next edit goes on."""
        self._before = sections
        self._renumber()
        self.tell_key()

    def _renumber(self) -> None:
        self._outline = self._outline_now()
        made = text_of(self.lines(), self._before).sections
        with QSignalBlocker(self):  # what only looks different is no edit
            self.numbers.show(beginnings(made))

    def _outline_now(self) -> tuple[tuple[str, int], ...]:
        return tuple(
            (section_text.kind_of(block), section_text.level_of(block))
            for block in rich_text.blocks(self.document())
            if section_text.begins(block)
        )

    def _on_text(self) -> None:
        self.numbers.place()
        if self._outline_now() != self._outline:
            self._renumber()
            self.outline_changed.emit()
        self.tell_key()
        self.autosave.touch()

    # Where the caret is

    def key(self) -> Key:
        """The part of the plan the caret is in."""
        return self.key_of(self.textCursor().block())

    def key_of(self, block: QTextBlock) -> Key:
        """The part of the plan a block is in; a section that is not stored yet has the number 0."""
        found = self.numbers.owner(block)
        if found is not None:
            return Key("section", found.id)
        return CLOSING if section_text.kind_of(block) == "closing" else PREAMBLE

    def block_of(self, key: Key) -> QTextBlock | None:
        """The block a part of the plan begins with, None when it has none."""
        if key.what == "section":
            return self.numbers.block_of(key.number)
        document = self.document()
        if key == PREAMBLE:
            return document.firstBlock()
        return next((b for b in rich_text.blocks(document) if section_text.kind_of(b) == "closing"), None)

    def paragraph_block(self, key: Key, paragraph: int) -> QTextBlock | None:
        """The block of a paragraph of a part, counted from 0 as the part keeps them; -1 is its heading."""
        block = self.block_of(key)
        if block is None or paragraph < 0:
            return block
        if section_text.kind_of(block) == "heading" or not block.text().strip():
            block = block.next()
        while block.isValid() and (paragraph or not block.text().strip()):
            paragraph -= bool(block.text().strip())
            block = block.next()
        return block if block.isValid() else None

    def is_in_sight(self, key: Key) -> bool:
        """Whether the line a part begins with is in view."""
        block = self.block_of(key)
        return block is not None and self.viewport().rect().intersects(self.cursorRect(QTextCursor(block)))

    def go_to(self, key: Key) -> bool:
        """Put the caret to where a part begins and bring it to the top; whether there is such a part."""
        block = self.block_of(key)
        if block is None:
            return False
        self._told = key
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(int(top))
        return True

    def tell_key(self) -> None:
        """Tell where the caret is when that is another part than the one told last."""
        key = self.key()
        if key != self._told and not self._is_editing:
            self._told = key
            self.key_changed.emit(key)

    # Edits

    def edit(self, change: Callable[[Lines, int], Edited | None]) -> bool:
        """Do an edit of the outline to the line with the caret as one step of undo; whether it had a place to go to."""
        lines, cursor = self.lines(), self.textCursor()
        at, column = cursor.blockNumber(), cursor.positionInBlock()
        edited = change(lines, at)
        if edited is None or edited.lines == lines or self.isReadOnly():
            return False
        had = cursor.block().length()
        self._is_editing = True
        section_text.replace_lines(self.document(), lines, edited.lines)
        block = self.document().findBlockByNumber(edited.at)
        cursor = QTextCursor(block)
        if lines[at].paragraph.text.endswith(edited.lines[edited.at].paragraph.text):
            column = max(0, column + block.length() - had)  # a bullet or number that went takes its place with it
        cursor.setPosition(block.position() + min(column, block.length() - 1))
        self._is_editing = False
        self.setTextCursor(cursor)
        self.tell_key()
        self.ensureCursorVisible()
        return True

    def level(self, by: int) -> bool:
        """The chosen sections one level deeper (1) or higher (-1)."""
        first, last = self._chosen()
        return self.edit(lambda lines, at: edits.levelled(lines, first, last, by))

    def _chosen(self) -> tuple[int, int]:
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        return first, max(first, document.findBlock(max(cursor.selectionEnd() - 1, 0)).blockNumber())

    def move_up(self) -> bool:
        """The section or paragraph with the caret before the one above it."""
        return self.edit(edits.moved_up)

    def move_down(self) -> bool:
        """The section or paragraph with the caret after the one below it."""
        return self.edit(edits.moved_down)

    def make(self, kind: LineKind, level: int = 0) -> bool:
        """Make the line with the caret a heading, an item or text."""
        return self.edit(partial(_made, kind=kind, level=level))

    def add_heading(self) -> bool:
        """Add an empty heading after the section with the caret and put the caret there."""
        return self.edit(edits.with_new_heading)

    def level_here(self) -> int:
        """The level of the line with the caret; of text the one that a number of its own would give it."""
        lines, at = self.lines(), self.textCursor().blockNumber()
        home = edits.owner(lines, at)
        if home is None:
            return 1
        return lines[home].level + (home != at and lines[home].kind == "heading")

    def typed_sections(self) -> tuple[Section, ...]:
        """The sections as they are stored, which say how the plan numbers its levels."""
        return self._before

    def toggle_bold(self) -> None:
        """Make the chosen words, or those to be typed, bold or upright again."""
        text_key(self, Qt.Key.Key_B)

    def toggle_italic(self) -> None:
        """Make the chosen words, or those to be typed, italic or upright again."""
        text_key(self, Qt.Key.Key_I)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        was_open = self.phrases is not None and self.phrases.isVisible()
        if self.isReadOnly():
            if is_typing(event):
                self.refused_typing.emit()
            super().keyPressEvent(event)
        elif self.phrases is None or not self.phrases.press(event):
            if not self._keys.press(event):
                super().keyPressEvent(event)
                self._keys.after(event)
            if self.phrases is not None and was_open:
                self.phrases.follow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.phrases is not None:
            self.phrases.hide()

    def offer_with(self, find: Callable[[str], Sequence[Offer]]) -> None:
        """Offer phrases at Ctrl+Space; ``find(before)`` gives those that fit after the words before the caret."""
        self.phrases = PhraseList(self, find)

    def topic(self) -> str:
        """The heading the caret stands under, "" where there is none."""
        lines = self.lines()
        home = edits.owner(lines, self.textCursor().blockNumber())
        while home is not None and lines[home].kind != "heading":
            home = edits.owner(lines, home - 1) if home else None
        return lines[home].paragraph.text if home is not None else ""

    # The clipboard and the paint

    def createMimeDataFromSelection(self) -> QMimeData:
        return copied(super().createMimeDataFromSelection(), self)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: a piece of a plan as it was, anything else as paragraphs with their bold and italic only.

        What numbers at the start of these make of them is a step of undo of its own.
        """
        if len(source.text()) > LONGEST_PASTE:
            self.refused_paste.emit(len(source.text()))
            return
        lines, start = taken(source), self.textCursor().selectionStart()
        self._insert(lines or section_text.pasted(pasted_paragraphs(source)))
        if not lines:
            block = self.document().findBlock(start)
            first = block.blockNumber() + (start > block.position())
            self.edit(lambda now, last: edits.numbered_as_typed(now, first, last, self._before))
        self.ensureCursorVisible()

    def _insert(self, lines: Lines) -> None:
        """Write lines at the caret: words of one line go into its line, of several the first goes on there."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        section_text.insert_lines(cursor, lines)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines no longer than can be read; the rest of a wide window stays free."""
        self.setViewportMargins(0, 0, max(0, self.width() - sizes.PAGE_WIDTH), 0)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.numbers.paint(painter)
        painter.end()


def _made(lines: Lines, at: int, *, kind: LineKind, level: int) -> Edited:
    return edits.as_kind(lines, at, kind, level)
