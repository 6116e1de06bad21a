"""What is typed of a set and of a score, and where figures that are not typed come from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.scoring.criteria import CriteriaSet, Criterion, Grade, LateStep
from thidua_desktop.domain.scoring.figures import Figures, Late, Reached, of_figures, of_lateness, of_rate, shown_figure
from thidua_desktop.domain.scoring.points import Points, Score, points_of, reckoned, total
from thidua_desktop.domain.scoring.sheets import ScoreRow
from thidua_desktop.domain.scoring.typed import (
    grades_text,
    late_of_text,
    late_text,
    read_grades,
    read_late,
    read_late_of,
    read_points,
)
from thidua_desktop.domain.scoring.words import explained, total_words

SET = CriteriaSet("Bộ mẫu", grades=(Grade("A", 1), Grade("B", 0.8)), bonus_rate=1, criterion_cap=10, bonus_cap=3)
QUALITY, FIGURE = Criterion("Nền nếp", "định tính", 10), Criterion("Xóa nhà tạm", points=40)
BONUS, MINUS = Criterion("Sáng tạo", "thưởng", 5), Criterion("Bị nhắc", "trừ", 10, unit="lần")


@pytest.mark.parametrize(
    ("criterion", "text", "read"),
    [
        (QUALITY, "", (None, "")),
        (QUALITY, " b ", (None, "B")),
        (QUALITY, "8,5", (8.5, "")),
        (FIGURE, "43", (43.0, "")),  # above the base: the rest is bonus
        (BONUS, "5", (5.0, "")),
        (MINUS, "-10", (10.0, "")),
        (MINUS, "10", (10.0, "")),
    ],
)
def test_points_and_grades_as_they_are_typed(criterion, text, read):
    assert read_points(SET, criterion, text) == read


@pytest.mark.parametrize(
    ("criterion", "text", "advice"),
    [
        (QUALITY, "C", "Gõ số điểm, hoặc một mức: A, B."),
        (QUALITY, "11", "Gõ không quá 10, hoặc sửa điểm chuẩn trong bộ tiêu chí."),
        (FIGURE, "A", "Gõ số điểm."),
        (BONUS, "-2", "Điểm bị trừ ghi ở tiêu chí loại “trừ”."),
    ],
)
def test_what_is_no_score_is_told_with_what_fits(criterion, text, advice):
    with pytest.raises(BadInput) as refused:
        read_points(SET, criterion, text)
    assert refused.value.advice == advice


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 100), min_size=1))
def test_grades_are_read_as_they_are_shown(shares):
    grades = read_grades("; ".join(f"{name} {share}%" for name, share in shares.items()))
    assert {one.name: round(one.share * 100) for one in grades} == shares
    assert read_grades(grades_text(grades)) == grades


@given(st.dictionaries(st.integers(1, 365), st.integers(0, 100)))
def test_steps_of_lateness_are_read_as_they_are_shown(steps):
    late = tuple(LateStep(days, float(points)) for days, points in sorted(steps.items()))
    assert read_late(late_text(late)) == late


def value(number, unit, comparator="=", to=None):
    return TargetValue(number, unit, comparator, value_to=to)


@pytest.mark.parametrize(
    ("figures", "planned", "achieved", "direction"),
    [
        ([Reached(value(4, "nhà"), 3)], 4, 3, "higher"),
        ([Reached(value(4, "nhà"), 3), Reached(value(2, "nhà"), None)], 6, 3, "higher"),  # two commitments of one kind
        ([Reached(value(95, "%"), 96), Reached(value(90, "%"), 97)], 95, 96, "higher"),  # rates are not added up
        ([Reached(value(2, "%", "<="), 3)], 2, 3, "lower"),
        ([Reached(value(1, "%", "<=", 2), 3)], 2, 3, "lower"),  # of a range the end that is reached first
        (
            [Reached(value(4, "hộ", "còn"), 3), Reached(value(2, "hộ", "còn"), None)],
            6,
            None,
            "lower",
        ),  # one says nothing
        ([Reached(value(4, "nhà"), None)], 4, None, "higher"),
        ([Reached(None, 1), Reached(None, 1)], None, 1, "yes_no"),
        ([Reached(None, 1), Reached(None, None)], None, None, "yes_no"),
    ],
)
def test_the_figures_of_an_organisation_for_one_target(figures, planned, achieved, direction):
    assert of_figures(figures, "theo kết quả") == Figures(planned, achieved, direction, "theo kết quả")


@pytest.mark.parametrize(
    ("counts", "achieved", "said"),
    [
        ((2, 3, 3), pytest.approx(66.67, abs=0.01), "2/3 cam kết đạt"),
        ((1, 3, 2), pytest.approx(33.33, abs=0.01), "1/3 cam kết đạt, 1 chưa báo cáo"),
        ((0, 3, 0), None, "0/3 cam kết đạt, 3 chưa báo cáo"),
        ((0, 0, 0), None, "chưa có cam kết nào"),
    ],
)
def test_the_rate_of_commitments_is_unknown_while_nothing_is_reported(counts, achieved, said):
    made = of_rate(*counts, "cam kết")
    assert (made.planned, made.achieved, made.said) == (100, achieved, said)


LATE_PAPERS = (
    Late("đăng ký", "bản đăng ký", 7),
    Late("giao ước", "giao ước", 30, waiting=True),
    Late("báo cáo", "báo cáo đợt 1", 12, waiting=True),
    Late("báo cáo", "báo cáo đợt 2", -5),
)


@pytest.mark.parametrize(
    ("changed", "days", "taken_off", "said"),
    [
        ({}, (12, 7), -15, "báo cáo đợt 1 chưa nộp, quá 12 ngày; bản đăng ký chậm 7 ngày; tính mỗi lần"),
        (
            {"late_counts": "lần chậm nhất"},
            (12,),
            -10,
            "báo cáo đợt 1 chưa nộp, quá 12 ngày; bản đăng ký chậm 7 ngày; tính lần chậm nhất",
        ),
        ({"late_of": ("giao ước",)}, (30,), -10, "giao ước chưa ký, quá 30 ngày"),
        ({"late_of": ()}, (), 0, "nộp đúng hạn"),
    ],
)
def test_the_set_says_which_late_papers_count_and_how_often(changed, days, taken_off, said):
    criteria = replace(SET, late=(LateStep(5, 5), LateStep(10, 10)), **changed)
    made = of_lateness(criteria, LATE_PAPERS)
    assert (made.late, made.said) == (days, said)
    criterion = Criterion("Nộp chậm", "trừ", measure="nộp chậm")
    assert reckoned(criteria, criterion, None, made.achieved, made.late) == Points(taken_off)


def test_each_time_late_is_told_with_the_points_of_all():
    criteria = replace(SET, late=(LateStep(5, 5), LateStep(10, 10)))
    criterion = Criterion("Nộp chậm", "trừ", measure="nộp chậm")
    made = points_of(criteria, criterion, Score(1, achieved=12, late=(12, 7)))
    assert explained(criteria, made) == ("Chậm 12 ngày, 7 ngày: −15 (5 ngày trừ 5, 10 ngày trừ 10).",)
    assert ScoreRow("1", criterion, made).achieved_text == "12; 7"


@pytest.mark.parametrize(
    ("text", "read"),
    [("báo cáo; Đăng ký", ("đăng ký", "báo cáo")), ("giao uoc, bao cao", ("giao ước", "báo cáo")), (" ", ())],
)
def test_the_papers_whose_lateness_counts_are_read_as_offices_type_them(text, read):
    assert read_late_of(text) == read
    assert read_late_of(late_of_text(read)) == read


def test_what_has_no_deadline_is_no_paper_that_comes_late():
    with pytest.raises(BadInput, match="“biên bản” không phải là việc có hạn nộp"):
        read_late_of("đăng ký; biên bản")


@pytest.mark.parametrize(
    ("lowest", "points", "last"),
    [
        (None, -11, "Điểm trừ nhiều hơn điểm có nên tổng dưới 0: bộ tiêu chí không đặt tổng điểm thấp nhất."),
        (0.0, 0, "Bộ tiêu chí tính thấp nhất 0 điểm nên tổng là 0."),
    ],
)
def test_a_total_below_zero_is_told_or_ends_at_the_least_of_the_set(lowest, points, last):
    criteria = replace(SET, lowest=lowest)
    found = total(
        criteria,
        [
            points_of(criteria, Criterion("Nền nếp", "định tính", 10), Score(1, council_points=9)),
            points_of(criteria, Criterion("Bị nhắc", "trừ", 10), Score(2, council_points=20)),
        ],
    )
    assert found.points == points
    assert total_words(criteria, found) == ("9 điểm − 20 điểm trừ = −11.", last)


@pytest.mark.parametrize(
    ("figure", "direction", "shown"),
    [(None, "", ""), (66.6667, "", "66,67"), (1.0, "yes_no", "đạt"), (0.0, "yes_no", "chưa đạt")],
)
def test_figures_are_shown_as_the_clerk_writes_them(figure, direction, shown):
    assert shown_figure(figure, direction) == shown


@pytest.mark.parametrize(
    ("criterion", "score", "first"),
    [
        (FIGURE, Score(1, planned=100, achieved=96), "96 ÷ 100 × 40 = 38,4."),
        (
            FIGURE,
            Score(1, planned=100, achieved=105),
            "105 so với 100, vượt: đủ 40 và thưởng 2 (vượt 1% thưởng 1% điểm chuẩn, nhiều nhất 10%).",
        ),
        (
            Criterion("Hộ nghèo", points=20, direction="lower"),
            Score(1, planned=2, achieved=4),
            "2 ÷ 4 × 20 = 10 (chỉ tiêu càng thấp càng tốt: kế hoạch ÷ thực hiện).",
        ),
        (FIGURE, Score(1, planned=100), "Chưa có kết quả thực hiện nên chưa tính được."),
        (FIGURE, Score(1, achieved=5), "Chưa có kế hoạch nên chưa tính được."),
        (Criterion("Không điểm"), Score(1, planned=1, achieved=1), "Chưa có điểm chuẩn nên chưa tính được."),
        (Criterion("Mô hình", points=5, direction="yes_no"), Score(1, achieved=1), "Đạt: 5 điểm."),
        (MINUS, Score(1, achieved=2), "2 lần × 10 = −20."),
        (MINUS, Score(1), "Gõ số lần ở cột Thực hiện: mỗi lần trừ 10."),
        (QUALITY, Score(1), "Chấm theo mức (A 100%, B 80%) hoặc bằng điểm."),
        (QUALITY, Score(1, council_grade="B"), "Hội đồng chấm: mức B: 80% × 10 = 8."),
    ],
)
def test_how_points_came_about_is_said_in_words(criterion, score, first):
    assert explained(SET, points_of(SET, criterion, score))[0] == first


def test_a_sum_tells_its_parts_its_limit_and_what_is_missing():
    scored = [
        points_of(SET, FIGURE, Score(1, planned=10, achieved=20)),
        points_of(SET, BONUS, Score(2, council_points=4)),
        points_of(SET, MINUS, Score(3, achieved=1)),
        points_of(SET, QUALITY, Score(4)),
    ]
    assert total_words(SET, total(SET, scored)) == (
        "40 điểm + 3 thưởng vượt chỉ tiêu + 4 điểm thưởng − 10 điểm trừ = 37.",
        "Thưởng vượt chỉ tiêu dừng ở 3 điểm, mức nhiều nhất của bộ.",
        "Còn 1 tiêu chí chưa có điểm.",
    )
