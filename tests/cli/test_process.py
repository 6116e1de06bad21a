from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.saying import is_one_line
from thidua_desktop import __main__ as program
from thidua_desktop import cli


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["--data", "a.thidua"], True),
        (["a.thidua"], True),
        (["doctor"], False),
        (["--data", "a", "doctor"], False),
    ],
)
def test_no_command_means_the_window(words: list[str], window: bool) -> None:
    assert program.wants_window(words) is window


def process(*words: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    """A command as a process of its own, on a console that knows Western European letters only."""
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "thidua_desktop", *map(str, words)]
    root = Path(__file__).parents[2]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


def test_a_process_speaks_utf_8_on_every_console(plan_file: Path) -> None:
    done = process("import-plan", plan_file, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["signer"]["name"] == "Nguyễn Văn Mẫu"
    refused = process("import-plan", plan_file.with_name("không có.docx"))
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert is_one_line(refused.stderr.decode("utf-8").replace("\r\n", "\n"))


def test_a_process_loads_only_what_its_command_needs() -> None:
    code = (
        "import sys; from thidua_desktop import cli; cli.main(['export', '--list']);"
        "sys.exit(int(bool({'docx', 'lxml', 'openpyxl', 'python_calamine', 'typst', 'PySide6', 'sqlite_utils'} & set(sys.modules))))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False, timeout=60).returncode
        == 0
    )


def test_a_program_without_a_console_has_no_streams(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["--data", str(data), "doctor"]) == 0
    assert cli.main(["--help"]) == 0
    assert cli.main(["mở"]) == 2
