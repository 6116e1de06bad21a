"""People before the rules: who they are, what they are nominated for, and the answer, as the law has it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.rules.samples import AMENDED, IN_FORCE, answered, of_kind, person
from thidua_desktop.domain.awards import Initiative
from thidua_desktop.domain.rules import ConditionAnswer, Law, RuleSettings, SubjectFacts, Verdict, judge

LOCAL = Initiative(2026, "Sáng kiến thử ở xã", "cơ sở")
LAST_YEAR = Initiative(2025, "Sáng kiến thử năm trước", "cơ sở")
OF_PROVINCE = Initiative(2024, "Sáng kiến thử toàn tỉnh", "tỉnh")
OF_NATION = Initiative(2023, "Sáng kiến thử toàn quốc", "toàn quốc")

ASKED = [
    # nominated for, who, the answer, the condition that decides, its article
    ("LĐTT", person("HTTNV"), "đạt", "ldtt", "Điều 24 khoản 1, khoản 3"),
    ("LĐTT", person("hoàn thành xuất sắc nhiệm vụ"), "đạt", "ldtt", "Điều 24 khoản 1, khoản 3"),
    ("LĐTT", person("HTNV"), "chưa đạt", "ldtt-danh-gia", "Điều 24 khoản 1 điểm a"),
    ("LĐTT", person(""), "thiếu dữ liệu", "ldtt-danh-gia", "Điều 24 khoản 1 điểm a"),
    ("LĐTT", person("HTTNV", months=8), "đạt", "duoi-6-thang", "Trường hợp không xét danh hiệu"),
    # TT 15/2025 was not seen, so a new recruit is only a warning
    ("LĐTT", person("HTTNV", months=5), "lưu ý", "duoi-6-thang", "Trường hợp không xét danh hiệu"),
    ("LĐTT", person("HTTNV", months=None), "thiếu dữ liệu", "duoi-6-thang", "Trường hợp không xét danh hiệu"),
    ("LĐTT", person("HTTNV", discipline="khiển trách"), "chưa đạt", "ky-luat", "Điều 4"),
    ("LĐTT", person("HTTNV", discipline=None), "thiếu dữ liệu", "ky-luat", "Điều 4"),
    ("LĐTT", person("HTTNV", registered=False), "lưu ý", "dang-ky", "Quy chế thi đua, khen thưởng của tỉnh"),
    ("LĐTT", person("HTTNV", registered=None), "lưu ý", "dang-ky", "Quy chế thi đua, khen thưởng của tỉnh"),
    # the initiative is one of four ways since 2024, no longer a must
    ("CSTĐ cơ sở", person("HTXSNV"), "đạt", "cstdcs-xuat-sac", "Điều 23 khoản 2"),
    ("CSTĐ cơ sở", person("HTTNV", initiatives=(LOCAL,)), "đạt", "cstdcs-sang-kien", "Điều 23 khoản 2"),
    ("CSTĐ cơ sở", person("HTTNV"), "chưa đạt", "cstdcs-sang-kien", "Điều 23 khoản 2"),
    ("CSTĐ cơ sở", person("HTTNV", initiatives=(LAST_YEAR,)), "chưa đạt", "cstdcs-sang-kien", "Điều 23 khoản 2"),
    ("CSTĐ cơ sở", person("HTNV", initiatives=(LOCAL,)), "chưa đạt", "cstdcs-ldtt", "Điều 23 khoản 1"),
    ("CSTĐ tỉnh", person("HTXSNV", awards="CSTĐCS 2024 2025 2026", initiatives=(OF_PROVINCE,)), "đạt", "cstdt-lien-tuc", "Điều 22 khoản 1 điểm a"),
    ("CSTĐ tỉnh", person("HTXSNV", awards="CSTĐCS 2023 2024 2025", initiatives=(OF_PROVINCE,)), "đạt", "cstdt-lien-tuc", "Điều 22 khoản 1 điểm a"),
    ("CSTĐ tỉnh", person("HTXSNV", awards="CSTĐCS 2023 2025 2026", initiatives=(OF_PROVINCE,)), "chưa đạt", "cstdt-lien-tuc", "Điều 22 khoản 1 điểm a"),
    ("CSTĐ tỉnh", person("HTXSNV", awards="CSTĐCS 2024 2025 2026", initiatives=(LOCAL,)), "chưa đạt", "cstdt-sang-kien", "Điều 22 khoản 1 điểm b, khoản 2"),
    ("CSTĐ toàn quốc", person("HTXSNV", awards="CSTĐ tỉnh 2022 2025", initiatives=(OF_NATION,)), "đạt", "cstdtq-lien-tuc", "Điều 21 khoản 1 điểm a"),
    ("CSTĐ toàn quốc", person("HTXSNV", awards="CSTĐ tỉnh 2025", initiatives=(OF_NATION,)), "chưa đạt", "cstdtq-lien-tuc", "Điều 21 khoản 1 điểm a"),
    # bằng khen of the province: the routes of Điều 74.1.d
    ("Bằng khen tỉnh", person("HTTNV", awards="CSTĐCS 2025 2026"), "đạt", "bk-cstdcs", "Điều 74 khoản 1 điểm d"),
    ("Bằng khen tỉnh", person("HTTNV", awards="CSTĐCS 2023 2025"), "chưa đạt", "bk-cstdcs", "Điều 74 khoản 1 điểm d"),
    ("Bằng khen tỉnh", person("HTXSNV", "HTXSNV", initiatives=(LAST_YEAR, LOCAL)), "đạt", "bk-sang-kien", "Điều 74 khoản 1 điểm d"),
    ("Bằng khen tỉnh", person("HTXSNV", "HTXSNV", initiatives=(LOCAL,)), "chưa đạt", "bk-sang-kien", "Điều 74 khoản 1 điểm d"),
    ("Bằng khen tỉnh", person("HTTNV", "HTXSNV", initiatives=(LAST_YEAR, LOCAL)), "chưa đạt", "bk-xuat-sac", "Điều 74 khoản 1 điểm d"),
    # 73.1.b: 3 × CSTĐ cơ sở, not necessarily running, within five years of good work, and the province's before
    ("Bằng khen Thủ tướng", person(*["HTTNV"] * 5, awards="CSTĐCS 2022 2024 2026; Bằng khen tỉnh 2021"), "đạt", "bkttg-cstdcs", "Điều 73 khoản 1 điểm b"),
    ("Bằng khen Thủ tướng", person(*["HTTNV"] * 5, awards="CSTĐCS 2022 2024 2026"), "chưa đạt", "bkttg-bang-khen", "Điều 73 khoản 1 điểm b"),
    ("Bằng khen Thủ tướng", person(*["HTTNV"] * 5, awards="CSTĐCS 2020 2021 2026; Bằng khen tỉnh 2021"), "thiếu dữ liệu", "bkttg-cstdcs", "Điều 73 khoản 1 điểm b"),
    ("Bằng khen Thủ tướng", person("HTNV", *["HTTNV"] * 5, awards="CSTĐCS 2020 2021 2026; Bằng khen tỉnh 2021"), "chưa đạt", "bkttg-cstdcs", "Điều 73 khoản 1 điểm b"),
    ("Giấy khen", person(""), "đạt", "giay-khen", "Điều 75 khoản 2"),
    # a decree was seen to say that merits count from the end of the measure, not that the whole year is lost
    ("Giấy khen", person("", discipline="khiển trách"), "lưu ý", "ky-luat-khen-thuong", "Điều 4"),
    ("Chiến sĩ tiên tiến", person("HTTNV"), "đạt", "cstt-danh-gia", "Điều 24 khoản 1 điểm a, khoản 2"),
]  # fmt: skip


def all_lines(verdict: Verdict) -> dict[str, ConditionAnswer]:
    lines: dict[str, ConditionAnswer] = {}
    ahead = list(verdict.lines)
    while ahead:
        line = ahead.pop()
        lines[line.key] = line
        ahead += line.parts
    return lines


@pytest.mark.parametrize(("award", "facts", "answer", "key", "article"), ASKED)
def test_a_nomination_under_the_law_of_2022(
    law: Law, award: str, facts: SubjectFacts, answer: str, key: str, article: str
) -> None:
    verdict = judge(law, answered(facts, law, IN_FORCE), award, IN_FORCE)
    line = all_lines(verdict)[key]
    assert (verdict.answer, line.article) == (answer, article)
    if answer != "đạt":
        assert line.answer == answer


@pytest.mark.parametrize(("award", "facts", "answer", "key", "article"), ASKED)
def test_after_the_amendment_nothing_unmet_is_a_refusal(
    law: Law, award: str, facts: SubjectFacts, answer: str, key: str, article: str
) -> None:
    verdict = judge(law, answered(facts, law, AMENDED), award, AMENDED)
    line = all_lines(verdict)[key]
    assert verdict.answer == {"chưa đạt": "lưu ý"}.get(answer, answer)
    assert (line.article, line.mark) == (article, "chưa đối chiếu")
    assert "06/2026/QH16" in line.note


@pytest.mark.parametrize(
    ("award", "awards", "key"),
    [
        ("CSTĐ tỉnh", "CSTĐCS 2024 2025 2026", "cstdt-muu-tri"),
        ("CSTĐ toàn quốc", "CSTĐ tỉnh 2022 2025", "cstdtq-muu-tri"),
    ],
)
def test_ingenuity_in_combat_stands_beside_initiative_and_topic(law: Law, award: str, awards: str, key: str) -> None:
    facts = person("HTXSNV", awards=awards)
    assert judge(law, answered(facts, law, IN_FORCE), award, IN_FORCE).answer == "chưa đạt"
    ingenious = answered(replace(facts, confirmed={key: True}), law, IN_FORCE)
    assert judge(law, ingenious, award, IN_FORCE).answer == "đạt"


# received, decided → the answer for someone without the prior titles (Luật 06/2026 Đ.4.4: the better law counts)
NEAR_THE_CHANGE = [
    ("2026-09-20", "2026-09-30", "chưa đạt", "2025-07-01"),
    ("2026-09-20", "2026-11-10", "lưu ý", "2026-10-01"),
    ("2026-10-05", "2026-11-10", "lưu ý", "2026-10-01"),
    ("2025-06-20", "2025-07-10", "chưa đạt", "2024-01-01"),
]


@pytest.mark.parametrize(("received", "decided", "answer", "pack"), NEAR_THE_CHANGE)
def test_a_dossier_near_a_change_of_law(law: Law, received: str, decided: str, answer: str, pack: str) -> None:
    facts = answered(person("HTTNV", awards="CSTĐCS 2026"), law, received)
    verdict = judge(law, facts, "Bằng khen tỉnh", received, decided_on=decided)
    assert (verdict.answer, verdict.pack) == (answer, pack)


def test_before_2024_the_initiative_was_a_must(law: Law) -> None:
    for day, answer in [("2023-12-01", "chưa đạt"), ("2024-01-01", "đạt")]:
        excellent = answered(person("HTXSNV"), law, day)
        assert judge(law, excellent, "CSTĐ cơ sở", day).answer == answer


def test_a_new_recruit_under_the_circular_that_was_seen(law: Law) -> None:
    facts = answered(person("HTTNV", months=5), law, "2025-01-10")
    verdict = judge(law, facts, "LĐTT", "2025-01-10")
    line = all_lines(verdict)["duoi-6-thang"]
    assert (line.answer, line.source, line.article) == (
        "chưa đạt",
        "Thông tư số 01/2024/TT-BNV",
        "Điều 1 khoản 5 điểm d",
    )
    assert line.figures == "Làm việc 5 tháng trong năm 2026, cần ít nhất 6 tháng."


def test_a_farmer_is_judged_by_other_standards(law: Law) -> None:
    open_questions = answered(person("", months=12), law, IN_FORCE)
    assert judge(law, open_questions, "LĐTT", IN_FORCE).answer == "thiếu dữ liệu"
    farmer = answered(open_questions, law, IN_FORCE, ldtt_san_xuat=True, ldtt_chap_hanh=True)
    assert judge(law, farmer, "LĐTT", IN_FORCE).answer == "đạt"
    no_farmer = answered(person("HTNV"), law, IN_FORCE, ldtt_san_xuat=False)
    assert judge(law, no_farmer, "LĐTT", IN_FORCE).answer == "chưa đạt"


def test_the_best_route_counts_and_every_route_is_shown(law: Law) -> None:
    facts = answered(person("HTTNV"), law, IN_FORCE)
    line = next(line for line in judge(law, facts, "CSTĐ cơ sở", IN_FORCE).lines if line.key == "cstdcs")
    assert [part.answer for part in line.parts] == ["chưa đạt", "chưa đạt", "thiếu dữ liệu", "thiếu dữ liệu"]
    assert "Trường hợp khác chưa trả lời" in line.figures
    with_topic = answered(facts, law, IN_FORCE, cstdcs_de_tai=True)
    line = next(line for line in judge(law, with_topic, "CSTĐ cơ sở", IN_FORCE).lines if line.key == "cstdcs")
    assert (line.answer, line.parts[2].answer) == ("đạt", "đạt")


def test_two_initiatives_anywhere_in_an_unbroken_run_of_excellent_years(law: Law) -> None:
    early = (Initiative(2023, "Thử một", "cơ sở"), Initiative(2024, "Thử hai", "cơ sở"))
    unbroken = answered(person(*["HTXSNV"] * 4, initiatives=early), law, IN_FORCE)
    assert judge(law, unbroken, "Bằng khen tỉnh", IN_FORCE).answer == "đạt"
    broken = answered(person("HTXSNV", "HTTNV", "HTXSNV", "HTXSNV", initiatives=early), law, IN_FORCE)
    assert judge(law, broken, "Bằng khen tỉnh", IN_FORCE).answer == "chưa đạt"


def test_what_is_pending_stops_a_nomination(law: Law) -> None:
    facts = answered(person("HTTNV"), law, IN_FORCE)
    pending = replace(facts, confirmed={**facts.confirmed, "dang-xem-xet": True})
    assert judge(law, pending, "LĐTT", IN_FORCE).answer == "chưa đạt"
    unanswered = {key: answer for key, answer in facts.confirmed.items() if key != "dang-xem-xet"}
    asked = judge(law, replace(facts, confirmed=unanswered), "LĐTT", IN_FORCE)
    line = all_lines(asked)["dang-xem-xet"]
    assert (asked.answer, line.figures, line.is_question) == ("thiếu dữ liệu", "Chưa trả lời.", True)


@pytest.mark.parametrize(("registered", "answer"), [(True, "đạt"), (False, "chưa đạt"), (None, "thiếu dữ liệu")])
def test_registration_blocks_only_where_the_office_says_so(law: Law, registered: bool | None, answer: str) -> None:
    facts = answered(person("HTTNV", registered=registered), law, IN_FORCE)
    assert judge(law, facts, "LĐTT", IN_FORCE, RuleSettings(registration_required=True)).answer == answer


def test_an_award_that_is_not_for_this_subject_or_not_known(law: Law) -> None:
    household = judge(law, of_kind("hộ gia đình"), "LĐTT", IN_FORCE)
    assert household.answer == "chưa đạt"
    assert household.lines[0].figures == "“Lao động tiên tiến” chỉ tặng cho cá nhân."
    unknown = judge(law, person("HTTNV"), "Danh hiệu tự đặt", IN_FORCE)
    assert (unknown.answer, unknown.award) == ("lưu ý", "Danh hiệu tự đặt")
    without = judge(law, person("HTTNV"), "Huân chương Lao động hạng Ba", IN_FORCE)
    assert without.answer == "lưu ý"
    assert "Chưa có điều kiện nào" in without.lines[0].figures
