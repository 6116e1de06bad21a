"""Rows of one table: find, page, insert, update, delete, move.

``where`` is column → value, all of them equal (None = empty). Tables and columns come from the program, never from the
clerk: an unknown one is a ``KeyError``. Writing functions belong inside ``with file.act(…)``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from ..domain.vietnamese import fold, nfc
from .datafile import DataFile
from .errors import RecordGone
from .keys import SEARCH, Value, make_keys, order_column
from .schema import OWNERS

Row = dict[str, Value]
Where = Mapping[str, Value]


def count(file: DataFile, table: str, *, where: Where | None = None, search: str = "") -> int:
    """How many rows there are; ``search`` as in :func:`page`."""
    condition, values = _condition(file, table, where or {}, search)
    return int(file.query(f'SELECT count(*) FROM "{table}" {condition}', values)[0][0])


def page(
    file: DataFile,
    table: str,
    *,
    where: Where | None = None,
    search: str = "",
    order: str = "",
    descending: bool = False,
    limit: int = -1,
    offset: int = 0,
) -> list[Row]:
    """Rows as column → value, in the Vietnamese order of ``order``; by position, else as entered, when it is "".

    Every word of ``search`` must stand in the row's searched texts, with or without marks and capitals. ``limit`` -1
    is no limit.
    """
    condition, values = _condition(file, table, where or {}, search)
    columns = file.columns(table)
    by = order_column(order, columns) if order else "position" if table in OWNERS else "id"
    _known(file, table, [by])
    way = "DESC" if descending else "ASC"
    sql = f'SELECT * FROM "{table}" {condition} ORDER BY "{by}" {way}, id {way} LIMIT ? OFFSET ?'
    return [dict(row) for row in file.query(sql, (*values, limit, offset))]


def among(file: DataFile, table: str, column: str, values: Iterable[Value]) -> list[Row]:
    """The rows whose ``column`` holds one of ``values``, as entered: one query for however many."""
    _known(file, table, [column])
    sql = f'SELECT * FROM "{table}" WHERE "{column}" IN (SELECT value FROM json_each(?)) ORDER BY id'
    return [dict(row) for row in file.query(sql, (json.dumps(list(values)),))]


def _condition(file: DataFile, table: str, where: Where, search: str) -> tuple[str, list[Value]]:
    _known(file, table, where)
    words = fold(nfc(search)).split()
    parts = [f'"{name}" IS ?' for name in where] + [f"instr({SEARCH}, ?) > 0" for _ in words]
    return (f"WHERE {' AND '.join(parts)}" if parts else ""), [*where.values(), *words]


def _known(file: DataFile, table: str, names: Iterable[str]) -> None:
    columns = file.columns(table)
    for name in names:
        if name not in columns:
            raise KeyError(f"{table}.{name}")


def find(file: DataFile, table: str, row_id: int) -> Row | None:
    """One row, None when there is none of this id."""
    rows = page(file, table, where={"id": row_id})
    return rows[0] if rows else None


def get(file: DataFile, table: str, row_id: int) -> Row:
    """One row; :class:`RecordGone` when it is not there."""
    row = find(file, table, row_id)
    if row is None:
        raise RecordGone
    return row


def insert(file: DataFile, table: str, values: Mapping[str, Value]) -> int:
    """Adds a row and returns its id. An ordered row goes to ``position`` (the others make room), else to the end.

    Columns left out take the table's default. Raises ``NameTaken``, ``BadValue`` or ``StillUsed``.
    """
    _known(file, table, values)
    row = dict(values)
    if table in OWNERS:
        row["position"] = _make_room(file, table, row)
    row |= make_keys(file.columns(table), row)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    return file.write(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values()))


def _make_room(file: DataFile, table: str, row: Mapping[str, Value]) -> int:
    owner = owner_of(table, row)
    condition, values = _condition(file, table, owner, "")
    end = int(file.query(f'SELECT coalesce(max(position) + 1, 0) FROM "{table}" {condition}', values)[0][0])
    wished = row.get("position")
    position = min(max(int(wished), 0), end) if wished is not None else end
    if position < end:
        file.write(f'UPDATE "{table}" SET position = position + 1 {condition} AND position >= ?', (*values, position))
    return position


def owner_of(table: str, row: Where) -> Row:
    """The columns that a row's position is counted within, with their values in ``row``."""
    return {name: row.get(name) for name in OWNERS[table]}


def update(file: DataFile, table: str, row_id: int, values: Mapping[str, Value]) -> None:
    """Changes some columns of a row and its keys with them; :class:`RecordGone` when it is not there.

    It takes a position and an owner as they come: :func:`move` and :func:`close_gaps` keep the order.
    """
    _known(file, table, values)
    row = get(file, table, row_id) | dict(values)
    new = dict(values) | make_keys(file.columns(table), row)
    names = ", ".join(f'"{name}" = ?' for name in new)
    file.write(f'UPDATE "{table}" SET {names} WHERE id = ?', (*new.values(), row_id))


def delete(file: DataFile, table: str, ids: Sequence[int]) -> None:
    """Deletes rows and what they own; ids that are not there are passed over. ``StillUsed`` when others name one."""
    owners: dict[tuple[Value, ...], Row] = {}
    for row_id in ids:
        row = find(file, table, row_id)
        if row is None:
            continue
        if table in OWNERS:
            owner = owner_of(table, row)
            owners[tuple(owner.values())] = owner
        file.write(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))
    for owner in owners.values():
        close_gaps(file, table, owner)


def close_gaps(file: DataFile, table: str, owner: Where) -> None:
    """Numbers the positions within one owner from 0 again, in their order."""
    place_in_order(file, table, [int(row["id"] or 0) for row in page(file, table, where=owner)])


def place_in_order(file: DataFile, table: str, ids: Sequence[int]) -> None:
    """Gives the rows the positions 0, 1, 2 … in the order of ``ids``; rows already there are not touched."""
    for position, row_id in enumerate(ids):
        file.write(
            f'UPDATE "{table}" SET position = ? WHERE id = ? AND position <> ?',
            (position, row_id, position),
        )


def move(file: DataFile, table: str, row_id: int, position: int) -> None:
    """Puts an ordered row at ``position`` within its owner (past the end = last)."""
    row = get(file, table, row_id)
    ids = [int(other["id"] or 0) for other in page(file, table, where=owner_of(table, row))]
    ids.remove(row_id)
    ids.insert(max(position, 0), row_id)
    place_in_order(file, table, ids)
