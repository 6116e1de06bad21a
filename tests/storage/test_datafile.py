"""Opening, acts, undo and redo as the clerk meets them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.storage.samples import PLAN, tables_of
from thidua_desktop.storage import plans, records
from thidua_desktop.storage.backups import default_folder, make_backup
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.errors import (
    ActRunning,
    BadPath,
    BadValue,
    FileDamaged,
    FileError,
    FileExists,
    FileInUse,
    FileMissing,
    FileNotOurs,
    FileTooNew,
    NameTaken,
    StillUsed,
)
from thidua_desktop.storage.restoring import restore


def add_organisation(file: DataFile, name: str) -> int:
    with file.act(f"Thêm {name}"):
        return records.insert(file, "organisations", {"name": name})


def names(file: DataFile) -> list[object]:
    return [row["name"] for row in records.page(file, "organisations")]


def test_what_is_entered_is_there_after_a_restart(file: DataFile) -> None:
    add_organisation(file, "Hội Nông dân")
    file.close()
    with closing(DataFile.open(file.path)) as again:
        assert names(again) == ["Hội Nông dân"]


def test_an_act_tells_what_it_changed(file: DataFile) -> None:
    with file.act("Thêm hai hội") as act:
        ids = {records.insert(file, "organisations", {"name": name}) for name in ("Hội A", "Hội B")}
    assert act.changes.kinds == {"organisations"}
    assert act.changes.ids["organisations"] == ids
    assert act.changes.text == "Thêm hai hội"


def test_an_error_inside_an_act_takes_all_of_it_back(file: DataFile) -> None:
    before = tables_of(file.path, with_log=True)
    with pytest.raises(ZeroDivisionError), file.act("Thêm rồi hỏng"):
        records.insert(file, "organisations", {"name": "Hội A"})
        raise ZeroDivisionError
    assert tables_of(file.path, with_log=True) == before
    assert file.undo_text == ""


def test_an_act_without_changes_leaves_nothing_and_keeps_what_can_be_redone(file: DataFile) -> None:
    row = add_organisation(file, "Hội A")
    file.undo()
    before = tables_of(file.path, with_log=True)
    with file.act("Không làm gì") as act:
        pass
    assert not act.changes
    assert tables_of(file.path, with_log=True) == before
    assert file.redo_text == "Thêm Hội A"
    file.redo()
    with file.act("Sửa mà như cũ") as act:
        records.update(file, "organisations", row, {"name": "Hội A"})
    assert not act.changes
    assert file.undo_text == "Thêm Hội A"


def test_one_act_at_a_time(file: DataFile) -> None:
    with file.act("Ngoài"):
        with pytest.raises(ActRunning), file.act("Trong"):
            pass
        with pytest.raises(ActRunning):
            file.undo()
        records.insert(file, "organisations", {"name": "Hội A"})
    assert names(file) == ["Hội A"]


def test_undo_and_redo_go_on_after_a_restart(file: DataFile) -> None:
    add_organisation(file, "Hội A")
    add_organisation(file, "Hội B")
    file.close()
    with closing(DataFile.open(file.path)) as again:
        assert again.undo_text == "Thêm Hội B"
        assert again.undo().text == "Thêm Hội B"
        assert names(again) == ["Hội A"]
    with closing(DataFile.open(file.path)) as again:
        assert again.redo_text == "Thêm Hội B"
        assert again.redo().kinds == {"organisations"}
        assert names(again) == ["Hội A", "Hội B"]
        assert again.redo_text == ""
        assert not again.redo()


def test_a_new_act_after_undo_passes_over_what_could_be_redone(file: DataFile) -> None:
    add_organisation(file, "Hội A")
    file.undo()
    add_organisation(file, "Hội B")
    assert file.redo_text == ""
    file.undo()
    assert names(file) == []
    assert file.undo_text == ""
    assert file.redo_text == "Thêm Hội B"
    assert [row["text"] for row in file.query("SELECT text FROM acts ORDER BY id")] == ["Thêm Hội A", "Thêm Hội B"]


def test_typing_into_one_field_is_one_step(file: DataFile) -> None:
    row = add_organisation(file, "Hội")
    for text in ("Hội N", "Hội Nô", "Hội Nông"):
        with file.act("Sửa tên", merge="tên/1") as act:
            records.update(file, "organisations", row, {"name": text})
        assert act.changes.ids == {"organisations": {row}}
    assert len(file.query("SELECT 1 FROM act_changes")) == 2
    file.undo()
    assert names(file) == ["Hội"]
    file.redo()
    assert names(file) == ["Hội Nông"]


def test_typing_goes_on_only_in_the_same_field_and_run(file: DataFile) -> None:
    row = add_organisation(file, "Hội")
    for merge, text in (("a", "Hội 1"), ("b", "Hội 2"), ("a", "Hội 3")):
        with file.act(text, merge=merge):
            records.update(file, "organisations", row, {"name": text})
    assert file.undo_text == "Hội 3"
    file.undo()
    assert names(file) == ["Hội 2"]
    file.redo()
    with file.act("Hội 4", merge="a"):
        records.update(file, "organisations", row, {"name": "Hội 4"})
    file.close()
    with closing(DataFile.open(file.path)) as again:
        with again.act("Hội 5", merge="a"):
            records.update(again, "organisations", row, {"name": "Hội 5"})
        assert [again.undo().text for _ in range(3)] == ["Hội 5", "Hội 4", "Hội 3"]


def test_typing_taken_back_by_hand_leaves_no_step(file: DataFile) -> None:
    row = add_organisation(file, "Hội")
    for text in ("Hội N", "Hội"):
        with file.act("Sửa tên", merge="tên") as act:
            records.update(file, "organisations", row, {"name": text})
        assert act.changes
    assert file.undo_text == "Thêm Hội"


def test_deleting_a_plan_takes_its_parts_along_and_undo_brings_all_back(file: DataFile) -> None:
    with file.act("Nhập"):
        plan_id = plans.insert_plan(file, PLAN)
    stored, before = plans.load_plan(file, plan_id), tables_of(file.path)
    with file.act("Xoá") as act:
        records.delete(file, "plans", [plan_id])
    assert {"plans", "plan_sections", "plan_target_values", "commitment_values"} <= act.changes.kinds
    assert all(not rows for name, rows in tables_of(file.path).items() if name not in ("years",))
    file.undo()
    assert tables_of(file.path) == before
    assert plans.load_plan(file, plan_id) == stored


def test_the_file_refuses_bad_data_in_words(file: DataFile) -> None:
    organisation = add_organisation(file, "Hội Nông dân")
    bad: list[tuple[type[Exception], str, dict[str, str | int | float | None]]] = [
        (NameTaken, "organisations", {"name": "hội nông dân"}),
        (BadValue, "organisations", {"name": " "}),
        (BadValue, "organisations", {"name": "X", "active_from": 26}),
        (BadValue, "people", {"full_name": "Nguyễn Văn Mẫu", "birth_date": "2001-02-30"}),
        (BadValue, "people", {"full_name": "Nguyễn Văn Mẫu", "birth_date": "2001"}),
        (BadValue, "people", {"full_name": "Nguyễn Văn Mẫu", "birth_date": "now"}),
        (BadValue, "people", {"full_name": "Nguyễn Văn Mẫu", "sex": "x"}),
        (BadValue, "people", {"full_name": None}),
        (BadValue, "years", {"year": "hai nghìn"}),
        (StillUsed, "people", {"full_name": "Nguyễn Văn Mẫu", "organisation_id": organisation + 1}),
    ]
    for error, table, row in bad:
        with pytest.raises(error) as caught, file.act("Nhập sai"):
            records.insert(file, table, row)
        assert "không thay đổi" in str(caught.value)
    with file.act("Thêm người"):
        records.insert(file, "people", {"full_name": "Nguyễn Văn Mẫu", "organisation_id": organisation})
    with pytest.raises(StillUsed), file.act("Xoá hội"):
        records.delete(file, "organisations", [organisation])
    assert names(file) == ["Hội Nông dân"]


def test_nothing_can_be_written_beside_the_log(file: DataFile) -> None:
    with pytest.raises(RuntimeError):
        records.insert(file, "years", {"year": 2026})
    with closing(sqlite3.connect(file.path)) as other, pytest.raises(sqlite3.Error):
        other.execute("INSERT INTO years (year) VALUES (2026)")
    assert records.count(file, "years") == 0


def test_replacing_a_row_is_logged_too(file: DataFile) -> None:
    with file.act("Đặt"):
        file.write("INSERT INTO settings (key, value) VALUES ('màu', 'xanh')")
    before = tables_of(file.path)
    with file.act("Thay"):
        file.write("INSERT OR REPLACE INTO settings (key, value) VALUES ('màu', 'đỏ')")
    file.undo()
    assert tables_of(file.path) == before


def test_pragmas_are_what_the_design_asks(file: DataFile) -> None:
    wanted = {"journal_mode": "delete", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}
    assert {name: file.query(f"PRAGMA {name}")[0][0] for name in wanted} == wanted


def test_a_file_that_can_be_made_again_is_forced_to_the_disk_once_at_the_end(file: DataFile) -> None:
    with file.unforced():
        assert file.query("PRAGMA synchronous")[0][0] == 0
        add_organisation(file, "Hội A")
    assert file.query("PRAGMA synchronous")[0][0] == 2
    assert names(file) == ["Hội A"]
    with pytest.raises(ValueError), file.unforced():
        raise ValueError
    assert file.query("PRAGMA synchronous")[0][0] == 2


def test_every_table_is_strict(file: DataFile) -> None:
    loose = file.query("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'")
    assert {row["name"] for row in loose} <= {"sqlite_schema", "sqlite_sequence", "_sqlite_migrations"}


def test_a_copy_of_the_idle_file_is_whole(file: DataFile, tmp_path: Path) -> None:
    add_organisation(file, "Hội A")
    copy = tmp_path / "USB.thidua"
    copy.write_bytes(file.path.read_bytes())
    with closing(DataFile.open(copy)) as other:
        assert names(other) == ["Hội A"]


def test_a_second_program_is_refused(file: DataFile) -> None:
    with pytest.raises(FileInUse):
        DataFile.open(file.path)
    file.close()
    DataFile.open(file.path).close()


def test_a_lock_left_behind_blocks_nobody_and_says_nothing(file: DataFile) -> None:
    file.close()
    lock = file.path.with_name(f"{file.path.name}.lock")
    lock.write_bytes(b"")
    DataFile.open(file.path).close()
    assert not lock.exists() or lock.read_bytes() == b""


def test_create_never_touches_a_file_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.thidua"
    path.write_text("của tôi", encoding="utf-8")
    with pytest.raises(FileExists):
        DataFile.create(path)
    assert path.read_text(encoding="utf-8") == "của tôi"


def test_an_old_journal_is_not_played_into_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "a.thidua"
    path.with_name("a.thidua-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600)
    DataFile.create(path).close()
    DataFile.open(path).close()
    assert not path.with_name("a.thidua-journal").exists()


def test_a_name_the_system_does_not_take_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadPath):
        DataFile.create(tmp_path / f"{'Thi đua ' * 40}.thidua")
    assert not list(tmp_path.iterdir())


def test_what_is_no_data_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        DataFile.open(tmp_path / "không có.thidua")
    with pytest.raises(FileNotOurs):
        DataFile.open(tmp_path)
    for content, error in ((b"", FileDamaged), (b"PK\x03\x04 docx", FileNotOurs)):
        path = tmp_path / "a.thidua"
        path.write_bytes(content)
        with pytest.raises(error):
            DataFile.open(path)
        assert path.read_bytes() == content
    other = tmp_path / "khac.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (a)")
    with pytest.raises(FileNotOurs):
        DataFile.open(other)


def test_a_file_of_a_newer_program_is_refused(file: DataFile) -> None:
    file.close()
    with closing(sqlite3.connect(file.path)) as connection:
        connection.execute("PRAGMA user_version=9999")
    before = file.path.read_bytes()
    with pytest.raises(FileTooNew) as caught:
        DataFile.open(file.path)
    assert "bản mới" in caught.value.advice
    assert file.path.read_bytes() == before


def test_nothing_is_made_beside_a_refused_file(file: DataFile, tmp_path: Path) -> None:
    file.close()
    folder = tmp_path / "usb"
    folder.mkdir()
    path = folder / "lạ.thidua"
    whole = file.path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
    foreign = path.read_bytes()
    newer = whole[:60] + (9999).to_bytes(4, "big") + whole[64:]
    damaged = whole[:100] + b"\xff" * 4000 + whole[4100:]
    for content in (foreign, newer, damaged, whole[:60], b"xin chao", b""):
        path.write_bytes(content)
        for act in (
            lambda: DataFile.open(path),
            lambda: make_backup(path, default_folder(path), datetime(2026, 6, 17)),
            lambda: restore(folder / "mới.thidua", path, datetime(2026, 6, 17)),
        ):
            with pytest.raises(FileError):
                act()
            assert [place.name for place in folder.iterdir()] == [path.name], content[:20]
