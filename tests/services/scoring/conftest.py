from __future__ import annotations

import pytest

from tests.ui.commitments.samples import PLAN
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.scoring import sets
from thidua_desktop.services.workspace import Workspace


@pytest.fixture
def year(desk: Workspace) -> Workspace:
    """Three organisations of the plan are in the list of 2026; two phases, due on 25/06 and 30/11."""
    plan_id = plans.store_plan(desk, PLAN, None)[1]
    found = registrations.candidates(desk, plan_id)
    registrations.adopt(desk, plan_id, [one for one in found if one.ticked])
    return desk


@pytest.fixture
def set_id(year: Workspace) -> int:
    """The set of 2026, from the example that ships."""
    return sets.add_example(year, 2026)[1]
