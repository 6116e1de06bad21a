"""Acts on the outline and on what the checker found: add, move, remove, number anew, repair; each is one act that undo
takes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.checking import Finding
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.outline import moves
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.services.plan import phrases, plan_text, plans, repairs
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.outline_nodes import Key
from thidua_desktop.ui.tabs.plans.outline_tree import OutlineTree
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.unstored import store_typed

NEW_HEADING = "Mục mới"


class OutlineActs(QObject):
    """``choose(key)`` and ``choose_several(ids)`` ask the tree to show lines, ``rename(section id)`` asks to put the
    keyboard into a heading.
    """

    choose = Signal(object)
    choose_several = Signal(object)
    rename = Signal(int)

    def __init__(self, context: TabContext, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.plan = Plan(year=context.year)
        self._tree: OutlineTree | None = None

    def attach(self, tree: OutlineTree) -> None:
        """Answer to what the clerk does in the tree."""
        self._tree = tree
        self.choose_several.connect(tree.choose_all)
        tree.stepped.connect(self.step)
        tree.dropped.connect(self.drop)
        tree.add_beside.connect(self.add_beside)
        tree.add_below.connect(self.add_below)
        tree.rename.connect(self.rename)
        tree.remove.connect(self.remove)

    def step(self, section_id: int, step: str) -> None:
        """Move a section, or all that are chosen with it, by one step; nothing happens when there is no way."""
        if len(ids := self._several(section_id)) > 1:
            self._do(partial(plan_text.step_sections, plan_id=self.plan.id, section_ids=ids, step=step))
            self.choose_several.emit(ids)
        elif (to := moves.STEPS[step](self.plan.sections, section_id)) is not None:
            self.drop(section_id, to.parent_id, to.position)

    def drop(self, section_id: int, parent_id: int | None, position: int) -> None:
        """Move a section, or all that are chosen with it, to a place."""
        if len(ids := self._several(section_id)) > 1:
            place = moves.Move(parent_id, position)
            self._do(partial(plan_text.put_sections, plan_id=self.plan.id, section_ids=ids, place=place))
            self.choose_several.emit(ids)
            return
        self._do(partial(plans.move_section, section_id=section_id, parent_id=parent_id, position=position))
        self.choose.emit(Key("section", section_id))

    def _several(self, section_id: int) -> list[int]:
        """The sections an act is about: those that are chosen when this one is among them, else this one."""
        chosen = self._tree.sections() if self._tree else []
        return chosen if section_id in chosen else [section_id]

    def add_beside_current(self) -> None:
        """Add a section after the chosen one, or at the end."""
        key = self._tree.current() if self._tree else None
        self.add_beside(key.number if key is not None and key.what == "section" else 0)

    def add_beside(self, section_id: int) -> None:
        """Add a section after this one at its level; 0 adds at the end of the plan."""
        end = moves.Move(None, len(self.plan.sections))
        self._add(moves.after(self.plan.sections, section_id) if section_id else end)

    def add_below(self, section_id: int) -> None:
        """Add a section as the last part of this one; 0 adds at the end of the plan."""
        holder = next((s for s in self.plan.all_sections() if s.id == section_id), None)
        position = len(holder.children) if holder else len(self.plan.sections)
        self._add(moves.Move(holder.id if holder else None, position))

    def _add(self, to: moves.Move) -> None:
        added: list[int] = []

        def act(workspace) -> Changes:
            changes, section_id = plans.add_section(
                workspace, self.plan.id, parent_id=to.parent_id, position=to.position, heading=NEW_HEADING
            )
            added.append(section_id)
            return changes

        self._do(act)
        if added:
            self.rename.emit(added[0])

    def remove(self, section_id: int) -> None:
        """Remove a section, or all that are chosen with it, with all below; the notice offers to bring them back."""
        if len(ids := self._several(section_id)) > 1:
            changes = self._do(partial(plan_text.remove_sections, plan_id=self.plan.id, section_ids=ids))
            if changes:
                self.context.ask.notify(f"Đã xóa {len(ids)} mục.", acts=[("Hoàn tác", UndoAct(self.context, changes))])
            return
        seat = next((s for s in self.plan.all_sections() if s.id == section_id), None)
        if seat is None:
            return
        changes = self._do(partial(plans.remove_section, section_id=section_id))
        if changes:
            below = sum(1 for _ in seat.walk()) - 1
            more = f" cùng {below} mục con" if below else ""
            self.context.ask.notify(
                f"Đã xóa mục {seat.marker}{more}.", acts=[("Hoàn tác", UndoAct(self.context, changes))]
            )

    def renumber(self) -> None:
        """Number all sections anew."""
        if not self._do(partial(plans.renumber_sections, plan_id=self.plan.id)):
            self.context.ask.notify("Các mục đã được đánh số đúng thứ tự.")

    def learn_phrases(self) -> None:
        """Take the phrases of the plan shown into the office's store, also when another office issued it."""
        store_typed(self.parent())
        counted: list[int] = []

        def act(workspace) -> Changes:
            changes, number = phrases.learn(workspace, self.plan.id)
            counted.append(number)
            return changes

        changes = self._do(act)
        if changes:
            self.context.ask.notify(
                f"Đã lấy {counted[0]} câu mẫu; xem và sửa ở Danh mục.",
                acts=[("Hoàn tác", UndoAct(self.context, changes))],
            )
        elif counted:
            self.context.ask.notify("Các câu của kế hoạch này đều đã có trong danh mục Câu mẫu.")

    def repair(self, finding: Finding) -> Changes:
        """Make the repair of one finding of the checker; what is still being typed is stored before."""
        store_typed(self.parent())
        return self._do(partial(repairs.repair, plan_id=self.plan.id, finding=finding))

    def repair_all(self) -> Changes:
        """Make every repair that is certain; the notice offers to take them back."""
        store_typed(self.parent())
        counted: list[int] = []

        def act(workspace) -> Changes:
            changes, number = repairs.repair_all(workspace, self.plan.id)
            counted.append(number)
            return changes

        if changes := self._do(act):
            self.context.ask.notify(
                f"Đã sửa {counted[0]} chỗ theo gợi ý.", acts=[("Hoàn tác", UndoAct(self.context, changes))]
            )
        return changes

    def _do(self, act: Callable[..., Changes]) -> Changes:
        try:
            changes = act(self.context.workspace)
        except KnownError as error:
            self.context.ask.error(error)
            return Changes()
        self.context.bus.publish(changes)
        return changes
