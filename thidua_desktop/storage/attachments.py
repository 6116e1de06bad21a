"""Files kept with the data file: copied under their SHA-256 into ``NAME.thidua-files/``, not linked, not changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ..domain.plan.plans import SourceFile
from . import records
from .attachment_files import files_folder, keep
from .datafile import DataFile
from .errors import AttachmentDamaged, AttachmentMissing, known_errors


@dataclass(frozen=True, slots=True)
class Attachment:
    """A kept file: its name as it came, size in bytes, moment added (local, ISO) and what it is ("" = not said)."""

    id: int
    sha256: str
    name: str
    size: int
    added_at: str
    kind: str


def attach(file: DataFile, name: str, content: bytes, kind: str = "") -> int:
    """Keeps a file, inside an act, and returns its id; the same content is kept once, under its first name."""
    with known_errors(file.path):
        digest = keep(file.path, content)
    there = records.page(file, "attachments", where={"sha256": digest})
    if there:
        return int(there[0]["id"] or 0)
    at = file.clock().isoformat(timespec="seconds")
    row: records.Row = {"sha256": digest, "name": name, "size": len(content), "added_at": at, "kind": kind}
    return records.insert(file, "attachments", row)


def attachment(file: DataFile, attachment_id: int) -> Attachment:
    """What is known of an attachment; ``RecordGone`` when there is none."""
    row = records.get(file, "attachments", attachment_id)
    return Attachment(**row)  # type: ignore[arg-type]  # the columns are the fields


def read(file: DataFile, attachment_id: int) -> SourceFile:
    """The kept file; :class:`AttachmentMissing` or :class:`AttachmentDamaged` when it is not what was kept."""
    kept = attachment(file, attachment_id)
    place = files_folder(file.path) / kept.sha256
    if not place.exists():
        raise AttachmentMissing(place, kept.name)
    with known_errors(place):
        content = place.read_bytes()
    if hashlib.sha256(content).hexdigest() != kept.sha256:
        raise AttachmentDamaged(place, kept.name)
    return SourceFile(kept.name, content)
