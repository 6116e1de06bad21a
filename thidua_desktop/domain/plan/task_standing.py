"""How a task of the plan stands on a day: done in time or late, overdue, or still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..papers.heads import short_date
from ..vietnamese import format_date
from .plans import PartialDate, Task
from .task_words import asked_for

TaskState = Literal["done", "done late", "overdue", "open", "no day"]
_LONGEST = 120  # characters of a task in a sentence


def task_state(due: str | None, done_on: str | None, day: str) -> TaskState:
    """How a task stands on ``day``; all are ISO days, None where not known. What is done later is not done yet."""
    if done_on and done_on <= day:
        return "done late" if due and done_on > due else "done"
    if due is None:
        return "no day"
    return "overdue" if due < day else "open"


def state_words(due: str | None, done_on: str | None, day: str) -> str:
    """The same in words: "xong 12/06/2026", "quá hạn 3 ngày", "còn 20 ngày"."""
    state = task_state(due, done_on, day)
    match state:
        case "done" | "done late":
            late = f", chậm {_days(due or day, done_on or day)} ngày" if state == "done late" else ""
            return f"xong {format_date(done_on)}{late}"
        case "overdue":
            return f"quá hạn {_days(due or day, day)} ngày"
        case "open":
            left = _days(day, due or day)
            return f"còn {left} ngày" if left else "hạn hôm nay"
        case "no day":
            return "chưa xong"


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


@dataclass(frozen=True, slots=True)
class TaskTally:
    """The tasks of a plan by how they stand; in the plan's order."""

    done: tuple[Task, ...] = ()
    late: tuple[Task, ...] = ()
    overdue: tuple[Task, ...] = ()
    to_come: tuple[Task, ...] = ()

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.done) + len(self.late) + len(self.overdue) + len(self.to_come)

    @property
    def not_done(self) -> tuple[Task, ...]:
        """Those that are not done, overdue ones first."""
        return (*self.overdue, *self.to_come)


def tally_tasks(tasks: Sequence[Task], day: str) -> TaskTally:
    """How the tasks stand on a day."""
    states = [(task, task_state(task.due, task.done_on, day)) for task in tasks]

    def those(*wanted: TaskState) -> tuple[Task, ...]:
        return tuple(task for task, state in states if state in wanted)

    return TaskTally(those("done"), those("done late"), those("overdue"), those("open", "no day"))


def tasks_told(tasks: Sequence[Task], day: str) -> str:
    """A report's sentence on the tasks; "" while none is marked as done: then nobody keeps them here."""
    found = tally_tasks(tasks, day)
    done = len(found.done) + len(found.late)
    if not done:
        return ""
    late = f", trong đó {len(found.late)} việc hoàn thành sau thời hạn" if found.late else ""
    rest = [(len(found.overdue), "quá thời hạn"), (len(found.to_come), "chưa đến thời hạn")]
    left = ", ".join(f"{count} việc {words}" for count, words in rest if count)
    still = f"; còn {len(found.not_done)} việc chưa hoàn thành ({left})" if left else ""
    return f"Kế hoạch phân công {found.total} việc, đã hoàn thành {done} việc{late}{still}."


def task_named(task: Task) -> str:
    """A task in a list of those not done: "Hướng dẫn đăng ký thi đua (Văn phòng, hạn 28/02/2026)"."""
    asked = asked_for(task.summary, task.helpers or "")
    asked = asked if len(asked) <= _LONGEST else f"{asked[:_LONGEST].rsplit(' ', 1)[0]}…"
    about = [task.assignee or "", f"hạn {_in_figures(task.due)}" if task.due else ""]
    said = ", ".join(part for part in about if part)
    return f"{asked} ({said})" if said else asked


def _in_figures(day: str) -> str:
    year, month, on = map(int, day.split("-"))
    return short_date(PartialDate(on, month, year))
