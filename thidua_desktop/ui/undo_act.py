"""The "Hoàn tác" of a notice: takes one act back, as long as nothing was done after it."""

from __future__ import annotations

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import history
from thidua_desktop.ui.ask import UndoOffer
from thidua_desktop.ui.tab import TabContext


class UndoAct(UndoOffer):
    """Called by the notice's button."""

    def __init__(self, context: TabContext, changes: Changes) -> None:
        self._context = context
        self._changes = changes

    def is_over(self) -> bool:
        return history.is_undone(self._context.workspace, self._changes)

    def __call__(self) -> None:
        workspace = self._context.workspace
        if not history.is_newest(workspace, self._changes):
            self._context.ask.tell(
                "Sau việc này còn việc khác đã làm.", "Nhấn Ctrl+Z để hoàn tác lần lượt, hoặc lấy lại trong Thùng rác."
            )
            return
        try:
            self._context.bus.publish(history.undo(workspace))
        except KnownError as error:
            self._context.ask.error(error)
