"""The program outlives many calls of Qt on the oldest Python it supports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

MANY_CALLS = """
{first}
from PySide6.QtCore import QTimer
timer = QTimer()
for _ in range(200_000):
    timer.stop()
"""


def run(first: str) -> int:
    command = [sys.executable, "-c", MANY_CALLS.format(first=first)]
    return subprocess.run(command, cwd=ROOT, capture_output=True).returncode


def test_the_window_survives_many_calls():
    assert run("import thidua_desktop.ui") == 0


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be freed since Python 3.12")
def test_the_workaround_is_still_needed():
    assert run("") != 0, "PySide6 counts None rightly again: ui/none_guard.py can go"
