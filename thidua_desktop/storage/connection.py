"""Opening SQLite the one way this program does it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from ..domain.errors import KnownError

APPLICATION_ID = 0x54444401  # "TDD" and 1, in the file's header: this is a data file of ours
BUSY_SECONDS = 5.0
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_APPLICATION_ID_AT = 68


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to an existing file, every transaction begun by hand; raises ``sqlite3.Error``.

    The path goes in as a URI so that a missing file is not made. A network path ("//server/…") keeps its four slashes:
    SQLite takes a server name in the URI's authority for an error.
    """
    posix = path.absolute().as_posix()
    uri = f"file://{'' if posix.startswith('/') else '/'}{quote(posix)}?mode={'rw' if write else 'ro'}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    connection.row_factory = sqlite3.Row
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Sets what every writing connection needs and reads it back; :class:`KnownError` when SQLite does not obey."""
    _pragma(connection, "journal_mode", "delete", "delete")
    _pragma(connection, "synchronous", "FULL", 2)
    _pragma(connection, "foreign_keys", "ON", 1)
    _pragma(connection, "recursive_triggers", "ON", 1)  # else INSERT OR REPLACE deletes a row behind the log's back
    add_functions(connection)


def add_functions(connection: sqlite3.Connection) -> None:
    """The functions that the change log's triggers call."""
    connection.create_function("exact_real", 1, _exact_real, deterministic=True)


def _exact_real(value: float | None) -> str | None:
    """A figure with every digit; SQLite's own JSON keeps 15 only, and undo must bring back the very same one."""
    return None if value is None else repr(value)


def _pragma(connection: sqlite3.Connection, name: str, value: str, expected: str | int) -> None:
    connection.execute(f"PRAGMA {name}={value}")
    if connection.execute(f"PRAGMA {name}").fetchone()[0] != expected:
        raise KnownError(
            f"Thư viện dữ liệu trên máy này không nhận cài đặt an toàn “{name}”; tệp dữ liệu được giữ nguyên.",
            "Hãy cài lại chương trình.",
        )


def looks_like_ours(path: Path) -> bool:
    """Whether the file begins as an SQLite file with our number does, by its bytes alone; raises ``OSError``.

    Of a file cut within the first hundred bytes SQLite says more.
    """
    with path.open("rb") as file:
        head = file.read(_HEADER_BYTES)
    number = int.from_bytes(head[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big")
    return head.startswith(_MAGIC) and (number == APPLICATION_ID or len(head) < _HEADER_BYTES)


def journal_of(path: Path) -> Path:
    """SQLite's rollback journal of a file: there only while an act is written, or after a crash in the middle."""
    return path.with_name(f"{path.name}-journal")


def clear_stale_journal(path: Path) -> None:
    """Moves away a journal whose file is gone: SQLite would play it into a new file of that name."""
    journal = journal_of(path)
    if journal.exists() and not path.exists():
        journal.replace(journal.with_name(f"{journal.name}.old"))


def number_pragma(connection: sqlite3.Connection, name: str) -> int:
    """A pragma whose answer is one number."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all of it is kept, or nothing when anything is raised.

    ``Database.atomic()`` begins deferred and takes the write lock only at the first write, where waiting for a running
    backup is no longer possible; this one takes it at once. Raises ``sqlite3.Error``.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        roll_back(connection)
        raise


def roll_back(connection: sqlite3.Connection) -> None:
    """Takes the open transaction back, if there is one: SQLite may have done so itself when the disk was full.

    Never raises: a connection that is closed, or whose disk is gone, has ended the transaction too, and what is in the
    journal is played back when the file is opened again.
    """
    with suppress(sqlite3.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
