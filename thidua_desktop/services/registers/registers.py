"""Every editable table of the program, read and changed in one way (definitions: :mod:`~...domain.registers`).

``kind`` names a register, ``scope`` the plan whose rows are meant when the register belongs to plans, ``key`` a column.
Cells are texts as the clerk reads and types them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.figures.values import LARGEST
from ...domain.plan.plans import TargetValue
from ...domain.registers.catalogue import REGISTERS, Column, Register
from ...domain.registers.cells import CellValue, parse_cell
from ...domain.vietnamese import in_sentence, sort_key
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.errors import NameTaken, StillUsed
from ...storage.records import Row as StoredRow
from ..plan.frozen import refuse_issued_list, refuse_issued_rows
from ..plan.target_text import table_carried
from ..registration.kept import refuse_kept
from ..wording import shortened
from ..workspace import Workspace, told
from . import register_rows as rows_of
from .figure_cells import figures_typed, suggested, with_parts
from .refusals import name_taken, refuse_circle, refuse_loosened, still_used
from .register_effects import follow

Fit = Callable[[StoredRow, dict[str, CellValue]], dict[str, CellValue]]
"""What is stored when these values come to a row: it gets the stored row (of a new one its owner alone) and the values
by column, and gives them back with what goes with them; raises :class:`BadInput` for values that do not fit.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as shown: a text for each column of the register, in its order."""

    id: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PasteResult:
    """What pasting did; ``refused`` are the numbers (from 1) of the rows left out, each with the reason."""

    changes: Changes
    added: int
    refused: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Emptied:
    """What emptying cells did; ``refused`` are the row id and key of the cells left as they were, each with why."""

    changes: Changes
    refused: tuple[tuple[int, str, BadInput], ...]


def register(kind: str) -> Register:
    """The definition of a register; ``KeyError`` when there is none of this kind."""
    return REGISTERS[kind]


def count(workspace: Workspace, kind: str, *, scope: int | None = None, search: str = "") -> int:
    """How many rows there are, or how many hold every word of ``search``."""
    return records.count(workspace.file, kind, where=rows_of.within(register(kind), scope), search=search)


def page(
    workspace: Workspace,
    kind: str,
    *,
    scope: int | None = None,
    search: str = "",
    order: str = "",
    descending: bool = False,
    limit: int = 200,
    offset: int = 0,
) -> list[Row]:
    """Some rows in the order of column ``order``; "" is the register's own order. ``limit`` -1 is no limit."""
    definition, file = register(kind), workspace.file
    names = rows_of.link_names(file, definition, scope)
    if not order:
        order, descending = definition.order, definition.descending
    where = rows_of.within(definition, scope)
    if order == "position" or definition.column(order).type not in ("link", "values", "part"):
        found = records.page(
            file, kind, where=where, search=search, order=order, descending=descending, limit=limit, offset=offset
        )
        return [_shown(file, definition, row, names) for row in found]
    every = [_shown(file, definition, row, names) for row in records.page(file, kind, where=where, search=search)]
    place = definition.keys.index(order)
    every.sort(key=lambda row: sort_key(row.cells[place]), reverse=descending)
    return every[offset : None if limit < 0 else offset + limit]


def row(workspace: Workspace, kind: str, row_id: int) -> Row | None:
    """One row as shown, None when it is not there."""
    found = records.find(workspace.file, kind, row_id)
    if found is None:
        return None
    definition = register(kind)
    names = rows_of.link_names(workspace.file, definition, rows_of.scope_of(definition, found))
    return _shown(workspace.file, definition, found, names)


def _shown(file: DataFile, definition: Register, row: StoredRow, names: rows_of.Names) -> Row:
    cells = tuple(rows_of.cell(file, definition, column, row, names) for column in definition.columns)
    return Row(rows_of.row_id(row), cells)


def choices(workspace: Workspace, kind: str, key: str, *, scope: int | None = None) -> tuple[str, ...]:
    """The texts a cell of that column may be chosen from; for a link the titles of the rows it may name."""
    definition = register(kind)
    column = definition.column(key)
    if column.type == "yes_no":
        return ("có", "không")
    if not column.links_to:
        return tuple(choice.label for choice in column.choices) or suggested(workspace, column.suggests)
    names = rows_of.linked_titles(workspace.file, definition, column.links_to, scope)
    return tuple(sorted((name for name in names.values() if name), key=sort_key))


def set_cell(
    workspace: Workspace,
    kind: str,
    row_id: int,
    key: str,
    text: str,
    *,
    editing: str = "",
    fit: Fit | None = None,
) -> Changes:
    """Stores what was typed in one cell, with what ``fit`` adds; the same text changes nothing.

    Acts on one cell with the same ``editing`` token, "" for none, are undone as one. Raises :class:`BadInput` when the
    text does not fit, ``RecordGone`` when the row is not there.
    """
    definition, file = register(kind), workspace.file
    column = definition.column(key)
    stored = records.get(file, kind, row_id)
    refuse_issued_rows(workspace, kind, [stored], [key])
    refuse_kept(workspace, kind, [row_id], [key])
    scope = rows_of.scope_of(definition, stored)
    value = _parsed(file, definition, column, text, scope)
    key, value = figures_typed(file, definition, row_id, column, value)
    if column.links_to == kind:
        refuse_circle(file, definition, column, stored, value)
    values = fit(stored, {key: value}) if fit else {key: value}
    act_text = _edit_text(definition, column, stored)
    merge = f"{kind}/{row_id}/{key}/{editing}" if editing else None
    try:
        with file.act(act_text, merge) as act, table_carried(workspace, kind, [row_id], values):
            _store(file, definition, row_id, values)
            follow(workspace, kind, [row_id], values)
    except NameTaken as error:
        raise name_taken(
            definition, text if key == definition.title_key else rows_of.title(definition, stored)
        ) from error
    return told(act.changes, row_id)


def empty_cells(workspace: Workspace, kind: str, cells: Sequence[tuple[int, str]]) -> Emptied:
    """Empties several cells, each a row id and a key, in one act; those that may not be empty stay as they are."""
    definition, file = register(kind), workspace.file
    found: list[tuple[int, str, CellValue]] = []
    refused: list[tuple[int, str, BadInput]] = []
    keys = {key for _, key in cells}
    refuse_issued_rows(workspace, kind, records.among(file, kind, "id", {row_id for row_id, _ in cells}), keys)
    refuse_kept(workspace, kind, [row_id for row_id, _ in cells], keys)
    for row_id, key in cells:
        try:
            found.append((row_id, key, parse_cell(definition.column(key), "")))
        except BadInput as error:
            refused.append((row_id, key, error))
    ids, keys = [row_id for row_id, _, _ in found], {key for _, key, _ in found}
    act_text = f"Xóa chữ trong {len(found)} ô của {definition.title}"
    with file.act(act_text) as act, table_carried(workspace, kind, ids, keys):
        for row_id, key, value in found:
            _store(
                file, definition, row_id, dict([figures_typed(file, definition, row_id, definition.column(key), value)])
            )
        follow(workspace, kind, ids, keys)
    return Emptied(told(act.changes), tuple(refused))


def add_row(
    workspace: Workspace,
    kind: str,
    cells: Mapping[str, str],
    *,
    scope: int | None = None,
    position: int | None = None,
    fit: Fit | None = None,
    act_text: str = "",
) -> tuple[Changes, int]:
    """Adds a row with these cells and returns its id; an ordered row goes to ``position``, else to the end.

    ``act_text`` is what the act is called when "Thêm …" would not say it.

    Raises :class:`BadInput` for a cell that does not fit, a missing required one, or a name that is there already.
    """
    definition, file = register(kind), workspace.file
    refuse_issued_list(workspace, kind, scope)
    values = _new_cells(definition, cells, rows_of.link_names(file, definition, scope))
    owner = rows_of.within(definition, scope)
    values = fit(dict(owner), values) if fit else values
    if definition.ordered and position is not None:
        owner = owner | {"position": position}
    try:
        with file.act(act_text or f"Thêm {_new_named(definition, values)}") as act:
            row_id = _insert(file, definition, owner, values)
            follow(workspace, kind, [row_id], values, new=True)
    except NameTaken as error:
        raise name_taken(definition, _new_title(definition, values)) from error
    return told(act.changes), row_id


def paste_rows(
    workspace: Workspace,
    kind: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    scope: int | None = None,
    fit: Fit | None = None,
) -> PasteResult:
    """Adds a block of rows, one cell for each of ``columns``, in one act. Rows that do not fit are left out and named.

    A link may name a row that stands above it in the block.
    """
    definition, file = register(kind), workspace.file
    refuse_issued_list(workspace, kind, scope)
    names = rows_of.link_names(file, definition, scope)
    owner = rows_of.within(definition, scope)
    refused: list[tuple[int, str]] = []
    added: list[int] = []
    with file.act(f"Dán các dòng vào {definition.title}") as act:
        for number, cells in enumerate(rows, start=1):
            try:
                values = _new_cells(definition, dict(zip(columns, cells, strict=True)), names)
                values = fit(dict(owner), values) if fit else values
                row_id = _insert(file, definition, owner, values)
            except NameTaken:
                refused.append((number, name_taken(definition, _new_title(definition, values)).happened))
            except BadInput as error:
                refused.append((number, error.happened))
            else:
                added.append(row_id)
                if kind in names:
                    names[kind][row_id] = str(values.get(definition.title_key) or "")
        follow(workspace, kind, added, columns, new=True)
    return PasteResult(told(act.changes), len(added), tuple(refused))


def remove_rows(workspace: Workspace, kind: str, ids: Sequence[int]) -> Changes:
    """Removes rows with all they own, in one act; ids that are not there are passed over.

    Raises :class:`KnownError` that says who still uses one of them; then none is removed.
    """
    definition, file = register(kind), workspace.file
    stored = [found for row_id in ids if (found := records.find(file, kind, row_id))]
    if not stored:
        return Changes()
    refuse_issued_rows(workspace, kind, stored)
    refuse_kept(workspace, kind, ids)
    refuse_loosened(file, definition, stored)
    what = _named(definition, stored[0]) if len(stored) == 1 else f"{len(stored)} dòng trong {definition.title}"
    try:
        with file.act(f"Xóa {what}") as act:
            records.delete(file, kind, [rows_of.row_id(found) for found in stored])
    except StillUsed as error:
        raise still_used(file, definition, stored) from error
    return told(act.changes)


def move_row(workspace: Workspace, kind: str, row_id: int, position: int) -> Changes:
    """Puts a row at ``position`` (from 0; past the end = last) of a register whose rows can be arranged."""
    definition = register(kind)
    stored = records.get(workspace.file, kind, row_id)
    refuse_issued_rows(workspace, kind, [stored])
    with workspace.file.act(f"Chuyển chỗ {_named(definition, stored)}") as act:
        if definition.ordered:
            records.move(workspace.file, kind, row_id, position)
        else:
            _renumber(workspace.file, definition, row_id, position)
    return told(act.changes)


def _renumber(file: DataFile, definition: Register, row_id: int, position: int) -> None:
    """Counts the rows from 1 in the order that the moved one gives them; those that keep their number stay as is."""
    key = definition.places
    rows = {rows_of.row_id(row): row for row in records.page(file, definition.kind, order=key)}
    ids = [one for one in rows if one != row_id]
    ids.insert(max(position, 0), row_id)
    for number, one in enumerate(ids, 1):
        if rows[one][key] != number:
            records.update(file, definition.kind, one, {key: number})


def _parsed(file: DataFile, definition: Register, column: Column, text: str, scope: int | None) -> CellValue:
    names = rows_of.linked_titles(file, definition, column.links_to, scope) if column.links_to else None
    return exact(parse_cell(column, text, names), text)


def exact(value: CellValue, text: str) -> CellValue:
    """Refuses a figure that the data file could not keep to its last digit."""
    figures = value if isinstance(value, tuple) else (value,)
    for figure in figures:
        numbers = (figure.value, figure.value_to) if isinstance(figure, TargetValue) else (figure,)
        if any(isinstance(number, int | float) and abs(number) >= LARGEST for number in numbers):
            raise BadInput(f"Số trong “{shortened(text)}” quá lớn.", "Gõ số có không quá 15 chữ số.")
    return value


def _new_cells(definition: Register, cells: Mapping[str, str], names: rows_of.Names) -> dict[str, CellValue]:
    """The values of a new row: what was typed, the defaults of the other columns; a missing required one is refused."""
    unknown = set(cells) - set(definition.keys)
    if unknown:
        raise KeyError(f"{definition.kind} has no column {min(unknown)}")
    values: dict[str, CellValue] = {}
    for column in definition.columns:
        text = cells.get(column.key, "").strip() or column.default
        if text or column.required or column.key in cells:
            values[column.key] = exact(parse_cell(column, text, names.get(column.links_to)), text)
    return with_parts(definition, values)


def _insert(
    file: DataFile, definition: Register, owner: Mapping[str, int | None], values: Mapping[str, CellValue]
) -> int:
    row_id = records.insert(file, definition.kind, {**owner, **rows_of.to_row(definition, values)})
    _put_figures(file, definition, row_id, values)
    return row_id


def _store(file: DataFile, definition: Register, row_id: int, values: Mapping[str, CellValue]) -> None:
    row = rows_of.to_row(definition, values)
    if row:
        records.update(file, definition.kind, row_id, row)
    _put_figures(file, definition, row_id, values)


def _put_figures(file: DataFile, definition: Register, row_id: int, values: Mapping[str, CellValue]) -> None:
    for key, value in values.items():
        if definition.column(key).type == "values" and isinstance(value, tuple):
            found = tuple(item for item in value if isinstance(item, TargetValue))
            rows_of.put_figures(file, definition.kind, row_id, found)


def _new_title(definition: Register, values: Mapping[str, CellValue]) -> str:
    return shortened(str(values.get(definition.title_key) or ""))


def _new_named(definition: Register, values: Mapping[str, CellValue]) -> str:
    """What is added, its kind told once: "tổ chức Hội A", and "Khối thôn" of a khối that is called so."""
    title = _new_title(definition, values)
    return title if title.lower().startswith(f"{definition.one} ") else f"{definition.one} {title}".rstrip()


def _edit_text(definition: Register, column: Column, stored: StoredRow) -> str:
    what, named = in_sentence(column.heading), _named(definition, stored)
    return f"Sửa {named}" if what == definition.one else f"Sửa {what} của {named}"


def _named(definition: Register, stored: StoredRow) -> str:
    """A record in the middle of a sentence: people by name alone, the rest by what they are."""
    title = shortened(rows_of.title(definition, stored))
    if not title:
        return definition.one
    return title if definition.title_key == "full_name" else f"{definition.one} “{title}”"
