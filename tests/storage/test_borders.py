"""Rules about the code itself: what is imported when, and where SQL may stand."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import thidua_desktop
from thidua_desktop.storage.datafile import DataFile

PACKAGE = Path(thidua_desktop.__file__).parent
SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|PRAGMA\s+\w+)\b", re.IGNORECASE
)
WRITES = re.compile(r"\.execute(many|script)?\(\s*f?[\"']+\s*(INSERT|UPDATE|DELETE|REPLACE)", re.IGNORECASE)
# Beneath the acts: the log itself, which writes what acts are made of, and what tries SQLite out in memory.
BENEATH_ACTS = {"changelog.py", "features.py"}


def sources(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*.py") if "__pycache__" not in path.parts]


def test_opening_and_editing_do_without_sqlite_utils(file: DataFile) -> None:
    file.close()
    code = (
        "import sys; from pathlib import Path\n"
        "from thidua_desktop.storage.datafile import DataFile\n"
        "file = DataFile.open(Path(sys.argv[1]))\n"
        "with file.act('Thêm'): file.write('INSERT INTO years (year) VALUES (2026)')\n"
        "file.undo(); file.close()\n"
        "print([name for name in ('sqlite_utils', 'PySide6', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, str(file.path)], capture_output=True, text=True, encoding="utf-8", check=True,
        cwd=PACKAGE.parent,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", [p for p in sources(PACKAGE) if "storage" not in p.parts], ids=lambda p: p.name)
def test_no_sql_outside_storage(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not SQL.search(text)
    assert not re.search(r"^\s*(import|from) (sqlite3|sqlite_utils)\b", text, re.MULTILINE)


@pytest.mark.parametrize("path", sources(PACKAGE / "storage"), ids=lambda p: p.name)
def test_rows_are_written_through_acts_alone(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.name in BENEATH_ACTS or not WRITES.search(text)
    assert "executemany" not in text and "executescript" not in text
    assert not re.search(r"^\s*with (self\.)?_?(connection|conn|db\.conn):", text, re.MULTILINE)
