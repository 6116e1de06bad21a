"""A part of the plan's text to read and edit as a whole: the chosen section and all below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from thidua_desktop.domain.plans import Plan, Section
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.body_editor import BodyEditor
from thidua_desktop.ui.tabs.plans.outline_nodes import Key
from thidua_desktop.ui.tabs.plans.section_block import TEXTS, SectionBlock
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.scrolling import scrolling

MOST_BLOCKS = 60  # sections edited at once; a part that holds more is opened one level down


class SectionPage(Card):
    """Blocks of the chosen section and those below it; the opening and the closing are one block."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__("Nội dung", parent=parent)
        self.context = context
        self._shown: tuple[int, Key] | None = None
        self.blocks: list[SectionBlock] = []
        self._more = label("", "soft", wrap=True)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, sizes.HALF, 0)
        self._column.setSpacing(sizes.UNIT)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self._scroll = scrolling(inside)
        self._follow = QTimer(self, singleShot=True, interval=0)  # once the text has been laid out anew
        self._follow.timeout.connect(self._show_caret)
        self.add_to_title(self._tool("bold", "Chữ đậm (Ctrl+B)", BodyEditor.toggle_bold))
        self.add_to_title(self._tool("italic", "Chữ nghiêng (Ctrl+I)", BodyEditor.toggle_italic))
        self.add(self._scroll, 1)

    def _tool(self, icon: str, words: str, act: Callable[[BodyEditor], None]) -> QToolButton:
        button = _ToolForText(self, act)
        button.setIcon(theme.icon(icon))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    @property
    def key(self) -> Key:
        """The part that is shown."""
        return self._shown[1]

    @property
    def editor(self) -> BodyEditor:
        """The text of the chosen section."""
        return self.blocks[0].editor

    @property
    def heading(self) -> QWidget:
        """The heading of the chosen section."""
        return self.blocks[0].heading

    def is_at(self, plan_id: int, key: Key) -> bool:
        """Whether that part is the one shown."""
        return self._shown == (plan_id, key)

    def show_part(self, plan: Plan, key: Key) -> bool:
        """Show that part of the plan; False when the plan has none of that key.

        The part shown already stays as it is while a text of it could not be stored: blocks change their sections.
        """
        if self.is_at(plan.id, key) and any(block.is_unstored for block in self.blocks):
            return True
        if key in TEXTS:
            self._keep_blocks(1)
            self.blocks[0].show_text(plan, key)
            show_when(self._more, False)
        else:
            section = next((s for s in plan.all_sections() if s.id == key.number), None)
            if section is None:
                return False
            self._show_sections(plan.id, section)
        if self._shown != (plan.id, key):
            self._shown = (plan.id, key)
            self._scroll.verticalScrollBar().setValue(0)
        return True

    def _show_sections(self, plan_id: int, top: Section) -> None:
        sections = list(top.walk())
        shown = sections[:MOST_BLOCKS]
        self._keep_blocks(len(shown))
        for block, section in zip(self.blocks, shown, strict=True):
            block.show_section(plan_id, section, section.level - top.level)
        show_when(self._more, len(sections) > len(shown))
        self._more.setText(f"Còn {len(sections) - len(shown)} mục nữa: chọn mục con trong dàn ý để xem và sửa.")

    def _keep_blocks(self, count: int) -> None:
        """Have that many blocks: what is not needed is stored and let go."""
        while len(self.blocks) > count:
            block = self.blocks.pop()
            block.flush()
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()
        while len(self.blocks) < count:
            block = SectionBlock(self.context)
            block.refused_paste.connect(self._on_refused_paste)
            block.editor.cursorPositionChanged.connect(self._follow.start)
            self._column.insertWidget(len(self.blocks), block)
            self.blocks.append(block)

    def flush(self) -> None:
        """Store now what is still being typed."""
        for block in list(self.blocks):
            block.flush()

    def rename(self) -> None:
        """Put the keyboard into the heading of the chosen section."""
        self.heading.setFocus()
        self.heading.selectAll()

    def mark(self, words: str) -> bool:
        """Choose those words where they stand first; whether they do."""
        for block in self.blocks:
            if block.editor.mark(words):
                block.editor.setFocus()
                return True
        return False

    def _show_caret(self) -> None:
        """Scroll to where the clerk types: the editors are as tall as their texts and do not scroll themselves."""
        editor = next((block.editor for block in self.blocks if block.editor.hasFocus()), None)
        if editor is not None:
            caret = editor.viewport().mapTo(self._scroll.widget(), editor.cursorRect().center())
            self._scroll.ensureVisible(caret.x(), caret.y(), 0, sizes.CONTROL)

    def _on_refused_paste(self, length: int) -> None:
        self.context.ask.notify(
            f"Đoạn vừa dán dài {format_number(length)} ký tự, quá dài cho một mục nên chưa được dán; "
            "nội dung cũ còn nguyên. Hãy dán từng phần, hoặc dùng “Nhập từ tệp…”.",
            State.WAIT,
        )


class _ToolForText(QToolButton):
    """Acts on the text that has the keyboard, which it leaves there."""

    def __init__(self, page: SectionPage, act: Callable[[BodyEditor], None]) -> None:
        super().__init__()
        self._page, self._act = page, act
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        editor = next((block.editor for block in self._page.blocks if block.editor.hasFocus()), self._page.editor)
        self._act(editor)
