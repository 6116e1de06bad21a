"""Asking for the adjustment of a commitment that was handed in: one dialog at a time, then a notice with its undo."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.registering.adjust_dialog import AdjustDialog
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.undo_act import UndoAct


class Adjusting:
    """The dialog over the window that ``owner`` is in; ``dialog`` is the one that is open."""

    def __init__(self, context: TabContext, owner: QWidget) -> None:
        self.context, self.owner = context, owner
        self.dialog: AdjustDialog | None = None

    def ask(self, commitment_id: int, key: str = "", text: str = "") -> None:
        """Ask why and from when the commitment changes; ``text`` was typed in its column ``key``."""
        if self.dialog is not None:
            return
        typed = {key: text} if key else {}
        self.dialog = AdjustDialog(self.context, commitment_id, typed, self.owner.window())
        self.dialog.accepted.connect(self._on_adjusted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_adjusted(self) -> None:
        changes = self.dialog.changes if self.dialog else None
        if changes:
            self.context.bus.publish(changes)
            undo = UndoAct(self.context, changes)
            self.context.ask.notify("Đã điều chỉnh cam kết; số cũ được giữ lại.", State.GOOD, [("Hoàn tác", undo)])

    def _on_finished(self) -> None:
        self.dialog = None
