"""Two or three organisations become one: former communes' that were put together, or one that was entered twice.

What the present demands goes to the one that stays: the registrations, commitments, results, papers and people of the
year, open nominations. Earlier years stay with the organisation they were of, which points to the one it went into. Of
an organisation that was entered twice everything becomes one and its second row goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.members.merging import Choice, Conflict, Merger
from ...domain.vietnamese import enumerated, folded_line, format_date, one_line
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.keys import Value
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..wording import shortened
from ..workspace import Workspace
from .doubles import PeoplePair, doubles_between
from .meeting import Meeting
from .merging_people import chained, put_together
from .posts import move_over
from .renaming import put_name, refuse_overlap

KIND = "organisations"
_NAMES = ("name", "short_name", "printed_name")
_GAPS = ("short_name", "printed_name", "kind", "head", "head_position", "contact")
# Links that follow an organisation that was entered twice.
_EVERYWHERE = (
    *(("nominations", "organisation_id"), ("awards", "organisation_id"), ("person_posts", "organisation_id")),
    *(("organisations", "merged_into_id"), ("organisations", "split_from_id"), ("former_names", "organisation_id")),
)


@dataclass(frozen=True, slots=True)
class MergerPreview:
    """What a merger would do: ``moves`` are lines to read, ``conflicts`` and ``doubles`` wait for answers."""

    moves: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    doubles: tuple[PeoplePair, ...]


def preview(workspace: Workspace, merger: Merger) -> MergerPreview:
    """What merging would do; nothing is changed. Raises :class:`BadInput` for what cannot be merged."""
    refuse(workspace, merger)
    meeting = Meeting(workspace, merger)
    ids = (merger.into, *merger.others)
    return MergerPreview(tuple(_moves(workspace, meeting)), meeting.conflicts, doubles_between(workspace, ids))


def refuse(workspace: Workspace, merger: Merger) -> None:
    """Raises :class:`BadInput` for nothing to merge, or what was merged before."""
    ids = {merger.into, *merger.others}
    if len(ids) < 2 or merger.into in merger.others:
        raise BadInput("Cần ít nhất hai tổ chức để gộp.", "Chọn các dòng cần gộp rồi làm lại.")
    for row in records.among(workspace.file, KIND, "id", ids):
        if row["merged_into_id"]:
            raise BadInput(
                f"“{shortened(str(row['name']))}” đã gộp vào tổ chức khác rồi.", "Bỏ tổ chức đó ra rồi gộp lại."
            )
        own = row["id"] == merger.into
        if not own and merger.name and folded_line(merger.name) == folded_line(str(row["name"])):
            raise BadInput(
                f"“{shortened(merger.name)}” là tên của tổ chức sẽ gộp đi.",
                "Chọn tổ chức mang tên đó làm tổ chức ở lại.",
            )
    if merger.day and merger.name:
        refuse_overlap(workspace, merger.into, _day_before(merger.day))


def _moves(workspace: Workspace, meeting: Meeting) -> Iterator[str]:
    file, merger = workspace.file, meeting.merger
    since = f"từ {format_date(merger.day)}" if merger.day else "tất cả các năm"
    yield f"Ở lại: {merger.name or meeting.names[merger.into]} ({since})."
    for other in merger.others:
        counts = (
            (len(meeting.registrations[other]), "bản đăng ký"),
            (len(meeting.commitments[other]), "cam kết"),
            (records.count(file, "people", where={"organisation_id": other}), "người"),
            (len(_nominations(file, other, merger)), "đề nghị khen thưởng"),
            (records.count(file, KIND, where={"parent_id": other}), "tổ chức trực thuộc"),
        )
        moved = enumerated([f"{number} {words}" for number, words in counts if number]) or "không có gì phải chuyển"
        yield f"Từ {meeting.names[other]}: {moved}."
    if merger.day:
        yield f"Việc của các năm trước {merger.year} và khen thưởng đã có ở lại với tổ chức cũ."


def merge(workspace: Workspace, merger: Merger, answers: Mapping[str, Choice] | None = None) -> Changes:
    """Merges organisations and the people chosen with them, in one act.

    ``answers`` tell by :attr:`Conflict.key` which row stays, the proposed one when it is not said; what does not
    stay goes into the note. Raises :class:`BadInput` as :func:`refuse` does, and for a new name that is taken.
    """
    merger = replace(merger, name=one_line(merger.name))
    refuse(workspace, merger)
    meeting = Meeting(workspace, merger)
    others = enumerated([f"“{shortened(meeting.names[one])}”" for one in merger.others])
    with workspace.file.act(f"Gộp {others} vào “{shortened(meeting.names[merger.into])}”") as act:
        put_into_one(workspace, meeting, answers or {})
    return act.changes


def put_into_one(workspace: Workspace, meeting: Meeting, answers: Mapping[str, Choice]) -> None:
    """What :func:`merge` does; belongs inside an act."""
    merger = meeting.merger
    meeting.settle(answers)
    for other in merger.others:
        _take_over(workspace, meeting, other)
    for stays, goes in chained(merger.people):
        put_together(workspace, stays, goes, {})
    _name(workspace, meeting)
    for other in merger.others:
        _let_go(workspace, merger, other)


def _take_over(workspace: Workspace, meeting: Meeting, other: int) -> None:
    file, merger = workspace.file, meeting.merger
    owner: Row = {"organisation_id": merger.into}
    for table, rows in (
        ("registrations", meeting.registrations[other]),
        ("organisation_years", meeting.facts[other]),
        ("commitments", meeting.commitments[other]),
        ("nominations", _nominations(file, other, merger)),
        ("awards", _awards(file, other, merger)),
    ):
        for row in rows:
            if records.find(file, table, rows_of.row_id(row)):
                records.update(file, table, rows_of.row_id(row), owner)
    for row in records.page(file, "people", where={"organisation_id": other}):
        if merger.day:
            move_over(file, row, date.fromisoformat(merger.day), merger.into)
        else:
            records.update(file, "people", rows_of.row_id(row), owner)
    for row in records.page(file, KIND, where={"parent_id": other}):
        above = None if row["id"] == merger.into else merger.into
        records.update(file, KIND, rows_of.row_id(row), {"parent_id": above})


def _nominations(file: DataFile, other: int, merger: Merger) -> list[Row]:
    """Its nominations: all of one that was entered twice, else those of the rounds from the first year on that are
    not decided."""
    rows = records.page(file, "nominations", where={"organisation_id": other}, order="id")
    if merger.year is None:
        return rows
    rounds = records.among(file, "rounds", "id", {row["round_id"] for row in rows})
    years: dict[Value, int] = {row["id"]: int(row["year"] or 0) for row in rounds}
    given = {row["nomination_id"] for row in records.among(file, "awards", "nomination_id", [r["id"] for r in rows])}
    return [row for row in rows if years[row["round_id"]] >= merger.year and row["id"] not in given]


def _awards(file: DataFile, other: int, merger: Merger) -> list[Row]:
    """The awards that were decided since the first day; all of an organisation that was entered twice."""
    rows = records.page(file, "awards", where={"organisation_id": other}, order="id")
    return [row for row in rows if merger.day is None or str(row["decided_on"] or "") >= merger.day]


def _name(workspace: Workspace, meeting: Meeting) -> None:
    """The one that stays gets its new name, and is found by the names of the others too."""
    file, merger = workspace.file, meeting.merger
    own = records.get(file, KIND, merger.into)
    rows = [records.get(file, KIND, other) for other in merger.others]
    if merger.day is None:
        gaps: Row = {key: row[key] for row in reversed(rows) for key in _GAPS if row[key] and not own[key]}
        if gaps:
            records.update(file, KIND, merger.into, gaps)
    names = [str(row[key]) for row in rows for key in (_NAMES if merger.day is None else _NAMES[:1]) if row[key]]
    if merger.name and merger.name != own["name"]:
        changed: Row = {"name": merger.name, "short_name": "", "printed_name": ""}
        if merger.day:
            put_name(workspace, merger.into, changed, _day_before(merger.day))
        else:
            names.append(str(own["name"]))
            records.update(file, KIND, merger.into, {"name": merger.name})
    for name in dict.fromkeys(names):
        records.insert(file, "former_names", {"organisation_id": merger.into, "name": name})


def _let_go(workspace: Workspace, merger: Merger, other: int) -> None:
    """One that was entered twice goes; another stays with its past and points to where it went."""
    file = workspace.file
    if merger.year is not None:
        records.update(file, KIND, other, {"merged_into_id": merger.into, "active_to": merger.year - 1})
        return
    for table, link in _EVERYWHERE:
        for row in records.page(file, table, where={link: other}, order="id"):
            if (table, row["id"]) != (KIND, merger.into):
                records.update(file, table, rows_of.row_id(row), {link: merger.into})
            else:
                records.update(file, table, merger.into, {link: None})
    records.delete(file, KIND, [other])


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
