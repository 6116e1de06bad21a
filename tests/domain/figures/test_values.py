"""A figure typed in the table in the words of an office, as a line that says the same."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.figures.values import format_values, parse_values

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
