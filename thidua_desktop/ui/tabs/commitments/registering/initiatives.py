"""The initiatives that an organisation registers, and those of them that were recognised."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.registration import registered, registering
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.register_model import Derived
from thidua_desktop.ui.widgets.register_view import RegisterView
from thidua_desktop.ui.widgets.table import TableColumn

_WIDTHS = {"name": 250, "author": 150, "scope": 84, "note": 90}


class InitiativesView(RegisterView):
    """A register whose rows can be told to be recognised."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        self._recognised: dict[int, str] = {}
        column = TableColumn("recognised", "Công nhận", 12, False, "Quyết định công nhận, khi đã có")
        derived = (Derived(column, self._stands, by_id=True),)
        super().__init__(
            context, "registered_initiatives", 0, derived=derived, with_history=False, widths=_WIDTHS, parent=parent
        )

    def _toolbar(self) -> QHBoxLayout:
        row = super()._toolbar()
        self.recognise_button = QPushButton("Ghi công nhận…")
        self.recognise_button.setToolTip("Sáng kiến của dòng đang chọn được công nhận: thành sáng kiến của tác giả")
        self.recognise_button.clicked.connect(self.recognise)
        row.addWidget(self.recognise_button)
        return row

    def _stands(self, row_id: int) -> tuple[str, State]:
        said = self._recognised.get(row_id)
        return ("chưa", State.NEUTRAL) if said is None else (said or "đã công nhận", State.GOOD)

    def reload(self, changes: Changes | None = None) -> None:
        """Read again what ``changes`` concern."""
        self._read()
        super().reload(changes)
        self.model.work_out_again()

    def set_scope(self, scope: int | None) -> None:
        """Show the initiatives of another registration."""
        super().set_scope(scope)
        self._read()
        self.model.work_out_again()

    def _read(self) -> None:
        listed = registered.initiatives(self.context.workspace, self.model.rows.scope or 0)
        self._recognised = {one.id: one.decision for one in listed if one.initiative_id is not None}

    def recognise(self) -> None:
        """Ask for the decision and make the chosen initiative its author's; the notice offers to take it back."""
        row_id = self.chosen_id()
        if not row_id:
            self.context.ask.notify("Chưa chọn sáng kiến nào để ghi công nhận.", State.WAIT)
            return
        decision = self.context.ask.line("Ghi sáng kiến được công nhận", "Quyết định công nhận (số, ngày)")
        if decision is None:
            return
        changes = do(self.context, partial(registering.recognise, self.context.workspace, row_id, decision))
        if changes:
            undo = UndoAct(self.context, changes)
            self.context.ask.notify("Đã ghi sáng kiến vào hồ sơ của tác giả.", State.GOOD, [("Hoàn tác", undo)])
