from __future__ import annotations

import pytest

from tests.services.year_samples import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitments
from thidua_desktop.services.registration.commitments import Commitment, NoPlan
from thidua_desktop.services.workspace import Workspace

YEAR = 2026


@pytest.fixture
def farmers(desk: Workspace) -> int:
    """The farmers' association, an organisation of the directory."""
    return registers.add_row(desk, "organisations", {"name": "Hội Nông dân xã Ví Dụ"})[1]


@pytest.fixture
def stored_plan(desk: Workspace) -> int:
    return plans.store_plan(desk, PLAN)[1]


def only(desk: Workspace, organisation_id: int) -> Commitment:
    (found,) = commitments.of_year(desk, YEAR, organisation_id)
    return found


def test_a_commitment_is_added_to_the_plan_of_its_target(desk: Workspace, farmers: int, stored_plan: int) -> None:
    target = commitments.targets(desk, YEAR)[0]
    plans.store_plan(desk, plans.blank_plan(desk, YEAR))
    _, row_id = commitments.add(desk, YEAR, farmers, "Cải tạo 15 vườn", "15 hộ", target_id=target.id)
    added = only(desk, farmers)
    assert (added.id, added.plan_id, added.organisation, added.target) == (
        row_id,
        stored_plan,
        "Hội Nông dân xã Ví Dụ",
        "Cải tạo vườn tạp",
    )
    assert [(value.value, value.unit) for value in added.values] == [(15, "hộ")]
    assert history.undo_text(desk) == "Thêm cam kết của Hội Nông dân xã Ví Dụ"
    history.undo(desk)
    assert commitments.of_year(desk, YEAR, farmers) == ()


def test_a_year_without_a_plan_says_what_to_do(desk: Workspace, farmers: int) -> None:
    with pytest.raises(NoPlan) as caught:
        commitments.add(desk, YEAR, farmers, "Cải tạo 15 vườn", "15 hộ")
    assert caught.value.happened.startswith("Năm 2026 chưa có kế hoạch nên chưa ghi được cam kết")
    assert "Lập hoặc nhập kế hoạch" in caught.value.advice


def test_figures_that_are_none_are_refused(desk: Workspace, farmers: int, stored_plan: int) -> None:
    with pytest.raises(BadInput, match="không đọc được thành số"):
        commitments.add(desk, YEAR, farmers, "Cải tạo vườn", "6/6 vườn")
    assert commitments.of_year(desk, YEAR, farmers) == ()


def test_words_figures_and_target_are_edited_and_undone(desk: Workspace, farmers: int, stored_plan: int) -> None:
    _, row_id = commitments.add(desk, YEAR, farmers, "Cải tạo vườn", "15 hộ")
    targets = commitments.targets(desk, YEAR)
    before = only(desk, farmers)
    commitments.set_text(desk, row_id, "Cải tạo vườn tạp")
    commitments.set_values(desk, row_id, "≥ 20 hộ")
    commitments.link(desk, row_id, targets[0].id)
    after = only(desk, farmers)
    assert (after.quote, after.values[0].value, after.target) == ("Cải tạo vườn tạp", 20, "Cải tạo vườn tạp")
    commitments.link(desk, row_id, None)
    assert only(desk, farmers).target_id is None
    for _ in range(4):
        history.undo(desk)
    assert only(desk, farmers) == before
    commitments.remove(desk, [row_id])
    assert commitments.of_year(desk, YEAR, farmers) == ()
    history.undo(desk)
    assert only(desk, farmers) == before


def test_a_number_typed_alone_keeps_the_unit(desk: Workspace, farmers: int, stored_plan: int) -> None:
    _, row_id = commitments.add(desk, YEAR, farmers, "Cải tạo vườn", "15 hộ")
    commitments.set_values(desk, row_id, "20")
    assert [(one.value, one.unit) for one in only(desk, farmers).values] == [(20, "hộ")]


def test_a_target_of_another_plan_is_refused(desk: Workspace, farmers: int, stored_plan: int) -> None:
    _, other = plans.store_plan(desk, plans.blank_plan(desk, YEAR))
    _, row_id = commitments.add(desk, YEAR, farmers, "Cải tạo vườn", plan_id=other)
    with pytest.raises(KnownError, match="thuộc kế hoạch khác"):
        commitments.link(desk, row_id, commitments.targets(desk, YEAR)[0].id)


@pytest.mark.parametrize(
    ("typed", "linked"),
    [("Hội ND", True), ("HỘI NÔNG DÂN XÃ VÍ DỤ", True), ("Hội Nông dân thôn 3", False), ("Hội khác", False)],
)
def test_the_organisation_follows_the_text_typed_in_the_plan(
    desk: Workspace, farmers: int, stored_plan: int, typed: str, linked: bool
) -> None:
    row_id = registers.page(desk, "commitments", scope=stored_plan)[0].id
    registers.set_cell(desk, "commitments", row_id, "organisation", typed)
    assert [one.id for one in commitments.of_year(desk, YEAR, farmers)] == ([row_id] if linked else [])
    registers.set_cell(desk, "commitments", row_id, "organisation", "Hội không có")
    assert commitments.of_year(desk, YEAR, farmers) == ()
    history.undo(desk)
    assert bool(commitments.of_year(desk, YEAR, farmers)) is linked


def test_a_row_typed_or_pasted_in_the_plan_finds_its_organisation(
    desk: Workspace, farmers: int, stored_plan: int
) -> None:
    registers.add_row(desk, "commitments", {"organisation": "Hội Nông dân"}, scope=stored_plan)
    block = [["Hội ND", "Một"], ["Hội không có", "Hai"]]
    registers.paste_rows(desk, "commitments", ("organisation", "quote"), block, scope=stored_plan)
    assert [one.organisation for one in commitments.of_year(desk, YEAR, farmers)] == ["Hội Nông dân", "Hội ND"]


def test_targets_are_proposed_for_a_commitment(desk: Workspace, farmers: int, stored_plan: int) -> None:
    _, row_id = commitments.add(desk, YEAR, farmers, "Giúp hội viên cải tạo vườn tạp", "15 hộ")
    assert commitments.suggestions(desk, row_id)[0].indicator == "Cải tạo vườn tạp"
