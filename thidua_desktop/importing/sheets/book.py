"""A spreadsheet as grids: .xlsx, .xlsm, .xls and .ods."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from ...domain.plan.plans import SourceFile
from ...domain.sheets.cells import Raw, plain
from ...domain.sheets.forms import Stamp
from ...domain.sheets.returned import MERGED, MOST_COLUMNS, MOST_ROWS, Grid, ReturnedFile
from ...domain.sheets.stamps import LISTS, read_stamp
from ...domain.vietnamese import format_number
from ..errors import UnreadableFileError, ask_again
from ..kinds import Kind
from ..watching import Watch
from .ods import Merged, merged_cells
from .properties import saved_at
from .scan import BookScan, PageExtent, scanned

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_MACROS = "Tệp có macro: macro không được chạy, chỉ lấy chữ và số."
_CUT = "Trang “{}” có ô ở tận dòng {}: chỉ đọc {} dòng và {} cột đầu."
_OPENPYXL_FAULTS = (
    *(SyntaxError, LookupError, ValueError, TypeError, AttributeError, OSError, zipfile.BadZipFile, zlib.error),
    *(AssertionError, NotImplementedError, EOFError),
)
"""What openpyxl was seen to raise, or may, over a damaged page; broken XML is a SyntaxError."""
_PANIC = "PanicException"  # what python-calamine raises where its own code gave up; no Exception


def read_book(source: SourceFile, kind: Kind, watch: Watch) -> ReturnedFile:
    """The pages that a reader sees, and the stamp; :class:`UnreadableFileError` for what cannot be opened."""
    scan = scanned(source.name, source.content) if kind == "sheet" else BookScan({})
    remarks = [_MACROS] if scan.has_macros else []
    try:
        grids, stamp = _pages(source, scan, remarks, watch)
    except BaseException as error:
        if not _is_bad_book(error):
            raise
        raise UnreadableFileError(f"Tệp “{source.name}” bị hỏng, không đọc được.", ask_again(source.name)) from error
    return ReturnedFile(source.name, tuple(grids), stamp, (), saved_at(source.content), tuple(remarks))


def _is_bad_book(error: BaseException) -> bool:
    from python_calamine import CalamineError

    return isinstance(error, CalamineError | ValueError | OSError) or type(error).__name__ == _PANIC


def _pages(source: SourceFile, scan: BookScan, remarks: list[str], watch: Watch) -> tuple[list[Grid], Stamp | None]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    grids: list[Grid] = []
    stamp = None
    spans = merged_cells(source.content)
    with CalamineWorkbook.from_filelike(io.BytesIO(source.content)) as book:
        for about in book.sheets_metadata:
            watch.check()
            if about.typ != SheetTypeEnum.WorkSheet or about.name == LISTS:
                continue
            extent = scan.pages.get(about.name, PageExtent())
            if extent.rows > MOST_ROWS or extent.columns > MOST_COLUMNS:
                remarks.append(_CUT.format(about.name, *map(format_number, (extent.rows, MOST_ROWS, MOST_COLUMNS))))
                grid = Grid(about.name, _streamed(source, about.name), extent.formulas)
            else:
                grid, merged = _laid_out(book, about.name, extent, spans.get(about.name, ()))
                if merged:
                    remarks.append(MERGED.format(about.name))
            found = read_stamp(grid)
            if found is not None:
                stamp = stamp or found
            elif about.visible == SheetVisibleEnum.Visible:
                grids.append(grid)
    return grids, stamp


def _laid_out(book: CalamineWorkbook, name: str, extent: PageExtent, spans: Sequence[Merged]) -> tuple[Grid, bool]:
    """A page, and whether cells of several rows were one: each of the rows has what they hold.

    ``spans`` are the merged cells of an .ods.
    """
    sheet = book.get_sheet_by_name(name)
    rows = [list(row) for row in sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS)]
    merged, covered = False, set()
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or spans:
        covered |= {(at, place) for at in (top, bottom) for place in range(left + 1, min(right + 1, MOST_COLUMNS))}
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and left < len(rows[top]) and plain(rows[top][left]) and not plain(row[left]):
                row[left] = rows[top][left]
                merged = True
    cells = tuple(tuple(_known(row)) for row in rows)
    return Grid(name, cells, extent.formulas, covered=frozenset(covered)), merged


def _known(row: Sequence[Raw]) -> Iterator[Raw]:
    return iter(None if cell == "" else cell for cell in row[:MOST_COLUMNS])


def _streamed(source: SourceFile, name: str) -> tuple[tuple[Raw, ...], ...]:
    """The first rows of a page that reaches too far to be laid out whole."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(source.content), read_only=True, data_only=True)
        found = book[name].iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
        return cast("tuple[tuple[Raw, ...], ...]", tuple(tuple(row) for row in found))
    except _OPENPYXL_FAULTS as error:
        raise UnreadableFileError(f"Tệp “{source.name}” bị hỏng, không đọc được.", ask_again(source.name)) from error
