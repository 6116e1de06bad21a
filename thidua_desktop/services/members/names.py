"""What organisations are called: on papers, on a day of the past, and how their years are called.

A paper that is made now names an organisation as it is called now; a paper about a day of the past (``day``) as it was
called then. What keeps its own words stays as it was written: a plan's commitments, nominations, decisions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ...domain.members.names import FormerName, name_on, printed_name
from ...domain.members.names import year_words as words_of
from ...domain.vietnamese import format_date
from ...storage import records
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..registration.registration_rows import is_active
from ..workspace import Workspace

KIND = "organisations"
ACTIVE = "đang hoạt động"


def printed_names(workspace: Workspace, day: str | None = None) -> dict[int, str]:
    """The names of all organisations on papers, by id: today's, or those of a ``day`` (ISO) of the past."""
    former: dict[int, list[FormerName]] = defaultdict(list)
    for row in records.page(workspace.file, "former_names") if day else ():
        former[int(row["organisation_id"] or 0)].append(_former(row))
    found = {}
    for row in records.page(workspace.file, KIND):
        row_id = rows_of.row_id(row)
        today = printed_name(str(row["name"]), str(row["printed_name"]))
        found[row_id] = name_on(day, today, former[row_id]) if day else today
    return found


def _former(row: Row) -> FormerName:
    return FormerName(str(row["name"]), str(row["valid_to"]) if row["valid_to"] else None)


def year_words(workspace: Workspace, organisation_id: int, year: int) -> str:
    """What the year is called for an organisation: "năm 2026", for a school "năm học 2025 – 2026"."""
    row = records.get(workspace.file, KIND, organisation_id)
    return words_of(year, by_school_year=bool(row["by_school_year"]))


def standings(workspace: Workspace, year: int) -> dict[int, str]:
    """How every organisation stands in a year, by id: :data:`ACTIVE`, or why it is not there."""
    rows = {rows_of.row_id(row): row for row in records.page(workspace.file, KIND)}
    return {row_id: _standing(row, rows, year) for row_id, row in rows.items()}


def merged_ids(workspace: Workspace) -> set[int]:
    """The organisations that went into another one: nobody is put there any more."""
    return {rows_of.row_id(row) for row in records.page(workspace.file, KIND) if row["merged_into_id"]}


def _standing(row: Row, rows: dict[int, Row], year: int) -> str:
    into = rows.get(int(row["merged_into_id"] or 0))
    if into:
        return f"đã gộp vào {into['name']}"
    if is_active(row, year):
        return ACTIVE
    begins, ends = row["active_from"], row["active_to"]
    return f"ngừng từ năm {int(ends) + 1}" if ends is not None and int(ends) < year else f"có từ năm {begins}"


@dataclass(frozen=True, slots=True)
class NameLine:
    """One line of what an organisation was before: a name, or another organisation; ``when`` is "" for no day."""

    text: str
    when: str = ""


def past_of(workspace: Workspace, organisation_id: int) -> tuple[NameLine, ...]:
    """The earlier names of an organisation, the newest first, and those it came from, went into or gave birth to."""
    return tuple(_past(workspace, organisation_id))


def _past(workspace: Workspace, organisation_id: int) -> Iterator[NameLine]:
    file = workspace.file
    row = records.find(file, KIND, organisation_id)
    if row is None:
        return
    for link, words in (("merged_into_id", "Đã gộp vào"), ("split_from_id", "Tách từ")):
        other = records.find(file, KIND, int(row[link] or 0))
        if other:
            yield NameLine(f"{words} {other['name']}", _from(row, link))
    where: Row = {"organisation_id": organisation_id}
    for one in records.page(file, "former_names", where=where, order="valid_to", descending=True):
        ended = str(one["valid_to"]) if one["valid_to"] else None
        yield NameLine(str(one["name"]), f"đến {format_date(ended)}" if ended else "")
    for link, words in (("merged_into_id", "Gộp từ"), ("split_from_id", "Đã tách ra")):
        for other in records.page(file, KIND, where={link: organisation_id}):
            yield NameLine(f"{words} {other['name']}", _from(other, link))


def _from(row: Row, link: str) -> str:
    merged = link == "merged_into_id"
    year = row["active_to" if merged else "active_from"]
    return f"từ năm {int(year) + merged}" if year is not None else ""
