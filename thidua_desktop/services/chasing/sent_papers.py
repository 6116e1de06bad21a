"""The papers of the year's organisations: handed to whom, back when, signed by whom, and what was scanned of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from ...domain.changes import Changes
from ...domain.chasing.days import read_day
from ...domain.chasing.sent_papers import DAYS, FIELDS, FORM, PROGRESS, TITLES, Field, PaperKey, SentPaper
from ...domain.errors import KnownError
from ...domain.registration.paper_codes import PaperCode, code, read_code
from ...domain.registration.year_phases import YearPhase, kept_under
from ...domain.vietnamese import one_line
from ...storage import chasing as stored
from ...storage import records, registration
from ...storage.records import Row
from ..entries import read_each
from ..registration.registration_rows import in_printing_order, numbers_of, organisation_of, put_received
from ..sheets import phases as phases_of_year
from ..wording import shortened
from ..workspace import Workspace
from .owed import to_enter

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


def papers_of_year(workspace: Workspace, year: int) -> tuple[SentPaper, ...]:
    """Every paper of every organisation of the year's list, organisation by organisation as lists print them.

    When a form came in stands in the year's list, whatever the record of its paper says.
    """
    file = workspace.file
    listed = {row["organisation_id"]: row for row in registration.registrations_of_year(file, year)}
    phases = phases_of_year.of_year(workspace, year)
    rows = stored.sent_papers_of_year(file, year)
    known = _known(rows, kept_under(phases))
    some_back = any(row["paper"] == PROGRESS and row["returned_on"] for row in rows)
    waiting = {(one.registration_id, one.phase_id): one.count for one in to_enter(workspace, year)} if some_back else {}
    papers = (
        _made(organisation, listed[organisation["id"]], known, key, phase)
        for organisation in in_printing_order(file)
        if organisation["id"] in listed
        for key, phase in _keys(cast(int, listed[organisation["id"]]["id"]), phases)
    )
    return tuple(
        replace(one, to_enter=waiting.get((one.key.registration_id, one.key.phase_id), 0))
        if one.key.paper == PROGRESS
        else one
        for one in papers
    )


def _known(rows: Sequence[Row], under: Mapping[int, int]) -> dict[PaperKey, Row]:
    """What is known of each paper: that of a phase under any plan's phase of the name, under its own when there are
    several.
    """
    found: dict[PaperKey, Row] = {}
    for row in rows:
        own = _key(row)
        key = replace(own, phase_id=under.get(own.phase_id or 0))
        if key not in found or key == own:
            found[key] = row
    return found


def _keys(registration_id: int, phases: Sequence[YearPhase]) -> Iterator[tuple[PaperKey, YearPhase | None]]:
    for paper in TITLES:
        if paper == PROGRESS:
            yield from ((PaperKey(registration_id, paper, phase.id), phase) for phase in phases)
        else:
            yield PaperKey(registration_id, paper), None


def _key(row: Row) -> PaperKey:
    phase_id = cast("int | None", row["phase_id"])
    return PaperKey(cast(int, row["registration_id"]), str(row["paper"]), phase_id)


def _made(
    organisation: Row, listed: Row, known: Mapping[PaperKey, Row], key: PaperKey, phase: YearPhase | None
) -> SentPaper:
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
    """The record of a paper, None while nothing is known of it; a phase is one whichever plan's it is kept under."""
    where: Row = {"registration_id": key.registration_id, "paper": key.paper}
    alike = phases_of_year.of_one_name(workspace, records.page(workspace.file, TABLE, where=where), key.phase_id)
    return min(alike, key=lambda row: row["phase_id"] != key.phase_id, default=None)


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
    row = _listed(workspace, read)
    if row is None:
        return None
    paper, phase_id = read.paper if read.paper in TITLES else FORM, _phase_id(workspace, read)
    if paper == PROGRESS and phase_id is None:
        return None
    key = PaperKey(cast(int, row["id"]), paper, phase_id)
    return Found(read.year, cast(int, row["organisation_id"]), key)


def _listed(workspace: Workspace, read: PaperCode) -> Row | None:
    """The row of the year's list whose number the code says, or said once."""
    listed = records.page(workspace.file, "registrations", where={"year": read.year})
    return next((row for row in listed if read.number in numbers_of(row)), None)


def _phase_id(workspace: Workspace, read: PaperCode) -> int | None:
    """The phase that the code names; one that names none means the only phase of the year."""
    if read.paper != PROGRESS:
        return None
    listed = phases_of_year.of_year(workspace, read.year)
    if not read.phase:
        return listed[0].id if len(listed) == 1 else None
    return phases_of_year.at_place(workspace, read.year, read.phase)


def told_phases(workspace: Workspace, text: str) -> str:
    """Why a code of a phase's paper leads nowhere: it names no phase of the year, and these are its codes; "" when
    that is not why.
    """
    read = read_code(text)
    if read is None or read.paper != PROGRESS or _listed(workspace, read) is None:
        return ""
    listed = phases_of_year.of_year(workspace, read.year)
    if not listed or _phase_id(workspace, read) is not None:
        return ""
    codes = ", ".join(f"{code(PROGRESS, read.year, read.number, one.place)} ({one.name})" for one in listed)
    wrong = f"không có đợt thứ {read.phase}" if read.phase else "thiếu số của đợt"
    return f"Mã {code(PROGRESS, read.year, read.number, read.phase)} {wrong}; năm {read.year} có: {codes}."


def called(workspace: Workspace, found: Found) -> tuple[str, str]:
    """The code as it is printed, and the name of the organisation."""
    file = workspace.file
    number = cast("int | None", records.get(file, "registrations", found.key.registration_id)["number"])
    phases = (one.place for one in phases_of_year.of_year(workspace, found.year) if one.id == found.key.phase_id)
    name = str(records.get(file, "organisations", found.organisation_id)["name"])
    return code(found.key.paper, found.year, number, next(phases, 0)), name
