"""An act of thousands of rows in slices, so that the window goes on answering."""

from __future__ import annotations

import time
from collections.abc import Generator

from ..domain.changes import Changes
from .datafile import DataFile

SLICE_SECONDS = 0.02


class BulkAct:
    """Runs ``work``, a generator that writes a few rows between its yields, as one act.

    A timer calls :meth:`step` until it answers True. Meanwhile every other act is refused with ``ActRunning``. Whatever
    ``work`` raises takes all of it back and comes out of :meth:`step`.
    """

    def __init__(self, file: DataFile, text: str, work: Generator[None, None, None]) -> None:
        self._context = file.act(text)
        self._act = self._context.__enter__()
        self._work = work
        self.finished = False

    def step(self, budget_seconds: float = SLICE_SECONDS) -> bool:
        """Works for about ``budget_seconds`` and returns whether all is done and saved."""
        end = time.monotonic() + budget_seconds
        try:
            while not self.finished:
                next(self._work)
                if time.monotonic() >= end:
                    return False
        except StopIteration:
            self.finished = True
            self._context.__exit__(None, None, None)
        except BaseException as error:
            self.finished = True
            self._context.__exit__(type(error), error, error.__traceback__)
            raise
        return True

    def cancel(self) -> None:
        """Takes everything back that was done so far; nothing after the end."""
        if self.finished:
            return
        self.finished = True
        self._work.close()
        stop = _Cancelled()
        self._context.__exit__(_Cancelled, stop, None)

    @property
    def changes(self) -> Changes:
        """What the finished act changed."""
        return self._act.changes


class _Cancelled(Exception):  # noqa: N818 — no error: the clerk said stop
    """Ends the transaction of a cancelled act."""
