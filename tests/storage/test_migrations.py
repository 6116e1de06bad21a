"""A file of an older program is brought up to date, wholly or not at all."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.storage.samples import PLAN, tables_of
from thidua_desktop.storage import backups, migrations, plans, records
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.doctor import expected_schema, schema_of
from thidua_desktop.storage.errors import BadValue
from thidua_desktop.storage.history import record_history

if TYPE_CHECKING:
    from sqlite_utils import Database


def _next_step(db: Database) -> None:
    """As a later version may do: a new column, and a table rebuilt, which drops its triggers."""
    db.conn.execute("ALTER TABLE people ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")
    db.table("settings").transform(rename={"value": "content"})


@pytest.fixture
def older(file: DataFile, monkeypatch: pytest.MonkeyPatch) -> DataFile:
    """A closed file that misses the newest step."""
    with file.act("Nhập"):
        plans.insert_plan(file, PLAN)
        records.insert(file, "people", {"full_name": "Nguyễn Văn Mẫu"})
    with file.act("Sửa"):
        records.update(file, "people", 1, {"note": "mới"})
    file.undo()
    file.close()
    newer(monkeypatch, _next_step)
    return file


def newer(monkeypatch: pytest.MonkeyPatch, step: Callable[[Database], None]) -> None:
    steps = (*migrations.STEPS, step)
    monkeypatch.setattr(migrations, "STEPS", steps)
    monkeypatch.setattr(migrations, "VERSION", len(steps))
    monkeypatch.setattr("thidua_desktop.storage.version.VERSION", len(steps))


def test_an_older_file_keeps_its_data_and_gets_a_backup_first(older: DataFile) -> None:
    before = tables_of(older.path)
    with closing(DataFile.open(older.path)) as again:
        assert plans.load_plan(again, 1).title == PLAN.title
        assert records.get(again, "people", 1)["nickname"] == ""
        with again.act("Ghi"):
            again.write("INSERT INTO settings (key, content) VALUES ('a', 'b')")
        assert again.undo().kinds == {"settings"}
    [backup] = backups.list_backups(older.path, backups.default_folder(older.path))
    assert tables_of(backup.path) == before


def test_older_acts_stay_as_history_only(older: DataFile) -> None:
    with closing(DataFile.open(older.path)) as again:
        assert (again.undo_text, again.redo_text) == ("", "")
        assert not again.undo()
        assert [change.act for change in record_history(again, "people", 1)] == ["Sửa", "Nhập"]


def test_a_migrated_file_equals_a_new_one(older: DataFile) -> None:
    with closing(DataFile.open(older.path)):
        pass
    with closing(sqlite3.connect(older.path)) as connection:
        connection.row_factory = sqlite3.Row
        assert schema_of(connection) == expected_schema()


def test_a_step_that_fails_leaves_the_file_as_it_was(older: DataFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(db: Database) -> None:
        db.conn.execute("DROP TABLE signers")
        db.conn.execute("INSERT INTO people (full_name) VALUES ('')")

    newer(monkeypatch, broken)
    before = older.path.read_bytes()
    with pytest.raises(BadValue):
        DataFile.open(older.path)
    assert older.path.read_bytes() == before


OLD_FILES = sorted((Path(__file__).parent / "old_files").glob("*.thidua.gz"))


@pytest.mark.parametrize("kept", OLD_FILES, ids=lambda path: path.name)
def test_a_file_of_every_older_version_opens_with_all_it_holds(kept: Path, tmp_path: Path) -> None:
    """Each was written by the program of its time and holds the sample plan, an organisation and a person."""
    path = tmp_path / kept.stem
    path.write_bytes(gzip.decompress(kept.read_bytes()))
    before = tables_of(path)
    with closing(DataFile.open(path)) as file:
        assert plans.load_plan(file, 1).title == PLAN.title
        assert [row["full_name"] for row in records.page(file, "people")] == ["Nguyễn Văn Mẫu"]
        for table, rows in tables_of(path).items():
            assert len(rows) == len(before.get(table, [])) or table not in before, table
        with file.act("Đăng ký"):
            records.insert(file, "registrations", {"year": 2026, "organisation_id": 1})
        assert file.undo().kinds == {"registrations"}


def test_registrations_of_an_older_file_are_numbered_in_their_year(tmp_path: Path) -> None:
    kept = next(path for path in OLD_FILES if "version-3" in path.name)
    path = tmp_path / kept.stem
    path.write_bytes(gzip.decompress(kept.read_bytes()))
    with closing(DataFile.open(path)) as file:
        rows = records.page(file, "registrations", order="id")
    assert [(row["organisation_id"], row["number"]) for row in rows] == [(3, 1), (2, 2)]


def test_scores_and_proofs_of_an_older_file_are_what_they_were(tmp_path: Path) -> None:
    kept = next(path for path in OLD_FILES if "version-4" in path.name)
    path = tmp_path / kept.stem
    path.write_bytes(gzip.decompress(kept.read_bytes()))
    with closing(DataFile.open(path)) as file:
        [scoring] = records.page(file, "criteria_sets")
        assert (scoring["late_counts"], scoring["late_of"]) == ("lần chậm nhất", '["đăng ký", "báo cáo"]')
        [criterion] = records.page(file, "criteria")
        assert (criterion["name"], criterion["target_id"] is not None) == ("Trồng rừng", True)
        assert [row["self_points"] for row in records.page(file, "scores", where={"criterion_id": 1})] == [38.0]
        assert records.count(file, "commitments", search="nghiệm thu") == 1
        with file.act("Bỏ chỉ tiêu"):
            file.write("DELETE FROM plan_targets WHERE id = ?", (criterion["target_id"],))
        assert records.page(file, "criteria")[0]["target_id"] == criterion["target_id"]
