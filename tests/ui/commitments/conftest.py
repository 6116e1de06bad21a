from __future__ import annotations

import pytest

from tests.ui.commitments.samples import PLAN
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registration import registrations
from thidua_desktop.ui.tabs.commitments.tab import CommitmentsTab


@pytest.fixture
def plan_id(context):
    return plans.store_plan(context.workspace, PLAN, None)[1]


@pytest.fixture
def opened(context, plan_id):
    """The three organisations of the plan that commit to something are in the year's list."""
    found = registrations.candidates(context.workspace, plan_id)
    registrations.adopt(context.workspace, plan_id, [one for one in found if one.ticked])
    return context


@pytest.fixture
def make_tab(qtbot, context):
    """Builds the tab over what the data file holds by then, as the shell does."""
    made = []

    def make():
        tab = CommitmentsTab(context)
        qtbot.addWidget(tab)
        context.bus.changed.connect(tab.reload)
        tab.resize(1366, 680)
        tab.show()
        made.append(tab)
        return tab

    yield make
    for tab in made:
        context.bus.changed.disconnect(tab.reload)


@pytest.fixture
def tab(opened, make_tab):
    return make_tab()
