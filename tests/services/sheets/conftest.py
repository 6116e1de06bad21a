from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from tests.services.sheets.returning import Recipient
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.workspace import Workspace


@pytest.fixture
def farmers(desk: Workspace, plan_id: int) -> int:
    """Hội Nông dân, which the plan names, is in the year's list with its commitment."""
    desk.file.clock = lambda: datetime(2026, 2, 5, 9, 0)
    found = registrations.candidates(desk, plan_id)
    registrations.adopt(desk, plan_id, [one for one in found if one.commitments])
    return next(row.id for row in registers.page(desk, "organisations") if row.cells[0] == "Hội Nông dân")


@pytest.fixture
def youth(desk: Workspace) -> int:
    """Another organisation of the year."""
    registrations.enter_new(desk, 2026, "Đoàn xã Ví Dụ", "mặt trận, đoàn thể")
    return next(row.id for row in registers.page(desk, "organisations") if row.cells[0] == "Đoàn xã Ví Dụ")


@pytest.fixture
def recipient(desk: Workspace, farmers: int) -> Callable[..., Recipient]:
    """Who gets the form of Hội Nông dân and fills it in."""

    def make(sheet: str = "đăng ký", organisation_id: int | None = None, name: str = "phiếu.xlsx") -> Recipient:
        return Recipient.of(desk, sheet, organisation_id or farmers, name)

    return make
