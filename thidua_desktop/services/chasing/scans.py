"""Photos and scans of the papers that came back, kept with the data file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from ...domain.changes import Changes
from ...domain.chasing.sent_papers import TITLES, PaperKey
from ...domain.errors import KnownError
from ...domain.plan.plans import SourceFile
from ...domain.vietnamese import nfc
from ...storage import attachments, records
from ..workspace import Workspace
from .sent_papers import TABLE as PAPERS
from .sent_papers import made, named, set_back, stored_row

TABLE = "paper_scans"
KIND = "bản chụp"
_PDF, _PICTURES = b"%PDF", (b"\xff\xd8\xff", b"\x89PNG")
_MEGABYTE = 2**20
LARGEST = 30  # megabytes


@dataclass(frozen=True, slots=True)
class Scan:
    """A kept photo or scan, and its name as it came."""

    id: int
    name: str


def scans(workspace: Workspace, key: PaperKey) -> tuple[Scan, ...]:
    """What was scanned of a paper, in its order."""
    row = stored_row(workspace, key)
    if row is None:
        return ()
    kept = records.page(workspace.file, TABLE, where={"sent_paper_id": row["id"]})
    return tuple(
        Scan(cast(int, one["id"]), attachments.attachment(workspace.file, cast(int, one["attachment_id"])).name)
        for one in kept
    )


def read(workspace: Workspace, scan_id: int) -> SourceFile:
    """A kept photo or scan; raises :class:`KnownError` when its file is gone or not what was kept."""
    row = records.get(workspace.file, TABLE, scan_id)
    return attachments.read(workspace.file, cast(int, row["attachment_id"]))


def is_pdf(content: bytes) -> bool:
    """Whether it is a PDF, whatever it is called."""
    return content[:1024].lstrip().startswith(_PDF)


def attach(workspace: Workspace, key: PaperKey, files: Sequence[SourceFile]) -> Changes:
    """As :func:`attach_all`, all of them to one paper."""
    return attach_all(workspace, [(key, file) for file in files])


def attach_all(workspace: Workspace, listed: Sequence[tuple[PaperKey, SourceFile]]) -> Changes:
    """Keeps photos or scans (JPG, PNG, PDF) of papers behind those they have, in one act. A paper of which nothing
    was known to be back has come back today.

    Raises :class:`KnownError` for another kind of file and for one that is too large; then none is kept.
    """
    for _, one in listed:
        _check(one)
    if not listed:
        return Changes()
    file, papers = workspace.file, {key for key, _ in listed}
    count = f"{len(listed)} bản chụp" if len(listed) > 1 else "bản chụp"
    whose = named(workspace, listed[0][0]) if len(papers) == 1 else f"của {len(papers)} giấy tờ"
    with file.act(f"Đính kèm {count} {whose}") as act:
        for key in dict.fromkeys(key for key, _ in listed):
            set_back(workspace, key)
        for key, one in listed:
            row = stored_row(workspace, key)
            paper_id = cast(int, row["id"]) if row else made(workspace, key)
            kept = attachments.attach(file, nfc(one.name), one.content, KIND)
            records.insert(file, TABLE, {"sent_paper_id": paper_id, "attachment_id": kept})
    return act.changes


def remove(workspace: Workspace, scan_id: int) -> Changes:
    """Takes a photo or scan away from its paper; the kept file itself stays, so that undo brings it back."""
    row = records.get(workspace.file, TABLE, scan_id)
    paper = records.get(workspace.file, PAPERS, cast(int, row["sent_paper_id"]))
    with workspace.file.act(f"Bỏ một bản chụp khỏi {TITLES[str(paper['paper'])].lower()}") as act:
        records.delete(workspace.file, TABLE, [scan_id])
    return act.changes


def _check(scan: SourceFile) -> None:
    if not (is_pdf(scan.content) or scan.content.startswith(_PICTURES)):
        raise KnownError(
            f"“{scan.name}” không phải là ảnh hay bản quét; dữ liệu không thay đổi.",
            "Chọn tệp ảnh JPG, PNG hoặc PDF. Ảnh chụp từ điện thoại dạng HEIC thì gửi qua Zalo để thành JPG.",
        )
    if len(scan.content) > LARGEST * _MEGABYTE:
        raise KnownError(
            f"“{scan.name}” lớn hơn {LARGEST} MB nên chưa đính kèm; dữ liệu không thay đổi.",
            "Chụp hoặc quét lại ở độ nét thấp hơn.",
        )
