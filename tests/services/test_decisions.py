"""Decisions: what the chair decides on which day, what goes up, and the way back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.award_year import CERTIFICATE, CHAIR, nominate, on, person, settle
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.offices import Signer
from thidua_desktop.domain.plan.plans import Plan, PlanSigner
from thidua_desktop.services import history
from thidua_desktop.services.awards import decisions, nominations, rounds, verdicts
from thidua_desktop.services.office import signers
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registers.refusals import InUse
from thidua_desktop.services.workspace import Workspace

ARMY = "Chiến sĩ tiên tiến"
UPWARD = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"


@pytest.fixture
def desk(desk: Workspace) -> Workspace:
    """Xã Ví Dụ on 20/12/2026."""
    return on(desk, date(2026, 12, 20))


def chosen(desk: Workspace, round_id: int, *wanted: tuple[str, str]) -> list[int]:
    ids = [nominate(desk, round_id, subject, award) for subject, award in wanted]
    verdicts.choose(desk, ids, "được chọn", "Hội đồng thống nhất")
    return ids


def awards(desk: Workspace) -> list[dict[str, str]]:
    keys = registers.register("awards").keys
    return [dict(zip(keys, row.cells, strict=True)) for row in registers.page(desk, "awards")]


# the day of the decision, the award → decided here, goes up, or refused (law.md 1.5)
WHO_DECIDES = [
    ("2025-06-30", "CSTĐ cơ sở", "upward"),
    ("2025-07-01", "CSTĐ cơ sở", "here"),
    ("2025-06-30", "LĐTT", "here"),
    ("2025-06-30", CERTIFICATE, "here"),
    ("2026-12-20", "CSTĐ cấp tỉnh", "upward"),
    ("2026-12-20", UPWARD, "upward"),
    ("2026-12-20", ARMY, "refused"),
    ("2026-12-20", "Kỷ niệm chương riêng", "refused"),
]


@pytest.mark.parametrize(("day", "award", "place"), WHO_DECIDES)
def test_the_day_of_the_decision_tells_who_decides(desk: Workspace, day: str, award: str, place: str) -> None:
    round_id = settle(desk)
    chosen(desk, round_id, ("Lê Văn Giả", award))
    found = decisions.prospect(desk, round_id, day)
    (line,) = getattr(found, place)
    assert len((*found.here, *found.upward, *found.refused)) == 1
    assert "“Lê Văn Giả”" in line.said
    if place != "here":
        with pytest.raises(BadInput, match="Không có đề nghị nào do Chủ tịch xã quyết định"):
            decisions.issue_decision(desk, round_id, 5, day, CHAIR)
        assert not awards(desk)


@pytest.mark.parametrize(
    ("days", "here", "upward"),
    [
        ({}, ["LĐTT", "CSTĐ cơ sở"], []),
        ({"submitted_on": "15/12/2024"}, ["LĐTT"], ["CSTĐ cơ sở"]),
        ({"received_on": "20/06/2025", "council_on": "27/06/2025"}, ["LĐTT"], ["CSTĐ cơ sở"]),
        ({"received_on": "20/06/2025", "council_on": "05/07/2025"}, ["LĐTT", "CSTĐ cơ sở"], []),
        ({"received_on": "20/06/2025", "submitted_on": "05/07/2025"}, ["LĐTT", "CSTĐ cơ sở"], []),
        ({"received_on": "01/10/2026", "council_on": "05/10/2026"}, ["LĐTT", "CSTĐ cơ sở"], []),
    ],
)
def test_until_somebody_decides_the_submission_or_a_day_long_ago_tells_who_will(
    desk: Workspace, days: dict[str, str], here: list[str], upward: list[str]
) -> None:
    round_id = settle(desk)
    ids = chosen(desk, round_id, ("Lê Văn Giả", "LĐTT"), ("Lê Văn Giả", "CSTĐ cơ sở"))
    for key in ("received_on", "council_on", "submitted_on"):
        rounds.set_round(desk, round_id, key, days.get(key, ""))
    found = decisions.expected(desk, round_id)
    names = dict(zip(ids, ("LĐTT", "CSTĐ cơ sở"), strict=True))
    assert [names[line.nomination_id] for line in found.here] == here
    assert [names[line.nomination_id] for line in found.upward] == upward
    told = [verdicts.verdict(desk, nomination).authority.is_chair_of_commune for nomination in ids]
    assert told == [name in here for name in names.values()]


def test_a_decision_writes_history_and_leaves_what_goes_up(desk: Workspace) -> None:
    round_id = settle(desk)
    registers.set_cell(desk, "people", person(desk, "Lê Văn Giả"), "person_class", "nông dân")
    chosen(desk, round_id, ("Lê Văn Giả", "LĐTT"), ("Trần Thị Thí", UPWARD), ("Trần Thị Thí", ARMY))
    issued = decisions.issue_decision(desk, round_id, 57, "2026-12-20", CHAIR)
    assert issued.changes.text == "Ban hành Quyết định số 57/QĐ-UBND"
    assert [said.split(":")[0] for said in issued.left] == [
        f"“Trần Thị Thí” – {UPWARD}",
        f"“Trần Thị Thí” – {ARMY}",
    ]
    assert issued.left[0].startswith(
        f"“Trần Thị Thí” – {UPWARD}: ngày 20/12/2026 thuộc thẩm quyền Chủ tịch Ủy ban nhân dân cấp tỉnh, không đưa vào "
        "quyết định của xã."
    )
    assert "Sở Nội vụ" in issued.left[0]
    assert "quân đội" in issued.left[1]
    (award,) = awards(desk)
    assert award["decision_number"] == "57/QĐ-UBND"
    assert award["decided_on"] == "20/12/2026"
    assert (award["level"], award["person_class"], award["bonus"]) == ("xã", "nông dân", "760000")
    assert (award["person_id"], award["year"]) == ("Lê Văn Giả", "2026")
    (summary,) = decisions.decisions(desk, 2026)
    assert (summary.number_symbol, summary.awards, summary.bonus) == ("57/QĐ-UBND", 1, 760_000)
    assert summary.title == "Về việc tặng danh hiệu “Lao động tiên tiến” năm 2026"
    assert rounds.round_summary(desk, round_id).state == "đã quyết định 1/3"


def test_undo_takes_a_decision_back_whole_and_redo_issues_it_again(desk: Workspace) -> None:
    round_id = settle(desk)
    chosen(desk, round_id, ("Lê Văn Giả", "LĐTT"), ("Trần Thị Thí", "LĐTT"))
    decisions.issue_decision(desk, round_id, 57, "2026-12-20", CHAIR)
    history.undo(desk)
    assert (awards(desk), decisions.decisions(desk)) == ([], ())
    history.redo(desk)
    assert len(awards(desk)) == 2
    decision_id = decisions.decisions(desk)[0].id
    decisions.remove_decision(desk, decision_id)
    assert (awards(desk), decisions.decisions(desk)) == ([], ())
    assert len(decisions.prospect(desk, round_id, "2026-12-20").here) == 2
    history.undo(desk)
    assert len(awards(desk)) == 2


REFUSED = [
    (None, CHAIR, "Chưa có số quyết định"),
    (0, CHAIR, "Chưa có số quyết định"),
    (100_000, CHAIR, "Số quyết định 100000 quá lớn"),
    (10**20, CHAIR, "Số quyết định 100000000000000000000 quá lớn"),
    (58, None, "Chưa chọn người ký"),
    (58, Signer(" ", "CHỦ TỊCH"), "Chưa chọn người ký"),
    (57, CHAIR, "Năm 2026 đã có Quyết định số 57/QĐ-UBND"),
]


@pytest.mark.parametrize(("number", "signer", "said"), REFUSED)
def test_what_a_decision_cannot_do_without(
    desk: Workspace, number: int | None, signer: Signer | None, said: str
) -> None:
    round_id = settle(desk)
    chosen(desk, round_id, ("Lê Văn Giả", "LĐTT"))
    decisions.issue_decision(desk, round_id, 57, "2026-12-20", CHAIR)
    chosen(desk, round_id, ("Trần Thị Thí", "LĐTT"))
    with pytest.raises(BadInput, match=said):
        decisions.issue_decision(desk, round_id, number, "2026-12-20", signer)
    assert len(awards(desk)) == 1


def test_nobody_chosen_is_said(desk: Workspace) -> None:
    round_id = settle(desk)
    nominate(desk, round_id, "Lê Văn Giả", "LĐTT")
    with pytest.raises(BadInput, match="Chưa có đề nghị nào được chọn"):
        decisions.issue_decision(desk, round_id, 57, "2026-12-20", CHAIR)


def test_one_round_may_have_a_decision_for_titles_and_one_for_certificates(desk: Workspace) -> None:
    round_id = settle(desk)
    title, certificate = chosen(desk, round_id, ("Lê Văn Giả", "LĐTT"), ("Lê Văn Giả", CERTIFICATE))
    decisions.issue_decision(desk, round_id, 57, "2026-12-20", CHAIR, [title])
    decisions.issue_decision(desk, round_id, 58, "2026-12-20", CHAIR, [certificate])
    titles = [one.title for one in decisions.decisions(desk, round_id=round_id)]
    assert titles == ["Về việc tặng danh hiệu “Lao động tiên tiến” năm 2026", "Về việc tặng Giấy khen năm 2026"]
    assert rounds.round_summary(desk, round_id).state == "đã quyết định"


def test_what_the_province_decided_is_written_down(desk: Workspace) -> None:
    round_id = settle(desk)
    upward, own, open_one = chosen(
        desk, round_id, ("Lê Văn Giả", UPWARD), ("Lê Văn Giả", "LĐTT"), ("Trần Thị Thí", "CSTĐ cấp tỉnh")
    )
    with pytest.raises(BadInput, match="Chưa có số quyết định của cấp trên"):
        decisions.record_upper_decision(desk, [upward], " ", "2027-02-03")
    with pytest.raises(BadInput, match="không phải cấp trên"):
        decisions.record_upper_decision(desk, [upward, own], "123/QĐ-UBND", "2027-02-03")
    assert not awards(desk)
    decisions.record_upper_decision(desk, [upward], "123/QĐ-UBND", "2027-02-03")
    (award,) = awards(desk)
    assert (award["level"], award["decision_number"], award["decided_on"]) == ("tỉnh", "123/QĐ-UBND", "03/02/2027")
    with pytest.raises(BadInput, match="đã có quyết định"):
        decisions.record_upper_decision(desk, [upward], "124/QĐ-UBND", "2027-02-03")
    nominations.set_cell(desk, "nominations", open_one, "state", "không chọn")
    with pytest.raises(BadInput, match="chưa được chọn"):
        decisions.record_upper_decision(desk, [open_one], "124/QĐ-UBND", "2027-02-03")
    history.undo(desk)
    history.undo(desk)
    assert not awards(desk)


def test_what_the_district_decided_then_is_written_down_by_the_day_of_its_decision(desk: Workspace) -> None:
    round_id = settle(desk)
    (title,) = chosen(desk, round_id, ("Lê Văn Giả", "CSTĐ cơ sở"))
    with pytest.raises(BadInput, match="không phải cấp trên"):
        decisions.record_upper_decision(desk, [title], "77/QĐ-UBND", "2025-07-01")
    decisions.record_upper_decision(desk, [title], "77/QĐ-UBND", "2025-01-15")
    assert [(one["level"], one["decided_on"]) for one in awards(desk)] == [("huyện", "15/01/2025")]
    assert rounds.round_summary(desk, round_id).undecided == 0


def test_two_levels_do_not_sign_one_decision(desk: Workspace) -> None:
    round_id = settle(desk)
    rows = chosen(desk, round_id, ("Lê Văn Giả", "CSTĐ cơ sở"), ("Trần Thị Thí", "Bằng khen tỉnh"))
    with pytest.raises(BadInput) as said:
        decisions.record_upper_decision(desk, rows, "77/QĐ-UBND", "2025-01-15")
    assert said.value.happened.startswith(
        "Chủ tịch Ủy ban nhân dân cấp huyện và Chủ tịch Ủy ban nhân dân cấp tỉnh không ký chung một quyết định"
    )
    assert not awards(desk)


def test_a_round_with_a_decision_stays(desk: Workspace) -> None:
    round_id = settle(desk)
    chosen(desk, round_id, ("Lê Văn Giả", "LĐTT"))
    issued = decisions.issue_decision(desk, round_id, 57, "2026-12-20", CHAIR)
    with pytest.raises(InUse, match="đã có 1 quyết định"):
        rounds.remove_round(desk, round_id)
    decisions.remove_decision(desk, issued.decision_id)
    rounds.remove_round(desk, round_id)
    assert rounds.round_summaries(desk, 2026) == []
    history.undo(desk)
    assert nominations.count(desk, "nominations", scope=round_id) == 1


def test_a_thousand_certificates_are_issued_in_one_act(desk: Workspace) -> None:
    round_id = settle(desk)
    rows = [[f"Nguyễn Văn Mẫu {number}", CERTIFICATE, "được chọn"] for number in range(1000)]
    nominations.paste_rows(desk, "nominations", ["subject", "award", "state"], rows, scope=round_id)
    decisions.issue_decision(desk, round_id, 57, "2026-12-20", CHAIR)
    assert decisions.decisions(desk)[0].bonus == 1000 * 760_000
    history.undo(desk)
    assert not awards(desk)


def test_who_signs_is_the_chair_of_the_day(desk: Workspace) -> None:
    registers.add_row(desk, "signers", {"full_name": "Trần Phó Mẫu", "position": "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"})
    registers.add_row(desk, "signers", {"full_name": "Lê Mới Mẫu", "position": "CHỦ TỊCH", "valid_from": "01/01/2027"})
    registers.set_cell(
        desk, "signers", registers.page(desk, "signers", search="Nguyễn")[0].id, "valid_to", "31/12/2026"
    )
    names = {day: [one.full_name for one in signers.signers_on(desk, day)] for day in ("2026-12-20", "2027-02-01")}
    assert names == {
        "2026-12-20": ["Nguyễn Văn Mẫu", "Trần Phó Mẫu"],
        "2027-02-01": ["Lê Mới Mẫu", "Trần Phó Mẫu"],
    }
    signer = signers.signer_on(desk, "2026-12-20")
    assert signer
    assert signer.position == "CHỦ TỊCH"


def test_without_anybody_entered_the_signer_of_the_years_plan_signs(desk: Workspace) -> None:
    registers.remove_rows(desk, "signers", [row.id for row in registers.page(desk, "signers")])
    assert signers.signers_on(desk, "2024-12-20") == ()
    plan = Plan(2024, title="Phát động", signer=PlanSigner("TM. HỘI ĐỒNG", "CHỦ TỊCH HỘI ĐỒNG", "Lê Văn Mẫu"))
    plans.store_plan(desk, plan)
    [signer] = signers.signers_on(desk, "2024-12-20")
    assert (signer.full_name, signer.position, signer.authority) == ("Lê Văn Mẫu", "CHỦ TỊCH", "")
    assert signers.signers_on(desk, "2026-12-20") == ()
