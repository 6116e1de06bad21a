"""Tables set with tabs, as a web page or a mail leaves them: rows of the same columns below a head with "TT"."""

from __future__ import annotations

import re
from dataclasses import replace

from ...domain.richtext import Run
from ...domain.vietnamese import fold
from ..lines import Line, SourceText
from ..meaning.target_tables import SEPARATOR

_TABS = re.compile(r"\s*\t\s*")
_NUMBERED = re.compile(r"(?:tt|stt|so tt|so thu tu)$")
_NAMED = re.compile(r"\b(?:chi tieu|noi dung|nhiem vu|cong viec)\b")
_MEASURED = re.compile(r"\b(?:dvt|don vi tinh|don vi|thoi gian|chu tri|ke hoach)\b")
_FEWEST_CELLS = 3
_FEWEST_ROWS = 2


def with_tab_tables(source: SourceText) -> SourceText:
    """The source with each block of tabbed lines below a table's head made into rows of a table."""
    lines = list(source.lines)
    table = max((line.table for line in lines), default=0)
    place = 0
    while place < len(lines):
        end = _end(lines, place)
        if end - place > _FEWEST_ROWS:
            table += 1
            lines[place:end] = [_row(line, table) for line in lines[place:end]]
        place = max(end, place + 1)
    return replace(source, lines=tuple(lines))


def _end(lines: list[Line], place: int) -> int:
    """Where the table that begins with this line ends; the line's own place when it is no table's head."""
    head = _cells(lines[place])
    if len(head) < _FEWEST_CELLS or not _is_head([fold(cell) for cell in head]):
        return place
    end = place + 1
    while end < len(lines) and len(_cells(lines[end])) >= _FEWEST_CELLS - (len(head) > _FEWEST_CELLS):
        end += 1
    return end


def _is_head(cells: list[str]) -> bool:
    named = any(map(_NAMED.search, cells))
    return bool(_NUMBERED.match(cells[0]) and named) or (named and any(map(_MEASURED.search, cells)))


def _cells(line: Line) -> tuple[str, ...]:
    if line.cells or line.table or line.label or "\t" not in line.text:
        return ()
    return tuple(_TABS.split(line.text.strip()))


def _row(line: Line, table: int) -> Line:
    runs = tuple(Run(_TABS.sub(SEPARATOR, run.text), run.bold, run.italic) for run in line.runs)
    return replace(line, runs=runs, cells=_cells(line), table=table, centered=False)
