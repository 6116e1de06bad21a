"""Tasks with labels: "Phát động thi đua (Chủ trì: Văn phòng; phối hợp: các thôn; thời hạn: 28/02/2026)"."""

from __future__ import annotations

import re
from dataclasses import replace

from ...domain.plan.plans import Task
from .task_tables import due_day

_WHO = r"(?:(?:đơn vị|cơ quan|bộ phận)\s+)?"
_WHEN = r"thời hạn(?: hoàn thành)?|thời gian(?: hoàn thành| thực hiện)?|hạn hoàn thành"
_NAMES = rf"chủ trì(?: thực hiện)?|phối hợp(?: thực hiện)?|thực hiện|{_WHEN}"
_LABEL = re.compile(
    rf"{_WHO}(?P<label>{_NAMES})\s*:\s*(?P<value>[^;:]+?)(?=\s*(?:[;)]|\.(?:\s|$)|$)|\s*[,\-–]\s*{_WHO}(?:{_NAMES})\s*:)",
    re.IGNORECASE,
)
_LED = re.compile(rf"\W*{_WHO}(?:chủ trì|phối hợp|thực hiện)[^:]{{0,15}}:", re.IGNORECASE)
_DATED = re.compile(rf"\W*(?:{_WHEN})\s*:", re.IGNORECASE)


def only_labels(text: str, *, deeper: bool) -> bool:
    """Whether a line only says who does the task above it, or, when it stands ``deeper`` than that, by when."""
    return bool(_LED.match(text)) or (deeper and bool(_DATED.match(text)))


def with_labels(task: Task, text: str, year: int | None) -> Task:
    """The task with what the labels in the text say, which are then no words of it; as it is when there are none."""
    found = {match["label"].split()[0].lower(): match for match in _LABEL.finditer(text)}
    led = found.get("chủ") or found.get("thực")
    if not led and not found.get("phối") and not only_labels(text, deeper=True):
        return task
    helped = found.get("phối")
    dated = next((found[key] for key in ("thời", "hạn") if key in found), None)
    start = min(match.start() for match in found.values()) if found else len(text)
    summary = text[:start].strip(" (.;,–-+")
    return replace(
        task,
        assignee=led["value"].strip() if led else task.assignee,
        helpers=helped["value"].strip() if helped else task.helpers,
        due=(due_day(dated["value"], year) if dated else None) or task.due,
        summary=summary or task.summary,
    )
