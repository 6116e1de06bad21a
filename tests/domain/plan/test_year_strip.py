"""Where the phases of a year lie: days, gaps, overlaps, deadlines, occasions."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.plan.plans import Phase
from thidua_desktop.domain.plan.year_strip import Stretch, year_strip

FIRST = Phase("Đợt 1", "2026-01-01", "2026-06-30", "2026-06-25", ("03/02", "Ngày giải phóng miền Nam 30/4/1975"))
SECOND = Phase("Đợt 2", "2026-07-01", "2026-12-31", "2027-01-10", ("Quốc khánh 2/9",))

LAYOUTS = [
    ((FIRST, SECOND), [], []),
    ((FIRST, Phase("Đợt 2", "2026-07-15", "2026-12-31")), [("2026-07-01", "2026-07-14")], []),
    ((FIRST, Phase("Đợt 2", "2026-06-20", "2026-12-31")), [], [("2026-06-20", "2026-06-30")]),
    ((Phase("Cả năm", "2026-01-01", "2026-12-31"), Phase("Cao điểm", "2026-05-01", "2026-05-31")), [], []),
    ((SECOND, FIRST), [], []),
    ((FIRST,), [], []),
    ((), [], []),
]  # phases, gaps, overlaps


@pytest.mark.parametrize(("phases", "gaps", "overlaps"), LAYOUTS)
def test_gaps_and_overlaps(phases, gaps, overlaps):
    strip = year_strip(phases, 2026)
    assert [(one.start.isoformat(), one.end.isoformat()) for one in strip.gaps] == gaps
    assert [(one.start.isoformat(), one.end.isoformat()) for one in strip.overlaps] == overlaps


def test_overlapping_phases_have_lanes_of_their_own():
    phases = (FIRST, Phase("Đợt 2", "2026-06-20", "2026-12-31"), Phase("Đợt 3", "2026-07-01", "2026-07-31"))
    strip = year_strip(phases, 2026)
    assert [(bar.name, bar.lane) for bar in strip.bars] == [("Đợt 1", 0), ("Đợt 2", 1), ("Đợt 3", 0)]
    assert strip.lanes == 2
    assert strip.overlaps[0] == Stretch(date(2026, 6, 20), date(2026, 6, 30), ("Đợt 1", "Đợt 2"))


def test_the_strip_shows_the_year_and_what_reaches_beyond_it():
    strip = year_strip((FIRST, SECOND), 2026)
    assert (strip.first, strip.last) == (date(2026, 1, 1), date(2027, 1, 31))
    assert [month.month for month in strip.months()] == [*range(1, 13), 1]
    early = year_strip((Phase("Đợt 1", "2025-12-15", "2026-04-30"),), 2026)
    assert early.first == date(2025, 12, 1)
    assert year_strip((), 2026).share(date(2026, 7, 2)) == pytest.approx(0.5, abs=0.01)


def test_deadlines_and_occasions_stand_on_their_days():
    strip = year_strip((FIRST, SECOND), 2026)
    assert [(mark.row, mark.day.isoformat()) for mark in strip.deadlines] == [(0, "2026-06-25"), (1, "2027-01-10")]
    assert [mark.day.isoformat() for mark in strip.occasions] == ["2026-02-03", "2026-04-30", "2026-09-02"]


def test_what_has_no_days_is_told_and_not_drawn():
    strip = year_strip(
        (Phase("Đợt 1"), Phase("Đợt 2", "2026-05-01", "2026-04-01"), Phase("Đợt 3", None, "2026-04-01")), 2026
    )
    assert strip.bars == ()
    assert strip.undated == ("Đợt 1", "Đợt 2", "Đợt 3")
    wrong = year_strip((Phase("Đợt 1", "2026-01-01", "2026-02-01", None, ("31/2", "không ngày")),), 2026)
    assert wrong.occasions == ()
