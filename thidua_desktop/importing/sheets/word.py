"""A form filled in with Word: its tables as grids, the words around them as texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from ...domain.plan.plans import SourceFile
from ...domain.sheets.returned import MERGED, MOST_COLUMNS, MOST_ROWS, Grid, ReturnedFile
from ...domain.vietnamese import one_line
from ..docx.package import DocxPackage, W
from ..docx.words import SKIPPED, is_placeholder, raw_text
from ..kinds import Kind
from ..old_text.letters import OldLetters
from ..watching import Watch
from .properties import saved_at

_CONVERTED = "Tệp đã được chuyển sang .docx để đọc; tệp gốc vẫn giữ nguyên."
_MOST_TEXTS = 400


def read_word(source: SourceFile, kind: Kind, watch: Watch) -> ReturnedFile:
    """The tables and texts of a .docx, or of an older kind that Word or LibreOffice can make one of."""
    remarks: tuple[str, ...] = ()
    content = source
    if kind != "docx":
        from ..converting import as_docx

        content, remarks = as_docx(source, kind, watch), (_CONVERTED,)
    reader = _Reader(DocxPackage(content.name, content.content))
    grids = tuple(reader.grids())
    return ReturnedFile(
        source.name, grids, None, tuple(reader.texts), saved_at(content.content), (*remarks, *reader.remarks)
    )


class _Reader:
    def __init__(self, package: DocxPackage) -> None:
        self._main = package.main()
        edges = [package.beside(name) for side in ("header", "footer") for name in package.beside_names(side)]
        self._edges = [root for root in edges if root is not None]
        self._old = OldLetters(raw_text(paragraph) for paragraph in self._main.iter(f"{W}p"))
        self.texts: list[str] = []
        self.remarks: dict[str, None] = {}

    def grids(self) -> Iterator[Grid]:
        """Every table; what stands outside and in the cells comes into ``texts``."""
        above: list[str] = []
        number = 0
        for element in self._main.iter(f"{W}p", f"{W}tbl"):
            if element.tag == f"{W}tbl":
                number += 1
                grid = self._grid(f"Bảng {number}", list(_own(element, f"{W}tr"))[:MOST_ROWS])
                yield replace(grid, above=tuple(above))
                above.clear()
            elif next(element.iterancestors(f"{W}tbl"), None) is None:
                above.append(one_line(self._text(element)))
        for root in (*self._edges, self._main):
            for paragraph in root.iter(f"{W}p"):
                text = one_line(self._text(paragraph))
                if text and len(self.texts) < _MOST_TEXTS:
                    self.texts.append(text)

    def _grid(self, name: str, found: Sequence[etree._Element]) -> Grid:
        rows: list[list[str | None]] = []
        covered: set[tuple[int, int]] = set()
        for row in found:
            cells: list[str | None] = []
            for cell in _own(row, f"{W}tc"):
                text = self._lines(cell)
                if not text and rows and _goes_on(cell) and len(cells) < len(rows[-1]) and rows[-1][len(cells)]:
                    text = rows[-1][len(cells)]
                    self.remarks[MERGED.format(name)] = None
                width = min(int(_said(cell, "gridSpan") or 1), MOST_COLUMNS)
                covered |= {(len(rows), len(cells) + place) for place in range(1, width)}
                cells += [text, *[None] * (width - 1)]
            rows.append(cells)
        return Grid(name, tuple(map(tuple, rows)), covered=frozenset(covered), is_text=True)

    def _lines(self, cell: etree._Element) -> str | None:
        lines = (self._text(paragraph) for paragraph in _own(cell, f"{W}p"))
        return "\n".join(line for line in lines if line.strip()) or None

    def _text(self, paragraph: etree._Element) -> str:
        if any(is_placeholder(one) for one in paragraph.iterancestors(f"{W}sdt")):
            return ""
        return self._old.read(_shown(paragraph))


def _said(cell: etree._Element, property: str) -> str | None:
    """What a cell says of itself; "" when it names the property alone, None when it does not."""
    found = cell.find(f"{W}tcPr/{W}{property}")
    return None if found is None else found.get(f"{W}val") or ""


def _goes_on(cell: etree._Element) -> bool:
    """Whether the cell belongs to the one above."""
    return _said(cell, "vMerge") in ("", "continue")


def _shown(paragraph: etree._Element) -> str:
    """The letters without those that were deleted."""
    parts = []
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if any(above.tag in SKIPPED for above in element.iterancestors() if above is not paragraph):
            continue
        parts.append(element.text or "" if element.tag == f"{W}t" else "\n" if element.tag == f"{W}br" else " ")
    return "".join(parts)


def _own(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The elements of that kind inside, without those of tables in its cells; a deleted row is none."""
    holder = {f"{W}tr": f"{W}tbl", f"{W}tc": f"{W}tr", f"{W}p": f"{W}tc"}[tag]
    for element in parent.iter(tag):
        if next(element.iterancestors(holder), None) is parent and element.find(f"{W}trPr/{W}del") is None:
            yield element
