"""A data file with an office, and what a tab is given, for tests of tables over the real thing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from thidua_desktop.definitions import load_definitions
from thidua_desktop.domain.offices import Office
from thidua_desktop.services.office import offices
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage.datafile import DataFile
from thidua_desktop.ui.bus import Bus
from thidua_desktop.ui.tab import TabContext

ROOT = Path(__file__).resolve().parents[2]
OFFICE = Office("xã Ví Dụ", "xã", "tỉnh Ví Dụ", "UBND TỈNH VÍ DỤ", "Ví Dụ")


def make_context(folder: Path, ask, tasks) -> TabContext:
    """A new data file of the commune Ví Dụ on 5 February 2026; close ``context.workspace.file`` afterwards."""
    file = DataFile.create(folder / "vi-du.thidua")
    workspace = Workspace(file, load_definitions(ROOT / "resources", ROOT / "forms"), lambda: date(2026, 2, 5))
    offices.found_office(workspace, OFFICE, [], 2026)
    return TabContext(workspace, Bus(), ask, tasks, 2026)
