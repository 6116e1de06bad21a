"""The lines of the first page that are filled in: whose form it is, who filled it in and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from .cells import Raw, letters, plain, read_cell, read_day
from .forms import CellValue, Column, Question
from .returned import Grid

ORGANISATION = Question("organisation", "Tên đơn vị")
FILLED_BY = Question("filled_by", "Người lập phiếu")
FILLED_ON = Question("filled_on", "Ngày lập phiếu", "date")
CODE = Question("code", "Mã phiếu", typed=False)
PERSON, POSITION = Question("person", "Họ và tên"), Question("position", "Chức vụ")
"""Of the paper of one person."""
HOUSEHOLDS = Question("households", "Tổng số hộ", "number")
REGISTERED = Question("registered", "Số hộ đăng ký Gia đình văn hóa", "number")
OF_HAMLETS = (HOUSEHOLDS, REGISTERED)
"""Asked of a thôn or tổ dân phố alone."""
QUESTIONS = (ORGANISATION, FILLED_BY, FILLED_ON, PERSON, POSITION, *OF_HAMLETS)
_ALSO = {
    "don vi": ORGANISATION.key,
    "ten don vi": ORGANISATION.key,
    "nguoi lap": FILLED_BY.key,
    "ngay lap": FILLED_ON.key,
    "so ho dang ky": REGISTERED.key,
}
_TOP = 40
"""Rows of a page above which questions and names stand."""


def read_questions(grids: Sequence[Grid], texts: Sequence[str] = ()) -> Mapping[str, CellValue]:
    """What is answered beside a question, or behind its colon; the first answer to each."""
    found: dict[str, CellValue] = {}
    for label, answer in (*_beside(grids), *_behind(texts)):
        key = _KNOWN.get(letters(label))
        if key == FILLED_ON.key and (day := _day(answer)):
            found.setdefault(key, day)
        elif key in _NUMBERS:
            number = _number(answer)
            if number is not None:
                found.setdefault(str(key), number)
        elif key and key != FILLED_ON.key and plain(answer):
            found.setdefault(key, plain(answer))
    return found


_DOTS = re.compile(r"\s*[.…_]{3,}\s*")
"""Where a paper leaves room for the pen."""
_NUMBERS = frozenset(one.key for one in OF_HAMLETS)
_ANY_NUMBER = Column("number", "Số", 10, "number")
_KNOWN = {**{letters(one.label): one.key for one in QUESTIONS}, **_ALSO}


def _beside(grids: Sequence[Grid]) -> Iterator[tuple[str, Raw]]:
    for grid in grids:
        for row in grid.rows[:_TOP]:
            filled = [cell for cell in row if plain(cell)]
            if len(filled) == 2 and isinstance(filled[0], str):
                yield filled[0], filled[1]
            for cell in filled[:1]:
                yield from _behind([cell] if isinstance(cell, str) else ())


def _behind(texts: Sequence[str]) -> Iterator[tuple[str, Raw]]:
    for text in texts:
        parts = text.split(";") if text.count(":") > 1 else [text]
        for label, _, answer in (part.partition(":") for part in parts):
            if written := _DOTS.sub(" ", answer).strip():
                yield label, written


def _number(answer: Raw) -> CellValue:
    """The number that was answered, the text as it is when it is none; None for no answer."""
    if isinstance(answer, str):
        answer = re.split(r",\s*(?=[^\s\d])", answer.strip())[0]
    return read_cell(_ANY_NUMBER, answer).value


def _day(answer: Raw) -> date | None:
    return read_day(plain(answer))
