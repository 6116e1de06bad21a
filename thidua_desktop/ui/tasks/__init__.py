"""Work that takes longer than a blink, in one worker thread."""

from __future__ import annotations

from .runner import Cancelled, Progress, Task, Tasks

__all__ = ["Cancelled", "Progress", "Task", "Tasks"]
