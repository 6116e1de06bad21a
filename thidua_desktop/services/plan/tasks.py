"""The tasks of a plan, marked as done."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.changes import Changes
from ...storage import records
from ..wording import shortened
from ..workspace import Workspace

TASKS = "plan_tasks"


def mark_done(workspace: Workspace, task_ids: Sequence[int], *, done: bool) -> Changes:
    """Marks tasks as done today, or takes that back, in one act; of one that is done already its day stays.

    An issued plan may be marked too. Raises ``RecordGone`` for a task that is not there.
    """
    file = workspace.file
    rows = [records.get(file, TASKS, task_id) for task_id in task_ids]
    today = workspace.today().isoformat()
    changed = [row for row in rows if (str(row["done_on"] or "9999") <= today) != done]
    named = f"việc “{shortened(str(rows[0]['summary']))}”" if len(rows) == 1 else f"{len(changed)} việc"
    what = "đã xong" if done else "chưa xong"
    with file.act(f"Đánh dấu {named} {what}") as act:
        for row in changed:
            records.update(file, TASKS, int(row["id"] or 0), {"done_on": today if done else None})
    return act.changes
