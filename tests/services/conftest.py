from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

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
    file = DataFile.create(tmp_path / "xã Ví Dụ.thidua")
    yield Workspace(file, shipped_definitions(), lambda: date(2026, 2, 5))
    file.close()


@pytest.fixture
def desk(new: Workspace) -> Workspace:
    """The workspace of xã Ví Dụ after its first start, with one signer and the year 2026."""
    office = Office("Ví Dụ", "xã", "tỉnh Mẫu", "UBND TỈNH MẪU", "Ví Dụ")
    offices.found_office(new, office, [Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")], 2026)
    return new


@pytest.fixture
def plan_id(desk: Workspace) -> int:
    """The sample plan, stored in ``desk`` with its source file."""
    return plans.store_plan(desk, PLAN, SourceFile("kế hoạch.docx", b"noi dung"))[1]
