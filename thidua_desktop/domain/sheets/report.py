"""What a returned file would change, row by row, before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from ..plan.plans import TargetValue
from .finding import AnswerRow

RowState = Literal["taken", "corrected", "doubtful", "refused", "same"]
CALLED: dict[RowState, str] = {
    "taken": "lấy",
    "corrected": "đã sửa",
    "doubtful": "nghi ngờ",
    "refused": "từ chối",
    "same": "như đã có",
}
"""The states in the clerk's words."""

ChangeKind = Literal[
    "registered_titles",
    "registered_initiatives",
    "registered_movements",
    "commitments",
    "commitment_results",
    "culture_years",
]
ChangeValue = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the data file that the answer makes, changes or takes away. ``row_id`` 0 is a new row.

    ``figures`` are those of a commitment, None when they stay. A result names the commitment by ``row_id`` and which of
    its figures by ``figure``.
    """

    kind: ChangeKind
    row_id: int = 0
    values: Mapping[str, ChangeValue] = field(default_factory=dict)
    figures: tuple[TargetValue, ...] | None = None
    figure: int = 0
    removes: bool = False


@dataclass(frozen=True, slots=True)
class RowReport:
    """A row of the file as the clerk sees it: ``text`` is what it says, ``before`` what it replaces, "" for nothing.

    ``change`` is None when there is nothing to store: it is so already, or the row cannot be taken.
    """

    table: str
    place: str
    text: str
    state: RowState
    reasons: tuple[str, ...] = ()
    before: str = ""
    change: Change | None = None

    @property
    def why(self) -> str:
        """The reasons, and what the row replaces."""
        replaces = self.before and self.change and not self.change.removes
        return " ".join((*self.reasons, f"Thay cho: {self.before}.") if replaces else self.reasons)

    @property
    def is_ticked(self) -> bool:
        """Whether it is taken unless the clerk says otherwise: what is doubtful waits for the clerk's tick."""
        return self.change is not None and self.state in ("taken", "corrected")


@dataclass(frozen=True, slots=True)
class Said:
    """How a row came out of its cells: what was put right in it, what is doubtful, what it says that is not taken."""

    corrections: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @classmethod
    def of(cls, rows: Sequence[AnswerRow]) -> Said:
        """What the reading of these rows says."""
        return cls(
            tuple(one for row in rows for one in row.corrections), tuple(one for row in rows for one in row.doubts)
        )

    def also(self, *, corrected: Sequence[str] = (), doubted: Sequence[str] = (), left: Sequence[str] = ()) -> Said:
        """With more of each."""
        return Said((*self.corrections, *corrected), (*self.doubts, *doubted), (*self.left, *left))

    @property
    def state(self) -> RowState:
        """The state of a row that can be taken."""
        return "doubtful" if self.doubts else "corrected" if self.corrections else "taken"

    @property
    def reasons(self) -> tuple[str, ...]:
        """Everything said, the doubts first."""
        return tuple(dict.fromkeys((*self.doubts, *self.corrections, *self.left)))

    def same(self, report: RowReport, rows: Sequence[AnswerRow]) -> RowReport:
        """The report of rows that change nothing: a cell that could not be read is still to be looked at."""
        state: RowState = "doubtful" if any(row.doubts for row in rows) else "same"
        return replace(report, state=state, reasons=self.unchanged, before="", change=None)

    @property
    def unchanged(self) -> tuple[str, ...]:
        """What is said of a row that changes nothing: how it was written matters no more."""
        return tuple(dict.fromkeys((*self.doubts, *self.left)))


def counted(rows: Sequence[RowReport]) -> str:
    """How many rows of each state: "12 lấy, 2 đã sửa, 1 từ chối"; "" for no rows."""
    numbers = [(sum(row.state == state for row in rows), words) for state, words in CALLED.items()]
    return ", ".join(f"{number} {words}" for number, words in numbers if number)


def place_of(rows: Sequence[AnswerRow]) -> str:
    """Where the rows of one answer stand: "Cam kết, dòng 7–8"."""
    first, last = rows[0].place, rows[-1].place
    return first if first == last else f"{first}–{last.rpartition(' ')[2]}"
