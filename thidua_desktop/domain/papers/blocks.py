"""The document model: a paper as typed blocks, the same for .docx, PDF and print.

Lengths are millimetres, letter sizes points. Text is plain Unicode; bold and italic come as runs
(:mod:`thidua_desktop.domain.richtext`). Sizes and styles of each element follow Nghị định 30/2020/NĐ-CP, Phụ lục I;
they live in the writers' one list, :mod:`thidua_desktop.domain.papers.measures`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..richtext import Paragraph

Align = Literal["left", "center", "right", "justify"]
HeadingStyle = Literal["part", "chapter", "item", "point"]


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper and margins in mm, the body's letter size in pt, its first-line indent in mm and the gap after in pt.

    Margins by Nghị định 30/2020, Phụ lục I, mục I: top and bottom 20–25, left 30–35, right 15–20.
    ``numbered`` puts the page number in the middle of the header from page 2 on.
    """

    width: float = 210.0
    height: float = 297.0
    top: float = 20.0
    bottom: float = 20.0
    left: float = 30.0
    right: float = 20.0
    body_size: float = 14.0
    first_line: float = 12.7
    gap: float = 6.0
    numbered: bool = True

    @property
    def text_width(self) -> float:
        """Between the margins, in mm."""
        return self.width - self.left - self.right


A4 = PageSetup()


@dataclass(frozen=True, slots=True)
class NationalHeader:
    """The head of a paper: who issues it on the left, quốc hiệu and tiêu ngữ on the right.

    ``superior`` is the line above the issuer, "" for none; ``subject`` the "V/v …" of a công văn under the number;
    ``mark`` stands above the number of what is not issued yet ("DỰ THẢO"), ``code`` small in the corner above all: it
    finds the record again when the paper comes back ("ĐK-2026-017").
    """

    issuer: tuple[str, ...]
    number_line: str = ""
    place_date: str = ""
    superior: str = ""
    subject: str = ""
    mark: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """Tên loại in capitals and trích yếu below it, with the short line; ``note`` is a line in italics under them."""

    doc_type: str
    subject: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """Who decides, in the middle and bold, above the bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VÍ DỤ"."""

    text: str


@dataclass(frozen=True, slots=True)
class Bases:
    """Căn cứ: each paragraph on its own line, in italics."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading.

    ``style``: "chapter" for a Roman numeral (bold, in capitals), "item" for an Arabic one (bold), "point" for a letter
    (upright), "part" for Phần and Chương (bold, in the middle, the text below the marker and in capitals).
    ``level`` (1…) is its depth in the outline.
    """

    marker: str
    text: str
    style: HeadingStyle = "item"
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph of the body; a bullet stands before its text. ``size`` None is the page's body size.

    ``keep_next`` keeps it on one page with the block that follows.
    """

    paragraph: Paragraph
    align: Align = "justify"
    indented: bool = True
    keep_next: bool = False
    size: float | None = None


BODY_STYLE = "NoiDung"
"""The name of the style of running text in the .docx we write: a file of ours says by it what is no heading."""
BY_CONTENTS = 0.0
"""The width of a table's columns when their contents decide, within the text."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: heading, width in mm (``BY_CONTENTS`` for all columns or for none), how its cells stand."""

    heading: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; the heading row repeats on every page. ``total`` is the sum row, empty for none.

    Each row has a text for each column, or a single text: a heading across the table. A line break in a text starts a
    new line in the cell. Together the columns are never wider than the text: writers take the widths as they are,
    :func:`fitted` makes them fit. ``keep_next`` keeps the last row on one page with the block that follows.
    ``blank_height`` is the least height in mm of a row to write in: one with nothing in it but its first cell, and
    every row of a table that is ``signed``; ``row_height`` that of any other row below the heading.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    size: float = 13.0
    keep_next: bool = False
    blank_height: float = 0.0
    signed: bool = False
    row_height: float = 0.0


@dataclass(frozen=True, slots=True)
class Recipients:
    """Nơi nhận: the label and one line for each recipient, as printed ("- Lưu: VT.")."""

    lines: tuple[str, ...]
    label: str = "Nơi nhận:"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the authority line(s) ("TM. ỦY BAN NHÂN DÂN"), the position line(s) and the name."""

    authority: tuple[str, ...] = ()
    position: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """The end of a paper: recipients or a second signer on the left, the signer on the right."""

    right: Signer
    left: Recipients | Signer | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page.

    ``numbered_anew``: another paper or an annex begins, whose pages are counted from 1 (Nghị định 30/2020, Phụ lục I).
    ``page``: the pages from here on are of another kind; they are counted from 1, too.
    """

    numbered_anew: bool = False
    page: PageSetup | None = None


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text at a fixed place, for a printed form such as Giấy khen.

    ``x`` and ``y`` are mm from the left and the top edge of the paper to the text's box, ``width`` its width. A text
    that would take more than ``lines`` lines is set in smaller letters; 0 is as many lines as it takes.
    """

    text: str
    x: float
    y: float
    width: float
    align: Align = "center"
    size: float = 14.0
    bold: bool = False
    italic: bool = False
    lines: int = 0


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """The positioned fields of one page; the page holds nothing else in the flow before the next PageBreak."""

    fields: tuple[PlacedText, ...]


Block: TypeAlias = (
    NationalHeader | Title | AuthorityLine | Bases | Heading | Text | Table | Signature | PageBreak | PlacedPage
)


@dataclass(frozen=True, slots=True)
class Document:
    """A paper ready to be written: its blocks in order, the page, and what the file's properties say of it."""

    blocks: tuple[Block, ...]
    page: PageSetup = A4
    subject: str = ""
    author: str = ""


CellType = Literal["text", "number", "integer", "date", "percent"]


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell worked out by the spreadsheet: ``text`` in its own words, without "=", ``{key}`` for the cell of the same
    row in the column of that key: "SUM({men}:{women})".

    ``value`` is what it comes to: readers that do not calculate show it, sums made here add it; None is an empty cell.
    """

    text: str
    value: float | None = None


SheetCell: TypeAlias = str | float | Formula | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a spreadsheet: heading, width in characters, what its cells hold, and whether the sum row adds it.

    ``key`` is how formulas call it. Neighbours of one ``group`` stand together under that heading. A percentage is held
    as a part of one: 0.5 is 50 %.
    """

    heading: str
    width: float
    type: CellType = "text"
    summed: bool = False
    key: str = ""
    group: str = ""

    @property
    def is_number(self) -> bool:
        """Whether its cells are figures, which stand at the right."""
        return self.type in ("number", "integer", "percent")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table for .xlsx. A cell is a text, a number, a formula or None; a date is ISO text in a column of type "date".

    ``heading`` are the lines above the table, ``notes`` those below it; ``total_label`` names the sum row, "" for none.
    A row of a single text is a heading across the table.
    """

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    heading: tuple[str, ...] = ()
    total_label: str = ""
    landscape: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """Several sheets in one .xlsx, each with a name of its own."""

    sheets: tuple[Sheet, ...]


Spreadsheet: TypeAlias = Sheet | Book


def sheets_of(spreadsheet: Spreadsheet) -> tuple[Sheet, ...]:
    """The sheets of either."""
    return spreadsheet.sheets if isinstance(spreadsheet, Book) else (spreadsheet,)


def cell_value(cell: SheetCell) -> str | float | None:
    """What a cell shows: of a formula what it comes to."""
    return cell.value if isinstance(cell, Formula) else cell


def column_sum(sheet: Sheet, position: int) -> float:
    """What the figures of a column come to."""
    cells = (cell_value(row[position]) for row in sheet.rows if len(row) > 1)
    return sum(cell for cell in cells if isinstance(cell, int | float))


def fitted(columns: tuple[Column, ...], width: float) -> tuple[Column, ...]:
    """The columns with their widths in proportion, so that together they are exactly ``width`` mm."""
    factor = width / sum(column.width for column in columns)
    return tuple(Column(c.heading, c.width * factor, c.align) for c in columns)
