"""The blocks (khối, cụm) that organisations compete in, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.records import Row
from ..office.years import check_year
from ..registers import register_rows as rows_of
from ..registration.registration_rows import ensure_registered, in_printing_order, is_active
from ..workspace import Workspace

KIND = "blocks"


@dataclass(frozen=True, slots=True)
class BlockLine:
    """An organisation with its block of the year and of the year before, None for none."""

    organisation_id: int
    name: str
    kind: str
    block_id: int | None
    last_year: int | None


def blocks(workspace: Workspace) -> dict[int, str]:
    """Every block by its id, in the order of their names."""
    return {rows_of.row_id(row): str(row["name"]) for row in records.page(workspace.file, KIND, order="name")}


def lines(workspace: Workspace, year: int) -> tuple[BlockLine, ...]:
    """The organisations of a year in printing order: those in its list, and all active ones that must register."""
    file = workspace.file
    now, before = _blocks_of(file, year), _blocks_of(file, year - 1)
    return tuple(
        BlockLine(row_id, str(row["name"]), str(row["kind"]), now.get(row_id), before.get(row_id))
        for row in in_printing_order(file)
        if (row_id := rows_of.row_id(row)) in now or (is_active(row, year) and row["must_register"])
    )


def _blocks_of(file: DataFile, year: int) -> dict[int, int | None]:
    """The block of every organisation in the year's list."""
    rows = records.page(file, "registrations", where={"year": year})
    return {int(row["organisation_id"] or 0): int(row["block_id"]) if row["block_id"] else None for row in rows}


def counts(workspace: Workspace, year: int) -> dict[int, int]:
    """How many organisations are in each block of a year."""
    return Counter(block for block in _blocks_of(workspace.file, year).values() if block is not None)


def carried_over(workspace: Workspace, year: int) -> dict[int, int]:
    """For the organisations without a block in a year the block they had the year before."""
    return {
        line.organisation_id: line.last_year
        for line in lines(workspace, year)
        if line.block_id is None and line.last_year is not None
    }


def set_blocks(workspace: Workspace, year: int, chosen: Mapping[int, int | None]) -> Changes:
    """Puts organisations into blocks of a year, None takes one out of its block; one act.

    Who is not in the year's list comes into it with its block. Raises :class:`BadInput` when nothing is given.
    """
    check_year(year)
    if not chosen:
        raise BadInput("Chưa chọn tổ chức nào để xếp khối.", "Chọn tổ chức rồi chọn khối.")
    file = workspace.file
    with file.act(f"Xếp khối thi đua năm {year} cho {len(chosen)} tổ chức") as act:
        for organisation_id, block_id in chosen.items():
            if block_id is not None:
                ensure_registered(file, year, organisation_id)
            where: Row = {"year": year, "organisation_id": organisation_id}
            for row in records.page(file, "registrations", where=where):
                if row["block_id"] != block_id:
                    records.update(file, "registrations", rows_of.row_id(row), {"block_id": block_id})
    return act.changes
