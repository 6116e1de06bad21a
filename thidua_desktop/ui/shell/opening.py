"""Which file is open: opening, making, leaving and restoring, with every fault told in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.office import safekeeping
from thidua_desktop.services.office.safekeeping import BackupFile
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.ask import DATA_FILE, Ask
from thidua_desktop.ui.files import FileDesk, first_folder
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.shell.lists_dialog import BACKUPS, ListDialog
from thidua_desktop.ui.shell.start_form import Founding
from thidua_desktop.ui.shell.start_page import StartPage
from thidua_desktop.ui.tasks.papers import open_path
from thidua_desktop.ui.theme import State

SAMPLE_FILE = "Dữ liệu mẫu.thidua"


class Opening(QObject):
    """``opened(workspace)`` and ``left`` frame the time a file is open; ``failed(path, error)`` when one cannot be.

    ``may_leave()`` is asked before the open file gives way to another; the window sets it.
    """

    opened = Signal(object)
    left = Signal()
    failed = Signal(object, object)

    def __init__(self, desk: FileDesk, ask: Ask, remembered: Remembered, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._ask = ask
        self._remembered = remembered
        self._window = window
        self.workspace: Workspace | None = None
        self.may_leave: Callable[[], bool] = lambda: True

    def serve(self, start: StartPage) -> None:
        """Do what the start page tells."""
        start.founded.connect(self.found)
        start.open_wanted.connect(self.choose_and_open)
        start.backup_wanted.connect(self.restore)
        start.back_wanted.connect(self.open)
        start.sample_wanted.connect(self.look_at_sample)

    def open(self, path: Path) -> bool:
        """Open a data file in place of the one that is open; when it cannot be, nothing changes but what is told."""
        if self.workspace is not None and _same(self.workspace.file.path, path):
            return True
        if not self.may_leave():
            return False
        try:
            workspace = self._desk.open(path)
        except KnownError as error:
            self._tell_failure(path, error)
            return False
        self._enter(workspace)
        return self.workspace is workspace

    def _tell_failure(self, path: Path, error: KnownError) -> None:
        if self.workspace is not None:
            self._ask.error(error)
        else:
            self.failed.emit(path, error)

    def found(self, answers: Founding) -> bool:
        """Make a new data file and open it."""
        try:
            workspace = self._desk.create(answers.path, answers.office, answers.signers, answers.year)
        except KnownError as error:
            self._ask.error(error)
            return False
        self._enter(workspace)
        return True

    def look_at_sample(self) -> bool:
        """Open the made-up commune's file in the clerk's documents, made when it is not there.

        It is not what the next start opens.
        """
        path = first_folder() / SAMPLE_FILE
        try:
            workspace = self._desk.open(path) if path.exists() else self._desk.sample(path)
        except KnownError as error:
            self._ask.error(error)
            return False
        self._enter(workspace, remember=False)
        return True

    def _enter(self, workspace: Workspace, *, remember: bool = True) -> None:
        self.leave()
        self.workspace = workspace
        if remember:
            self._remembered.last_file = workspace.file.path
        self.opened.emit(workspace)
        warning = safekeeping.place_warning(workspace.file.path)
        if warning:
            self._ask.notify(warning, State.WAIT)

    def leave(self) -> None:
        """Close the open file, with a backup of what was saved since the last one."""
        if self.workspace is None:
            return
        self.left.emit()
        workspace, self.workspace = self.workspace, None
        self._desk.close(workspace)

    def choose_and_open(self) -> None:
        """“Mở…”."""
        path = self._ask.open_file("Mở tệp dữ liệu", (DATA_FILE,))
        if path is not None:
            self.open(path)

    def restore(self, path: Path | None = None) -> None:
        """“Phục hồi…” for the open file, or for the one at ``path`` that could not be opened."""
        target = path or (self.workspace.file.path if self.workspace is not None else None)
        if target is None or not self.may_leave():
            return
        backup = self._choose_backup(target)
        if backup is None or not self._ask.confirm(
            f"Đưa dữ liệu về lúc {backup.at:%H:%M ngày %d/%m/%Y}?",
            "Tệp hiện tại được cất sang bên cạnh, không bị xóa.",
            yes="Phục hồi",
        ):
            return
        self._restore(target, backup)

    def _choose_backup(self, target: Path) -> BackupFile | None:
        found = safekeeping.backups_of(target)
        if not found:
            self._ask.tell("Chưa có bản sao lưu nào của tệp này.", "Nếu có bản chép trên USB, hãy mở tệp ấy.")
            return None
        dialog = backups_dialog(found, self._window)
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        return found[chosen] if chosen >= 0 else None

    def _restore(self, target: Path, backup: BackupFile) -> None:
        self.leave()
        try:
            aside = safekeeping.restore_backup(target, backup.path, datetime.now())
        except KnownError as error:
            self._ask.error(error)
            aside = None
        if self.open(target) and aside is not None:
            self._ask.notify(
                f"Đã phục hồi dữ liệu lúc {backup.at:%H:%M ngày %d/%m/%Y}. Tệp trước đó là {aside.name}.",
                State.GOOD,
                (("Mở thư mục", partial(open_path, aside.parent)),),
            )


def backups_dialog(found: list[BackupFile], parent: QWidget) -> ListDialog:
    """The backups to choose from, newest first."""
    rows = [(f"{one.at:%d/%m/%Y %H:%M}", f"{max(one.size // 1024, 1)} KB", one.path.name) for one in found]
    text = "Chọn bản sao lưu muốn đưa về. Bản nào cũng đã được mở ra kiểm tra khi sao lưu."
    return ListDialog("Phục hồi từ bản sao lưu", text, BACKUPS, rows, choose="Phục hồi…", parent=parent)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
