"""What an organisation registers besides titles and commitments, as it is read and printed."""

from __future__ import annotations

from typing import cast

from ...domain.registration.registered import CultureYear, JoinedMovement, RegisteredInitiative
from ...storage import records
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..workspace import Workspace

__all__ = ["CultureYear", "JoinedMovement", "RegisteredInitiative"]


def initiatives(workspace: Workspace, registration_id: int) -> tuple[RegisteredInitiative, ...]:
    """The initiatives of a registration in their order."""
    file = workspace.file
    rows = records.page(file, "registered_initiatives", where={"registration_id": registration_id})
    recognised = {
        row["id"]: str(row["decision"])
        for row in records.among(file, "initiatives", "id", [row["initiative_id"] for row in rows])
    }
    return tuple(
        RegisteredInitiative(
            rows_of.row_id(row),
            registration_id,
            str(row["name"]),
            str(row["author"]),
            cast("int | None", row["person_id"]),
            str(row["scope"]),
            str(row["note"]),
            cast("int | None", row["initiative_id"]),
            recognised.get(row["initiative_id"], ""),
        )
        for row in rows
    )


def movements(workspace: Workspace, registration_id: int) -> tuple[JoinedMovement, ...]:
    """The movements that the organisation joins, in their order."""
    file = workspace.file
    rows = records.page(file, "registered_movements", where={"registration_id": registration_id})
    launchers = {
        row["id"]: str(row["launcher"] or "")
        for row in records.among(file, "plan_movements", "id", [row["movement_id"] for row in rows])
    }
    return tuple(
        JoinedMovement(
            rows_of.row_id(row),
            registration_id,
            str(row["name"]),
            cast("int | None", row["movement_id"]),
            str(row["note"]),
            launchers.get(row["movement_id"], ""),
        )
        for row in rows
    )


def culture(workspace: Workspace, registration_id: int) -> CultureYear:
    """The culture figures of a registration, all unknown while none were entered."""
    where: Row = {"registration_id": registration_id}
    row = next(iter(records.page(workspace.file, "culture_years", where=where)), None)
    if row is None:
        return CultureYear(registration_id)
    households, registered, recognised = (
        cast("int | None", row[key]) for key in ("households", "registered", "recognised")
    )
    posted_on = cast("str | None", row["posted_on"])
    return CultureYear(registration_id, households, registered, recognised, posted_on, cast(int, row["id"]))
