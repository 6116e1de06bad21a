"""The one place that forgets: old history, the old bin and files that nothing names any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from .attachment_files import files_folder
from .backups import BackupFile, make_backup
from .datafile import DataFile
from .errors import known_errors


@dataclass(frozen=True, slots=True)
class CleanUp:
    """What a clean-up forgot: how many acts, how many kept files, and the backup that still holds them all."""

    acts: int
    files: int
    backup: BackupFile


def clean_up(file: DataFile, before: datetime, backup_folder: Path) -> CleanUp:
    """Forgets acts older than ``before`` (what they deleted leaves the bin for good) and files that nothing names.

    Nothing is forgotten unless a checked backup was made first. Not undoable.
    """
    backup = make_backup(file.path, backup_folder, file.clock())
    acts = file.forget_acts(before)
    return CleanUp(acts, _remove_unnamed_files(file), backup)


def _remove_unnamed_files(file: DataFile) -> int:
    rows = file.query(
        """SELECT sha256 FROM attachments
           UNION SELECT json_extract(before, '$.sha256') FROM act_changes WHERE kind = 'attachments'
           UNION SELECT json_extract(after, '$.sha256') FROM act_changes WHERE kind = 'attachments'"""
    )
    named = {row["sha256"] for row in rows}
    folder = files_folder(file.path)
    with known_errors(folder):
        unnamed = [place for place in folder.iterdir() if place.name not in named] if folder.is_dir() else []
        for place in unnamed:
            place.unlink()
    return len(unnamed)
