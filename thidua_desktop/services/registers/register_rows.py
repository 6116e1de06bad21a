"""Rows of the data file ↔ what a register's cells hold.

Most cells are one column of the row. Figures stand in a table of their own (:data:`~..storage.registration.FIGURES`),
lists as JSON text, and a link is shown by the title of the row it names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from ...domain.figures.reached import reached_text
from ...domain.figures.value_parts import part_text
from ...domain.plan.plans import TargetValue
from ...domain.registers.catalogue import REGISTERS, Column, Register
from ...domain.registers.cells import CellValue, format_cell
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.plan_loading import figure, lines_from_json, lines_to_json
from ...storage.plans import insert_values
from ...storage.records import Row
from ...storage.registration import FIGURES, rows_of_year

Names = Mapping[str, Mapping[int, str]]
"""Titles of the rows that links may name: kind → id → title."""

_OF_YEAR = {"set_id": "criteria_sets"}
"""Owners that stand in a year, by the column that names them."""


def link_names(file: DataFile, register: Register, scope: int | None) -> dict[str, dict[int, str]]:
    """The titles that the register's links may name, by the kind they point to."""
    kinds = {column.links_to for column in register.columns if column.links_to}
    return {kind: linked_titles(file, register, kind, scope) for kind in kinds}


def linked_titles(file: DataFile, register: Register, kind: str, scope: int | None) -> dict[int, str]:
    """The titles of one kind that its links may name: within the same plan when those rows belong to one, and of the
    whole year when the register's own belong to a year.
    """
    other = REGISTERS[kind]
    if other.scope and other.scope != register.scope and register.scope in _OF_YEAR:
        owner = records.find(file, _OF_YEAR[register.scope], cast(int, scope))
        rows = rows_of_year(file, kind, cast(int, owner["year"])) if owner else []
        return {row_id(row): title(other, row) for row in rows}
    return titles(file, other, scope)


def titles(file: DataFile, register: Register, scope: int | None) -> dict[int, str]:
    """Id → title of every row of a register."""
    rows = records.page(file, register.kind, where=within(register, scope))
    return {row_id(row): title(register, row) for row in rows}


def within(register: Register, scope: int | None) -> dict[str, int | None]:
    """The rows of that plan, or all of them for a table of the whole office."""
    if register.scope is None:
        return {}
    if scope is None:
        raise ValueError(f"{register.kind} belongs to a plan")
    return {register.scope: scope}


def scope_of(register: Register, row: Row) -> int | None:
    """The plan a row belongs to."""
    return cast("int | None", row[register.scope]) if register.scope else None


def row_id(row: Row) -> int:
    """The id of a row."""
    return cast(int, row["id"])


def title(register: Register, row: Row) -> str:
    """What names the row, "" when that cell is empty."""
    return str(row.get(register.title_key) or "")


def cell(file: DataFile, register: Register, column: Column, row: Row, names: Names) -> str:
    """The text of one cell of a stored row."""
    if column.type == "values":
        return format_cell(column, figures(file, register.kind, row_id(row)))
    if column.type == "part":
        return part_text(figures(file, register.kind, row_id(row)), column.key)
    if column.type == "reached" and row.get(column.key) in (0, 1):
        return reached_text(figures(file, register.kind, row_id(row)), cast(float, row[column.key]))
    return shown(column, row.get(column.key), names)


def shown(column: Column, value: object, names: Names) -> str:
    """The text of a cell from its column in the data file."""
    return format_cell(column, kept(column, value), names.get(column.links_to))


def kept(column: Column, value: object) -> CellValue:
    """A column of the data file as a cell's value."""
    if column.type == "list":
        return lines_from_json(str(value or "[]"))
    return cast(CellValue, value)


def to_row(register: Register, cells: Mapping[str, CellValue]) -> Row:
    """Cells as columns of the data file; figures are left out."""
    columns = {key: register.column(key) for key in cells}
    return {key: _column_value(columns[key], value) for key, value in cells.items() if columns[key].type != "values"}


def _column_value(column: Column, value: CellValue) -> str | int | float | None:
    if column.type == "list":
        return lines_to_json([str(item) for item in cast("tuple[str, ...]", value)])
    if isinstance(value, bool):
        return int(value)
    return cast("str | int | float | None", value)


def figures(file: DataFile, kind: str, owner_id: int) -> tuple[TargetValue, ...]:
    """The figures of a target or commitment in their order."""
    table, link = FIGURES[kind]
    return tuple(figure(row) for row in records.page(file, table, where={link: owner_id}))


def put_figures(file: DataFile, kind: str, owner_id: int, values: tuple[TargetValue, ...]) -> None:
    """Stores other figures for a target or commitment; nothing when they are the same."""
    if values == figures(file, kind, owner_id):
        return
    table, link = FIGURES[kind]
    records.delete(file, table, [row_id(row) for row in records.page(file, table, where={link: owner_id})])
    insert_values(file, table, {link: owner_id}, values)
