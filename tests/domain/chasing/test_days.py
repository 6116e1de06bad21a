"""Days typed in few keys, as a clerk types them beside a pile of papers."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.chasing.days import read_day


@pytest.mark.parametrize(
    ("typed", "today", "day"),
    [
        ("5/2", "2026-02-20", "2026-02-05"),
        ("5.2", "2026-02-20", "2026-02-05"),
        ("5 2", "2026-02-20", "2026-02-05"),
        ("5-2-26", "2026-02-20", "2026-02-05"),
        ("05/02/2026", "2030-01-01", "2026-02-05"),
        ("050226", "2030-01-01", "2026-02-05"),
        ("05022026", "2030-01-01", "2026-02-05"),
        ("12", "2026-02-20", "2026-02-12"),
        ("hn", "2026-02-20", "2026-02-20"),
        ("Hôm nay", "2026-02-20", "2026-02-20"),
        ("hq", "2026-03-01", "2026-02-28"),
        ("28/12", "2027-01-04", "2026-12-28"),
        ("4/1", "2026-12-28", "2027-01-04"),
        ("5/1", "2026-07-10", "2026-01-05"),
        ("15/7", "2026-07-10", "2026-07-15"),
        ("30/7", "2026-07-10", "2025-07-30"),
        ("29/2", "2028-03-01", "2028-02-29"),
        ("", "2026-02-20", None),
        ("  ", "2026-02-20", None),
    ],
)
def test_a_day_is_read_from_few_keys(typed, today, day):
    assert read_day(typed, date.fromisoformat(today)) == day


@pytest.mark.parametrize("typed", ["31/2", "29/2", "0/1", "13/13", "mai mốt", "5/2/26/1", "99"])
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(BadInput, match="không phải là ngày có thật"):
        read_day(typed, date(2026, 2, 20))


def test_a_day_without_a_year_is_of_the_year_that_is_worked_in():
    assert read_day("31/12", date(2026, 2, 20), 2026) == "2026-12-31"
    assert read_day("29/2", date(2026, 2, 20), 2028) == "2028-02-29"
