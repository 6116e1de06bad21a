"""A workbook as the bytes of an .xlsx, the same every time and with nothing written to disk on the way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias

from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from ...domain.sheets.returned import NEVER_SAVED
from ..archive import packed, unpacked

Results: TypeAlias = dict[str, dict[str, float | None]]
"""What formulas come to: sheet → address of the cell → figure, None for an empty cell."""

EPOCH = datetime.fromisoformat(NEVER_SAVED)
"""When every file says that it was made, so that equal ones are equal to the last byte."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class _InMemory(ExcelWriter):
    """openpyxl 3.1 sets each sheet in a temporary file, opened with the machine's encoding; this sets it in memory.

    It also writes formulas without what they come to; this puts it beside them.
    """

    def __init__(self, book: Workbook, archive: zipfile.ZipFile, results: Results) -> None:
        super().__init__(book, archive)
        self._results = results

    def write_worksheet(self, ws: Worksheet) -> None:
        stream = io.BytesIO()
        writer = WorksheetWriter(ws, stream)
        writer.write()
        written = _with_results(stream.getvalue(), self._results.get(ws.title, {}))
        self._archive.writestr(ws.path[1:], written)  # type: ignore[attr-defined]
        self.manifest.append(ws)


def _with_results(page: bytes, results: Mapping[str, float | None]) -> bytes:
    """The page with the value beside each formula: without one a reader that does not calculate shows nothing."""
    if not results:
        return page
    root = etree.fromstring(page)
    for cell in root.iter(f"{_MAIN}c"):
        address = cell.get("r") or ""
        if cell.find(f"{_MAIN}f") is None or address not in results:
            continue
        value = cell.find(f"{_MAIN}v")
        if value is None:
            value = etree.SubElement(cell, f"{_MAIN}v")
        result = results[address]
        if result is None:
            cell.set("t", "str")
        else:
            value.text = repr(int(result) if float(result).is_integer() else result)
    return etree.tostring(root)


def saved(book: Workbook, results: Results) -> bytes:
    """The bytes of the book, its moments of writing as its properties say them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _InMemory(book, archive, results).save()
    return packed(unpacked(buffer.getvalue()))
