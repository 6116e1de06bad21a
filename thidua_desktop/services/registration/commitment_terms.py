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
from ..wording import shortened
from ..workspace import Workspace, told
from .kept import KIND, refuse_kept

CommitmentKind = Literal["", "quantity", "quality", "yes_no"]
Term = Literal["kind", "direction", "deadline", "proof_expected"]

KINDS = (
    Choice("", "chưa phân loại"),
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
    """``deadline`` is an ISO day."""

    kind: CommitmentKind = ""
    direction: Direction = ""
    deadline: str | None = None
    proof_expected: str = ""


def terms(workspace: Workspace, commitment_id: int) -> Terms:
    """The terms of a commitment; ``RecordGone`` when it is not there."""
    row = records.get(workspace.file, KIND, commitment_id)
    return Terms(
        cast(CommitmentKind, row["kind"]),
        cast(Direction, row["direction"]),
        cast("str | None", row["deadline"]),
        str(row["proof_expected"]),
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
