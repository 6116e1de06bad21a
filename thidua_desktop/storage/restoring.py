"""A backup in place of the present file, which is set aside, never overwritten."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from .attachment_files import copy_new, files_folder, is_whole
from .backups import attachment_store, check_copy
from .changelog import seal
from .connection import clear_stale_journal, connect, journal_of, transaction
from .errors import FileDamaged, FileMissing, FileNotOurs, known_errors, shown
from .lock import OneProgramLock
from .safefiles import copy_file, force_to_disk, part_of, settle

_KEPT = "tệp dữ liệu hiện tại được giữ nguyên"


def restore(path: Path, backup: Path, moment: datetime) -> Path | None:
    """Puts ``backup`` in the place of the data file ``path`` and returns where the present one was set aside.

    None when there was no present file. Works whatever state the present file is in; it must not be open. The backup is
    checked first; the older acts in it can be read, not undone. Until the last step nothing of the present file moves:
    it is set aside as a copy with its journal and attachments. Raises ``FileInUse``, ``FileDamaged``, ``DiskFull`` …
    """
    with known_errors(path):
        _look(backup)
        lock = OneProgramLock(path)
        lock.acquire()
        try:
            aside = _restore(path, backup, moment)
        except BaseException:
            lock.abandon()
            raise
        lock.release()
        return aside


def _look(backup: Path) -> None:
    if not backup.exists():
        raise FileMissing(backup).reworded(
            f"Không tìm thấy bản sao lưu “{shown(backup)}”; {_KEPT}.", "Hãy cắm lại USB, hoặc chọn bản sao lưu khác."
        )
    if not backup.is_file():
        raise FileNotOurs(backup)


def _check(part: Path, backup: Path) -> list[str]:
    try:
        return check_copy(part, backup)
    except FileDamaged as error:
        happened = f"Bản sao lưu “{shown(backup)}” bị hỏng hoặc bị cắt cụt nên không phục hồi; {_KEPT}."
        raise error.reworded(happened, "Hãy chọn một bản sao lưu khác.") from error


def _restore(path: Path, backup: Path, moment: datetime) -> Path | None:
    part = part_of(path)
    try:
        shutil.copyfile(backup, part)
        digests = _check(part, backup)
        with closing(connect(part, write=True)) as connection, transaction(connection):
            seal(connection)
        force_to_disk(part)
        clear_stale_journal(path)
        aside = _set_aside(path, moment) if path.exists() else None
        sources = [attachment_store(backup.parent), files_folder(backup)]
        copy_new(digests, sources, files_folder(path), there=is_whole)
        journal_of(path).unlink(missing_ok=True)  # else SQLite would play it into the restored file
        settle(part, path)
    finally:
        part.unlink(missing_ok=True)
        journal_of(part).unlink(missing_ok=True)
    return aside


def _set_aside(path: Path, moment: datetime) -> Path:
    aside = _free_name(path, f"{path.stem} (trước khi phục hồi {moment:%Y-%m-%d %H.%M.%S})")
    if journal_of(path).exists():
        copy_file(journal_of(path), journal_of(aside))
    copy_file(path, aside)
    files = files_folder(path)
    if files.is_dir():
        files_folder(aside).mkdir(exist_ok=True)
        for place in files.iterdir():
            _link_or_copy(place, files_folder(aside) / place.name)
    return aside


def _free_name(path: Path, stem: str) -> Path:
    free = path.with_name(f"{stem}{path.suffix}")
    number = 2
    while free.exists():
        free = path.with_name(f"{stem} ({number}){path.suffix}")
        number += 1
    return free


def _link_or_copy(source: Path, target: Path) -> None:
    """Kept files never change, so one content under two names will do where the disk can (not on FAT)."""
    if target.exists():
        return
    with suppress(OSError):
        os.link(source, target)
        return
    copy_file(source, target)
