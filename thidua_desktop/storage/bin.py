"""Deleted records, found in the change log, and their way back with everything they owned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from . import records
from .changelog import Change, Row, read_image
from .datafile import DataFile
from .errors import OwnerGone, RecordGone
from .keys import make_keys
from .schema import OWNERS


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """A record as it was when ``act_id`` deleted it, at the local time ``at``."""

    act_id: int
    kind: str
    row_id: int
    at: datetime
    row: Row


@dataclass(frozen=True, slots=True)
class _Link:
    """A foreign key: ``column`` of ``table`` names a row of ``target``."""

    table: str
    column: str
    target: str
    on_delete: str


def deleted_rows(
    file: DataFile, kinds: Sequence[str] | None = None, *, limit: int = -1, offset: int = 0
) -> list[DeletedRow]:
    """What is in the bin, last deleted first; what went with its owner comes back with it and is not listed."""
    wanted = f"AND c.kind IN ({', '.join('?' * len(kinds))})" if kinds is not None else ""
    rows = file.query(
        f"""SELECT c.act_id, c.kind, c.row_id, a.at, c.before FROM act_changes c JOIN acts a ON a.id = c.act_id
            WHERE c.after IS NULL AND a.state = 'done' {wanted}
              AND NOT EXISTS (SELECT 1 FROM act_changes later JOIN acts l ON l.id = later.act_id
                WHERE later.kind = c.kind AND later.row_id = c.row_id AND later.id > c.id AND l.state = 'done')
              {" ".join(_not_with_owner(link) for link in _links(file) if link.on_delete == "CASCADE")}
            ORDER BY c.id DESC LIMIT ? OFFSET ?""",
        (*(kinds or ()), limit, offset),
    )
    return [
        DeletedRow(
            row["act_id"],
            row["kind"],
            row["row_id"],
            datetime.fromisoformat(row["at"]),
            read_image(row["before"]) or {},
        )
        for row in rows
    ]


def _not_with_owner(link: _Link) -> str:
    return f"""AND NOT (c.kind = '{link.table}' AND EXISTS (SELECT 1 FROM act_changes o
        WHERE o.act_id = c.act_id AND o.kind = '{link.target}' AND o.after IS NULL
          AND o.row_id = json_extract(c.before, '$.{link.column}')))"""


def restore_deleted(file: DataFile, act_id: int, kind: str, row_id: int) -> None:
    """Brings a record back, inside an act, with all it owned and under its old ids, to its old place in its list.

    What named it and lost the link when it went gets the link back; a link to something gone meanwhile stays empty.
    Raises ``RecordGone`` when that act did not delete it, ``NameTaken`` when its name is used again, ``OwnerGone``
    when what it belonged to is deleted too.
    """
    changes = file.changes_of(act_id)
    links = _links(file)
    family = _family(changes, links, kind, row_id)
    if not family or records.find(file, kind, row_id) is not None:
        raise RecordGone
    file.write("PRAGMA defer_foreign_keys=ON")  # parts may name parts that come after them
    back = {(change.kind, change.row_id) for change in family}
    for change in family:
        _put_back(file, change, [link for link in links if link.table == change.kind], back)
    _relink(file, changes, links, back)
    if kind in OWNERS:
        records.move(file, kind, row_id, int((family[0].before or {}).get("position") or 0))


def _links(file: DataFile) -> list[_Link]:
    return [
        _Link(table, row["from"], row["table"], row["on_delete"])
        for table in file.tables()
        for row in file.query("SELECT * FROM pragma_foreign_key_list(?)", (table,))
        if row["to"] == "id"
    ]


def _family(changes: Sequence[Change], links: Sequence[_Link], kind: str, row_id: int) -> list[Change]:
    """The deletion of the record and of all it owned, owners first."""
    gone = [change for change in changes if change.after is None]
    family = [change for change in gone if (change.kind, change.row_id) == (kind, row_id)][-1:]
    for owner in family:  # grows while it is read
        for link in links:
            if link.target == owner.kind and link.on_delete == "CASCADE":
                owned = (c for c in gone if c.kind == link.table and (c.before or {}).get(link.column) == owner.row_id)
                family.extend(change for change in owned if change not in family)
    return family


def _put_back(file: DataFile, change: Change, links: Sequence[_Link], back: set[tuple[str, int]]) -> None:
    columns = file.columns(change.kind)
    row = {name: value for name, value in (change.before or {}).items() if name in columns}
    for link in links:
        target = row.get(link.column)
        if target is None or (link.target, target) in back or records.find(file, link.target, int(target)):
            continue
        if link.on_delete == "CASCADE":
            raise OwnerGone
        row[link.column] = None
    row |= make_keys(columns, row)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    file.write(f'INSERT INTO "{change.kind}" ({names}) VALUES ({marks})', tuple(row.values()))


def _relink(file: DataFile, changes: Sequence[Change], links: Sequence[_Link], back: set[tuple[str, int]]) -> None:
    for change in changes:
        for link in links:
            if change.kind != link.table or link.on_delete != "SET NULL" or not change.before or not change.after:
                continue
            named = change.before.get(link.column)
            if (link.target, named) in back and change.after.get(link.column) is None:
                file.write(
                    f'UPDATE "{link.table}" SET "{link.column}" = ? WHERE id = ? AND "{link.column}" IS NULL',
                    (named, change.row_id),
                )
