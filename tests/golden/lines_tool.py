"""Where lines and pages break in a PDF, and whether two PDFs of one document agree.

Paragraphs are found in a PDF's lines by their letters and figures alone, in order: columns beside each other (the head,
the signature) do not disturb, nor does a reader that drops a hyphen at the end of a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from thidua_desktop.domain.papers.blocks import Bases, Document, Heading, Text
from thidua_desktop.domain.richtext import Paragraph, Run
from thidua_desktop.exporting.text_width import MM_PER_POINT, style_of, text_width

_HYPHEN_AT_LINE_END = "\ufffe"
"""What the PDF reader puts for a hyphen at a line's end; it takes the line break away."""

Pages = list[list[str]]


def pdf_lines(content: bytes) -> Pages:
    """The lines of each page, page numbers left out."""
    pages = raw_lines(content)
    return [page[1:] if _is_numbered(page, number) else page for number, page in enumerate(pages, start=1)]


def raw_lines(content: bytes) -> Pages:
    """The lines of each page, page numbers among them."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.pageCount() > 0, "the PDF cannot be read"
    texts = (document.getAllText(page).text() for page in range(document.pageCount()))
    pages = [text.replace(_HYPHEN_AT_LINE_END, "-\n").splitlines() for text in texts]
    document.close()
    return [[" ".join(line.split()) for line in page if line.strip()] for page in pages]


def _is_numbered(page: list[str], at: int) -> bool:
    """Whether the first line is the page's number; of an annex it is less than its place in the file."""
    return bool(page) and page[0].isdecimal() and 2 <= int(page[0]) <= at


@dataclass(frozen=True)
class Flowing:
    """A justified paragraph as printed: its letters with their styles, size in pt, indent and measure in mm."""

    runs: tuple[Run, ...]
    size: float
    indent: float
    measure: float

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def squeezed(self) -> str:
        return squeezed(self.text)

    def width(self, start: int, end: int) -> float:
        """The width in mm from letter ``start`` to before letter ``end``, with the signs and spaces between."""
        total, position, opening = 0.0, 0, True
        for char, style in ((char, style_of(run.bold, run.italic)) for run in self.runs for char in run.text):
            if char.isspace():
                inside, opening = start < position < end, True
            elif char.isalnum():
                inside, opening, position = start <= position < end, False, position + 1
            else:
                inside = start <= (position if opening else position - 1) < end
            total += text_width(char, self.size, style) if inside else 0.0
        return total


def squeezed(text: str) -> str:
    """The letters and figures of a text."""
    return "".join(char for char in text if char.isalnum())


def flowing(document: Document) -> Iterator[Flowing]:
    """The justified paragraphs of a document, as both writers print them."""
    page = document.page
    for block in document.blocks:
        match block:
            case Text(paragraph, "justify", indented, _, size):
                indent = page.first_line if indented else 0.0
                yield Flowing(_printed(paragraph), size or page.body_size, indent, page.text_width)
            case Bases(items):
                for item in items:
                    runs = tuple(Run(run.text, run.bold, True) for run in _printed(item))
                    yield Flowing(runs, page.body_size, page.first_line, page.text_width)
            case Heading(marker, text, style, _) if style != "part":
                words = f"{marker} {text}".strip()
                run = Run(words.upper() if style == "chapter" else words, style != "point")
                yield Flowing((run,), page.body_size, page.first_line, page.text_width)


def _printed(paragraph: Paragraph) -> tuple[Run, ...]:
    return (Run(f"{paragraph.bullet} "), *paragraph.runs) if paragraph.bullet else paragraph.runs


def breaks(pages: Pages, paragraphs: Sequence[Flowing]) -> list[tuple[int, ...]]:
    """For each paragraph, after how many of its letters a line ends; ``AssertionError`` when one is not there."""
    letters, ends = "", set()
    for line in (line for page in pages for line in page):
        letters += squeezed(line)
        ends.add(len(letters))
    found, start = [], 0
    for paragraph in paragraphs:
        position = letters.find(paragraph.squeezed, start)
        assert position >= 0, f"not in the PDF: {paragraph.text[:80]}"
        start = position + len(paragraph.squeezed)
        found.append(tuple(end - position for end in sorted(ends) if position < end < start))
    return found


def slack(paragraph: Flowing, one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """At the first line that the two break differently: how far, in pt, the longer of the two is from the measure."""
    start = 0
    for number, (first, second) in enumerate(zip((*one, 10**9), (*other, 10**9), strict=False)):
        if first != second:
            longer = min(max(first, second), len(paragraph.squeezed))
            room = paragraph.measure - (paragraph.indent if number == 0 else 0.0)
            return abs(room - paragraph.width(start, longer)) / MM_PER_POINT
        start = first
    return 0.0


def page_starts(pages: Pages) -> list[str]:
    """The letters of each page's first line."""
    return [squeezed(page[0]) if page else "" for page in pages]
