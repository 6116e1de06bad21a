"""Adjustments (điều chỉnh cam kết): what was handed in changes with a reason and a day; what it said before is kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.figures.value_parts import with_units_of
from ...domain.figures.values import parse_values
from ...domain.plan.plans import TargetValue
from ...domain.registration.adjusting import Adjustment, Wording, adjustments_told
from ...domain.vietnamese import one_line
from ...storage import records
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..registers.registers import exact
from ..wording import shortened
from ..workspace import Workspace, told
from .kept import ADJUSTMENTS, KIND, is_kept, keep_earlier, kept

__all__ = ["Adjusted", "Adjustment", "Wording", "adjust", "adjustments", "is_kept", "put", "wording"]


def wording(workspace: Workspace, commitment_id: int) -> Wording:
    """What the commitment says now; ``RecordGone`` when it is not there."""
    row = records.get(workspace.file, KIND, commitment_id)
    figures = rows_of.figures(workspace.file, KIND, commitment_id)
    return Wording(str(row["quote"]), figures, cast("str | None", row["deadline"]))


def adjust(
    workspace: Workspace,
    commitment_id: int,
    reason: str,
    day: date,
    *,
    quote: str,
    values: str,
    deadline: str | None = None,
) -> Changes:
    """Changes words, figures and deadline (ISO) of a commitment and keeps what they were, in one act.

    A number without a unit keeps the commitment's. Empty changes when nothing differs. Raises :class:`BadInput` without
    a reason, without words, for figures that are none.
    """
    now = wording(workspace, commitment_id)
    figures = with_units_of(parse_values(values), now.figures)
    exact(figures, values)
    new = Wording(one_line(quote), figures, deadline)
    if now == new:
        return Changes()
    if not one_line(reason):
        raise BadInput(
            "Chưa có lý do điều chỉnh nên cam kết chưa đổi.",
            "Ghi ngắn gọn vì sao đổi: theo đề nghị của đơn vị, giao thêm chỉ tiêu, ghi nhầm khi nhập…",
        )
    if not new.quote:
        raise BadInput("Cam kết chưa có nội dung.", "Gõ nội dung cam kết rồi điều chỉnh lại.")
    with workspace.file.act(f"Điều chỉnh cam kết “{shortened(now.quote)}”") as act:
        put(workspace, [Adjusted(commitment_id, new)], reason, day)
    return told(act.changes, commitment_id)


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A commitment and what it is to say."""

    commitment_id: int
    wording: Wording


def put(workspace: Workspace, wanted: Sequence[Adjusted], reason: str, day: date) -> None:
    """Stores what commitments are to say; of those that were handed in what they said is kept. Inside an act.

    The plan's text stays: it says what was planned, and its words may be those of a target too.
    """
    file = workspace.file
    handed_in = kept(workspace, [one.commitment_id for one in wanted])
    for commitment_id, new in ((one.commitment_id, one.wording) for one in wanted):
        if commitment_id in handed_in:
            keep_earlier(file, commitment_id, one_line(reason), day)
        row: Row = {"quote": new.quote, "deadline": new.deadline}
        records.update(file, KIND, commitment_id, row)
        rows_of.put_figures(file, KIND, commitment_id, new.figures)


def adjustments(workspace: Workspace, commitment_id: int) -> tuple[Adjustment, ...]:
    """Every adjustment of the commitment, oldest first, each with what it said before and afterwards."""
    rows = records.page(workspace.file, ADJUSTMENTS, where={"commitment_id": commitment_id})
    said = [
        (
            str(row["adjusted_on"] or ""),
            str(row["reason"]),
            Wording(str(row["earlier_quote"]), _figures(row), cast("str | None", row["earlier_deadline"])),
        )
        for row in rows
    ]
    return adjustments_told(said, wording(workspace, commitment_id))


def _figures(row: Row) -> tuple[TargetValue, ...]:
    return tuple(TargetValue(**figure) for figure in json.loads(str(row["earlier_values"])))
