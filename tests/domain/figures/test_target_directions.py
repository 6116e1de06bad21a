"""Whether the figure of a target is to go up or down."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.figures.values import direction_of, parse_values
from thidua_desktop.domain.plan.plans import Target

FEWER = ("hộ nghèo", "tai nạn", "suy dinh dưỡng")
UNCLEAR = ("biên chế",)

DIRECTIONS = [
    ("Thu ngân sách", "12 tỷ đồng", "higher"),
    ("Tỷ lệ hộ sử dụng nước sạch", "≥ 95%", "higher"),
    ("Tỷ lệ hộ nghèo", "2,5%", "lower"),
    ("Tỷ lệ trẻ em suy dinh dưỡng", "< 8%", "lower"),
    ("Số vụ cháy", "giảm 2 vụ", "lower"),
    ("Hộ cận nghèo", "còn 12 hộ", "lower"),
    ("Người vi phạm", "không quá 3 người", "lower"),
    ("Giảm tỷ suất sinh", "0,1‰", "lower"),
    ("Trạm y tế đạt chuẩn", "", "yes_no"),
    ("Dự toán", "thành phố giao chưa có số dự toán", "yes_no"),
    ("Số biên chế", "45 người", None),
]


@pytest.mark.parametrize(("indicator", "figures", "direction"), DIRECTIONS, ids=[name for name, *_ in DIRECTIONS])
def test_where_the_figure_of_a_target_goes(indicator: str, figures: str, direction: str | None) -> None:
    assert direction_of(Target("", indicator, values=parse_values(figures)), FEWER, UNCLEAR) == direction


def test_a_whole_made_of_parts_goes_nowhere() -> None:
    assert direction_of(Target("", "Chăn nuôi", kind="composite"), FEWER) is None


def test_what_the_table_says_of_a_target_goes_first() -> None:
    target = Target("", "Số biên chế", values=parse_values("45 người"), direction="lower")
    assert direction_of(target, FEWER, UNCLEAR) == "lower"
