"""Xếp loại, kỷ luật and số tháng of many nominees, set at once."""

from __future__ import annotations

import pytest

from tests.services.award_year import CERTIFICATE, FARMERS, SCHOOL, body, nominate, person, settle
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.services import history
from thidua_desktop.services.awards import evaluating, year_facts
from thidua_desktop.services.workspace import Workspace

GOOD, BEST = "hoàn thành tốt nhiệm vụ", "hoàn thành xuất sắc nhiệm vụ"
ADVANCED = "Lao động tiên tiến"


@pytest.fixture
def ids(desk: Workspace) -> list[int]:
    """Two people of the directory, one of them for two awards, a collective, a household and a stranger."""
    round_id = settle(desk)
    return [
        nominate(desk, round_id, "Lê Văn Giả", ADVANCED),
        nominate(desk, round_id, "Lê Văn Giả", CERTIFICATE, subject_kind="cá nhân"),
        nominate(desk, round_id, "Trần Thị Thí", ADVANCED),
        nominate(desk, round_id, SCHOOL, "Tập thể lao động tiên tiến"),
        nominate(desk, round_id, "Hộ ông Phạm Văn Thử", CERTIFICATE, subject_kind="hộ gia đình"),
        nominate(desk, round_id, "Đỗ Văn Lạ", ADVANCED),
    ]


def facts(desk: Workspace, name: str) -> tuple[str, ...]:
    cells = year_facts.person_year(desk, person(desk, name), 2026)
    return tuple(cells.get(key, "chưa có") for key in ("evaluation", "discipline", "months_worked", "note"))


def test_everybody_once_and_those_without_facts_by_name(desk: Workspace, ids: list[int]) -> None:
    of = evaluating.evaluated(desk, ids)
    assert of.people == ((person(desk, "Lê Văn Giả"), 2026), (person(desk, "Trần Thị Thí"), 2026))
    assert of.bodies == ((body(desk, SCHOOL), 2026),)
    assert of.left == ("Hộ ông Phạm Văn Thử", "Đỗ Văn Lạ")


def test_what_is_named_is_stored_for_all_and_undone_at_once(desk: Workspace, ids: list[int]) -> None:
    year_facts.set_person_year(desk, person(desk, "Lê Văn Giả"), 2026, "note", "có đề tài")
    year_facts.set_person_year(desk, person(desk, "Lê Văn Giả"), 2026, "months_worked", "11")
    year_facts.set_person_year(desk, person(desk, "Lê Văn Giả"), 2026, "discipline", "khiển trách")
    of = evaluating.evaluated(desk, ids)
    evaluating.evaluate(desk, of, {"evaluation": GOOD, "discipline": "không"}, {"evaluation": BEST})
    assert facts(desk, "Lê Văn Giả") == (GOOD, "không", "11", "có đề tài")
    assert facts(desk, "Trần Thị Thí") == (GOOD, "không", "", "")
    assert year_facts.organisation_year(desk, body(desk, SCHOOL), 2026)["evaluation"] == BEST
    history.undo(desk)
    assert facts(desk, "Lê Văn Giả") == ("", "khiển trách", "11", "có đề tài")
    assert not year_facts.person_year(desk, person(desk, "Trần Thị Thí"), 2026)
    assert not year_facts.organisation_year(desk, body(desk, SCHOOL), 2026)


def test_only_the_people_when_nothing_is_said_of_collectives(desk: Workspace, ids: list[int]) -> None:
    evaluating.evaluate(desk, evaluating.evaluated(desk, ids), {"months_worked": "12"}, {})
    assert facts(desk, "Trần Thị Thí") == ("", "không", "12", "")
    assert not year_facts.organisation_year(desk, body(desk, SCHOOL), 2026)
    assert not year_facts.organisation_year(desk, body(desk, FARMERS), 2026)


def test_months_in_letters_are_refused_and_nothing_is_stored(desk: Workspace, ids: list[int]) -> None:
    with pytest.raises(BadInput, match="không phải là số nguyên"):
        evaluating.evaluate(desk, evaluating.evaluated(desk, ids), {"evaluation": GOOD, "months_worked": "đủ"}, {})
    assert not year_facts.person_year(desk, person(desk, "Trần Thị Thí"), 2026)
