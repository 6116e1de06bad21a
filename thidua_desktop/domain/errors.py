"""Errors the clerk can do something about."""

from __future__ import annotations

import re

_LONGEST_QUOTE = 160  # characters between “ and ” that still read as part of a sentence
_QUOTE = re.compile(f"“[^”]{{{_LONGEST_QUOTE + 1},}}”")


class KnownError(Exception):
    """A fault the clerk is told about in plain words; anything else is a defect of the program.

    ``happened`` says what happened and that nothing was lost; ``advice`` says what to do next.
    Both are whole Vietnamese sentences; what they quote of the clerk's own text is cut when it is long.
    """

    def __init__(self, happened: str, advice: str = "") -> None:
        happened, advice = _QUOTE.sub(_cut, happened), _QUOTE.sub(_cut, advice)
        super().__init__(f"{happened} {advice}".strip())
        self.happened = happened
        self.advice = advice


def _cut(quote: re.Match[str]) -> str:
    return f"{quote[0][:_LONGEST_QUOTE].rstrip()}…”"
