"""A .docx as source lines in reading order. A deleted paragraph mark joins two paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from lxml import etree

from ...domain.papers.blocks import BODY_STYLE
from ...domain.plan.plans import SourceFile
from ...domain.richtext import Run, joined
from ...domain.vietnamese import SMALL, fold, nfc, one_line
from ..errors import UnreadableFileError
from ..files import refuse_length
from ..lines import LAYOUT_WORDS, Line, SourceText, cut, spaced, squeezed
from ..meaning.target_tables import SEPARATOR
from ..old_text.letters import OldLetters, remark
from ..watching import UNWATCHED, Watch
from .numbering import Numbering
from .package import DocxPackage, W
from .styles import Styles
from .words import SKIPPED, Words, is_placeholder, raw_text

_HEADER = re.compile(rf"{LAYOUT_WORDS.pattern}|^\s*so\s*:[\s\d.…_]*/\s*\w+\s*-", re.MULTILINE)
_MOST_HEADER_ROWS = 2  # number and date often stand in a table of their own below the names
_PAGE_NUMBER = re.compile(r"[\s\d\-–/|]*(trang|page)?[\s\d\-–/|]*", re.IGNORECASE)


def docx_lines(source: SourceFile, watch: Watch = UNWATCHED) -> SourceText:
    """The lines of a .docx in reading order; :class:`UnreadableFileError` when it cannot be opened or holds no word."""
    package = DocxPackage(source.name, source.content)
    reader = _Reader(package, watch)
    lines = tuple(_counted(source.name, reader.lines()))
    if not any(re.search(r"\w", line.text) for line in lines):
        raise UnreadableFileError(
            f"Tệp “{source.name}” không có chữ nào (chỉ có hình hoặc trang trắng).",
            "Nếu đây là bản chụp, hãy xin bản Word gốc; chương trình không đọc được chữ trong hình.",
        )
    aside = _page_texts(package)
    remarks = [f"Đầu trang hoặc chân trang có chữ “{text}”, không đưa vào kế hoạch." for text in aside]
    return SourceText(lines, aside, (*remarks, *remark(reader.words.met)))


def _counted(name: str, lines: Iterator[Line]) -> Iterator[Line]:
    """The lines until they hold more than a plan can."""
    letters = 0
    for line in lines:
        letters += len(line.text)
        refuse_length(name, letters)
        yield line


class _Reader:
    def __init__(self, package: DocxPackage, watch: Watch) -> None:
        main = package.main()
        body = main.find(f"{W}body")
        self._body = main if body is None else body
        self._package = package
        self._watch = watch
        self._styles = Styles(package.beside("styles.xml"))
        self._numbering = Numbering(package.beside("numbering.xml"))
        self.words = Words(self._styles, OldLetters(raw_text(p) for p in self._body.iter(f"{W}p")))
        self._tables = 0
        self._carried: tuple[Run, ...] = ()
        self._notes: dict[str, dict[str, etree._Element]] = {}

    def lines(self) -> Iterator[Line]:
        """Every line that holds a word or a sign, with blank ones shown as a gap before the next."""
        gap = False
        for line in chain(self._blocks(self._body), self._rest()):
            if line.text.strip():
                yield replace(line, gap=gap)
                gap = False
            else:
                gap = True

    def _blocks(self, parent: etree._Element, column: int = -1, table: int = 0) -> Iterator[Line]:
        for element in parent:
            if element.tag == f"{W}p":
                self._watch.check()
                yield from self._paragraph(element, column, table)
            elif element.tag == f"{W}tbl":
                yield from self._rest()
                yield from self._table(element)
            elif isinstance(element.tag, str) and element.tag not in SKIPPED and not is_placeholder(element):
                yield from self._blocks(element, column, table)

    def _rest(self) -> Iterator[Line]:
        """Words whose paragraph mark was deleted with no paragraph after them to go to."""
        runs, self._carried = self._carried, ()
        if runs:
            yield Line(squeezed(runs))

    def _table(self, element: etree._Element) -> Iterator[Line]:
        self._tables += 1
        table = self._tables
        rows = [[c for c in row.iter(f"{W}tc") if _owner(c, f"{W}tr") is row] for row in _rows(element)]
        rows = [row for row in rows if row]
        text = "\n".join(raw_text(paragraph) for paragraph in element.iter(f"{W}p"))
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
        piece = self.words.piece(element)
        for box in piece.boxes[: piece.boxes_first]:
            yield from self._blocks(box, column, table)
        runs = (*self._carried, *self.words.runs(piece))
        self._carried = ()
        mark = element.find(f"{W}pPr/{W}rPr")
        if mark is not None and any(mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom")):
            self._carried = (*runs, Run(" ")) if any(run.text.strip() for run in runs) else ()
        else:
            ref = self._styles.number(element)
            label = self._numbering.label(ref) if ref and any(run.text.strip() for run in runs) else ""
            centered, outline = self._styles.alignment(element) == "center", self._styles.outline(element)
            body = self._styles.of_paragraph(element) == BODY_STYLE
            line = Line((), label, centered, outline, table=table, column=column, body=body)
            yield from _parted(line, runs)
        for box in piece.boxes[piece.boxes_first :]:
            yield from self._blocks(box, column, table)
        yield from self._note_lines(piece.notes)

    def _note_lines(self, notes: list[tuple[str, str]]) -> Iterator[Line]:
        for part, note_id in notes:
            if part not in self._notes:
                root = self._package.beside(part)
                self._notes[part] = {note.get(f"{W}id") or "": note for note in (root if root is not None else ())}
            note = self._notes[part].get(note_id)
            if note is not None:
                yield from (replace(line, note=True) for line in self._blocks(note) if line.text.strip())


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The table's own rows, without those of tables in its cells and without deleted ones."""
    for row in table.iter(f"{W}tr"):
        if _owner(row, f"{W}tbl") is table and row.find(f"{W}trPr/{W}del") is None:
            yield row


def _owner(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


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
            text = one_line(raw_text(paragraph))
            if text and not _PAGE_NUMBER.fullmatch(text):
                texts[text] = None
    return tuple(texts)
