"""One edited cell until it is safe on the disk, against a bare SQLite transaction with the same care."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from benchmarks import made_up
from benchmarks.measuring import Measured, Sizes, compare
from thidua_desktop.services.registers import registers


def measure(sizes: Sizes, folder: Path) -> list[Measured]:
    """In a file of many years: check, store, log for undo, commit."""
    years = range(2027 - sizes.years, 2027)
    path = made_up.new_file(folder / "xã.thidua", years=years, sections=sizes.sections, people_count=sizes.people // 40)
    numbers = count()
    with made_up.opened(path) as workspace, closing(_bare_file(folder / "trần.sqlite")) as bare:
        [person] = registers.page(workspace, "people", limit=1)

        def ours() -> None:
            for _ in range(sizes.acts):
                registers.set_cell(workspace, "people", person.id, "position", f"Trưởng thôn {next(numbers)}")

        def floor() -> None:
            for _ in range(sizes.acts):
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("UPDATE people SET position = ? WHERE id = 1", (f"Trưởng thôn {next(numbers)}",))
                bare.execute("COMMIT")

        name = "Sửa một ô, đã ghi xuống đĩa"
        return [compare(name, "một giao dịch SQLite", ours, floor, repeats=sizes.repeats, acts=sizes.acts)]


def _bare_file(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, position TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO people VALUES (1, '')")
    return connection
