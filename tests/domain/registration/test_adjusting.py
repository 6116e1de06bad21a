"""What a commitment says when its figures are others, and how a change is told."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.figures.values import parse_values
from thidua_desktop.domain.registration.adjusting import Wording, adjustments_told


@pytest.mark.parametrize(
    ("quote", "figures", "new", "said"),
    [
        ("Trồng mới 6 ha rừng", "6 ha", "4 ha", "Trồng mới 4 ha rừng"),
        ("Đào hố rác: 78 hộ.", "78 hộ", "13 hộ", "Đào hố rác: 13 hộ."),
        ("Trồng rừng mới", "6 ha", "4 ha", "Trồng rừng mới"),
        ("Từ 6 giờ, trồng 6 ha và 200 cây", "6 ha; 200 cây", "5 ha; 200 cây", "Từ 6 giờ, trồng 5 ha và 200 cây"),
    ],
)
def test_the_words_say_other_figures_where_that_is_certain(quote: str, figures: str, new: str, said: str) -> None:
    assert Wording(quote, parse_values(figures)).saying(parse_values(new)).quote == said


def test_what_one_adjustment_led_to_is_what_the_next_one_kept() -> None:
    first, second, now = (Wording("Trồng rừng", parse_values(text)) for text in ("6 ha", "5 ha", "4 ha"))
    told = adjustments_told([("2026-03-05", "bão", first), ("", "giao lại", second)], now)
    assert [one.words for one in told] == [
        "Điều chỉnh ngày 05/03/2026: 6 ha → 5 ha, lý do: bão",
        "Điều chỉnh: 5 ha → 4 ha, lý do: giao lại",
    ]
    assert adjustments_told([], now) == ()


def test_words_deadline_and_figures_that_came_or_went_are_told() -> None:
    before = Wording("Trồng rừng", (), "2026-11-30")
    (told,) = adjustments_told([("2026-03-05", "bão", before)], Wording("Trồng cây", parse_values("200 cây")))
    assert told.words == (
        "Điều chỉnh ngày 05/03/2026: không có → 200 cây; “Trồng rừng” → “Trồng cây”; hạn 30/11/2026 → không có, "
        "lý do: bão"
    )
