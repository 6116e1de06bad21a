"""Cells that are a part of a row's figures and change them; and what a cell may be chosen from elsewhere."""

from __future__ import annotations

from typing import cast

from ...domain.figures.reached import as_reached
from ...domain.figures.value_parts import with_part, with_units_of
from ...domain.plan.plans import TargetValue
from ...domain.registers.catalogue import Column, Register
from ...domain.registers.cells import CellValue
from ...domain.vietnamese import sort_key
from ...storage import records
from ...storage.datafile import DataFile
from ..workspace import Workspace
from . import register_rows as rows_of

_VALUES = "values"
_Figures = tuple[TargetValue, ...]


def figures_typed(
    file: DataFile, definition: Register, row_id: int, column: Column, value: CellValue
) -> tuple[str, CellValue]:
    """The column and the value that are stored when ``value`` was typed in ``column`` of a stored row.

    A part of the figures becomes all of them; figures without a unit keep the row's.
    Raises :class:`BadInput`.
    """
    if column.type == "part":
        return _VALUES, with_part(rows_of.figures(file, definition.kind, row_id), column.key, str(value or ""))
    if column.type == "reached":
        return column.key, cast(CellValue, as_reached(rows_of.figures(file, definition.kind, row_id), value))
    if column.type == "values":
        stored = rows_of.figures(file, definition.kind, row_id)
        return column.key, with_units_of(cast(_Figures, value), stored)
    return column.key, value


def with_parts(definition: Register, values: dict[str, CellValue]) -> dict[str, CellValue]:
    """The values of a new row with the parts of its figures put into these; raises :class:`BadInput`."""
    whole = dict(values)
    for column in definition.columns:
        if column.type == "part" and column.key in whole:
            text = str(whole.pop(column.key) or "")
            if text:
                whole[_VALUES] = with_part(cast(_Figures, whole.get(_VALUES, ())), column.key, text)
        elif column.type == "reached" and column.key in whole:
            figures = cast(_Figures, whole.get(_VALUES, ()))
            whole[column.key] = cast(CellValue, as_reached(figures, whole[column.key]))
    return whole


def suggested(workspace: Workspace, what: str) -> tuple[str, ...]:
    """What the office's data gives to choose from: for "awards" the names of the catalogue, the commune's own first,
    for "organisations" and "people" those of the directory.
    """
    if what == "organisations":
        names = {str(row["name"]) for row in records.page(workspace.file, "organisations")}
        return tuple(sorted(names, key=sort_key))
    if what == "people":
        people = records.page(workspace.file, "people", order="full_name")
        return tuple(dict.fromkeys(str(row["full_name"]) for row in people))
    if what != "awards":
        return ()
    from ..awards.rule_corrections import law

    awards = law(workspace).awards
    return tuple(award.name for award in sorted(awards, key=lambda award: not award.own))
