from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.register_file import make_context
from thidua_desktop.ui import theme
from thidua_desktop.ui.ask import ScriptedAsk
from thidua_desktop.ui.tasks import Tasks


@pytest.fixture(autouse=True)
def dressed(qapp):
    """The window's own look, as the clerk sees it."""
    if not qapp.styleSheet():
        theme.apply(qapp, dark=False)
    return qapp


@pytest.fixture
def ask():
    return ScriptedAsk()


@pytest.fixture
def tasks(ask):
    made = Tasks(ask)
    yield made
    assert made.settle()


@pytest.fixture
def context(tmp_path, ask, tasks):
    """What a tab is given, over a data file of its own; the file closes before the tab goes, so nothing may wait."""
    made = make_context(tmp_path, ask, tasks)
    yield made
    for window in QApplication.topLevelWidgets():
        for timer in window.findChildren(QTimer):
            timer.stop()
    made.workspace.file.close()
