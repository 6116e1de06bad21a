"""Which files this program takes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from .connection import APPLICATION_ID, number_pragma
from .errors import FileNotOurs, FileTooNew
from .migrations import VERSION


def check_version(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses another program's file and one that a newer version of this program wrote."""
    if number_pragma(connection, "application_id") != APPLICATION_ID:
        raise FileNotOurs(path)
    if number_pragma(connection, "user_version") > VERSION:
        raise FileTooNew(path)
