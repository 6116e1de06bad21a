"""Backups, the way back, and the copy on a USB stick."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.samples import PLAN, tables_of
from thidua_desktop.storage import attachments, backups, plans, records
from thidua_desktop.storage.attachment_files import files_folder
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.errors import FileDamaged, FileInUse, FileMissing, FileNotOurs
from thidua_desktop.storage.restoring import restore

NOW = datetime(2026, 6, 17, 15, 0, 5)


@pytest.fixture
def filled(file: DataFile) -> DataFile:
    with file.act("Nhập"):
        plans.insert_plan(file, PLAN, attachments.attach(file, "kế hoạch.docx", b"docx"))
    return file


def spoil(path: Path) -> None:
    """Overwrites the middle of a file."""
    size = path.stat().st_size
    with path.open("r+b") as raw:
        raw.seek(size // 4)
        raw.write(b"\xff" * (size // 2))


def test_a_backup_holds_everything_and_is_listed(filled: DataFile) -> None:
    folder = backups.default_folder(filled.path)
    made = backups.make_backup(filled.path, folder, NOW)
    assert made.path.name == "xã Ví Dụ 2026-06-17 15.00.05.thidua"
    assert tables_of(made.path, with_log=True) == tables_of(filled.path, with_log=True)
    assert backups.list_backups(filled.path, folder) == [made]
    assert [place.read_bytes() for place in (folder / "attachments").iterdir()] == [b"docx"]
    assert made.missing == ()


def test_a_worker_makes_it_while_the_file_is_open(filled: DataFile, tmp_path: Path) -> None:
    with filled.act("Đang làm"):
        records.insert(filled, "people", {"full_name": "Nguyễn Văn Mẫu"})
        worker = threading.Thread(target=backups.make_backup, args=(filled.path, tmp_path / "b", NOW))
        worker.start()
        worker.join()
    [made] = backups.list_backups(filled.path, tmp_path / "b")
    assert tables_of(made.path)["people"] == []
    assert tables_of(filled.path)["people"] != []


def test_acts_are_saved_while_the_copy_still_goes_to_a_slow_stick(
    filled: DataFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SlowStick(sqlite3.Connection):
        def close(self) -> None:
            forced.append(self.execute("PRAGMA synchronous").fetchone()[0])
            with filled.act("Trong lúc chép"):
                records.insert(filled, "people", {"full_name": "Nguyễn Văn Mẫu"})
            super().close()

    forced: list[int] = []
    filled.query("PRAGMA busy_timeout=0")
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda place, **how: connect(place, **({} if how else {"factory": SlowStick}), **how)
    )
    made = backups.make_backup(filled.path, tmp_path / "usb", NOW)
    monkeypatch.undo()
    assert forced == [0]  # off: forced to the disk once, when the data file is free again
    assert (tables_of(made.path)["people"], len(tables_of(filled.path)["people"])) == ([], 1)


def test_old_backups_are_thinned_and_other_files_left(filled: DataFile, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    other = tmp_path / "b" / "khác 2020-01-01 10.00.00.thidua"
    other.write_bytes(b"")
    for hours in (24 * 9 + 3, 24 * 9 + 1, 1, 0):
        backups.make_backup(filled.path, tmp_path / "b", NOW - timedelta(hours=hours))
    kept = [NOW - backup.at for backup in backups.list_backups(filled.path, tmp_path / "b")]
    assert kept == [timedelta(0), timedelta(hours=1), timedelta(days=9, hours=1)]
    assert other.exists()


def test_a_bad_check_never_displaces_a_good_copy(filled: DataFile, tmp_path: Path) -> None:
    good = backups.make_backup(filled.path, tmp_path / "b", NOW - timedelta(days=3, hours=2))
    spoil(filled.path)
    with pytest.raises(FileDamaged) as caught:
        backups.make_backup(filled.path, tmp_path / "b", NOW - timedelta(days=3))
    assert "xã Ví Dụ.thidua" in str(caught.value)
    assert [place.name for place in (tmp_path / "b").iterdir() if place.is_file()] == [good.path.name]


def test_a_lost_attachment_is_named_and_hinders_nothing(filled: DataFile, tmp_path: Path) -> None:
    [place] = files_folder(filled.path).iterdir()
    place.unlink()
    assert backups.make_backup(filled.path, tmp_path / "b", NOW).missing == (place.name,)


def test_restore_sets_the_present_file_aside(filled: DataFile, tmp_path: Path) -> None:
    made = backups.make_backup(filled.path, tmp_path / "b", NOW)
    before = tables_of(filled.path)
    with filled.act("Sau đó"):
        records.insert(filled, "people", {"full_name": "Nguyễn Văn Mẫu"})
        attachments.attach(filled, "ảnh.png", b"png")
    present = tables_of(filled.path)
    with pytest.raises(FileInUse):
        restore(filled.path, made.path, NOW)
    filled.close()
    aside = restore(filled.path, made.path, NOW)
    assert aside is not None
    assert tables_of(filled.path) == before
    assert tables_of(aside) == present
    assert sorted(place.read_bytes() for place in files_folder(aside).iterdir()) == [b"docx", b"png"]
    with closing(DataFile.open(filled.path)) as again:
        assert again.undo_text == ""
        assert [row["text"] for row in again.query("SELECT text FROM acts")] == ["Nhập"]
        assert attachments.read(again, 1).content == b"docx"
    with closing(DataFile.open(aside)) as old:
        assert old.undo_text == "Sau đó"
        assert attachments.read(old, 2).content == b"png"


@pytest.mark.parametrize("present", ["cut", "text", "empty", "gone"])
def test_restore_works_whatever_happened_to_the_present_file(filled: DataFile, tmp_path: Path, present: str) -> None:
    made = backups.make_backup(filled.path, tmp_path / "b", NOW)
    before = tables_of(filled.path)
    filled.close()
    content = {"cut": filled.path.read_bytes()[:5000], "text": "chữ".encode(), "empty": b"", "gone": None}[present]
    filled.path.unlink()
    for place in files_folder(filled.path).iterdir():
        place.unlink()
    if content is not None:
        filled.path.write_bytes(content)
    aside = restore(filled.path, made.path, NOW)
    assert (aside.read_bytes() if aside else None) == content
    assert tables_of(filled.path) == before
    with closing(DataFile.open(filled.path)) as again:
        assert attachments.read(again, 1).content == b"docx"


def test_restore_brings_back_a_damaged_attachment(filled: DataFile, tmp_path: Path) -> None:
    made = backups.make_backup(filled.path, tmp_path / "b", NOW)
    filled.close()
    [place] = files_folder(filled.path).iterdir()
    place.write_bytes(b"khac")
    aside = restore(filled.path, made.path, NOW)
    with closing(DataFile.open(filled.path)) as again:
        assert attachments.read(again, 1).content == b"docx"
    assert aside and [kept.read_bytes() for kept in files_folder(aside).iterdir()] == [b"khac"]


def test_a_bad_backup_is_refused_before_anything_moves(filled: DataFile, tmp_path: Path) -> None:
    made = backups.make_backup(filled.path, tmp_path / "b", NOW)
    filled.close()
    before = filled.path.read_bytes()
    with pytest.raises(FileMissing):
        restore(filled.path, tmp_path / "không có.thidua", NOW)
    spoil(made.path)
    with pytest.raises(FileDamaged):
        restore(filled.path, made.path, NOW)
    made.path.write_text("không phải", encoding="utf-8")
    with pytest.raises(FileNotOurs):
        restore(filled.path, made.path, NOW)
    assert filled.path.read_bytes() == before
    assert not list(tmp_path.glob("*.part*")) and not list(tmp_path.glob("*trước*"))


def test_two_restores_in_one_second_keep_both_files(filled: DataFile, tmp_path: Path) -> None:
    made = backups.make_backup(filled.path, tmp_path / "b", NOW)
    filled.close()
    asides = [restore(filled.path, made.path, NOW) for _ in range(2)]
    assert len(set(asides)) == 2 and all(aside and aside.exists() for aside in asides)


def test_copy_out_takes_everything_and_overwrites_nothing(filled: DataFile, tmp_path: Path) -> None:
    usb = tmp_path / "USB"
    first = backups.copy_out(filled.path, usb, NOW)
    assert first.path == usb / filled.path.name
    old = first.path.read_bytes()
    with filled.act("Sau đó"):
        records.insert(filled, "people", {"full_name": "Nguyễn Văn Mẫu"})
    second = backups.copy_out(filled.path, usb, NOW)
    assert second.path != first.path and first.path.read_bytes() == old
    with closing(DataFile.open(second.path)) as copy:
        assert records.count(copy, "people") == 1
        assert attachments.read(copy, 1).content == b"docx"
        assert copy.undo_text == "Sau đó"


def test_a_backup_is_an_ordinary_file_on_disk(filled: DataFile, tmp_path: Path) -> None:
    made = backups.make_backup(filled.path, tmp_path / "b", NOW)
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert not list((tmp_path / "b").glob("*.part*"))


def test_a_place_that_is_not_there_is_no_place_for_backups(filled: DataFile, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        backups.make_backup(filled.path, tmp_path / "USB rút ra" / "sao lưu", NOW)
    assert not (tmp_path / "USB rút ra").exists()
