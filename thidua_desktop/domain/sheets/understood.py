"""A returned file as far as it is understood without the data file: its tables row by row, its questions, its code.

It is what takes time, so the window has it done beside the reading of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..registration.paper_codes import PaperCode, read_code
from .cells import plain
from .finding import AnswerRow, FoundTable, answer_rows, found_tables
from .forms import CellValue
from .questions import read_questions
from .returned import ReturnedFile

_TOP_ROWS, _TOP_TEXTS = 12, 60
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Understood:
    """``rows`` are those of each of the ``tables``; ``answers`` by the key of their question; ``code`` is that of the
    paper that the file was filled in on, None where it shows none.
    """

    read: ReturnedFile
    tables: tuple[FoundTable, ...]
    rows: tuple[tuple[AnswerRow, ...], ...]
    answers: Mapping[str, CellValue]
    code: PaperCode | None = None


def understood(read: ReturnedFile) -> Understood:
    """Finds the tables of a form in the file and reads their rows."""
    tables = found_tables(read.grids, read.stamp.kind if read.stamp else None)
    code = None if read.stamp else _code(read)
    rows = tuple(tuple(answer_rows(table)) for table in tables)
    return Understood(read, tables, rows, read_questions(read.grids, read.texts), code)


def _code(read: ReturnedFile) -> PaperCode | None:
    texts = (*read.texts, *top_texts(read))
    return next((found for text in texts if len(text) <= LONGEST_NAME and (found := read_code(text))), None)


def top_texts(read: ReturnedFile) -> Iterator[str]:
    """The words at the top of the file, where its organisation is named."""
    yield from read.texts[:_TOP_TEXTS]
    for grid in read.grids:
        for row in grid.rows[:_TOP_ROWS]:
            yield from (text for cell in row if (text := plain(cell)))
