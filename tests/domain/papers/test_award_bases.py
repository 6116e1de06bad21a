"""Which acts a decision about awards cites on which day, and how."""

from __future__ import annotations

import pytest

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.legal_acts import LegalAct
from thidua_desktop.domain.papers.award_bases import award_bases, citation

# the day of the decision → the beginnings of its bases, in their order
IN_FORCE = [
    (
        "2022-10-24",
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;",
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14 tháng 6 năm 2005;",
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16 tháng 11 năm 2013;",
            "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết",
        ),
    ),
    (
        "2025-06-30",
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết",
            "Căn cứ Thông tư số 01/2024/TT-BNV ngày 24 tháng 02 năm 2024 của Bộ trưởng Bộ Nội vụ quy định",
        ),
    ),
    (
        "2026-12-20",
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026;",
            "Căn cứ Nghị định số 129/2025/NĐ-CP ngày 11 tháng 6 năm 2025 của Chính phủ quy định về phân định thẩm quyền",
            "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp",
            "Căn cứ Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ quy định",
        ),
    ),
]


@pytest.mark.parametrize(("day", "beginnings"), IN_FORCE)
def test_the_acts_in_force_in_their_order(day: str, beginnings: tuple[str, ...]) -> None:
    found = award_bases(shipped_definitions().legal_acts, day)
    assert len(found) == len(beginnings)
    assert all(line.startswith(begins) for line, begins in zip(found, beginnings, strict=True))
    assert all(line.endswith(";") for line in found)


def test_of_a_law_and_its_successor_one_is_cited() -> None:
    """The law of February 2025 has no day in the register; before the old one ended, the old one stands."""
    old = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
    assert award_bases(shipped_definitions().legal_acts, "2025-01-15")[0] == old


def test_the_provinces_own_regulation_stands_last() -> None:
    own = LegalAct(
        "Quyết định",
        "35/2025/QĐ-UBND",
        "Ban hành Quy chế thi đua, khen thưởng tỉnh Mẫu",
        "2025-10-01",
        "Ủy ban nhân dân tỉnh Mẫu",
    )
    *_, last = award_bases((own, *shipped_definitions().legal_acts), "2026-12-20")
    assert last == (
        "Căn cứ Quyết định số 35/2025/QĐ-UBND ngày 01 tháng 10 năm 2025 của Ủy ban nhân dân tỉnh Mẫu "
        "ban hành Quy chế thi đua, khen thưởng tỉnh Mẫu;"
    )


def test_a_law_is_cited_by_its_name_and_day_alone() -> None:
    assert citation(LegalAct("Luật", "06/2022/QH15", "Luật Thi đua, khen thưởng", "2022-06-15", "Quốc hội")) == (
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
    )
    assert citation(LegalAct("Luật", "65/2025/QH15", "Luật Tổ chức chính quyền địa phương")) == (
        "Luật Tổ chức chính quyền địa phương số 65/2025/QH15"
    )
