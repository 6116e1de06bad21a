"""The merged cells of an .ods: the fast reader tells them of .xlsx and .xls only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from .scan import MOST_BYTES

_PART = "content.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

Merged = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell, each (row, column) from 0."""


def merged_cells(content: bytes) -> Mapping[str, tuple[Merged, ...]]:
    """The merged cells of every page by its name; empty for a book of another kind and for a damaged one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if _PART not in package.namelist() or package.getinfo(_PART).file_size > MOST_BYTES:
                return {}
            root = etree.fromstring(package.read(_PART), etree.XMLParser(resolve_entities=False, no_network=True))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, NotImplementedError, RuntimeError):
        return {}
    return {page.get(f"{_TABLE}name") or "": tuple(_merged(page)) for page in root.iter(f"{_TABLE}table")}


def _merged(page: etree._Element) -> list[Merged]:
    found: list[Merged] = []
    row = 0
    for line in page.iter(f"{_TABLE}table-row"):
        column = 0
        for cell in line:
            rows, columns = (_number(cell, f"number-{way}-spanned") for way in ("rows", "columns"))
            if rows > 1 or columns > 1:
                found.append(((row, column), (row + rows - 1, column + columns - 1)))
            column += _number(cell, "number-columns-repeated")
        row += _number(line, "number-rows-repeated")
    return found


def _number(element: etree._Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}") or ""
    return int(text) if text.isdecimal() else 1
