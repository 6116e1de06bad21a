"""Telling how far a long reading is, and stopping it when the clerk wishes."""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """Who is told, and who may stop the reading by raising from either call. The window's progress is one."""

    def say(self, text: str) -> None:
        """What is being done now ("Trang 3 trong 12")."""

    def check(self) -> None:
        """Asked often; raises when the reading is to stop."""


class Unwatched:
    """Nobody waits: nothing is told, nothing stops."""

    def say(self, text: str) -> None:
        """Nothing."""

    def check(self) -> None:
        """Nothing."""


UNWATCHED = Unwatched()
