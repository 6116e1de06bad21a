"""The process is killed; the file is whole and holds exactly the acts that were saved."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.crash.conftest import Clerk
from thidua_desktop.storage import backups, records
from thidua_desktop.storage.connection import journal_of
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.doctor import examine
from thidua_desktop.storage.errors import LeftUnfinished
from thidua_desktop.storage.restoring import restore

NOW = datetime(2026, 6, 17, 15, 0)


def saved(path: Path) -> list[str]:
    """The names in the file, which must be whole, the same in both tables and in the log."""
    with closing(DataFile.open(path)) as file:
        names = [str(row["name"]) for row in records.page(file, "organisations")]
        assert names == [row["full_name"] for row in records.page(file, "people")]
        assert [f"Thêm {name}" for name in names] == [row["text"] for row in file.query("SELECT text FROM acts")]
        assert file.query("PRAGMA integrity_check")[0][0] == "ok"
    assert [text for ok, text in examine(path) if not ok] == ["Chưa có bản sao lưu nào. Hãy sao lưu ngay."]
    return names


@pytest.mark.parametrize("number", [1, 2, 4, 6, 9, 12, 15, 17, 18, 19, 20, 23, 27, 31, 35, 38, 40])
def test_killed_before_any_statement(path: Path, clerk: Clerk, number: int) -> None:
    program = clerk(path, "statement", number)
    output, _ = program.communicate()
    assert program.returncode == 9
    assert saved(path) == ["Hội cũ", *output.split("\n")[:-1]]


@pytest.fixture
def crashed(path: Path, clerk: Clerk) -> Path:
    """A file with half an act written into it and the journal that takes it back."""
    program = clerk(path, "spill", 200)
    program.communicate()
    assert program.returncode == 9
    assert journal_of(path).stat().st_size > 0
    return path


def test_half_an_act_in_the_file_is_taken_back(crashed: Path) -> None:
    assert saved(crashed) == ["Hội cũ"]


def test_the_doctor_tells_that_the_program_was_stopped_and_moves_nothing(crashed: Path) -> None:
    before = crashed.read_bytes(), journal_of(crashed).read_bytes()
    assert "bị tắt giữa chừng" in examine(crashed)[0][1]
    assert (crashed.read_bytes(), journal_of(crashed).read_bytes()) == before


def test_a_backup_of_a_crashed_file_says_what_to_do_and_moves_nothing(crashed: Path, tmp_path: Path) -> None:
    before = crashed.read_bytes(), journal_of(crashed).read_bytes()
    for copy in (backups.make_backup, backups.copy_out):
        with pytest.raises(LeftUnfinished, match=r"bị tắt giữa chừng.*mở tệp bằng chương trình"):
            copy(crashed, tmp_path / "b", NOW)
    assert (crashed.read_bytes(), journal_of(crashed).read_bytes()) == before
    saved(crashed)
    assert backups.make_backup(crashed, tmp_path / "b", NOW).path.exists()


def test_restore_over_a_crashed_file_keeps_that_file_and_its_journal(crashed: Path, tmp_path: Path) -> None:
    good = tmp_path / "tốt.thidua"
    DataFile.create(good).close()
    backup = backups.make_backup(good, tmp_path / "b", NOW)
    aside = restore(crashed, backup.path, NOW)
    assert aside is not None
    assert saved(crashed) == []
    assert saved(aside) == ["Hội cũ"]


def test_killed_while_open_leaves_no_lock(path: Path, clerk: Clerk) -> None:
    program = clerk(path, "hold")
    assert program.stdout is not None
    assert program.stdout.readline() == "mở\n"
    program.kill()
    program.communicate()
    assert saved(path) == ["Hội cũ"]


def test_killed_in_the_middle_of_a_backup_or_restore(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Failing each step on disk in turn stands for a kill there: what is there before stays usable."""
    first = backups.make_backup(path, tmp_path / "b", NOW)
    with closing(DataFile.open(path)) as file, file.act("Thêm Hội mới"):
        records.insert(file, "organisations", {"name": "Hội mới"})
        records.insert(file, "people", {"full_name": "Hội mới"})
    for step in ("force_to_disk", "settle", "check_copy"):
        for module in ("backups", "restoring"):
            with monkeypatch.context() as patch:
                patch.setattr(f"thidua_desktop.storage.{module}.{step}", _killed)
                with pytest.raises(KeyboardInterrupt):
                    if module == "backups":
                        backups.make_backup(path, tmp_path / "b", NOW.replace(hour=16))
                    else:
                        restore(path, first.path, NOW)
        with closing(DataFile.open(path)) as file:
            assert records.count(file, "people") == 2
        assert [backup.path for backup in backups.list_backups(path, tmp_path / "b")] == [first.path]
    with closing(sqlite3.connect(first.path)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def _killed(*_arguments: object) -> None:
    raise KeyboardInterrupt
