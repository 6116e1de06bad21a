"""The text of a plan on one page, from the opening to the closing, with what Word has above it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import product

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.outline.text import LineKind, Lines, PlanText, lines_of
from thidua_desktop.domain.plan.phrases import Offer, topic_of
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.services.plan import phrases
from thidua_desktop.services.plan.text_steps import TextSteps
from thidua_desktop.ui.storing import store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans import section_text
from thidua_desktop.ui.tabs.plans.outline_nodes import PREAMBLE, TEXTS, Key
from thidua_desktop.ui.tabs.plans.section_editor import SectionEditor
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.icon_button import icon_button

KINDS: tuple[tuple[str, LineKind], ...] = (("Tiêu đề", "heading"), ("Đoạn đánh số", "item"), ("Đoạn văn", "text"))
_PAINTED = re.compile(r"^(?:\w{1,4}[.)/]\s*)+(?=\S)")  # "a) ", "II. ", "2. 2. "
_KIND_KEYS = "Tiêu đề: Ctrl+Alt+1, 2, 3; đoạn đánh số: Ctrl+Alt+0; đoạn văn: Ctrl+Shift+N"


class SectionPage(Card):
    """``came_to(key)`` tells that the caret came into another part of the plan."""

    came_to = Signal(object)

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__("Nội dung", parent=parent)
        self.context = context
        self._plan_id = 0
        self._year = context.year
        self._key = PREAMBLE
        self._made: PlanText | None = None
        self._steps = TextSteps(0)
        self._stored: Lines = ()
        self.editor = SectionEditor()
        self.editor.offer_with(self._offers)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName("Kiểu của dòng")
        self.kinds.setToolTip(_KIND_KEYS)
        self.kinds.addItems([words for words, _ in KINDS])
        self.kinds.activated.connect(self._on_kind)
        self.add_to_title(self.kinds)
        for tool in self._tools():
            self.add_to_title(self._tool(*tool))
        self.add(self.editor, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)  # once the edit that tells it is done
        self._soon.timeout.connect(self.flush)
        self.editor.autosave.edited.connect(self._on_edited)
        self.editor.outline_changed.connect(self._soon.start)
        self.editor.key_changed.connect(self._on_key)
        self.editor.cursorPositionChanged.connect(self._show_kind)
        self.editor.textChanged.connect(self._show_kind)
        self.editor.refused_paste.connect(self._on_refused_paste)

    def _tools(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        edit = self.editor
        return (
            ("bold", "Chữ đậm (Ctrl+B)", edit.toggle_bold),
            ("italic", "Chữ nghiêng (Ctrl+I)", edit.toggle_italic),
            ("chevron-left", "Lên một cấp (Alt+Shift+←)", partial(edit.level, -1)),
            ("chevron-right", "Xuống một cấp (Alt+Shift+→)", partial(edit.level, 1)),
            ("chevron-up", "Chuyển lên trên (Alt+Shift+↑)", edit.move_up),
            ("chevron-down", "Chuyển xuống dưới (Alt+Shift+↓)", edit.move_down),
        )

    def _tool(self, icon: str, words: str, act: Callable[[], object]) -> QToolButton:
        """A button that leaves the keyboard where it is."""
        made = icon_button(icon, words, act)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    # What is shown

    @property
    def key(self) -> Key:
        """The part with the caret."""
        return self._key

    def is_at(self, plan_id: int, key: Key) -> bool:
        """Whether that part is on the page."""
        return self._plan_id == plan_id and self.editor.block_of(key) is not None

    def show_part(self, plan: Plan, key: Key) -> bool:
        """Show the plan's text with that part in sight; False when the plan has none of that key.

        What could not be stored stays on the page until it can be.
        """
        if key not in TEXTS and all(section.id != key.number for section in plan.all_sections()):
            return False
        self._show(plan)
        if key != self._key or not (self.editor.hasFocus() or self.editor.is_in_sight(key)):
            self._key = key
            self.editor.go_to(key)
        else:
            self.editor.tell_key()
        self._show_kind()
        return True

    def _show(self, plan: Plan) -> None:
        if plan.id != self._plan_id:
            self.editor.autosave.give_up()
            self._plan_id, self._key = plan.id, Key("")
            self._steps = TextSteps(plan.id)
        self._stored = lines_of(plan)
        self.editor.show_plan(plan, self._stored)
        self._year = plan.year

    def stay(self, plan: Plan) -> Key:
        """Show the plan after the part with the caret went from it; returns where the caret is now."""
        self._show(plan)
        self._key = self.editor.key()
        return self._key

    def flush(self) -> None:
        """Store now what is still being typed."""
        self.editor.autosave.flush()

    def rename(self) -> None:
        """Put the keyboard into the heading of the chosen section, its words chosen."""
        self.editor.setFocus()
        block = self.editor.block_of(self._key)
        if block is not None:
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.editor.setTextCursor(cursor)

    def chosen_words(self) -> str:
        """The words chosen in one line, "" when there are none or more."""
        words = self.editor.textCursor().selectedText() if self.isVisible() else ""
        return "" if "\u2029" in words else words

    def choose_words(self, key: Key, paragraph: int, start: int, length: int) -> None:
        """Choose letters of a paragraph of a part (-1: its heading) and bring them into sight; the keyboard stays."""
        block = self.editor.paragraph_block(key, paragraph)
        if block is not None:
            lead = len(block.text()) - len(section_text.line_of(block).paragraph.text)
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + lead + start)
            cursor.setPosition(block.position() + lead + start + length, QTextCursor.MoveMode.KeepAnchor)
            self.editor.setTextCursor(cursor)
            self.editor.ensureCursorVisible()

    def mark(self, words: str, paragraph: int = -1) -> bool:
        """Choose those words where they stand first in the chosen part, from that paragraph on, or after it.

        Whether they do. A number in front of them is left away where it is no text: ``numbers`` paints it.
        """
        block = self.editor.paragraph_block(self._key, paragraph)
        start = block.position() if block is not None else 0
        for sought, from_ in product(dict.fromkeys((words, _PAINTED.sub("", words))), (start, 0)):
            found = self.editor.document().find(sought, from_, QTextDocument.FindFlag.FindCaseSensitively)
            if not found.isNull():
                self.editor.setTextCursor(found)
                self.editor.setFocus()
                self.editor.ensureCursorVisible()
                return True
        return False

    # What is typed

    def _offers(self, before: str) -> tuple[Offer, ...]:
        return phrases.offers(self.context.workspace, before, topic_of(self.editor.topic()), self._year)

    def _on_edited(self, lines: Lines, editing: str) -> None:
        self._made = None
        store(self.context, partial(self._store, lines=lines, editing=editing), self.editor.autosave)
        if self._made is not None:
            self.editor.know(self._made.sections)

    def _store(self, workspace, *, lines: Lines, editing: str) -> Changes:
        changes, self._made = self._steps.store(workspace, self._stored, lines, editing=editing)
        self._stored = lines
        return changes

    def _on_key(self, key: Key) -> None:
        if key != Key("section", 0):
            self._key = key
            self.came_to.emit(key)

    def _show_kind(self) -> None:
        kind = section_text.kind_of(self.editor.textCursor().block())
        with QSignalBlocker(self.kinds):
            self.kinds.setCurrentIndex(next((n for n, (_, one) in enumerate(KINDS) if one == kind), len(KINDS) - 1))

    def _on_kind(self, row: int) -> None:
        self.editor.make(KINDS[row][1], self.editor.level_here())
        self.editor.setFocus()

    def _on_refused_paste(self, length: int) -> None:
        self.context.ask.notify(
            f"Đoạn vừa dán dài {format_number(length)} ký tự, quá dài cho một mục nên chưa được dán; "
            "nội dung cũ còn nguyên. Hãy dán từng phần, hoặc dùng “Nhập từ tệp…”.",
            State.WAIT,
        )
