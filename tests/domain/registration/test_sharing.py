"""A figure divided among organisations: the parts make the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.figures.values import format_values, parse_values
from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.registration.sharing import parted, with_part


def value(text: str) -> TargetValue:
    (found,) = parse_values(text)
    return found


@pytest.mark.parametrize(
    ("planned", "weights", "parts"),
    [
        ("15 ha", (1, 1, 1), (5, 5, 5)),
        ("15 ha", (1, 1, 1, 1), (4, 4, 4, 3)),
        ("2 mô hình", (1, 1, 1), (1, 1, None)),
        ("12,5 tỷ đồng", (1, 1), (6.3, 6.2)),
        ("100 hộ", (120, 60, 20), (60, 30, 10)),
        ("100 hộ", (120, 0, 60), (67, None, 33)),
        ("≥ 95%", (1, 1), (95, 95)),
        ("60 tạ/ha", (1, 0), (60, None)),
        ("15 ha", (0, 0), (None, None)),
        ("15 ha", (), ()),
    ],
)
def test_parts(planned: str, weights: tuple[float, ...], parts: tuple[float | None, ...]) -> None:
    assert parted(value(planned), weights) == parts


@given(
    st.integers(1, 10_000_000).map(lambda number: number / 100),
    st.lists(st.integers(0, 500), min_size=1, max_size=30),
)
def test_the_parts_make_the_whole(planned: float, weights: list[int]) -> None:
    parts = parted(TargetValue(planned, "ha"), weights)
    assert len(parts) == len(weights)
    if any(weights):
        assert sum(part or 0 for part in parts) == pytest.approx(planned)
    assert all(part is None or part > 0 for part in parts)


@pytest.mark.parametrize(
    ("figures", "planned", "part", "now"),
    [
        ("5 ha", "15 ha", 4, "4 ha"),
        ("200 cây; 5 ha; 1 ha", "15 ha", 4, "200 cây; 4 ha"),
        ("200 cây", "≥ 15 ha", 4, "200 cây; ≥ 4 ha"),
        ("≥ 3 ha", "15 ha", 4, "≥ 4 ha"),
        ("giảm 3 hộ", "còn 10 hộ", 4, "giảm 3 hộ; còn 4 hộ"),  # what is taken away is another thing
    ],
)
def test_a_part_stands_in_place_of_what_was_said_in_its_unit(figures: str, planned: str, part: float, now: str) -> None:
    assert format_values(with_part(parse_values(figures), value(planned), part)) == now
