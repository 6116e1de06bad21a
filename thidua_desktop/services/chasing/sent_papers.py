"""The papers of the year's organisations: handed to whom, back when, signed by whom, and what was scanned of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from ...domain.changes import Changes
from ...domain.chasing.days import read_day
from ...domain.chasing.sent_papers import DAYS, FIELDS, FORM, PROGRESS, TITLES, Field, PaperKey, SentPaper
from ...domain.errors import KnownError
from ...domain.registration.paper_codes import PaperCode, code, read_code
from ...domain.vietnamese import one_line
from ...storage import chasing as stored
from ...storage import records, registration
from ...storage.records import Row
from ..entries import read_each
from ..registration.registration_rows import in_printing_order, organisation_of, put_received
from ..wording import shortened
from ..workspace import Workspace

TABLE = "sent_papers"


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed for one field of one paper."""

    key: PaperKey
    field: Field
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a code leads to: the paper and the year it is of."""

    year: int
    organisation_id: int
    key: PaperKey


@dataclass(frozen=True, slots=True)
class _Phase:
    """A phase that has a paper of its own: its place in its plan from 1."""

    id: int
    name: str
    place: int


def papers_of_year(workspace: Workspace, year: int) -> tuple[SentPaper, ...]:
    """Every paper of every organisation of the year's list, organisation by organisation as lists print them.

    When a form came in stands in the year's list, whatever the record of its paper says.
    """
    file = workspace.file
    known = {_key(row): row for row in stored.sent_papers_of_year(file, year)}
    listed = {row["organisation_id"]: row for row in registration.registrations_of_year(file, year)}
    phases = _phases(workspace, year)
    return tuple(
        _made(organisation, listed[organisation["id"]], known, key, phase)
        for organisation in in_printing_order(file)
        if organisation["id"] in listed
        for key, phase in _keys(cast(int, listed[organisation["id"]]["id"]), phases)
    )


def _keys(registration_id: int, phases: Sequence[_Phase]) -> Iterator[tuple[PaperKey, _Phase | None]]:
    for paper in TITLES:
        if paper == PROGRESS:
            yield from ((PaperKey(registration_id, paper, phase.id), phase) for phase in phases)
        else:
            yield PaperKey(registration_id, paper), None


def _phases(workspace: Workspace, year: int) -> list[_Phase]:
    """The phases of the year's plans; what two plans call alike is one, that of the first."""
    found: dict[str, _Phase] = {}
    for listed in registration.phases_of_year(workspace.file, year).values():
        for place, phase in enumerate(listed, 1):
            found.setdefault(phase.name, _Phase(phase.id, phase.name, place))
    return list(found.values())


def _key(row: Row) -> PaperKey:
    phase_id = cast("int | None", row["phase_id"])
    return PaperKey(cast(int, row["registration_id"]), str(row["paper"]), phase_id)


def _made(organisation: Row, listed: Row, known: dict[PaperKey, Row], key: PaperKey, phase: _Phase | None) -> SentPaper:
    row = known.get(key, {})
    returned = listed["received_on"] if key.paper == FORM else row.get("returned_on")
    number = cast("int | None", listed["number"])
    return SentPaper(
        key,
        cast(int, organisation["id"]),
        str(organisation["name"]),
        code(key.paper, cast(int, listed["year"]), number, phase.place if phase else 0),
        phase.name if phase else "",
        id=cast(int, row.get("id") or 0),
        handed_on=cast("str | None", row.get("handed_on")),
        handed_to=str(row.get("handed_to") or ""),
        returned_on=cast("str | None", returned),
        signed_by=str(row.get("signed_by") or ""),
        signed_on=cast("str | None", row.get("signed_on")),
        note=str(row.get("note") or ""),
        scans=cast(int, row.get("scans") or 0),
    )


# What is known of a paper


def set_field(workspace: Workspace, entry: Entry, *, editing: str = "") -> Changes:
    """Stores what was typed for a paper, days also in few keys ("5/2", "hn"); "" takes it away.

    Acts with the same ``editing`` token are undone as one. Raises :class:`BadInput` for what is no day.
    """
    value = _read(workspace, entry)
    what = f"Sửa {FIELDS[entry.field]} của {named(workspace, entry.key)}"
    key = entry.key
    merge = f"{TABLE}/{key.registration_id}/{key.paper}/{key.phase_id}/{entry.field}/{editing}" if editing else None
    with workspace.file.act(what, merge) as act:
        put(workspace, key, {entry.field: value})
    return act.changes


def set_fields(workspace: Workspace, entries: Sequence[Entry]) -> tuple[Changes, dict[Entry, KnownError]]:
    """Stores one or many in one act; those that do not fit are left as they were and named with the reason."""
    if len(entries) == 1:
        try:
            return set_field(workspace, entries[0]), {}
        except KnownError as error:
            return Changes(), {entries[0]: error}
    values, refused = read_each(entries, lambda entry: _read(workspace, entry))
    if not values:
        return Changes(), refused
    fields = {FIELDS[entry.field] for entry in values}
    what = f"{next(iter(fields))} của {len(values)} giấy tờ" if len(fields) == 1 else f"{len(values)} ô giấy tờ"
    with workspace.file.act(f"Ghi {what}") as act:
        for entry, value in values.items():
            put(workspace, entry.key, {entry.field: value})
    return act.changes, refused


def _read(workspace: Workspace, entry: Entry) -> str | None:
    return read_day(entry.text, workspace.today()) if entry.field in DAYS else one_line(entry.text)


def named(workspace: Workspace, key: PaperKey) -> str:
    """A paper in the name of an act."""
    return f"{TITLES[key.paper].lower()} của {shortened(organisation_of(workspace.file, key.registration_id))}"


def stored_row(workspace: Workspace, key: PaperKey) -> Row | None:
    """The record of a paper, None while nothing is known of it."""
    where: Row = {"registration_id": key.registration_id, "paper": key.paper, "phase_id": key.phase_id}
    return next(iter(records.page(workspace.file, TABLE, where=where)), None)


def put(workspace: Workspace, key: PaperKey, values: Row) -> None:
    """Changes the record of a paper, or makes it; the day a form came in is kept in the year's list too.

    Belongs inside an act.
    """
    row_id = _ensure(workspace, key, values)
    if row_id is not None:
        records.update(workspace.file, TABLE, row_id, values)
    if key.paper == FORM and "returned_on" in values:
        put_received(workspace.file, key.registration_id, cast("str | None", values["returned_on"]))


def _ensure(workspace: Workspace, key: PaperKey, values: Row) -> int | None:
    """The id of the record, made unless there is nothing to keep in it."""
    row = stored_row(workspace, key)
    if row is not None:
        return cast(int, row["id"])
    return made(workspace, key) if any(values.values()) else None


def made(workspace: Workspace, key: PaperKey) -> int:
    """A new record of a paper; belongs inside an act."""
    owner: Row = {"registration_id": key.registration_id, "paper": key.paper, "phase_id": key.phase_id}
    if key.paper == FORM:
        owner["returned_on"] = records.get(workspace.file, "registrations", key.registration_id)["received_on"]
    return records.insert(workspace.file, TABLE, owner)


def set_back(workspace: Workspace, key: PaperKey) -> None:
    """The paper came back today, unless it is known when; belongs inside an act."""
    file, row = workspace.file, stored_row(workspace, key)
    known = row["returned_on"] if row else None
    if key.paper == FORM:
        known = records.get(file, "registrations", key.registration_id)["received_on"]
    if known is None:
        put(workspace, key, {"returned_on": workspace.today().isoformat()})


# Found by its code


def key_of(workspace: Workspace, row_id: int) -> PaperKey | None:
    """Which paper a record is about; None when it is gone."""
    row = records.find(workspace.file, TABLE, row_id)
    return _key(row) if row else None


def find(workspace: Workspace, text: str) -> Found | None:
    """The paper whose code was typed, however it was typed ("dk 2026 17"); None when there is none.

    The sheets of persons and of households go with the form of their organisation.
    """
    read = read_code(text)
    if read is None:
        return None
    where: Row = {"year": read.year, "number": read.number}
    rows = records.page(workspace.file, "registrations", where=where)
    if not rows:
        return None
    paper, phase_id = read.paper if read.paper in TITLES else FORM, _phase_id(workspace, read)
    if paper == PROGRESS and phase_id is None:
        return None
    key = PaperKey(cast(int, rows[0]["id"]), paper, phase_id)
    return Found(read.year, cast(int, rows[0]["organisation_id"]), key)


def _phase_id(workspace: Workspace, read: PaperCode) -> int | None:
    if read.paper != PROGRESS:
        return None
    at = (one.id for one in _phases(workspace, read.year) if one.place == (read.phase or 1))
    return next(at, None)


def called(workspace: Workspace, found: Found) -> tuple[str, str]:
    """The code as it is printed, and the name of the organisation."""
    file = workspace.file
    number = cast("int | None", records.get(file, "registrations", found.key.registration_id)["number"])
    phases = (one.place for one in _phases(workspace, found.year) if one.id == found.key.phase_id)
    name = str(records.get(file, "organisations", found.organisation_id)["name"])
    return code(found.key.paper, found.year, number, next(phases, 0)), name
