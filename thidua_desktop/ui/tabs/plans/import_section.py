"""A part of the text that was read, to correct: its number and heading, its level, its words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.ui.tabs.plans.import_block import ImportBlock
from thidua_desktop.ui.tabs.plans.import_draft import ImportDraft
from thidua_desktop.ui.tabs.plans.outline_nodes import TEXTS, Key
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.fields import LineField
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.scrolling import scrolling


class ImportSection(Card):
    """``moved(step)`` asks for "outwards" or "inwards"; ``not_a_heading()`` and ``heading_wanted(paragraph)`` for those
    corrections."""

    moved = Signal(str)
    not_a_heading = Signal()
    heading_wanted = Signal(int)

    def __init__(self, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__("Nội dung", parent=parent)
        self.block = ImportBlock(draft)
        self.number = LineField("I., 1., a)")
        self.number.setAccessibleName("Số, ký hiệu của mục")
        self.number.setMaximumWidth(sizes.LABEL_WIDTH // 2)
        self._of_a_section = QWidget()
        self._lay_out()
        self.number.autosave.edited.connect(self._on_number)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._of_a_section)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        row.addWidget(label("Số mục", "soft"))
        row.addWidget(self.number)
        row.addWidget(self._act("← Lên cấp", "Lên một cấp (trong dàn ý: Alt+←)", self._on_outwards))
        row.addWidget(self._act("→ Xuống cấp", "Thành mục con của mục trên (trong dàn ý: Alt+→)", self._on_inwards))
        row.addStretch(1)
        self.add(self._of_a_section)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.block)
        column.addStretch(1)
        self.add(scrolling(inside), 1)
        self.add_layout(self._below())

    def _below(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        self._not_heading = self._act(
            "Không phải tiêu đề", "Dòng này là nội dung của mục trên, không phải tiêu đề", self.not_a_heading.emit
        )
        row.addWidget(self._not_heading)
        row.addWidget(
            self._act("Đoạn này là tiêu đề", "Đoạn có con trỏ thành tiêu đề một mục mới", self._on_heading_wanted)
        )
        row.addStretch(1)
        return row

    @staticmethod
    def _act(words: str, tip: str, act) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.clicked.connect(act)
        return button

    @property
    def key(self) -> Key:
        """The part shown."""
        return self.block.key

    def show_part(self, plan: Plan, key: Key) -> bool:
        """Show that part; False when the plan has none of that key."""
        if key != self.key:
            self.flush()
            self.number.autosave.give_up()
        section = next((s for s in plan.all_sections() if s.id == key.number), None) if key not in TEXTS else None
        if key not in TEXTS and section is None:
            return False
        for part in (self._of_a_section, self._not_heading):
            show_when(part, section is not None)
        self._not_heading.setEnabled(section is not None and section.heading is not None)
        if section is None:
            self.set_title(TEXTS[key])
            self.block.show_text(plan, key)
        else:
            self.set_title("Mục")
            self.block.show_section(plan.id, section)
            self.number.autosave.show(section.marker)
        return True

    def flush(self) -> None:
        """Take over now what is still being typed."""
        self.number.autosave.flush()
        self.block.flush()

    def rename(self) -> None:
        """Put the keyboard into the heading."""
        self.block.heading.setFocus()
        self.block.heading.selectAll()

    def _on_number(self, text: str, editing: str) -> None:
        self.block.change("Sửa số của mục", "marker", " ".join(text.split()), editing)

    def _on_outwards(self) -> None:
        self.moved.emit("outwards")

    def _on_inwards(self) -> None:
        self.moved.emit("inwards")

    def _on_heading_wanted(self) -> None:
        self.block.flush()
        if (paragraph := self.block.paragraph_at_caret()) is not None:
            self.heading_wanted.emit(paragraph)
