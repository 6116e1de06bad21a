"""What an organisation has handed in stays as it was: who changes its commitments asks here first.

A commitment is kept from the day its organisation's bản đăng ký of the plan's year came in until that day is taken
away again. Its words, figures and deadline then change by an adjustment only (:mod:`.adjustments`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import cast

from ...domain.errors import KnownError
from ...domain.plan.plans import Plan
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.records import Row
from ...storage.registration import received_commitments
from ..registers import register_rows as rows_of
from ..wording import shortened
from ..workspace import Workspace

KIND, ADJUSTMENTS = "commitments", "commitment_adjustments"
BY_TEXT = "sửa văn bản kế hoạch"
KEPT = frozenset({"organisation", "quote", "values", "deadline"})
"""The columns of a commitment that do not change once they were handed in."""


class Kept(KnownError):  # noqa: N818  (what is the case, as the clerk is told)
    """A commitment of a registration that came in is not changed, or removed, without an adjustment."""


def kept(workspace: Workspace, ids: Iterable[int]) -> frozenset[int]:
    """Those of the commitments whose registration came in."""
    return received_commitments(workspace.file, ids)


def refuse_kept(workspace: Workspace, kind: str, ids: Iterable[int], keys: Iterable[str] | None = None) -> None:
    """Raises :class:`Kept` when cells ``keys`` of one of these rows are kept, or the row itself for None.

    Rows of other kinds than commitments are passed.
    """
    if kind != KIND:
        return
    found = kept(workspace, ids)
    if keys is not None:
        asked = KEPT.intersection(keys)
        found = frozenset(one for one in found if any(_says(workspace, one, key) for key in asked))
    if found:
        row = records.get(workspace.file, KIND, min(found))
        what = f"“{shortened(str(row['quote'] or row['organisation']))}” của {shortened(str(row['organisation']))}"
        verb = "xóa" if keys is None else "sửa"
        raise Kept(
            f"Cam kết {what} nằm trong bản đăng ký đã nộp nên không {verb} thẳng được; dữ liệu không thay đổi.",
            "Chọn cam kết đó trong thẻ Đăng ký – Giao ước rồi bấm “Điều chỉnh…” và ghi lý do; nếu đơn vị chưa nộp thật "
            "thì xóa ngày nộp.",
        )


def is_kept(workspace: Workspace, commitment_id: int, key: str) -> bool:
    """Whether that cell of the commitment was handed in, so that it changes by an adjustment only.

    What the form left open, as of a commitment that is just typed from it, is filled in without a reason.
    """
    return bool(kept(workspace, [commitment_id])) and _says(workspace, commitment_id, key)


def _says(workspace: Workspace, commitment_id: int, key: str) -> bool:
    """Whether the commitment says anything in that column."""
    if key == "values":
        return bool(rows_of.figures(workspace.file, KIND, commitment_id))
    return bool(records.get(workspace.file, KIND, commitment_id)[key])


def keep_before_text(file: DataFile, before: Plan, after: Plan) -> None:
    """Writes down what commitments that were handed in say, before they follow an edit of the plan's text.

    Belongs inside an act. Edits of one day are one adjustment: what was said before the first of them is kept.
    """
    said = {one.id: (one.quote, one.values) for one in after.commitments}
    changed = [one.id for one in before.commitments if one.id in said and said[one.id] != (one.quote, one.values)]
    today = file.clock().date()
    for commitment_id in sorted(received_commitments(file, changed)) if changed else ():
        told = records.page(file, ADJUSTMENTS, where={"commitment_id": commitment_id})
        if not told or (told[-1]["reason"], told[-1]["adjusted_on"]) != (BY_TEXT, today.isoformat()):
            keep_earlier(file, commitment_id, BY_TEXT, today)


def keep_earlier(file: DataFile, commitment_id: int, reason: str, day: date) -> None:
    """Writes down what the commitment says now, before it is changed; belongs inside an act."""
    row = records.get(file, KIND, commitment_id)
    figures = [asdict(one) for one in rows_of.figures(file, KIND, commitment_id)]
    earlier: Row = {
        "commitment_id": commitment_id,
        "adjusted_on": day.isoformat(),
        "reason": reason,
        "earlier_quote": row["quote"],
        "earlier_values": json.dumps(figures, ensure_ascii=False),
        "earlier_deadline": cast("str | None", row["deadline"]),
    }
    records.insert(file, ADJUSTMENTS, earlier)
