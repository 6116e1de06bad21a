"""A .docx as source lines.

Tracked changes are read as accepted (w:del and w:moveFrom are skipped, a deleted paragraph mark joins two paragraphs);
of a text box only the modern copy is read (mc:Fallback is the second one); fields give the result they show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from ..domain.plans import SourceFile
from ..domain.richtext import Run, joined
from ..domain.vietnamese import fold, nfc, one_line
from .docx_numbering import Numbering
from .docx_package import DocxPackage, W
from .docx_styles import Styles, switched, value
from .errors import UnreadableFileError
from .files import refuse_length
from .lines import LAYOUT_WORDS, Line, SourceText, cut, spaced, squeezed
from .patterns import SMALL
from .target_tables import SEPARATOR
from .watching import UNWATCHED, Watch

_SKIPPED = {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{W}txbxContent"
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_NOTES = {f"{W}footnoteReference": "footnotes.xml", f"{W}endnoteReference": "endnotes.xml"}
_HEADER = re.compile(rf"{LAYOUT_WORDS.pattern}|^\s*so\s*:[\s\d.…_]*/\s*\w+\s*-", re.MULTILINE)
_MOST_HEADER_ROWS = 2  # number and date often stand in a table of their own below the names
_PAGE_NUMBER = re.compile(r"[\s\d\-–/|]*(trang|page)?[\s\d\-–/|]*", re.IGNORECASE)


def docx_lines(source: SourceFile, watch: Watch = UNWATCHED) -> SourceText:
    """The lines of a .docx in reading order; :class:`UnreadableFileError` when it cannot be opened or holds no word."""
    package = DocxPackage(source.name, source.content)
    lines = tuple(_counted(source.name, _Reader(package).lines()))
    if not any(re.search(r"\w", line.text) for line in lines):
        raise UnreadableFileError(
            f"Tệp “{source.name}” không có chữ nào (chỉ có hình hoặc trang trắng).",
            "Nếu đây là bản chụp, hãy xin bản Word gốc; chương trình không đọc được chữ trong hình.",
        )
    aside = _page_texts(package)
    remarks = [f"Đầu trang hoặc chân trang có chữ “{text}”, không đưa vào kế hoạch." for text in aside]
    return SourceText(lines, aside, tuple(remarks))


def _counted(name: str, lines: Iterator[Line]) -> Iterator[Line]:
    """The lines until they hold more than a plan can."""
    letters = 0
    for line in lines:
        letters += len(line.text)
        refuse_length(name, letters)
        yield line


@dataclass
class _Piece:
    """What one paragraph holds while it is read: its runs, the boxes before or after them, its notes."""

    runs: list[Run]
    boxes: list[etree._Element]
    notes: list[tuple[str, str]]


class _Reader:
    def __init__(self, package: DocxPackage) -> None:
        main = package.main()
        body = main.find(f"{W}body")
        self._body = main if body is None else body
        self._package = package
        self._styles = Styles(package.beside("styles.xml"))
        self._numbering = Numbering(package.beside("numbering.xml"))
        self._tables = 0
        self._carried: tuple[Run, ...] = ()
        self._notes: dict[str, etree._Element | None] = {}

    def lines(self) -> Iterator[Line]:
        """Every line that holds a word or a sign, with blank ones shown as a gap before the next."""
        gap = False
        for line in self._blocks(self._body):
            if line.text.strip():
                yield replace(line, gap=gap)
                gap = False
            else:
                gap = True

    def _blocks(self, parent: etree._Element, column: int = -1, table: int = 0) -> Iterator[Line]:
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element, column, table)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif isinstance(element.tag, str) and element.tag not in _SKIPPED and element.tag != _FALLBACK:
                yield from self._blocks(element, column, table)

    def _table(self, element: etree._Element) -> Iterator[Line]:
        self._tables += 1
        table = self._tables
        rows = [[c for c in row.iter(f"{W}tc") if _owner(c, f"{W}tr") is row] for row in element.iter(f"{W}tr")]
        rows = [row for row in rows if row and _owner(row[0], f"{W}tbl") is element]
        text = "\n".join(_text(paragraph) for paragraph in element.iter(f"{W}p"))
        layout = LAYOUT_WORDS if len(rows) > _MOST_HEADER_ROWS else _HEADER
        if max(map(len, rows), default=0) < 2 or layout.search(fold(nfc(text))):
            for row in rows:
                for column, cell in enumerate(row):
                    yield from self._blocks(cell, column, table)
            return
        for row in rows:
            yield from self._row([self._cell(cell) for cell in row], table)

    def _row(self, cells: list[tuple[Run, ...]], table: int) -> Iterator[Line]:
        texts = tuple("".join(run.text for run in cell) for cell in cells)
        runs: list[Run] = []
        for index, cell in enumerate(cells):
            runs += [Run(SEPARATOR), *cell] if index else cell
        if any(texts):
            yield Line(joined(runs), cells=texts, table=table)

    def _cell(self, cell: etree._Element) -> tuple[Run, ...]:
        runs: list[Run] = []
        for line in self._blocks(cell):
            if line.text.strip():
                before = [Run(" ")] if runs else []
                label = [Run(f"{line.label} ")] if line.label and line.label not in "-+" else []
                runs += [*before, *label, *line.runs]
        return squeezed(runs)

    def _paragraph(self, element: etree._Element, column: int, table: int) -> Iterator[Line]:
        piece = _Piece([], [], [])
        boxes_first = 0
        for child in element:
            self._read(child, piece, bold=False, italic=False)
            if not any(run.text.strip() for run in piece.runs):
                boxes_first = len(piece.boxes)
        for box in piece.boxes[:boxes_first]:
            yield from self._blocks(box, column, table)
        runs = (*self._carried, *_nfc_runs(piece.runs))
        self._carried = ()
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self._carried = (*runs, Run(" "))
        else:
            ref = self._styles.number(element)
            label = self._numbering.label(ref) if ref and any(run.text.strip() for run in runs) else ""
            line = Line(
                (), label, self._styles.alignment(element) == "center", self._styles.outline(element), (), table, column
            )
            yield from _parted(line, runs)
        for box in piece.boxes[boxes_first:]:
            yield from self._blocks(box, column, table)
        yield from self._note_lines(piece.notes)

    def _read(self, element: etree._Element, piece: _Piece, *, bold: bool, italic: bool) -> None:
        """Collects the words below ``element`` in the style that holds there."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or tag == _FALLBACK:
            return
        if tag == _BOX:
            piece.boxes.append(element)
        elif tag == f"{W}t":
            piece.runs.append(Run(element.text or "", bold, italic))
        elif tag in _CHARACTERS:
            piece.runs.append(Run(_CHARACTERS[tag], bold, italic))
        elif tag in _NOTES:
            piece.notes.append((_NOTES[tag], element.get(f"{W}id") or ""))
        else:
            if tag == f"{W}r":
                bold, italic = self._style(element, "b"), self._style(element, "i")
            for child in element:
                self._read(child, piece, bold=bold, italic=italic)

    def _style(self, run: etree._Element, name: str) -> bool:
        own = switched(run.find(f"{W}rPr/{W}{name}"))
        if own is not None:
            return own
        paragraph = _owner(run, f"{W}p")
        styles = [value(run.find(f"{W}rPr/{W}rStyle"))]
        if paragraph is not None:
            styles.append(self._styles.of_paragraph(paragraph))
        return any(self._styles.on(style, name) for style in styles)

    def _note_lines(self, notes: list[tuple[str, str]]) -> Iterator[Line]:
        for part, note_id in notes:
            if part not in self._notes:
                self._notes[part] = self._package.beside(part)
            root = self._notes[part]
            for note in root if root is not None else ():
                if note.get(f"{W}id") == note_id:
                    yield from (replace(line, note=True) for line in self._blocks(note) if line.text.strip())


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def _owner(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _nfc_runs(runs: list[Run]) -> tuple[Run, ...]:
    """Composed letters; a mark that Word put in a run of its own joins the letter before it."""
    out = list(joined(runs))
    for index in range(1, len(out)):
        marks = re.match("[\u0300-\u036f]+", out[index].text)
        if marks:
            out[index - 1] = replace(out[index - 1], text=out[index - 1].text + marks[0])
            out[index] = replace(out[index], text=out[index].text[marks.end() :])
    return tuple(Run(nfc(run.text), run.bold, run.italic) for run in out)


_ITEM = re.compile(r"\s*([-–+•*]\s|\d{1,2}(\.\d{1,2})*[.)]\s|[a-zđ][.)]\s|[IVX]+\.\s|Nơi nhận|TM\.|KT\.)")


def _parted(line: Line, runs: tuple[Run, ...]) -> Iterator[Line]:
    """The paragraph cut at those soft line breaks that stand for a new line; at the others it reads on."""
    text = "".join(run.text for run in runs)
    start, label = 0, line.label
    for found in re.finditer(r"\n+", text):
        before, after = text[start : found.start()].rstrip(), text[found.end() :]
        ends = not before or (before[-1] in ".;:!?" and not re.match(rf"\s*[{SMALL}]", after))
        if line.centered or line.column >= 0 or ends or _ITEM.match(after):
            yield replace(line, runs=spaced(cut(runs, start, found.start())), label=label)
            start, label = found.end(), ""
    yield replace(line, runs=spaced(cut(runs, start)), label=label)


def _page_texts(package: DocxPackage) -> tuple[str, ...]:
    """The texts of page headers and footers that are more than a page number."""
    texts: dict[str, None] = {}
    for name in [*package.beside_names("header"), *package.beside_names("footer")]:
        root = package.beside(name)
        for paragraph in root.iter(f"{W}p") if root is not None else ():
            text = one_line(_text(paragraph))
            if text and not _PAGE_NUMBER.fullmatch(text):
                texts[text] = None
    return tuple(texts)
