"""Unit and comparator of a target's figures, typed in columns of their own."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.figures.value_parts import COMPARATOR, UNIT, part_text, with_part, with_units_of
from thidua_desktop.domain.figures.values import format_values, parse_values

SHOWN = [
    ("≥ 96%", UNIT, "%"),
    ("≥ 96%", COMPARATOR, "từ … trở lên (≥)"),
    ("12 ha", COMPARATOR, ""),
    ("thị xã giao 10 ha; HĐND xã giao 6 ha", UNIT, "ha"),
    ("10 ha; 5", UNIT, "ha; –"),
    ("≥ 10 ha; 5 tấn", COMPARATOR, "từ … trở lên (≥); –"),
    ("", UNIT, ""),
]


@pytest.mark.parametrize(("figures", "key", "text"), SHOWN)
def test_the_column_shows_what_the_figures_share(figures: str, key: str, text: str) -> None:
    assert part_text(parse_values(figures), key) == text
    assert with_part(parse_values(figures), key, text) == parse_values(figures)


TYPED = [
    ("12", UNIT, "tỷ đồng", "12 tỷ đồng"),
    ("thị xã giao 10 ha; HĐND xã giao 6 ha", UNIT, "m2", "thị xã giao 10 m2; HĐND xã giao 6 m2"),
    ("10 ha; 5 ha", UNIT, "ha; tấn", "10 ha; 5 tấn"),
    ("96%", COMPARATOR, "từ … trở lên", "≥ 96%"),
    ("96%", COMPARATOR, "≥", "≥ 96%"),
    ("≥ 96%", COMPARATOR, "", "96%"),
    ("5 hộ", COMPARATOR, "Giảm", "giảm 5 hộ"),
    ("5 hộ", COMPARATOR, "khong qua", "≤ 5 hộ"),
]


@pytest.mark.parametrize(("figures", "key", "text", "after"), TYPED)
def test_what_is_typed_there_is_for_all_figures(figures: str, key: str, text: str, after: str) -> None:
    assert format_values(with_part(parse_values(figures), key, text)) == after


@pytest.mark.parametrize(
    ("figures", "key", "text"), [("", UNIT, "ha"), ("5 ha", COMPARATOR, "tùy"), ("5 ha", UNIT, "ha; tấn")]
)
def test_what_does_not_fit_is_refused(figures: str, key: str, text: str) -> None:
    with pytest.raises(BadInput):
        with_part(parse_values(figures), key, text)


def test_a_bare_number_keeps_the_unit_of_its_row() -> None:
    before = parse_values("thị xã giao 10 ha; HĐND xã giao 6 ha")
    assert format_values(with_units_of(parse_values("12"), before)) == "12 ha"
    assert format_values(with_units_of(parse_values("12%"), before)) == "12%"
    assert format_values(with_units_of(parse_values("12"), parse_values("1 ha; 2 tấn"))) == "12"
