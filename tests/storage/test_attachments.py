"""Kept files."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.samples import PLAN
from thidua_desktop.storage import attachments, plans, records
from thidua_desktop.storage.attachment_files import files_folder
from thidua_desktop.storage.cleanup import clean_up
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


def test_the_clean_up_forgets_only_what_is_old_and_unnamed(file: DataFile, tmp_path: Path) -> None:
    now = datetime(2026, 6, 17, 15, 0, 0)
    file.clock = lambda: now - timedelta(days=400)
    with file.act("Nhập"):
        plans.insert_plan(file, PLAN, attachments.attach(file, "kế hoạch.docx", b"used"))
    keep(file, "cũ.docx", b"old")
    file.clock = lambda: now
    recent = keep(file, "mới.docx", b"new")
    with file.act("Xoá"):
        records.delete(file, "attachments", [recent])
    done = clean_up(file, now - timedelta(days=30), tmp_path / "b")
    assert (done.acts, done.files) == (2, 1)
    assert {place.read_bytes() for place in files_folder(file.path).iterdir()} == {b"used", b"new"}
    assert {place.read_bytes() for place in (tmp_path / "b" / "attachments").iterdir()} >= {b"used", b"old"}
    file.undo()
    assert attachments.read(file, recent).content == b"new"
    assert records.count(file, "plans") == 1
    assert [file.undo().text, file.undo_text] == ["Giữ mới.docx", ""]


def named(file: DataFile, row_id: int, name: str, day: int) -> None:
    file.clock = lambda: datetime(2026, 6, day)
    with file.act(f"Đặt tên {name}", "tên"):
        records.update(file, "people", row_id, {"full_name": name})


def test_the_clean_up_leaves_nothing_out_between_two_acts(file: DataFile, tmp_path: Path) -> None:
    file.clock = lambda: datetime(2026, 6, 10)
    with file.act("Thêm"):
        row = records.insert(file, "people", {"full_name": "Một"})
    with file.act("Ghi chú"):
        records.update(file, "people", row, {"note": "hai"})
    file.clock = lambda: datetime(2009, 1, 1)  # a clock without its battery
    with file.act("Đổi tên"):
        records.update(file, "people", row, {"full_name": "Hai"})
    file.clock = lambda: datetime(2026, 6, 12)
    with file.act("Ghi chú"):
        records.update(file, "people", row, {"note": "ba"})
    assert clean_up(file, datetime(2026, 6, 1), tmp_path / "b").acts == 0
    assert [file.undo().text, file.undo().text, file.undo().text] == ["Ghi chú", "Đổi tên", "Ghi chú"]
    assert (records.get(file, "people", row)["full_name"], records.get(file, "people", row)["note"]) == ("Một", "")
    assert clean_up(file, datetime(2026, 6, 11), tmp_path / "b").acts == 3
    assert (file.redo_text, file.undo_text) == ("", "")


def test_typing_goes_on_after_a_clean_up(file: DataFile, tmp_path: Path) -> None:
    file.clock = lambda: datetime(2026, 6, 1)
    with file.act("Thêm"):
        row = records.insert(file, "people", {"full_name": "Một"})
    named(file, row, "Hai", 2)
    assert clean_up(file, datetime(2026, 6, 3), tmp_path / "b").acts == 2
    named(file, row, "Ba", 4)
    assert records.get(file, "people", row)["full_name"] == "Ba"
    file.undo()
    assert records.get(file, "people", row)["full_name"] == "Hai"
