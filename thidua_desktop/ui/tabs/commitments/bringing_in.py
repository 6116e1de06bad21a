"""Organisations come into the year: from what the plan names, from the directory, or by a new name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.add_dialog import AddDialog
from thidua_desktop.ui.tabs.commitments.candidates_dialog import CandidatesDialog
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.unstored import store_typed


class BringingIn(QObject):
    """Asks in a dialog over ``owner`` and does it as one act; ``dialog`` is the open one.

    ``added(name)`` carries the name of a new organisation, "" when those added were in the directory.
    """

    added = Signal(str)

    def __init__(self, context: TabContext, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self._owner = owner
        self.dialog: AddDialog | CandidatesDialog | None = None

    def take_from_plan(self) -> None:
        """Let the clerk choose among the organisations that the plan of the year names; of several plans, which one."""
        store_typed(self._owner)
        listed = plans.counting_plans(self.context.workspace, self.context.year)
        if not listed:
            return
        called = plans.names_in_list(listed)
        chosen = 0
        if len(listed) > 1:
            chosen = self.context.ask.choose("Lấy đơn vị từ kế hoạch nào?", [called[plan.id] for plan in listed])
        if chosen is None:
            return
        plan = listed[chosen]
        found = registrations.candidates(self.context.workspace, plan.id)
        if not found:
            self.context.ask.tell(
                "Kế hoạch này chưa nêu tên đơn vị nào.",
                "Ghi đơn vị ở mục Cam kết hoặc người phụ trách chỉ tiêu trong thẻ Kế hoạch, hoặc thêm đơn vị tại đây.",
            )
            return
        names = {one_id: name for one_id, name, _ in self._directory()}
        dialog = CandidatesDialog(found, names, called[plan.id], self._owner.window())
        dialog.accepted.connect(partial(self._on_candidates, plan.id))
        self._open(dialog)

    def _on_candidates(self, plan_id: int) -> None:
        assert isinstance(self.dialog, CandidatesDialog), "only an open dialog can be agreed to"
        chosen = self.dialog.model.chosen
        changes = do(self.context, partial(registrations.adopt, self.context.workspace, plan_id, chosen))
        if changes:
            linked = sum(one.commitments + one.targets for one in chosen)
            also = f", gắn {linked} cam kết" if linked else ""
            self._tell(f"Đã lấy {len(chosen)} đơn vị từ kế hoạch{also}.", changes)

    def add(self) -> None:
        """Let the clerk tick organisations of the directory or name a new one."""
        store_typed(self._owner)
        workspace, year = self.context.workspace, self.context.year
        listed = {one.organisation_id for one in registrations.standing(workspace, year) if one.registration_id}
        directory = self._directory()
        offered = [one for one in directory if one[0] not in listed]
        present = [name for key, name, _ in directory if key in listed]
        dialog = AddDialog(offered, present, year, workspace.definitions.member_names.kind, self._owner.window())
        dialog.accepted.connect(self._on_added)
        self._open(dialog)

    def _on_added(self) -> None:
        assert isinstance(self.dialog, AddDialog), "only an open dialog can be agreed to"
        ids, name, kind = sorted(self.dialog.model.ticked), self.dialog.new_name, self.dialog.kind.currentText()
        workspace, year = self.context.workspace, self.context.year
        if name:
            changes = do(self.context, partial(registrations.enter_new, workspace, year, name, kind, ids))
        else:
            changes = do(self.context, partial(registrations.open_year, workspace, year, ids))
        if changes:
            self._tell(f"Đã thêm {len(ids) + bool(name)} đơn vị vào danh sách năm {year}.", changes)
            self.added.emit(name)

    def _directory(self) -> list[tuple[int, str, str]]:
        """Id, name and kind of every organisation, in the order lists print them."""
        keys = registers.register("organisations").keys
        name, kind = keys.index("name"), keys.index("kind")
        rows = registers.page(self.context.workspace, "organisations", limit=-1)
        return [(row.id, row.cells[name], row.cells[kind]) for row in rows]

    def _open(self, dialog: AddDialog | CandidatesDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_dialog_gone)
        dialog.open()

    def _on_dialog_gone(self) -> None:
        self.dialog = None

    def _tell(self, text: str, changes: Changes) -> None:
        self.context.ask.notify(text, State.GOOD, [("Hoàn tác", UndoAct(self.context, changes))])
