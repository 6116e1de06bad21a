"""Forms: a paper's frame as data, and how facts fill it.

A form is a list of typed blocks read from ``forms/*.toml`` (:mod:`.form_parsing`). Its texts hold ``{slots}`` from the
paper's closed list (:mod:`.fields`); a table names one source of rows; ``when`` leaves a block out when its field is
empty. There is nothing else: no loops, no expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ..richtext import Paragraph, Run, plain
from ..roman import roman, roman_value
from . import blocks

SLOT = re.compile(r"\{([^{}]*)\}")
BY_HAND = re.compile(r"\.{6,}|…{2,}")
"""Dots that leave something to the pen."""
ROW_HEADING = "heading"
"""The key of a row that is only a heading across the table."""
SIGNED = "signature"
"""The field of a cell that somebody signs in: it is never filled."""
_SENTENCE = 400
"""Letters of the longest paragraph that goes with the row above it to the page of the signature."""


@dataclass(frozen=True, slots=True)
class HeaderForm:
    """The national header; each of ``issuer`` is one or more lines."""

    issuer: tuple[str, ...]
    number: str = ""
    place_date: str = ""
    superior: str = ""
    subject: str = ""
    mark: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class TitleForm:
    """Tên loại, trích yếu and the line in italics below."""

    doc_type: str
    subject: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AuthorityForm:
    """Who decides."""

    text: str


@dataclass(frozen=True, slots=True)
class BasesForm:
    """Căn cứ, one line each."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadingForm:
    """A heading of the form's own."""

    text: str
    marker: str = ""
    style: blocks.HeadingStyle = "item"
    level: int = 1


@dataclass(frozen=True, slots=True)
class TextForm:
    """A paragraph of the form's own; every line of the filled text is a paragraph.

    ``lead`` are words in bold before the first of them ("Điều 1. ").
    """

    text: str
    bullet: str = ""
    align: blocks.Align = "justify"
    indented: bool = True
    bold: bool = False
    italic: bool = False
    keep_next: bool = False
    size: float | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class PartForm:
    """A stretch that the program makes: preamble, sections, closing."""

    source: str


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """A column: which field of the row, its heading, width in mm (in proportion to the others), alignment.

    ``when_filled`` leaves it out of a table none of whose rows says anything there; the others share its room. A table
    that is left to the pen has all its columns.
    """

    field: str
    heading: str
    width: float
    align: blocks.Align = "left"
    when_filled: bool = False


@dataclass(frozen=True, slots=True)
class TableForm:
    """A table over one source of rows; ``total`` are the texts of the sum row, one for each column.

    Where a paper leaves rows to the pen they are ``blank_rows``, each at least ``blank_height`` mm high, as is every
    row with a cell to sign in. Rows with words are at least ``row_height`` mm high: some of their cells are left to the
    pen.
    """

    source: str
    columns: tuple[ColumnForm, ...]
    total: tuple[str, ...] = ()
    size: float = 13.0
    blank_rows: int = 3
    blank_height: float = 8.0
    row_height: float = 0.0


@dataclass(frozen=True, slots=True)
class SignerForm:
    """A signer's lines."""

    authority: tuple[str, ...] = ()
    position: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class SignatureForm:
    """The end of the paper; ``recipients`` or ``left`` stand on the left, never both."""

    right: SignerForm
    recipients: tuple[str, ...] = ()
    label: str = "Nơi nhận:"
    left: SignerForm | None = None


@dataclass(frozen=True, slots=True)
class PageBreakForm:
    """A new page; ``numbered_anew`` for an annex, whose pages are counted from 1."""

    numbered_anew: bool = False


@dataclass(frozen=True, slots=True)
class PlacedForm:
    """Positioned fields; their texts hold slots."""

    fields: tuple[blocks.PlacedText, ...]


FormBlock: TypeAlias = (
    HeaderForm
    | TitleForm
    | AuthorityForm
    | BasesForm
    | HeadingForm
    | TextForm
    | PartForm
    | TableForm
    | SignatureForm
    | PageBreakForm
    | PlacedForm
)


@dataclass(frozen=True, slots=True)
class FormItem:
    """A block of a form and the field it depends on ("" for always)."""

    block: FormBlock
    when: str = ""


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """A form: the ``paper`` it is for ("plan"), whose fields it uses, what the clerk calls it, page and blocks."""

    paper: str
    title: str
    items: tuple[FormItem, ...]
    page: blocks.PageSetup = blocks.A4

    def blank_rows(self) -> dict[str, int]:
        """How many rows the table over each source leaves to the pen."""
        tables = [item.block for item in self.items if isinstance(item.block, TableForm)]
        return {table.source: table.blank_rows for table in tables}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a paper knows, by the names of its closed list. An unnamed field is empty; rows are texts by column."""

    texts: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, tuple[blocks.Block, ...]] = field(default_factory=dict)
    rows: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the field holds anything."""
        return bool(self.texts.get(name, "").strip() or self.parts.get(name) or self.rows.get(name))

    def fill(self, template: str) -> str:
        """The template with every slot replaced by its text."""
        return SLOT.sub(lambda slot: self.texts.get(slot[1], ""), template)

    def lines(self, templates: tuple[str, ...]) -> tuple[str, ...]:
        """The filled templates line by line, empty lines dropped."""
        filled = (self.fill(template) for template in templates)
        return tuple(line for text in filled for line in text.split("\n") if line.strip())


def build(form: FormDefinition, facts: Facts, subject: str = "", author: str = "") -> blocks.Document:
    """The paper: the form's blocks filled with the facts; ``subject`` and ``author`` go to the file's properties."""
    made: list[blocks.Block] = []
    for block in _printed(form, facts):
        made.extend(_filled(block, facts, form.page))
    return blocks.Document(_with_company(tuple(made)), form.page, subject, author)


def _printed(form: FormDefinition, facts: Facts) -> Iterator[FormBlock]:
    """The blocks that are printed; chapters behind one that is left out close up: I, II, III."""
    left_out = 0
    for item in form.items:
        block, is_printed = item.block, not item.when or facts.has(item.when)
        if (
            isinstance(block, HeadingForm)
            and block.style == "chapter"
            and (number := roman_value(block.marker.rstrip(".")))
        ):
            left_out = 0 if number == 1 else left_out
            if not is_printed:
                left_out += 1
            elif left_out:
                block = replace(block, marker=f"{roman(number - left_out)}.")
        if is_printed:
            yield block


def joined(documents: tuple[blocks.Document, ...]) -> blocks.Document:
    """Papers as one document, each numbered by itself and on its own kind of page; properties are the first one's."""
    made: list[blocks.Block] = []
    page = documents[0].page
    for document in documents:
        if made:
            made.append(blocks.PageBreak(True, document.page if document.page != page else None))
        made.extend(document.blocks)
        page = _last_page(document)
    return replace(documents[0], blocks=tuple(made))


def _last_page(document: blocks.Document) -> blocks.PageSetup:
    turned = [block.page for block in document.blocks if isinstance(block, blocks.PageBreak) and block.page]
    return turned[-1] if turned else document.page


def _filled(block: FormBlock, facts: Facts, page: blocks.PageSetup) -> tuple[blocks.Block, ...]:
    match block:
        case PartForm(source):
            return facts.parts.get(source, ())
        case TextForm():
            return _texts(block, facts)
        case BasesForm(lines):
            return (blocks.Bases(tuple(plain(line) for line in facts.lines(lines))),)
        case TableForm():
            return (_table(block, facts, page),)
        case PlacedForm(fields):
            filled = (replace(placed, text=facts.fill(placed.text).strip()) for placed in fields)
            return (blocks.PlacedPage(tuple(placed for placed in filled if placed.text)),)
        case PageBreakForm(numbered_anew):
            return (blocks.PageBreak(numbered_anew),)
    return (_frame(block, facts),)


def _frame(block: HeaderForm | TitleForm | AuthorityForm | HeadingForm | SignatureForm, facts: Facts) -> blocks.Block:
    fill = facts.fill
    match block:
        case HeaderForm(issuer, number, place_date, superior, subject, mark, code):
            head = (facts.lines(issuer), fill(number), fill(place_date), fill(superior), fill(subject))
            return blocks.NationalHeader(*head, fill(mark), fill(code))
        case TitleForm(doc_type, subject, note):
            return blocks.Title(fill(doc_type), fill(subject), fill(note))
        case AuthorityForm(text):
            return blocks.AuthorityLine(fill(text))
        case HeadingForm(text, marker, style, level):
            return blocks.Heading(fill(marker), fill(text), style, level)
        case SignatureForm():
            return _signature(block, facts)


def _texts(form: TextForm, facts: Facts) -> tuple[blocks.Text, ...]:
    runs: list[tuple[Run, ...]] = [(Run(line, form.bold, form.italic),) for line in facts.lines((form.text,))]
    if form.lead and runs:
        runs[0] = (Run(form.lead, bold=True, italic=form.italic), *runs[0])
    return tuple(
        blocks.Text(Paragraph(line, form.bullet), _aligned(form, line), form.indented, form.keep_next, form.size)
        for line in runs
    )


def _aligned(form: TextForm, line: tuple[Run, ...]) -> blocks.Align:
    """How a line stands: dots to write on do not break, so that justified words before them would be torn apart."""
    dotted = form.align == "justify" and any(BY_HAND.search(run.text) for run in line)
    return "left" if dotted else form.align


def _table(form: TableForm, facts: Facts, page: blocks.PageSetup) -> blocks.Table:
    known = facts.rows.get(form.source, ())
    left_to_pen = not any(text for row in known for field, text in row.items() if field != "stt")
    shown = [
        place
        for place, column in enumerate(form.columns)
        if left_to_pen or not column.when_filled or any(row.get(column.field) for row in known)
    ]
    fields = [form.columns[place].field for place in shown]
    columns = tuple(
        blocks.Column(facts.fill(c.heading), c.width, c.align) for c in map(form.columns.__getitem__, shown)
    )
    rows = tuple(
        (row[ROW_HEADING],) if ROW_HEADING in row else tuple(row.get(field, "") for field in fields) for row in known
    )
    total = tuple(facts.fill(form.total[place]) for place in shown) if form.total else ()
    fitting = blocks.fitted(columns, page.text_width)
    made = blocks.Table(fitting, rows, total, form.size, signed=SIGNED in fields)
    return replace(made, blank_height=form.blank_height, row_height=form.row_height)


def _signature(form: SignatureForm, facts: Facts) -> blocks.Signature:
    left: blocks.Recipients | blocks.Signer | None = None
    if form.left is not None:
        left = _signer(form.left, facts)
    elif recipients := facts.lines(form.recipients):
        left = blocks.Recipients(recipients, form.label)
    return blocks.Signature(_signer(form.right, facts), left)


def _signer(form: SignerForm, facts: Facts) -> blocks.Signer:
    return blocks.Signer(facts.lines(form.authority), facts.lines(form.position), facts.fill(form.name))


def _with_company(made: tuple[blocks.Block, ...]) -> tuple[blocks.Block, ...]:
    """The blocks with the paragraph or the last row before each signature kept beside it, and so the last row before
    a closing sentence: neither stands alone.
    """
    kept: list[blocks.Block] = []
    for block in reversed(made):
        if isinstance(block, blocks.Text | blocks.Table) and kept and _stays(block, kept[-1]):
            kept.append(replace(block, keep_next=True))
        else:
            kept.append(block)
    return tuple(reversed(kept))


def _stays(block: blocks.Block, after: blocks.Block) -> bool:
    """Whether no page parts them; a closing sentence goes with the row above it and stays with the signature."""
    if isinstance(block, blocks.Table) and isinstance(after, blocks.Text):
        return after.keep_next and len(after.paragraph.text) <= _SENTENCE
    return isinstance(after, blocks.Signature)
