"""What the rules say to the nominations of a round, from what the data file holds."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.award_year import (
    CERTIFICATE,
    CHAIR,
    FARMERS,
    answer_open_questions,
    body,
    cells,
    good_year,
    nominate,
    on,
    person,
    settle,
)
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.services import history
from thidua_desktop.services.awards import decisions, given_awards, nominations, rounds, verdicts, year_facts
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records


@pytest.fixture
def desk(desk: Workspace) -> Workspace:
    """Xã Ví Dụ on 20/9/2026, before the change of law."""
    return on(desk, date(2026, 9, 20))


@pytest.fixture
def round_id(desk: Workspace) -> int:
    """A round whose dossiers came before the change of law of 01/10/2026."""
    round_id = settle(desk)
    rounds.set_round(desk, round_id, "received_on", "15/09/2026")
    return round_id


def line(desk: Workspace, row_id: int, key: str) -> verdicts.ConditionAnswer:
    return next(one for one in verdicts.verdict(desk, row_id).verdict.lines if one.key == key)


def test_missing_facts_are_asked_for_and_then_met(desk: Workspace, round_id: int) -> None:
    row_id = nominate(desk, round_id, "Lê Văn Giả", "LĐTT")
    assert verdicts.verdict(desk, row_id).verdict.answer == "thiếu dữ liệu"
    good_year(desk, "Lê Văn Giả")
    answer_open_questions(desk, row_id)
    found = verdicts.verdict(desk, row_id)
    assert found.verdict.answer == "lưu ý"  # nothing but the registration is missing, which only warns
    assert [one.question for one in found.verdict.lines if one.answer != "đạt"] == ["Có đăng ký thi đua đầu năm"]
    assert found.authority.who == "Chủ tịch Ủy ban nhân dân cấp xã"
    assert (found.bonus.amount, found.link) == (760_000, "")


@pytest.mark.parametrize(
    ("key", "text", "condition", "figures"),
    [
        ("evaluation", "không hoàn thành nhiệm vụ", "", "không hoàn thành nhiệm vụ"),
        ("discipline", "khiển trách", "ky-luat", "Năm 2026 bị kỷ luật: khiển trách."),
    ],
)
def test_what_is_not_met_is_said_with_its_figures(
    desk: Workspace, round_id: int, key: str, text: str, condition: str, figures: str
) -> None:
    row_id = nominate(desk, round_id, "Lê Văn Giả", "LĐTT")
    good_year(desk, "Lê Văn Giả")
    year_facts.set_person_year(desk, person(desk, "Lê Văn Giả"), 2026, key, text)
    answer_open_questions(desk, row_id)
    found = verdicts.verdict(desk, row_id).verdict
    assert found.answer == "chưa đạt"
    assert any(figures in one.figures for one in found.lines if condition in ("", one.key))


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("evaluation", "hoàn thành tốt nhiệm vụ", "Ghi xếp loại năm 2024 của Lê Văn Giả"),
        ("months_worked", "11", "Ghi số tháng làm việc năm 2024 của Lê Văn Giả"),
        ("note", "đi học", "Ghi chú năm 2024 của Lê Văn Giả"),
        ("year", "2024", "Ghi kết quả năm 2024 của Lê Văn Giả"),
    ],
)
def test_the_first_fact_of_a_year_is_undone_under_what_it_is_and_whose(
    desk: Workspace, round_id: int, key: str, text: str, said: str
) -> None:
    nominate(desk, round_id, "Lê Văn Giả", "LĐTT")
    year_facts.set_person_year(desk, person(desk, "Lê Văn Giả"), 2024, key, text)
    assert history.undo_text(desk) == said


def test_a_year_of_which_nothing_was_said_is_a_whole_one_without_discipline(desk: Workspace, round_id: int) -> None:
    row_id = nominate(desk, round_id, "Lê Văn Giả", "LĐTT")
    assert line(desk, row_id, "ky-luat").answer == "thiếu dữ liệu"
    assert not year_facts.person_year(desk, person(desk, "Lê Văn Giả"), 2026)
    year_facts.set_person_year(desk, person(desk, "Lê Văn Giả"), 2026, "year", "2026")
    assert line(desk, row_id, "ky-luat").answer == "đạt"
    assert "12 tháng" in line(desk, row_id, "duoi-6-thang").figures
    history.undo(desk)
    assert line(desk, row_id, "ky-luat").answer == "thiếu dữ liệu"


def test_three_years_running_come_out_of_the_awards_of_the_past(desk: Workspace, round_id: int) -> None:
    columns = ["year", "subject", "award"]
    rows = [[year, "Lê Văn Giả", "CSTĐ cơ sở"] for year in ("2023", "2024", "2025")]
    given_awards.paste_rows(desk, "awards", columns, rows)
    row_id = nominate(desk, round_id, "Lê Văn Giả", "CSTĐ cấp tỉnh")
    streak = next(one for one in verdicts.verdict(desk, row_id).verdict.lines if "liên tục" in one.figures)
    assert (streak.answer, "3 lần liên tục (năm 2023, 2024, 2025)" in streak.figures) == ("đạt", True)
    registers.remove_rows(desk, "awards", [registers.page(desk, "awards")[1].id])
    streak = next(one for one in verdicts.verdict(desk, row_id).verdict.lines if "liên tục" in one.figures)
    assert streak.answer == "chưa đạt"


def test_those_who_are_registered_are_found_by_name_or_link(desk: Workspace, round_id: int) -> None:
    with desk.file.act("Đăng ký"):
        own = records.insert(desk.file, "registrations", {"year": 2026, "organisation_id": body(desk, FARMERS)})
    titles = [["Lê Văn Giả", "cá nhân", "LĐTT"], [FARMERS, "tập thể", "TTLĐTT"]]
    registers.paste_rows(desk, "registered_titles", ["subject", "subject_kind", "award"], titles, scope=own)
    registered = nominate(desk, round_id, "Lê Văn Giả", "LĐTT")
    other = nominate(desk, round_id, "Trần Thị Thí", "LĐTT")
    collective = nominate(desk, round_id, FARMERS, "TTLĐTT")
    said = {row_id: registration(desk, row_id) for row_id in (registered, other, collective)}
    assert said == {registered: "đạt", other: "lưu ý", collective: "đạt"}


def registration(desk: Workspace, row_id: int) -> str:
    lines = verdicts.verdict(desk, row_id).verdict.lines
    return next(one.answer for one in lines if one.question == "Có đăng ký thi đua đầu năm")


def test_advanced_people_of_a_collective_are_counted_when_nobody_typed_them(desk: Workspace, round_id: int) -> None:
    people = [[f"Nguyễn Văn Mẫu {number}", FARMERS] for number in range(16)]
    registers.paste_rows(desk, "people", ["full_name", "organisation_id"], people)
    nominations.paste_rows(
        desk, "nominations", ["subject", "award"], [[name, "LĐTT"] for name, _ in people], scope=round_id
    )
    collective = nominate(desk, round_id, FARMERS, "TTLĐTT")
    year_facts.set_organisation_year(desk, body(desk, FARMERS), 2026, "headcount", "23")
    share = share_of(desk, collective)
    assert share.answer == "chưa đạt"
    assert "16/23 người (69,6%), cần ít nhất 70%" in share.figures
    assert "đếm từ đề nghị" in share.figures
    year_facts.set_organisation_year(desk, body(desk, FARMERS), 2026, "advanced", "17")
    share = share_of(desk, collective)
    assert (share.answer, "đếm từ" in share.figures) == ("đạt", False)


def share_of(desk: Workspace, row_id: int) -> verdicts.ConditionAnswer:
    return next(one for one in verdicts.verdict(desk, row_id).verdict.lines if "70%" in one.question)


def test_one_answer_for_many_is_one_act(desk: Workspace, round_id: int) -> None:
    ids = [nominate(desk, round_id, name, "LĐTT") for name in ("Lê Văn Giả", "Trần Thị Thí")]
    verdicts.answer(desk, ids[0], "dang-xem-xet", said=True)
    changes = verdicts.answer_all(desk, ids, "dang-xem-xet", said=False)
    assert changes.touches("nominations")
    assert [line(desk, row_id, "dang-xem-xet").answer for row_id in ids] == ["đạt", "đạt"]
    history.undo(desk)
    assert [line(desk, row_id, "dang-xem-xet").answer for row_id in ids] == ["chưa đạt", "thiếu dữ liệu"]
    verdicts.answer(desk, ids[0], "dang-xem-xet", said=None)
    assert line(desk, ids[0], "dang-xem-xet").answer == "thiếu dữ liệu"


def test_who_does_not_meet_the_rules_is_chosen_with_a_reason_alone(desk: Workspace, round_id: int) -> None:
    good, bad = (nominate(desk, round_id, name, "LĐTT") for name in ("Trần Thị Thí", "Lê Văn Giả"))
    year_facts.set_person_year(desk, person(desk, "Lê Văn Giả"), 2026, "discipline", "cảnh cáo")
    with pytest.raises(BadInput, match="“Lê Văn Giả” chưa đạt điều kiện tặng Lao động tiên tiến"):
        verdicts.choose(desk, [good, bad], "được chọn")
    assert cells(desk, good)["state"] == "đề nghị"
    changes = verdicts.choose(desk, [good, bad], "được chọn", "Hội đồng thống nhất: quyết định kỷ luật đã hủy")
    assert changes.text == "Kết quả xét: được chọn (2 đề nghị)"
    assert cells(desk, bad)["reason"] == "Hội đồng thống nhất: quyết định kỷ luật đã hủy"
    history.undo(desk)
    assert (cells(desk, bad)["state"], cells(desk, bad)["reason"]) == ("đề nghị", "")
    nominations.set_cell(desk, "nominations", bad, "reason", "Đã hết thời hạn")
    nominations.set_cell(desk, "nominations", bad, "state", "được chọn")
    assert cells(desk, bad)["reason"] == "Đã hết thời hạn"


# the day the dossier came, the award → who decides on the day (law.md 1.5)
DECIDERS = [
    (date(2025, 6, 30), "CSTĐ cơ sở", "huyện"),
    (date(2025, 7, 1), "CSTĐ cơ sở", "xã"),
    (date(2025, 6, 30), "LĐTT", "xã"),
    (date(2026, 11, 20), "CSTĐ cấp tỉnh", "tỉnh"),
    (date(2026, 11, 20), "Chiến sĩ tiên tiến", "lực lượng vũ trang"),
    (date(2026, 11, 20), CERTIFICATE, "xã"),
]


@pytest.mark.parametrize(("today", "award", "level"), DECIDERS)
def test_who_decides_is_told_by_the_day(desk: Workspace, round_id: int, today: date, award: str, level: str) -> None:
    row_id = nominate(desk, round_id, "Lê Văn Giả", award)
    assert verdicts.verdict(on(desk, today), row_id).authority.level == level


def test_a_decided_nomination_keeps_its_day_and_its_bonus(desk: Workspace, round_id: int) -> None:
    row_id = nominate(desk, round_id, "Lê Văn Giả", "LĐTT")
    verdicts.choose(desk, [row_id], "được chọn")
    decisions.issue_decision(desk, round_id, 5, "2026-06-30", CHAIR)
    found = verdicts.verdict(desk, row_id)
    assert (found.decision, found.bonus.amount) == ("05/QĐ-UBND", 710_000)  # lương cơ sở 2.340.000 until 30/6/2026


def test_after_the_change_of_law_failing_the_old_one_only_warns(desk: Workspace, round_id: int) -> None:
    row_id = nominate(desk, round_id, "Lê Văn Giả", "LĐTT")
    good_year(desk, "Lê Văn Giả", "không hoàn thành nhiệm vụ")
    answer_open_questions(desk, row_id)
    assert verdicts.verdict(desk, row_id).verdict.answer == "chưa đạt"
    assert verdicts.verdict(on(desk, date(2026, 11, 20)), row_id).verdict.answer == "lưu ý"


def test_five_thousand_people_are_judged_at_once(desk: Workspace, round_id: int) -> None:
    rows = [[f"Nguyễn Văn Mẫu {number}", "LĐTT"] for number in range(5000)]
    registers.paste_rows(desk, "people", ["full_name"], [row[:1] for row in rows])
    result = nominations.paste_rows(desk, "nominations", ["subject", "award"], rows, scope=round_id)
    assert result.added == 5000
    found = verdicts.verdicts(desk, round_id)
    assert len(found) == 5000
    assert {one.link for one in found} == {""}
    assert [one.nomination_id for one in found[:3]] == [
        row.id for row in nominations.page(desk, "nominations", scope=round_id)[:3]
    ]
