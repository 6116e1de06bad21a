"""A list of people or organisations as a file keeps it: a spreadsheet, a table in Word, or lines of values (.csv)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ...domain.plan.plans import SourceFile
from ...domain.sheets.cells import Raw
from ...domain.sheets.returned import MOST_COLUMNS, MOST_ROWS, Grid, ReturnedFile
from ..files import read_source, refuse_size
from ..kinds import kind_of
from ..old_text.letters import OldLetters, remark
from ..txt.decoding import decoded
from ..watching import UNWATCHED, Watch
from .reading import read_returned

_DELIMITERS = ",;\t|"
_SNIFFED = 8_192
_QUOTE = "Tệp có dấu ngoặc kép lẻ: mỗi dòng được đọc đúng như ghi."
_CUT = "Tệp dài quá {} dòng: chỉ đọc {} dòng đầu."


def read_list_path(path: Path, watch: Watch = UNWATCHED) -> ReturnedFile:
    """What stands in the file at that path, as :func:`read_list`."""
    return read_list(read_source(path), watch)


def read_list(source: SourceFile, watch: Watch = UNWATCHED) -> ReturnedFile:
    """The pages or tables of the file; letters of before Unicode are read as what they spell.

    Raises :class:`UnreadableFileError` for a password, a damaged file, a picture, anything else.
    """
    refuse_size(source.name, len(source.content))
    if kind_of(source.content) == "text":
        return _from_lines(source)
    return _in_unicode(read_returned(source, watch))


def _from_lines(source: SourceFile) -> ReturnedFile:
    text = decoded(source.name, source.content)
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:_SNIFFED], _DELIMITERS)
    except csv.Error:
        dialect = csv.excel
    remarks: list[str] = []
    try:
        rows = _values(csv.reader(io.StringIO(text, newline=""), dialect, doublequote=True, strict=True))
    except csv.Error:  # a quotation mark that nobody closed would swallow all rows below
        remarks.append(_QUOTE)
        rows = _values(csv.reader(io.StringIO(text, newline=""), dialect, quoting=csv.QUOTE_NONE))
    if len(rows) > MOST_ROWS:
        remarks.append(_CUT.format(MOST_ROWS, MOST_ROWS))
    return ReturnedFile(source.name, (Grid(Path(source.name).stem, rows[:MOST_ROWS]),), remarks=tuple(remarks))


def _values(lines: Iterable[list[str]]) -> tuple[tuple[Raw, ...], ...]:
    """The rows that are read, and one more when there are others."""
    return tuple(tuple(cell or None for cell in line[:MOST_COLUMNS]) for line in islice(lines, MOST_ROWS + 1))


def _in_unicode(file: ReturnedFile) -> ReturnedFile:
    """The file with its texts in Unicode, and a remark when they were not."""
    rows = [row for grid in file.grids for row in grid.rows]
    lines = (" ".join(cell for cell in row if isinstance(cell, str)) for row in rows)
    letters = OldLetters(line for line in lines if line)
    grids = tuple(
        replace(grid, rows=tuple(tuple(map(_read(letters), row)) for row in grid.rows)) for grid in file.grids
    )
    if not letters.met:
        return file
    return replace(file, grids=grids, remarks=(*file.remarks, *remark(letters.met)))


def _read(letters: OldLetters) -> Callable[[Raw], Raw]:
    def read(cell: Raw) -> Raw:
        return letters.read(cell) if isinstance(cell, str) else cell

    return read
