from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_desktop.storage import records
from thidua_desktop.storage.datafile import DataFile

ROOT = Path(__file__).parents[2]
Clerk = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed data file that holds one act."""
    file = DataFile.create(tmp_path / "xã Ví Dụ.thidua")
    with file.act("Thêm Hội cũ"):
        records.insert(file, "organisations", {"name": "Hội cũ"})
        records.insert(file, "people", {"full_name": "Hội cũ"})
    file.close()
    return file.path


@pytest.fixture
def clerk() -> Clerk:
    """Starts another program on a data file (clerk.py)."""

    def start(path: Path, mode: str, number: int = 0) -> subprocess.Popen[str]:
        command = [sys.executable, "-X", "utf8", "-m", "tests.crash.clerk", str(path), mode, str(number)]
        return subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    return start
