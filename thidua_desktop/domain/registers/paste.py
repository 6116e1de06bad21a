"""A block pasted from a spreadsheet: which columns it has, and which of its rows cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..bad_input import BadInput
from ..figures.values import parse_values
from ..vietnamese import fold, nfc
from .cells import parse_cell
from .parts import Register
from .paste_levels import LEVEL, heads_a_field, joined_levels, level_key, merged_headings, without_year

_UNIT_HEADINGS = ("dvt", "don vi tinh")
_UNIT = "unit"  # joined to its figure, so that a cell may name a unit of its own
_VALUES, _GROUP = "values", "group"


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
    heading, below = _heading(register, lines)
    keys = _heading_keys(register, heading)
    if keys is not None:
        left_out = tuple(cell for cell, key in zip(heading, keys, strict=True) if not key and cell)
        return _with_fields(register, _kept(keys, below, True, left_out), keys, below)
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


def _heading(register: Register, lines: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """The heading, also one in two lines ("Chỉ tiêu giao" over "Huyện giao | HĐND xã giao"), and the lines below it."""
    if not lines:
        return [], []
    if len(lines) > 1 and (upper := _heading_keys(register, lines[0])):
        title = upper.index(register.title_key) if register.title_key in upper else -1
        both = merged_headings(lines[0], lines[1])
        named = [bool(key) for key, cell in zip(_keys(register, both), lines[1], strict=True) if cell]
        if title >= 0 and not lines[1][title] and named and all(named):
            return both, lines[2:]
    return lines[0], lines[1:]


def _heading_keys(register: Register, line: list[str]) -> list[str] | None:
    """The key of each cell ("" for none) when at least half of the filled cells are headings, else None."""
    keys = _keys(register, line)
    found, filled = sum(map(bool, keys)), sum(map(bool, line))
    return keys if found and found * 2 >= filled else None


def _keys(register: Register, line: list[str]) -> list[str]:
    known = {_bare(name): column.key for column in register.columns for name in (column.heading, *column.aliases)}
    has_figures = any(column.type == "values" for column in register.columns)
    if has_figures:
        known |= dict.fromkeys(_UNIT_HEADINGS, _UNIT)
    keys: list[str] = []
    for cell in line:
        key = known.get(_bare(cell)) or known.get(without_year(_bare(cell))) or (level_key(cell) if has_figures else "")
        keys.append(key if key not in keys else "")
    return keys


def _bare(heading: str) -> str:
    return re.sub(r"[\s(*):]+", " ", fold(heading)).strip()


def _kept(keys: list[str], lines: list[list[str]], had_heading: bool, left_out: tuple[str, ...]) -> PastedBlock:
    figures = [place for place, key in enumerate(keys) if key == _VALUES or key.startswith(LEVEL)]
    if _UNIT in keys:
        for place in figures:
            _join_units(lines, place, keys.index(_UNIT))
    if any(keys[place].startswith(LEVEL) for place in figures):
        first, *others = figures
        for line in lines:
            line[first] = joined_levels([(keys[place], line[place]) for place in figures])
        keys = [_VALUES if at == first else "" if at in others else key for at, key in enumerate(keys)]
    places = [place for place, key in enumerate(keys) if key and not (key == _UNIT and figures)]
    rows = tuple(tuple(line[place] for place in places) for line in lines)
    kept = tuple(row for row in rows if any(row))
    return PastedBlock(tuple(keys[place] for place in places), kept, had_heading, left_out)


def _with_fields(register: Register, block: PastedBlock, keys: list[str], lines: list[list[str]]) -> PastedBlock:
    """The block with rows that only name a field of work put as the field of the rows below them."""
    if _GROUP not in register.keys or _GROUP in block.columns or register.title_key not in keys:
        return block
    title = keys.index(register.title_key)
    field, rows, found = "", [], False
    filled = [line for line in lines if any(cell for cell, key in zip(line, keys, strict=True) if key)]
    for line, row in zip(filled, block.rows, strict=True):
        others = [cell for at, cell in enumerate(line) if keys[at] and at != title]
        number = next((cell for at, cell in enumerate(line[:title]) if not keys[at]), "")
        if heads_a_field(line[title], others, number):
            field, found = line[title], True
        else:
            rows.append((*row, field))
    return replace(block, columns=(*block.columns, _GROUP), rows=tuple(rows)) if found else block


def _join_units(lines: list[list[str]], value: int, unit: int) -> None:
    """Put the unit behind a figure that has none of its own."""
    for line in lines:
        try:
            figures = parse_values(line[value])
        except BadInput:
            continue  # said later as the reason why the row is refused
        if line[unit] and len(figures) == 1 and figures[0].value is not None and not figures[0].unit:
            line[value] = f"{line[value]} {line[unit]}"
