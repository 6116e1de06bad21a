"""A block pasted from a spreadsheet: which columns it has, and which of its rows cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .bad_input import BadInput
from .register_cells import parse_cell
from .register_parts import Register
from .target_values import parse_values
from .vietnamese import fold, nfc

_UNIT_HEADINGS = ("dvt", "don vi tinh")
_UNIT = "unit"  # a column of its own in spreadsheets; in the register the unit stands behind its figure


@dataclass(frozen=True, slots=True)
class PastedBlock:
    """A block as it was understood.

    ``columns`` are register keys, one for each cell of each of ``rows``. ``left_out`` are the headings of pasted
    columns the register has no place for, or "" for columns without heading that stand past its last one.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    had_heading: bool = False
    left_out: tuple[str, ...] = ()


def read_block(register: Register, grid: Sequence[Sequence[str]], first_key: str = "") -> PastedBlock:
    """What a grid of texts from the clipboard means to a register.

    A first line that names columns, by heading or alias without regard to marks and capitals, says what is what;
    without one the cells fill the columns from ``first_key`` ("" = the first) on. Empty lines are dropped.
    """
    lines = [[nfc(cell).strip() for cell in line] for line in grid]
    lines = [line for line in lines if any(line)]
    width = max(map(len, lines), default=0)
    lines = [line + [""] * (width - len(line)) for line in lines]
    keys = _heading_keys(register, lines[0]) if lines else None
    if keys is not None:
        left_out = tuple(cell for cell, key in zip(lines[0], keys, strict=True) if not key and cell)
        return _kept(keys, lines[1:], True, left_out)
    start = register.keys.index(first_key) if first_key else 0
    following = list(register.keys[start : start + width])
    spare = width - len(following)
    return _kept(following + [""] * spare, lines, False, ("",) * spare)


def refused_rows(
    register: Register, block: PastedBlock, names_of: Callable[[str], Mapping[int, str]]
) -> list[tuple[int, str]]:
    """The rows that cannot be stored: number from 1, and why. ``names_of(kind)`` gives the titles a link may name.

    A link may also name a row that stands above it in the block.
    """
    names = {column.links_to: dict(names_of(column.links_to)) for column in register.columns if column.links_to}
    refused = []
    for number, row in enumerate(block.rows, start=1):
        cells = dict(zip(block.columns, row, strict=True))
        reason = _reason(register, cells, names)
        if reason:
            refused.append((number, reason))
        elif register.kind in names:
            names[register.kind][-number] = cells.get(register.title_key, "")
    return refused


def _reason(register: Register, cells: dict[str, str], names: Mapping[str, Mapping[int, str]]) -> str:
    for column in register.columns:
        if column.key not in cells and not column.required:
            continue
        try:
            parse_cell(column, cells.get(column.key) or column.default, names.get(column.links_to))
        except BadInput as error:
            return error.happened if column.required else f"{column.heading}: {error.happened}"
    return ""


def _heading_keys(register: Register, line: list[str]) -> list[str] | None:
    """The key of each cell ("" for none) when at least half of the filled cells are headings, else None."""
    known = {_bare(name): column.key for column in register.columns for name in (column.heading, *column.aliases)}
    if any(column.type == "values" for column in register.columns):
        known |= dict.fromkeys(_UNIT_HEADINGS, _UNIT)
    keys: list[str] = []
    for cell in line:
        key = known.get(_bare(cell), "")
        keys.append(key if key not in keys else "")
    found, filled = sum(map(bool, keys)), sum(map(bool, line))
    return keys if found and found * 2 >= filled else None


def _bare(heading: str) -> str:
    return re.sub(r"[\s(*):]+", " ", fold(heading)).strip()


def _kept(keys: list[str], lines: list[list[str]], had_heading: bool, left_out: tuple[str, ...]) -> PastedBlock:
    if _UNIT in keys and "values" in keys:
        _join_units(lines, keys.index("values"), keys.index(_UNIT))
    places = [place for place, key in enumerate(keys) if key and key != _UNIT]
    rows = tuple(tuple(line[place] for place in places) for line in lines)
    kept = tuple(row for row in rows if any(row))
    return PastedBlock(tuple(keys[place] for place in places), kept, had_heading, left_out)


def _join_units(lines: list[list[str]], value: int, unit: int) -> None:
    """Put the unit behind a figure that has none of its own."""
    for line in lines:
        try:
            figures = parse_values(line[value])
        except BadInput:
            continue  # said later as the reason why the row is refused
        if line[unit] and len(figures) == 1 and figures[0].value is not None and not figures[0].unit:
            line[value] = f"{line[value]} {line[unit]}"
