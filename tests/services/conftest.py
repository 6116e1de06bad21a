from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests import quick_files
from tests.services.samples import PLAN
from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.offices import Office, Signer
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.services.office import offices
from thidua_desktop.services.plan import plans
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage.datafile import DataFile


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace over a data file with nothing in it."""
    with closing(DataFile.create(tmp_path / "xã Ví Dụ.thidua")) as file:
        yield _workspace(file)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    """The workspace of xã Ví Dụ after its first start, with one signer and the year 2026."""
    path = tmp_path / "xã Ví Dụ.thidua"
    quick_files.put(path, _found)
    with closing(DataFile.open(path)) as file:
        yield _workspace(file)


def _found(path: Path) -> None:
    office = Office("Ví Dụ", "xã", "tỉnh Mẫu", "UBND TỈNH MẪU", "Ví Dụ")
    signer = Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")
    with closing(DataFile.create(path)) as file:
        offices.found_office(_workspace(file), office, [signer], 2026)


def _workspace(file: DataFile) -> Workspace:
    return Workspace(file, shipped_definitions(), lambda: date(2026, 2, 5))


@pytest.fixture
def plan_id(desk: Workspace) -> int:
    """The sample plan, stored in ``desk`` with its source file."""
    return plans.store_plan(desk, PLAN, SourceFile("kế hoạch.docx", b"noi dung"))[1]
