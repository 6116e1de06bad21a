"""How the tasks of a plan stand, and what a report says of them."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.plan.plans import Task
from thidua_desktop.domain.plan.task_standing import state_words, task_named, task_state, tasks_told

DAY = "2026-06-10"
STATES = [
    ("2026-06-01", "2026-05-30", "done", "xong 30/05/2026"),
    ("2026-06-01", "2026-06-04", "done late", "xong 04/06/2026, chậm 3 ngày"),
    (None, "2026-06-04", "done", "xong 04/06/2026"),
    ("2026-06-01", None, "overdue", "quá hạn 9 ngày"),
    ("2026-06-10", None, "open", "hạn hôm nay"),
    ("2026-06-30", None, "open", "còn 20 ngày"),
    ("2026-06-30", "2026-06-20", "open", "còn 20 ngày"),  # done after the day that is asked about
    (None, None, "no day", "chưa xong"),
]


@pytest.mark.parametrize(("due", "done_on", "state", "words"), STATES)
def test_a_task_stands_so_on_a_day(due: str | None, done_on: str | None, state: str, words: str) -> None:
    assert task_state(due, done_on, DAY) == state
    assert state_words(due, done_on, DAY) == words


def task(due: str | None, done_on: str | None = None) -> Task:
    return Task("Văn phòng", "Hướng dẫn đăng ký trước ngày 28/02/2026", None, due, done_on)


REPORTS = [
    ((), ""),
    ((task("2026-06-01"),), ""),  # nobody marks tasks here
    ((task("2026-06-01", "2026-05-01"),), "Kế hoạch phân công 1 việc, đã hoàn thành 1 việc."),
    (
        (task("2026-06-01", "2026-05-01"), task("2026-05-01", "2026-05-20"), task("2026-06-01"), task("2026-12-01")),
        "Kế hoạch phân công 4 việc, đã hoàn thành 2 việc, trong đó 1 việc hoàn thành sau thời hạn; còn 2 việc chưa hoàn "
        "thành (1 việc quá thời hạn, 1 việc chưa đến thời hạn).",
    ),
]


@pytest.mark.parametrize(("tasks", "sentence"), REPORTS)
def test_a_report_says_how_many_are_done_late_and_left(tasks: tuple[Task, ...], sentence: str) -> None:
    assert tasks_told(tasks, DAY) == sentence


def test_a_task_that_is_left_is_named_with_who_and_when() -> None:
    assert task_named(task("2026-02-28")) == "Hướng dẫn đăng ký (Văn phòng, hạn 28/02/2026)"
