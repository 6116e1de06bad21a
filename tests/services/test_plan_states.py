"""A plan on its way to be issued, frozen afterwards, and amended by a new version."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from tests.services.year_samples import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import PartialDate, PlanState, SourceFile
from thidua_desktop.domain.plan.states import DRAFT, ISSUED, OPINIONS, SIGNING, before, following
from thidua_desktop.services import history, search
from thidua_desktop.services.plan import plans, states, versions
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitments, registrations, result_sheets, results
from thidua_desktop.services.reports import overview, reports
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

YEAR = 2026
PDF = SourceFile("bản ký.pdf", b"%PDF-1.7 scan")


@pytest.fixture
def issued(desk: Workspace, plan_id: int) -> int:
    """The sample plan, issued as number 15 on 5 February 2026."""
    states.issue(desk, plan_id, "15", "05/02/2026", PDF)
    return plan_id


@pytest.mark.parametrize(
    ("state", "on", "back"),
    [
        (DRAFT, (OPINIONS, SIGNING), None),
        (OPINIONS, (SIGNING,), DRAFT),
        (SIGNING, (), OPINIONS),
        (ISSUED, (), SIGNING),
    ],
)
def test_the_way_of_a_plan(state: PlanState, on: tuple[PlanState, ...], back: PlanState | None) -> None:
    assert (following(state), before(state)) == (on, back)


def test_a_plan_goes_on_and_one_state_back(desk: Workspace, plan_id: int) -> None:
    for state in (OPINIONS, SIGNING, OPINIONS, DRAFT, SIGNING):
        states.set_state(desk, plan_id, state)
        assert plans.plan(desk, plan_id).state == state
    with pytest.raises(ValueError, match="to bản thảo"):
        states.set_state(desk, plan_id, DRAFT)
    history.undo(desk)
    assert plans.plan(desk, plan_id).state == DRAFT


def test_issuing_gives_number_day_and_scan_in_one_act(desk: Workspace, issued: int) -> None:
    plan = plans.plan(desk, issued)
    assert (plan.state, plan.number, plan.date) == (ISSUED, 15, PartialDate(5, 2, 2026))
    assert states.scan(desk, issued) == PDF
    assert history.undo_text(desk) == "Ban hành kế hoạch số 15/KH-UBND"
    history.undo(desk)
    assert plans.plan(desk, issued).number is None
    assert states.scan_name(desk, issued) == ""


@pytest.mark.parametrize(
    ("number", "day", "said"),
    [
        ("", "05/02/2026", "Chưa ghi số"),
        ("15", "", "Chưa ghi ngày ban hành"),
        ("mười lăm", "05/02/2026", "không dùng được làm số"),
        ("15", "30/02/2026", "không phải là ngày"),
        ("15", "hôm nay", "không phải là ngày"),
    ],
)
def test_without_a_number_and_a_day_nothing_is_issued(
    desk: Workspace, plan_id: int, number: str, day: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        states.issue(desk, plan_id, number, day)
    assert plans.plan(desk, plan_id).state == DRAFT


@pytest.mark.parametrize("content", [b"%PDF-1.4", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n", b"PK\x03\x04 docx"])
def test_a_scan_may_come_later_and_be_changed(desk: Workspace, issued: int, content: bytes) -> None:
    states.attach_scan(desk, issued, SourceFile("ký.bin", content))
    found = states.scan(desk, issued)
    assert found is not None and found.content == content
    states.remove_scan(desk, issued)
    assert states.scan(desk, issued) is None
    history.undo(desk)
    assert states.scan_name(desk, issued) == "ký.bin"


def test_a_scan_of_another_kind_is_refused(desk: Workspace, plan_id: int) -> None:
    with pytest.raises(KnownError, match="không phải là bản chụp"):
        states.issue(desk, plan_id, "15", "05/02/2026", SourceFile("virus.exe", b"MZ"))
    with pytest.raises(KnownError, match="lớn hơn 30 MB"):
        states.attach_scan(desk, plan_id, SourceFile("to.pdf", b"%PDF" + bytes(31 * 2**20)))
    assert plans.plan(desk, plan_id).state == DRAFT


def test_issuing_can_be_taken_back_while_there_is_no_newer_version(desk: Workspace, issued: int) -> None:
    states.withdraw(desk, issued)
    assert (plans.plan(desk, issued).state, plans.plan(desk, issued).number) == (SIGNING, 15)
    plans.set_plan_field(desk, issued, "title", "Phát động thi đua")
    states.issue(desk, issued, "16", "06/02/2026")
    versions.begin_amendment(desk, issued)
    with pytest.raises(KnownError, match="đã có bản sửa đổi nên không rút lại được"):
        states.withdraw(desk, issued)


def test_what_is_not_issued_needs_no_new_version(desk: Workspace, plan_id: int) -> None:
    with pytest.raises(KnownError, match="chưa ban hành nên chưa cần bản sửa đổi"):
        versions.begin_amendment(desk, plan_id)
    with pytest.raises(KnownError, match="chưa ban hành"):
        states.withdraw(desk, plan_id)


# A new version


def test_a_new_version_says_the_same_without_number_and_day(desk: Workspace, issued: int) -> None:
    _, second = versions.begin_amendment(desk, issued)
    plan = plans.plan(desk, second)
    assert (plan.state, plan.amends, plan.number, plan.date) == (DRAFT, issued, None, PartialDate())
    fields = {one.title for one in versions.compare_plans(desk, issued, second).differences}
    assert fields == {"Số", "Ngày ban hành"}
    plans.set_plan_field(desk, second, "title", "Sửa được")
    with pytest.raises(versions.AmendmentOpen) as error:
        versions.begin_amendment(desk, issued)
    assert error.value.plan_id == second
    assert [one.id for one in versions.amendments(desk, issued)] == [second]


def test_the_plan_of_the_year_is_the_issued_one_until_its_amendment_is_issued(desk: Workspace, issued: int) -> None:
    _, other = plans.store_plan(desk, replace(PLAN, title="Đợt cao điểm"))
    assert _of_year(desk) == issued
    _, second = versions.begin_amendment(desk, issued)
    assert _of_year(desk) == issued
    assert [one.id for one in plans.counting_plans(desk, YEAR)] == [issued, other]
    states.issue(desk, second, "20", "01/03/2026")
    assert _of_year(desk) == second
    assert [one.id for one in plans.counting_plans(desk, YEAR)] == [other, second]
    states.withdraw(desk, second)
    assert _of_year(desk) == issued


def _of_year(desk: Workspace) -> int:
    found = plans.plan_of_year(desk, YEAR)
    assert found is not None
    return found.id


@pytest.fixture
def amended(desk: Workspace) -> tuple[int, int]:
    """A plan with organisations and results, issued, and a draft of its new version."""
    _, first = plans.store_plan(desk, PLAN)
    registrations.adopt(desk, first, [one for one in registrations.candidates(desk, first) if one.ticked])
    states.issue(desk, first, "15", "05/02/2026")
    plan = plans.plan(desk, first)
    farmers = next(one for one in plan.commitments if one.organisation == "Hội Nông dân")
    results.set_commitment_result(desk, farmers.id, plan.phases[0].id, 0, "20 hộ")
    results.set_target_result(desk, plan.targets[1].id, plan.phases[0].id, 0, "96")
    return first, versions.begin_amendment(desk, first)[1]


def _shown(desk: Workspace) -> dict[str, str]:
    rows = (*result_sheets.target_sheet(desk, YEAR).rows, *result_sheets.commitment_sheet(desk, YEAR).rows)
    return {row.name: row.cells[0].text for row in rows if row.cells and row.cells[0].text and row.owner_id}


def test_results_follow_to_the_issued_version_and_back(desk: Workspace, amended: tuple[int, int]) -> None:
    before, counted = _shown(desk), len(result_sheets.target_sheet(desk, YEAR).rows)
    assert before["Cải tạo vườn tạp 41 hộ"] == "20"
    carried = states.issue(desk, amended[1], "20", "01/03/2026").carried
    assert carried == (2, 0)
    assert _shown(desk) == before
    assert len(result_sheets.target_sheet(desk, YEAR).rows) == counted
    states.withdraw(desk, amended[1])
    assert _shown(desk) == before
    history.undo(desk)
    history.undo(desk)
    assert _shown(desk) == before


def test_what_was_registered_since_goes_along(desk: Workspace, amended: tuple[int, int]) -> None:
    first, second = amended
    one = plans.plan(desk, first)
    organisation = next(
        row["organisation_id"] for row in records.page(desk.file, "commitments") if row["organisation_id"]
    )
    _, row_id = commitments.add(
        desk, YEAR, int(organisation or 0), "Làm thêm 2 km đường", "2 km", target_id=one.targets[0].id
    )
    registers.set_cell(desk, "plan_tasks", one.tasks[0].id, "done_on", "01/06/2026")
    states.issue(desk, second, "20", "01/03/2026")
    plan = plans.plan(desk, second)
    (late,) = (found for found in plan.commitments if found.id == row_id)
    assert late.target is not None and plan.targets[late.target].indicator == "Cải tạo vườn tạp"
    assert plan.tasks[0].done_on == "2026-06-01"
    linked = [row["organisation_id"] for row in records.page(desk.file, "commitments", where={"plan_id": second})]
    assert (
        linked.count(None)
        == [row["organisation_id"] for row in records.page(desk.file, "commitments")].count(None) // 2
    )


def test_a_result_whose_target_is_gone_stays_with_the_version_before(desk: Workspace, amended: tuple[int, int]) -> None:
    first, second = amended
    registers.remove_rows(desk, "plan_targets", [plans.plan(desk, second).targets[1].id])
    assert states.issue(desk, second, "20", "01/03/2026").carried == (1, 1)
    target = plans.plan(desk, first).targets[1].id
    assert records.count(desk.file, "target_results", where={"target_id": target}) == 1


def test_a_second_amendment_beside_an_issued_one_has_no_place(desk: Workspace, amended: tuple[int, int]) -> None:
    first, second = amended
    states.issue(desk, second, "20", "01/03/2026")
    third = versions.begin_amendment(desk, second)[1]
    states.issue(desk, third, "25", "01/04/2026")
    assert [one.id for one in versions.amendments(desk, second)] == [third]
    rival = replace(plans.plan(desk, first), state="bản thảo", amends=first)
    _, rival_id = plans.store_plan(desk, rival)
    with pytest.raises(KnownError, match="Đã có một bản sửa đổi khác"):
        states.issue(desk, rival_id, "30", "01/05/2026")


def test_reports_and_the_overview_are_about_the_version_that_counts(desk: Workspace, amended: tuple[int, int]) -> None:
    assert (reports.gather(desk, YEAR).plan or PLAN).id == amended[0]
    of_draft = reports.gather(desk, YEAR, plan_id=amended[1])
    assert len(of_draft.targets) == len(reports.gather(desk, YEAR).targets)
    states.issue(desk, amended[1], "20", "01/03/2026")
    facts = reports.gather(desk, YEAR)
    assert (facts.plan or PLAN).id == amended[1]
    assert len(facts.targets) == len(result_sheets.target_sheet(desk, YEAR).rows)
    step = overview.overview(desk, YEAR).steps[0]
    assert step.destination.id == amended[1] and "2 kế hoạch" not in step.words


def test_a_search_finds_each_thing_of_several_versions_once(desk: Workspace, amended: tuple[int, int]) -> None:
    def found() -> list[int]:
        groups = {one.title: one.hits for one in search.search(desk, "cải tạo vườn tạp")}
        return [hit.destination.id for hit in groups["Chỉ tiêu"]]

    assert found() == [plans.plan(desk, amended[0]).targets[0].id]
    states.issue(desk, amended[1], "20", "01/03/2026")
    assert found() == [plans.plan(desk, amended[1]).targets[0].id]


def test_every_state_is_known() -> None:
    assert get_args(PlanState) == (DRAFT, OPINIONS, SIGNING, ISSUED)
