"""A look into an .xlsx or .ods before it is read: how far its pages reach, which cells are worked out, whether it has
macros.

Without it one stray letter in the last cell of a page would make the reader lay out seventeen thousand million cells.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from ..errors import UnreadableFileError, ask_again

MOST_CELLS = 5_000_000  # of a page of an .ods, which its reader lays out whole
MOST_BYTES = 150 * 2**20  # of one page unpacked: a million empty rows without their cells stay under it
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SAVE_AGAIN = "Chép các dòng đã điền sang một tệp Excel mới (.xlsx) rồi nhận tệp đó."
_FILLED = re.compile(
    rb"<(?:\w+:)?c\s(?:[^>]*\s)?r=\"([A-Z]{1,3})(\d{1,7})\"(?:[^>]*[^/>])?>(?=(\s*<(?:\w+:)?f[\s/>])?)"
)
_OPEN_BOOK = "content.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MACROS = "vbaProject.bin"
_BINARY = "xl/workbook.bin"
_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, NotImplementedError, RuntimeError, EOFError)


@dataclass(frozen=True, slots=True)
class PageExtent:
    """How far the filled cells of a page reach, and which of them hold formulas: (row, column), all from 0."""

    rows: int = 0
    columns: int = 0
    formulas: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class BookScan:
    """The pages of a book by name, and whether it carries macros."""

    pages: Mapping[str, PageExtent]
    has_macros: bool = False


def scanned(name: str, content: bytes) -> BookScan:
    """Looks through the parts of a book; :class:`UnreadableFileError` for one that is broken, huge or binary."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            if _BINARY in names:
                raise UnreadableFileError(
                    f"Tệp “{name}” là Excel kiểu nhị phân (.xlsb).",
                    "Mở bằng Excel, chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)”, rồi nhận tệp mới.",
                )
            if _OPEN_BOOK in names:
                _refuse_far_pages(name, package)
            has_macros = any(part.endswith(_MACROS) for part in names)
            pages = {page: _extent(name, page, package, part) for page, part in _parts(package).items()}
            return BookScan(pages, has_macros)
    except (*_BROKEN, etree.XMLSyntaxError) as error:
        raise UnreadableFileError(f"Tệp “{name}” bị hỏng, không đọc được.", ask_again(name)) from error


def _parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Name of a page → its part; empty for a book of another kind (.ods)."""
    if "xl/workbook.xml" not in package.namelist():
        return {}
    book, links = (_tree(package, part) for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target") or "" for link in links}
    found: dict[str, str] = {}
    for sheet in book.iter("{*}sheet"):
        target = targets.get(sheet.get(_REL), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if "worksheets" in part and part in package.namelist():
            found[sheet.get("name") or ""] = part
    return found


def _tree(package: zipfile.ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(package.read(part), parser)


def _extent(name: str, page: str, package: zipfile.ZipFile, part: str) -> PageExtent:
    if package.getinfo(part).file_size > MOST_BYTES:
        raise _too_big(name, page)
    with package.open(part) as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_big(name, page)
    rows = columns = 0
    formulas = set()
    for found in _FILLED.finditer(data):
        row, column = int(found[2]), _number(found[1])
        rows, columns = max(rows, row), max(columns, column)
        if found[3] is not None:
            formulas.add((row - 1, column - 1))
    return PageExtent(rows, columns, frozenset(formulas))


def _refuse_far_pages(name: str, package: zipfile.ZipFile) -> None:
    """Raises :class:`UnreadableFileError` for an .ods with a page that reaches too far: rows and cells that are alike
    stand in it once, with how often they come.
    """
    if package.getinfo(_OPEN_BOOK).file_size > MOST_BYTES:
        raise _too_big(name, "")
    rows = columns = last = 0
    with package.open(_OPEN_BOOK) as stream:
        for _, element in etree.iterparse(stream, tag=(f"{_TABLE}table-row", f"{_TABLE}table"), resolve_entities=False):
            if element.tag == f"{_TABLE}table":
                rows = columns = last = 0
                continue
            rows += int(element.get(f"{_TABLE}number-rows-repeated") or 1)
            if width := _width(element):
                last, columns = rows, max(columns, width)
            if last * columns > MOST_CELLS:
                raise _too_big(name, "")
            element.clear()


def _width(row: etree._Element) -> int:
    """How far the filled cells of a row reach."""
    place = width = 0
    for cell in row:
        place += int(cell.get(f"{_TABLE}number-columns-repeated") or 1)
        width = place if len(cell) else width
    return width


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _too_big(name: str, page: str) -> UnreadableFileError:
    where = f"Trang “{page}” của tệp “{name}”" if page else f"Tệp “{name}”"
    return UnreadableFileError(f"{where} có hàng triệu ô trống, nở ra quá lớn nên không đọc.", _SAVE_AGAIN)
