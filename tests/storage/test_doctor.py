"""The doctor's lines."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.storage.samples import PLAN
from thidua_desktop.storage import attachments, backups, plans
from thidua_desktop.storage.attachment_files import files_folder
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.storage.doctor import examine


@pytest.fixture
def filled(file: DataFile) -> DataFile:
    with file.act("Nhập"):
        plans.insert_plan(file, PLAN, attachments.attach(file, "kế hoạch.docx", b"docx"))
    return file


def complaints(path: Path) -> list[str]:
    return [text for ok, text in examine(path) if not ok]


def test_a_sound_file_gets_only_good_lines(filled: DataFile) -> None:
    backups.make_backup(filled.path, backups.default_folder(filled.path), datetime(2026, 6, 17, 15, 0))
    lines = examine(filled.path)
    assert all(ok for ok, _ in lines)
    texts = "\n".join(text for _, text in lines)
    assert "Đủ 1 tệp đính kèm" in texts
    assert "15:00 ngày 17/06/2026" in texts


def test_no_backup_is_a_complaint(filled: DataFile) -> None:
    assert complaints(filled.path) == ["Chưa có bản sao lưu nào. Hãy sao lưu ngay."]


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        ("DROP TRIGGER log_people_update", "trigger log_people_update"),
        ("DROP INDEX people_full_name_key", "index people_full_name_key"),
        ("ALTER TABLE people ADD COLUMN x TEXT", "table people"),
        ("UPDATE act_now SET act_id = 1", "chưa khép lại"),
    ],
)
def test_a_harmed_schema_is_named(filled: DataFile, harm: str, word: str) -> None:
    filled.close()
    with closing(sqlite3.connect(filled.path)) as connection, connection:
        connection.execute(harm)
    assert word in complaints(filled.path)[0]


def test_broken_links_and_gaps_are_found(filled: DataFile) -> None:
    filled.close()
    with closing(sqlite3.connect(filled.path)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE plan_sections SET position = 7 WHERE position = 0")
        connection.execute("DELETE FROM years")
    found = "\n".join(complaints(filled.path))
    assert "trỏ đến dữ liệu không còn (plans)" in found
    assert "chỗ hở (plan_sections)" in found


def test_attachments_are_counted_and_hashed(filled: DataFile) -> None:
    folder = files_folder(filled.path)
    [place] = folder.iterdir()
    place.write_bytes(b"khac")
    assert "kế hoạch.docx" in complaints(filled.path)[0]
    place.unlink()
    folder.rmdir()
    assert folder.name in complaints(filled.path)[0]


def test_a_file_that_cannot_be_opened_still_gets_a_report(tmp_path: Path) -> None:
    path = tmp_path / "a.thidua"
    assert "Không tìm thấy" in complaints(path)[0]
    path.write_text("chữ " * 999, encoding="utf-8")
    assert "không phải tệp dữ liệu" in complaints(path)[0]


def test_the_doctor_changes_nothing(filled: DataFile) -> None:
    before = filled.path.read_bytes()
    examine(filled.path)
    assert filled.path.read_bytes() == before
