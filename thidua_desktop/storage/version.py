"""Which files this program takes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from .connection import APPLICATION_ID, looks_like_ours, number_pragma
from .errors import FileDamaged, FileNotOurs, FileTooNew
from .migrations import VERSION


def refuse_foreign(path: Path) -> None:
    """Refuses what is plainly no data file, before anything is opened or made beside it.

    Raises ``OSError`` for a missing file and for a name the system does not take, :class:`FileNotOurs`,
    :class:`FileDamaged` for an empty one.
    """
    size = path.stat().st_size
    if not path.is_file():
        raise FileNotOurs(path)
    if size == 0:
        raise FileDamaged(path, "rỗng (0 byte)")
    if not looks_like_ours(path):
        raise FileNotOurs(path)


def check_version(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses another program's file and one that a newer version of this program wrote."""
    if number_pragma(connection, "application_id") != APPLICATION_ID:
        raise FileNotOurs(path)
    if number_pragma(connection, "user_version") > VERSION:
        raise FileTooNew(path)
