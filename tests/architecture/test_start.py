"""The window opens fast: what only an act needs is imported inside that act."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT
from thidua_desktop import bootstrap
from thidua_desktop.domain.offices import Office

HEAVY = {
    "docx",
    "lxml",
    "openpyxl",
    "pypdfium2",
    "python_calamine",
    "sqlite_utils",
    "typst",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
}

# Opens the window as the clerk does, lets it paint, closes it, and tells what was imported by then.
OPEN_WINDOW = """
import json, os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from thidua_desktop.__main__ import main

app = QApplication([])
def painted():
    if app.activeModalWidget():
        print(app.activeModalWidget().text(), file=sys.stderr, flush=True)
        os._exit(1)
    print(json.dumps(sorted(sys.modules)))
    app.closeAllWindows()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, painted))
sys.exit(main(sys.argv[1:]))
"""

RUN_COMMAND = """
import json, sys
from thidua_desktop import cli
cli.main(["--help"])
print(json.dumps(sorted(sys.modules)))
"""


def imported_by(script: str, *arguments: str) -> set[str]:
    """The modules that a Python of its own had imported when it printed them as its last line."""
    command = [sys.executable, "-c", script, *arguments]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=30)
    assert ran.returncode == 0, ran.stderr
    return set(json.loads(ran.stdout.splitlines()[-1]))


@pytest.mark.parametrize("with_file", [False, True], ids=["first start", "with a file"])
def test_window_imports_nothing_heavy(tmp_path, with_file):
    path = tmp_path / "xa.thidua"
    if with_file:
        office = Office("Ủy ban nhân dân xã Ví Dụ", "xã", "tỉnh Mẫu", "ỦY BAN NHÂN DÂN TỈNH MẪU", "Ví Dụ")
        bootstrap.close_workspace(bootstrap.create_workspace(path, office, year=2026))
    loaded = imported_by(OPEN_WINDOW, *([str(path)] if with_file else []))
    assert "thidua_desktop.ui.shell.window" in loaded
    assert loaded & HEAVY == set()


def test_command_imports_no_window():
    loaded = imported_by(RUN_COMMAND)
    assert "thidua_desktop.cli" in loaded
    assert {module for module in loaded if module.split(".")[0] == "PySide6"} | (loaded & HEAVY) == set()
