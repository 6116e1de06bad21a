"""The people and organisations of the directory that may have been entered twice, with what differs between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from ...domain.members import doubles as found
from ...domain.registers.directory import ORGANISATIONS, PEOPLE
from ...domain.registers.parts import Register
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..workspace import Workspace

_NO_DIFFERENCE = "giống hệt nhau"


@dataclass(frozen=True, slots=True)
class Difference:
    """A column in which two rows differ, with what each says ("" for nothing)."""

    key: str
    heading: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class PeoplePair:
    """Two rows that may be one person (or organisation): ids, the name, what differs, and what is the same besides."""

    first: int
    second: int
    name: str
    differences: tuple[Difference, ...]
    same: str = ""

    @property
    def told(self) -> str:
        """The differences in one line."""
        texts = (f"{one.heading}: {one.first or '(trống)'} / {one.second or '(trống)'}" for one in self.differences)
        return "; ".join(texts) or _NO_DIFFERENCE


def people_doubles(workspace: Workspace) -> tuple[PeoplePair, ...]:
    """The pairs among all people."""
    return _people(workspace, records.page(workspace.file, "people", order="full_name"))


def doubles_between(workspace: Workspace, organisation_ids: Sequence[int]) -> tuple[PeoplePair, ...]:
    """The pairs among the people of different ones of these organisations."""
    rows = records.among(workspace.file, "people", "organisation_id", organisation_ids)
    homes = {row["id"]: row["organisation_id"] for row in rows}
    return tuple(pair for pair in _people(workspace, rows) if homes[pair.first] != homes[pair.second])


def _people(workspace: Workspace, rows: Sequence[Row]) -> tuple[PeoplePair, ...]:
    by_id = {rows_of.row_id(row): row for row in rows}
    people = (
        found.Person(
            row_id,
            str(row["full_name"]),
            cast("str | None", row["birth_date"]),
            str(row["sex"]),
            "".join(str(row["identity_number"]).split()),
        )
        for row_id, row in by_id.items()
    )
    return _shown(workspace.file, PEOPLE, by_id, found.doubles_of_people(people))


def organisation_doubles(workspace: Workspace) -> tuple[PeoplePair, ...]:
    """The pairs among the organisations that are not merged: the same name but for marks, or for the commune in it."""
    key = workspace.definitions.member_names.key
    rows = {
        rows_of.row_id(row): row
        for row in records.page(workspace.file, "organisations", order="precedence")
        if not row["merged_into_id"]
    }
    keys = ((row_id, [key(name) for name in _names(row)]) for row_id, row in rows.items())
    return _shown(workspace.file, ORGANISATIONS, rows, found.doubles_of_organisations(keys))


def _names(row: Row) -> Iterable[str]:
    return (text for text in (str(row["name"]), str(row["short_name"])) if text.strip())


def _shown(
    file: DataFile, register: Register, rows: dict[int, Row], pairs: Iterable[found.Pair]
) -> tuple[PeoplePair, ...]:
    names = rows_of.link_names(file, register, None)
    return tuple(
        PeoplePair(
            pair.first,
            pair.second,
            rows_of.title(register, rows[pair.first]),
            differences_of(register, rows[pair.first], rows[pair.second], names),
            pair.same,
        )
        for pair in pairs
    )


def differences_of(register: Register, first: Row, second: Row, names: rows_of.Names) -> tuple[Difference, ...]:
    """The columns in which two rows of a register differ; a masked number is told masked."""
    differing = []
    for column in register.columns:
        if first[column.key] != second[column.key]:
            one, other = (rows_of.shown(column, row[column.key], names) for row in (first, second))
            differing.append(Difference(column.key, column.heading, one, other))
    return tuple(differing)
