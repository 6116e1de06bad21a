"""The days a list hangs for comment, and the school year: data with source and mark."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.registration.periods import (
    POSTING,
    Period,
    last_day,
    parse_periods,
    period,
    school_year,
)

SHIPPED = shipped_definitions().registration_periods


def test_a_list_hangs_ten_days_since_the_decree() -> None:
    assert period(SHIPPED, POSTING, "2024-01-29") is None
    found = period(SHIPPED, POSTING, "2026-11-14")
    assert found and (found.days, found.source, found.mark) == (10, "Nghị định số 86/2023/NĐ-CP", "đã đối chiếu")
    assert last_day("2026-11-14", found) == "2026-11-24"
    assert last_day("2026-12-28", found) == "2027-01-07"


@pytest.mark.parametrize(
    ("year", "name", "begins", "ends"),
    [
        (2026, "năm học 2025 – 2026", "2025-09-05", "2026-05-31"),
        (2027, "năm học 2026 – 2027", "2026-09-05", "2027-05-31"),
    ],
)
def test_the_school_year_ends_in_the_emulation_year(year: int, name: str, begins: str, ends: str) -> None:
    found = school_year(SHIPPED, year)
    assert (found.name, found.begins, found.ends) == (name, begins, ends)
    assert found.words.startswith(f"{name} (05/09/")
    assert found.mark == "chưa đối chiếu" and date.fromisoformat(found.begins) < date.fromisoformat(found.ends)


def test_of_several_the_newest_in_force_counts() -> None:
    older, newer = (Period(POSTING, "", "", "", days, since=since) for days, since in ((7, ""), (10, "2024-01-30")))
    assert period([newer, older], POSTING, "2020-01-01") == older
    assert period([older, newer], POSTING, "2024-01-30") == newer


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"key": "khác"}, "thời hạn mà chương trình biết"),
        ({"key": POSTING, "days": 0}, "phải là số ngày"),
        ({"key": "nam-hoc", "begins": "13-01", "ends": "05-31"}, "thời hạn thứ 1"),
        ({"key": POSTING, "days": 10, "mark": "đúng"}, "thời hạn thứ 1"),
    ],
)
def test_a_wrong_row_is_named(row: dict[str, object], said: str) -> None:
    whole = {"article": "a", "source": "s", "mark": "chưa đối chiếu"} | row
    with pytest.raises(ValueError, match=said):
        parse_periods({"periods": [whole]})
