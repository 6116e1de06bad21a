"""What a list would change, row by row, before anything is stored; and what the clerk is asked about a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..registers.cells import CellValue
from ..vietnamese import format_number

ListState = Literal["new", "changed", "same", "doubtful", "refused", "left_out"]
CALLED: dict[ListState, str] = {
    "new": "mới",
    "changed": "thay đổi",
    "same": "như đã có",
    "doubtful": "nghi ngờ",
    "refused": "từ chối",
    "left_out": "bỏ qua",
}
"""The states in the clerk's words."""

NEW, NONE = -1, 0
"""Answers besides the id of a row: it is one that is to be added, there is none."""
QuestionKind = Literal["home", "record"]
"""Which organisation a name means; which record of the data file a row is."""
Answers = Mapping[tuple[QuestionKind, str], int]
"""What the clerk said, by what was asked: an id, :data:`NEW` or :data:`NONE`. The text is the name of the organisation
in small letters, so that one answer is for all its rows, or the number of the row.
"""


Option = tuple[int, str]
"""An answer with its words."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something only the clerk knows; ``chosen`` is the answer, None until there is one."""

    kind: QuestionKind
    key: str
    text: str
    options: tuple[Option, ...]
    chosen: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that becomes another one; ``before`` is "" for what was empty, ``key`` the column of the register."""

    key: str
    heading: str
    before: str
    after: str

    @property
    def told(self) -> str:
        """In a few words: "Chức vụ: Văn thư → Công chức"."""
        return f"{self.heading}: {self.before or '(trống)'} → {self.after}"


@dataclass(frozen=True, slots=True)
class ListRowReport:
    """A row of the file as the clerk sees it; ``content`` is what was understood of it, or what it changes.

    ``row_id`` is the record it changes, 0 for a new one; ``values`` are what is stored, by key of the register, empty
    when there is nothing to store. ``home_name`` is the name of an organisation that comes with the list and is linked.
    """

    number: int
    title: str
    state: ListState
    content: str = ""
    reasons: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    questions: tuple[Question, ...] = ()
    row_id: int = 0
    values: Mapping[str, CellValue] = field(default_factory=dict)
    home_name: str = ""

    @property
    def is_ticked(self) -> bool:
        """Whether it is taken unless the clerk says otherwise: what is doubtful waits for the clerk's tick."""
        return self.state in ("new", "changed")

    @property
    def changes_post(self) -> bool:
        """Whether somebody gets another position or organisation than the one held."""
        return any(one.key in ("position", "organisation_id") and one.before for one in self.differences)

    @property
    def can_be_taken(self) -> bool:
        """Whether there is something to store."""
        return bool(self.values or self.home_name) and self.state in ("new", "changed", "doubtful")


def counted(rows: Sequence[ListRowReport]) -> str:
    """How many rows of each state: "12 mới, 2 thay đổi, 1 từ chối"; "" for no rows."""
    numbers = [(sum(row.state == state for row in rows), words) for state, words in CALLED.items()]
    return ", ".join(f"{format_number(number)} {words}" for number, words in numbers if number)


def answered(answers: Answers, reports: Sequence[ListRowReport], *, as_new: bool) -> Answers:
    """The answers, and for every row of which is open which record it is: the likeliest of them, or a new one."""
    said = dict(answers)
    for row in reports:
        for asked in row.questions:
            if asked.kind == "record" and asked.chosen is None:
                said[asked.kind, asked.key] = NEW if as_new else asked.options[0][0]
    return said
