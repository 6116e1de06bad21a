"""What happened to one record, as the change log tells."""

from __future__ import annotations

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


def record_history(file: DataFile, kind: str, row_id: int) -> list[RecordChange]:
    """Every change of a record, newest first; also of one that is deleted."""
    rows = file.query(
        """SELECT c.act_id, a.at, a.text, a.state, c.before, c.after FROM act_changes c JOIN acts a ON a.id = c.act_id
           WHERE c.kind = ? AND c.row_id = ? ORDER BY c.id DESC""",
        (kind, row_id),
    )
    return [
        RecordChange(
            act_id=row["act_id"],
            at=datetime.fromisoformat(row["at"]),
            act=row["text"],
            in_effect=row["state"] == "done",
            before=read_image(row["before"]),
            after=read_image(row["after"]),
        )
        for row in rows
    ]
