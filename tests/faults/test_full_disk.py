"""Commands on a full disk, a disk closed to writing, and killed in the middle: in processes of their own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import PLAN_TEXT
from tests.faults.conftest import ROOT, Run, is_whole
from tests.faults.saying import is_clear

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs limits, rights and signals as Linux has them")

NOBODY = 65534


def told(answer: tuple[int, str, str]) -> str:
    """The one line that a refused command says."""
    code, out, err = answer
    assert (code, out, err.count("\n")) == (2, "", 1), answer
    return err.rstrip("\n")


def backups_of(data: Path) -> list[str]:
    return sorted(place.name for place in data.with_name(f"{data.name}-backups").iterdir())


@pytest.mark.parametrize("limit", [20_000, 400_000])
def test_a_backup_that_does_not_fit_names_the_stick_and_leaves_nothing(
    run: Run, data: Path, tmp_path: Path, limit: int
) -> None:
    line = told(run("--data", data, "backup", "--to", tmp_path / "USB", limit=limit))
    assert "“USB”" in line and "tệp dữ liệu" not in line and is_clear(line)
    assert not [place for place in (tmp_path / "USB").rglob("*") if place.is_file()]
    assert is_whole(data)


@pytest.mark.parametrize("ending", ["docx", "pdf", "xlsx"])
def test_an_export_that_does_not_fit_keeps_the_old_paper(run: Run, data: Path, tmp_path: Path, ending: str) -> None:
    old = tmp_path / f"chỉ tiêu.{ending}"
    old.write_bytes(b"old")
    line = told(run("--data", data, "export", "targets", "--year", 2026, "--out", old, limit=1000))
    assert "đã đầy" in line and old.name in line and is_clear(line)
    assert old.read_bytes() == b"old" and [place.name for place in tmp_path.glob("*ỉ*")] == [old.name]
    assert is_whole(data)


@pytest.mark.parametrize("stopped", ["backup", "act"])
def test_a_plan_that_does_not_fit_is_not_stored(run: Run, data: Path, tmp_path: Path, stopped: str) -> None:
    """No file may grow beyond what stops the backup before the import, or beyond what stops the act itself."""
    long = tmp_path / "dài.txt"
    long.write_text(PLAN_TEXT.replace("Nâng cao", "Nâng cao thêm " * 30_000), encoding="utf-8")
    before = backups_of(data)
    limit = 20_000 if stopped == "backup" else data.stat().st_size + 4096
    line = told(run("--data", data, "import-plan", long, limit=limit))
    assert "Chưa nhập kế hoạch" in line or "chưa được lưu" in line
    assert is_clear(line) and is_whole(data)
    assert set(before) <= set(backups_of(data))


def test_a_restore_that_does_not_fit_changes_nothing(run: Run, data: Path) -> None:
    backup = data.with_name(f"{data.name}-backups") / next(n for n in backups_of(data) if n.endswith(".thidua"))
    before = data.read_bytes()
    line = told(run("--data", data, "restore", backup, limit=100_000))
    assert is_clear(line) and data.read_bytes() == before and is_whole(data)
    assert [place.name for place in data.parent.glob("*.thidua")] == [data.name]


@pytest.fixture
def readable_by_all(data: Path) -> Iterator[Path]:
    """The data file in a folder that other users may look into; pytest's own are closed to them."""
    folder = Path(tempfile.mkdtemp())
    copy = folder / "sổ chỉ đọc" / data.name
    shutil.copytree(data.parent, copy.parent)
    folder.chmod(0o755)
    yield copy
    copy.parent.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("command", [["check", "--year", "2026"], ["import-plan", "{plan}"], ["backup"]])
def test_a_folder_closed_to_writing(run: Run, readable_by_all: Path, plan_file: Path, command: list[str]) -> None:
    plan = shutil.copy(plan_file, readable_by_all.parent)
    line = told(run("--data", readable_by_all, *(word.format(plan=plan) for word in command), user=NOBODY))
    assert "Không được ghi vào" in line and is_clear(line)
    assert is_whole(readable_by_all)
    assert run("--data", readable_by_all, "doctor", user=NOBODY)[0] == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can become another user")
def test_a_plan_and_a_stick_that_this_user_may_not_read_or_write(
    run: Run, readable_by_all: Path, tmp_path: Path
) -> None:
    closed = readable_by_all.parent / "khoá.docx"
    closed.write_bytes(b"PK\3\4")
    closed.chmod(0o600)
    line = told(run("check", closed, user=NOBODY))
    assert "không cho đọc" in line and is_clear(line)
    line = told(run("--data", readable_by_all, "backup", "--to", readable_by_all.parent / "usb", user=NOBODY))
    assert "“usb”" in line and is_clear(line)


_KILL = """
import os, signal, sys
from pathlib import Path
from thidua_desktop import cli
from thidua_desktop.storage import {module}
name, number, seen = "{name}", {number}, 0
plain = {module}.{name}
def counted(*arguments, **options):
    global seen
    seen += 1
    if seen == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(*arguments, **options)
{module}.{name} = counted
cli.main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("command", "module", "name", "number"),
    [
        ("import-plan", "records", "insert", 3),
        ("import-plan", "records", "insert", 6),
        ("import-plan", "changelog", "touched_since", 1),
        ("backup", "backups", "check_copy", 1),
        ("backup", "backups", "settle", 1),
        ("restore", "restoring", "copy_new", 1),
        ("restore", "restoring", "settle", 1),
    ],
)
def test_killed_in_the_middle_of_a_command(
    run: Run, data: Path, plan_file: Path, command: str, module: str, name: str, number: int
) -> None:
    backup = next(place for place in data.with_name(f"{data.name}-backups").glob("*.thidua"))
    words = {"import-plan": [plan_file], "backup": [], "restore": [backup]}[command]
    code = _KILL.format(module=module, name=name, number=number)
    started = [sys.executable, "-X", "utf8", "-c", code, "--data", str(data), command, *map(str, words)]
    killed = subprocess.run(started, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert is_whole(data)
    assert run("--data", data, "import-plan", plan_file)[0] == 0
    assert is_whole(data, plans_kept=2)
