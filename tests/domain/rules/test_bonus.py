"""Bonuses: the multiples of the decrees, the base salary of the day of the decision, rounded up once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua_desktop.domain.awards import SubjectKind
from thidua_desktop.domain.rules import Law
from thidua_desktop.domain.rules.bonus import bonus

BEFORE_JULY_2026, AFTER = "2026-06-30", "2026-07-01"

NOW = [
    # award, given to, multiple under Nghị định 152/2025, đồng at 2.340.000, đồng at 2.530.000
    ("CSTĐ toàn quốc", "cá nhân", "4.5", 10_530_000, 11_390_000),
    ("CSTĐ tỉnh", "cá nhân", "3", 7_020_000, 7_590_000),
    ("CSTĐ cơ sở", "cá nhân", "1", 2_340_000, 2_530_000),
    ("LĐTT", "cá nhân", "0.3", 710_000, 760_000),
    ("Chiến sĩ tiên tiến", "cá nhân", "0.3", 710_000, 760_000),
    ("TTLĐXS", "tập thể", "1.5", 3_510_000, 3_800_000),
    ("Đơn vị quyết thắng", "tập thể", "1.5", 3_510_000, 3_800_000),
    ("TTLĐTT", "tập thể", "0.8", 1_880_000, 2_030_000),
    ("Đơn vị tiên tiến", "tập thể", "0.8", 1_880_000, 2_030_000),
    ("Xã tiêu biểu", "tập thể", "2", 4_680_000, 5_060_000),
    ("Thôn văn hóa", "tập thể", "1.5", 3_510_000, 3_800_000),
    ("Cờ thi đua tỉnh", "tập thể", "8", 18_720_000, 20_240_000),
    ("Cờ Chính phủ", "tập thể", "12", 28_080_000, 30_360_000),
    ("Bằng khen Thủ tướng", "cá nhân", "3.5", 8_190_000, 8_860_000),
    ("Bằng khen Thủ tướng", "tập thể", "7", 16_380_000, 17_710_000),
    ("Bằng khen tỉnh", "cá nhân", "1.5", 3_510_000, 3_800_000),
    # 3 × base, not twice the rounded bonus of a person (7.600.000)
    ("Bằng khen tỉnh", "tập thể", "3", 7_020_000, 7_590_000),
    ("Bằng khen quân khu", "cá nhân", "1", 2_340_000, 2_530_000),
    ("Giấy khen", "cá nhân", "0.3", 710_000, 760_000),
    ("Giấy khen", "tập thể", "0.6", 1_410_000, 1_520_000),
    ("Huân chương Lao động hạng Ba", "cá nhân", "4.5", 10_530_000, 11_390_000),
    ("Huân chương Lao động hạng Ba", "tập thể", "9", 21_060_000, 22_770_000),
]


@pytest.mark.parametrize(("award", "kind", "multiple", "before", "after"), NOW)
def test_bonuses_since_july_2025(
    law: Law, award: str, kind: SubjectKind, multiple: str, before: int, after: int
) -> None:
    found = [bonus(law, award, kind, day) for day in (BEFORE_JULY_2026, AFTER)]
    assert [one.amount for one in found] == [before, after]
    assert {one.coefficient for one in found} == {Decimal(multiple)}
    assert found[0].source == "Nghị định số 152/2025/NĐ-CP"


EARLIER = [
    # award, given to, decided on, đồng
    ("CSTĐ cơ sở", "cá nhân", "2019-06-30", 1_390_000),
    ("CSTĐ cơ sở", "cá nhân", "2019-07-01", 1_490_000),
    ("LĐTT", "cá nhân", "2022-12-20", 450_000),  # 447.000, rounded up
    ("Giấy khen", "cá nhân", "2022-12-20", 230_000),  # 0,15
    ("Giấy khen", "tập thể", "2022-12-20", 450_000),  # 0,3
    ("Bằng khen tỉnh", "cá nhân", "2022-12-20", 1_490_000),
    ("Bằng khen tỉnh", "tập thể", "2022-12-20", 2_980_000),
    ("GĐVH", "hộ gia đình", "2022-12-20", 150_000),
    ("Bằng khen tỉnh", "cá nhân", "2024-12-20", 3_510_000),
    ("LĐTT", "cá nhân", "2024-06-30", 540_000),
]


@pytest.mark.parametrize(("award", "kind", "day", "amount"), EARLIER)
def test_bonuses_of_earlier_years(law: Law, award: str, kind: SubjectKind, day: str, amount: int) -> None:
    assert bonus(law, award, kind, day).amount == amount


def test_a_household_before_2024_is_reckoned_as_a_person_until_somebody_compares_it(law: Law) -> None:
    person, household = (bonus(law, "Giấy khen", kind, "2022-12-20") for kind in ("cá nhân", "hộ gia đình"))
    assert (household.amount, household.mark) == (230_000, "chưa đối chiếu")
    assert (person.amount, person.mark) == (230_000, "đã đối chiếu")


UNKNOWN = [
    # award, given to, decided on, what the clerk is told
    ("GĐVH", "hộ gia đình", AFTER, "Chưa thấy mức trong Nghị định số 152/2025/NĐ-CP."),
    ("Giấy khen", "cá nhân", "2024-12-20", "Nguồn ghi khác nhau (0,15 hoặc 0,3), chưa đối chiếu"),
    ("Xã tiêu biểu", "tập thể", "2022-12-20", "không ghi mức tiền thưởng của Xã, phường, đặc khu tiêu biểu cho tập thể"),
    ("CSTĐ cơ sở", "cá nhân", "2018-03-01", "Chưa biết lương cơ sở ngày 01/03/2018."),
    ("Danh hiệu tự đặt", "cá nhân", AFTER, "không có trong danh mục"),
    ("LĐTT", "hộ gia đình", AFTER, "không ghi mức tiền thưởng của “Lao động tiên tiến” cho hộ gia đình"),
]  # fmt: skip


@pytest.mark.parametrize(("award", "kind", "day", "said"), UNKNOWN)
def test_a_bonus_that_is_not_known_says_why(law: Law, award: str, kind: SubjectKind, day: str, said: str) -> None:
    found = bonus(law, award, kind, day)
    assert found.amount is None
    assert said in found.sentence


@pytest.mark.parametrize(
    ("award", "kind", "sentence", "mark"),
    [
        ("LĐTT", "cá nhân", "0,3 × 2.530.000 đồng = 759.000 đồng, làm tròn lên 760.000 đồng.", "chưa đối chiếu"),
        ("CSTĐ cơ sở", "cá nhân", "1 × 2.530.000 đồng = 2.530.000 đồng.", "chưa đối chiếu"),
        ("Giấy khen", "tập thể", "0,3 × 2 = 0,6; 0,6 × 2.530.000 đồng = 1.518.000 đồng, làm tròn lên 1.520.000 đồng.", "chưa đối chiếu"),
        ("Giấy khen", "hộ gia đình", "0,3 × 1,5 = 0,45; 0,45 × 2.530.000 đồng = 1.138.500 đồng, làm tròn lên 1.140.000 đồng.", "chưa đối chiếu"),
    ],
)  # fmt: skip
def test_the_sum_is_shown(law: Law, award: str, kind: SubjectKind, sentence: str, mark: str) -> None:
    found = bonus(law, award, kind, AFTER)
    assert (found.sentence, found.mark, found.base) == (sentence, mark, 2_530_000)


def test_a_sum_is_checked_when_all_of_it_is(law: Law) -> None:
    assert bonus(law, "LĐTT", "cá nhân", "2022-12-20").mark == "đã đối chiếu"
    assert bonus(law, "GĐVH", "hộ gia đình", "2022-12-20").mark == "chưa đối chiếu"
    assert bonus(law, "LĐTT", "cá nhân", "2026-11-20").mark == "chưa đối chiếu"
