"""The window killed while the clerk types: what was typed a second before is in the file."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT, is_whole
from thidua_desktop import bootstrap
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.shell.window import ShellWindow

TYPED = "Thi đua là yêu nước; "
Start = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def start(data: Path) -> Iterator[Start]:
    """Starts the window as a program of its own, which types a text; it is killed at the end in any case."""
    started: list[subprocess.Popen[str]] = []

    def start(text: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-X", "utf8", "-m", "tests.faults.clerk", str(data), text]
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True, "encoding": "utf-8"}
        started.append(subprocess.Popen(command, cwd=ROOT, env=os.environ.copy(), **quiet))  # type: ignore[call-overload]
        return started[-1]

    yield start
    for program in started:
        program.kill()
        program.communicate()


def said(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def text_of(data: Path) -> str:
    with bootstrap.opened(data) as workspace:
        assert len(plans.plan_summaries(workspace)) == 1
        return repr(plans.plan(workspace, 1).sections)


def test_what_was_typed_a_second_ago_survives(start: Start, data: Path) -> None:
    program = start(TYPED)
    assert said(program) == "đã gõ"
    typed_at = time.monotonic()
    assert said(program) == "đã lưu"
    assert time.monotonic() - typed_at < 3, "stored within a second, the rest is for a busy machine"
    program.kill()
    program.wait()
    assert TYPED.strip() in text_of(data)
    assert is_whole(data)


def test_killed_between_the_last_key_and_the_save_loses_those_letters_only(start: Start, data: Path) -> None:
    before = text_of(data)
    program = start(TYPED)
    assert said(program) == "đã gõ"
    program.kill()
    program.wait()
    assert text_of(data) == before
    assert is_whole(data)


def test_the_next_start_after_a_kill_opens_the_file_and_can_undo(start: Start, data: Path, window: ShellWindow) -> None:
    program = start(TYPED)
    assert (said(program), said(program)) == ("đã gõ", "đã lưu")
    assert not window.opening.open(data), "the other window holds it"
    program.kill()
    program.wait()
    assert window.opening.open(data)
    assert window.context is not None and history.undo_text(window.context.workspace)
    window.ask.answers = [True]
    window.actions_.undo.trigger()
    assert window.ask.texts[-1] == "Hoàn tác việc của lần mở tệp trước?"
    assert TYPED.strip() not in repr(plans.plan(window.context.workspace, 1).sections)
