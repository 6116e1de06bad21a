"""Starts and ends the window."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from thidua_desktop.ui import crash, locale_vi, theme
from thidua_desktop.ui.dialogs import WindowAsk
from thidua_desktop.ui.files import FileDesk
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.shell.window import PRODUCT, ShellWindow


def run(desk: FileDesk, path: Path | None = None) -> int:
    """Show the window on the file at ``path``, else on the one open last, until it is closed; gives the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName(PRODUCT)
    app.setWindowIcon(theme.app_icon())
    locale_vi.install(app)
    theme.apply(app)
    remembered = Remembered()
    ask = WindowAsk(remembered=remembered)
    crash.CrashHook(ask).install()
    crash.install_qt_log()
    window = ShellWindow(desk, ask, remembered)
    ask.window = window
    show_fitting(window)
    wanted = path or remembered.last_file
    if wanted is not None:  # once the loop runs: a window closed over a message ends the program only from inside it
        QTimer.singleShot(0, window, partial(window.opening.open, wanted))
    QTimer.singleShot(0, window, window.helper.tell_of_crash)
    code = app.exec()
    qInstallMessageHandler(None)  # Python's part of the handler goes before Qt's last words
    return code


def show_fitting(window: ShellWindow) -> None:
    """As large as the start size, or the whole screen when that is smaller."""
    room = window.screen().availableGeometry()
    if room.width() <= window.width() or room.height() <= window.height():
        window.showMaximized()
    else:
        window.show()
