"""The contract of ``services.registers`` over rows in memory, for tests of the table itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.registers.catalogue import REGISTERS
from thidua_desktop.domain.registers.cells import format_cell, parse_cell
from thidua_desktop.domain.vietnamese import fold, name_key, sort_key
from thidua_desktop.services.registers.registers import Emptied


@dataclass(frozen=True)
class Row:
    id: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class PasteResult:
    changes: Changes
    added: int
    refused: list[tuple[int, str]] = field(default_factory=list)


class FakeRegisters:
    """Rows by kind as {id: {key: shown text}}; positions are the order of the dict."""

    def __init__(self):
        self.rows = {kind: {} for kind in REGISTERS}
        self.next_id = 1
        self.pages_read = 0

    def _changes(self, kind, *ids):
        return Changes(frozenset({kind}), {kind: frozenset(ids)}, "Sửa")

    def _shown(self, kind, search, order, descending):
        rows = list(self.rows[kind].items())
        if search:
            rows = [item for item in rows if fold(search) in fold(" ".join(item[1].values()))]
        if order and order != "position":
            make = {"name": name_key, "text": sort_key}.get(REGISTERS[kind].column(order).sort, str)
            rows.sort(key=lambda item: make(item[1].get(order, "")), reverse=descending)
        return rows

    def count(self, ws, kind, *, scope=None, search=""):
        return len(self._shown(kind, search, "", False))

    def page(self, ws, kind, *, scope=None, search="", order="", descending=False, limit=200, offset=0):
        self.pages_read += 1
        keys = REGISTERS[kind].keys
        shown = self._shown(kind, search, order, descending)[offset : None if limit < 0 else offset + limit]
        return [Row(row_id, tuple(cells.get(key, "") for key in keys)) for row_id, cells in shown]

    def _read(self, kind, key, text):
        column = REGISTERS[kind].column(key)
        names = {}
        if column.links_to:
            title = REGISTERS[column.links_to].title_key
            names = {row_id: cells[title] for row_id, cells in self.rows[column.links_to].items()}
        return format_cell(column, parse_cell(column, text, names), names)

    def set_cell(self, ws, kind, row_id, key, text, *, editing=""):
        self.rows[kind][row_id][key] = self._read(kind, key, text)
        return self._changes(kind, row_id)

    def empty_cells(self, ws, kind, cells):
        refused = []
        for row_id, key in cells:
            try:
                self.set_cell(ws, kind, row_id, key, "")
            except BadInput as error:
                refused.append((row_id, key, error))
        return Emptied(self._changes(kind, *{row_id for row_id, _ in cells}), tuple(refused))

    def add_row(self, ws, kind, cells, *, scope=None, position=None):
        columns = REGISTERS[kind].columns
        read = {column.key: self._read(kind, column.key, cells.get(column.key) or column.default) for column in columns}
        row_id, self.next_id = self.next_id, self.next_id + 1
        self.rows[kind][row_id] = read
        return self._changes(kind, row_id), row_id

    def paste_rows(self, ws, kind, columns, rows, *, scope=None):
        added, refused = [], []
        for number, row in enumerate(rows, start=1):
            try:
                added.append(self.add_row(ws, kind, dict(zip(columns, row, strict=True)))[1])
            except BadInput as error:
                refused.append((number, error.happened))
        return PasteResult(self._changes(kind, *added) if added else Changes(), len(added), refused)

    def remove_rows(self, ws, kind, ids):
        for row_id in ids:
            del self.rows[kind][row_id]
        return self._changes(kind, *ids)

    def move_row(self, ws, kind, row_id, position):
        items = [item for item in self.rows[kind].items() if item[0] != row_id]
        items.insert(position, (row_id, self.rows[kind][row_id]))
        self.rows[kind] = dict(items)
        return self._changes(kind, row_id)
