"""An issued plan stays as it was signed: what writes to it asks here first.

What comes after the signing stays open: what organisations register and commit to, results, and when a task was done.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from ...domain.errors import KnownError
from ...domain.plan.states import ISSUED
from ...domain.registers.catalogue import REGISTERS
from ...storage import records
from ...storage.records import Row
from ..workspace import Workspace

_SCOPE = "plan_id"
_OPEN_LISTS = ("commitments",)
_OPEN_CELLS = {"plan_tasks": frozenset({"done_on"})}


class PlanIssued(KnownError):  # noqa: N818  (what is the case, as the clerk is told)
    """A plan that is issued is not changed any more."""


def open_columns(kind: str) -> frozenset[str] | None:
    """The columns of a plan's list that may be typed in when the plan is issued; None for all of them."""
    return None if kind in _OPEN_LISTS else _OPEN_CELLS.get(kind, frozenset())


def is_issued(workspace: Workspace, plan_id: int) -> bool:
    """Whether the plan is issued; ``RecordGone`` when it is not there."""
    return records.get(workspace.file, "plans", plan_id)["state"] == ISSUED


def refuse_issued(workspace: Workspace, plan_id: int) -> None:
    """Raises :class:`PlanIssued` for a plan that is issued, ``RecordGone`` for one that is not there."""
    if is_issued(workspace, plan_id):
        raise PlanIssued(
            "Kế hoạch đã ban hành nên không sửa, không xóa được nữa; dữ liệu không thay đổi.",
            "Bấm “Lập bản sửa đổi” ở đầu kế hoạch để sửa trên một bản mới; nếu ban hành nhầm thì chọn “Rút lại việc "
            "ban hành…” ở nút bước.",
        )


def refuse_issued_section(workspace: Workspace, section_id: int) -> None:
    """As :func:`refuse_issued`, for the plan that a section belongs to."""
    refuse_issued(workspace, cast(int, records.get(workspace.file, "plan_sections", section_id)[_SCOPE]))


def refuse_issued_list(workspace: Workspace, kind: str, scope: int | None, keys: Iterable[str] = ()) -> None:
    """As :func:`refuse_issued`, for rows of a list of the plan ``scope``, or for the cells ``keys`` of one.

    Lists of something else than a plan, and what stays open, are passed.
    """
    register = REGISTERS.get(kind)
    if register is None or register.scope != _SCOPE or kind in _OPEN_LISTS or scope is None:
        return
    cells = frozenset(keys)
    if not cells or not cells <= _OPEN_CELLS.get(kind, frozenset()):
        refuse_issued(workspace, scope)


def refuse_issued_rows(workspace: Workspace, kind: str, rows: Iterable[Row], keys: Iterable[str] = ()) -> None:
    """As :func:`refuse_issued_list`, for stored rows."""
    for plan_id in {cast("int | None", row.get(_SCOPE)) for row in rows}:
        refuse_issued_list(workspace, kind, plan_id, keys)


def refuse_issued_record(workspace: Workspace, kind: str, row_id: int) -> None:
    """As :func:`refuse_issued`, for a section or a row of a plan's list; anything else is passed."""
    if kind == "plan_sections":
        refuse_issued_section(workspace, row_id)
    elif kind in REGISTERS:
        refuse_issued_rows(workspace, kind, [records.get(workspace.file, kind, row_id)])
