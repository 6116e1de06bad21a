"""Finding a person among many, against a bare LIKE over the same rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks import made_up
from benchmarks.measuring import Measured, Sizes, compare
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace

PAGE = 200  # rows that the window asks for at once
WORDS = "đức mẫu"


def measure(sizes: Sizes, folder: Path) -> list[Measured]:
    """What the window does at each letter: how many rows hold the words, and the first page of them in order."""
    path = made_up.new_file(folder / "xã.thidua", people_count=sizes.people)
    with closing(sqlite3.connect(path)) as bare, made_up.opened(path) as workspace:
        return [
            compare(
                f"Tìm “{WORDS}” trong {sizes.people} người",
                "SQLite LIKE, không xếp thứ tự",
                partial(_found, workspace),
                partial(_scanned, bare),
                repeats=sizes.repeats,
            )
        ]


def _found(workspace: Workspace) -> list[registers.Row]:
    registers.count(workspace, "people", search=WORDS)
    return registers.page(workspace, "people", search=WORDS, limit=PAGE)


def _scanned(bare: sqlite3.Connection) -> list[tuple[str]]:
    family, _, given = WORDS.partition(" ")
    sql = "SELECT full_name FROM people WHERE full_name LIKE ? AND full_name LIKE ?"
    return bare.execute(sql, (f"%{family}%", f"%{given}%")).fetchall()[:PAGE]
