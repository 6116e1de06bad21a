"""Where people work and worked: a change of post from a day on, and the organisation somebody belonged to in a year.

``person_posts`` holds earlier posts, each with its last day; the present one stands in the person's own row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import cast

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.members.identity import doubt_of
from ...domain.registers.cells import masked
from ...domain.vietnamese import format_date, one_line
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.keys import Value
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..wording import shortened
from ..workspace import Workspace

KIND = "people"
_NUMBER = "identity_number"


@dataclass(frozen=True, slots=True)
class Post:
    """A post as a line: position and organisation, ISO days, None where they are not known (of the present: no end)."""

    position: str
    organisation: str
    begins: str | None
    ends: str | None

    @property
    def words(self) -> str:
        """ "Công chức, Phòng Văn hóa - Xã hội"."""
        return ", ".join(filter(None, (self.position, self.organisation))) or "(chưa ghi)"

    @property
    def days(self) -> str:
        """ "từ 01/07/2025 đến 31/12/2025", of the present post "từ 01/01/2026"."""
        parts = (("từ", self.begins), ("đến", self.ends))
        return " ".join(f"{word} {format_date(day)}" for word, day in parts if day)


def posts(workspace: Workspace, person_id: int) -> tuple[Post, ...]:
    """The posts of a person, the present one first; none for somebody who is not there."""
    file = workspace.file
    person = records.find(file, KIND, person_id)
    if person is None:
        return ()
    earlier = _earlier(file, person_id)
    homes = {person["organisation_id"], *(row["organisation_id"] for row in earlier)}
    names = {row["id"]: str(row["name"]) for row in records.among(file, "organisations", "id", homes)}
    begins = _after(earlier) or cast("str | None", person["started_on"])
    now = Post(str(person["position"]), names.get(person["organisation_id"], ""), begins, None)
    return (
        now,
        *(
            Post(
                str(row["position"]),
                names.get(row["organisation_id"], ""),
                cast("str | None", row["valid_from"]),
                cast("str | None", row["valid_to"]),
            )
            for row in earlier
        ),
    )


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity number: ``masked`` for lists, ``whole`` for whom it is shown on request; logs never have it.

    ``doubt`` says what is odd about it, "" for nothing.
    """

    masked: str
    whole: str = field(repr=False)
    doubt: str = ""


def identity_number(workspace: Workspace, person_id: int) -> Identity | None:
    """The identity number of a person, None when none was entered."""
    person = records.find(workspace.file, KIND, person_id)
    whole = str(person[_NUMBER]) if person else ""
    doubt = doubt_of(whole, workspace.definitions.identity_numbers)
    return Identity(masked(whole), whole, doubt) if whole else None


def doubtful_numbers(workspace: Workspace, changes: Changes) -> tuple[tuple[str, str], ...]:
    """The people who got a doubtful identity number by an act, each with what is odd about it."""
    if not changes.touches(KIND) or changes.act != workspace.file.undo_act:
        return ()
    found = {}
    for change in workspace.file.changes_of(changes.act):
        number = str((change.after or {}).get(_NUMBER) or "") if change.kind == KIND else ""
        if change.after and number and number != (change.before or {}).get(_NUMBER):
            found[str(change.after["full_name"])] = doubt_of(number, workspace.definitions.identity_numbers)
    return tuple((name, doubt) for name, doubt in found.items() if doubt)


def _earlier(file: DataFile, person_id: int) -> list[Row]:
    return records.page(file, "person_posts", where={"person_id": person_id}, order="valid_to", descending=True)


def _after(earlier: Sequence[Row]) -> str | None:
    """The day after the newest of the earlier posts."""
    ended = next((str(row["valid_to"]) for row in earlier if row["valid_to"]), None)
    return (date.fromisoformat(ended) + timedelta(days=1)).isoformat() if ended else None


def change_post(
    workspace: Workspace, ids: Sequence[int], day: date, *, organisation_id: int | None = None, position: str = ""
) -> Changes:
    """Gives people another post from ``day`` on: another organisation, position or both; what is not given stays.

    The post that each had is kept with its days. To mend what was entered wrongly the cell is typed over. Raises
    :class:`BadInput` when nothing changes, or for a day on which an earlier post was still held.
    """
    file, position = workspace.file, one_line(position)
    rows = [row for row in records.among(file, KIND, "id", ids) if _differs(row, organisation_id, position)]
    if not rows:
        raise BadInput(
            "Chức vụ và tổ chức mới giống hệt hiện nay nên chưa ghi gì.", "Chọn tổ chức khác, hoặc gõ chức vụ khác."
        )
    what = shortened(str(rows[0]["full_name"])) if len(rows) == 1 else f"{len(rows)} người"
    with file.act(f"Đổi đơn vị, chức vụ của {what}") as act:
        for row in rows:
            put_post(file, row, day, organisation_id, position)
    return act.changes


def _differs(row: Row, organisation_id: int | None, position: str) -> bool:
    other_home = organisation_id is not None and organisation_id != row["organisation_id"]
    return other_home or bool(position and position != row["position"])


def put_post(file: DataFile, person: Row, day: date, organisation_id: int | None, position: str = "") -> None:
    """Keeps the post of a person and stores the new one; belongs inside an act."""
    person_id, last = rows_of.row_id(person), (day - timedelta(days=1)).isoformat()
    earlier = _earlier(file, person_id)
    begins = _after(earlier) or person["started_on"]
    if begins and str(begins) > last:
        raise BadInput(
            f"{shortened(str(person['full_name']))} giữ chức vụ hiện nay từ {format_date(str(begins))}, "
            "ngày đổi phải sau ngày đó.",
            "Chọn ngày sau, hoặc sửa quá trình công tác trước.",
        )
    post: Row = {"person_id": person_id, "valid_from": begins, "valid_to": last}
    post |= {key: person[key] for key in ("position", "organisation_id")}
    records.insert(file, "person_posts", post)
    changed: Row = {"organisation_id": organisation_id or person["organisation_id"]}
    records.update(file, KIND, person_id, changed | ({"position": position} if position else {}))


def move_over(file: DataFile, person: Row, day: date, organisation_id: int) -> None:
    """Brings somebody to another organisation with the post held; belongs inside an act.

    The earlier post is kept where it began before ``day``.
    """
    begins = _after(_earlier(file, rows_of.row_id(person))) or person["started_on"]
    if begins is None or str(begins) < day.isoformat():
        put_post(file, person, day, organisation_id)
    else:
        records.update(file, KIND, rows_of.row_id(person), {"organisation_id": organisation_id})


def held_on(file: DataFile, person_ids: Iterable[Value], day: str) -> dict[Value, Row]:
    """Position and organisation on a day (ISO) of those who hold another post by now, by the person's id."""
    held: dict[Value, Row] = {}
    for row in records.among(file, "person_posts", "person_id", person_ids):
        begins, ends = str(row["valid_from"] or ""), str(row["valid_to"] or "")
        if begins <= day <= ends:
            held[row["person_id"]] = {key: row[key] for key in ("position", "organisation_id")}
    return held


def homes_in_year(file: DataFile, year: int) -> dict[Value, Value]:
    """The organisation of every person at the end of a year, by the person's id; of this year the present one."""
    last = f"{year}-12-31"
    homes = {row["id"]: row["organisation_id"] for row in records.page(file, KIND)}
    held: dict[Value, list[Row]] = defaultdict(list)
    for row in records.page(file, "person_posts", order="valid_to"):
        if row["valid_to"] and str(row["valid_to"]) >= last and str(row["valid_from"] or "") <= last:
            held[row["person_id"]].append(row)
    return homes | {person: rows[0]["organisation_id"] for person, rows in held.items()}
