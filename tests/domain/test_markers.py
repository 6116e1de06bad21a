from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.markers import group_style, level_style, places


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("I. II. IV.", "I. II. III."),
        ("1. 3. 4.", "1. 2. 3."),
        ("2. 3.", "1. 2."),
        ("1) 1) 1)", "1) 2) 3)"),
        ("a) b) d)", "a) b) c)"),
        ("a) b) c) d) đ) g)", "a) b) c) d) đ) e)"),
        ("a) b) c) d) e) g)", "a) b) c) d) e) f)"),
        ("a) b) c) d) x)", "a) b) c) d) đ)"),
        ("A. B. D.", "A. B. C."),
        ("C. D.", "A. B."),
        ("i) ii) ii)", "i) ii) iii)"),
        ("(1) (1)", "(1) (2)"),
        ("1/ 3/", "1/ 2/"),
        ("- - -", "- - -"),
        ("1. - 3.", "1. - 2."),
        ("1. a) c) 3. b)", "1. a) b) 2. a)"),
        ("VIII. IX. IX. XI.", "I. II. III. IV."),
    ],
)
def test_siblings_are_numbered_in_the_style_of_the_first_number(written: str, right: str) -> None:
    assert [place.marker for place in places(written.split(), ())] == right.split()


@pytest.mark.parametrize(
    ("written", "path", "right"),
    [
        (["2.1.", "2. 3."], (1,), ["1.1.", "1.2."]),
        (["2.1.", "2.2", "2.3)"], (4,), ["4.1.", "4.2.", "4.3."]),
        (["1.1.1", "1.1.3"], (3, 2, 4), ["2.4.1", "2.4.2"]),
        (["4.1.", "4.2."], (), ["4.1.", "4.2."]),
        (["Phần II", "Phần II"], (), ["Phần I", "Phần II"]),
        (["Điều 4.", "Điều 5."], (), ["Điều 1.", "Điều 2."]),
        (["Phần thứ nhất", "Phần thứ hai"], (), ["Phần thứ nhất", "Phần thứ hai"]),
        (["", ""], (2,), ["", ""]),
        ([], (), []),
    ],
)
def test_compound_numbers_follow_those_above_them(written: list[str], path: tuple[int, ...], right: list[str]) -> None:
    assert [place.marker for place in places(written, path)] == right


def test_a_list_longer_than_the_alphabet_goes_on_in_figures() -> None:
    letters = [place.marker for place in places(["a)"] * 25, ())]
    assert (letters[21], letters[22], letters[24]) == ("x)", "y)", "25)")


@pytest.mark.parametrize(("level", "usual"), [(1, "I."), (2, "1."), (3, "a)"), (4, "-"), (7, "-")])
def test_a_level_that_nobody_numbered_yet_has_the_usual_numbers(level: int, usual: str) -> None:
    style = level_style([[""], ["-"]], level)
    assert (style if isinstance(style, str) else style.marker((1,))) == usual


def test_a_level_is_numbered_as_elsewhere_in_the_plan() -> None:
    style = level_style([["-"], ["2.1.", "2.2."]], 3)
    assert not isinstance(style, str)
    assert style.marker((1, 4, 3)) == "4.3."


@given(
    st.lists(st.sampled_from(["I.", "IV", "1.", "7)", "a)", "đ)", "2.1.", "-", "", "Phần I", "+", "k)"]), max_size=12)
)
def test_numbering_twice_changes_nothing_more(markers: list[str]) -> None:
    once = [place.marker for place in places(markers, (2, 3))]
    assert [place.marker for place in places(once, (2, 3))] == once
    assert (group_style(markers) is None) == (group_style(once) is None)
