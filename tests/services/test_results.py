from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.services.year_samples import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.figures.values import parse_values
from thidua_desktop.domain.plan.plans import PlanCommitment, Target
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitments, registrations, result_sheets, results
from thidua_desktop.services.registration.result_sheets import ResultRow, commitment_sheet, target_sheet
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

YEAR = 2026


@pytest.fixture
def year(desk: Workspace) -> Workspace:
    """The sample plan, its organisations taken into the year's list."""
    _, plan_id = plans.store_plan(desk, PLAN)
    registrations.adopt(desk, plan_id, [one for one in registrations.candidates(desk, plan_id) if one.ticked])
    return desk


def row_of(desk: Workspace, name: str, figure: int = 0, on: date | None = None) -> ResultRow:
    rows = target_sheet(desk, YEAR, on).rows + commitment_sheet(desk, YEAR, on=on).rows
    return next(row for row in rows if (row.name, row.figure) == (name, figure))


GARDENS, INSURANCE = "Cải tạo vườn tạp", "Tỷ lệ bao phủ BHYT"
FARMERS, WOMEN = 2, 3  # commitments
FIRST, SECOND = 1, 2  # phases


def test_results_are_entered_phase_by_phase_and_the_latest_counts(year: Workspace) -> None:
    results.set_commitment_result(year, FARMERS, FIRST, 0, "20 hộ")
    row = row_of(year, "Cải tạo vườn tạp 41 hộ")
    assert [cell.text for cell in row.cells] == ["20", ""]
    assert (row.achieved_text, row.status, row.cells[0].reported_on) == ("20", "chưa đạt", "2026-02-05")
    results.set_commitment_result(year, FARMERS, SECOND, 0, "45")
    row = row_of(year, "Cải tạo vườn tạp 41 hộ")
    assert (row.achieved_text, row.status, round(row.percent or 0, 1)) == ("45", "vượt", 109.8)
    assert row.organisation == "Hội Nông dân" and row.target == GARDENS


def test_where_the_table_says_that_less_is_better_less_has_done_it(year: Workspace) -> None:
    target = next(one for one in plans.plan(year, 1).targets if one.indicator == GARDENS)
    results.set_target_result(year, target.id, SECOND, 0, "30")
    assert row_of(year, GARDENS).status == "chưa đạt"
    registers.set_cell(year, "plan_targets", target.id, "direction", "thấp hơn là tốt")
    assert row_of(year, GARDENS).status == "vượt"


def test_where_the_table_says_nothing_the_name_of_the_target_does(year: Workspace) -> None:
    target = next(one for one in plans.plan(year, 1).targets if one.indicator == GARDENS)
    registers.set_cell(year, "plan_targets", target.id, "indicator", "Tỷ lệ hộ cận nghèo")
    registers.set_cell(year, "plan_targets", target.id, "values", "0,78%")
    results.set_target_result(year, target.id, SECOND, 0, "0,7")
    assert row_of(year, "Tỷ lệ hộ cận nghèo").status == "vượt"


@pytest.mark.parametrize(
    ("typed", "shown", "status"),
    [
        ("đạt", "đạt", "đạt"),
        ("chưa đạt", "chưa đạt", "chưa đạt"),
        ("90", "đạt", "đạt"),
        ("30", "chưa đạt", "chưa đạt"),
    ],
)
def test_where_the_table_says_yes_or_no_a_figure_is_reached_or_not(
    year: Workspace, typed: str, shown: str, status: str
) -> None:
    target = next(one for one in plans.plan(year, 1).targets if one.indicator == GARDENS)
    given = row_of(year, GARDENS).planned_text
    registers.set_cell(year, "plan_targets", target.id, "direction", "có / không")
    results.set_target_result(year, target.id, SECOND, 0, typed)
    row = row_of(year, GARDENS)
    assert (row.planned_text, row.achieved_text, row.status, row.percent) == (given, shown, status, None)
    assert row.cells[-1].text == shown


def test_a_target_adds_up_its_commitments_until_it_has_its_own_result(year: Workspace) -> None:
    results.set_commitment_result(year, FARMERS, FIRST, 0, "20")
    results.set_commitment_result(year, WOMEN, FIRST, 0, "5")
    results.set_commitment_result(year, WOMEN, SECOND, 0, "12")
    row = row_of(year, GARDENS)
    assert row.committed == 61
    assert row.committed_by == ("Hội Nông dân", "Hội LHPN", "Hội CCB")
    # the farmers said no more in the second phase: their 20 stay, counted from the beginning of the year
    assert [(cell.text, cell.origin) for cell in row.cells] == [
        ("25", "cộng từ các đơn vị"),
        ("32", "cộng từ các đơn vị"),
    ]
    assert (row.achieved, row.origin, row.status) == (32, "cộng từ các đơn vị", "chưa đạt")
    results.set_target_result(year, row.owner_id, SECOND, 0, "60")
    row = row_of(year, GARDENS)
    assert (row.achieved, row.origin, row.status) == (60, "", "đạt")
    results.set_target_result(year, row.owner_id, SECOND, 0, "")
    assert row_of(year, GARDENS).origin


def test_a_rate_is_not_added_up_and_levels_share_one_result(year: Workspace) -> None:
    target_id = row_of(year, INSURANCE).owner_id
    commitments.add(year, YEAR, WOMEN, "Vận động 97% hộ có BHYT", "97%", target_id=target_id)
    results.set_commitment_result(year, 1, FIRST, 0, "96%")
    row = row_of(year, INSURANCE)
    assert (row.achieved, row.committed, row.assigned_by, row.planned_text) == (None, 97, "tỉnh", "95%")
    results.set_target_result(year, row.owner_id, FIRST, 1, "96")
    levels = [row_of(year, INSURANCE, figure) for figure in (0, 1)]
    assert [(one.assigned_by, one.achieved, one.status) for one in levels] == [
        ("tỉnh", 96, "vượt"),
        ("HĐND xã", 96, "chưa đạt"),
    ]
    assert records.count(year.file, "target_results") == 1


def test_a_rate_that_one_organisation_commits_to_is_its_figure(year: Workspace) -> None:
    linked = next(row for row in commitment_sheet(year, YEAR).rows if row.target == INSURANCE)
    results.set_commitment_result(year, linked.owner_id, FIRST, 0, "96,5%")
    levels = [row_of(year, INSURANCE, figure) for figure in (0, 1)]
    assert [(one.achieved, one.status) for one in levels] == [(96.5, "vượt"), (96.5, "chưa đạt")]
    assert levels[0].origin == f"theo báo cáo của {linked.organisation}"
    results.set_target_result(year, levels[0].owner_id, FIRST, 0, "97")
    assert [(one.achieved, one.origin) for one in (row_of(year, INSURANCE),)] == [(97, "")]


def test_what_has_no_figure_is_reached_or_not(year: Workspace) -> None:
    row = row_of(year, "Mô hình dân cư")
    results.set_target_result(year, row.owner_id, FIRST, 0, "chưa")
    assert row_of(year, "Mô hình dân cư").achieved_text == "chưa đạt"
    results.set_target_result(year, row.owner_id, SECOND, 0, "đạt")
    row = row_of(year, "Mô hình dân cư")
    assert (row.achieved_text, row.percent, row.status) == ("đạt", None, "đạt")


def test_deadlines_are_seen_from_the_day(year: Workspace) -> None:
    assert row_of(year, GARDENS).status == "chưa báo cáo"
    assert row_of(year, GARDENS, on=date(2026, 6, 26)).status == "quá hạn"


def test_figures_as_text_are_refused_and_nothing_changes(year: Workspace) -> None:
    before = history.undo_text(year)
    with pytest.raises(BadInput, match="“khoảng năm nhà” chưa phải là một con số"):
        results.set_commitment_result(year, FARMERS, FIRST, 0, "khoảng năm nhà")
    assert history.undo_text(year) == before
    results.set_note(year, "commitments", FARMERS, FIRST, 0, "khoảng năm nhà")
    cell = row_of(year, "Cải tạo vườn tạp 41 hộ").cells[0]
    assert (cell.note, cell.value, cell.reported_on) == ("khoảng năm nhà", None, None)


def test_a_phase_of_another_plan_is_refused(year: Workspace) -> None:
    _, other = plans.store_plan(year, plans.blank_plan(year, YEAR))
    results.ensure_phases(year, [other])
    first = registers.page(year, "plan_phases", scope=other)[0].id
    with pytest.raises(KnownError, match="không thuộc kế hoạch"):
        results.set_commitment_result(year, FARMERS, first, 0, "1")


ACTS: list[tuple[str, Callable[[Workspace], Changes]]] = [
    (
        "Sửa kết quả cam kết “Cải tạo vườn tạp 41 hộ”",
        lambda d: results.set_commitment_result(d, FARMERS, SECOND, 0, "30"),
    ),
    ("Sửa kết quả chỉ tiêu “Cải tạo vườn tạp”", lambda d: results.set_target_result(d, 1, FIRST, 0, "30")),
    (
        "Sửa ghi chú kết quả cam kết “Cải tạo vườn tạp 41 hộ”",
        lambda d: results.set_note(d, "commitments", FARMERS, FIRST, 0, "đang làm"),
    ),
    (
        "Sửa minh chứng kết quả chỉ tiêu “Cải tạo vườn tạp”",
        lambda d: results.set_proof(d, "plan_targets", 1, FIRST, 0, "Biên bản nghiệm thu"),
    ),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_acts_are_named_and_undone(year: Workspace, text: str, act: Callable[[Workspace], Changes]) -> None:
    results.set_commitment_result(year, FARMERS, FIRST, 0, "20")
    before = target_sheet(year, YEAR), commitment_sheet(year, YEAR)
    changes = act(year)
    assert changes.text == text and changes.touches("commitments", "plan_targets")
    after = target_sheet(year, YEAR), commitment_sheet(year, YEAR)
    assert after != before
    assert not act(year)
    history.undo(year)
    assert (target_sheet(year, YEAR), commitment_sheet(year, YEAR)) == before
    history.redo(year)
    assert (target_sheet(year, YEAR), commitment_sheet(year, YEAR)) == after


def test_a_figure_is_one_act_while_it_is_typed(year: Workspace) -> None:
    for text in ("2", "20", "201"):
        results.set_commitment_result(year, FARMERS, FIRST, 0, text, editing="1")
    history.undo(year)
    assert row_of(year, "Cải tạo vườn tạp 41 hộ").achieved is None


@pytest.mark.parametrize(("kind", "row_id"), [("commitments", FARMERS), ("plan_targets", 1), ("plan_phases", FIRST)])
def test_results_go_with_what_they_are_about_and_come_back(year: Workspace, kind: str, row_id: int) -> None:
    results.set_commitment_result(year, FARMERS, FIRST, 0, "20")
    results.set_target_result(year, 1, FIRST, 0, "30")
    before = target_sheet(year, YEAR), commitment_sheet(year, YEAR)
    registers.remove_rows(year, kind, [row_id])
    left = records.count(year.file, "target_results") + records.count(year.file, "commitment_results")
    assert left == (0 if kind == "plan_phases" else 1)
    history.undo(year)
    assert (target_sheet(year, YEAR), commitment_sheet(year, YEAR)) == before


def test_a_plan_without_phases_gets_the_halves_of_its_year(desk: Workspace) -> None:
    _, plan_id = plans.store_plan(desk, plans.blank_plan(desk, YEAR))
    _, other = plans.store_plan(desk, plans.blank_plan(desk, YEAR))
    assert target_sheet(desk, YEAR).plans_without_phases == (plan_id, other)
    assert results.ensure_phases(desk, [plan_id, other]).text == "Thêm hai đợt của năm 2026"
    rows = registers.page(desk, "plan_phases", scope=plan_id)
    assert [row.cells[:3] for row in rows] == [
        ("6 tháng đầu năm", "01/01/2026", "30/06/2026"),
        ("6 tháng cuối năm", "01/07/2026", "31/12/2026"),
    ]
    assert not results.ensure_phases(desk, [plan_id, other])
    assert target_sheet(desk, YEAR).plans_without_phases == ()
    history.undo(desk)
    assert target_sheet(desk, YEAR).plans_without_phases == (plan_id, other)


def test_plans_of_one_year_share_the_columns_they_call_alike(year: Workspace) -> None:
    _, other = plans.store_plan(year, plans.blank_plan(year, YEAR))
    registers.add_row(year, "plan_targets", {"indicator": "Trồng cây", "values": "10 cây"}, scope=other)
    registers.add_row(year, "plan_phases", {"name": "Đợt 2", "end": "31/12/2026"}, scope=other)
    sheet = target_sheet(year, YEAR)
    assert [(phase.name, phase.due) for phase in sheet.phases] == [("Đợt 1", "2026-06-25"), ("Đợt 2", "2026-12-31")]
    row = row_of(year, "Trồng cây")
    assert [cell.phase_id for cell in row.cells] == [None, 3]


def test_an_empty_year_has_an_empty_sheet(desk: Workspace) -> None:
    assert target_sheet(desk, YEAR).rows == commitment_sheet(desk, YEAR).rows == ()


def test_reading_a_year_asks_no_more_for_more_organisations(year: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked() -> int:
        counted = 0
        original = type(year.file).query

        def query(*arguments):  # type: ignore[no-untyped-def]
            nonlocal counted
            counted += 1
            return original(*arguments)

        with monkeypatch.context() as patched:
            patched.setattr(type(year.file), "query", query)
            target_sheet(year, YEAR)
            commitment_sheet(year, YEAR)
            registrations.standing(year, YEAR)
            commitments.of_year(year, YEAR)
        return counted

    before = asked()
    for number in range(20):
        _, row_id = registers.add_row(year, "organisations", {"name": f"Thôn {number}"})
        commitments.add(year, YEAR, row_id, "Trồng cây", "5 cây", target_id=1)
    assert asked() == before


def test_a_block_of_results_is_one_act_and_leaves_out_what_is_no_figure(year: Workspace) -> None:
    fits = results.Entry("commitments", FARMERS, FIRST, 0, "20")
    odd = results.Entry("commitments", WOMEN, FIRST, 0, "khoảng năm hộ")
    changes, refused = results.set_results(year, [fits, odd])
    assert row_of(year, "Cải tạo vườn tạp 41 hộ").cells[0].text == "20"
    assert list(refused) == [odd]
    assert changes.text == "Nhập 1 kết quả"
    history.undo(year)
    assert row_of(year, "Cải tạo vườn tạp 41 hộ").cells[0].text == ""
    assert results.set_results(year, [odd])[0] == Changes()


def test_overdue_are_those_who_did_not_report_by_the_deadline(year: Workspace) -> None:
    results.set_commitment_result(year, FARMERS, FIRST, 0, "20")
    after = date(2026, 12, 31)
    assert "quá hạn" not in {row.status for row in result_sheets.commitment_sheet(year, YEAR).rows}
    sheet = result_sheets.commitment_sheet(year, YEAR, on=after)
    names = {row.organisation for row in sheet.rows if row.status == "quá hạn"}
    assert {"Hội Nông dân", "Hội LHPN"} <= names  # the farmers owe the second phase


def test_a_target_without_a_result_of_its_own_adds_up_its_parts(desk: Workspace) -> None:
    whole = Target("Giá trị 60 tỷ", "Giá trị sản xuất", kind="composite", values=parse_values("60 tỷ đồng"))
    parts = [
        Target(name, name, values=parse_values(figure), parent=0)
        for name, figure in (("Nông nghiệp", "40 tỷ đồng"), ("Dịch vụ", "20 tỷ đồng"))
    ]
    promise = PlanCommitment("HTX Ví Dụ", "Dịch vụ 20 tỷ", parse_values("20 tỷ đồng"), 2)
    plans.store_plan(desk, replace(PLAN, targets=(whole, *parts), commitments=(promise,), tasks=()))
    results.set_target_result(desk, 2, FIRST, 0, "25")
    assert row_of(desk, "Giá trị sản xuất").status == "chưa báo cáo"
    results.set_commitment_result(desk, 1, SECOND, 0, "18")  # the other part is added up itself
    row = row_of(desk, "Giá trị sản xuất")
    assert [(cell.text, cell.origin) for cell in row.cells] == [("", ""), ("43", "cộng từ các phần")]
    assert (row.achieved, row.origin, row.status, row.composite) == (43, "cộng từ các phần", "chưa đạt", False)
    results.set_target_result(desk, row.owner_id, SECOND, 0, "61")
    assert (row_of(desk, "Giá trị sản xuất").achieved, row_of(desk, "Giá trị sản xuất").status) == (61, "vượt")
