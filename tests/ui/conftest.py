from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

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
