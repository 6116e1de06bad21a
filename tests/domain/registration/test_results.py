"""How far a figure has come: read line by line as "planned, achieved → per cent, word"."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.figures.values import parse_values
from thidua_desktop.domain.plan.plans import Phase, TargetValue
from thidua_desktop.domain.registration.results import (
    adds_up,
    committed,
    current_phase,
    percent,
    progress,
    read_result,
    shared_figures,
    shown_percent,
    shown_result,
    status,
    summed,
    summed_parts,
)


def planned(text: str) -> TargetValue | None:
    return parse_values(text)[0] if text else None


@pytest.mark.parametrize(
    ("target", "achieved", "per_cent", "word"),
    [
        ("78 hộ", 78, "100%", "đạt"),
        ("78 hộ", 80, "102,6%", "vượt"),
        ("78 hộ", 39, "50%", "chưa đạt"),
        ("78 hộ", 0, "0%", "chưa đạt"),
        ("≥ 97%", 97, "100%", "đạt"),
        ("≥ 97%", 97.97, "101%", "vượt"),
        ("> 90%", 90, "100%", "chưa đạt"),
        ("> 90%", 90.9, "101%", "vượt"),
        ("≤ 2%", 1.6, "125%", "vượt"),
        ("≤ 2%", 2, "100%", "đạt"),
        ("≤ 2%", 2.5, "80%", "chưa đạt"),
        ("dưới 2%", 2, "100%", "chưa đạt"),
        ("còn 12 hộ", 10, "120%", "vượt"),
        ("còn 12 hộ", 15, "80%", "chưa đạt"),
        ("còn 12 hộ", 0, "", "vượt"),  # nothing left: no per cent to say, but more than asked
        ("giảm 4 hộ", 5, "125%", "vượt"),
        ("giảm 4 hộ", 3, "75%", "chưa đạt"),
        ("khoảng 6 ha", 6, "100%", "đạt"),
        ("1–2 nhà", 0, "0%", "chưa đạt"),
        ("1–2 nhà", 1, "100%", "đạt"),
        ("1–2 nhà", 2, "100%", "đạt"),
        ("1–2 nhà", 3, "150%", "vượt"),
        ("≤ 1–2%", 2, "100%", "đạt"),
        ("0 vụ", 0, "", "đạt"),
        ("0,3 tấn", 0.1 + 0.2, "100%", "đạt"),
        ("", 1, "", "đạt"),
        ("", 0, "", "chưa đạt"),
    ],
)
def test_a_figure_against_what_was_planned(target: str, achieved: float, per_cent: str, word: str) -> None:
    assert shown_percent(percent(planned(target), achieved)) == per_cent
    assert status(planned(target), achieved) == word


PHASES = (
    Phase("Đợt 1", "2026-01-01", "2026-04-30", "2026-06-25"),
    Phase("Đợt 2", "2026-07-01", "2026-12-31", "2026-12-25"),
)


@pytest.mark.parametrize(
    ("reported", "today", "achieved", "word"),
    [
        ((None, None), "2026-03-01", None, "chưa báo cáo"),
        ((None, None), "2026-06-25", None, "chưa báo cáo"),
        ((None, None), "2026-06-26", None, "quá hạn"),
        ((40, None), "2026-06-26", 40, "chưa đạt"),
        ((40, None), "2026-12-26", 40, "quá hạn"),  # the second report did not come
        ((80, None), "2026-12-26", 80, "vượt"),  # what is reached stays reached
        ((None, 60), "2026-12-26", 60, "chưa đạt"),  # counted from the beginning of the year
        ((40, 78), "2026-12-26", 78, "đạt"),
    ],
)
def test_the_year_stands_by_its_latest_phase(
    reported: tuple[float | None, ...], today: str, achieved: float | None, word: str
) -> None:
    found = progress(planned("78 hộ"), reported, PHASES, today)
    assert (found.achieved, found.status) == (achieved, word)


@pytest.mark.parametrize(
    ("reported", "back", "deadline", "today", "word"),
    [
        ((None, None), (), "2026-03-31", "2026-03-31", "chưa báo cáo"),
        ((None, None), (), "2026-03-31", "2026-04-01", "quá hạn"),  # its own day is gone by
        ((40, None), (), "2026-06-30", "2026-07-01", "quá hạn"),  # reported, and not reached by its day
        ((78, None), (), "2026-06-30", "2026-12-26", "đạt"),
        ((40, None), (), "2026-12-31", "2026-07-01", "chưa đạt"),
        ((40, None), (), "2026-12-31", "2026-12-26", "quá hạn"),  # the report was due before its day
        ((None, None), (True, False), None, "2026-06-26", "chưa nhập số"),
        (
            (None, None),
            (True, False),
            "2026-03-31",
            "2026-06-26",
            "chưa nhập số",
        ),  # the form may tell that it is reached
        ((None, None), (True, False), None, "2026-12-26", "quá hạn"),  # the second one did not come
        ((40, None), (True, True), None, "2026-12-26", "chưa nhập số"),
        ((40, None), (True, False), None, "2026-06-26", "chưa đạt"),
    ],
)
def test_a_day_of_its_own_and_a_report_that_is_back(reported, back, deadline, today, word) -> None:
    assert progress(planned("78 hộ"), reported, PHASES, today, back=back, deadline=deadline).status == word


@pytest.mark.parametrize(
    ("today", "awaited"),
    [
        ("2026-01-02", "Đợt 1"),
        ("2026-06-25", "Đợt 1"),
        ("2026-06-26", "Đợt 2"),
        ("2027-01-10", "Đợt 2"),
    ],
)
def test_the_phase_that_is_awaited(today: str, awaited: str) -> None:
    phase = current_phase(PHASES, today)
    assert phase is not None and phase.name == awaited
    assert current_phase((), today) is None


@pytest.mark.parametrize(
    ("target", "typed", "value", "shown"),
    [
        ("78 hộ", "62", 62, "62"),
        ("78 hộ", " 62 hộ ", 62, "62"),
        ("97%", "98,5 %", 98.5, "98,5"),
        ("663 tỷ đồng", "1.204,5 tỷ đồng", 1204.5, "1.204,5"),
        ("1,1%", "-0,2%", -0.2, "-0,2"),
        ("78 hộ", "", None, ""),
        ("", "Đạt", 1, "đạt"),
        ("", "x", 1, "đạt"),
        ("", "chưa đạt", 0, "chưa đạt"),
        ("", "không", 0, "chưa đạt"),
    ],
)
def test_a_result_is_read_as_offices_write_it(target: str, typed: str, value: float | None, shown: str) -> None:
    read = read_result(planned(target), typed)
    assert read == value
    assert shown_result(planned(target), read) == shown


@pytest.mark.parametrize(
    ("target", "typed", "said"),
    [
        ("5 nhà", "khoảng năm nhà", "“khoảng năm nhà” chưa phải là một con số; dữ liệu không thay đổi."),
        ("5 nhà", "đạt", "“đạt” chưa phải là một con số; dữ liệu không thay đổi."),
        ("5 nhà", "5 hộ", "“5 hộ” chưa phải là một con số; dữ liệu không thay đổi."),
        ("5 nhà", "9" * 16, f"Số trong “{'9' * 16}” quá lớn; dữ liệu không thay đổi."),
        ("", "gần xong", "Nội dung này không có số để so nên “gần xong” chưa rõ là đạt hay chưa; "),
    ],
)
def test_figures_as_text_are_refused_in_a_sentence(target: str, typed: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_result(planned(target), typed)
    assert caught.value.happened.startswith(said)
    assert caught.value.advice.startswith("Gõ")


@pytest.mark.parametrize(("unit", "can"), [("hộ", True), ("%", False), ("‰", False), ("tạ/ha", False), ("", False)])
def test_rates_do_not_add_up(unit: str, can: bool) -> None:
    assert adds_up(unit) is can


def test_commitments_in_the_unit_of_a_target_are_added_up() -> None:
    parts = [parse_values("41 hộ; 3 ha"), parse_values("15 Hộ"), parse_values("97%")]
    target = parse_values("60 hộ")[0]
    assert committed(target, parts) == 56
    assert summed(target, zip(parts, [{0: 30.0, 1: 9.0}, {}, {0: 97.0}], strict=True)) == 30
    assert summed(target, [(parts[2], {0: 97.0})]) is None
    rate = parse_values("97%")[0]
    assert committed(rate, [parse_values("97%"), parse_values("97%")]) == 97
    assert committed(rate, [parse_values("97%"), parse_values("95%")]) is None


def test_what_should_be_low_is_known_once_all_have_told_and_what_is_taken_away_is_another_thing() -> None:
    target, parts = parse_values("còn 10 hộ")[0], [parse_values("còn 4 hộ"), parse_values("còn 5 hộ")]
    assert summed(target, zip(parts, [{0: 4.0}, {}], strict=True)) is None
    assert summed(target, zip(parts, [{0: 4.0}, {0: 7.0}], strict=True)) == 11
    taken_away = parse_values("giảm 3 hộ")
    assert summed(target, [(taken_away, {0: 3.0})]) is None
    assert committed(target, [*parts, taken_away]) == 9


RATE = "97%"
# figures of the linked commitments with what was reported of them → the target's result
RATES = [
    ([("97%", {0: 96.5})], 96.5),
    ([("97%", {0: 96.5}), ("41 hộ", {0: 20.0})], 96.5),  # only one has a figure in per cent
    ([("97%", {0: 96.5}), ("95%", {0: 95.0})], None),
    ([("97%", {0: 96.5}), ("95%", {})], None),  # the other one has only not reported yet
    ([("97%; 95%", {0: 96.5, 1: 95.0})], None),
    ([("97%", {})], None),
    ([("41 hộ", {0: 20.0})], None),
]


@pytest.mark.parametrize(("parts", "result"), RATES)
def test_a_rate_is_that_of_the_one_organisation_that_commits_to_it(
    parts: list[tuple[str, dict[int, float]]], result: float | None
) -> None:
    said = [(parse_values(figures), reported) for figures, reported in parts]
    assert summed(parse_values(RATE)[0], said) == result


@pytest.mark.parametrize(
    ("figures", "shared"),
    [
        ("tỉnh giao 95,52%; HĐND xã giao 90%", (0, 0)),
        ("giảm 4 hộ; còn 12 hộ", (0, 1)),
        ("46 doanh nghiệp; thị xã giao 5 doanh nghiệp", (0, 1)),
        ("thị xã giao 10 ha; thị xã giao 10 ha; HĐND xã giao 6 ha", (0, 1, 2)),
        ("tỉnh giao giảm 1%; HĐND xã giao 0,8%", (0, 1)),
        ("thị xã giao 0,85%; HĐND xã giao 0,89%; giảm 4 hộ", (0, 0, 2)),
    ],
)
def test_levels_that_assign_one_thing_share_its_result(figures: str, shared: tuple[int, ...]) -> None:
    assert shared_figures(parse_values(figures)) == shared


@pytest.mark.parametrize(
    ("whole", "parts", "said"),
    [
        # "663 tỷ đồng, trong đó …": what a part said before counts on; before all have said something nothing is known.
        ("663 tỷ đồng", (("377 tỷ đồng", 100, 380), ("190 tỷ đồng", None, 200), ("96 tỷ đồng", 40, None)), [None, 620]),
        ("10 ha", (("6 ha", None, None), ("4 ha", None, None)), [None, None]),
        ("tỉnh giao 9 ha; xã giao 10 ha", (("6 ha", 1, None), ("4 ha", 2, None)), [3, None]),
        # A few of many are not the whole.
        ("100 ha", (("6 ha", 6, 6), ("4 ha", 4, 4)), []),
        ("1–2 nhà", (("1 nhà", 1, 1),), []),
        ("10 ha", (), []),
    ],
)
def test_parts_make_up_their_target_when_they_are_to_reach_as_much(whole, parts, said) -> None:
    figures = [(parse_values(text)[0], values) for text, *values in parts]
    assert summed_parts(parse_values(whole), figures) == said
