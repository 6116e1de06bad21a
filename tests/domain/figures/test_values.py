"""A figure typed in the table in the words of an office, as a line that says the same."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.figures.values import format_values, parse_values
from thidua_desktop.domain.plan.plans import TargetValue

TYPED = [
    ("không thấp hơn 96%", "≥ 96%"),
    ("đạt và vượt 12 tỷ đồng", "≥ 12 tỷ đồng"),
    ("đạt 12 tỷ đồng", "12 tỷ đồng"),
    ("không vượt quá 3 vụ", "≤ 3 vụ"),
    ("giảm xuống còn 2,5%", "còn 2,5%"),
    ("xã giao giảm 4 hộ", "xã giao giảm 4 hộ"),
    ("từ 96% trở lên", "≥ 96%"),
]


@pytest.mark.parametrize(("typed", "shown"), TYPED)
def test_what_an_office_writes_before_a_figure_is_its_comparator(typed: str, shown: str) -> None:
    assert format_values(parse_values(typed)) == shown
    assert parse_values(shown) == parse_values(typed)


def test_a_sum_is_shown_with_the_digits_that_were_typed() -> None:
    assert format_values((TargetValue(0.1 + 0.2, "%"),)) == "0,3%"


def test_a_number_that_a_narrow_cell_cut_is_refused() -> None:
    with pytest.raises(BadInput, match="7,46E\\+09 đồng"):
        parse_values("7,46E+09 đồng")
