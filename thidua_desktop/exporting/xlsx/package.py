"""A workbook as the bytes of an .xlsx, the same every time and with nothing written to disk on the way."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from ..archive import packed, unpacked


class _InMemory(ExcelWriter):
    """openpyxl 3.1 sets each sheet in a temporary file, opened with the machine's encoding; this sets it in memory."""

    def write_worksheet(self, ws: Worksheet) -> None:
        stream = io.BytesIO()
        writer = WorksheetWriter(ws, stream)
        writer.write()
        self._archive.writestr(ws.path[1:], stream.getvalue())  # type: ignore[attr-defined]
        self.manifest.append(ws)


def saved(book: Workbook) -> bytes:
    """The bytes of the book, its moments of writing as its properties say them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _InMemory(book, archive).save()
    return packed(unpacked(buffer.getvalue()))
