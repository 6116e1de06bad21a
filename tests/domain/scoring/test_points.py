"""Points by the example rules: the base, the bonus and its limits, grades, what is taken off, places."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.scoring.criteria import CriteriaSet, Criterion, Grade, LateStep, parse_criteria_set
from thidua_desktop.domain.scoring.points import Points, Score, places, points_of, reckoned, total

SET = CriteriaSet(
    "Ví dụ",
    bonus_rate=1,
    criterion_cap=10,
    bonus_cap=20,
    grades=(Grade("A", 1), Grade("B", 0.8)),
    late=(LateStep(5, 5), LateStep(10, 10), LateStep(15, 20)),
)


@pytest.mark.parametrize(
    ("direction", "planned", "achieved", "base", "bonus"),
    [
        ("", 100, 50, 20, 0),  # half of the plan, half of the points
        ("higher", 100, 100, 40, 0),
        ("", 100, 105, 40, 2),  # 5 % above: 5 % of 40
        ("", 100, 180, 40, 4),  # at most 10 % of the criterion
        ("lower", 2, 4, 20, 0),  # hộ nghèo 4 % where 2 % was registered
        ("lower", 4, 2, 40, 4),
        ("lower", 4, 0, 40, 4),  # none left
        ("lower", 0, 0, 40, 0),
        ("higher", 0, 3, 40, 4),  # nothing was planned
        ("yes_no", None, 1, 40, 0),
        ("yes_no", None, 0, 0, 0),
    ],
)
def test_points_by_a_figure(direction, planned, achieved, base, bonus) -> None:
    made = reckoned(SET, Criterion("Chỉ tiêu", points=40, direction=direction), planned, achieved)
    assert made is not None
    assert (round(made.base, 6), round(made.bonus, 6)) == (base, bonus)


@pytest.mark.parametrize(
    ("kind", "unit", "planned", "achieved"),
    [("định lượng", "", None, 5), ("định lượng", "", 5, None), ("định lượng", "", -1, 5), ("định tính", "", 1, 1)],
)
def test_what_figures_cannot_tell_is_unknown(kind, unit, planned, achieved) -> None:
    assert reckoned(SET, Criterion("Chỉ tiêu", kind, 40, unit=unit), planned, achieved) is None


@pytest.mark.parametrize(
    ("unit", "times", "taken_off"),
    [("lần", 0, 0), ("lần", 3, 15), ("ngày", 4, 0), ("ngày", 5, 5), ("ngày", 9, 5), ("ngày", 12, 10), ("ngày", 40, 20)],
)
def test_what_is_taken_off(unit, times, taken_off) -> None:
    assert reckoned(SET, Criterion("Bị nhắc", "trừ", 5, unit=unit), None, times) == Points(-taken_off)


def test_lateness_is_taken_off_by_the_steps_of_the_set_also_where_the_criterion_has_no_points() -> None:
    assert reckoned(SET, Criterion("Nộp chậm", "trừ", measure="nộp chậm"), None, 12) == Points(-10)
    assert reckoned(SET, Criterion("Bị nhắc", "trừ"), None, 2) is None


def test_the_council_counts_before_the_organisation_before_the_figures() -> None:
    criterion = Criterion("Chỉ tiêu", points=40)
    figures = Score(1, planned=100, achieved=50)
    own = Score(1, planned=100, achieved=50, self_points=30)
    council = Score(1, planned=100, achieved=50, self_points=30, council_points=25)
    counted = [points_of(SET, criterion, one).counts for one in (figures, own, council)]
    assert counted == [Points(20), Points(30), Points(25)]
    assert points_of(SET, criterion, council).needs_reason
    assert not points_of(SET, criterion, Score(1, self_points=30, council_points=30)).needs_reason


@pytest.mark.parametrize(("grade", "points"), [("A", 10), ("b", 8), ("Đ", None), ("", None)])
def test_a_grade_brings_its_share(grade, points) -> None:
    made = points_of(SET, Criterion("Nền nếp", "định tính", 10), Score(1, self_grade=grade)).own
    assert made == (None if points is None else Points(points))


def test_the_bonus_of_all_figures_has_a_limit() -> None:
    criteria = [Criterion(f"Chỉ tiêu {n}", points=100) for n in range(3)]
    scored = [points_of(SET, one, Score(n, planned=10, achieved=20)) for n, one in enumerate(criteria)]
    extra = [
        points_of(SET, Criterion("Sáng tạo", "thưởng", 5), Score(7, council_points=4)),
        points_of(SET, Criterion("Bị nhắc", "trừ", 10), Score(8, achieved=1)),
        points_of(SET, Criterion("Nền nếp", "định tính", 10), Score(9)),
    ]
    made = total(SET, [*scored, *extra])
    assert (made.base, made.bonus, made.added, made.taken_off, made.unknown) == (300, 20, 4, 10, 1)
    assert made.points == 314


def test_points_above_the_base_are_bonus_whoever_gave_them() -> None:
    assert points_of(SET, Criterion("Chỉ tiêu", points=40), Score(1, self_points=43)).own == Points(40, 3)


def test_equal_points_share_a_place() -> None:
    assert places({1: 90.0, 2: 95.5, 3: 90.001, 4: 80.0}) == {2: 1, 1: 2, 3: 2, 4: 4}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"name": "Bộ"}, "thiếu “source”"),
        ({"name": "Bộ", "source": "S", "critreion": []}, "không có ô “critreion”"),
        ({"name": "Bộ", "source": "S"}, "chưa có tiêu chí"),
        ({"name": "Bộ", "source": "S", "criterion": [{"name": "a", "kind": "khác"}]}, "tiêu chí thứ 1: “kind”"),
        ({"name": "Bộ", "source": "S", "criterion": [{"name": "a", "kind": "trừ", "points": -1}]}, "số không âm"),
        ({"name": "Bộ", "source": "S", "grade": [{"name": "A"}]}, "mức thứ 1: thiếu “share”"),
        ({"name": "Bộ", "source": "S", "subject": "tỉnh"}, "“subject” phải là một trong"),
    ],
)
def test_a_wrong_set_names_its_first_bad_place(table, said) -> None:
    with pytest.raises(ValueError, match=said):
        parse_criteria_set(table)
