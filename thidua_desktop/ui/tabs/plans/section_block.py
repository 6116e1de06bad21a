"""One section to edit: number, heading, and its own paragraphs as tall as they are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.plans import Plan, Section
from thidua_desktop.domain.richtext import Paragraph
from thidua_desktop.services.plan import plans
from thidua_desktop.ui import theme
from thidua_desktop.ui.storing import store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.body_editor import BodyEditor
from thidua_desktop.ui.tabs.plans.outline_nodes import CLOSING, PREAMBLE, Key
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.fields import LineField
from thidua_desktop.ui.widgets.labels import label, show_when

TEXTS = {PREAMBLE: "Mở đầu", CLOSING: "Kết"}
OPENING = "Có thể thêm đoạn mở đầu cho mục này."
BLANK = "Gõ nội dung. Đầu dòng gõ “- ” để thành gạch đầu dòng; Ctrl+B đậm, Ctrl+I nghiêng."


class SectionBlock(QWidget):
    """A section, or the opening or closing of the plan; what is typed is stored and published.

    ``refused_paste(length)`` tells of a paste too long.
    """

    refused_paste = Signal(int)

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.plan_id = 0
        self.key = PREAMBLE
        self.marker = label("", "strong")
        self.heading = LineField("Không có tiêu đề riêng")
        self.heading.setAccessibleName("Tiêu đề của mục")
        self.editor = BodyEditor()
        self.editor.setAccessibleName("Nội dung của mục")
        theme.set_part(self.heading, "heading")
        self._lay_out()
        self.heading.autosave.edited.connect(self._on_heading)
        self.heading.returnPressed.connect(self._to_text)
        self.editor.autosave.edited.connect(self._on_body)
        self.editor.refused_paste.connect(self.refused_paste)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.editor)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(sizes.HALF)
        self._row.addWidget(self.marker, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)

    def _to_text(self) -> None:
        """Enter after the heading goes on with the text, as in a letter."""
        show_when(self.editor, True)
        self.editor.setFocus()

    def show_text(self, plan: Plan, key: Key) -> None:
        """Show the opening or the closing of the plan."""
        self._turn_to(plan.id, key)
        show_when(self.marker, False)
        show_when(self.heading, False)
        self.editor.setPlaceholderText(BLANK)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.editor.autosave.show(plan.preamble if key == PREAMBLE else plan.closing)

    def show_section(self, plan_id: int, section: Section, depth: int) -> None:
        """Show a section, ``depth`` levels below the chosen one."""
        self._turn_to(plan_id, Key("section", section.id))
        has_field = section.heading is not None or not depth
        self.marker.setText(section.marker)
        self.marker.setFixedHeight(sizes.CONTROL if has_field else self.fontMetrics().height() + sizes.HALF)
        show_when(self.marker, True)
        show_when(self.heading, has_field)
        show_when(self.editor, bool(section.body) or not depth or not (section.children and section.heading))
        self.editor.setPlaceholderText("" if depth else OPENING if section.children else BLANK)
        self._row.setContentsMargins(depth * sizes.MARGIN, 0, 0, 0)
        self.heading.autosave.show(section.heading or "")
        self.editor.autosave.show(section.body)

    @property
    def is_unstored(self) -> bool:
        """Whether it holds a text that could not be stored."""
        return self.heading.autosave.is_unstored or self.editor.autosave.is_unstored

    def _turn_to(self, plan_id: int, key: Key) -> None:
        if (plan_id, key) != (self.plan_id, self.key):
            self.flush()
            self.heading.autosave.give_up()
            self.editor.autosave.give_up()
        self.plan_id, self.key = plan_id, key

    def flush(self) -> None:
        """Store now what is still being typed."""
        self.heading.autosave.flush()
        self.editor.autosave.flush()

    def _on_heading(self, text: str, editing: str) -> None:
        heading = " ".join(text.split()) or None
        act = partial(plans.set_section_heading, section_id=self.key.number, heading=heading, editing=editing)
        store(self.context, act, self.heading.autosave)

    def _on_body(self, paragraphs: tuple[Paragraph, ...], editing: str) -> None:
        if self.key in TEXTS:
            act = partial(
                plans.set_plan_text, plan_id=self.plan_id, field=self.key.what, paragraphs=paragraphs, editing=editing
            )
        else:
            act = partial(plans.set_section_body, section_id=self.key.number, paragraphs=paragraphs, editing=editing)
        store(self.context, act, self.editor.autosave)
