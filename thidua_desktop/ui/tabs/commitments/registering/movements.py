"""The movements that an organisation joins: ticked among those of the plan, or typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from thidua_desktop.services.registration import registering
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.choosing import Choosable, ChoosingDialog
from thidua_desktop.ui.widgets.register_view import RegisterView
from thidua_desktop.ui.widgets.table import TableColumn

_WIDTHS = {"name": 420, "note": 200}
_COLUMNS = (TableColumn("name", "Phong trào trong kế hoạch", 60), TableColumn("launcher", "Nơi phát động", 26))
_HINT = "Đánh dấu (phím cách) những phong trào của kế hoạch năm mà đơn vị tham gia."


class MovementsView(RegisterView):
    """A register whose rows can be taken from the plan."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        self.dialog: ChoosingDialog | None = None
        super().__init__(context, "registered_movements", 0, with_history=False, widths=_WIDTHS, parent=parent)

    def _toolbar(self) -> QHBoxLayout:
        row = super()._toolbar()
        self.choose_button = QPushButton("Chọn từ kế hoạch…")
        self.choose_button.setToolTip("Đánh dấu các phong trào của kế hoạch năm mà đơn vị tham gia")
        self.choose_button.clicked.connect(self.choose)
        row.addWidget(self.choose_button)
        return row

    def choose(self) -> None:
        """Tick the movements of the plan."""
        registration_id = self.model.rows.scope or 0
        offered = registering.movements_to_join(self.context.workspace, registration_id)
        if not offered:
            self.context.ask.notify("Kế hoạch của năm chưa có phong trào nào; gõ tên phong trào vào bảng.", State.WAIT)
            return
        rows = [
            Choosable(movement_id, (name, launcher), (State.NEUTRAL, State.NEUTRAL), joined)
            for movement_id, name, launcher, joined in offered
        ]
        self.dialog = ChoosingDialog("Phong trào tham gia", _HINT, _COLUMNS, rows, "phong trào", parent=self.window())
        self.dialog.accepted.connect(partial(self._on_chosen, registration_id))
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_chosen(self, registration_id: int) -> None:
        assert self.dialog is not None, "only an open dialog can be agreed to"
        wanted = sorted(self.dialog.model.ticked)
        changes = do(self.context, partial(registering.join_movements, self.context.workspace, registration_id, wanted))
        if changes:
            undo = UndoAct(self.context, changes)
            self.context.ask.notify(f"Đã thêm {len(wanted)} phong trào tham gia.", State.GOOD, [("Hoàn tác", undo)])

    def _on_finished(self) -> None:
        self.dialog = None
