"""One organisation becomes several: new ones with the people and the commitments of the year given to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.registers.catalogue import REGISTERS
from ...domain.vietnamese import enumerated, folded_line, one_line
from ...storage import records
from ...storage.errors import NameTaken
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..registers.refusals import name_taken
from ..registration.registration_rows import ensure_registered
from ..wording import shortened
from ..workspace import Workspace
from .posts import move_over

KIND = "organisations"
_TAKEN_OVER = ("kind", "parent_id", "must_register", "must_report", "by_school_year", "precedence")


@dataclass(frozen=True, slots=True)
class Split:
    """``names`` are the new organisations; ``people`` and ``commitments`` give by id the number (from 0) of one.

    Who is not named stays. ``ends``: the old one is there no longer from the year of ``day`` on.
    """

    source: int
    day: date
    names: tuple[str, ...]
    people: Mapping[int, int] = field(default_factory=dict)
    commitments: Mapping[int, int] = field(default_factory=dict)
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Splittable:
    """What can be given to a new organisation: ``kind`` is "people" or "commitments", ``text`` the name or quote."""

    kind: str
    id: int
    text: str
    detail: str


def splittable(workspace: Workspace, organisation_id: int, day: date) -> tuple[Splittable, ...]:
    """The people of an organisation, and its commitments from the year of ``day`` on."""
    file = workspace.file
    where: Row = {"organisation_id": organisation_id}
    people = (
        Splittable("people", rows_of.row_id(row), str(row["full_name"]), str(row["position"]))
        for row in records.page(file, "people", where=where, order="full_name")
    )
    rows = records.page(file, "commitments", where=where, order="id")
    years = {row["id"]: int(row["year"] or 0) for row in _plans(workspace, rows)}
    promised = (
        Splittable("commitments", rows_of.row_id(row), str(row["quote"]), f"năm {years[row['plan_id']]}")
        for row in rows
        if years[row["plan_id"]] >= day.year
    )
    return (*people, *promised)


def _plans(workspace: Workspace, commitments: Sequence[Row]) -> list[Row]:
    return records.among(workspace.file, "plans", "id", {row["plan_id"] for row in commitments})


def split(workspace: Workspace, wanted: Split) -> Changes:
    """Makes the new organisations with what was given to them, in one act; each comes into the list of the year.

    Earlier posts of the people are kept. Raises :class:`BadInput` for no name, a name twice or one that is taken.
    """
    file, names = workspace.file, [one_line(name) for name in wanted.names]
    if not names or not all(names) or len({folded_line(name) for name in names}) < len(names):
        raise BadInput("Chưa có tên tổ chức mới, hoặc hai tên giống nhau.", "Gõ mỗi tổ chức mới một tên riêng.")
    source = records.get(file, KIND, wanted.source)
    called = enumerated([f"“{shortened(name)}”" for name in names])
    with file.act(f"Tách {called} từ “{shortened(str(source['name']))}”") as act:
        made = [_made(workspace, wanted, source, name) for name in names]
        for person_id, number in wanted.people.items():
            move_over(file, records.get(file, "people", person_id), wanted.day, made[number])
        for commitment_id, number in wanted.commitments.items():
            records.update(file, "commitments", commitment_id, {"organisation_id": made[number]})
        if wanted.ends:
            records.update(file, KIND, wanted.source, {"active_to": wanted.day.year - 1})
    return act.changes


def _made(workspace: Workspace, wanted: Split, source: Row, name: str) -> int:
    """A new organisation like the one it comes from, in the year's list and the same block."""
    file, year = workspace.file, wanted.day.year
    row: Row = {key: source[key] for key in _TAKEN_OVER}
    row |= {"name": name, "split_from_id": wanted.source, "active_from": year}
    try:
        row_id = records.insert(file, KIND, row)
    except NameTaken as error:
        raise name_taken(REGISTERS[KIND], name) from error
    old = records.page(file, "registrations", where={"year": year, "organisation_id": wanted.source})
    if old or row["must_register"]:
        ensure_registered(file, year, row_id)
    if old and old[0]["block_id"]:
        new = records.page(file, "registrations", where={"year": year, "organisation_id": row_id})
        records.update(file, "registrations", rows_of.row_id(new[0]), {"block_id": old[0]["block_id"]})
    return row_id
