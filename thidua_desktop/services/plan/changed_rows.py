"""A plan that was changed in memory, put back into its rows: only what differs is written."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.checking.repairs import FOLLOWING
from ...domain.plan import rows as plan_rows
from ...domain.plan.plans import Plan, Section
from ...domain.richtext import to_json
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.plans import insert_values
from ...storage.records import Row
from ...storage.registration import FIGURES

_HEAD = ("doc_type", "title", "theme")
_SIGNER = ("authority", "title", "name")


def store_changed(file: DataFile, before: Plan, after: Plan) -> None:
    """Writes what differs; both plans have the same sections and rows. Belongs inside an act."""
    for table, row_id, values in _changed_rows(before, after):
        records.update(file, table, row_id, values)
    for kind, (table, link) in FIGURES.items():
        for one, other in zip(plan_rows.items(before, kind), plan_rows.items(after, kind), strict=True):
            if one.values != other.values:
                old = [int(row["id"] or 0) for row in records.page(file, table, where={link: one.id})]
                records.delete(file, table, old)
                insert_values(file, table, {link: one.id}, other.values)


def _changed_rows(before: Plan, after: Plan) -> Iterator[tuple[str, int, Row]]:
    """Table, row and the values that differ."""
    if head := _changed(_head(before), _head(after)):
        yield "plans", before.id, head
    for old, new in zip(before.all_sections(), after.all_sections(), strict=True):
        if row := _changed(_section(old), _section(new)):
            yield "plan_sections", old.id, row
    for kind, fields in FOLLOWING.items():
        for one, other in zip(plan_rows.items(before, kind), plan_rows.items(after, kind), strict=True):
            if row := _changed(
                {key: getattr(one, key) for key in fields}, {key: getattr(other, key) for key in fields}
            ):
                yield kind, one.id, row


def _head(plan: Plan) -> Row:
    row: Row = {key: getattr(plan, key) for key in _HEAD}
    row |= {f"signer_{key}": getattr(plan.signer, key) for key in _SIGNER}
    return row | {"preamble": to_json(plan.preamble), "closing": to_json(plan.closing)}


def _section(section: Section) -> Row:
    return {"marker": section.marker, "heading": section.heading, "body": to_json(section.body)}


def _changed(old: Row, new: Row) -> Row:
    return {key: value for key, value in new.items() if old[key] != value}
