from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from thidua_desktop.storage.datafile import DataFile


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    """A new data file, closed again at the end."""
    opened = DataFile.create(tmp_path / "xã Ví Dụ.thidua")
    yield opened
    opened.close()
