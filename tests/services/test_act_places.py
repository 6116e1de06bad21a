"""Where the window is to lead when an act is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from tests.services.samples import PLAN
from thidua_desktop.domain.destinations import AWARDS, DIRECTORY, OVERVIEW, PLANS, REGISTRATION, REPORTS, Destination
from thidua_desktop.services import act_places, history
from thidua_desktop.services.awards import award_settings, nominations, rounds, year_facts
from thidua_desktop.services.office import years
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations, results
from thidua_desktop.services.reports import report_texts
from thidua_desktop.services.workspace import Workspace


def place(desk: Workspace) -> Destination:
    found = act_places.undo_place(desk)
    assert found is not None
    return found.destination


@pytest.fixture
def older(desk: Workspace) -> int:
    """A plan of 2024."""
    return plans.store_plan(desk, replace(PLAN, year=2024))[1]


def test_a_new_file_has_nothing_to_take_back(desk: Workspace) -> None:
    assert act_places.undo_place(desk) is None
    assert act_places.redo_place(desk) is None


def test_an_act_tells_its_words_and_when_it_was_done(desk: Workspace) -> None:
    desk.file.clock = lambda: datetime(2026, 2, 4, 8, 15)
    registers.add_row(desk, "people", {"full_name": "Nguyễn Văn Mẫu"})
    found = act_places.undo_place(desk)
    assert found is not None
    assert (found.at, found.text) == (datetime(2026, 2, 4, 8, 15), history.undo_text(desk))


def test_a_plan_that_was_brought_in_leads_to_the_plans_of_its_year(desk: Workspace, older: int) -> None:
    assert place(desk) == Destination(PLANS, year=2024)
    history.undo(desk)
    redo = act_places.redo_place(desk)
    assert redo is not None and redo.destination == Destination(PLANS, "plans", older, 2024)


def test_a_figure_of_a_target_leads_to_its_target(desk: Workspace, older: int) -> None:
    target = registers.page(desk, "plan_targets", scope=older)[0].id
    registers.set_cell(desk, "plan_targets", target, "values", "12 tỷ đồng")
    assert place(desk) == Destination(PLANS, "plan_targets", target, 2024)


def test_a_target_that_undo_brings_back_is_led_to_and_one_that_it_takes_leads_to_its_plan(
    desk: Workspace, older: int
) -> None:
    target = registers.page(desk, "plan_targets", scope=older)[1].id
    registers.remove_rows(desk, "plan_targets", [target])
    assert place(desk) == Destination(PLANS, "plan_targets", target, 2024)
    registers.add_row(desk, "plan_targets", {"indicator": "Trồng cây"}, scope=older)
    assert place(desk) == Destination(PLANS, "plans", older, 2024)


def test_what_an_organisation_registered_leads_to_the_organisation(desk: Workspace) -> None:
    organisation = registers.add_row(desk, "organisations", {"name": "Hội Nông dân xã"})[1]
    assert place(desk) == Destination(DIRECTORY)
    registrations.open_year(desk, 2026, [organisation])
    listed = registrations.standing(desk, 2026)[0].registration_id
    registers.add_row(desk, "registered_titles", {"subject": "Lê Văn Giả", "award": "Lao động tiên tiến"}, scope=listed)
    assert place(desk) == Destination(REGISTRATION, "organisations", organisation, 2026)


def test_a_result_leads_to_its_target_in_its_year(desk: Workspace, older: int) -> None:
    target = registers.page(desk, "plan_targets", scope=older)[0].id
    phase = registers.page(desk, "plan_phases", scope=older)[0].id
    results.set_target_result(desk, target, phase, 0, "9,5")
    assert place(desk) == Destination(REGISTRATION, "plan_targets", target, 2024)


def test_a_commitment_that_no_organisation_of_the_directory_made_leads_to_the_plan(desk: Workspace, older: int) -> None:
    made = registers.page(desk, "commitments", scope=older)[0].id
    registers.set_cell(desk, "commitments", made, "quote", "Trồng 6 ha rừng")
    assert place(desk) == Destination(PLANS, "commitments", made, 2024)


def test_a_nomination_leads_to_itself_and_one_that_goes_to_its_round(desk: Workspace) -> None:
    years.add_year(desk, 2025)
    held = rounds.add_round(desk, 2025, "Xét cuối năm")[1]
    row = {"subject": "Nguyễn Văn Mẫu", "award": "Lao động tiên tiến"}
    made = nominations.add_row(desk, "nominations", row, scope=held)[1]
    assert place(desk) == Destination(AWARDS, "rounds", held, 2025)
    nominations.set_cell(desk, "nominations", made, "merit", "Hoàn thành tốt")
    assert place(desk) == Destination(AWARDS, "nominations", made, 2025)


def _evaluate(desk: Workspace) -> None:
    somebody = registers.add_row(desk, "people", {"full_name": "Trần Thị Thí"})[1]
    year_facts.set_person_year(desk, somebody, 2023, "evaluation", "hoàn thành tốt nhiệm vụ")


def _report(desk: Workspace) -> None:
    report_texts.set_text(desk, "report", 2025, "direction", "Làm tốt hơn")


def _setting(desk: Workspace) -> None:
    award_settings.set_setting(desk, "registration_required", "không")


@pytest.mark.parametrize(
    ("act", "leads"),
    [
        (_evaluate, Destination(AWARDS)),  # the years of a person stand in one list
        (_report, Destination(REPORTS, "report", 0, 2025)),
        (_setting, Destination(AWARDS)),
    ],
)
def test_other_acts(desk: Workspace, act: Callable[[Workspace], None], leads: Destination) -> None:
    act(desk)
    assert place(desk) == leads


def test_a_tab_shows_its_own_rows_and_any_tab_what_is_nowhere_shown(desk: Workspace) -> None:
    assert act_places.shows(PLANS, frozenset({"plan_targets"}))
    assert not act_places.shows(OVERVIEW, frozenset({"plan_targets"}))
    assert act_places.shows(AWARDS, frozenset({"people", "nominations"}))
    assert years.add_year(desk, 2027).kinds == {"years"}
    assert act_places.shows(OVERVIEW, frozenset({"years"}))


def test_every_table_that_acts_change_has_a_tab(desk: Workspace) -> None:
    nowhere = {kind for kind in desk.file.tables() if act_places.shows(OVERVIEW, frozenset({kind}))}
    assert nowhere == {"attachments", "years"}
