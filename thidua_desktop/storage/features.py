"""Whether this machine's SQLite does what the data file's tables rely on."""

from __future__ import annotations

import sqlite3
from contextlib import closing

VERSION = sqlite3.sqlite_version


def refuses_wrong_data() -> bool:
    """Whether a STRICT table refuses a text in place of a number, and a link one to a row that is not there."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT")
        connection.execute("CREATE TABLE two (id INTEGER NOT NULL REFERENCES one) STRICT")
        return all(_is_refused(connection, value) for value in ("một", 1))


def _is_refused(connection: sqlite3.Connection, value: str | int) -> bool:
    try:
        connection.execute("INSERT INTO two VALUES (?)", (value,))
    except sqlite3.IntegrityError:
        return True
    return False
