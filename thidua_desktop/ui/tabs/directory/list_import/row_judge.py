"""Judging the rows of a list in slices, so that the window goes on answering."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from thidua_desktop.domain.lists.report import ListRowReport
from thidua_desktop.domain.vietnamese import format_number

_SLICE = 0.03  # seconds between two looks at the keyboard
_AT_ONCE = 200  # rows without a look


class RowJudge(QObject):
    """``judged(reports)`` when all rows of :meth:`start` are done; ``told(text)`` says how far it is."""

    judged = Signal(tuple)
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Iterator[ListRowReport] | None = None
        self._done: list[ListRowReport] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._on_later)

    @property
    def is_busy(self) -> bool:
        """Whether rows are still to be judged."""
        return self._rows is not None

    def start(self, rows: Iterator[ListRowReport]) -> None:
        """Judge these; those of before are given up."""
        self._rows, self._done = rows, []
        self._go_on(_SLICE)

    def finish(self) -> None:
        """Judge at once what is left."""
        if self._rows is not None:
            self._go_on(inf)

    def stop(self) -> None:
        """Give up what is left."""
        self._later.stop()
        self._rows = None

    def _on_later(self) -> None:
        self._go_on(_SLICE)

    def _go_on(self, seconds: float) -> None:
        assert self._rows is not None, "the timer runs while rows are judged"
        ends = perf_counter() + seconds
        for one in self._rows:
            self._done.append(one)
            if len(self._done) >= _AT_ONCE and perf_counter() > ends:
                self._later.start()
                self.told.emit(f"Đang xem dòng {format_number(one.number)}…")
                return
        self.stop()
        self.told.emit("")
        self.judged.emit(tuple(self._done))
