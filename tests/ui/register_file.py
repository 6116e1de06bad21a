"""A data file with an office, and what a tab is given, for tests of tables over the real thing."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from tests import quick_files
from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.offices import Office
from thidua_desktop.services.office import offices
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.ui.bus import Bus
from thidua_desktop.ui.tab import TabContext

OFFICE = Office("xã Ví Dụ", "xã", "tỉnh Ví Dụ", "UBND TỈNH VÍ DỤ", "Ví Dụ")


def make_context(folder: Path, ask, tasks) -> TabContext:
    """A new data file of the commune Ví Dụ on 5 February 2026; close ``context.workspace.file`` afterwards."""
    path = folder / "vi-du.thidua"
    quick_files.put(path, _found)
    return TabContext(_workspace(DataFile.open(path)), Bus(), ask, tasks, 2026)


def _found(path: Path) -> None:
    with closing(DataFile.create(path)) as file:
        offices.found_office(_workspace(file), OFFICE, [], 2026)


def _workspace(file: DataFile) -> Workspace:
    return Workspace(file, shipped_definitions(), lambda: date(2026, 2, 5))
