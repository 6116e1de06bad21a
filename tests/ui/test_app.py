from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLOSED_OVER_A_MESSAGE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from thidua_desktop.ui import app
from thidua_desktop.ui.files import FileDesk
from thidua_desktop.ui.shell.window import ShellWindow

def close_everything():
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    for one in sorted(shown, key=lambda one: not isinstance(one, ShellWindow)):
        one.close()

def broken(path):
    QTimer.singleShot(100, close_everything)
    raise ValueError("a defect while opening")

sys.exit(app.run(FileDesk(broken, None, None, None), Path("x.thidua")))
"""


def test_the_program_ends_when_its_window_is_closed_over_a_message_about_the_file_opened_first():
    command = [sys.executable, "-c", CLOSED_OVER_A_MESSAGE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
