"""Lists of people and organisations from a spreadsheet: reviewed row by row, then taken as one act."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Generator, Iterator, Sequence
from datetime import date
from typing import cast

from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.lists.headings import Headings
from ...domain.lists.judging import Homes
from ...domain.lists.meanings import REGISTERS, ListKind, heading_words, meanings, propose
from ...domain.lists.organisations import judged_organisations
from ...domain.lists.people import KnownPeople, KnownPerson, judged_people
from ...domain.lists.report import Answers, ListRowReport
from ...domain.lists.rows import MappedList, list_rows
from ...domain.members.matching import same_marks
from ...domain.registers.cells import CellValue, parse_cell
from ...domain.registers.parts import Register
from ...domain.registration.member_names import place_of
from ...storage import records
from ...storage.bulk import BulkAct
from ...storage.datafile import DataFile
from ...storage.errors import NameTaken
from ...storage.records import Row
from ..office.safekeeping import back_up_what_is_new
from ..plan.organisation_names import KnownOrganisations
from ..registers import register_rows as rows_of
from ..registers.refusals import name_taken
from ..registers.register_effects import follow
from ..registration.registration_rows import new_organisation
from ..wording import shortened
from ..workspace import Workspace
from .posts import put_post

KEPT_AS = "list-columns"
"""What the columns of lists meant: the first part of the key in the settings, then the kind."""
_CALLED: dict[ListKind, str] = {"people": "cá nhân", "organisations": "tổ chức"}


# What the columns mean


def meanings_of(workspace: Workspace, kind: ListKind, headings: Headings) -> tuple[str, ...]:
    """What the columns meant when a list of these headings was taken last, else what the headings propose."""
    kept = records.page(workspace.file, "settings", where={"key": _key(kind, headings)})
    found = json.loads(str(kept[0]["value"])) if kept else None
    known = {one.key for one in meanings(kind)}
    if isinstance(found, list) and len(found) == len(headings.texts) and known.issuperset(found):
        return tuple(found)
    return propose(kind, headings.texts, headings.samples)


def _key(kind: ListKind, headings: Headings) -> str:
    words = "|".join(map(heading_words, headings.texts))
    return f"{KEPT_AS}/{kind}/{hashlib.sha256(words.encode()).hexdigest()[:16]}"


def _remember(file: DataFile, mapped: MappedList) -> None:
    key, value = _key(mapped.kind, mapped.headings), json.dumps(mapped.keys)
    kept = records.page(file, "settings", where={"key": key})
    if not kept:
        records.insert(file, "settings", {"key": key, "value": value})
    elif kept[0]["value"] != value:
        records.update(file, "settings", rows_of.row_id(kept[0]), {"value": value})


# What the rows would do


def review(workspace: Workspace, mapped: MappedList, answers: Answers | None = None) -> tuple[ListRowReport, ...]:
    """A report for each row below the headings; nothing is stored."""
    return tuple(reviewing(workspace, mapped, answers))


def reviewing(workspace: Workspace, mapped: MappedList, answers: Answers | None = None) -> Iterator[ListRowReport]:
    """As :func:`review`, row by row, so that a window goes on answering; the data file is read with the first."""
    said, kind = answers or {}, mapped.kind
    known = KnownOrganisations(workspace)
    stored = {rows_of.row_id(row): row for row in records.page(workspace.file, "organisations")}
    names = {row_id: str(row["name"]) for row_id, row in stored.items() if not row["merged_into_id"]}
    rows = list_rows(mapped, lambda text: known.called(text) is not None)
    homes = Homes(known.look, names, said)
    if kind == "organisations":
        kept = {row_id: _values(REGISTERS[kind], row) for row_id, row in stored.items()}
        yield from judged_organisations(tuple(rows), kept, homes, said, workspace.definitions.member_names.kind)
        return
    people = (
        KnownPerson(rows_of.row_id(row), _values(REGISTERS[kind], row), names.get(int(row["organisation_id"] or 0), ""))
        for row in records.page(workspace.file, "people")
    )
    numbers = workspace.definitions.identity_numbers
    yield from judged_people(rows, KnownPeople(people), homes, said, workspace.today(), numbers)


def _values(register: Register, row: Row) -> dict[str, CellValue]:
    return {key: cast(CellValue, row[key]) for key in register.keys}


# Taking


class Taking(BulkAct):
    """Stores rows slice by slice, with what the columns meant; one undo takes all of it back.

    ``total`` rows are stored in all, ``done`` of them so far.
    """

    def __init__(
        self, workspace: Workspace, mapped: MappedList, wanted: Sequence[ListRowReport], since: date | None
    ) -> None:
        self.total = len(wanted)
        self._taker = _Taker(workspace, mapped.kind, since)
        text = f"Nhập {self.total} {_CALLED[mapped.kind]} từ tệp “{shortened(mapped.file_name)}”"
        super().__init__(workspace.file, text, self._taker.steps(mapped, wanted))

    @property
    def done(self) -> int:
        """How many rows are stored so far."""
        return self._taker.done


def taking(
    workspace: Workspace,
    mapped: MappedList,
    reports: Sequence[ListRowReport],
    numbers: Collection[int] | None = None,
    *,
    since: date | None = None,
) -> Taking:
    """The act that stores the rows of these numbers, those that are ticked when it is None.

    ``since`` is the day from which people have the post of the list: the one that each had is kept with its days. None
    writes over it, as one mends a mistake. The data file is backed up before. Raises :class:`KnownError` when that does
    not go; the steps raise it for what cannot be stored.
    """
    _back_up_first(workspace)
    wanted = [
        row for row in reports if row.can_be_taken and (row.is_ticked if numbers is None else row.number in numbers)
    ]
    return Taking(workspace, mapped, wanted, since)


def _back_up_first(workspace: Workspace) -> None:
    try:
        back_up_what_is_new(workspace)
    except KnownError as error:
        happened = f"Chưa nhập danh sách vì chưa sao lưu được trước khi nhập. {error.happened}"
        raise KnownError(happened, error.advice) from error


def take(
    workspace: Workspace,
    mapped: MappedList,
    reports: Sequence[ListRowReport],
    numbers: Collection[int] | None = None,
    *,
    since: date | None = None,
) -> Changes:
    """As :func:`taking`, all at once."""
    act = taking(workspace, mapped, reports, numbers, since=since)
    while not act.step(60.0):
        pass
    return act.changes


class _Taker:
    """Stores rows; belongs inside the act."""

    def __init__(self, workspace: Workspace, kind: ListKind, since: date | None) -> None:
        self._workspace, self._file, self._kind, self._since = workspace, workspace.file, kind, since
        self._register = REGISTERS[kind]
        self._known = KnownOrganisations(workspace)
        self._homes: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.done = 0

    def steps(self, mapped: MappedList, wanted: Sequence[ListRowReport]) -> Generator[None, None, None]:
        """A row between the yields; links between organisations of the list come last."""
        linked: list[tuple[int, str]] = []
        added: list[int] = []
        for row in wanted:
            row_id = self._changed(row) if row.row_id else self._added(row)
            added += [row_id] * (not row.row_id)
            if row.home_name and self._kind == "organisations":
                linked.append((row_id, row.home_name))
            self.done += 1
            yield
        follow(self._workspace, self._kind, added, self._register.keys, new=True)
        self._known = KnownOrganisations(self._workspace)
        for row_id, name in linked:
            home = self._known.find(name)
            if home not in (None, row_id):
                records.update(self._file, self._kind, row_id, {"parent_id": home})
            yield
        _remember(self._file, mapped)

    def _values(self, row: ListRowReport) -> dict[str, CellValue]:
        """What is stored of a row, with the organisation that it brings."""
        values = dict(row.values)
        if row.home_name and self._kind == "people":
            values["organisation_id"] = self._home(row.home_name)
        return values

    def _home(self, name: str) -> int:
        """The organisation of that name, which is added once when it is not there."""
        names = self._workspace.definitions.member_names
        alike = self._homes[names.key(name)]
        found = next((row_id for other, row_id in alike if _may_be_one(name, other)), None)
        if found is None:
            found = self._known.find(name) or new_organisation(self._file, name, names.kind(name))
            alike.append((name, found))
        return found

    def _changed(self, row: ListRowReport) -> int:
        values = self._values(row)
        if self._since is not None and row.changes_post:
            person = records.get(self._file, self._kind, row.row_id)
            home = cast("int | None", values.pop("organisation_id", None))
            put_post(self._file, person, self._since, home, str(values.pop("position", "")))
        if values:
            records.update(self._file, self._kind, row.row_id, rows_of.to_row(self._register, values))
        return row.row_id

    def _added(self, row: ListRowReport) -> int:
        values = self._values(row)
        for column in self._register.columns:
            if column.default and column.key not in values:
                values[column.key] = parse_cell(column, column.default)
        try:
            return records.insert(self._file, self._kind, rows_of.to_row(self._register, values))
        except NameTaken as error:
            raise name_taken(self._register, row.title) from error


def _may_be_one(one: str, other: str) -> bool:
    """Whether two ways to write a common name differ neither in marks nor in the commune."""
    places = {place_of(one), place_of(other)} - {""}
    return len(places) < 2 and same_marks(one, other)
