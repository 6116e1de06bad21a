"""Disks that are full, files that are cut, closed to writing, newer, or open elsewhere."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.crash.conftest import ROOT, Clerk
from tests.storage.samples import tables_of
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.storage import attachments, backups, records, safefiles
from thidua_desktop.storage.attachment_files import files_folder
from thidua_desktop.storage.bulk import BulkAct
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.doctor import examine
from thidua_desktop.storage.errors import DiskFull, DiskTrouble, FileDamaged, FileInUse, FileNotOurs, FileReadOnly
from thidua_desktop.storage.restoring import restore

NOW = datetime(2026, 6, 17, 15, 0)
unix = pytest.mark.skipif(os.name == "nt", reason="needs limits and rights as Linux has them")


def add(file: DataFile, name: str, size: int = 0) -> None:
    with file.act(f"Thêm {name}"):
        records.insert(file, "people", {"full_name": name, "note": "x" * size})


def limit_pages(file: DataFile, extra: int) -> None:
    pages = file.query("PRAGMA page_count")[0][0]
    file.query(f"PRAGMA max_page_count={pages + extra}")


def test_a_full_disk_refuses_the_act_and_keeps_the_rest(path: Path) -> None:
    with closing(DataFile.open(path)) as file:
        add(file, "Trước")
        before = tables_of(path, with_log=True)
        limit_pages(file, 3)
        with pytest.raises(DiskFull) as caught:
            add(file, "Quá lớn", 100_000)
        assert "đã đầy" in caught.value.happened and "làm lại" in caught.value.advice
        assert tables_of(path, with_log=True) == before
        assert file.undo_text == "Thêm Trước"
        file.query("PRAGMA max_page_count=100000")
        add(file, "Quá lớn", 100_000)
        file.undo()
        assert tables_of(path) == {name: rows for name, rows in before.items() if name in tables_of(path)}


def test_a_full_disk_in_the_middle_of_a_bulk_act_takes_all_of_it_back(path: Path) -> None:
    with closing(DataFile.open(path)) as file:
        before = tables_of(path, with_log=True)
        limit_pages(file, 20)

        def work():  # type: ignore[no-untyped-def]
            for row in range(2000):
                records.insert(file, "people", {"full_name": f"Nguyễn Văn {row}", "note": "x" * 200})
                yield

        bulk = BulkAct(file, "Nhập", work())
        with pytest.raises(DiskFull):
            while not bulk.step():
                pass
        assert tables_of(path, with_log=True) == before
        add(file, "Sau đó")


def test_a_full_disk_during_undo_leaves_the_act_done(path: Path) -> None:
    with closing(DataFile.open(path)) as file:
        add(file, "Lớn", 200_000)
        with file.act("Xoá"):
            file.write("DELETE FROM people WHERE full_name = 'Lớn'")
        file.query("VACUUM")  # gives the free pages back
        before = tables_of(path, with_log=True)
        limit_pages(file, 1)
        with pytest.raises(DiskFull):
            file.undo()
        assert tables_of(path, with_log=True) == before
        file.query("PRAGMA max_page_count=100000")
        assert file.undo().text == "Xoá"
        assert records.count(file, "people") == 2


@unix
def test_a_disk_that_fills_up_while_acts_are_saved(path: Path, clerk: Clerk) -> None:
    output, _ = clerk(path, "full", 60_000).communicate()
    *names, message = output.splitlines()
    assert message.startswith(("DiskFull: ", "DiskTrouble: ")) and "chưa được lưu" in message
    with closing(DataFile.open(path)) as file:
        assert [row["name"] for row in records.page(file, "organisations")] == ["Hội cũ", *names]
        assert records.count(file, "people") == len(names) + 1
        assert file.query("PRAGMA integrity_check")[0][0] == "ok"


@unix
def test_a_disk_that_fills_up_during_a_backup(path: Path, tmp_path: Path) -> None:
    good = backups.make_backup(path, tmp_path / "b", NOW)
    code = (
        "import resource, sys; from pathlib import Path; from datetime import datetime\n"
        "from thidua_desktop.storage import backups\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40960, 40960))\n"
        "try: backups.make_backup(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 6, 18))\n"
        "except Exception as error: print(type(error).__name__)"
    )
    command = [sys.executable, "-c", code, str(path), str(tmp_path / "b")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT)
    assert done.stdout.strip() in {"DiskFull", "DiskTrouble"}
    assert [place.name for place in (tmp_path / "b").iterdir()] == [good.path.name]


@pytest.mark.parametrize(
    ("number", "windows", "error"),
    [
        (errno.ENOSPC, None, DiskFull),
        (errno.EACCES, None, FileReadOnly),
        (errno.EIO, None, DiskTrouble),
        (errno.EACCES, 5, FileReadOnly),
        (errno.EACCES, 21, DiskTrouble),  # the stick was pulled out
        (errno.EACCES, 32, FileInUse),  # an antivirus holds the file
        (errno.EINVAL, 39, DiskFull),
        (errno.EINVAL, 1167, DiskTrouble),  # the device is not connected
    ],
)
def test_each_boundary_of_the_disk_fails_in_words(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    windows: int | None,
    error: type[KnownError],
) -> None:
    file = DataFile.open(path)
    with file.act("Giữ"):
        attachments.attach(file, "a.docx", b"docx")
    before = tables_of(path, with_log=True)
    good = backups.make_backup(path, tmp_path / "b", NOW)

    def fails(*_arguments: object) -> None:
        fault = OSError(number, os.strerror(number))
        fault.winerror = windows
        raise fault

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(error), file.act("Giữ nữa"):
        attachments.attach(file, "b.docx", b"khac")
    with pytest.raises(error):
        backups.make_backup(path, tmp_path / "b", NOW.replace(hour=16))
    with pytest.raises(error):
        backups.copy_out(path, tmp_path / "USB", NOW)
    file.close()
    with pytest.raises(error):
        restore(path, good.path, NOW)
    monkeypatch.undo()
    assert not list(tmp_path.rglob("*.part*"))
    assert not (tmp_path / "USB" / path.name).exists()
    assert [place.name for place in files_folder(path).iterdir()] == [kept_name(before)]
    assert tables_of(path, with_log=True) == before


def kept_name(tables: dict[str, list[tuple[object, ...]]]) -> str:
    return str(tables["attachments"][0][1])


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_file_cut_short_is_refused_with_the_way_out(path: Path, part: float) -> None:
    content = path.read_bytes()
    cut = content[: int(len(content) * part)]
    path.write_bytes(cut)
    with pytest.raises(FileDamaged) as caught:
        DataFile.open(path)
    assert "phục hồi từ bản sao lưu" in caught.value.advice
    assert path.read_bytes() == cut
    assert not all(ok for ok, _ in examine(path))


def test_a_file_of_noise_behind_a_good_head_is_refused(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:16] + b"\xa5" * (len(content) - 16))
    with pytest.raises((FileDamaged, FileNotOurs)):
        DataFile.open(path)
    assert not all(ok for ok, _ in examine(path))


def test_damage_met_while_working_is_said_in_words(path: Path) -> None:
    with closing(DataFile.open(path)) as file:
        [root] = file.query("SELECT rootpage, (SELECT page_size FROM pragma_page_size) AS size FROM sqlite_schema "
                            "WHERE name = 'people'")  # fmt: skip
    with path.open("r+b") as raw:
        raw.seek((root["rootpage"] - 1) * root["size"])
        raw.write(b"\xff" * root["size"])
    with closing(DataFile.open(path)) as file:
        with pytest.raises(FileDamaged):
            records.page(file, "people")
        assert records.page(file, "organisations")[0]["name"] == "Hội cũ"


@unix
@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_file_or_folder_closed_to_writing(path: Path, tmp_path: Path, closed: str) -> None:
    """As an ordinary user: an administrator may write everywhere."""
    before = path.read_bytes()
    code = (
        "import os, sys; from pathlib import Path\n"
        "from thidua_desktop.storage.datafile import DataFile\n"
        "os.geteuid() or os.setuid(65534)\n"
        "try: DataFile.open(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__)"
    )
    outside = Path(tempfile.mkdtemp())  # pytest's own folders are closed to other users
    try:
        copy = Path(shutil.copy(path, outside))
        copy.chmod(0o444 if closed == "file" else 0o666)
        outside.chmod(0o777 if closed == "file" else 0o555)
        command = [sys.executable, "-c", code, str(copy)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT)
        assert done.stdout.strip() == "FileReadOnly"
        assert copy.read_bytes() == before
    finally:
        outside.chmod(0o755)
        shutil.rmtree(outside)


def test_closed_to_writing_while_it_is_open(path: Path) -> None:
    with closing(DataFile.open(path)) as file:
        file.query("PRAGMA query_only=ON")
        with pytest.raises(FileReadOnly):
            add(file, "Không ghi được")
        file.query("PRAGMA query_only=OFF")
        add(file, "Ghi được")


def test_open_in_another_program(path: Path, clerk: Clerk) -> None:
    program = clerk(path, "hold")
    assert program.stdout is not None and program.stdin is not None
    assert program.stdout.readline() == "mở\n"
    with pytest.raises(FileInUse) as caught:
        DataFile.open(path)
    assert "đang mở" in caught.value.happened
    with pytest.raises(FileInUse):
        restore(path, path, NOW)
    assert backups.make_backup(path, path.parent / "b", NOW).path.exists()
    program.communicate()
    with closing(DataFile.open(path)) as file:
        assert records.count(file, "people") == 1


def test_another_tool_that_holds_the_tables(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_desktop.storage.connection.BUSY_SECONDS", 0.1)
    with closing(DataFile.open(path)) as file, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileInUse):
            add(file, "Phải đợi")
        other.execute("ROLLBACK")
        add(file, "Được")


def test_the_disk_is_asked_to_keep_what_was_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forced: list[str] = []
    monkeypatch.setattr(
        backups, "force_to_disk", lambda part: forced.append(part.name) or safefiles.force_to_disk(part)
    )
    made = backups.make_backup(path, path.parent / "b", NOW)
    assert forced == [f"{made.path.name}.part"]
