"""What an organisation is called on a paper, and what its year is called."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.members.names import FormerName, name_on, phase_of_year, printed_name, year_words

BEFORE = (FormerName("Thôn Hạ", "2025-06-30"), FormerName("Xóm Hạ", "2019-12-31"), FormerName("Th. Hạ"))


def test_a_paper_of_the_past_has_the_name_of_its_day() -> None:
    assert name_on("2019-12-31", "Thôn Đông", BEFORE) == "Xóm Hạ"
    assert name_on("2020-01-01", "Thôn Đông", BEFORE) == "Thôn Hạ"
    assert name_on("2025-07-01", "Thôn Đông", BEFORE) == "Thôn Đông"


def test_the_printed_name_stands_on_papers_where_there_is_one() -> None:
    assert printed_name("Hội CCB", "Hội Cựu chiến binh xã Ví Dụ") == "Hội Cựu chiến binh xã Ví Dụ"
    assert printed_name("Hội CCB", " ") == "Hội CCB"


def test_a_school_counts_by_school_years() -> None:
    assert year_words(2026, by_school_year=True) == "năm học 2025 – 2026"
    assert year_words(2026, by_school_year=False) == "năm 2026"


@pytest.mark.parametrize(
    ("name", "year", "said"),
    [
        ("Đợt 1", "năm 2026", "đợt 1 năm 2026"),
        ("6 tháng cuối năm", "năm 2026", "6 tháng cuối năm 2026"),
        ("6 tháng cuối năm", "năm học 2025 – 2026", "6 tháng cuối năm học 2025 – 2026"),
        ("Đợt cao điểm năm 2026", "năm 2026", "đợt cao điểm năm 2026"),
        ("", "năm 2026", "năm 2026"),
    ],
)
def test_a_phase_is_named_with_its_year(name, year, said):
    assert phase_of_year(name, year) == said
