"""A file that came back, as it stands: its pages or tables cell by cell, before anything of it is understood."""

from __future__ import annotations

from dataclasses import dataclass

from .cells import Raw
from .forms import Stamp

NEVER_SAVED = "2020-01-01T00:00:00"
"""What a form says of its last saving when it goes out."""
MOST_ROWS, MOST_COLUMNS = 20_000, 60
"""Of a page that are read; no form is longer."""
MERGED = "“{}” có ô gộp qua nhiều dòng: mỗi dòng bị gộp được hiểu là có cùng nội dung."
"""What is told of a page, or a table, whose cells reach over several rows."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One page of a spreadsheet or one table of a text. ``formulas`` are the (row, column) of cells worked out by the
    file, both from 0; ``covered`` are those that belong to the cell at their left. ``first`` is the number of the first
    row as its reader counts it. ``is_text``: its cells hold nothing but text, as those of Word do; ``above`` is what
    stands between the table and the one before it.
    """

    name: str
    rows: tuple[tuple[Raw, ...], ...]
    formulas: frozenset[tuple[int, int]] = frozenset()
    first: int = 1
    covered: frozenset[tuple[int, int]] = frozenset()
    is_text: bool = False
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A returned file. ``saved_at`` is when its writer last saved it (ISO, local as it says), "" when it does not tell;
    ``texts`` are the words outside its tables; ``remarks`` are sentences about the file as a whole.
    """

    name: str
    grids: tuple[Grid, ...]
    stamp: Stamp | None = None
    texts: tuple[str, ...] = ()
    saved_at: str = ""
    remarks: tuple[str, ...] = ()
