"""The menu “Tệp Excel”: form sheets go out into a folder, returned files come in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration.sharing import owed_shares
from thidua_desktop.services.sheets import gathering, phases
from thidua_desktop.services.sheets.exports import COMMITMENT_SHEET, PROGRESS_SHEET
from thidua_desktop.ui.ask import RETURNED_SHEET
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.sheets.receiving_dialog import ReceivingDialog, dropped_files
from thidua_desktop.ui.tabs.commitments.sheets.taken_dialog import TakenDialog
from thidua_desktop.ui.tabs.commitments.sheets.writing_dialog import WritingDialog
from thidua_desktop.ui.tasks.sheets import write_forms
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.unstored import store_typed


class SheetActs(QObject):
    """Asks in a dialog over ``owner``; ``dialog`` is the open one."""

    def __init__(self, context: TabContext, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self._owner = owner
        self.dialog: WritingDialog | ReceivingDialog | TakenDialog | None = None
        owner.setAcceptDrops(True)
        owner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files dropped on the tab are files that came back."""
        if event.type() == QEvent.Type.DragEnter and dropped_files(cast(QDragEnterEvent, event)):
            cast(QDragEnterEvent, event).acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and (paths := dropped_files(cast(QDropEvent, event))):
            cast(QDropEvent, event).acceptProposedAction()
            self.receive(paths)
            return True
        return super().eventFilter(watched, event)

    def menu(self) -> QMenu:
        """Out and back."""
        menu = QMenu()
        menu.addAction("Ghi phiếu Excel cho các đơn vị…", self.write)
        menu.addAction("Nhận tệp trả về…", self.receive)
        menu.addSeparator()
        menu.addAction("Xem các tệp đã nhận…", self.show_taken)
        return menu

    # Out

    def write(self) -> None:
        """Let the clerk choose the sheet and whom it goes to, then write one file for each."""
        store_typed(self._owner)
        workspace, year = self.context.workspace, self.context.year
        names = phases.phase_names(workspace, year)
        request = Request(year)
        listed = {name: dict(_for_each(name)(workspace, request)) for name in (COMMITMENT_SHEET, PROGRESS_SHEET)}
        if not listed[COMMITMENT_SHEET]:
            self.context.ask.tell(
                f"Năm {year} chưa có đơn vị nào nên chưa có phiếu để ghi.", "Thêm đơn vị vào danh sách năm trước."
            )
            return
        dialog = WritingDialog(listed, names, phases.current(workspace, year), self._owner.window())
        dialog.accepted.connect(self._on_write)
        self._open(dialog)

    def _on_write(self) -> None:
        assert isinstance(self.dialog, WritingDialog), "only an open dialog can be agreed to"
        export, phase_id, chosen = self.dialog.export, self.dialog.phase_id, sorted(self.dialog.model.ticked)
        workspace, year = self.context.workspace, self.context.year
        try:
            names = EXPORTS[export].file_names(workspace, Request(year, phase_id))
            wanted = [one for one in names if one in chosen]
            if export == PROGRESS_SHEET:
                forms = [gathering.progress_sheet(workspace, year, phase_id, one) for one in wanted]
            else:
                owed = owed_shares(workspace, year)
                forms = [gathering.registration_sheet(workspace, year, one, owed) for one in wanted]
        except KnownError as error:
            self.context.ask.error(error)
            return
        named = list(zip((names[one] for one in wanted), forms, strict=True))
        write_forms(self.context.ask, self.context.tasks, named, self)

    # Back

    def receive(self, paths: Sequence[Path] = ()) -> None:
        """Let the clerk choose files that came back (or take ``paths``) and show what they would do."""
        store_typed(self._owner)
        found = list(paths) or self.context.ask.open_files("Chọn các tệp trả về", (RETURNED_SHEET,))
        if not found:
            return
        workspace, year = self.context.workspace, self.context.year
        keys = registers.register("organisations").keys
        rows = registers.page(workspace, "organisations", limit=-1)
        names = {row.id: row.cells[keys.index("name")] for row in rows}
        dialog = ReceivingDialog(self.context, names, phases.current(workspace, year), self._owner.window())
        dialog.taken.connect(self._on_taken)
        self._open(dialog)
        dialog.add_files(found)

    def _on_taken(self, names: list[str], made: list[Changes]) -> None:
        ids: dict[str, frozenset[int]] = {}
        for changes in made:
            for kind, some in changes.ids.items():
                ids[kind] = ids.get(kind, frozenset()) | some
        last = made[-1]
        kinds = frozenset().union(*(changes.kinds for changes in made))
        self.context.bus.publish(Changes(kinds, ids, last.text, last.act))
        if len(names) == 1:
            acts = [("Hoàn tác", UndoAct(self.context, last))]
            self.context.ask.notify(f"Đã nhận tệp “{names[0]}”.", State.GOOD, acts)
        else:
            text = f"Đã nhận {len(names)} tệp; mỗi tệp hoàn tác được riêng bằng Ctrl+Z, tệp nhận sau trước."
            self.context.ask.notify(text, State.GOOD)

    def show_taken(self) -> None:
        """The files taken in the year."""
        self._open(TakenDialog(self.context, self._owner.window()))

    def _open(self, dialog: WritingDialog | ReceivingDialog | TakenDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_dialog_gone)
        dialog.open()

    def _on_dialog_gone(self) -> None:
        self.dialog = None


def _for_each(name: str):
    found = EXPORTS[name].for_each
    assert found is not None
    return found
