"""The tables of a form in a returned file, known by their headings wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ..vietnamese import one_line
from .cells import Cell, Raw, letters, plain, read_cell
from .forms import CellValue, Column, SheetKind, Table
from .returned import Grid
from .tables import REGISTRATION_TABLES, RESULT_TABLES, TABLES
from .tables import table as table_of

KEY, KEY_HEADING = "key", "Mã dòng"
"""The hidden column that tells what a filled row is about."""
_LONGEST_HEADING = 80
_FIGURE = "#"
_TOTAL = re.compile(r"(?:tong cong|cong)(?: \d.*)?|tong so(?: .*)?")
_NAMELESS = "cột thứ {}, không có tên"
_FROM_FORMULA = "Ô “{}” là công thức; lấy kết quả đã tính."
_NO_RESULT = "Ô “{}” là công thức chưa có kết quả: mở bằng Excel, lưu lại rồi nhận lại, hoặc gõ con số."


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table in a grid: its data begins at row ``first`` (from 0) and ends before ``end``; ``columns`` are the places
    of its columns, ``ends`` where those end whose heading covers more, ``unread`` the headings of others that hold
    something.
    """

    table: Table
    grid: Grid
    first: int
    end: int
    columns: Mapping[str, int]
    ends: Mapping[str, int]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row of an answer. ``place`` is where a reader finds it ("Cam kết, dòng 7"); ``emptied`` is a row that was
    filled when it went out and whose typed cells are empty now. "value_unit" among the ``cells`` is what stood behind
    the number in "value".
    """

    table: str
    place: str
    cells: Mapping[str, CellValue]
    key: str = ""
    corrections: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    emptied: bool = False

    def text(self, key: str) -> str:
        """The words of a cell on one line, "" for a number, a day and nothing."""
        value = self.cells.get(key)
        return one_line(value) if isinstance(value, str) else ""

    def lines(self, key: str) -> list[str]:
        """The lines of a cell that may hold several things."""
        value = self.cells.get(key)
        return value.split("\n") if isinstance(value, str) else []


@lru_cache(maxsize=4096)
def _heading(text: str) -> str:
    """A heading without numbers, brackets and marks: "Kế hoạch năm 2026 (1)" is "ke hoach nam"."""
    return " ".join(word for word in letters(re.sub(r"\(\d*\)", " ", text)).split() if not word.isdigit())


@cache
def _headings(key: str) -> Mapping[str, tuple[str, ...]]:
    """Of the table of that key: folded heading → keys of the columns that it may mean, the likeliest first."""
    known: dict[str, tuple[str, ...]] = {_heading(KEY_HEADING): (KEY,)}
    for column in table_of(key).columns:
        for text in dict.fromkeys(_heading(text) for text in (column.heading, *column.also)):
            known[text] = (*known.get(text, ()), column.key)
    return known


def found_tables(grids: Sequence[Grid], kind: SheetKind | None = None) -> tuple[FoundTable, ...]:
    """The tables of a file of that kind in the grids, those of registrations and of results when it is None."""
    tables = TABLES[kind] if kind else (*RESULT_TABLES, *REGISTRATION_TABLES)
    return tuple(found for grid in grids for found in _in_grid(grid, tables))


def _in_grid(grid: Grid, tables: Sequence[Table]) -> Iterator[FoundTable]:
    heads: list[tuple[int, int, Table, Mapping[str, int]]] = []
    for number in range(len(grid.rows)):
        if heads and number <= heads[-1][1]:
            continue
        best = _best(grid, number, tables)
        if best and (not heads or _is_clear(grid.rows[best[0]], best[2])):
            heads.append((number, *best))
    for place, (_, last, table, columns) in enumerate(heads):
        end = heads[place + 1][0] if place + 1 < len(heads) else len(grid.rows)
        ends = _ends(table, grid, last, columns)
        yield FoundTable(table, grid, last + 1, end, columns, ends, _unread(table, grid, (last, end), columns, ends))


def _best(grid: Grid, number: int, tables: Sequence[Table]) -> tuple[int, Table, Mapping[str, int]] | None:
    """The table whose headings stand in this row, or in this one and the next, with the last row of them."""
    above = _texts(grid.rows[number])
    if not any(text in _headings(table.key) for table in tables for text in above if text) or _has_figure(above):
        return None
    tries = [(number, above)]
    if (
        number + 1 < len(grid.rows)
        and (below := _texts(grid.rows[number + 1]))
        and any(below)
        and not _has_figure(below)
    ):
        width = max(len(above), len(below))
        pairs = zip(_padded(above, width), _padded(below, width), strict=True)
        tries.append((number + 1, [lower or upper for upper, lower in pairs]))
    found = [
        (_score(table, columns, grid), -last, last, table, columns)
        for last, texts in tries
        for table in tables
        if (columns := _columns(table, texts)) and all(need in columns for need in table.needs)
        if last == number or any(place < len(above) and texts[place] == above[place] for place in columns.values())
    ]
    if not found:
        return None
    _, _, last, table, columns = max(found, key=lambda one: one[:2])
    return last, table, columns


def _has_figure(texts: Sequence[str]) -> bool:
    """A row with a number in it is one of data, whatever its words."""
    return _FIGURE in texts


def _is_clear(row: Sequence[Raw], columns: Mapping[str, int]) -> bool:
    """Whether a row below a table can begin another: two headings at least, and not much else."""
    filled = sum(1 for cell in row if plain(cell))
    return len(columns) > 1 and 2 * len(columns) >= filled


def _score(table: Table, columns: Mapping[str, int], grid: Grid) -> float:
    own_page = letters(grid.name) == letters(table.name)
    return len(columns) + (0.5 if own_page else 0.0)


def _columns(table: Table, texts: Sequence[str]) -> Mapping[str, int]:
    """Key → place of the headings that mean a column of the table, each the first time it comes."""
    known, columns = _headings(table.key), dict[str, int]()
    for place, text in enumerate(texts):
        key = next((one for one in known.get(text, ()) if one not in columns), None)
        if key:
            columns[key] = place
    if "reward" in columns and "award" not in columns:
        columns["award"] = columns.pop("reward")
    return columns


def _texts(row: Sequence[Raw]) -> list[str]:
    """The cells of a row as headings; a number or a day stands as one sign."""
    return [_text(cell) for cell in row]


def _text(cell: Raw) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else _FIGURE
    if len(cell) > _LONGEST_HEADING:
        return ""
    return _FIGURE if cell.strip().isdigit() else _heading(cell)


def _padded(texts: list[str], width: int) -> list[str]:
    return texts + [""] * (width - len(texts))


def _ends(table: Table, grid: Grid, head: int, columns: Mapping[str, int]) -> Mapping[str, int]:
    """Of the columns of words whose heading covers several: "Họ và tên" over a family name and a given name."""
    ends: dict[str, int] = {}
    for key, place in columns.items():
        if key == KEY or table.column(key).type in ("number", "date"):
            continue
        end = place + 1
        while (head, end) in grid.covered and end not in columns.values():
            end += 1
        if end > place + 1:
            ends[key] = end
    return ends


def _unread(
    table: Table, grid: Grid, rows: tuple[int, int], columns: Mapping[str, int], ends: Mapping[str, int]
) -> tuple[str, ...]:
    """The headings of columns that say something of the table's rows and are none of its own."""
    last, end = rows
    taken = {place for key, first in columns.items() for place in range(first, ends.get(key, first + 1))}
    about = columns[table.needs[0]]
    filled = {
        place
        for row in grid.rows[last + 1 : end]
        if plain(_at(row, about))
        for place, cell in enumerate(row)
        if place not in taken and plain(cell)
    }
    return tuple(plain(_at(grid.rows[last], place)) or _NAMELESS.format(place + 1) for place in sorted(filled))


def answer_rows(found: FoundTable) -> Iterator[AnswerRow]:
    """The rows of a table that say something or what they are about, and those that were emptied."""
    columns = [column for column in found.table.columns if column.key in found.columns]
    answers = [column.key for column in columns if column.typed and column.key != "stt"]
    places = [place for key, place in found.columns.items() if key != "stt"]
    for number in range(found.first, found.end):
        if all(_at(found.grid.rows[number], place) is None for place in places):
            continue
        cells = {column.key: _cell(found, number, column) for column in columns}
        key = plain(_at(found.grid.rows[number], found.columns[KEY])) if KEY in found.columns else ""
        said = any(cells[name].value is not None or cells[name].doubt for name in answers)
        worked_out = _worked_out(found, number)
        unworked = tuple(_NO_RESULT.format(one.heading) for one in worked_out if cells[one.key].value is None)
        said = said or bool(key and unworked)
        about = (cells[name].value for name in (*found.table.needs, "planned") if name in cells)
        if not (said or key or any(value is not None for value in about)) or _is_total(cells):
            continue
        units = {f"{name}_unit": cell.unit for name, cell in cells.items() if cell.unit}
        yield AnswerRow(
            found.table.key,
            f"{found.grid.name}, dòng {number + found.grid.first}",
            {name: cell.value for name, cell in cells.items()} | units,
            key,
            (
                *(cell.corrected for cell in cells.values() if cell.corrected),
                *(_FROM_FORMULA.format(one.heading) for one in worked_out if cells[one.key].value is not None),
            ),
            (*(cell.doubt for cell in cells.values() if cell.doubt), *unworked),
            emptied=not said,
        )


def _cell(found: FoundTable, number: int, column: Column) -> Cell:
    """The cell of a row as its column means it; in Word a number or a day that is written as such needs no word."""
    row, place = found.grid.rows[number], found.columns[column.key]
    raw = _at(row, place)
    if more := [text for cell in row[place + 1 : found.ends.get(column.key, 0)] if (text := plain(cell))]:
        raw = " ".join((plain(raw), *more))
    cell = read_cell(column, raw)
    as_written = found.grid.is_text and plain(raw) in (cell.shown, f"{cell.shown} {cell.unit}")
    return replace(cell, corrected="") if as_written else cell


def _worked_out(found: FoundTable, number: int) -> list[Column]:
    """The columns whose cell of this row is worked out by the spreadsheet."""
    return [
        column
        for column in found.table.columns
        if column.typed and (number, found.columns.get(column.key, -1)) in found.grid.formulas
    ]


def _at(row: Sequence[Raw], place: int) -> Raw:
    return row[place] if place < len(row) else None


def _is_total(cells: Mapping[str, Cell]) -> bool:
    texts = [letters(cell.value) for cell in cells.values() if isinstance(cell.value, str)]
    return bool(texts) and _TOTAL.fullmatch(texts[0]) is not None
