"""Where a score, a criterion or a set is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from ...storage import records
from ..workspace import Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """The set, in it the criterion (0 for the set itself), and whose sheet it is, None for no sheet."""

    set_id: int
    criterion_id: int = 0
    registration_id: int | None = None


def place_of(workspace: Workspace, kind: str, row_id: int) -> Place | None:
    """Where the record of "scores", "criteria" or "criteria_sets" is shown, None when it is not there."""
    row = records.find(workspace.file, kind, row_id)
    if row is None:
        return None
    if kind == "criteria_sets":
        return Place(row_id)
    if kind == "criteria":
        return Place(cast(int, row["set_id"]), row_id)
    criterion = records.get(workspace.file, "criteria", cast(int, row["criterion_id"]))
    whose = cast("int | None", row["registration_id"])
    return Place(cast(int, criterion["set_id"]), cast(int, criterion["id"]), whose)
