"""When a backup is due and which old ones go."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta

import pytest

from thidua_desktop.domain.backup_policy import due_at_close, due_at_start, due_while_open, obsolete

NOW = datetime(2026, 6, 17, 15, 0)  # a Wednesday


def ago(**parts: float) -> datetime:
    return NOW - timedelta(**parts)


def test_two_days_are_kept_whole() -> None:
    moments = [ago(minutes=30 * step) for step in range(97)]
    assert obsolete(moments, NOW) == set()


@pytest.mark.parametrize(
    ("moments", "gone"),
    [
        ([], []),
        ([ago(days=900)], []),
        ([ago(days=3), ago(days=3, hours=2)], [ago(days=3, hours=2)]),
        ([ago(days=5, hours=1), ago(days=5, hours=3), ago(days=4)], [ago(days=5, hours=3)]),
        ([NOW + timedelta(days=1), ago(days=3)], []),
    ],
)
def test_older_days_keep_their_newest(moments: list[datetime], gone: list[datetime]) -> None:
    assert obsolete(moments, NOW) == set(gone)


def test_a_daily_habit_leaves_days_then_weeks_then_months() -> None:
    kept: list[datetime] = []
    day = datetime(2024, 1, 1, 9)
    while day <= NOW:
        for hour in (9, 16):
            moment = day.replace(hour=hour)
            kept.append(moment)
            gone = obsolete(kept, moment)
            kept = [other for other in kept if other not in gone]
        day += timedelta(days=1)
    ages = [(NOW - moment).days for moment in sorted(kept, reverse=True)]
    assert len([age for age in ages if age < 2]) >= 4
    assert 12 + 10 + 9 <= len(kept) <= 12 + 10 + 9 + 6
    assert all(age in ages for age in range(3, 13))
    assert max(ages) > 300
    gaps = [later - earlier for earlier, later in itertools.pairwise(ages)]
    assert max(gaps) <= 31 + 7


@pytest.mark.parametrize(
    ("last", "changed", "due"),
    [
        (None, False, True),
        (ago(hours=25), False, True),
        (ago(hours=23), False, False),
        (ago(hours=1), True, True),
    ],
)
def test_due_at_start(last: datetime | None, changed: bool, due: bool) -> None:
    assert due_at_start(last, NOW, version_changed=changed) is due


@pytest.mark.parametrize(
    ("last", "saved", "open_due", "close_due"),
    [
        (None, None, False, False),
        (None, ago(minutes=1), True, True),
        (ago(minutes=31), ago(minutes=40), False, False),
        (ago(minutes=31), ago(minutes=1), True, True),
        (ago(minutes=29), ago(minutes=1), False, True),
    ],
)
def test_due_while_open_and_at_close(
    last: datetime | None, saved: datetime | None, open_due: bool, close_due: bool
) -> None:
    assert due_while_open(last, saved, NOW) is open_due
    assert due_at_close(last, saved) is close_due
