"""The change log: what every act did to every row, and taking it back.

Triggers, made from the tables as they are, write the row before and after as JSON under the act named in ``act_now``.
``act_now.act_id`` is NULL at rest, and then the triggers refuse every write; an act's id while it runs; 0 while an act
is undone or redone, when rows change but nothing new is logged. States of an act: "done"; "undone", can be redone;
"dropped", undone and then passed over by a new act. Sealed acts are history only.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .keys import Value
from .schema import LOG_TABLES

REDOING = 0
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """One row as it was and as it became; ``before`` is None for a new row, ``after`` for a deleted one."""

    kind: str
    row_id: int
    before: Row | None
    after: Row | None


def logged_tables(connection: sqlite3.Connection) -> list[str]:
    """The tables whose rows are logged: all but the log itself and the libraries' own."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in names if name not in LOG_TABLES and not name.startswith(("sqlite_", "_sqlite_"))]


def column_types(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Column → declared type ("TEXT", "INTEGER", "REAL"), in the table's order; empty for no such table."""
    rows = connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
    return {str(name): str(kind) for name, kind in rows}


def make_triggers(connection: sqlite3.Connection) -> None:
    """Drops the log's triggers and makes them anew from the tables as they are; belongs in a transaction."""
    drop_triggers(connection)
    for table in logged_tables(connection):
        for statement in _triggers(table, column_types(connection, table)):
            connection.execute(statement)


def drop_triggers(connection: sqlite3.Connection) -> None:
    """Leaves the tables without the log; belongs in a transaction that makes the triggers anew."""
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')


def _triggers(table: str, columns: dict[str, str]) -> Iterator[str]:
    old, new = _image("OLD", columns), _image("NEW", columns)
    changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns)
    yield _trigger(table, "INSERT", "NEW", "NULL", new)
    yield _trigger(table, "DELETE", "OLD", old, "NULL")
    yield _trigger(table, "UPDATE", "NEW", old, new, f"AND ({changed})")


def _trigger(table: str, event: str, side: str, before: str, after: str, only: str = "") -> str:
    same_row = "OR OLD.id IS NOT NEW.id" if event == "UPDATE" else ""
    return f"""CREATE TRIGGER "log_{table}_{event.lower()}" AFTER {event} ON "{table}" BEGIN
  SELECT RAISE(ABORT, 'a row changes outside an act, or changes its id') FROM act_now WHERE act_id IS NULL {same_row};
  INSERT INTO act_changes (act_id, kind, row_id, before, after)
  SELECT act_id, '{table}', {side}.id, {before}, {after} FROM act_now WHERE act_id > {REDOING} {only};
END"""


def _image(side: str, columns: dict[str, str]) -> str:
    parts = (
        f"'{name}', json(exact_real({side}.\"{name}\"))" if kind == "REAL" else f"'{name}', {side}.\"{name}\""
        for name, kind in columns.items()
    )
    return f"json_object({', '.join(parts)})"


def changes_of(connection: sqlite3.Connection, act_id: int) -> list[Change]:
    """The changes of an act in the order they were made."""
    rows = connection.execute(
        "SELECT kind, row_id, before, after FROM act_changes WHERE act_id = ? ORDER BY id", (act_id,)
    )
    return [Change(kind, row_id, read_image(before), read_image(after)) for kind, row_id, before, after in rows]


def read_image(image: str | None) -> Row | None:
    """A row image of the log as a row."""
    if image is None:
        return None
    row: Row = json.loads(image)
    return row


def take_back(connection: sqlite3.Connection, act_id: int) -> list[Change]:
    """Puts every row of the act back as it was; belongs in a transaction. Returns what the rows changed from and to."""
    undone = [Change(c.kind, c.row_id, c.after, c.before) for c in reversed(changes_of(connection, act_id))]
    _apply(connection, undone)
    _set_state(connection, act_id, "undone")
    return undone


def do_again(connection: sqlite3.Connection, act_id: int) -> list[Change]:
    """Makes the act's changes once more; belongs in a transaction. Returns them."""
    redone = changes_of(connection, act_id)
    _apply(connection, redone)
    _set_state(connection, act_id, "done")
    return redone


def _apply(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    connection.execute("PRAGMA defer_foreign_keys=ON")  # until the commit: owners may come after what they own
    set_current_act(connection, REDOING)
    for change in changes:
        if change.after is None:
            connection.execute(f'DELETE FROM "{change.kind}" WHERE id = ?', (change.row_id,))
        elif change.before is None:
            _put_row(connection, change.kind, change.after)
        else:
            _replace_row(connection, change.kind, change.after)
    set_current_act(connection, None)


def set_current_act(connection: sqlite3.Connection, act_id: int | None) -> None:
    """What is written from now on goes under ``act_id``; with None nothing can be written, as it must be at rest."""
    connection.execute("UPDATE act_now SET act_id = ?", (act_id,))


def _put_row(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Inserts a row under its own id; no act is undone over a migration, so the table has every column of the log."""
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values()))


def _replace_row(connection: sqlite3.Connection, table: str, row: Row) -> None:
    names = ", ".join(f'"{name}" = ?' for name in row)
    connection.execute(f'UPDATE "{table}" SET {names} WHERE id = ?', (*row.values(), row["id"]))


def _set_state(connection: sqlite3.Connection, act_id: int, state: str) -> None:
    connection.execute("UPDATE acts SET state = ? WHERE id = ?", (state, act_id))


def undoable(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """Id and text of the act that undo takes back next, None when there is none."""
    return _act(connection, "SELECT id, text FROM acts WHERE state = 'done' AND sealed = 0 ORDER BY id DESC LIMIT 1")


def redoable(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """Id and text of the act that redo does next, None when there is none."""
    return _act(connection, "SELECT id, text FROM acts WHERE state = 'undone' ORDER BY id LIMIT 1")


def _act(connection: sqlite3.Connection, query: str) -> tuple[int, str] | None:
    row = connection.execute(query).fetchone()
    return (row[0], row[1]) if row else None


def start_act(connection: sqlite3.Connection, at: str, text: str) -> int:
    """A new act in the log; ``at`` is the local time as ISO to the second. What could be redone is passed over."""
    connection.execute("UPDATE acts SET state = 'dropped' WHERE state = 'undone'")
    cursor = connection.execute("INSERT INTO acts (at, text) VALUES (?, ?)", (at, text))
    return int(cursor.lastrowid or 0)


def continue_act(connection: sqlite3.Connection, act_id: int, at: str) -> int:
    """The act ``act_id`` goes on at the moment ``at``; returns its id."""
    connection.execute("UPDATE acts SET at = ? WHERE id = ?", (at, act_id))
    return act_id


def last_change_id(connection: sqlite3.Connection) -> int:
    """The id of the newest line of the log."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM act_changes").fetchone()[0])


def touched_since(connection: sqlite3.Connection, change_id: int) -> dict[str, frozenset[int]]:
    """Table → ids of the rows changed after the log's line ``change_id``."""
    ids: dict[str, set[int]] = {}
    rows = connection.execute("SELECT DISTINCT kind, row_id FROM act_changes WHERE id > ?", (change_id,))
    for kind, row_id in rows:
        ids.setdefault(kind, set()).add(row_id)
    return {kind: frozenset(rows) for kind, rows in ids.items()}


def condense(connection: sqlite3.Connection, act_id: int) -> bool:
    """Makes one line of an act that touched a single row, as typing into one field does.

    Returns whether anything of the act is left: a text typed and taken back by hand leaves no act at all.
    """
    changes = changes_of(connection, act_id)
    if len({(change.kind, change.row_id) for change in changes}) != 1:
        return True
    first, last = changes[0], changes[-1]
    if first.before == last.after:
        connection.execute("DELETE FROM acts WHERE id = ?", (act_id,))
        return False
    connection.execute(
        "UPDATE act_changes SET after = (SELECT after FROM act_changes WHERE act_id = ?1 ORDER BY id DESC LIMIT 1) "
        "WHERE id = (SELECT min(id) FROM act_changes WHERE act_id = ?1)",
        (act_id,),
    )
    connection.execute(
        "DELETE FROM act_changes WHERE act_id = ?1 AND id > (SELECT min(id) FROM act_changes WHERE act_id = ?1)",
        (act_id,),
    )
    return True


def seal(connection: sqlite3.Connection) -> None:
    """Makes every act so far history that cannot be undone: after a migration, a restore, the founding of a file."""
    connection.execute("UPDATE acts SET state = 'dropped' WHERE state = 'undone'")
    connection.execute("UPDATE acts SET sealed = 1 WHERE sealed = 0")


def last_act_at(connection: sqlite3.Connection) -> str | None:
    """When the newest act was saved, local time as ISO, None in a new file."""
    row = connection.execute("SELECT at FROM acts ORDER BY id DESC LIMIT 1").fetchone()
    return str(row[0]) if row else None
