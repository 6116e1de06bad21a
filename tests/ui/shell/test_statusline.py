from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from thidua_desktop.ui.shell.statusline import spoken_age, spoken_backup, spoken_save
from thidua_desktop.ui.theme import State

NOW = datetime(2026, 3, 2, 14, 32)


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(seconds=20), "vừa xong"),
        (timedelta(minutes=1), "1 phút trước"),
        (timedelta(minutes=59), "59 phút trước"),
        (timedelta(hours=2), "2 giờ trước"),
        (timedelta(hours=23, minutes=59), "23 giờ trước"),
        (timedelta(days=3, hours=5), "3 ngày trước"),
    ],
)
def test_ages_as_they_are_said(age, words):
    assert spoken_age(age) == words


def test_the_last_save():
    assert spoken_save(None, NOW) == "Chưa có thay đổi nào"
    assert spoken_save(datetime(2026, 3, 2, 9, 5), NOW) == "Mọi thay đổi đã lưu lúc 09:05"
    assert spoken_save(datetime(2026, 2, 28, 9, 5), NOW) == "Mọi thay đổi đã lưu lúc 09:05 ngày 28/02/2026"


@pytest.mark.parametrize(
    ("hours", "ok", "state"),
    [(None, False, State.WAIT), (2, True, State.GOOD), (30, True, State.WAIT), (30, False, State.BAD)],
)
def test_how_well_the_backup_is(hours, ok, state):
    at = None if hours is None else NOW - timedelta(hours=hours)
    assert spoken_backup(at, ok, NOW)[1] is state
