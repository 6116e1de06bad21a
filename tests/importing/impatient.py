"""A clerk who waits for a file to be read, and stops it."""

from __future__ import annotations


class Stopped(Exception):  # noqa: N818 - a wish, no error
    """What stopping raises."""


class Impatient:
    """Hears what is told and stops the reading at the ``after``-th time it asks."""

    def __init__(self, after: int) -> None:
        self.told: list[str] = []
        self._left = after

    def say(self, text: str) -> None:
        self.told.append(text)
        self.check()

    def check(self) -> None:
        self._left -= 1
        if self._left <= 0:
            raise Stopped
