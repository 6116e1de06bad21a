"""Every line of the first page and every find of the search leads to its record in the real window."""

from __future__ import annotations

import pytest

from tests.services.samples import PLAN
from thidua_desktop.domain.destinations import REGISTRATION, Destination
from thidua_desktop.services import history, search
from thidua_desktop.services.awards import rounds
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.reports.overview import overview
from thidua_desktop.storage import records
from thidua_desktop.ui.shell.window import ShellWindow


@pytest.fixture
def real(qtbot, desk, ask, remembered, data_path):
    """The real window on a year with a plan, a registration, a round with a nominee, and an award of another year."""
    made = ShellWindow(desk, ask, remembered)
    qtbot.addWidget(made)
    made.show()
    made.opening.open(data_path)
    workspace = made.context.workspace
    plan_id = plans.store_plan(workspace, PLAN)[1]
    registrations.adopt(workspace, plan_id, registrations.candidates(workspace, plan_id))
    held = rounds.add_round(workspace, 2026, "Xét cuối năm")[1]
    given = {"subject": "Nguyễn Văn Mẫu", "award": "Lao động tiên tiến"}
    listed = registrations.standing(workspace, 2026)[0].registration_id
    registers.add_row(workspace, "registered_titles", given, scope=listed)
    registers.add_row(workspace, "people", {"full_name": "Nguyễn Văn Mẫu"})
    with workspace.file.act("Thêm đề nghị và khen thưởng"):
        records.insert(workspace.file, "nominations", {"round_id": held, "state": "đề nghị", **given})
        records.insert(workspace.file, "awards", {"year": 2024, "level": "xã", **given})
    qtbot.waitUntil(lambda: made.tasks.is_idle)
    yield made
    made.close()


def test_every_line_of_the_first_page_leads_to_its_tab(real):
    found = overview(real.context.workspace, 2026)
    before = history.undo_text(real.context.workspace)
    steps = [step.destination for step in found.steps]
    lines = [line.destination for line in (*found.due, *found.waiting, *found.short, *found.awards)]
    assert len(lines) > 4
    for destination in (*steps, *lines):
        real.show_tab(0)
        real.go_to(destination)
        assert real.pages.number == destination.tab
    assert history.undo_text(real.context.workspace) == before


@pytest.mark.parametrize("words", ["mẫu", "hội nông dân", "thuế", "phát động", "văn hóa", "thi đua"])
def test_every_find_leads_to_its_tab(real, words):
    hits = [hit for group in search.search(real.context.workspace, words) for hit in group.hits]
    assert hits
    for hit in hits:
        real.go_to(hit.destination)
        assert real.pages.number == hit.destination.tab


@pytest.mark.parametrize("tab", range(6))
def test_a_place_that_is_gone_leaves_the_tab_as_it_stands(real, tab):
    for kind in ("plan_targets", "organisations", "nominations", "awards", "rounds", "people", "unknown"):
        real.go_to(Destination(tab, kind, 999))
        assert real.pages.number == tab


def test_a_year_that_may_not_be_left_is_not_left(real, monkeypatch):
    monkeypatch.setattr(real.pages, "may_turn", lambda: False)
    real.go_to(Destination(REGISTRATION, "", 0, 2024))
    assert (real.context.year, real.pages.number) == (2026, 0)
