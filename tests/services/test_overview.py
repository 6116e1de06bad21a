"""The first page: what it tells of a year, in which order, and where each line leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.samples import PLAN
from thidua_desktop.domain.chasing.sent_papers import PLEDGE, PaperKey
from thidua_desktop.domain.destinations import AWARDS, PLANS, REGISTRATION, REPORTS, Destination
from thidua_desktop.domain.plan.plans import Task
from thidua_desktop.domain.reports.overview import spoken_distance
from thidua_desktop.services import history
from thidua_desktop.services.chasing import sent_papers
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations, results
from thidua_desktop.services.reports.overview import overview
from thidua_desktop.storage import records


def on(workspace, day: str):
    """The same desk on another day."""
    return replace(workspace, today=lambda: date.fromisoformat(day))


def told(lines) -> list[tuple[str, str, str]]:
    return [(line.text, line.when, line.detail) for line in lines]


def from_the_plan(found) -> list[tuple[str, str, str]]:
    """What is due apart from the days of the law."""
    return told(line for line in found.due if line.destination.kind != "rule_corrections")


@pytest.fixture
def club(desk, plan_id):
    """An organisation of the year's list whose registration has not come back; the plan's commitment is its own."""
    chosen = [one for one in registrations.candidates(desk, plan_id) if one.commitments]
    registrations.adopt(desk, plan_id, chosen)
    return registrations.standing(desk, 2026)[0].organisation_id


def first(workspace, kind: str, scope: int) -> int:
    return registers.page(workspace, kind, scope=scope)[0].id


def test_an_empty_year_says_what_comes_first(desk):
    found = overview(desk, 2026)
    assert not found.has_plan
    assert [(step.title, step.stage) for step in found.steps] == [
        ("Kế hoạch", "chưa bắt đầu"),
        ("Đăng ký – Giao ước", "chưa bắt đầu"),
        ("Khen thưởng", "chưa bắt đầu"),
        ("Báo cáo", "chưa bắt đầu"),
    ]
    assert found.steps[0].destination.tab == PLANS
    assert (found.waiting, found.short, found.awards) == ((), (), ())


def test_the_plan_sets_what_is_due(desk, plan_id):
    found = overview(desk, 2026)
    assert from_the_plan(found) == [
        ("Báo cáo đợt 1", "còn 130 ngày", "15/06/2026 · còn 3 số liệu chưa có"),
        ("Tổng hợp kết quả", "còn 299 ngày", "01/12/2026 · Văn phòng"),
    ]
    assert [line.destination for line in found.due if line.text == "Tổng hợp kết quả"] == [
        Destination(PLANS, "plan_tasks", first(desk, "plan_tasks", plan_id))
    ]


@pytest.mark.parametrize(
    ("day", "when", "late"),
    [
        ("2026-06-10", "còn 5 ngày", False),
        ("2026-06-14", "ngày mai", False),
        ("2026-06-15", "hôm nay", False),
        ("2026-06-18", "quá hạn 3 ngày", True),
    ],
)
def test_a_report_is_overdue_while_figures_are_missing(desk, plan_id, day, when, late):
    line = next(line for line in overview(on(desk, day), 2026).due if line.text == "Báo cáo đợt 1")
    assert (line.when, line.is_late) == (when, late)


def test_a_report_whose_figures_are_all_there_is_due_no_more(desk, plan_id):
    phase = first(desk, "plan_phases", plan_id)
    for row in registers.page(desk, "plan_targets", scope=plan_id):
        results.set_target_result(desk, row.id, phase, 0, "1")
    results.set_commitment_result(desk, first(desk, "commitments", plan_id), phase, 0, "5")
    assert "Báo cáo đợt 1" not in [line.text for line in overview(on(desk, "2026-07-01"), 2026).due]


def test_a_task_that_is_done_is_due_no_more(desk, plan_id):
    task = first(desk, "plan_tasks", plan_id)
    registers.set_cell(desk, "plan_tasks", task, "done_on", "01/02/2026")
    assert from_the_plan(overview(desk, 2026)) == [
        ("Báo cáo đợt 1", "còn 130 ngày", "15/06/2026 · còn 3 số liệu chưa có")
    ]


def test_a_long_task_begins_with_what_is_to_be_done_by_its_day(desk):
    wordy = "Là cơ quan thường trực của Hội đồng; phối hợp với Hội Nông dân hướng dẫn đăng ký trước ngày 28/02/2026"
    endless = "Tổ chức " + "tuyên truyền các phong trào thi đua đến đoàn viên, hội viên, " * 5
    tasks = (Task("Văn phòng", wordy, "Hội Nông dân", "2026-02-28"), Task("Mặt trận", endless, due="2026-03-01"))
    plans.store_plan(desk, replace(PLAN, tasks=tasks, phases=()))
    first_line, second_line = [line[0] for line in from_the_plan(overview(desk, 2026))]
    assert first_line == "Hướng dẫn đăng ký"
    assert second_line.startswith("Tổ chức tuyên truyền các phong trào")
    assert second_line.endswith("…")
    assert len(second_line) <= 91


def test_what_is_overdue_comes_first(desk):
    tasks = (
        Task("Văn phòng", "Việc sau", due="2026-03-01"),
        Task("Văn phòng", "Việc trễ lâu", due="2026-01-05"),
        Task("Văn phòng", "Việc trễ", due="2026-02-01"),
        Task("Văn phòng", "Việc không hạn"),
    )
    plans.store_plan(desk, replace(PLAN, tasks=tasks, phases=()))
    assert [line[:2] for line in from_the_plan(overview(desk, 2026))] == [
        ("Việc trễ lâu", "quá hạn 31 ngày"),
        ("Việc trễ", "quá hạn 4 ngày"),
        ("Việc sau", "còn 24 ngày"),
    ]


def test_days_of_the_law_are_told_ahead_with_their_mark(desk):
    found = [line for line in overview(on(desk, "2026-11-20"), 2026).due if line.destination.kind == "rule_corrections"]
    assert "Xét “Gia đình văn hóa” xong trước ngày này" in [line.text for line in found]
    marks = {line.text: line.mark for line in found}
    assert marks["Xét “Gia đình văn hóa” xong trước ngày này"] == ""
    assert "chưa đối chiếu" in marks.values()
    assert all("2026-11-20" <= (line.day or "") <= "2027-01-19" for line in found)


def test_days_of_the_law_belong_to_the_year_that_it_is(desk):
    assert overview(on(desk, "2026-11-20"), 2025).due == ()


def test_who_has_not_answered_and_not_reported(desk, plan_id, club):
    assert told(overview(desk, 2026).waiting) == [
        ("Hội Nông dân", "", "chưa ký giao ước"),
        ("Hội Nông dân", "", "chưa nộp bản đăng ký"),
        ("Hội Nông dân", "", "chưa báo cáo 1/1 cam kết đợt 1"),
    ]
    registration = registrations.registration(desk, 2026, club)
    registrations.set_received(desk, registration.id, date(2026, 2, 5))
    step = overview(desk, 2026).steps[1]
    assert (step.stage, step.words) == ("đang làm", "1/1 đơn vị đã nộp, 1 chưa ký giao ước")
    sent_papers.set_field(desk, sent_papers.Entry(PaperKey(registration.id, PLEDGE), "signed_on", "5/2"))
    phase = first(desk, "plan_phases", plan_id)
    results.set_commitment_result(desk, first(desk, "commitments", plan_id), phase, 0, "5")
    found = overview(desk, 2026)
    assert found.waiting == ()
    assert (found.steps[1].stage, found.steps[1].words) == ("xong", "1/1 đơn vị đã nộp, 0 danh hiệu")


def test_what_is_overdue_says_since_when(desk, plan_id, club):
    assert [(line.when, line.is_late) for line in overview(on(desk, "2026-03-18"), 2026).waiting] == [
        ("quá hạn 31 ngày", True),
        ("quá hạn 3 ngày", True),
        ("", False),
    ]


def test_a_line_about_an_organisation_leads_to_it(desk, plan_id, club):
    _, waiting, missing = overview(desk, 2026).waiting
    assert waiting.destination == Destination(REGISTRATION, "organisations", club)
    assert missing.destination == Destination(REGISTRATION, "commitment_results", club)


def test_targets_below_their_figure_are_told_with_how_far_they_are(desk, plan_id):
    phase = first(desk, "plan_phases", plan_id)
    budget = first(desk, "plan_targets", plan_id)
    results.set_target_result(desk, budget, phase, 0, "7,5")
    found = overview(desk, 2026)
    assert told(found.short) == [("Thu ngân sách", "75%", "tỉnh giao 10 tỷ đồng, đạt 7,5")]
    assert found.short[0].destination == Destination(REGISTRATION, "target_results", budget)
    assert found.steps[3].words == "1/2 số liệu chỉ tiêu đã có kết quả"
    later = overview(on(desk, "2026-07-01"), 2026)
    assert [(line.text, line.when, line.is_late) for line in later.short] == [
        ("Thuế đất", "quá hạn báo cáo", True),
        ("Thu ngân sách", "75%", False),
    ]


def test_a_target_that_is_reached_is_not_short(desk, plan_id):
    phase = first(desk, "plan_phases", plan_id)
    for row, reached in zip(registers.page(desk, "plan_targets", scope=plan_id), ("12", "1,5"), strict=True):
        results.set_target_result(desk, row.id, phase, 0, reached)
    found = overview(desk, 2026)
    assert found.short == ()
    assert (found.steps[3].stage, found.steps[3].destination.tab) == ("xong", REPORTS)


def test_nominations_wait_for_the_council_and_then_for_the_decision(desk):
    with desk.file.act("Thêm đợt xét"):
        held = records.insert(desk.file, "rounds", {"year": 2026, "name": "Xét cuối năm", "council_on": "2026-02-20"})
        for name, state in (("Một", "đề nghị"), ("Hai", "được chọn"), ("Ba", "không chọn")):
            nominated = {"round_id": held, "subject": f"Nguyễn Văn {name}", "award": "Lao động tiên tiến"}
            records.insert(desk.file, "nominations", {**nominated, "state": state})
    found = overview(desk, 2026)
    assert [line[0::2] for line in told(found.awards)] == [
        ("Xét cuối năm", "1 đề nghị chưa xét"),
        ("Xét cuối năm", "3 đề nghị thiếu dữ liệu"),
        ("Xét cuối năm", "1 đề nghị được chọn, chưa có quyết định"),
    ]
    assert {line.destination for line in found.awards} == {Destination(AWARDS, "rounds", held)}
    assert ("Họp Hội đồng: xét cuối năm", "còn 15 ngày", "20/02/2026") in told(found.due)
    assert found.steps[2].words == "1 đợt xét, 3 đề nghị, 0 đã có quyết định"


def test_looking_changes_nothing(desk, plan_id):
    before = history.undo_text(desk)
    overview(desk, 2026)
    overview(desk, 1999)
    assert history.undo_text(desk) == before


@pytest.mark.parametrize(
    ("days", "words"),
    [(-400, "quá hạn 400 ngày"), (-1, "quá hạn 1 ngày"), (0, "hôm nay"), (1, "ngày mai"), (2, "còn 2 ngày")],
)
def test_distances_are_spoken(days, words):
    assert spoken_distance(days) == words


def test_without_the_rules_only_what_the_data_file_says_is_told(desk, plan_id):
    november = on(desk, "2026-11-20")
    quick, whole = overview(november, 2026, with_rules=False), overview(november, 2026)
    assert [line for line in whole.due if line.destination.kind != "rule_corrections"] == list(quick.due)
    assert len(whole.due) > len(quick.due)
    assert (quick.steps, quick.short, quick.waiting) == (whole.steps, whole.short, whole.waiting)


def test_the_first_page_reads_each_list_of_results_once(desk, plan_id, club, monkeypatch):
    asked: list[str] = []
    query = desk.file.query
    monkeypatch.setattr(desk.file, "query", lambda sql, values=(): asked.append(sql) or query(sql, values))
    overview(desk, 2026, with_rules=False)
    assert sum("target_results" in sql for sql in asked) == 1
    assert sum('FROM "rounds"' in sql for sql in asked) == 1


def test_a_plan_with_number_and_day_is_done(desk, plan_id):
    assert overview(desk, 2026).steps[0].stage == "đang làm"
    for field, text in (("number", "5"), ("day", "5"), ("month", "2")):
        plans.set_plan_field(desk, plan_id, field, text)
    step = overview(desk, 2026).steps[0]
    assert (step.stage, step.words) == ("xong", "2 chỉ tiêu, 1 đợt")
