"""Collectives and households before the rules: 70 % is a legal minimum, nothing is rounded."""

from __future__ import annotations

import pytest

from tests.domain.rules.samples import IN_FORCE, YEAR, answered, collective, of_kind
from thidua_desktop.domain.awards import AwardGiven, SubjectKind
from thidua_desktop.domain.rules import CollectiveYear, Law, judge

# evaluation, people, completed, LĐTT, CSTĐ cơ sở, disciplined → TTLĐTT, TTLĐXS; the sentence about LĐTT
COLLECTIVES = [
    ("HTTNV", 20, 20, 14, 1, 0, "đạt", "chưa đạt", "LĐTT 14/20 người (70%), cần ít nhất 70%."),
    ("HTXSNV", 20, 20, 14, 1, 0, "đạt", "đạt", "LĐTT 14/20 người (70%), cần ít nhất 70%."),
    ("HTXSNV", 23, 23, 16, 1, 0, "chưa đạt", "chưa đạt", "LĐTT 16/23 người (69,6%), cần ít nhất 70%."),
    ("HTXSNV", 23, 23, 17, 1, 0, "đạt", "đạt", "LĐTT 17/23 người (73,9%), cần ít nhất 70%."),
    ("HTXSNV", 2001, 2001, 1400, 1, 0, "chưa đạt", "chưa đạt", "LĐTT 1400/2001 người (69,97%), cần ít nhất 70%."),
    ("HTXSNV", 20, 19, 14, 1, 0, "đạt", "chưa đạt", "LĐTT 14/20 người (70%), cần ít nhất 70%."),
    ("HTXSNV", 20, 20, 14, 0, 0, "đạt", "chưa đạt", "LĐTT 14/20 người (70%), cần ít nhất 70%."),
    ("HTXSNV", 20, 20, 14, 1, 1, "chưa đạt", "đạt", "LĐTT 14/20 người (70%), cần ít nhất 70%."),
    ("HTXSNV", 20, 20, None, 1, 0, "thiếu dữ liệu", "thiếu dữ liệu", "Chưa có số người LĐTT của tập thể năm 2026."),
    ("HTXSNV", None, 20, 14, 1, 0, "thiếu dữ liệu", "thiếu dữ liệu", "Chưa có tổng số người của tập thể năm 2026."),
    ("HTNV", 20, 20, 14, 1, 0, "chưa đạt", "chưa đạt", "LĐTT 14/20 người (70%), cần ít nhất 70%."),
]


@pytest.mark.parametrize("row", COLLECTIVES)
def test_titles_of_collectives(law: Law, row: tuple[object, ...]) -> None:
    evaluation, people, completed, advanced, fighters, disciplined, advanced_title, excellent_title, said = row
    year = CollectiveYear(YEAR, evaluation, people, completed, advanced, fighters, disciplined, registered=True)  # type: ignore[arg-type]
    facts = answered(collective(year), law, IN_FORCE)
    first = judge(law, facts, "Tập thể lao động tiên tiến", IN_FORCE)
    second = judge(law, facts, "TTLĐXS", IN_FORCE)
    assert (first.answer, second.answer) == (advanced_title, excellent_title)
    (share,) = [line for line in first.lines if line.key == "ttldtt-ty-le"]
    assert (share.figures, share.article) == (said, "Điều 28 khoản 1 điểm c")
    assert share.question == "Có ít nhất 70% cá nhân trong tập thể đạt “Lao động tiên tiến”"


def test_the_old_law_asked_for_half_and_is_not_checked(law: Law) -> None:
    half = CollectiveYear(YEAR, "HTTNV", 20, 20, 10, 0, 0, registered=True)
    less = CollectiveYear(YEAR, "HTTNV", 20, 20, 9, 0, 0, registered=True)
    day = "2023-12-20"
    assert judge(law, answered(collective(half), law, day), "TTLĐTT", day).answer == "đạt"
    assert judge(law, answered(collective(less), law, day), "TTLĐTT", day).answer == "lưu ý"


def test_units_of_the_armed_forces_count_their_own_title(law: Law) -> None:
    facts = answered(collective(CollectiveYear(YEAR, "HTTNV", 10, 10, 7, 0, 0, True)), law, IN_FORCE)
    verdict = judge(law, facts, "Đơn vị tiên tiến", IN_FORCE)
    assert verdict.answer == "đạt"
    assert "CSTT 7/10 người (70%), cần ít nhất 70%." in [line.figures for line in verdict.lines]


def year_of(year: int, evaluation: str = "HTXSNV") -> CollectiveYear:
    return CollectiveYear(year, evaluation)


TTLDXS_2025 = AwardGiven(2025, "Tập thể lao động xuất sắc", "tập thể")
BEFORE = AwardGiven(2021, "Bằng khen tỉnh", "tập thể")
FLAG = AwardGiven(2024, "Cờ thi đua cấp tỉnh", "tập thể")

EARLY_FLAG = AwardGiven(2020, "Cờ thi đua cấp tỉnh", "tập thể")
LONG_AGO = AwardGiven(2018, "Bằng khen tỉnh", "tập thể")
TTLDXS_2021 = AwardGiven(2021, "Tập thể lao động xuất sắc", "tập thể")
EIGHT = tuple(year_of(year) for year in range(2019, 2027))

CERTIFICATES = [
    # award, years, awards before, answer
    ("Bằng khen tỉnh", (year_of(2025), year_of(2026)), (), "đạt"),
    ("Bằng khen tỉnh", (year_of(2025, "HTTNV"), year_of(2026)), (TTLDXS_2025,), "đạt"),
    ("Bằng khen tỉnh", (year_of(2025, "HTTNV"), year_of(2026)), (), "chưa đạt"),
    ("Bằng khen tỉnh", (year_of(2026),), (), "thiếu dữ liệu"),
    ("Bằng khen Thủ tướng", tuple(year_of(year) for year in range(2022, 2027)), (BEFORE, FLAG), "đạt"),
    ("Bằng khen Thủ tướng", tuple(year_of(year) for year in range(2022, 2027)), (BEFORE,), "chưa đạt"),
    ("Bằng khen Thủ tướng", tuple(year_of(year) for year in range(2022, 2027)), (FLAG,), "chưa đạt"),
    # Điều 73 khoản 4 điểm e: liên tục từ 05 năm trở lên; the flag counts anywhere in a longer run
    ("Bằng khen Thủ tướng", EIGHT, (LONG_AGO, EARLY_FLAG), "đạt"),
    ("Bằng khen Thủ tướng", (*EIGHT[:2], year_of(2021, "HTTNV"), *EIGHT[3:]), (LONG_AGO, EARLY_FLAG), "chưa đạt"),
    (
        "Bằng khen Thủ tướng",
        (*EIGHT[:2], year_of(2021, "HTTNV"), *EIGHT[3:]),
        (LONG_AGO, EARLY_FLAG, TTLDXS_2021),
        "đạt",
    ),
    ("Bằng khen Thủ tướng", EIGHT[3:], (LONG_AGO, EARLY_FLAG), "thiếu dữ liệu"),  # 2021 is not known
]


@pytest.mark.parametrize(("award", "years", "awards", "answer"), CERTIFICATES)
def test_certificates_of_collectives(
    law: Law, award: str, years: tuple[CollectiveYear, ...], awards: tuple[AwardGiven, ...], answer: str
) -> None:
    facts = answered(collective(*years, awards=awards), law, IN_FORCE, bk_tt_dan_chu=True)
    assert judge(law, facts, award, IN_FORCE).answer == answer


@pytest.mark.parametrize(
    ("kind", "award", "article"),
    [
        ("hộ gia đình", "Gia đình văn hóa", "Điều 31 khoản 1 điểm a"),
        ("hộ gia đình", "Giấy khen", "Điều 75 khoản 2"),
        ("hộ gia đình", "Bằng khen tỉnh", "Điều 74 khoản 5"),
        ("tập thể", "Thôn văn hóa", "Điều 30 khoản 1 điểm a"),
        ("tập thể", "Xã tiêu biểu", "Điều 29 khoản 1"),
    ],
)
def test_questions_without_figures_are_the_clerks_to_answer(
    law: Law, kind: SubjectKind, award: str, article: str
) -> None:
    nobody_asked = judge(law, of_kind(kind), award, IN_FORCE)
    assert nobody_asked.answer == "thiếu dữ liệu"
    assert nobody_asked.lines[0].article == article
    assert judge(law, answered(of_kind(kind), law, IN_FORCE), award, IN_FORCE).answer == "đạt"


def test_a_household_that_was_fined_is_no_cultural_family(law: Law) -> None:
    facts = answered(of_kind("hộ gia đình"), law, IN_FORCE)
    fined = {**facts.confirmed, "gdvh-loai-tru": True}
    verdict = judge(law, type(facts)("hộ gia đình", "Hộ thử", YEAR, confirmed=fined), "GĐVH", IN_FORCE)
    (line,) = [line for line in verdict.lines if line.answer != "đạt"]
    assert (verdict.answer, line.source, line.article) == ("chưa đạt", "Nghị định số 86/2023/NĐ-CP", "Điều 6 khoản 4")
