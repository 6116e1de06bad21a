"""Merged cells of an .ods."""

from __future__ import annotations

import io
import zipfile

from thidua_desktop.importing.sheets.ods import merged_cells

PAGE = """<x xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><table:table table:name="Trang">
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="5"/></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell table:number-rows-spanned="3" table:number-columns-spanned="1"/></table:table-row>
</table:table></x>"""


def book(part: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(part, text)
    return out.getvalue()


def test_repeated_rows_and_cells_count() -> None:
    assert merged_cells(book("content.xml", PAGE)) == {"Trang": (((2, 2), (4, 2)),)}


def test_another_book_or_a_damaged_one_has_none() -> None:
    assert (
        merged_cells(book("xl/workbook.xml", "")) == merged_cells(book("content.xml", "<x")) == merged_cells(b"") == {}
    )
