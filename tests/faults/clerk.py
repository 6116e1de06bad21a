"""The program with its window, offscreen: ``clerk.py DATA TEXT`` types TEXT into the first part of the plan and waits.

It says "đã gõ" when the last key is pressed and "đã lưu" when the window's own timer has stored it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.typing import type_text
from thidua_desktop import bootstrap
from thidua_desktop.ui.ask import ScriptedAsk
from thidua_desktop.ui.files import FileDesk
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.shell.window import ShellWindow
from thidua_desktop.ui.tabs.plans.outline_nodes import Key


def say(text: str) -> None:
    print(text, flush=True)


def main(data: Path, text: str) -> None:
    app = QApplication([])
    desk = FileDesk(
        bootstrap.open_workspace, bootstrap.create_workspace, bootstrap.close_workspace, bootstrap.create_sample
    )
    window = ShellWindow(desk, ScriptedAsk(), Remembered(data.with_name("nhớ.json")))
    window.show()
    window.opening.open(data)
    window.show_tab(1)
    editor = window.pages.tab.editor
    editor.tree.choose(Key("section", next(editor.plan.all_sections()).id))
    field = editor.section.editor
    QTimer.singleShot(0, field, field.setFocus)
    window.bus.changed.connect(lambda changes: say("đã lưu"))
    QTimer.singleShot(50, field, lambda: (type_text(field, text), say("đã gõ")))
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
