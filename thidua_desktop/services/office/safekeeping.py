"""Backups, restore, a look at the file's health, a copy to carry away.

Functions that take a path open the file themselves, read-only, and may run in a worker while the window works on.
Moments are local times.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ... import __version__
from ...domain import backup_policy
from ...storage import backups as stored
from ...storage import doctor as stored_doctor
from ...storage import places, restoring
from ...storage.backups import BackupFile
from ...storage.errors import FileInUse, known_errors
from ..workspace import Workspace

__all__ = ["BackupFile", "FileInUse"]

_VERSION_NOTE = "program-version.txt"


@dataclass(frozen=True, slots=True)
class BackupState:
    """For the status bar: when something was last saved and backed up, and whether that backup is young enough.

    ``ok`` is False when there is no backup, or when the last one is over a day old and lacks what was saved since.
    """

    last_saved: datetime | None
    last_backup: datetime | None
    ok: bool


@dataclass(frozen=True, slots=True)
class DoctorLine:
    """One thing looked at: whether it is in order, and the sentence that says so."""

    ok: bool
    text: str


def backup_state(workspace: Workspace) -> BackupState:
    """The last save and the last backup of the open file."""
    now = workspace.file.clock()
    saved, last = workspace.file.last_saved, _last(workspace, now)
    old = backup_policy.due_at_start(last, now, version_changed=False)
    return BackupState(saved, last, ok=last is not None and not (old and backup_policy.due_at_close(last, saved)))


def backup_now(workspace: Workspace, folder: Path | None = None) -> Path:
    """Makes a checked backup into ``folder`` (None: the one beside the data file) and returns the copy's place.

    Raises ``DiskFull``, ``FileReadOnly``, ``FileDamaged`` …; the backups there stay as they were.
    """
    return back_up(workspace.file.path, folder, workspace.file.clock()).path


def back_up(path: Path, folder: Path | None = None, moment: datetime | None = None) -> BackupFile:
    """As :func:`backup_now`, by path, for a worker; the result names the attachments that could not be copied."""
    folder = folder or stored.default_folder(path)
    made = stored.make_backup(path, folder, moment or datetime.now())
    with known_errors(folder):
        (folder / _VERSION_NOTE).write_text(__version__, encoding="utf-8")
    return made


def backup_due_at_start(workspace: Workspace, moment: datetime) -> bool:
    """Whether the window should back up after it opened: none yet, over a day old, the program is another one, or one
    is due since the program ended without closing the file.
    """
    changed = _version_of_backups(workspace.file.path) != __version__
    last = _last(workspace, moment)
    return backup_policy.due_at_start(last, moment, version_changed=changed) or backup_due(workspace, moment)


def backup_due(workspace: Workspace, moment: datetime) -> bool:
    """Whether something was saved since the last backup and that one is 30 minutes old."""
    return backup_policy.due_while_open(_last(workspace, moment), workspace.file.last_saved, moment)


def back_up_what_is_new(workspace: Workspace) -> Path | None:
    """A backup, at close and before an import, of what was saved since the last one; None when there is nothing new."""
    if not backup_policy.due_at_close(_last(workspace, workspace.file.clock()), workspace.file.last_saved):
        return None
    return backup_now(workspace)


def backups(workspace: Workspace, folder: Path | None = None) -> list[BackupFile]:
    """The backups of the open file, newest first."""
    return backups_of(workspace.file.path, folder)


def backups_of(path: Path, folder: Path | None = None) -> list[BackupFile]:
    """The backups of a data file, newest first; the file itself need not be there any more."""
    return stored.list_backups(path, folder or stored.default_folder(path))


def restore_backup(path: Path, backup: Path, moment: datetime | None = None) -> Path | None:
    """Puts ``backup`` in the place of the data file, which must not be open, and returns where that was set aside.

    None when there was no file in that place. The backup is checked first; nothing is overwritten.
    """
    return restoring.restore(path, backup, moment or datetime.now())


def copy_out_of(path: Path, folder: Path, moment: datetime | None = None) -> BackupFile:
    """“Chép ra USB…”: the data file with its attachments, checked on the other side; overwrites nothing there.

    The result names the attachments that could not be copied.
    """
    return stored.copy_out(path, folder, moment or datetime.now())


def doctor(path: Path) -> list[DoctorLine]:
    """What is in order with a data file and what is not; changes nothing and never raises for a broken file."""
    return [DoctorLine(ok, text) for ok, text in stored_doctor.examine(path)]


def place_warning(path: Path) -> str:
    """What speaks against keeping a data file in that place (network drive, synced folder), "" when nothing does."""
    return places.warning_for(path)


def _last(workspace: Workspace, now: datetime) -> datetime | None:
    """The newest backup; one stamped later than now was made by a clock that has been set back since."""
    return next((made.at for made in backups(workspace) if made.at <= now), None)


def _version_of_backups(path: Path) -> str:
    note = stored.default_folder(path) / _VERSION_NOTE
    with suppress(OSError, UnicodeDecodeError):  # no note is as good as one of another version
        return note.read_text(encoding="utf-8").strip()
    return ""
