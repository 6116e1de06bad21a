"""Where in the text of a TOML file something stands, so that a mistake can be named by its line."""

from __future__ import annotations

import re
from collections.abc import Sequence

_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')
_STOPPED = re.compile(r" \(at line (\d+), column (\d+)\)$")

Step = tuple[str, int]
"""A key, and which item of its list is meant (from 1 on), 0 for the key itself."""


def stopped_at(error: Exception) -> tuple[int, int]:
    """The line and column that tomllib stopped at: it says so only at the end of its message; zeros: the file's end."""
    found = _STOPPED.search(str(error))
    return (int(found[1]), int(found[2])) if found else (0, 0)


def line_of(text: str, path: Sequence[Step]) -> int:
    """The line that the last step of the path stands on, or the last one that is there; 0 for none.

    ``[("block", 2), ("columns", 0), ("columns", 3), ("width", 0)]`` is the width of the third column of block 2.
    """
    lines = [_STRING.sub('""', line).partition("#")[0] for line in text.splitlines()]
    first, last, found = 0, len(lines), 0
    for key, number in path:
        places = _items(lines, first, last, key) if number else _cells(lines, first, last, key)
        wanted = max(number, 1)
        if len(places) < wanted:
            break
        first = places[wanted - 1]
        if number and number < len(places):
            last = max(places[number], first + 1)
        found = first + 1
    return found


def _head(key: str) -> re.Pattern[str]:
    return re.compile(rf"\s*\[\[?\s*(?:[\w-]+\s*\.\s*)*{re.escape(key)}\s*\]")


def _items(lines: Sequence[str], first: int, last: int, key: str) -> list[int]:
    """Where the items of a list begin: its [[heads]], else its braces."""
    heads = [number for number in range(first, last) if _head(key).match(lines[number])]
    return heads or [number for number in range(first, last) for _ in range(lines[number].count("{"))]


def _cells(lines: Sequence[str], first: int, last: int, key: str) -> list[int]:
    cell = re.compile(rf"(?:^|[{{,])\s*{re.escape(key)}\s*=")
    return [n for n in range(first, last) if cell.search(lines[n]) or _head(key).match(lines[n])]
