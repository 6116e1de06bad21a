"""Data files that no program can open, and how each came to be. Every one takes the folder and a good data file."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

_VERSION_AT = 60  # where an SQLite file's head holds user_version, 4 bytes


def missing(folder: Path, _good: Path) -> Path:
    return folder / "đã rút USB.thidua"


def empty(folder: Path, _good: Path) -> Path:
    return _written(folder / "rỗng.thidua", b"")


def a_folder(folder: Path, _good: Path) -> Path:
    path = folder / "thư mục.thidua"
    path.mkdir()
    return path


def a_pdf(folder: Path, _good: Path) -> Path:
    return _written(folder / "thật ra là PDF.thidua", b"%PDF-1.7\n" + b"x" * 5000)


def another_programs(folder: Path, _good: Path) -> Path:
    path = folder / "của chương trình khác.thidua"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")
    return path


def truncated(folder: Path, good: Path) -> Path:
    content = good.read_bytes()
    return _written(folder / "cụt.thidua", content[: len(content) // 2])


def newer(folder: Path, good: Path) -> Path:
    content = bytearray(good.read_bytes())
    content[_VERSION_AT : _VERSION_AT + 4] = (99).to_bytes(4, "big")
    return _written(folder / "bản mới hơn.thidua", bytes(content))


def a_broken_table(folder: Path, good: Path) -> Path:
    """Opens well; the damage shows when the plans are read."""
    with closing(sqlite3.connect(good)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'plans'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(good.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    return _written(folder / "hỏng ở giữa.thidua", bytes(content))


def a_name_too_long(folder: Path, _good: Path) -> Path:
    if os.name == "nt":
        pytest.skip("Windows calls it missing")
    return folder / f"{'kế hoạch dài ' * 30}.thidua"


def a_link_to_nothing(folder: Path, _good: Path) -> Path:
    return linked(folder / "liên kết gãy.thidua", folder / "không có.thidua")


# What is wrong → the words that say so.
BAD = {
    missing: "Không tìm thấy tệp dữ liệu",
    empty: "rỗng (0 byte)",
    a_folder: "không phải tệp dữ liệu của Thi đua Xã",
    a_pdf: "không phải tệp dữ liệu của Thi đua Xã",
    another_programs: "không phải tệp dữ liệu của Thi đua Xã",
    truncated: "bị hỏng hoặc bị cắt cụt",
    newer: "do bản mới hơn của chương trình tạo ra",
    a_broken_table: "bị hỏng hoặc bị cắt cụt",
    a_name_too_long: "quá dài",
    a_link_to_nothing: "Không tìm thấy tệp dữ liệu",
}
ABSENT = (missing, a_folder, a_name_too_long, a_link_to_nothing)


def linked(path: Path, target: Path) -> Path:
    """Makes a link, where that is allowed."""
    if sys.platform == "win32":
        pytest.skip("Windows lets only administrators and developers make links")
    path.symlink_to(target)
    return path


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
