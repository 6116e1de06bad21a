"""Of which targets less is better."""

from __future__ import annotations

import pytest

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.plan.directions import parse_direction_words
from thidua_desktop.domain.plan.plans import TargetValue

WORDS = shipped_definitions().direction_words


@pytest.mark.parametrize(
    ("name", "figure", "direction"),
    [
        ("Tỷ lệ hộ cận nghèo", TargetValue(0.78, "%"), "lower"),
        ("Tốc độ tăng dân số", TargetValue(1.1, "%"), "lower"),
        ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng", TargetValue(9, "%"), "lower"),
        ("Tỷ lệ tăng dân số tự nhiên", TargetValue(5.8, "‰"), "lower"),
        ("Tỷ lệ bao phủ bảo hiểm y tế", TargetValue(98, "%"), ""),
        ("Hộ nghèo", TargetValue(98, "%"), ""),  # of something bad nobody plans so much
        ("Tỷ lệ hộ nghèo được vay vốn", TargetValue(40, "%"), ""),
        ("Tỷ lệ khám phá tội phạm", TargetValue(50, "%"), ""),
        ("Tỷ lệ giảm hộ nghèo", TargetValue(1.5, "%"), ""),
        ("Nhận đỡ đầu hộ nghèo", TargetValue(2, "hộ"), ""),
    ],
)
def test_less_is_better_of_a_rate_of_something_bad(name: str, figure: TargetValue, direction: str) -> None:
    assert WORDS.told(name, figure) == direction


def test_a_list_that_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match="fewer_is_better"):
        parse_direction_words({})
