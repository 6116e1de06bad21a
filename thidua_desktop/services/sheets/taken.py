"""The files that were taken in a year, as they came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from ...domain.plan.plans import SourceFile
from ...domain.sheets.forms import SheetKind
from ...storage import attachments, records
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..workspace import Workspace
from . import phases


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file that was taken: of whom, which form (and phase), its name, and when it was taken and saved (local, ISO).

    ``is_newest`` is whether no later file of the same form took its place.
    """

    id: int
    organisation_id: int
    organisation: str
    kind: SheetKind
    phase: str
    name: str
    taken_at: str
    saved_at: str = ""
    is_newest: bool = True


def taken_files(workspace: Workspace, year: int) -> tuple[TakenFile, ...]:
    """Every file taken in that year, the newest first."""
    file = workspace.file
    where: Row = {"year": year}
    listed = {row["id"]: cast(int, row["organisation_id"]) for row in records.page(file, "registrations", where=where)}
    names = {row["id"]: str(row["name"]) for row in records.among(file, "organisations", "id", set(listed.values()))}
    called = {phase_id: one.name for one in phases.of_year(workspace, year) for phase_id in one.ids.values()}
    seen: set[tuple[object, ...]] = set()
    found = []
    for row in reversed(records.among(file, "taken_files", "registration_id", listed)):
        phase = called.get(cast(int, row["phase_id"]), "")
        form = (row["registration_id"], row["sheet"], phase)
        owner = listed[row["registration_id"]]
        found.append(
            TakenFile(
                rows_of.row_id(row),
                owner,
                names[owner],
                cast(SheetKind, row["sheet"]),
                phase,
                str(row["name"]),
                str(row["taken_at"]),
                str(row["saved_at"] or ""),
                form not in seen,
            )
        )
        seen.add(form)
    return tuple(found)


def content(workspace: Workspace, taken_id: int) -> SourceFile:
    """The file as it came; ``RecordGone``, ``AttachmentMissing`` or ``AttachmentDamaged`` when it is not there."""
    row = records.get(workspace.file, "taken_files", taken_id)
    kept = attachments.read(workspace.file, cast(int, row["attachment_id"]))
    return SourceFile(str(row["name"]), kept.content)
