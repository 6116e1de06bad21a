"""A program of its own that works on a data file and is stopped, one way or another: ``clerk.py PATH MODE [ARGUMENT]``.

Every act adds one organisation and one person of the same name; each act that was saved is printed.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.storage import records
from thidua_desktop.storage.datafile import DataFile


def add(file: DataFile, name: str, filler: int = 0) -> None:
    with file.act(f"Thêm {name}"):
        records.insert(file, "organisations", {"name": name, "contact": "x" * filler})
        records.insert(file, "people", {"full_name": name})
    print(name, flush=True)


def die_at_statement(file: DataFile, number: int) -> None:
    """Dies just before SQLite runs the statement of this number, triggers, BEGIN and COMMIT counted."""
    seen = 0

    def trace(_statement: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os._exit(9)

    file._connection.set_trace_callback(trace)
    for act in range(3):
        add(file, f"Hội {act}")


def die_at_sync(file: DataFile, number: int) -> None:
    """Dies in the middle of an act so large that SQLite has begun to write into the file itself."""
    file._connection.execute("PRAGMA cache_size=5")
    with file.act("Việc lớn"):
        for row in range(number):
            records.insert(file, "people", {"full_name": f"Nguyễn Văn {row}", "note": "x" * 500})
        os._exit(9)


def fill_disk(file: DataFile, extra: int) -> None:
    """Works with the file's size limited to ``extra`` bytes more than it has, as a full disk does."""
    import resource

    size = file.path.stat().st_size + extra
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        for act in range(1000):
            add(file, f"Hội {act}", filler=3000)
    except KnownError as error:
        print(f"{type(error).__name__}: {error}", flush=True)


def hold(file: DataFile, _number: int) -> None:
    """Keeps the file open until standard input closes."""
    print("mở", flush=True)
    sys.stdin.read()


MODES = {"statement": die_at_statement, "spill": die_at_sync, "full": fill_disk, "hold": hold}

if __name__ == "__main__":
    sqlite3.enable_callback_tracebacks(True)
    opened = DataFile.open(Path(sys.argv[1]))
    MODES[sys.argv[2]](opened, int(sys.argv[3]))
    opened.close()
