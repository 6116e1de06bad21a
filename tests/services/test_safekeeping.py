from __future__ import annotations

import errno
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.office import offices, safekeeping
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage.datafile import DataFile

NOW = datetime(2026, 2, 5, 8, 0, 0)


@pytest.fixture
def clocked(desk: Workspace) -> Workspace:
    """The workspace at a fixed moment, with one act saved at it."""
    desk.file.clock = lambda: NOW
    registers.set_cell(desk, "signers", 1, "position", "PHÓ CHỦ TỊCH")
    return desk


def test_a_new_file_has_no_backup_yet(clocked: Workspace) -> None:
    state = safekeeping.backup_state(clocked)
    assert (state.last_saved, state.last_backup, state.ok) == (NOW, None, False)
    assert safekeeping.backup_due_at_start(clocked, NOW)


def test_what_was_saved_before_the_program_broke_off_is_backed_up_when_it_opens_again(clocked: Workspace) -> None:
    safekeeping.backup_now(clocked)
    clocked.file.clock = lambda: NOW + timedelta(minutes=10)
    registers.set_cell(clocked, "signers", 1, "position", "CHỦ TỊCH")
    assert not safekeeping.backup_due_at_start(clocked, NOW + timedelta(minutes=20))
    assert safekeeping.backup_due_at_start(clocked, NOW + timedelta(minutes=40))


def test_a_backup_is_a_whole_file_of_its_own(clocked: Workspace, plan_id: int) -> None:
    copy = safekeeping.backup_now(clocked)
    state = safekeeping.backup_state(clocked)
    assert (state.last_backup, state.ok) == (NOW, True)
    assert not safekeeping.backup_due_at_start(clocked, NOW + timedelta(hours=23))
    assert [made.path for made in safekeeping.backups(clocked)] == [copy]
    opened = Workspace(DataFile.open(copy), clocked.definitions)
    try:
        assert registers.count(opened, "plan_targets", scope=plan_id) == 2
    finally:
        opened.file.close()


def test_a_backup_goes_where_it_is_told(clocked: Workspace, tmp_path: Path) -> None:
    assert safekeeping.backup_now(clocked, tmp_path / "usb").parent == tmp_path / "usb"
    assert len(safekeeping.backups(clocked, tmp_path / "usb")) == 1
    assert safekeeping.backups(clocked) == []


@pytest.mark.parametrize(
    ("last_backup_ago", "saved_since", "due", "ok"),
    [
        (timedelta(minutes=29), True, False, True),
        (timedelta(minutes=30), True, True, True),
        (timedelta(hours=25), True, True, False),
        (timedelta(days=9), False, False, True),
    ],
)
def test_when_a_backup_is_due(
    clocked: Workspace, last_backup_ago: timedelta, saved_since: bool, due: bool, ok: bool
) -> None:
    safekeeping.back_up(clocked.file.path, None, NOW - last_backup_ago)
    if not saved_since:
        clocked.file.clock = lambda: NOW - last_backup_ago - timedelta(minutes=1)
        registers.add_row(clocked, "people", {"full_name": "Trần Thị Ví Dụ"})
        clocked.file.clock = lambda: NOW
    assert safekeeping.backup_due(clocked, NOW) is due
    assert safekeeping.backup_state(clocked).ok is ok


def test_another_version_of_the_program_backs_up_first(clocked: Workspace) -> None:
    copy = safekeeping.backup_now(clocked)
    (copy.parent / "program-version.txt").write_text("0.0.9", encoding="utf-8")
    assert safekeeping.backup_due_at_start(clocked, NOW)


def test_at_close_only_what_is_new_is_backed_up(clocked: Workspace) -> None:
    assert safekeeping.back_up_what_is_new(clocked) is not None
    assert safekeeping.back_up_what_is_new(clocked) is None


def test_restore_sets_the_present_file_aside(clocked: Workspace) -> None:
    path, definitions = clocked.file.path, clocked.definitions
    copy = safekeeping.backup_now(clocked)
    registers.add_row(clocked, "people", {"full_name": "Sau khi sao lưu"})
    with pytest.raises(KnownError, match="đang mở"):
        safekeeping.restore_backup(path, copy)
    clocked.file.close()
    aside = safekeeping.restore_backup(path, copy, NOW)
    assert aside is not None
    for place, people in ((path, 0), (aside, 1)):
        opened = Workspace(DataFile.open(place), definitions)
        try:
            assert registers.count(opened, "people") == people
        finally:
            opened.file.close()


def test_restore_refuses_what_is_no_backup(clocked: Workspace, tmp_path: Path) -> None:
    path = clocked.file.path
    clocked.file.close()
    before = path.read_bytes()
    (tmp_path / "thư.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(KnownError, match="không phải tệp dữ liệu"):
        safekeeping.restore_backup(path, tmp_path / "thư.docx")
    with pytest.raises(KnownError, match="Không tìm thấy"):
        safekeeping.restore_backup(path, tmp_path / "không có.thidua")
    assert path.read_bytes() == before


def test_a_copy_to_carry_away_holds_the_attachments(clocked: Workspace, plan_id: int, tmp_path: Path) -> None:
    copy = safekeeping.copy_out_of(clocked.file.path, tmp_path / "usb", NOW).path
    assert copy == tmp_path / "usb" / clocked.file.path.name
    assert len(list(copy.with_name(f"{copy.name}-files").iterdir())) == 1
    assert safekeeping.copy_out_of(clocked.file.path, tmp_path / "usb", NOW).path != copy
    lost = clocked.file.path.with_name(f"{clocked.file.path.name}-files")
    next(lost.iterdir()).unlink()
    assert len(safekeeping.copy_out_of(clocked.file.path, tmp_path / "khác", NOW).missing) == 1


def test_a_full_disk_keeps_the_good_backups(clocked: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    good = safekeeping.backup_now(clocked)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match=r"đã đầy.*còn nguyên"):
        safekeeping.back_up(clocked.file.path, None, NOW + timedelta(days=1))
    monkeypatch.undo()
    assert [made.path for made in safekeeping.backups(clocked)] == [good]
    assert not list(good.parent.glob("*.part"))


def test_doctor_says_what_is_well_and_what_is_not(clocked: Workspace) -> None:
    path = clocked.file.path
    lines = safekeeping.doctor(path)
    assert [line.text for line in lines if not line.ok] == ["Chưa có bản sao lưu nào. Hãy sao lưu ngay."]
    safekeeping.backup_now(clocked)
    assert all(line.ok for line in safekeeping.doctor(path))
    clocked.file.close()
    path.write_bytes(path.read_bytes()[:5000])
    assert any("hỏng" in line.text for line in safekeeping.doctor(path) if not line.ok)


def test_a_full_data_file_takes_nothing_half(desk: Workspace) -> None:
    """The page limit of SQLite stands for a full disk."""
    used = desk.file.query("PRAGMA page_count")[0][0]
    desk.file.query(f"PRAGMA max_page_count = {used + 2}")
    rows = [[f"Người {number}", "x" * 500] for number in range(500)]
    with pytest.raises(KnownError, match=r"đã đầy.*còn nguyên"):
        registers.paste_rows(desk, "people", ["full_name", "note"], rows)
    assert registers.count(desk, "people") == 0
    desk.file.query("PRAGMA max_page_count = 100000")
    assert registers.paste_rows(desk, "people", ["full_name", "note"], rows).added == 500


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_that_takes_no_file(clocked: Workspace, tmp_path: Path) -> None:
    closed = tmp_path / "usb"
    closed.mkdir(mode=0o555)
    with pytest.raises(KnownError, match="Không được ghi"):
        safekeeping.backup_now(clocked, closed)


def test_a_place_that_is_a_file(clocked: Workspace, tmp_path: Path) -> None:
    (tmp_path / "usb").write_bytes(b"")
    with pytest.raises(KnownError):
        safekeeping.backup_now(clocked, tmp_path / "usb" / "sao lưu")


@pytest.mark.parametrize(("folder", "warned"), [("OneDrive", True), ("Tài liệu", False)])
def test_a_synced_folder_is_warned_of(tmp_path: Path, folder: str, warned: bool) -> None:
    assert bool(safekeeping.place_warning(tmp_path / folder / "a.thidua")) is warned


def test_restoring_into_an_empty_place(clocked: Workspace, tmp_path: Path) -> None:
    copy = safekeeping.backup_now(clocked)
    place = tmp_path / "máy mới"
    place.mkdir()
    assert safekeeping.restore_backup(place / "a.thidua", copy) is None
    opened = Workspace(DataFile.open(place / "a.thidua"), clocked.definitions)
    try:
        assert offices.office(opened) == offices.office(clocked)
    finally:
        opened.file.close()
