"""The outline of a plan: adding, moving, removing and editing its sections.

Positions are dense within one parent; a section's level is one below its parent's, and what is below it moves along.
Every function belongs inside ``with file.act(…)``.
"""

from __future__ import annotations

from collections.abc import Mapping

from . import records
from .datafile import DataFile
from .errors import BadValue, RecordGone
from .records import Row

_TABLE = "plan_sections"


def add_section(
    file: DataFile, plan_id: int, *, parent_id: int | None, position: int, heading: str | None, marker: str = ""
) -> int:
    """A new section at ``position`` below ``parent_id`` (None = top level); returns its id."""
    records.get(file, "plans", plan_id)
    row: Row = {
        "plan_id": plan_id,
        "parent_id": parent_id,
        "position": position,
        "level": _level_below(file, plan_id, parent_id),
        "marker": marker,
        "heading": heading,
    }
    return records.insert(file, _TABLE, row)


def _level_below(file: DataFile, plan_id: int, parent_id: int | None) -> int:
    if parent_id is None:
        return 1
    parent = records.get(file, _TABLE, parent_id)
    if parent["plan_id"] != plan_id:
        raise RecordGone
    return int(parent["level"] or 0) + 1


def move_section(file: DataFile, section_id: int, *, parent_id: int | None, position: int) -> None:
    """Puts a section with all below it elsewhere in its plan; :class:`BadValue` for a place below itself."""
    section = records.get(file, _TABLE, section_id)
    plan_id = int(section["plan_id"] or 0)
    level = _level_below(file, plan_id, parent_id)
    if parent_id is not None and parent_id in subtree(file, section_id):
        raise BadValue(f"section {section_id} below itself")
    if parent_id != section["parent_id"]:
        end = records.count(file, _TABLE, where={"plan_id": plan_id, "parent_id": parent_id})
        records.update(file, _TABLE, section_id, {"parent_id": parent_id, "position": end})
        records.close_gaps(file, _TABLE, records.owner_of(_TABLE, section))
    records.move(file, _TABLE, section_id, position)
    shift = level - int(section["level"] or 0)
    if shift:
        for below in subtree(file, section_id):
            file.write("UPDATE plan_sections SET level = max(level + ?, 1) WHERE id = ?", (shift, below))


def subtree(file: DataFile, section_id: int) -> list[int]:
    """The section and everything below it, as ids."""
    rows = file.query(
        """WITH RECURSIVE below (id) AS (
             VALUES (?) UNION SELECT s.id FROM plan_sections s JOIN below ON s.parent_id = below.id)
           SELECT id FROM below""",
        (section_id,),
    )
    return [row["id"] for row in rows]


def remove_section(file: DataFile, section_id: int) -> None:
    """Removes a section with all below it; :class:`RecordGone` when it is not there."""
    records.get(file, _TABLE, section_id)
    records.delete(file, _TABLE, [section_id])


def set_markers(file: DataFile, markers: Mapping[int, str]) -> None:
    """Renumbers: section id → the marker a reader sees. Sections that have it already are not touched."""
    for section_id, marker in markers.items():
        file.write("UPDATE plan_sections SET marker = ? WHERE id = ? AND marker <> ?", (marker, section_id, marker))
