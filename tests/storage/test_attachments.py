"""Kept files."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from thidua_desktop.storage import attachments
from thidua_desktop.storage.attachment_files import files_folder
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.errors import AttachmentDamaged, AttachmentMissing, RecordGone


def keep(file: DataFile, name: str, content: bytes) -> int:
    with file.act(f"Giữ {name}"):
        return attachments.attach(file, name, content, "source")


def test_a_kept_file_reads_back(file: DataFile) -> None:
    row = keep(file, "kế hoạch.docx", b"docx")
    kept = attachments.attachment(file, row)
    assert (kept.name, kept.size, kept.kind) == ("kế hoạch.docx", 4, "source")
    assert datetime.now() - datetime.fromisoformat(kept.added_at) < timedelta(minutes=1)
    assert attachments.read(file, row).content == b"docx"


def test_one_content_is_kept_once_and_never_written_over(file: DataFile) -> None:
    first = keep(file, "a.docx", b"docx")
    [place] = files_folder(file.path).iterdir()
    before = place.stat().st_mtime_ns
    assert keep(file, "b.docx", b"docx") == first
    assert place.stat().st_mtime_ns == before


def test_undo_touches_the_row_only(file: DataFile) -> None:
    row = keep(file, "a.docx", b"docx")
    file.undo()
    with pytest.raises(RecordGone):
        attachments.read(file, row)
    file.redo()
    assert attachments.read(file, row).content == b"docx"


def test_a_missing_folder_and_a_changed_file_are_said_in_words(file: DataFile) -> None:
    row = keep(file, "a.docx", b"docx")
    folder = files_folder(file.path)
    [place] = folder.iterdir()
    place.write_bytes(b"khac")
    with pytest.raises(AttachmentDamaged) as damaged:
        attachments.read(file, row)
    assert "a.docx" in damaged.value.happened
    place.unlink()
    with pytest.raises(AttachmentMissing):
        attachments.read(file, row)
    folder.rmdir()
    with pytest.raises(AttachmentMissing) as missing:
        attachments.read(file, row)
    assert folder.name in missing.value.happened
    keep(file, "b.docx", b"docx")
    assert attachments.read(file, row).content == b"docx"
