"""A part of the plan's text: its number and heading, and the paragraphs below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.domain.plans import Plan, Section
from thidua_desktop.domain.richtext import Paragraph
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.services import plans
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.body_editor import BodyEditor
from thidua_desktop.ui.tabs.plans.outline_nodes import CLOSING, PREAMBLE, Key
from thidua_desktop.ui.tabs.plans.storing import store
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.fields import LineField
from thidua_desktop.ui.widgets.labels import label, show_when

_TEXTS = {PREAMBLE: "Mở đầu", CLOSING: "Kết"}
_BLANK = "Gõ nội dung. Đầu dòng gõ “- ” để thành gạch đầu dòng; Ctrl+B đậm, Ctrl+I nghiêng."


class SectionPage(Card):
    """Shows a section, the opening or the closing of the plan; every edit is stored and published."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context = context
        self._plan_id = 0
        self._key = PREAMBLE
        self.marker = label("", "title")
        self.heading = LineField("Không có tiêu đề riêng")
        self.editor = BodyEditor()
        self.editor.setPlaceholderText(_BLANK)
        self.editor.setAccessibleName("Nội dung của mục")
        self._lay_out()
        self.heading.autosave.edited.connect(self._on_heading)
        self.editor.autosave.edited.connect(self._on_body)
        self.editor.refused_paste.connect(self._on_refused_paste)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(sizes.UNIT)
        head.addWidget(self.marker)
        head.addWidget(self.heading, 1)
        head.addStretch(0)
        head.addWidget(self._tool("bold", "Chữ đậm (Ctrl+B)", self.editor.toggle_bold))
        head.addWidget(self._tool("italic", "Chữ nghiêng (Ctrl+I)", self.editor.toggle_italic))
        column = QVBoxLayout()
        column.setSpacing(sizes.UNIT)
        column.addLayout(head)
        column.addWidget(self.editor, 1)
        self.add_layout(column, 1)

    @staticmethod
    def _tool(icon: str, words: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(act)
        return button

    @property
    def section_id(self) -> int:
        """The section shown, 0 for the opening or the closing."""
        return self._key.number if self._key not in _TEXTS else 0

    def show_part(self, plan: Plan, key: Key) -> bool:
        """Show that part of the plan; False when the plan has none of that key."""
        section = next((s for s in plan.all_sections() if s.id == key.number), None) if key not in _TEXTS else None
        if key not in _TEXTS and section is None:
            return False
        if (plan.id, key) != (self._plan_id, self._key):
            self.flush()
        self._plan_id, self._key = plan.id, key
        if section is None:
            self._show_text(plan)
        else:
            self._show_section(section)
        return True

    def _show_text(self, plan: Plan) -> None:
        self.marker.setText(_TEXTS[self._key])
        show_when(self.heading, False)
        self.editor.autosave.show(plan.preamble if self._key == PREAMBLE else plan.closing)

    def _show_section(self, section: Section) -> None:
        self.marker.setText(section.marker)
        show_when(self.heading, True)
        self.heading.autosave.show(section.heading or "")
        self.editor.autosave.show(section.body)

    def flush(self) -> None:
        """Store now what is still being typed."""
        self.heading.autosave.flush()
        self.editor.autosave.flush()

    def rename(self) -> None:
        """Put the keyboard into the heading."""
        self.heading.setFocus()
        self.heading.selectAll()

    def mark(self, words: str) -> bool:
        """Choose those words in the text; whether they stand there."""
        return self.editor.mark(words)

    def _on_heading(self, text: str, editing: str) -> None:
        heading = " ".join(text.split()) or None
        act = partial(plans.set_section_heading, section_id=self.section_id, heading=heading, editing=editing)
        store(self.context, act, self.heading.autosave)

    def _on_body(self, paragraphs: tuple[Paragraph, ...], editing: str) -> None:
        if self.section_id:
            act = partial(plans.set_section_body, section_id=self.section_id, paragraphs=paragraphs, editing=editing)
        else:
            field = "preamble" if self._key == PREAMBLE else "closing"
            act = partial(
                plans.set_plan_text, plan_id=self._plan_id, field=field, paragraphs=paragraphs, editing=editing
            )
        store(self.context, act, self.editor.autosave)

    def _on_refused_paste(self, length: int) -> None:
        self.context.ask.notify(
            f"Đoạn vừa dán dài {format_number(length)} ký tự, quá dài cho một mục nên chưa được dán; "
            "nội dung cũ còn nguyên. Hãy dán từng phần, hoặc dùng “Nhập từ tệp…”.",
            State.WAIT,
        )
