"""Form sheets as .xlsx: what can be typed in, what Excel holds it against, and that nothing of it is hidden nonsense."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from tests.sheet_forms import DAY, filled, read_back, rows_of, written
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.sheets.forms import FormBook
from thidua_desktop.importing.sheets.reading import read_returned

XSD = Path(__file__).parents[3] / "shared" / "xsd" / "sml.xsd"
FORM = filled(
    {
        "people": [{"subject": "Nguyễn Văn Mẫu", "award": "Lao động tiên tiến", "note": "=1+1"}],
        "commitments": [{"quote": "Trồng rừng", "sign": "ít nhất (≥)", "value": 5.5, "unit": "ha", "deadline": DAY}],
    }
)
LONG = tuple(f"Danh hiệu thi đua rất dài số {number}, của xã" for number in range(30))


def _book(form: FormBook = FORM) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(written(form).content))


def test_only_what_is_to_be_answered_can_be_typed_in_and_there_is_no_password():
    page = _book()["Cam kết"]
    assert page.protection.sheet
    assert page.protection.password is None
    assert {cell.column_letter for cell in page[5] if not cell.protection.locked} == set("BCDEFGH")
    assert all(cell.protection.locked for row in page["A1:I4"] for cell in row)


def test_the_pages_that_the_recipient_does_not_see():
    shown = {page.title: page.sheet_state for page in _book()}
    assert shown["Khóa"] == "veryHidden"
    assert [name for name, state in shown.items() if state == "visible"] == [
        *("Hướng dẫn", "Tập thể", "Cá nhân", "Sáng kiến", "Phong trào", "Cam kết")
    ]
    assert _book()["Cam kết"].column_dimensions["I"].hidden


def test_numbers_days_and_choices_are_held_against_their_kind_in_vietnamese():
    page = _book()["Cam kết"]
    checks = {check.type: check for check in page.data_validations.dataValidation}
    assert {kind: str(checks[kind].sqref) for kind in ("decimal", "date", "list")} == {
        "decimal": "D5:D25",
        "date": "F5:F25",
        "list": "C5:C25",
    }
    assert checks["decimal"].error == "Ô này chỉ nhận con số. Đơn vị tính và lời giải thích ghi ở ô khác."
    assert "30/06/2026" in checks["date"].error
    assert page["F5"].number_format == "dd/mm/yyyy"


def test_a_list_longer_than_a_cell_can_hold_stands_on_a_hidden_page():
    long = [
        replace(
            one,
            columns=tuple(replace(column, choices=LONG) if column.key == "award" else column for column in one.columns),
        )
        for one in FORM.tables
    ]
    book = _book(replace(FORM, tables=tuple(long)))
    assert book["Danh sách"].sheet_state == "hidden"
    assert [cell.value for cell in book["Danh sách"]["A"]] == list(LONG)
    for name in ("Tập thể", "Cá nhân"):
        offered = [check.formula1 for check in book[name].data_validations.dataValidation if check.type == "list"]
        assert offered == ["'Danh sách'!$A$1:$A$30"]


def test_no_cell_holds_a_formula_and_each_page_prints_on_a4_with_its_code():
    for page in _book():
        assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
        if page.sheet_state == "visible":
            assert (page.page_setup.paperSize, page.page_setup.fitToWidth) == (9, 1)
            assert page.oddHeader.right.text == "ĐK-2026-017"
            assert page.oddFooter.center.text == "&P/&N"


def test_equal_forms_are_equal_files():
    assert written(FORM) == written(FORM)


@pytest.mark.skipif(not XSD.exists(), reason="the spreadsheet schema is not beside the checkout")
def test_every_part_is_valid_against_the_spreadsheet_schema():
    schema = etree.XMLSchema(etree.parse(str(XSD)))
    wrong = []
    with zipfile.ZipFile(io.BytesIO(written(FORM).content)) as package:
        parts = [name for name in package.namelist() if name.startswith("xl/") and "theme" not in name]
        for name in (part for part in parts if part.endswith(".xml")):
            schema.validate(etree.fromstring(package.read(name)))
            wrong += [f"{name}: {error.message}" for error in schema.error_log]
    assert not wrong


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_again_by_libreoffice_it_reads_back_equal(tmp_path: Path):
    (tmp_path / "phiếu.xlsx").write_bytes(written(FORM).content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "lại"]
    subprocess.run([*command, "phiếu.xlsx"], cwd=tmp_path, check=True, capture_output=True, timeout=100)
    again = read_returned(SourceFile("phiếu.xlsx", (tmp_path / "lại" / "phiếu.xlsx").read_bytes()))
    assert again.stamp == read_back(FORM).stamp == FORM.stamp
    assert rows_of(again) == rows_of(read_back(FORM))
