"""One worker thread; results come back to the main thread by signal."""

from __future__ import annotations

import gc
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.ui import crash
from thidua_desktop.ui.ask import Ask

SHOW_AFTER = 600  # milliseconds: shorter work shows nothing
QUIT_WITHIN = 10_000  # milliseconds a running task gets at the program's end


class Cancelled(Exception):  # noqa: N818 - not an error: the clerk wished it
    """Raised inside a task by :meth:`Progress.check` after the clerk pressed Hủy."""


class Progress(QObject):
    """What a task in the worker tells about itself; ``check`` is to be called now and then."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    def say(self, text: str) -> None:
        """Say what is being done now ("Trang 3 trong 12"); also stops when the clerk wished it."""
        self.check()
        self.told.emit(text)

    def check(self) -> None:
        """Raise :class:`Cancelled` when the clerk wished to stop."""
        if self._stop.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the task to stop at its next check."""
        self._stop.set()


Work = Callable[[Progress], Any]


class Task(QObject):
    """One piece of work, from the main thread's side. ``ended`` comes last, whatever happened."""

    ended = Signal()
    _came = Signal(object, object)

    def __init__(self, title: str, work: Work, owner: QObject | None, done, failed) -> None:
        super().__init__()
        self.title = title
        self.progress = Progress()
        self._work = work
        self._owner = owner
        self._has_owner = owner is not None
        self._dropped = False
        self._done = done
        self._failed = failed

    def cancel(self) -> None:
        """Stop at the next check; work that has none left ends as if nothing had been said."""
        self.progress.cancel()

    def drop(self) -> None:
        """As :meth:`cancel`; nothing is handed on either when it was already done."""
        self._dropped = True
        self.progress.cancel()

    def run_in_worker(self) -> None:
        """Do the work; called in the worker thread only. Nothing raised here may be lost."""
        try:
            self.progress.check()
            result, error = self._work(self.progress), None
        except Exception as caught:  # the thread boundary: the main thread sorts known faults from defects
            result, error = None, caught
        self._came.emit(result, error)

    def deliver(self, result: object, error: Exception | None, ask: Ask) -> None:
        """Hand the result on, in the main thread; an owner that has died meanwhile gets nothing."""
        if self._dropped or isinstance(error, Cancelled) or (self._has_owner and not isValid(self._owner)):
            return
        if error is None:
            self._done(result)
        elif isinstance(error, KnownError):
            (self._failed or ask.error)(error)
        else:
            crash.report_to_clerk(error, ask)


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._task = task

    def run(self) -> None:
        self._task.run_in_worker()


class Tasks(QObject):
    """The one worker. ``busy(task)`` comes when a task has taken 600 ms, ``idle()`` when no task is left.

    Python collects its garbage in whatever thread it happens to be: a widget that is no longer used would die in the
    worker, and with it the program. So nothing is collected while the worker works.
    """

    busy = Signal(object)
    idle = Signal()

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setObjectName("worker")
        self._waiting: list[tuple[Task, _Runnable]] = []
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SHOW_AFTER)
        self._slow.timeout.connect(self._on_slow)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is running or waiting."""
        return not self._waiting

    def run(
        self,
        title: str,
        work: Work,
        done: Callable[[Any], None],
        *,
        failed: Callable[[KnownError], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Do ``work(progress)`` in the worker, then ``done(result)`` in the main thread.

        ``work`` must touch neither widgets nor the data file. A :class:`KnownError` goes to ``failed`` or is shown;
        anything else becomes a report file and a plain sentence. When ``owner`` has died, nothing is called.
        """
        task = Task(title, work, owner, done, failed)
        task._came.connect(self._on_came)
        runnable = _Runnable(task)
        self._waiting.append((task, runnable))
        if len(self._waiting) == 1:
            self._slow.start()
            gc.disable()
        self._pool.start(runnable)
        return task

    @Slot(object, object)
    def _on_came(self, result: object, error: Exception | None) -> None:
        task, _ = self._waiting.pop(0)  # one thread: they end in the order they began
        if self._waiting:
            self._slow.start()
        else:
            self._slow.stop()
            gc.enable()
            self.idle.emit()
        try:
            task.deliver(result, error, self._ask)
        finally:
            task.ended.emit()
            task.deleteLater()

    def _on_slow(self) -> None:
        if self._waiting:
            self.busy.emit(self._waiting[0][0])

    def settle(self) -> bool:
        """Drop what runs and waits, before the data file is closed; False when it did not end in time."""
        for task, _ in self._waiting:
            task.drop()
        ended = self._pool.waitForDone(QUIT_WITHIN)
        gc.enable()
        return ended
