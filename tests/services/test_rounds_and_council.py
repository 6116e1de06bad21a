"""Rounds, and what the Council's meeting says of them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.award_year import CERTIFICATE, nominate, on, settle
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.services import history
from thidua_desktop.services.awards import award_settings, council, nominations, rounds, verdicts
from thidua_desktop.services.workspace import Workspace


@pytest.fixture
def desk(desk: Workspace) -> Workspace:
    """Xã Ví Dụ on 20/12/2026."""
    return on(desk, date(2026, 12, 20))


def meeting(desk: Workspace, round_id: int, members: str, present: str) -> None:
    rounds.set_round(desk, round_id, "council_members", members)
    rounds.set_round(desk, round_id, "council_present", present)


def test_rounds_tell_how_far_they_got(desk: Workspace) -> None:
    round_id = settle(desk)
    states = [rounds.round_summary(desk, round_id).state]
    ids = [nominate(desk, round_id, name, "LĐTT") for name in ("Lê Văn Giả", "Trần Thị Thí")]
    states.append(rounds.round_summary(desk, round_id).state)
    verdicts.choose(desk, ids[:1], "được chọn", "Hội đồng thống nhất")
    verdicts.choose(desk, ids[1:], "không chọn")
    states.append(rounds.round_summary(desk, round_id).state)
    assert states == ["chưa có đề nghị", "đang đề nghị", "Hội đồng đã xét"]
    (summary,) = rounds.round_summaries(desk, 2026)
    assert (summary.nominations, summary.chosen, summary.refused, summary.decided) == (2, 1, 1, 0)


def test_a_round_gets_the_next_name_and_a_year_of_the_file(desk: Workspace) -> None:
    settle(desk)
    _, second = rounds.add_round(desk, 2026)
    assert rounds.round_summary(desk, second).name == "Đợt 2 năm 2026"
    for act in (lambda: rounds.add_round(desk, 2031), lambda: rounds.set_round(desk, second, "year", "2031")):
        with pytest.raises(BadInput, match="chưa có năm thi đua 2031"):
            act()
    history.undo(desk)
    assert len(rounds.round_summaries(desk, 2026)) == 1


def test_the_day_of_the_law_is_received_else_met_else_today(desk: Workspace) -> None:
    round_id = settle(desk)
    days = [rounds.round_summary(desk, round_id).day("2026-12-20")]
    for key, text in (("council_on", "15/12/2026"), ("received_on", "01/12/2026")):
        rounds.set_round(desk, round_id, key, text)
        days.append(rounds.round_summary(desk, round_id).day("2026-12-20"))
    assert days == ["2026-12-20", "2026-12-15", "2026-12-01"]


@pytest.mark.parametrize(
    ("members", "present", "votes", "said"),
    [
        ("11", "8", "8", []),
        ("11", "7", "7", ["Có mặt 7/11 thành viên, chưa đủ 2/3 để họp."]),
        ("9", "11", "9", ["Số có mặt (11) lớn hơn số thành viên Hội đồng (9)."]),
        ("11", "9", "10", ["Có 1 đề nghị ghi số phiếu nhiều hơn số người có mặt (9)."]),
        ("", "", "9", ["Đã có phiếu nhưng chưa ghi số thành viên Hội đồng và số có mặt."]),
    ],
)
def test_the_meeting_is_looked_at_as_a_whole(
    desk: Workspace, members: str, present: str, votes: str, said: list[str]
) -> None:
    round_id = settle(desk)
    nominate(desk, round_id, "Lê Văn Giả", "LĐTT", votes_for=votes)
    meeting(desk, round_id, members, present)
    assert list(council.council(desk, round_id).warnings) == said


def test_votes_are_held_against_the_threshold_that_holds(desk: Workspace) -> None:
    round_id = settle(desk)
    meeting(desk, round_id, "11", "9")
    row_id = nominate(desk, round_id, "Lê Văn Giả", "LĐTT", votes_for="7")
    found = council.council(desk, round_id)
    assert found.votes[row_id].answer == "đạt"
    assert found.votes[row_id].figures == "7/11 phiếu đồng ý, cần trên 50% tổng số thành viên."
    award_settings.set_setting(desk, "votes_percent", "80%")
    found = council.council(desk, round_id)
    assert found.votes[row_id].answer == "chưa đạt"
    award_settings.set_setting(desk, "votes_of", "thành viên dự họp")
    assert council.council(desk, round_id).votes[row_id].figures.startswith("7/9 phiếu đồng ý, cần từ 80%")
    history.undo(desk)
    history.undo(desk)
    assert council.council(desk, round_id).votes[row_id].answer == "đạt"


def test_too_many_fighters_are_counted_over_the_whole_year(desk: Workspace) -> None:
    round_id = settle(desk)
    rows = [[f"Nguyễn Văn Mẫu {number}", "LĐTT"] for number in range(20)]
    rows += [[f"Nguyễn Văn Mẫu {number}", "CSTĐ cơ sở"] for number in range(4)]
    nominations.paste_rows(desk, "nominations", ["subject", "award"], rows, scope=round_id)
    (ceiling,) = council.council(desk, round_id).ceilings
    assert (ceiling.answer, "đề nghị 4 người trên 20 người" in ceiling.figures) == ("lưu ý", True)
    award_settings.set_setting(desk, "ceiling_percent", "20")
    (ceiling,) = council.council(desk, round_id).ceilings
    assert ceiling.answer == "đạt"


def test_awards_without_votes_or_ceiling_say_nothing(desk: Workspace) -> None:
    round_id = settle(desk)
    nominate(desk, round_id, "Lê Văn Giả", CERTIFICATE)
    found = council.council(desk, round_id)
    assert (found.votes, found.ceilings, found.warnings) == ({}, (), ())


@pytest.mark.parametrize(
    ("key", "text", "advice"),
    [
        ("quorum", "3/2", "2/3"),
        ("quorum", "nhiều", "70%"),
        ("votes_percent", "120%", "100%"),
        ("votes_of", "mọi người", "thành viên dự họp"),
        ("registration_required", "có lẽ", "có, không"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(desk: Workspace, key: str, text: str, advice: str) -> None:
    with pytest.raises(BadInput) as refused:
        award_settings.set_setting(desk, key, text)
    assert advice in refused.value.advice
    assert award_settings.texts(desk)[key] == ""


def test_a_registration_the_province_asks_for_is_asked_for(desk: Workspace) -> None:
    round_id = settle(desk)
    row_id = nominate(desk, round_id, "Lê Văn Giả", "LĐTT")

    def answer() -> str:
        lines = verdicts.verdict(desk, row_id).verdict.lines
        return next(line.answer for line in lines if "đăng ký" in line.question)

    assert answer() == "lưu ý"
    award_settings.set_setting(desk, "registration_required", "có")
    assert answer() == "thiếu dữ liệu"
    award_settings.set_setting(desk, "registration_required", "")
    assert answer() == "lưu ý"
