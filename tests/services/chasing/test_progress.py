"""Commitments by organisation, target and field, as of a phase, and the year as one picture."""

from __future__ import annotations

import pytest

from tests.services.chasing.days import on
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitment_terms, progress, results
from thidua_desktop.services.registration.result_sheets import commitment_sheet


def set_result(workspace, name, phase, text):
    row = next(one for one in commitment_sheet(workspace, 2026).rows if one.name == name)
    results.set_commitment_result(workspace, row.owner_id, row.cells[phase].phase_id, row.figure, text)


@pytest.fixture
def reported(year):
    """In the first phase one house of four and all of three; in the second four of four."""
    set_result(year, "Vận động hội viên xóa 4 nhà tạm", 0, "1")
    set_result(year, "Giúp hội viên xóa 3 nhà tạm", 0, "3")
    set_result(year, "Vận động hội viên xóa 4 nhà tạm", 1, "4")
    return year


def told(workspace, by, day="2026-12-31"):
    then = on(workspace, day)
    found = progress.groups(commitment_sheet(then, 2026).rows, by)
    return [(one.name, one.planned(), one.achieved(0), one.standing.words) for one in found]


def test_by_organisation(reported):
    assert told(reported, "organisation") == [
        ("Hội Nông dân xã", "", "", "1 đạt, 1 quá hạn"),
        ("Hội Phụ nữ xã", "3 nhà", "3", "1 đạt"),
        ("Đoàn Thanh niên xã", "", "", "1 quá hạn"),
    ]


def test_by_target_figures_of_one_unit_add_up(reported):
    assert told(reported, "target") == [
        ("Xóa nhà tạm, nhà dột nát", "7 nhà", "4", "2 đạt"),
        ("Chưa gắn với chỉ tiêu", "", "", "2 quá hạn"),
    ]


def test_a_figure_that_was_not_told_again_counts_on_as_by_target(reported):
    """One of two spoke in the second phase: together they are at 4 + 3, as the target's own sum says."""
    [one, _] = progress.groups(commitment_sheet(reported, 2026).rows, "target")
    assert [one.achieved(phase) for phase in (0, 1)] == ["4", "7"]
    assert one.percent == 100


def test_how_far_a_group_has_come(year):
    """In one unit: of all they promise. Else the mean, each up to 100, what nothing is known of counted as 0."""
    set_result(year, "Vận động hội viên xóa 4 nhà tạm", 0, "1")
    by_name = {one.name: one for one in progress.groups(commitment_sheet(year, 2026).rows, "organisation")}
    farmers, women = by_name["Hội Nông dân xã"], by_name["Hội Phụ nữ xã"]
    assert (farmers.percent, women.percent) == (12.5, None)
    assert farmers.said.endswith("Thực hiện: trung bình của 2 cam kết, mỗi cam kết nhiều nhất 100%.")
    [houses, _] = progress.groups(commitment_sheet(year, 2026).rows, "target")
    assert houses.percent == pytest.approx(100 / 7)


def test_by_field_of_the_target(reported):
    target = next(row for row in registers.page(reported, "plan_targets", scope=1) if "Xóa nhà tạm" in row.cells[0])
    registers.set_cell(reported, "plan_targets", target.id, "group", "Xã hội")
    assert [one[0] for one in told(reported, "field")] == ["Xã hội", "Chưa rõ lĩnh vực"]


def test_as_of_a_phase_what_came_after_it_does_not_count(reported):
    then = on(reported, "2026-12-31")
    first = progress.until(commitment_sheet(then, 2026), 0, then.today())
    one = next(row for row in first.rows if row.name == "Vận động hội viên xóa 4 nhà tạm")
    assert (one.achieved, one.percent, one.status) == (1, 25.0, "chưa đạt")


def test_as_of_a_phase_a_deadline_that_was_to_come_does_not_count(reported):
    one = next(row for row in commitment_sheet(reported, 2026).rows if row.name == "Trồng rừng mới 5 ha")
    set_result(reported, one.name, 0, "2")
    commitment_terms.set_term(reported, one.owner_id, "deadline", "30/9/2026")
    then = on(reported, "2026-10-01")
    sheet = commitment_sheet(then, 2026)
    whole = [sheet, *(progress.until(sheet, place, then.today()) for place in (0, 1))]
    told = [next(row.status for row in one.rows if row.name == "Trồng rừng mới 5 ha") for one in whole]
    assert told == ["quá hạn", "chưa đạt", "quá hạn"]


def test_the_picture_has_a_row_for_each_and_a_standing_for_each_phase(reported):
    found = progress.picture(on(reported, "2026-12-31"), 2026, "organisation")
    assert [(phase.name, phase.start, phase.end) for phase in found.phases] == [
        ("6 tháng đầu năm", "2026-01-01", "2026-06-30"),
        ("6 tháng cuối năm", "2026-07-01", "2026-12-31"),
    ]
    assert [(row.name, [one.words for one in row.phases]) for row in found.rows] == [
        ("Hội Nông dân xã", ["1 chưa đạt, 1 quá hạn", "1 đạt, 1 quá hạn"]),
        ("Hội Phụ nữ xã", ["1 đạt", "1 đạt"]),
        ("Đoàn Thanh niên xã", ["1 quá hạn", "1 quá hạn"]),
    ]


def test_in_the_picture_a_phase_is_overdue_only_when_its_own_report_was_due(year):
    """What the first phase did not get is overdue there; in the second only from the day after its own report."""
    told = [
        [one.words for one in row.phases]
        for day in ("2026-11-30", "2026-12-31")
        for row in progress.picture(on(year, day), 2026, "organisation").rows
        if row.name == "Đoàn Thanh niên xã"
    ]
    assert told == [["1 quá hạn", "1 chưa báo cáo"], ["1 quá hạn", "1 quá hạn"]]


def test_a_year_without_commitments_has_an_empty_picture(desk):
    assert progress.picture(desk, 2026, "field").rows == ()
