"""Sheets as .xlsx."""

from __future__ import annotations

import io
import tempfile
import time
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from thidua_desktop.domain.papers.blocks import Book, Formula, Sheet, SheetColumn, Spreadsheet
from thidua_desktop.exporting.xlsx import render

COLUMNS = (SheetColumn("Tên", 20), SheetColumn("Số", 10, "number", summed=True), SheetColumn("Ngày", 12, "date"))

RATES = (
    SheetColumn("Đơn vị", 20),
    SheetColumn("Kế hoạch", 10, "number", summed=True, key="planned", group="Năm 2026"),
    SheetColumn("Thực hiện", 10, "number", summed=True, key="achieved", group="Năm 2026"),
    SheetColumn("%", 8, "percent", key="percent"),
)
RATED = Sheet(
    "Tỷ lệ",
    RATES,
    (
        ("Khối thôn",),
        ("Thôn Ví Dụ", 8.0, 6.0, Formula("{achieved}/{planned}", 0.75)),
        ("Thôn Mẫu", 2.0, None, Formula('IF({achieved}="","",{achieved}/{planned})')),
    ),
    ("BẢNG", "năm 2026"),
    "Cộng",
)


def _page(sheet: Sheet) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(render(sheet))).active


@pytest.mark.parametrize("text", ["=1+1", "+84 123", "-5", "@ai", "=HYPERLINK(1)"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    cell = _page(Sheet("Thử", COLUMNS, ((text, None, None),))).cell(2, 1)
    assert (cell.value, cell.data_type, bool(cell.quotePrefix)) == (text, "s", True)


def test_numbers_dates_and_blanks_keep_their_kind() -> None:
    page = _page(Sheet("Thử", COLUMNS, (("a", 44762.5, "2026-02-05"), ("b", 62.0, None), ("c", "1–2", "tháng 6"))))
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=2)] == [
        ["a", 44762.5, datetime(2026, 2, 5)],
        ["b", 62, None],
        ["c", "1–2", "tháng 6"],
    ]
    assert [page.cell(row, 2).number_format for row in (2, 3)] == ["#,##0.0", "#,##0"]
    assert page.cell(2, 3).number_format == "dd/mm/yyyy"


@pytest.mark.parametrize(("number", "value"), [(SheetColumn("STT", 6, "integer"), 1.0), (SheetColumn("STT", 6), "1.1")])
def test_the_number_of_a_row_stands_in_the_middle_apart_from_the_name(number: SheetColumn, value: str | float) -> None:
    page = _page(Sheet("Thử", (number, *COLUMNS), ((value, "a", 2.0, None),)))
    assert [page.cell(2, column).alignment.horizontal for column in (1, 2, 3)] == ["center", "left", "right"]


def test_total_is_a_formula_over_its_column() -> None:
    page = _page(Sheet("Thử", COLUMNS, (("a", 1.0, None), ("b", 2.0, None)), ("Đầu đề",), "Cộng"))
    assert [cell.value for cell in page[6]] == ["Cộng", "=SUM(B4:B5)", None]


def test_a_note_stands_in_italics_below_the_total_across_the_table() -> None:
    page = _page(Sheet("Thử", COLUMNS, (("a", 1.0, None),), ("Đầu đề",), "Cộng", notes=("Chưa kể 01 dòng.",)))
    below = page.cell(6, 1)
    assert (page.cell(5, 1).value, below.value, below.font.italic) == ("Cộng", "Chưa kể 01 dòng.", True)
    assert "A6:C6" in {str(merged) for merged in page.merged_cells.ranges}


def test_prints_on_a4_with_the_heading_on_every_page() -> None:
    page = _page(Sheet("Thử: [1]", COLUMNS, (("a", 1.0, None),), ("Một", "Hai")))
    assert (page.page_setup.paperSize, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (9, 1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$4:$4"
    assert page.freeze_panes == "A5"
    assert page.title == "Thử   1"


def test_control_letters_are_left_out() -> None:
    assert _page(Sheet("Thử", COLUMNS, (("a\x00b", None, None),))).cell(2, 1).value == "ab"


def test_row_is_high_enough_for_its_longest_text() -> None:
    page = _page(
        Sheet("Thử", COLUMNS, (("ngắn", None, None), ("một chỉ tiêu dài hơn một dòng của cột này", None, None)))
    )
    one, more = (page.row_dimensions[row].height for row in (2, 3))
    assert more >= 2 * one


def test_a_line_above_the_table_that_takes_two_has_room_for_both() -> None:
    long = "(Theo Kế hoạch phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ; số liệu đến ngày 28/11/2026)"
    page = _page(Sheet("Thử", COLUMNS, (), ("ỦY BAN NHÂN DÂN", long), notes=(long,)))
    one, several = page.row_dimensions[1].height, page.row_dimensions[2].height
    assert several >= 3 * one
    assert page.row_dimensions[5].height == several


def test_the_word_of_the_total_stands_over_every_column_before_the_first_sum() -> None:
    columns = (
        SheetColumn("STT", 6, "integer"),
        SheetColumn("Đơn vị", 30),
        SheetColumn("Số", 9, "integer", summed=True),
    )
    page = _page(Sheet("Thử", columns, ((1, "Thôn Ví Dụ", 2),), total_label="Tổng cộng"))
    assert (page.cell(3, 1).value, page.cell(3, 1).alignment.horizontal) == ("Tổng cộng", "left")
    assert [str(cells) for cells in page.merged_cells.ranges] == ["A3:B3"]


def test_equal_sheets_are_equal_bytes_at_any_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = RATED
    first = render(sheet)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert render(sheet) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2020-01-01T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


def test_a_sheet_is_made_without_a_file_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "_get_candidate_names", lambda: iter(()))
    assert render(Sheet("Thử", COLUMNS, (("a", 1.0, None),)))


def _parts(spreadsheet: Spreadsheet) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render(spreadsheet))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_formula_names_the_cells_of_its_row_and_comes_with_its_result() -> None:
    page = _page(RATED)
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=6)] == [
        ["Khối thôn", None, None, None],
        ["Thôn Ví Dụ", 8, 6, "=C7/B7"],
        ["Thôn Mẫu", 2, None, '=IF(C8="","",C8/B8)'],
        ["Cộng", "=SUM(B6:B8)", "=SUM(C6:C8)", None],
    ]
    shown = openpyxl.load_workbook(io.BytesIO(render(RATED)), data_only=True).active
    assert [cell.value for cell in shown[7]] == ["Thôn Ví Dụ", 8, 6, 0.75]
    assert [cell.value for cell in shown[9]] == ["Cộng", 10, 6, None]
    assert page.cell(7, 4).number_format == "0.0%"


def test_a_program_that_calculates_works_every_formula_out_anew() -> None:
    assert b'fullCalcOnLoad="1"' in _parts(RATED)["xl/workbook.xml"]


def test_columns_of_a_group_stand_under_one_heading_and_both_rows_repeat_on_every_page() -> None:
    page = _page(RATED)
    assert [page.cell(4, column).value for column in range(1, 5)] == ["Đơn vị", "Năm 2026", None, "%"]
    assert [page.cell(5, column).value for column in range(1, 5)] == [None, "Kế hoạch", "Thực hiện", None]
    assert {str(merged) for merged in page.merged_cells.ranges} >= {"A4:A5", "B4:C4", "D4:D5", "A6:D6"}
    assert page.print_title_rows == "$4:$5"


def test_a_book_has_its_sheets_in_order() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(Book((RATED, Sheet("Danh sách", COLUMNS, ()))))))
    assert book.sheetnames == ["Tỷ lệ", "Danh sách"]


SCHEMA = Path(__file__).parents[3] / "shared" / "xsd" / "sml.xsd"


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the schemas of spreadsheets are not beside the checkout")
def test_every_sheet_is_as_the_schema_of_spreadsheets_wants_it() -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    parts = _parts(Book((RATED, Sheet("Thử", COLUMNS, (("=a", 1.5, "2026-02-05"),), total_label="Cộng"))))
    for name in (part for part in parts if part.startswith("xl/worksheets/") or part == "xl/workbook.xml"):
        schema.validate(etree.fromstring(parts[name]))
        assert not list(schema.error_log), name
