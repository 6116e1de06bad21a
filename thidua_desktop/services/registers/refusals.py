"""Why a change of a register is not taken, in the clerk's words."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.bad_input import BadInput
from ...domain.errors import KnownError
from ...domain.registers.catalogue import REGISTERS, Column, Register
from ...domain.registers.cells import CellValue
from ...domain.vietnamese import enumerated
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.records import Row
from ..wording import shortened
from . import register_rows as rows_of

_LINKED = {
    "organisations": (
        ("registrations", "organisation_id", "bản đăng ký"),
        ("commitments", "organisation_id", "cam kết"),
        ("organisations", "merged_into_id", "tổ chức đã gộp vào"),
        ("organisations", "split_from_id", "tổ chức tách ra"),
    ),
    "blocks": (("registrations", "block_id", "lượt xếp khối"), ("criteria_sets", "block_id", "bộ tiêu chí")),
    "people": (("registered_initiatives", "person_id", "sáng kiến đăng ký"),),
}
"""Who names a kind in a column that no register shows: table, column, and what they are called."""


class InUse(KnownError):  # noqa: N818  (what is the case, as the clerk is told)
    """A record that others name cannot be removed."""


def name_taken(definition: Register, text: str) -> BadInput:
    """The record is there already."""
    return BadInput(
        f"Đã có {definition.one} “{shortened(text)}” trong {definition.title}; dữ liệu không thay đổi.",
        "Hãy sửa dòng đang có, hoặc ghi tên khác đi.",
    )


def still_used(file: DataFile, definition: Register, stored: Sequence[Row]) -> InUse:
    """The first of the ``stored`` rows that others name, and how many of which kind name it."""
    for row in stored:
        users = _users(file, definition.kind, rows_of.row_id(row))
        if users:
            title = shortened(rows_of.title(definition, row))
            return InUse(
                f"Còn {enumerated(users)} đang gắn với {definition.one} “{title}” nên chưa xóa được; "
                "dữ liệu không thay đổi.",
                "Hãy đổi hoặc xóa những dòng đó trước, rồi xóa lại.",
            )
    return InUse(
        f"Còn dữ liệu khác (cam kết, khen thưởng, quyết định) đang dùng {definition.one} này nên chưa xóa được; "
        "dữ liệu không thay đổi.",
        "Hãy gỡ khỏi những chỗ đó trước, rồi xóa lại.",
    )


def refuse_loosened(file: DataFile, definition: Register, stored: Sequence[Row]) -> None:
    """Raises :class:`InUse` for a row whose going the data file would allow by emptying what names it."""
    if definition.kind == "blocks" and any(_users(file, definition.kind, rows_of.row_id(row)) for row in stored):
        raise still_used(file, definition, stored)


def _users(file: DataFile, kind: str, row_id: int) -> list[str]:
    users = []
    for table, link, called in _LINKED.get(kind, ()):
        number = records.count(file, table, where={link: row_id})
        users += [f"{number} {called}"] * bool(number)
    if kind == "organisations" and (number := _papers_out(file, row_id)):
        users.insert(0, f"{number} giấy đã giao chưa nhận lại")
    for register in REGISTERS.values():
        for column in register.columns:
            if column.links_to == kind:
                number = records.count(file, register.kind, where={column.key: row_id})
                users += [f"{number} {register.one}"] * bool(number)
    return users


def _papers_out(file: DataFile, organisation_id: int) -> int:
    """How many papers were handed to an organisation and have not come back."""
    owners = [row["id"] for row in records.page(file, "registrations", where={"organisation_id": organisation_id})]
    rows = records.among(file, "sent_papers", "registration_id", owners)
    return sum(row["handed_on"] is not None and row["returned_on"] is None for row in rows)


def refuse_circle(file: DataFile, definition: Register, column: Column, stored: Row, target: CellValue) -> None:
    """Raises :class:`BadInput` when the record would come to stand below itself."""
    own, step = rows_of.row_id(stored), target
    while isinstance(step, int):
        if step == own:
            title = shortened(rows_of.title(definition, stored))
            raise BadInput(
                f"“{title}” không thể nằm trong chính nó hoặc trong dòng thuộc nó.",
                f"Chọn dòng khác ở cột “{column.heading}”.",
            )
        found = records.find(file, definition.kind, step)
        step = found[column.key] if found else None
