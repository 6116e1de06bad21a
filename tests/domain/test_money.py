"""Sums in words, as an accountant reads them out."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.money import in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (10, "Mười đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (101, "Một trăm lẻ một đồng"),
        (1_005, "Một nghìn không trăm lẻ năm đồng"),
        (710_000, "Bảy trăm mười nghìn đồng"),
        (2_530_000, "Hai triệu năm trăm ba mươi nghìn đồng"),
        (7_590_000, "Bảy triệu năm trăm chín mươi nghìn đồng"),
        (30_360_000, "Ba mươi triệu ba trăm sáu mươi nghìn đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (1_001_000_000, "Một tỷ không trăm lẻ một triệu đồng"),
        (2_000_055_000, "Hai tỷ không trăm năm mươi lăm nghìn đồng"),
    ],
)
def test_a_sum_in_words(amount: int, words: str) -> None:
    assert in_words(amount) == words


def test_a_debt_is_no_bonus() -> None:
    with pytest.raises(ValueError, match="below 0"):
        in_words(-1)
