"""Danh mục → Khối, cụm thi đua: the blocks, and who is in which this year."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.members import blocks
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.register_model import Derived
from thidua_desktop.ui.widgets.table import TableColumn

from .blocks_dialog import BlocksDialog
from .page import MembersPage


class BlocksPage(MembersPage):
    """The blocks with the number of their organisations in the year in view."""

    def __init__(
        self, context: TabContext, kind: str, title: str, subtitle: str, parent: QWidget | None = None
    ) -> None:
        self._counts: dict[int, int] | None = None
        super().__init__(context, kind, title, subtitle, parent)
        self.view.table.horizontalHeader().moveSection(len(self.view.register.keys), 2)
        self.add_act("Xếp khối…", "Xếp khối, cụm của năm cho nhiều tổ chức", self.sort_into_blocks)

    def derived(self, kind: str) -> list[Derived]:
        return [Derived(TableColumn("members", "Tổ chức năm nay", 18, numeric=True), self._members, by_id=True)]

    def _members(self, row_id: int) -> tuple[str, State]:
        if self._counts is None:
            self._counts = blocks.counts(self.context.workspace, self.context.year)
        return str(self._counts.get(row_id, 0)), State.NEUTRAL

    def reload(self, changes: Changes | None) -> None:
        self._counts = None
        super().reload(changes)
        self.view.model.work_out_again()

    def sort_into_blocks(self) -> None:
        """The blocks of the year in view."""
        self.open_dialog(BlocksDialog(self.context, self.window()))
