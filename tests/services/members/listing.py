"""Lists as offices keep them, read, reviewed and taken."""

from __future__ import annotations

import io

import openpyxl

from thidua_desktop.domain.lists.headings import find_headings
from thidua_desktop.domain.lists.meanings import ListKind
from thidua_desktop.domain.lists.report import CALLED, Answers, ListRowReport
from thidua_desktop.domain.lists.rows import MappedList
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.sheets.returned import Grid
from thidua_desktop.importing.sheets.lists import read_list
from thidua_desktop.services.members import list_import
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace

HEAD = ("STT", "Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Đơn vị")


def workbook(*rows: tuple[object, ...], name: str = "danh sách.xlsx") -> SourceFile:
    """A plain sheet with these rows, as a file."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return SourceFile(name, out.getvalue())


def mapped(desk: Workspace, source: SourceFile, kind: ListKind = "people") -> MappedList:
    """The list in the first page of the file, with the meanings that the program proposes."""
    return mapped_page(desk, source.name, read_list(source).grids[0], kind)


def mapped_page(desk: Workspace, name: str, page: Grid, kind: ListKind = "people") -> MappedList:
    """As :func:`mapped`, of a page that was read."""
    headings = find_headings(page, kind)
    assert headings is not None
    return MappedList(kind, name, page, headings, list_import.meanings_of(desk, kind, headings))


def review(desk: Workspace, *rows: tuple[object, ...], kind: ListKind = "people") -> tuple[ListRowReport, ...]:
    """The reports on a plain sheet."""
    return list_import.review(desk, mapped(desk, workbook(*rows), kind))


def take(desk: Workspace, *rows: tuple[object, ...], kind: ListKind = "people", answers: Answers | None = None):
    """Take what is ticked of a plain sheet."""
    listed = mapped(desk, workbook(*rows), kind)
    return list_import.take(desk, listed, list_import.review(desk, listed, answers))


def shown(reports: tuple[ListRowReport, ...]) -> list[tuple[int, str, str]]:
    """Number, title and state of each row."""
    return [(one.number, one.title, CALLED[one.state]) for one in reports]


def people(desk: Workspace) -> list[tuple[str, ...]]:
    """Name, sex, birth, position, organisation and note of everybody."""
    keys = registers.register("people").keys
    wanted = [keys.index(key) for key in ("full_name", "sex", "birth_date", "position", "organisation_id", "note")]
    return [tuple(row.cells[at] for at in wanted) for row in registers.page(desk, "people", order="", limit=-1)]


def organisations(desk: Workspace, *keys: str) -> list[tuple[str, ...]]:
    every = registers.register("organisations").keys
    wanted = [every.index(key) for key in keys]
    return [tuple(row.cells[at] for at in wanted) for row in registers.page(desk, "organisations", limit=-1)]
