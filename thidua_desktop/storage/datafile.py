"""The open data file: one connection, acts, undo and redo."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ..domain.changes import Changes
from . import changelog, migrations
from .connection import clear_stale_journal, connect, prepare, roll_back, transaction
from .errors import (
    ActRunning,
    FileExists,
    FileReadOnly,
    known_errors,
)
from .keys import Value
from .lock import OneProgramLock
from .places import followed
from .safefiles import force_to_disk, part_of, settle
from .version import check_version, refuse_foreign

BeforeMigration = Callable[[Path], None]


def _back_up(path: Path) -> None:
    from .backups import default_folder, make_backup

    make_backup(path, default_folder(path), datetime.now())


@dataclass
class Act:
    """One act while it runs; afterwards ``changes`` says what it did, empty when it did nothing.

    ``goes_on`` is whether it continues the act before it; ``start`` the line of the log after which it begins.
    """

    text: str
    id: int
    goes_on: bool
    start: int
    changes: Changes = field(default_factory=Changes)


class DataFile:
    """One open ``*.thidua`` file, held by this program alone and used by one thread.

    Every write stands inside ``with file.act(…)``; the tables refuse any other. What SQLite raises comes out as a
    :class:`~thidua_desktop.domain.errors.KnownError` of :mod:`.errors`.
    """

    def __init__(self, path: Path, lock: OneProgramLock, connection: sqlite3.Connection) -> None:
        self.path = path
        self.clock: Callable[[], datetime] = datetime.now
        self._lock = lock
        self._connection = connection
        self._columns: dict[str, dict[str, str]] = {}
        self._running = False
        self._last_merge: tuple[str, int] | None = None

    @classmethod
    def create(cls, path: Path) -> DataFile:
        """A new file with the newest tables, opened; raises :class:`FileExists` rather than touch one that is there."""
        part = part_of(path)
        with known_errors(path):
            if path.exists():
                raise FileExists(path)
            try:
                part.write_bytes(b"")
                _fill_new_file(part)
                clear_stale_journal(path)
                settle(part, path)
            finally:
                part.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, before_migration: BeforeMigration = _back_up) -> DataFile:
        """Opens a file; an older one is brought to today's tables after ``before_migration(path)`` made its backup.

        Raises :class:`FileMissing`, :class:`FileNotOurs`, :class:`FileDamaged`, :class:`FileReadOnly`,
        :class:`FileTooNew` or :class:`FileInUse`; the file is then as it was.
        """
        with known_errors(path):
            path = followed(path)
            _look(path)
            lock = OneProgramLock(path)
            lock.acquire()
            try:
                connection = _open_connection(path, before_migration)
            except BaseException:
                lock.abandon()
                raise
        return cls(path, lock, connection)

    @contextmanager
    def act(self, text: str, merge: str | None = None) -> Iterator[Act]:
        """One transaction that the clerk knows as ``text``; anything raised inside takes all of it back.

        With the ``merge`` key of the newest act of this run it continues that act: the two are undone as one. Raises
        :class:`ActRunning` inside another act.
        """
        if self._running:
            raise ActRunning
        self._running = True
        try:
            with known_errors(self.path):
                act = self._begin(text, merge)
            yield act
            with known_errors(self.path):
                self._finish(act, merge)
        except BaseException:
            roll_back(self._connection)
            self._last_merge = None
            raise
        finally:
            self._running = False

    def _begin(self, text: str, merge: str | None) -> Act:
        connection = self._connection
        at = self.clock().isoformat(timespec="seconds")
        connection.execute("BEGIN IMMEDIATE")
        goes_on = merge is not None and self._last_merge is not None and self._last_merge[0] == merge
        if goes_on and self._last_merge:
            act_id = changelog.continue_act(connection, self._last_merge[1], at)
        else:
            act_id = changelog.start_act(connection, at, text)
        act = Act(text, act_id, goes_on, changelog.last_change_id(connection))
        changelog.set_current_act(connection, act_id)
        return act

    def _finish(self, act: Act, merge: str | None) -> None:
        connection = self._connection
        ids = changelog.touched_since(connection, act.start)
        if not ids:
            roll_back(connection)
            return
        changelog.set_current_act(connection, None)
        left = not act.goes_on or changelog.condense(connection, act.id)
        connection.execute("COMMIT")
        self._last_merge = (merge, act.id) if merge is not None and left else None
        act.changes = Changes(frozenset(ids), ids, act.text, act.id)

    def undo(self) -> Changes:
        """Takes the newest act back, also one of an earlier run; empty ``Changes`` when there is none."""
        return self._go(changelog.undoable, changelog.take_back)

    def redo(self) -> Changes:
        """Does the act undone last once more; empty ``Changes`` when there is none."""
        return self._go(changelog.redoable, changelog.do_again)

    def _go(
        self,
        choose: Callable[[sqlite3.Connection], tuple[int, str] | None],
        apply: Callable[[sqlite3.Connection, int], list[changelog.Change]],
    ) -> Changes:
        if self._running:
            raise ActRunning
        self._last_merge = None
        with known_errors(self.path):
            chosen = choose(self._connection)
            if chosen is None:
                return Changes()
            act_id, text = chosen
            with transaction(self._connection):
                changed = apply(self._connection, act_id)
        ids: dict[str, set[int]] = {}
        for change in changed:
            ids.setdefault(change.kind, set()).add(change.row_id)
        return Changes(frozenset(ids), {kind: frozenset(rows) for kind, rows in ids.items()}, text, act_id)

    @property
    def undo_text(self) -> str:
        """The act that undo would take back, "" when there is none."""
        return self._text(changelog.undoable)

    @property
    def undo_act(self) -> int:
        """The number of the act that undo would take back, 0 when there is none."""
        return self._number(changelog.undoable)

    @property
    def redo_act(self) -> int:
        """The number of the act that redo would do, 0 when there is none."""
        return self._number(changelog.redoable)

    @property
    def redo_text(self) -> str:
        """The act that redo would do, "" when there is none."""
        return self._text(changelog.redoable)

    def _number(self, choose: Callable[[sqlite3.Connection], tuple[int, str] | None]) -> int:
        with known_errors(self.path):
            chosen = choose(self._connection)
        return chosen[0] if chosen else 0

    def _text(self, choose: Callable[[sqlite3.Connection], tuple[int, str] | None]) -> str:
        with known_errors(self.path):
            chosen = choose(self._connection)
        return chosen[1] if chosen else ""

    @property
    def last_saved(self) -> datetime | None:
        """When the newest act was saved, local time; None in a new file."""
        with known_errors(self.path):
            at = changelog.last_act_at(self._connection)
        return datetime.fromisoformat(at) if at else None

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """The rows of a SELECT; for the modules of this package."""
        with known_errors(self.path):
            rows: list[sqlite3.Row] = self._connection.execute(sql, values).fetchall()
        return rows

    def write(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Runs one writing statement inside the running act and returns the id of a new row; for this package."""
        if not self._running:
            raise RuntimeError("a write outside an act")
        with known_errors(self.path):
            return int(self._connection.execute(sql, values).lastrowid or 0)

    def tables(self) -> list[str]:
        """The tables whose rows acts change."""
        with known_errors(self.path):
            return changelog.logged_tables(self._connection)

    def changes_of(self, act_id: int) -> list[changelog.Change]:
        """What an act did, row by row, in order."""
        with known_errors(self.path):
            return changelog.changes_of(self._connection, act_id)

    def seal_acts(self) -> None:
        """Makes every act so far history that undo does not take back."""
        if self._running:
            raise ActRunning
        self._last_merge = None
        with known_errors(self.path), transaction(self._connection):
            changelog.seal(self._connection)

    @contextmanager
    def unforced(self) -> Iterator[None]:
        """Acts inside are forced to the disk together at the end: only for a file that can be made again."""
        self._connection.execute("PRAGMA synchronous=OFF")
        try:
            yield
        finally:
            prepare(self._connection)
        with known_errors(self.path):
            force_to_disk(self.path)

    def columns(self, table: str) -> dict[str, str]:
        """Column → type of a table, in its order; ``KeyError`` for no such table."""
        if table not in self._columns:
            found = changelog.column_types(self._connection, table)
            if not found:
                raise KeyError(table)
            self._columns[table] = found
        return self._columns[table]

    def close(self) -> None:
        """Ends the use of the file; an act that runs is taken back. May be called twice."""
        roll_back(self._connection)
        self._connection.close()
        self._lock.release()


def _look(path: Path) -> None:
    """Refuses what is plainly no file to work in, before anything is made beside it."""
    refuse_foreign(path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise FileReadOnly(path)


def _fill_new_file(path: Path) -> None:
    connection = connect(path, write=True)
    try:
        prepare(connection)
        migrations.migrate(connection)
    finally:
        connection.close()


def _open_connection(path: Path, before_migration: BeforeMigration) -> sqlite3.Connection:
    connection = connect(path, write=True)
    try:
        check_version(connection, path)
        prepare(connection)
        with transaction(connection):  # SQLite opens a file closed to writing without a word, and refuses here
            pass
        if migrations.version_of(connection) < migrations.VERSION:
            before_migration(path)
            migrations.migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection
