"""From the start of the process to the first painted tab, against a bare window of PySide6."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from time import monotonic

from benchmarks import made_up
from benchmarks.measuring import Measured, Sizes, compare_timed

ROOT = Path(__file__).resolve().parents[1]
WITHIN = 60  # seconds a window may take

# Tells the moment of the first painting of one of the widgets, and ends without ado. time.monotonic is one clock for
# all processes of a machine.
_TELL = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Painted(QObject):
    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, tell)
        return False

def tell():
    print(time.monotonic(), flush=True)
    os._exit(0)

app = QApplication(sys.argv[:1])
painted = Painted()
"""
_BARE = (
    _TELL
    + """
window = QMainWindow()
label = QLabel("Thi đua Xã")
label.installEventFilter(painted)
window.setCentralWidget(label)
window.resize(1366, 768)
window.show()
app.exec()
"""
)
_PROGRAM = (
    _TELL
    + """
from PySide6.QtCore import Qt
from thidua_desktop.__main__ import main

def wait_for_the_file():
    [window] = [one for one in app.topLevelWidgets() if hasattr(one, "opening")]
    window.opening.opened.connect(lambda workspace: watch(window.pages.tab))

def watch(tab):
    for widget in (tab, *tab.findChildren(QObject, options=Qt.FindChildOption.FindDirectChildrenOnly)):
        widget.installEventFilter(painted)

QTimer.singleShot(0, wait_for_the_file)
main(sys.argv[1:])
"""
)


def measure(sizes: Sizes, folder: Path) -> list[Measured]:
    """An empty file, and one with a plan in each of many years."""
    empty = made_up.new_file(folder / "trống.thidua")
    years = range(2027 - sizes.years, 2027)
    full = made_up.new_file(
        folder / "nhiều năm.thidua", years=years, sections=sizes.sections, people_count=sizes.people // 40
    )
    files = {"tệp trống": empty, f"tệp {sizes.years} năm": full}
    return [
        compare_timed(
            f"Mở chương trình, {words}",
            "cửa sổ PySide6 trống",
            partial(_seconds, folder, _PROGRAM, str(path)),
            partial(_seconds, folder, _BARE),
            repeats=sizes.repeats,
        )
        for words, path in files.items()
    ]


def _seconds(folder: Path, script: str, *arguments: str) -> float:
    """From just before the process is started to the painting that it tells of."""
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
    environment = os.environ | dict.fromkeys(homes, str(folder))
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    # As in an installed program everything is compiled; the first time, which does not count, does it.
    environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    start = monotonic()
    command = [sys.executable, "-c", script, *arguments]
    ran = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=WITHIN)
    if not ran.stdout:
        raise RuntimeError(f"no window was painted: {ran.stderr}")
    return float(ran.stdout) - start
