"""Who decides what from when."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.rules import Law, decider

XA, HUYEN, TINH = "cấp xã", "cấp huyện", "cấp tỉnh"
DECIDERS = [
    # award, whose chair decided 01/01/2024 – 30/6/2025, whose since 01/7/2025
    ("LĐTT", XA, XA),
    ("Giấy khen", XA, XA),
    ("GĐVH", XA, XA),
    ("CSTĐ cơ sở", HUYEN, XA),
    ("TTLĐTT", HUYEN, XA),
    ("Thôn văn hóa", HUYEN, XA),
    ("CSTĐ tỉnh", TINH, TINH),
    ("TTLĐXS", TINH, TINH),
    ("Cờ thi đua tỉnh", TINH, TINH),
    ("Bằng khen tỉnh", TINH, TINH),
    ("Xã tiêu biểu", TINH, TINH),
    ("CSTĐ toàn quốc", "Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
    ("Bằng khen Thủ tướng", "Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
    ("Cờ Chính phủ", "Chính phủ", "Chính phủ"),
    ("Huân chương Lao động hạng Ba", "Chủ tịch nước", "Chủ tịch nước"),
]


@pytest.mark.parametrize(("award", "until", "since"), DECIDERS)
def test_who_decides(law: Law, award: str, until: str, since: str) -> None:
    for day, who in [("2025-06-30", until), ("2025-07-01", since), ("2026-11-20", since)]:
        expected = f"Chủ tịch Ủy ban nhân dân {who}" if who.startswith("cấp") else who
        assert decider(law, award, day).who == expected


@pytest.mark.parametrize(
    ("award", "day", "level", "source", "mark"),
    [
        ("LĐTT", "2024-06-01", "xã", "Luật số 06/2022/QH15", "đã đối chiếu"),
        ("CSTĐ cơ sở", "2023-12-31", "huyện", "Nghị định số 91/2017/NĐ-CP", "đã đối chiếu"),
        ("CSTĐ cơ sở", "2025-07-01", "xã", "Nghị định số 129/2025/NĐ-CP", "đã đối chiếu"),
        ("CSTĐ cơ sở", "2026-10-01", "xã", "Nghị định số 129/2025/NĐ-CP", "chưa đối chiếu"),
        ("CSTĐ tỉnh", "2025-07-01", "tỉnh", "Luật số 06/2022/QH15", "đã đối chiếu"),
    ],
)
def test_where_that_is_written(law: Law, award: str, day: str, level: str, source: str, mark: str) -> None:
    found = decider(law, award, day)
    assert (found.level, found.source, found.mark) == (level, source, mark)
    assert found.is_chair_of_commune == (level == "xã")


def test_what_goes_up_goes_through_the_department_of_home_affairs(law: Law) -> None:
    assert decider(law, "Bằng khen tỉnh", "2026-01-10").through == (
        "Hồ sơ trình Chủ tịch Ủy ban nhân dân tỉnh qua Sở Nội vụ."
    )
    assert "Ủy ban nhân dân cấp huyện" in decider(law, "Bằng khen tỉnh", "2025-01-10").through
    assert decider(law, "LĐTT", "2026-01-10").through == ""


@pytest.mark.parametrize(
    "award", ["Chiến sĩ tiên tiến", "Đơn vị tiên tiến", "Đơn vị quyết thắng", "Bằng khen quân khu"]
)
@pytest.mark.parametrize("day", ["2023-06-01", "2024-06-01", "2026-01-10", "2026-11-20"])
def test_titles_of_the_armed_forces_are_not_the_chairs_to_sign(law: Law, award: str, day: str) -> None:
    found = decider(law, award, day)
    assert found.level == "lực lượng vũ trang"
    assert "Không thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp xã" in found.through


def test_an_award_nobody_is_named_for(law: Law) -> None:
    found = decider(law, "Xã tiêu biểu", "2022-06-01")
    assert (found.level, found.is_chair_of_commune, found.mark) == (None, False, "chưa đối chiếu")
    assert found.who.startswith("Chưa biết ai quyết định tặng Xã, phường, đặc khu tiêu biểu")
    assert decider(law, "Danh hiệu tự đặt", "2026-01-10").level is None
