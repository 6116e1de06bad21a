"""One part of the text that was read, to correct: its heading, and its own paragraphs as tall as they are."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.plan import drafts as plan_drafts
from thidua_desktop.domain.plan.plans import Plan, Section
from thidua_desktop.domain.richtext import Paragraph
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.plans.body_editor import BodyEditor
from thidua_desktop.ui.tabs.plans.import_draft import ImportDraft
from thidua_desktop.ui.tabs.plans.outline_nodes import CLOSING, PREAMBLE, TEXTS, Key
from thidua_desktop.ui.widgets.fields import LineField
from thidua_desktop.ui.widgets.labels import show_when

OUTLINE = frozenset({"plan_sections"})
_ACT_NAMES = {PREAMBLE: "Sửa phần mở đầu", CLOSING: "Sửa phần kết"}
_OPENING = "Có thể thêm đoạn mở đầu cho mục này."
_BLANK = "Gõ nội dung. Đầu dòng gõ “- ” để thành gạch đầu dòng; Ctrl+B đậm, Ctrl+I nghiêng."


class ImportBlock(QWidget):
    """A section of the draft, or its opening or closing; what is typed goes into the draft."""

    def __init__(self, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.plan_id = 0
        self.key = PREAMBLE
        self.heading = LineField("Không có tiêu đề riêng")
        self.heading.setAccessibleName("Tiêu đề của mục")
        theme.set_part(self.heading, "heading")
        self.editor = BodyEditor()
        self.editor.setAccessibleName("Nội dung của mục")
        words = QVBoxLayout(self)
        words.setSpacing(0)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.heading)
        words.addWidget(self.editor)
        self.heading.autosave.edited.connect(self._on_heading)
        self.heading.returnPressed.connect(self.editor.setFocus)
        self.editor.autosave.edited.connect(self._on_body)

    def show_text(self, plan: Plan, key: Key) -> None:
        """Show the opening or the closing of the plan."""
        self._turn_to(plan.id, key)
        show_when(self.heading, False)
        self.editor.setPlaceholderText(_BLANK)
        self.editor.autosave.show(plan.preamble if key == PREAMBLE else plan.closing)

    def show_section(self, plan_id: int, section: Section) -> None:
        """Show a section."""
        self._turn_to(plan_id, Key("section", section.id))
        show_when(self.heading, True)
        self.editor.setPlaceholderText(_OPENING if section.children else _BLANK)
        self.heading.autosave.show(section.heading or "")
        self.editor.autosave.show(section.body)

    def _turn_to(self, plan_id: int, key: Key) -> None:
        if (plan_id, key) != (self.plan_id, self.key):
            self.flush()
            self.heading.autosave.give_up()
            self.editor.autosave.give_up()
        self.plan_id, self.key = plan_id, key

    def flush(self) -> None:
        """Take over now what is still being typed."""
        self.heading.autosave.flush()
        self.editor.autosave.flush()

    def _on_heading(self, text: str, editing: str) -> None:
        self.change("Sửa tên mục", "heading", " ".join(text.split()) or None, editing)

    def _on_body(self, paragraphs: tuple[Paragraph, ...], editing: str) -> None:
        if self.key in TEXTS:
            plan = plan_drafts.with_text(self._draft.plan, self.key.what, paragraphs)
            changes = self._draft.edit(_ACT_NAMES[self.key], plan, OUTLINE, f"{self.key.what}/{editing}")
            self._draft.bus.publish(changes)
        else:
            self.change("Sửa nội dung mục", "body", paragraphs, editing)

    def change(self, words: str, field: str, value: object, editing: str) -> None:
        """Put another value into a field of the section shown; nothing when it is gone meanwhile."""
        plan = plan_drafts.with_section(self._draft.plan, self.key.number, **{field: value})
        self._draft.bus.publish(self._draft.edit(words, plan, OUTLINE, f"{self.key.number}/{field}/{editing}"))

    def paragraph_at_caret(self) -> int | None:
        """The number of the paragraph the caret is in, from 0; empty lines are none and do not count."""
        block = self.editor.textCursor().block()
        if not block.text().strip():
            return None
        number, before = 0, block.previous()
        while before.isValid():
            number += bool(before.text().strip())
            before = before.previous()
        return number
