"""Errors the clerk can do something about."""

from __future__ import annotations


class KnownError(Exception):
    """A fault the clerk is told about in plain words; anything else is a defect of the program.

    ``happened`` says what happened and that nothing was lost; ``advice`` says what to do next.
    Both are whole Vietnamese sentences.
    """

    def __init__(self, happened: str, advice: str = "") -> None:
        super().__init__(f"{happened} {advice}".strip())
        self.happened = happened
        self.advice = advice
