"""A returned file as far as it is understood without the data file: its tables row by row, its questions, its code.

It is what takes time, so the window has it done beside the reading of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..registration.paper_codes import PaperCode, read_code
from .cells import letters, plain
from .finding import AnswerRow, FoundTable, answer_rows, found_tables
from .forms import SHEETS_OF, CellValue, SheetKind
from .questions import PERSON, POSITION, read_questions
from .returned import Grid, ReturnedFile
from .tables import FAMILY_AWARD, RESULT_TABLES

_TOP_ROWS, _TOP_TEXTS = 12, 60
LONGEST_NAME = 120
_OF_PERSON, _OF_FAMILIES = "thi dua ca nhan", "danh hieu gia dinh van hoa"
"""Words of the titles of papers that may come back without their code."""


@dataclass(frozen=True, slots=True)
class Understood:
    """``kind`` is what the file is, None for nothing that is known. ``rows`` are those of each of the ``tables``;
    ``answers`` by the key of their question; ``codes`` are those of the papers that the file was filled in on, mostly
    one or none.
    """

    read: ReturnedFile
    kind: SheetKind | None
    tables: tuple[FoundTable, ...]
    rows: tuple[tuple[AnswerRow, ...], ...]
    answers: Mapping[str, CellValue]
    codes: tuple[PaperCode, ...] = ()

    @property
    def code(self) -> PaperCode | None:
        """The code of the paper, None where the file shows none."""
        return self.codes[0] if self.codes else None


def understood(read: ReturnedFile) -> Understood:
    """Finds the tables of a form in the file and reads their rows."""
    codes = () if read.stamp else _codes(read)
    answers = read_questions(read.grids, read.texts)
    kind, tables = _tables(read, codes[0] if codes else None, answers)
    persons = _persons(read.grids, answers)
    rows = tuple(tuple(_whole(row, kind, persons[id(table.grid)]) for row in answer_rows(table)) for table in tables)
    names = dict.fromkeys(str(one[PERSON.key]) for one in persons.values() if PERSON.key in one)
    if len(names) > 1:
        answers = {**answers, PERSON.key: ", ".join(names)}
    return Understood(read, kind, tables, rows, answers, codes)


def _persons(grids: Sequence[Grid], answers: Mapping[str, CellValue]) -> dict[int, Mapping[str, CellValue]]:
    """What each of the grids is answered with, by its identity: papers of several persons stand behind each other in
    one file, each names its own above its tables.
    """
    found: dict[int, Mapping[str, CellValue]] = {}
    now = answers
    for grid in grids:
        if any(letters(text).startswith(letters(PERSON.label)) for text in grid.above):
            now = read_questions((), grid.above)
        found[id(grid)] = now
    return found


def _codes(read: ReturnedFile) -> tuple[PaperCode, ...]:
    texts = (*read.texts, *top_texts(read))
    return tuple(dict.fromkeys(found for text in texts if len(text) <= LONGEST_NAME and (found := read_code(text))))


def _tables(
    read: ReturnedFile, code: PaperCode | None, answers: Mapping[str, CellValue]
) -> tuple[SheetKind | None, tuple[FoundTable, ...]]:
    """What the file is, by its stamp, its code, else by its words and its tables; and the tables of such a one."""
    if read.stamp:
        return read.stamp.kind, found_tables(read.grids, read.stamp.kind)
    titles = [letters(text) for text in top_texts(read) if len(text) <= LONGEST_NAME]
    kind = SHEETS_OF.get(code.paper) if code else None
    if code is None and PERSON.key in answers and any(_OF_PERSON in title for title in titles):
        kind = "cá nhân"
    found = found_tables(read.grids, kind)
    if kind is None and found:
        results = tuple(one for one in found if one.table in RESULT_TABLES)
        return ("kết quả", results) if results else ("đăng ký", found)
    if kind is None and any(_OF_FAMILIES in title for title in titles):
        kind = "gia đình văn hóa"
        found = found_tables(read.grids, kind)
    return kind if found else None, found


def _whole(row: AnswerRow, kind: SheetKind | None, answers: Mapping[str, CellValue]) -> AnswerRow:
    """The row with what its paper says once for all of them: who registers, or what for."""
    own: dict[str, CellValue] = {}
    if row.table == "own_titles":
        own = {"subject": answers.get(PERSON.key), "position": answers.get(POSITION.key)}
    elif row.table == "families":
        own = {"award": FAMILY_AWARD}
    elif row.table == "initiatives" and kind == "cá nhân":
        return replace(row, cells={**row.cells, "author": answers.get(PERSON.key)})
    return replace(row, table="people", cells={**row.cells, **own}) if own else row


def top_texts(read: ReturnedFile) -> Iterator[str]:
    """The words at the top of the file, where its organisation is named."""
    yield from read.texts[:_TOP_TEXTS]
    for grid in read.grids:
        for row in grid.rows[:_TOP_ROWS]:
            yield from (text for cell in row if (text := plain(cell)))
