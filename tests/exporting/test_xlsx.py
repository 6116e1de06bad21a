"""Sheets as .xlsx."""

from __future__ import annotations

import io
import tempfile
import time
import zipfile
from datetime import datetime

import openpyxl
import pytest

from tests.golden.samples import OFFICE, short_plan
from thidua_desktop.domain.papers.blocks import Sheet, SheetColumn
from thidua_desktop.domain.papers.targets_paper import targets_sheet
from thidua_desktop.exporting.xlsx import render

COLUMNS = (SheetColumn("Tên", 20), SheetColumn("Số", 10, "number", summed=True), SheetColumn("Ngày", 12, "date"))


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


def test_total_is_a_formula_over_its_column() -> None:
    page = _page(Sheet("Thử", COLUMNS, (("a", 1.0, None), ("b", 2.0, None)), ("Đầu đề",), "Cộng"))
    assert [cell.value for cell in page[6]] == ["Cộng", "=SUM(B4:B5)", None]


def test_prints_on_a4_with_the_heading_on_every_page() -> None:
    page = _page(Sheet("Thử: [1]", COLUMNS, (("a", 1.0, None),), ("Một", "Hai")))
    assert (page.page_setup.paperSize, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (9, 1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$4:$4"
    assert page.freeze_panes == "A5"
    assert page.title == "Thử   1"


def test_control_letters_are_left_out() -> None:
    assert _page(Sheet("Thử", COLUMNS, (("a\x00b", None, None),))).cell(2, 1).value == "ab"


def test_targets_have_a_column_for_each_level_that_assigns() -> None:
    page = _page(targets_sheet(short_plan(), OFFICE))
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=5)]
    assert rows[0] == [
        "STT",
        "Lĩnh vực",
        "Chỉ tiêu",
        "Đơn vị tính",
        "So sánh",
        "Tỉnh giao",
        "HĐND xã giao",
        "Kế hoạch",
        "Phụ trách",
    ]
    assert rows[1] == [
        "1",
        "Kinh tế",
        "Thu nhập bình quân đầu người",
        "triệu đồng/người/năm",
        "≥",
        62,
        63.5,
        None,
        "Phòng Kinh tế",
    ]
    assert rows[3][:2] == ["2.1", "Kinh tế"]
    assert rows[3][7] == "10–12"


def test_row_is_high_enough_for_its_longest_text() -> None:
    page = _page(
        Sheet("Thử", COLUMNS, (("ngắn", None, None), ("một chỉ tiêu dài hơn một dòng của cột này", None, None)))
    )
    one, more = (page.row_dimensions[row].height for row in (2, 3))
    assert more >= 2 * one


def test_equal_sheets_are_equal_bytes_at_any_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = targets_sheet(short_plan(), OFFICE)
    first = render(sheet)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert render(sheet) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2020-01-01T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


def test_a_sheet_is_made_without_a_file_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "_get_candidate_names", lambda: iter(()))
    assert render(Sheet("Thử", COLUMNS, (("a", 1.0, None),)))
