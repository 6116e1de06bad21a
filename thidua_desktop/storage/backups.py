"""Copies of the data file that were opened and counted before they count as backups.

Everything here takes paths and opens its own read-only connection, so that a worker thread can run it while the window
goes on. A copy that fails its check never takes the place of a good one.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..domain.backup_policy import obsolete
from .attachment_files import copy_new, files_folder, is_whole
from .connection import connect
from .copying import copying_errors
from .errors import FileDamaged, known_errors
from .safefiles import force_to_disk, part_of, settle
from .version import check_version, refuse_foreign

_STAMP = "%Y-%m-%d %H.%M.%S"
_STAMP_PATTERN = r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)"


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup: when it was taken (local time), its size in bytes, and the attachments that could not be copied."""

    path: Path
    at: datetime
    size: int
    missing: tuple[str, ...] = ()


def default_folder(path: Path) -> Path:
    """Where the backups of the data file ``path`` stand unless another place is named."""
    return path.with_name(f"{path.name}-backups")


def attachment_store(folder: Path) -> Path:
    """Where a folder of backups keeps the attachments of all of them, each once."""
    return folder / "attachments"


def make_backup(path: Path, folder: Path, moment: datetime) -> BackupFile:
    """Copies the data file into ``folder`` and checks the copy; then old backups there are thinned out.

    Raises :class:`FileDamaged` when the copy does not pass, ``FileMissing`` when the place for the folder is not there,
    ``DiskFull``, ``FileReadOnly`` …; what was there stays.
    """
    _refuse_foreign(path)
    target = folder / f"{path.stem} {moment.strftime(_STAMP)}{path.suffix}"
    with copying_errors(folder):
        with _made(folder):
            missing = copy_whole(path, target, attachment_store(folder))
        for old in thinned(list_backups(path, folder), moment):
            with suppress(OSError):  # one backup too many harms nobody
                old.path.unlink()
        return BackupFile(target, moment.replace(microsecond=0), target.stat().st_size, tuple(missing))


def list_backups(path: Path, folder: Path) -> list[BackupFile]:
    """The backups of the data file ``path`` in ``folder``, newest first; none when there is no such folder."""
    pattern = re.compile(rf"{re.escape(path.stem)} {_STAMP_PATTERN}{re.escape(path.suffix)}")
    found = []
    with known_errors(folder):
        for place in folder.iterdir() if folder.is_dir() else ():
            name = pattern.fullmatch(place.name)
            if name:
                at = datetime.strptime(name[1], _STAMP)
                found.append(BackupFile(place, at, place.stat().st_size))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def thinned(backups: list[BackupFile], now: datetime) -> list[BackupFile]:
    """Which of the backups may go (:func:`thidua_desktop.domain.backup_policy.obsolete`)."""
    gone = obsolete((backup.at for backup in backups), now)
    return [backup for backup in backups if backup.at in gone]


def copy_whole(path: Path, target: Path, files: Path) -> list[str]:
    """Copies data file and attachments, checks the copy, then gives it its name; returns the attachments not found.

    An error leaves ``target`` as it was. Raises ``sqlite3.Error``, ``OSError``, :class:`FileDamaged`.
    """
    part = part_of(target)
    try:
        part.unlink(missing_ok=True)
        counts = _copy_database(path, part)
        digests = check_copy(part, path, counts)
        force_to_disk(part)
        missing = copy_new(digests, [files_folder(path)], files)
        settle(part, target)
    finally:
        part.unlink(missing_ok=True)
    return missing


def _refuse_foreign(path: Path) -> None:
    """Before a folder is made beside it: neither a stick pulled out nor somebody else's file gets one of its name."""
    with known_errors(path):
        refuse_foreign(path)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """The folder, made if need be (its parents are there, or the stick is not); an empty one does not outlast a fault.

    Raises ``OSError``.
    """
    new = not folder.exists()
    folder.mkdir(exist_ok=True)
    try:
        yield
    except BaseException:
        if new:
            with suppress(OSError):  # something is in it
                folder.rmdir()
        raise


def _copy_database(path: Path, part: Path) -> dict[str, int]:
    """Copies page by page in one go and returns the rows of each table, counted in the same transaction.

    No act can be saved while it reads, so nothing here waits for a slow USB stick; :func:`copy_whole` does, later.
    """
    with known_errors(path), closing(connect(path, write=False)) as source:
        source.execute("BEGIN")
        counts = row_counts(source)
        with copying_errors(part.parent), closing(sqlite3.connect(part)) as copy:
            copy.execute("PRAGMA synchronous=OFF")
            source.backup(copy, pages=-1)
            source.execute("ROLLBACK")
    return counts


def check_copy(copy: Path, original: Path, counts: dict[str, int] | None = None) -> list[str]:
    """Opens a copy and looks whether it is whole and holds what it should; returns the attachments it names.

    Raises :class:`FileDamaged` naming ``original``, ``FileNotOurs`` or ``FileTooNew``.
    """
    with known_errors(original), closing(connect(copy, write=False)) as connection:
        check_version(connection, original)
        if problems(connection) or (counts is not None and row_counts(connection) != counts):
            raise FileDamaged(original, "có chỗ hỏng nên bản sao không đạt kiểm tra")
        return [row["sha256"] for row in connection.execute("SELECT sha256 FROM attachments ORDER BY id")]


def problems(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's quick check finds wrong, nothing for a sound file; raises ``sqlite3.Error``."""
    found = [str(row[0]) for row in connection.execute("PRAGMA quick_check")]
    return [] if found == ["ok"] else found


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Table → how many rows."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^'"
    )
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names.fetchall()}


def copy_out(path: Path, folder: Path, moment: datetime) -> BackupFile:
    """“Chép ra USB…”: the data file with all its attachments, checked on the other side; nothing there is overwritten.

    Raises as :func:`make_backup`, and :class:`FileDamaged` when an attachment does not read back as it was.
    """
    _refuse_foreign(path)
    target = folder / path.name
    if target.exists() or files_folder(target).exists():
        target = folder / f"{path.stem} {moment.strftime(_STAMP)}{path.suffix}"
    files = files_folder(target)
    with copying_errors(folder):
        with _made(folder):
            missing = copy_whole(path, target, files)
        broken = [place.name for place in files.iterdir() if not is_whole(place)] if files.is_dir() else []
        if broken:
            raise FileDamaged(target, f"có {len(broken)} tệp đính kèm không đọc lại được sau khi chép")
        return BackupFile(target, moment.replace(microsecond=0), target.stat().st_size, tuple(missing))
