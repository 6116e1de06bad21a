"""How far a plan is: on its way to be signed, issued with number and day, its signed scan, and back."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, cast

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.plan.plans import PlanState, SourceFile
from ...domain.plan.states import CALLED, ISSUED, SIGNING, before, following
from ...domain.vietnamese import nfc, parse_date
from ...storage import attachments, records
from ...storage.records import Row
from ..workspace import Workspace
from .frozen import refuse_issued
from .phrases import learn_new_inside
from .plan_fields import parse_field
from .plans import plan
from .versions import Carried, amendments, called, carry

_SCAN = "bản ký"
_BEGINNINGS = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"PK\x03\x04")  # of PDF, JPG, PNG and Word files
_MEGABYTE = 2**20
LARGEST_SCAN = 30  # megabytes


class Issued(NamedTuple):
    """What issuing did; ``carried`` are the results that came over from the version before, None for a first one."""

    changes: Changes
    carried: Carried | None


def set_state(workspace: Workspace, plan_id: int, state: PlanState) -> Changes:
    """Puts a plan that is not issued one state back or to a later one; issuing is :func:`issue`.

    Raises :class:`KnownError` for an issued plan, ``ValueError`` for a state that is not within reach.
    """
    refuse_issued(workspace, plan_id)
    now = plan(workspace, plan_id).state
    if state not in (now, before(now), *following(now)):
        raise ValueError(f"from {now} to {state}")
    with workspace.file.act(f"Chuyển kế hoạch sang bước “{CALLED[state].lower()}”") as act:
        if state != now:
            records.update(workspace.file, "plans", plan_id, {"state": state})
    return act.changes


def issue(workspace: Workspace, plan_id: int, number: str, day: str, scan: SourceFile | None = None) -> Issued:
    """Issues a plan with its number and day (dd/mm/yyyy), and keeps its signed scan; from then on it is frozen.

    Of a new version the one before gives up its place: results and what was registered follow. Raises
    :class:`BadInput` for a number or day that is none or missing, :class:`KnownError` for what is issued already, for
    a version whose place another one has taken, and for a scan of another kind; then nothing is changed.
    """
    refuse_issued(workspace, plan_id)
    file, stored = workspace.file, plan(workspace, plan_id)
    values: Row = _number_and_day(records.get(file, "plans", plan_id), number, day)
    if scan is not None:
        _check_scan(scan)
    if stored.amends is not None:
        _check_place(workspace, stored.amends)
    named = f"số {values['number']:02d}/{stored.symbol or ''}".rstrip("/")
    carried = None
    with file.act(f"Ban hành kế hoạch {named}") as act:
        if scan is not None:
            values["scan_id"] = attachments.attach(file, nfc(scan.name), scan.content, _SCAN)
        records.update(file, "plans", plan_id, values | {"state": ISSUED})
        learn_new_inside(workspace, stored)
        if stored.amends is not None:
            carried = carry(file, stored.amends, plan_id)
    return Issued(act.changes, carried)


def _number_and_day(head: Row, number: str, day: str) -> Row:
    if not number.strip() or not day.strip():
        missing = "số" if not number.strip() else "ngày ban hành"
        raise BadInput(f"Chưa ghi {missing} của kế hoạch.", f"Ghi {missing} rồi bấm “Ban hành” lại.")
    try:
        signed = date.fromisoformat(parse_date(day) or "")
    except ValueError:
        raise BadInput(f"“{day.strip()}” không phải là ngày.", "Gõ ngày/tháng/năm, ví dụ 05/02/2026.") from None
    parts: Row = {"day": signed.day, "month": signed.month, "date_year": signed.year}
    return parts | {"number": parse_field("number", number, head | parts)}


def _check_place(workspace: Workspace, earlier_id: int) -> None:
    if any(one.state == ISSUED for one in amendments(workspace, earlier_id)):
        raise KnownError(
            "Đã có một bản sửa đổi khác của kế hoạch này được ban hành; dữ liệu không thay đổi.",
            "Hãy lập bản sửa đổi từ bản ban hành mới nhất.",
        )


def withdraw(workspace: Workspace, plan_id: int) -> Changes:
    """Takes the issuing back: the plan may be changed again, number and day stay. Of a new version the one before
    counts again, with the results and what was registered since.

    Raises :class:`KnownError` for a plan that is not issued or that has a newer version.
    """
    file, stored = workspace.file, plan(workspace, plan_id)
    if stored.state != ISSUED:
        raise KnownError("Kế hoạch này chưa ban hành; dữ liệu không thay đổi.", "Sửa thẳng vào kế hoạch.")
    if amendments(workspace, plan_id):
        raise KnownError(
            "Kế hoạch này đã có bản sửa đổi nên không rút lại được; dữ liệu không thay đổi.",
            "Xóa bản sửa đổi trước, hoặc sửa tiếp trên bản sửa đổi.",
        )
    with file.act(f"Rút lại việc ban hành kế hoạch {called(stored)}") as act:
        records.update(file, "plans", plan_id, {"state": SIGNING})
        if stored.amends is not None:
            carry(file, plan_id, stored.amends)
    return act.changes


# The signed scan


def attach_scan(workspace: Workspace, plan_id: int, scan: SourceFile) -> Changes:
    """Keeps the signed scan (PDF, picture or Word file) of a plan in place of the one it had; also once it is issued.

    Raises :class:`KnownError` for another kind of file and for one that is too large.
    """
    _check_scan(scan)
    stored = plan(workspace, plan_id)
    with workspace.file.act(f"Đính kèm bản ký của kế hoạch {called(stored)}") as act:
        attached = attachments.attach(workspace.file, nfc(scan.name), scan.content, _SCAN)
        if records.get(workspace.file, "plans", plan_id)["scan_id"] != attached:
            records.update(workspace.file, "plans", plan_id, {"scan_id": attached})
    return act.changes


def remove_scan(workspace: Workspace, plan_id: int) -> Changes:
    """Takes the signed scan away from the plan; the kept file itself stays, so that undo brings it back."""
    stored = plan(workspace, plan_id)
    with workspace.file.act(f"Bỏ bản ký khỏi kế hoạch {called(stored)}") as act:
        if records.get(workspace.file, "plans", plan_id)["scan_id"] is not None:
            records.update(workspace.file, "plans", plan_id, {"scan_id": None})
    return act.changes


def scan_name(workspace: Workspace, plan_id: int) -> str:
    """The name of the signed scan, "" for none."""
    attached = records.get(workspace.file, "plans", plan_id)["scan_id"]
    return attachments.attachment(workspace.file, cast(int, attached)).name if attached is not None else ""


def scan(workspace: Workspace, plan_id: int) -> SourceFile | None:
    """The signed scan, None for none.

    Raises ``AttachmentMissing`` or ``AttachmentDamaged`` when the folder beside the data file lost it.
    """
    attached = records.get(workspace.file, "plans", plan_id)["scan_id"]
    return attachments.read(workspace.file, cast(int, attached)) if attached is not None else None


def _check_scan(scan: SourceFile) -> None:
    if not any(scan.content.startswith(start) for start in _BEGINNINGS):
        raise KnownError(
            f"“{scan.name}” không phải là bản chụp PDF, ảnh JPG, PNG hay tệp Word; dữ liệu không thay đổi.",
            "Chọn tệp khác, hoặc lưu bản ký thành PDF rồi chọn lại.",
        )
    if len(scan.content) > LARGEST_SCAN * _MEGABYTE:
        raise KnownError(
            f"“{scan.name}” lớn hơn {LARGEST_SCAN} MB; dữ liệu không thay đổi.",
            "Chụp lại ở mức 200–300 dpi hoặc nén PDF rồi chọn lại.",
        )
