"""A list of what was read, edited in the table of its register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.plan import rows as plan_rows
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans import import_registers
from thidua_desktop.ui.tabs.plans.import_draft import ImportDraft, UndoCorrection
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.register_view import RegisterView


class ImportTable(RegisterView):
    """The rows of ``kind`` in the draft. ``undo_wanted()`` when the notice of a removal is answered by "Hoàn tác"."""

    undo_wanted = Signal()

    def __init__(self, context: TabContext, draft: ImportDraft, kind: str, parent: QWidget | None = None) -> None:
        over_draft = replace(context, workspace=cast(Any, draft), bus=draft.bus)
        super().__init__(over_draft, kind, with_history=False, services=import_registers, parent=parent)
        self._draft = draft
        self.search.setPlaceholderText(f"Tìm {self.register.one}")
        self.search.setMinimumWidth(sizes.LABEL_WIDTH)
        self.buttons["Chép"].hide()  # the page is narrow; Ctrl+C does it

    def choose(self, row_id: int) -> bool:
        """Make that row the current one; False when there is none."""
        if row_id not in [item.id for item in plan_rows.items(self._draft.plan, self.register.kind)]:
            return False
        row = self.model.rows.place_of(row_id)
        if row is None:
            self.search.clear()
            self.model.set_search("")
            row = self.model.rows.place_of(row_id) or 0
        self.table.go_to(row, max(self.table.currentIndex().column(), 0))
        return True

    @property
    def has_loose_ends(self) -> bool:
        """Whether something typed is not in the draft: a text that does not fit, or a new row that is not whole."""
        return self.model.first_bad() is not None or self.model.is_drafting

    def go_to_loose_end(self) -> None:
        """Put the keyboard where something typed is not in the draft yet."""
        row, column = self.model.first_bad() or (self.model.rows.count, 0)
        self.table.setFocus()
        self.table.go_to(row, column)

    def undo_of(self, changes: Changes) -> Callable[[], None]:
        return UndoCorrection(self._draft, self.undo_wanted.emit)

    def _show_count(self) -> None:
        super()._show_count()
        if not self.model.rows.count and not self.model.rows.search:
            self.empty.set_words(
                f"Không thấy {self.register.one} nào trong tệp",
                "Kế hoạch không có thì để vậy. Nếu có, gõ vào dòng trống phía trên hoặc dán từ Excel.",
            )
