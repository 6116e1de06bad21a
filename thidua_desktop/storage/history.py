"""What happened to one record, as the change log tells."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from .changelog import read_image
from .datafile import DataFile
from .records import Row


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One change of a record: when (local time), in which act, from what to what; None = was not, is not there.

    ``in_effect`` is False when the act was undone.
    """

    act_id: int
    at: datetime
    act: str
    in_effect: bool
    before: Row | None
    after: Row | None


def act_time(file: DataFile, act_id: int) -> datetime:
    """When an act was done, local time."""
    [row] = file.query("SELECT at FROM acts WHERE id = ?", (act_id,))
    return datetime.fromisoformat(row["at"])


def record_history(file: DataFile, kind: str, row_id: int) -> list[RecordChange]:
    """Every change of a record, newest first; also of one that is deleted."""
    rows = file.query(
        """SELECT c.act_id, a.at, a.text, a.state, c.before, c.after FROM act_changes c JOIN acts a ON a.id = c.act_id
           WHERE c.kind = ? AND c.row_id = ? ORDER BY c.id DESC""",
        (kind, row_id),
    )
    return [_record_change(row) for row in rows]


def _record_change(row: sqlite3.Row) -> RecordChange:
    return RecordChange(
        act_id=row["act_id"],
        at=datetime.fromisoformat(row["at"]),
        act=row["text"],
        in_effect=row["state"] == "done",
        before=read_image(row["before"]),
        after=read_image(row["after"]),
    )


def owned_history(file: DataFile, kind: str, link: str, owner_id: int) -> list[RecordChange]:
    """Every change of the rows of ``kind`` whose column ``link`` names the owner, oldest first."""
    rows = file.query(
        """SELECT c.act_id, a.at, a.text, a.state, c.before, c.after FROM act_changes c JOIN acts a ON a.id = c.act_id
           WHERE c.kind = ? AND json_extract(coalesce(c.after, c.before), ?) = ? ORDER BY c.id""",
        (kind, f"$.{link}", owner_id),
    )
    return [_record_change(row) for row in rows]
