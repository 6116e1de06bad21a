"""Made-up form sheets, and how a recipient fills one in."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import openpyxl

from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.sheets.finding import AnswerRow, answer_rows, found_tables
from thidua_desktop.domain.sheets.forms import CellValue, FormBook, Row, SheetKind, Stamp, Table, office_key
from thidua_desktop.domain.sheets.questions import FILLED_BY, FILLED_ON, ORGANISATION
from thidua_desktop.domain.sheets.returned import ReturnedFile
from thidua_desktop.domain.sheets.tables import TABLES
from thidua_desktop.exporting.xlsx import render
from thidua_desktop.importing.sheets.reading import read_returned

OFFICE = office_key("xã Ví Dụ", "tỉnh Mẫu")
AWARDS = ("Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Tập thể Lao động tiên tiến", "Gia đình văn hóa")


def blank_form(kind: SheetKind = "đăng ký", **said: object) -> FormBook:
    """A form of Hội Nông dân with empty tables; ``said`` goes into its stamp."""
    stamp = Stamp(kind, 2026, OFFICE, "xã Ví Dụ", 7, "Hội Nông dân")
    stamp = replace(stamp, **said)  # type: ignore[arg-type]
    tables = tuple(replace(one, columns=tuple(_offered(one))) for one in TABLES[kind])
    questions = (replace(ORGANISATION, value=stamp.organisation, typed=False), FILLED_BY, FILLED_ON)
    return FormBook("Đăng ký thi đua năm 2026", stamp, ("Điền vào ô màu vàng.",), questions, tables, "ĐK-2026-017")


def _offered(table: Table) -> Iterable:
    for column in table.columns:
        yield replace(column, choices=AWARDS) if column.key == "award" else column


def filled(answers: Mapping[str, Iterable[Mapping[str, CellValue]]], kind: SheetKind = "đăng ký") -> FormBook:
    """The form with rows that the recipient typed."""
    return blank_form(kind).answered({key: tuple(Row("", row) for row in rows) for key, rows in answers.items()})


def written(form: FormBook) -> SourceFile:
    return SourceFile("phiếu.xlsx", render(form))


def read_back(form: FormBook) -> ReturnedFile:
    return read_returned(written(form))


def rows_of(read: ReturnedFile, kind: SheetKind | None = None) -> list[AnswerRow]:
    return [row for found in found_tables(read.grids, kind) for row in answer_rows(found)]


def plain_sheet(*rows: Iterable[object], title: str = "Trang tính1") -> SourceFile:
    """A spreadsheet as somebody makes it by hand."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return SourceFile("tự làm.xlsx", out.getvalue())


DAY = date(2026, 6, 30)
