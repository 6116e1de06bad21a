"""The office that uses the program, and the first act of a new data file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import cast

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.offices import Office, OfficeKind, Signer
from ...domain.vietnamese import one_line
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.plans import ensure_year
from ..workspace import Workspace
from .years import check_year

_ONLY_ROW = 1


def office(workspace: Workspace) -> Office | None:
    """The office, None before the first start was completed."""
    row = records.find(workspace.file, "office", _ONLY_ROW)
    if row is None:
        return None
    return Office(
        name=str(row["name"]),
        kind=cast(OfficeKind, row["kind"]),
        province=str(row["province"]),
        superior_line=str(row["superior_line"]),
        place_name=str(row["place_name"]),
        id=_ONLY_ROW,
    )


def set_office(workspace: Workspace, office: Office, *, editing: str = "") -> Changes:
    """Stores what is printed of the office; raises :class:`BadInput` for an empty name.

    Acts with the same ``editing`` token, "" for none, are undone as one.
    """
    office = _checked(office)
    with workspace.file.act("Sửa thông tin cơ quan", f"office/{editing}" if editing else None) as act:
        _put(workspace.file, office)
    return act.changes


def found_office(workspace: Workspace, office: Office, signers: Sequence[Signer], year: int) -> Changes:
    """The first start: office, signers, year and the acts cited, in one act that undo does not take back.

    Raises :class:`BadInput` for an empty name of the office or of a signer and for an impossible year, and
    :class:`KnownError` when the file has an office already.
    """
    office = _checked(office)
    check_year(year)
    signers = [_checked_signer(signer) for signer in signers]
    if records.find(workspace.file, "office", _ONLY_ROW):
        raise KnownError(
            "Tệp dữ liệu này đã có thông tin cơ quan; dữ liệu không thay đổi.",
            "Hãy sửa trong thẻ Danh mục, hoặc tạo tệp dữ liệu mới.",
        )
    legal_acts, movements = workspace.definitions.legal_acts, workspace.definitions.movements
    with workspace.file.act(f"Lập tệp dữ liệu của {office.name}") as act:
        _put(workspace.file, office)
        ensure_year(workspace.file, year)
        for signer in signers:
            records.insert(workspace.file, "signers", _row(signer))
        for legal_act in legal_acts:
            records.insert(workspace.file, "legal_acts", _row(legal_act))
        for movement in movements:
            records.insert(workspace.file, "movements", _row(movement))
    workspace.file.seal_acts()  # one Ctrl+Z too many must not leave a file without its office
    return act.changes


def _put(file: DataFile, office: Office) -> None:
    row = {**asdict(office), "id": _ONLY_ROW}
    if records.find(file, "office", _ONLY_ROW):
        records.update(file, "office", _ONLY_ROW, row)
    else:
        records.insert(file, "office", row)


def _row(item: object) -> records.Row:
    """A dataclass as a new row: its fields are the columns."""
    row: records.Row = asdict(item)  # type: ignore[call-overload]
    return {name: value for name, value in row.items() if name != "id"}


def _checked(office: Office) -> Office:
    if not office.name.strip():
        raise BadInput("Chưa có tên cơ quan.", "Gõ tên như in trên văn bản, ví dụ “xã Ví Dụ”.")
    return replace(
        office,
        name=one_line(office.name),
        province=one_line(office.province),
        superior_line=one_line(office.superior_line),
        place_name=one_line(office.place_name),
    )


def _checked_signer(signer: Signer) -> Signer:
    if not signer.full_name.strip():
        raise BadInput("Có người ký chưa có họ tên.", "Gõ họ và tên, hoặc bỏ trống cả dòng người ký đó.")
    lines = "\n".join(one_line(line) for line in signer.position.splitlines() if line.strip())
    return replace(signer, full_name=one_line(signer.full_name), position=lines, authority=one_line(signer.authority))
