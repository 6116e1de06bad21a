"""The parts of the text as they were read: the tree, and the chosen part to correct."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.outline import moves
from thidua_desktop.domain.outline import sections as outline
from thidua_desktop.domain.plan import drafts as plan_drafts
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.services.wording import shortened
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.import_block import OUTLINE
from thidua_desktop.ui.tabs.plans.import_draft import ImportDraft, UndoCorrection
from thidua_desktop.ui.tabs.plans.import_section import ImportSection
from thidua_desktop.ui.tabs.plans.outline_acts import NEW_HEADING
from thidua_desktop.ui.tabs.plans.outline_nodes import PREAMBLE, Key, text_nodes
from thidua_desktop.ui.tabs.plans.outline_tree import OutlineTree
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.side import Columns

_LEVELS = {"inwards": plan_drafts.demoted, "outwards": plan_drafts.promoted}
_PLACES = {"up": moves.up, "down": moves.down}


class OutlinePage(QWidget):
    """``chosen(key)`` when another part is chosen; ``undo_wanted()`` when the notice of a removal asks for it."""

    chosen = Signal(object)
    undo_wanted = Signal()

    def __init__(self, context: TabContext, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._draft = draft
        self.tree = OutlineTree()
        self.section = ImportSection(draft)
        left = Card("Các mục")
        left.add(self.tree, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns([left, self.section], [sizes.CHOICE_WIDTH, sizes.READING_WIDTH]))
        self._connect()

    def _connect(self) -> None:
        self.tree.chosen.connect(self._on_chosen)
        self.tree.stepped.connect(self.step)
        self.tree.dropped.connect(self._on_dropped)
        self.tree.add_beside.connect(self._on_add_beside)
        self.tree.add_below.connect(self._on_add_below)
        self.tree.rename.connect(self._on_rename)
        self.tree.remove.connect(self.remove)
        self.section.moved.connect(self._on_moved)
        self.section.not_a_heading.connect(self._on_not_a_heading)
        self.section.heading_wanted.connect(self._on_heading_wanted)

    def show_plan(self, plan: Plan) -> None:
        """Show the outline of the plan; what was chosen stays chosen."""
        self.tree.show_nodes(text_nodes(plan))
        key = self.tree.current()
        if key is None:
            self.tree.choose(Key("section", plan.sections[0].id) if plan.sections else PREAMBLE)
        elif not self.section.show_part(plan, key):
            self.tree.choose(PREAMBLE)

    def flush(self) -> None:
        """Take over now what is still being typed."""
        self.section.flush()

    def choose(self, key: Key) -> bool:
        """Choose a part; False when there is none of that key."""
        return self.tree.choose(key)

    def _on_chosen(self, key: Key) -> None:
        self.section.show_part(self._draft.plan, key)
        self.chosen.emit(key)

    # Corrections

    def step(self, section_id: int, step: str) -> None:
        """Move a section one level in or out, or up or down among its siblings."""
        plan = self._draft.plan
        if step in _LEVELS:
            self._edit(f"Đổi cấp của mục {self._named(section_id)}", _LEVELS[step](plan, section_id), section_id)
        elif (to := _PLACES[step](plan.sections, section_id)) is not None:
            self._on_dropped(section_id, to.parent_id, to.position)

    def _on_dropped(self, section_id: int, parent_id: int | None, position: int) -> None:
        plan = plan_drafts.with_section_moved(self._draft.plan, section_id, parent_id, position)
        self._edit(f"Chuyển mục {self._named(section_id)}", plan, section_id)

    def _on_add_beside(self, section_id: int) -> None:
        sections = self._draft.plan.sections
        self._add(moves.after(sections, section_id) if section_id else moves.Move(None, len(sections)))

    def _on_add_below(self, section_id: int) -> None:
        if section_id:
            self._add(moves.Move(section_id, len(outline.find(self._draft.plan.sections, section_id).children)))
        else:
            self._on_add_beside(0)

    def _add(self, to: moves.Move) -> None:
        plan, section_id = plan_drafts.with_new_section(self._draft.plan, NEW_HEADING, to.parent_id, to.position)
        self._edit("Thêm mục", plan, section_id)
        self._on_rename(section_id)

    def _on_rename(self, section_id: int) -> None:
        self.tree.choose(Key("section", section_id))
        self.section.rename()

    def remove(self, section_id: int) -> None:
        """Take a section with its words out of the plan; the notice offers to bring it back."""
        named = self._named(section_id)
        self._edit(f"Xóa mục {named}", plan_drafts.without_section(self._draft.plan, section_id), 0)
        undo = UndoCorrection(self._draft, self.undo_wanted.emit)
        self.context.ask.notify(f"Đã xóa mục {named}.", acts=[("Hoàn tác", undo)])

    def _on_moved(self, step: str) -> None:
        self.flush()
        self.step(self.section.key.number, step)

    def _on_not_a_heading(self) -> None:
        self.flush()
        section_id, plan = self.section.key.number, self._draft.plan
        before = plan_drafts.before(plan, section_id)
        named = self._named(section_id)
        self._edit(f"Mục {named} là nội dung", plan_drafts.as_content(plan, section_id), before.id if before else 0)

    def _on_heading_wanted(self, paragraph: int) -> None:
        key = self.section.key
        part = key.number if key.what == "section" else key.what
        plan, section_id = plan_drafts.as_heading(self._draft.plan, part, paragraph)
        self._edit("Đoạn thành tiêu đề", plan, section_id)

    def _edit(self, words: str, plan: Plan, then: int) -> None:
        self._draft.bus.publish(self._draft.edit(words, plan, OUTLINE))
        self.tree.choose(Key("section", then) if then else PREAMBLE)

    def _named(self, section_id: int) -> str:
        section = outline.find(self._draft.plan.sections, section_id)
        return f"{section.marker} {shortened(section.heading or '')}".strip()
