"""What a commitment is besides words and figures: its kind, which way is better, by when, what will prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from ...domain.changes import Changes
from ...domain.plan.plans import CommitmentKind, Direction
from ...domain.registers.parts import Choice
from ...domain.registers.plan import COMMITMENT_KINDS, DIRECTIONS
from ...storage import records
from ..registers import register_rows as rows_of
from ..registers import registers
from ..workspace import Workspace
from .kept import KIND

Term = Literal["kind", "direction", "deadline", "proof_expected"]

KINDS = (Choice("", "theo số cam kết"), *COMMITMENT_KINDS)
WAYS = (Choice("", "theo chỉ tiêu của kế hoạch"), *DIRECTIONS)


@dataclass(frozen=True, slots=True)
class Terms:
    """``deadline`` is an ISO day; ``implied`` is the kind that the figures tell of a commitment without one."""

    kind: CommitmentKind = ""
    direction: Direction = ""
    deadline: str | None = None
    proof_expected: str = ""
    implied: CommitmentKind = "yes_no"

    @property
    def implied_words(self) -> str:
        """What the commitment is taken for while its kind is not chosen: "theo số cam kết: số lượng"."""
        words = next(choice.label for choice in KINDS if choice.value == self.implied)
        return f"{KINDS[0].label}: {words}"


def terms(workspace: Workspace, commitment_id: int) -> Terms:
    """The terms of a commitment; ``RecordGone`` when it is not there."""
    row = records.get(workspace.file, KIND, commitment_id)
    figures = rows_of.figures(workspace.file, KIND, commitment_id)
    return Terms(
        cast(CommitmentKind, row["kind"]),
        cast(Direction, row["direction"]),
        cast("str | None", row["deadline"]),
        str(row["proof_expected"]),
        "quantity" if any(one.value is not None for one in figures) else "yes_no",
    )


def set_term(workspace: Workspace, commitment_id: int, term: Term, text: str, *, editing: str = "") -> Changes:
    """Stores one of the terms: the value of a choice, a day typed as dd/MM/yyyy, or words.

    Raises :class:`BadInput` for what is no day, ``Kept`` for the deadline of a commitment that was handed in.
    """
    return registers.set_cell(workspace, KIND, commitment_id, term, text, editing=editing)
