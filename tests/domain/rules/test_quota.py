"""Ceilings, votes and the days of the year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua_desktop.domain.rules import Law, RuleSettings, calendar, judge_ceiling, judge_votes, vote_rule

DAY = "2026-01-10"
TEN = RuleSettings(ceiling_percent=Decimal(10))
UP = RuleSettings(ceiling_percent=Decimal(15), ceiling_rounding="lên")
NEAREST = RuleSettings(ceiling_percent=Decimal(15), ceiling_rounding="gần nhất")

CEILINGS = [
    # proposed for CSTĐ cơ sở, given LĐTT, what the office set, answer; 15 % is not in the law, so it only warns
    (3, 20, None, "đạt"),
    (4, 20, None, "lưu ý"),
    (3, 23, None, "đạt"),  # 3,45
    (4, 23, None, "lưu ý"),
    (4, 23, UP, "đạt"),
    (4, 23, NEAREST, "chưa đạt"),
    (4, 24, NEAREST, "đạt"),  # 3,6
    (3, 20, TEN, "chưa đạt"),
    (2, 20, TEN, "đạt"),
    (0, 0, None, "đạt"),
    (1, 0, None, "lưu ý"),
]


@pytest.mark.parametrize(("proposed", "among", "settings", "answer"), CEILINGS)
def test_ceiling(law: Law, proposed: int, among: int, settings: RuleSettings | None, answer: str) -> None:
    found = judge_ceiling(law, "CSTĐ cơ sở", DAY, proposed, among, settings)
    assert found is not None
    assert found.answer == answer


def test_the_figures_of_a_ceiling(law: Law) -> None:
    found = judge_ceiling(law, "CSTĐ cơ sở", DAY, 4, 23)
    assert found is not None
    assert found.figures == (
        "CSTĐ cơ sở: đề nghị 4 người trên 23 người đạt LĐTT hoặc CSTT; 15% của 23 là 3,45, tức không quá 3 người."
    )
    assert judge_ceiling(law, "LĐTT", DAY, 20, 20) is None
    by_decree = judge_ceiling(law, "CSTĐ cơ sở", "2022-12-20", 4, 23)
    assert by_decree is not None
    assert (by_decree.answer, by_decree.article) == ("chưa đạt", "Điều 9")


VOTES = [
    # award, agreed, present, members, what the office set, answer
    ("LĐTT", 8, 10, 15, None, "đạt"),
    ("LĐTT", 7, 10, 14, None, "lưu ý"),  # more than half of all members; nobody's text was seen
    ("CSTĐ tỉnh", 14, 14, 15, None, "đạt"),
    ("CSTĐ tỉnh", 13, 14, 15, None, "lưu ý"),  # 86,7 %
    ("LĐTT", 7, 10, 15, RuleSettings(votes_percent=Decimal(70), votes_of="thành viên dự họp"), "đạt"),
    ("LĐTT", 6, 10, 15, RuleSettings(votes_percent=Decimal(70), votes_of="thành viên dự họp"), "chưa đạt"),
    ("LĐTT", 10, 10, 15, RuleSettings(votes_percent=Decimal(70)), "chưa đạt"),
    ("LĐTT", 0, 0, 0, None, "lưu ý"),
]


@pytest.mark.parametrize(("award", "agreed", "present", "members", "settings", "answer"), VOTES)
def test_votes(
    law: Law, award: str, agreed: int, present: int, members: int, settings: RuleSettings | None, answer: str
) -> None:
    found = judge_votes(law, award, DAY, agreed, present, members, settings)
    assert found is not None
    assert found.answer == answer


def test_the_threshold_in_words(law: Law) -> None:
    usual = vote_rule(law, "LĐTT", DAY)
    higher = vote_rule(law, "CSTĐ tỉnh", DAY)
    own = vote_rule(law, "LĐTT", DAY, RuleSettings(votes_percent=Decimal(70), votes_of="thành viên dự họp"))
    assert usual and higher and own
    assert usual.words == "trên 50% tổng số thành viên"
    assert higher.words == "từ 90% tổng số thành viên, bỏ phiếu kín"
    assert (own.words, own.source) == ("từ 70% thành viên dự họp", "Quy chế thi đua, khen thưởng của tỉnh")
    assert vote_rule(law, "Danh hiệu tự đặt", DAY) is None
    assert judge_votes(law, "Danh hiệu tự đặt", DAY, 1, 1, 1) is None


def test_the_days_of_the_year(law: Law) -> None:
    due = {one.key: one for one in calendar(law, 2026)}
    days = [one.day for one in due.values()]
    assert days == sorted(days)
    assert (due["gdvh"].day, due["gdvh"].mark) == ("2026-11-25", "đã đối chiếu")
    assert due["gdvh"].source == "Nghị định số 86/2023/NĐ-CP"
    assert (due["thong-ke"].day, due["thong-ke"].mark) == ("2026-12-15", "chưa đối chiếu")
    # the decree on cultural families is in force since 30/01/2024
    assert "gdvh" not in {one.key for one in calendar(law, 2023)}
