"""What a commitment is besides words and figures: its kind, which way is better, by when, what will prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from ...domain.changes import Changes
from ...domain.plan.plans import Direction
from ...domain.registers.cells import parse_cell
from ...domain.registers.parts import Choice, Column, date_column
from ...domain.registers.plan import DIRECTIONS
from ...domain.vietnamese import one_line
from ...storage import records
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..wording import shortened
from ..workspace import Workspace, told
from .kept import KIND, refuse_kept

CommitmentKind = Literal["", "quantity", "quality", "yes_no"]
Term = Literal["kind", "direction", "deadline", "proof_expected"]

KINDS = (
    Choice("", "theo số cam kết"),
    Choice("quantity", "số lượng"),
    Choice("quality", "chất lượng"),
    Choice("yes_no", "có / không"),
)
WAYS = (Choice("", "theo chỉ tiêu của kế hoạch"), *DIRECTIONS)
TERM_COLUMNS = (
    Column("kind", "Loại cam kết", "choice", KINDS),
    Column("direction", "Chiều tốt", "choice", WAYS),
    date_column("deadline", "Hạn hoàn thành"),
    Column("proof_expected", "Minh chứng dự kiến"),
)
"""The terms as columns, for histories."""
_CALLED: dict[Term, str] = {
    "kind": "loại",
    "direction": "chiều tốt",
    "deadline": "hạn",
    "proof_expected": "minh chứng dự kiến",
}
_DEADLINE = TERM_COLUMNS[2]


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

    What is reached or not has no way that is better. Raises :class:`BadInput` for what is no day, ``Kept`` for the
    deadline of a commitment that was handed in.
    """
    file = workspace.file
    row = records.get(file, KIND, commitment_id)
    refuse_kept(workspace, KIND, [commitment_id], [term])
    values: Row = {term: cast("str | None", parse_cell(_DEADLINE, text)) if term == "deadline" else one_line(text)}
    if term == "kind":
        values["direction"] = "yes_no" if text == "yes_no" else "" if row["direction"] == "yes_no" else row["direction"]
    merge = f"commitments/{commitment_id}/{term}/{editing}" if editing else None
    with file.act(f"Sửa {_CALLED[term]} của cam kết “{shortened(str(row['quote']))}”", merge) as act:
        records.update(file, KIND, commitment_id, values)
    return told(act.changes, commitment_id)
