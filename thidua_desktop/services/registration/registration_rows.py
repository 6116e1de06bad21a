"""Rows of the year's list of organisations, read and made inside other acts."""

from __future__ import annotations

import json

from ...domain.registers.catalogue import REGISTERS
from ...domain.vietnamese import sort_key
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.errors import NameTaken
from ...storage.plans import ensure_year
from ...storage.records import Row
from ...storage.registration import last_number
from ..registers import register_rows as rows_of
from ..registers.refusals import name_taken


def ensure_registered(file: DataFile, year: int, organisation_id: int) -> None:
    """Puts an organisation into the year's list unless it is there, with the next number; belongs inside an act."""
    where: Row = {"year": year, "organisation_id": organisation_id}
    if not records.count(file, "registrations", where=where):
        ensure_year(file, year)
        records.insert(file, "registrations", where | {"number": last_number(file, year) + 1})


def numbers_of(row: Row) -> tuple[int, ...]:
    """The numbers that lead to a row of the year's list: its own, and those of rows that were merged into it."""
    return (int(row["number"] or 0), *json.loads(str(row["former_numbers"])))


def organisation_of(file: DataFile, registration_id: int) -> str:
    """The name of the organisation that a row of the year's list is of."""
    row = records.get(file, "registrations", registration_id)
    return str(records.get(file, "organisations", int(row["organisation_id"] or 0))["name"])


def put_received(file: DataFile, registration_id: int, day: str | None) -> None:
    """Stores the ISO day a form came in, in the year's list and in the record of its paper; belongs inside an act."""
    records.update(file, "registrations", registration_id, {"received_on": day})
    where: Row = {"registration_id": registration_id, "paper": "registration-form"}
    for row in records.page(file, "sent_papers", where=where):
        if row["returned_on"] != day:
            records.update(file, "sent_papers", rows_of.row_id(row), {"returned_on": day})


def next_precedence(file: DataFile) -> int:
    """The place after all organisations that have one."""
    rows = records.page(file, "organisations", order="precedence", descending=True, limit=1)
    return int(rows[0]["precedence"] or 0) + 1 if rows else 1


def new_organisation(file: DataFile, name: str, kind: str = "", short_name: str = "") -> int:
    """Adds an organisation to the directory, after all others; :class:`BadInput` for a name that is there already."""
    row: Row = {"name": name, "short_name": short_name, "kind": kind, "precedence": next_precedence(file)}
    try:
        return records.insert(file, "organisations", row)
    except NameTaken as error:
        raise name_taken(REGISTERS["organisations"], name) from error


def in_printing_order(file: DataFile) -> list[Row]:
    """Every organisation as lists print them: by precedence, then by name."""
    rows = records.page(file, "organisations")
    return sorted(rows, key=lambda row: (int(row["precedence"] or 0), sort_key(str(row["name"])), rows_of.row_id(row)))


def is_active(row: Row, year: int) -> bool:
    """Whether the organisation is there in that year."""
    begins, ends = row["active_from"], row["active_to"]
    return (begins is None or int(begins) <= year) and (ends is None or year <= int(ends))
