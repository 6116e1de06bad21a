from __future__ import annotations

import shutil

import pytest

from tests.ui.directory.editing import FORM, PAPER, open_form
from thidua_desktop.ui.tabs.directory import DirectoryTab


@pytest.fixture
def editor_tab(qtbot, context, tmp_path):
    definitions = context.workspace.definitions
    shutil.copytree(definitions.forms, tmp_path / "forms")
    (tmp_path / "forms" / f"{PAPER}.toml").write_text(FORM, encoding="utf-8")
    definitions.forms = tmp_path / "forms"
    made = DirectoryTab(context)
    qtbot.addWidget(made)
    context.bus.changed.connect(made.reload)
    made.resize(1366, 650)
    made.show_page("forms")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    context.bus.changed.disconnect(made.reload)
    made.hide()


@pytest.fixture
def editor(editor_tab):
    return open_form(editor_tab.page, PAPER)
