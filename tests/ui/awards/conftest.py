from __future__ import annotations

import pytest

from tests.ui.register_file import make_context


@pytest.fixture
def context(tmp_path, ask, tasks):
    made = make_context(tmp_path, ask, tasks)
    yield made
    made.workspace.file.close()
