"""Keeping the file safe while the window is open: backups when due and on request, a copy to carry away, a check-up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.office import safekeeping
from thidua_desktop.services.office.safekeeping import BackupFile, DoctorLine
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.shell.lists_dialog import HEALTH, ListDialog
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks import Progress
from thidua_desktop.ui.tasks.papers import open_path
from thidua_desktop.ui.theme import State

LOOK_EVERY = 5 * 60_000  # milliseconds between looks whether a backup is due


class Keeper(QObject):
    """Works for one open file. ``kept`` comes after every backup, good or not."""

    kept = Signal()

    def __init__(self, context: TabContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._running = False
        self._left = False
        self.failed = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._on_timer)
        self._timer.start()

    @property
    def _path(self) -> Path:
        return self._context.workspace.file.path

    def begin(self) -> None:
        """Back up after opening when the last backup is old or was made by another version."""
        self._back_up_when(safekeeping.backup_due_at_start)

    def leave(self) -> None:
        """The file closes: what is still on its way from the worker or a timer finds nothing to look at."""
        self._timer.stop()
        self.blockSignals(True)
        self._left = True

    def _on_timer(self) -> None:
        self._back_up_when(safekeeping.backup_due)

    def _back_up_when(self, due: Callable[[Workspace, datetime], bool]) -> None:
        if self._left:
            return
        try:
            if due(self._context.workspace, datetime.now()) and not self._running:
                self._back_up(None, self._on_quiet)
        except KnownError as error:
            self._on_failed(error)

    def _back_up(self, folder: Path | None, done: Callable[[BackupFile], None]) -> None:
        self._running = True
        work = partial(_work_backup, self._path, folder)
        task = self._context.tasks.run("Đang sao lưu", work, done, failed=self._on_failed, owner=self)
        task.ended.connect(self._on_ended)

    def _on_quiet(self, made: BackupFile) -> None:
        self.failed = False

    def _on_failed(self, error: KnownError) -> None:
        self.failed = True
        self._context.ask.notify(f"Chưa sao lưu được. {error.happened} {error.advice}", State.BAD)

    def _on_ended(self) -> None:
        self._running = False
        self.kept.emit()

    def back_up_now(self) -> None:
        """“Sao lưu ngay”."""
        self._back_up(None, self._on_backed_up)

    def _on_backed_up(self, made: BackupFile) -> None:
        self.failed = False
        self._tell(f"Đã sao lưu và kiểm tra lúc {made.at:%H:%M}.", made)

    def copy_out(self) -> None:
        """“Chép ra USB…”."""
        folder = self._context.ask.folder("Chép tệp dữ liệu ra USB hoặc thư mục khác")
        if folder is None:
            return
        work = partial(_work_copy, self._path, folder)
        self._context.tasks.run("Đang chép tệp dữ liệu", work, self._on_copied, owner=self)

    def _on_copied(self, made: BackupFile) -> None:
        self._tell(f"Đã chép và kiểm tra {made.path.name}.", made)

    def _tell(self, text: str, made: BackupFile) -> None:
        acts = (("Mở thư mục", partial(open_path, made.path.parent)),)
        if made.missing:
            self._context.ask.notify(f"{text} Thiếu {len(made.missing)} tệp đính kèm.", State.WAIT, acts)
        else:
            self._context.ask.notify(text, State.GOOD, acts)

    def check_up(self) -> None:
        """“Kiểm tra tệp”."""
        work = partial(_work_doctor, self._path)
        self._context.tasks.run("Đang kiểm tra tệp", work, self._on_checked, owner=self)

    def _on_checked(self, lines: list[DoctorLine]) -> None:
        bad = sum(not line.ok for line in lines)
        dialog = health_dialog(lines, bad, self._window)
        dialog.exec()
        dialog.deleteLater()


def health_dialog(lines: list[DoctorLine], bad: int, parent: QWidget) -> ListDialog:
    """The file's health, line by line."""
    words = {True: "✓ Tốt", False: "! Cần xem"}
    rows = [(words[line.ok], line.text) for line in lines]
    states = {(row, 0): State.GOOD if line.ok else State.BAD for row, line in enumerate(lines)}
    text = "Tệp dữ liệu tốt." if not bad else f"Có {bad} điều cần xem. Nên phục hồi từ bản sao lưu tốt gần nhất."
    return ListDialog("Kiểm tra tệp", text, HEALTH, rows, states=states, parent=parent)


def _work_backup(path: Path, folder: Path | None, progress: Progress) -> BackupFile:
    return safekeeping.back_up(path, folder)


def _work_copy(path: Path, folder: Path, progress: Progress) -> BackupFile:
    return safekeeping.copy_out_of(path, folder)


def _work_doctor(path: Path, progress: Progress) -> list[DoctorLine]:
    return safekeeping.doctor(path)
