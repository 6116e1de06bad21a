"""Where the headings of a list stand in a sheet, and what they are: one line or two, whatever stands above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..sheets.cells import Raw, plain
from ..sheets.returned import Grid
from .meanings import FAMILY, GIVEN, SKIP, ListKind, propose

_FAR = 60  # rows from above that headings are looked for in
_LONGEST = 90
_SAMPLES = 40
_LEAST = 2  # cells that say the same of two rows
_TITLES: dict[ListKind, frozenset[str]] = {
    "people": frozenset({"full_name", FAMILY, GIVEN}),
    "organisations": frozenset({"name"}),
}


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a sheet: ``texts`` from the first column on; rows from ``first`` (from 0) on are the list.

    ``row`` is that of the (upper) headings, -1 for a sheet without any. ``samples`` are what stands in each column.
    """

    row: int
    first: int
    texts: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]


def find_headings(grid: Grid, kind: ListKind) -> Headings | None:
    """The row that most of a list's columns are understood by; None when no row names people or organisations."""
    best: tuple[int, Headings] | None = None
    for row in range(min(len(grid.rows), _FAR)):
        if not any(isinstance(cell, str) and cell.strip() for cell in grid.rows[row]):
            continue
        found = headings_at(grid, row, kind)
        keys = propose(kind, found.texts, found.samples)
        score = sum(key != SKIP for key in keys)
        if not _TITLES[kind] & set(keys):
            continue
        if best is None or score > best[0]:
            best = (score, found)
    return best[1] if best else None


def best_page(grids: Sequence[Grid], kind: ListKind) -> tuple[int, Headings | None]:
    """The page whose headings say most of a list, by its place, with its headings; the first one when none has any."""
    found = [(place, one) for place, grid in enumerate(grids) if (one := find_headings(grid, kind))]
    return max(found, key=lambda one: (_understood(kind, one[1]), -one[0]), default=(0, None))


def best_list(grids: Sequence[Grid]) -> tuple[ListKind, int, Headings] | None:
    """What list a file of these pages is: its kind, page and headings; None when it is none of ours."""
    kinds: tuple[ListKind, ...] = ("people", "organisations")
    found = [(kind, place, one) for kind in kinds for place, one in (best_page(grids, kind),) if one]
    return max(found, key=lambda one: _understood(one[0], one[2]), default=None)


def headings_at(grid: Grid, row: int, kind: ListKind) -> Headings:
    """The headings that begin in that row (from 0); the next one belongs to them when it says more of the columns."""
    width = max(map(len, grid.rows), default=0)
    if not 0 <= row < len(grid.rows):
        return _made(grid, -1, max(row, 0), [""] * width)
    upper = _texts(grid.rows[row], width)
    one = _made(grid, row, row + 1, upper)
    if row + 1 >= len(grid.rows):
        return one
    below = _texts(grid.rows[row + 1], width)
    if not _may_be_lower(upper, below):
        return one
    two = _made(grid, row, row + 2, _joined(upper, below))
    more = _understood(kind, two) > _understood(kind, one)
    return two if more or _repeats(upper, below) else one


def _understood(kind: ListKind, found: Headings) -> int:
    return sum(key != SKIP for key in propose(kind, found.texts, found.samples))


def _made(grid: Grid, row: int, first: int, texts: Sequence[str]) -> Headings:
    while first < len(grid.rows) and _counts_columns(grid.rows[first]):
        first += 1
    columns: list[list[str]] = [[] for _ in texts]
    for line in grid.rows[first : first + _SAMPLES]:
        for at, cell in enumerate(line[: len(columns)]):
            if text := plain(cell):
                columns[at].append(text)
    used = max((at + 1 for at in range(len(texts)) if texts[at] or columns[at]), default=0)
    return Headings(row, first, tuple(texts[:used]), tuple(map(tuple, columns[:used])))


def _texts(row: Sequence[Raw], width: int) -> list[str]:
    texts = [plain(cell) if isinstance(cell, str) and len(cell) <= _LONGEST else "" for cell in row]
    return texts + [""] * (width - len(texts))


def _counts_columns(row: Sequence[Raw]) -> bool:
    """Whether the row only numbers the columns: "1 | 2 | 3", "(1) | (2) | (3)", "A | B | 1 | 2"."""
    texts = [text for cell in row if (text := plain(cell))]
    if len(texts) < _LEAST or not all(re.fullmatch(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?", text) for text in texts):
        return False
    numbers = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    return len(numbers) >= _LEAST and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _may_be_lower(upper: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the second row may belong to the headings: words only, and never a column filled that the first names
    otherwise while its neighbours are named, too."""
    if not any(below) or any(re.search(r"\d", text) for text in below):
        return False
    group = ""
    for up, low in zip(upper, below, strict=True):
        group = up or group
        if low and not group:
            return False
    return True


def _repeats(upper: Sequence[str], below: Sequence[str]) -> bool:
    """Cells of two rows that were merged into one say the same in both."""
    same = sum(bool(low) and low == up for up, low in zip(upper, below, strict=True))
    return same >= _LEAST


def _joined(upper: Sequence[str], below: Sequence[str]) -> list[str]:
    """Both rows as one: "Năm sinh" over "Nam | Nữ" is "Năm sinh – Nam" and "Năm sinh – Nữ"."""
    joined, group = [], ""
    for up, low in zip(upper, below, strict=True):
        group = up or (group if low else "")
        joined.append(f"{group} – {low}" if group and low and group != low else low or up)
    return joined
