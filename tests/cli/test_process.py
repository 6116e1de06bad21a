from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.saying import is_one_line
from thidua_desktop import __main__ as program
from thidua_desktop import cli

ROOT = Path(__file__).parents[2]


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


@pytest.mark.parametrize(
    ("platform", "variables", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_window_needs_a_screen(platform: str, variables: dict[str, str], there: bool) -> None:
    assert program.has_screen(platform, variables) is there


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("words", [[], ["a.thidua"]])
def test_without_a_screen_the_window_says_so_in_one_line(monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = process(*words)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert is_one_line(said) and said.startswith("Chỗ này không có màn hình đồ họa")


def process(*words: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    """A command as a process of its own, on a console that knows Western European letters only."""
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "thidua_desktop", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


def test_a_process_speaks_utf_8_on_every_console(plan_file: Path) -> None:
    done = process("import-plan", plan_file, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["signer"]["name"] == "Nguyễn Văn Mẫu"
    refused = process("import-plan", plan_file.with_name("không có.docx"))
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert is_one_line(refused.stderr.decode("utf-8").replace("\r\n", "\n"))


@pytest.mark.skipif(sys.platform == "win32", reason="its shell closes no stream")
def test_nothing_of_an_error_goes_to_standard_output() -> None:
    command = f"{shlex.quote(sys.executable)} -m thidua_desktop {{}} 2>&-"
    for words in ("check không-có.docx", "check"):
        done = subprocess.run(
            command.format(words), shell=True, cwd=ROOT, stdout=subprocess.PIPE, check=False, timeout=60
        )
        assert (done.returncode, done.stdout) == (2, b"")


def test_ctrl_c_ends_with_130_and_no_traceback() -> None:
    script = (
        "import sys; from thidua_desktop.__main__ import main\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == '{}': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Pressed()); sys.exit(main(sys.argv[1:]))"
    )
    for pressed_at, words in (
        ("thidua_desktop.cli", ["doctor"]),
        ("thidua_desktop.importing.plan", ["check", "a.txt"]),
    ):
        command = [sys.executable, "-c", script.format(pressed_at), *words]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_process_loads_only_what_its_command_needs() -> None:
    code = (
        "import sys; from thidua_desktop import cli; cli.main(['export', '--list']);"
        "sys.exit(int(bool({'docx', 'lxml', 'openpyxl', 'python_calamine', 'typst', 'PySide6', 'sqlite_utils'} & set(sys.modules))))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60).returncode == 0


def test_a_program_without_a_console_has_no_streams(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["--data", str(data), "doctor"]) == 0
    assert cli.main(["--help"]) == 0
    assert cli.main(["mở"]) == 2
