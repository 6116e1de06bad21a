"""An organisation that is called otherwise from a day on, or that is there no longer from a year on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.registers.catalogue import REGISTERS
from ...domain.vietnamese import format_date, one_line
from ...storage import records
from ...storage.errors import NameTaken
from ...storage.records import Row
from ..office.years import check_year
from ..registers import register_rows as rows_of
from ..registers.refusals import name_taken
from ..wording import shortened
from ..workspace import Workspace

KIND = "organisations"


def rename(
    workspace: Workspace, organisation_id: int, name: str, day: date, *, short_name: str = "", printed_name: str = ""
) -> Changes:
    """Gives an organisation another name from ``day`` on; the one it had is kept with its last day.

    Short and printed name are those given, "" for none. To mend a slip of the pen the name is typed over in its cell:
    that leaves no earlier name. Raises :class:`BadInput` for no name, the same one, one that another organisation has,
    and a day that an earlier name was still used on.
    """
    file, name = workspace.file, one_line(name)
    row = records.get(file, KIND, organisation_id)
    before = str(row["name"])
    if not name or name == before:
        raise BadInput(
            "Tên mới trống hoặc giống tên đang dùng nên chưa đổi." if name else "Chưa có tên mới nên chưa đổi.",
            "Gõ tên mới rồi nhấn Đổi tên.",
        )
    last = (day - timedelta(days=1)).isoformat()
    refuse_overlap(workspace, organisation_id, last)
    changed: Row = {"name": name, "short_name": one_line(short_name), "printed_name": one_line(printed_name)}
    with file.act(f"Đổi tên “{shortened(before)}” thành “{shortened(name)}”") as act:
        put_name(workspace, organisation_id, changed, last)
    return act.changes


def put_name(workspace: Workspace, organisation_id: int, changed: Row, last: str) -> None:
    """Stores other names of an organisation and keeps the present one with its ``last`` day; belongs inside an act.

    What papers printed till then is the name of that time; other ways to write it are kept to be found by.
    """
    file = workspace.file
    before = records.get(file, KIND, organisation_id)
    names = [str(before[key]) for key in ("printed_name", "name", "short_name") if before[key]]
    try:
        records.update(file, KIND, organisation_id, changed)
    except NameTaken as error:
        raise name_taken(REGISTERS[KIND], str(changed["name"])) from error
    for number, name in enumerate(dict.fromkeys(names)):
        former: Row = {"organisation_id": organisation_id, "name": name, "valid_to": None if number else last}
        records.insert(file, "former_names", former)


def refuse_overlap(workspace: Workspace, organisation_id: int, last: str) -> None:
    """Raises :class:`BadInput` when a name is to end before an earlier one ended."""
    for row in records.page(workspace.file, "former_names", where={"organisation_id": organisation_id}):
        if row["valid_to"] and str(row["valid_to"]) >= last:
            raise BadInput(
                f"Tên cũ “{shortened(str(row['name']))}” dùng đến {format_date(str(row['valid_to']))}, "
                "ngày đổi tên phải sau ngày đó.",
                "Chọn ngày sau, hoặc sửa ngày của tên cũ.",
            )


def retire(workspace: Workspace, ids: Sequence[int], year: int) -> Changes:
    """Says that organisations are there no longer from ``year`` on; what they did stays. Raises :class:`BadInput`."""
    check_year(year)
    file = workspace.file
    rows = records.among(file, KIND, "id", ids)
    for row in rows:
        if row["active_from"] is not None and int(row["active_from"]) >= year:
            raise BadInput(
                f"“{shortened(str(row['name']))}” mới có từ năm {row['active_from']}.",
                f"Chọn năm sau năm {row['active_from']}.",
            )
    what = f"“{shortened(str(rows[0]['name']))}”" if len(rows) == 1 else f"{len(rows)} tổ chức"
    with file.act(f"Ghi {what} ngừng hoạt động từ năm {year}") as act:
        for row in rows:
            records.update(file, KIND, rows_of.row_id(row), {"active_to": year - 1})
    return act.changes
