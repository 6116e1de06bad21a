"""The stamp of a form as lines of a hidden page, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast, get_args

from ..vietnamese import nfc, parse_whole
from .cells import Raw, plain
from .forms import SheetKind, Stamp
from .returned import Grid

MARK = "thidua-phieu"
PAGE, LISTS = "Khóa", "Danh sách"
"""Names of the two pages that the recipient does not see."""
_KEYS = 100  # keys of filled rows in one cell


def stamp_lines(stamp: Stamp) -> tuple[tuple[str, str], ...]:
    """The stamp as name and text, line by line; the first names what it is."""
    printed = [(f"dong{number}", " ".join(some)) for number, some in enumerate(_parts(stamp.printed))]
    return (
        (MARK, str(stamp.version)),
        ("phieu", stamp.kind),
        ("nam", str(stamp.year)),
        ("co-quan", stamp.office),
        ("ten-co-quan", stamp.office_name),
        ("don-vi", str(stamp.organisation_id)),
        ("ten-don-vi", stamp.organisation),
        ("dot", str(stamp.phase_id)),
        ("ten-dot", stamp.phase),
        *printed,
    )


def _parts(keys: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [keys[start : start + _KEYS] for start in range(0, len(keys), _KEYS)]


def read_stamp(grid: Grid) -> Stamp | None:
    """The stamp that the page holds; None for any other page, and for one that was tampered with."""
    if not grid.rows or not grid.rows[0] or plain(grid.rows[0][0]) != MARK:
        return None
    said = {plain(row[0]): nfc(str(_text(row))) for row in grid.rows if row}
    kind = said.get("phieu", "")
    year, version = parse_whole(said.get("nam", "")), parse_whole(said.get(MARK, ""))
    if kind not in get_args(SheetKind) or year is None or version is None:
        return None
    made = Stamp(
        cast(SheetKind, kind),
        year,
        said.get("co-quan", ""),
        said.get("ten-co-quan", ""),
        _whole(said, "don-vi"),
        said.get("ten-don-vi", ""),
        _whole(said, "dot"),
        said.get("ten-dot", ""),
        version,
    )
    printed = [key for name, keys in said.items() if name.startswith("dong") for key in keys.split()]
    return replace(made, printed=tuple(printed))


def _text(row: tuple[Raw, ...]) -> str:
    return plain(row[1]) if len(row) > 1 else ""


def _whole(said: Mapping[str, str], name: str) -> int:
    return parse_whole(said.get(name, "")) or 0
