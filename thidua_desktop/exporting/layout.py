"""Blocks → pieces: how each building block of a paper stands on the page, once for every writer.

Sizes and styles of the elements: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II
(:mod:`thidua_desktop.domain.papers.measures`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor

from ..domain.papers import measures as m
from ..domain.papers.blocks import (
    Align,
    AuthorityLine,
    Bases,
    Block,
    Document,
    Heading,
    NationalHeader,
    PageBreak,
    PageSetup,
    PlacedPage,
    PlacedText,
    Recipients,
    Signature,
    Signer,
    Table,
    Text,
    Title,
)
from ..domain.richtext import Paragraph, Run
from .head_measures import head_lines, issuer_column, issuer_line, motto_line, subject_text, title_line, unbroken
from .pieces import Gap, Grid, Line, NewPage, Piece, Placed, Ruled, ShortLine
from .table_layout import ruled
from .text_width import style_of, text_width


def laid_out(document: Document) -> Iterator[Piece]:
    """The pieces of a whole document; a gap parts two tables that would touch, none follows a table that ends it."""
    pieces = list(_all_pieces(document))
    if len(pieces) > 1 and isinstance(pieces[-1], Gap) and isinstance(pieces[-2], Ruled):
        del pieces[-1]  # on a page that the table fills it would begin a page of its own
    before: Piece | None = None
    for piece in pieces:
        if isinstance(piece, Grid | Ruled) and isinstance(before, Grid | Ruled):
            yield Gap(m.TABLE_GAP)
        yield piece
        before = piece


def _all_pieces(document: Document) -> Iterator[Piece]:
    page = document.page
    for block in document.blocks:
        if isinstance(block, PageBreak) and (block.page or page != document.page):
            yield NewPage(block.numbered_anew or block.page is not None, block.page, page)
            page = block.page or page
        else:
            yield from block_pieces(block, page)


def block_pieces(block: Block, page: PageSetup) -> list[Piece]:
    """The pieces of one block."""
    match block:
        case NationalHeader():
            code = [_line(block.code, m.CODE_SIZE, "right", keep_next=True)] if block.code else []
            below = [Gap(m.AFTER_TITLE_GAP)] if block.subject else []
            return [*code, _national_header(block, page), *below]
        case Title():
            return _title(block, page)
        case AuthorityLine(text):
            return [_body_line([Run(text, bold=True)], page, "center", keep_next=True)]
        case Bases(items):
            return [_body_line(_printed(item, italic=True), page) for item in items]
        case Heading():
            return _heading(block, page)
        case Text(paragraph, align, indented, keep_next, size):
            return [_body_line(_printed(paragraph), page, align, indented=indented, keep_next=keep_next, size=size)]
        case Table():
            made = ruled(block, page)
            return [made, Gap(m.TABLE_GAP, keep_next=bool(made.rows) and made.rows[-1].keep_next and block.keep_next)]
        case Signature():
            return [_signature(block, page)]
        case PlacedPage(fields):
            return [*(_placed(field) for field in fields), Gap(m.ANCHOR)]
        case PageBreak(numbered_anew):
            return [NewPage(numbered_anew)]


def _line(
    text: str,
    size: float,
    align: Align = "center",
    *,
    bold: bool = False,
    italic: bool = False,
    before: float = 0.0,
    keep_next: bool = False,
) -> Line:
    return Line((Run(text, bold, italic),), size, align, before=before, keep_next=keep_next)


def _body_line(
    runs: Iterable[Run],
    page: PageSetup,
    align: Align = "justify",
    *,
    indented: bool = True,
    keep_next: bool = False,
    caps: bool = False,
    outline: int = 0,
    size: float | None = None,
) -> Line:
    return Line(
        tuple(runs),
        size or page.body_size,
        align,
        after=page.gap,
        first_line=page.first_line if indented and align != "center" else 0.0,
        keep_next=keep_next,
        caps=caps,
        body=True,
        outline=outline,
    )


def _printed(source: Paragraph, *, italic: bool = False) -> list[Run]:
    """The runs with the bullet as a letter before them: so it stays what the reader sees in any program."""
    bullet = [Run(f"{source.bullet} ")] if source.bullet else []
    return [Run(run.text, run.bold, run.italic or italic) for run in (*bullet, *source.runs)]


def _national_header(block: NationalHeader, page: PageSetup) -> Grid:
    """Issuer and quốc hiệu in the first row with their lines, number and date in the second."""
    left = issuer_column(block, page)
    right = page.text_width - left
    above = head_lines(block.superior, "regular", left) if block.superior else ()
    superior = [_line(line, m.ISSUER_SIZE) for line in above]
    issuer = [_line(part, m.ISSUER_SIZE, bold=True) for line in block.issuer for part in head_lines(line, "bold", left)]
    nation = (
        _line(m.NATION, m.NATION_SIZE, bold=True),
        _line(m.MOTTO, m.MOTTO_SIZE, bold=True),
        ShortLine(motto_line(), right),
    )
    gap = m.HEADER_ROW_GAP
    mark = [_line(block.mark, m.NUMBER_SIZE, bold=True, before=gap)] if block.mark else []
    number = [_line(block.number_line, m.NUMBER_SIZE, before=gap)] if block.number_line else []
    subject = [_line(block.subject, m.LETTER_SUBJECT_SIZE, before=gap)] if block.subject else []
    date = _line(block.place_date, m.DATE_SIZE, italic=True, before=gap)
    head: tuple[Line | ShortLine, ...] = (*superior, *issuer, ShortLine(issuer_line(block, left), left))
    return Grid((left, right), ((head, nation), ((*mark, *number, *subject), (date,))))


def _title(block: Title, page: PageSetup) -> list[Piece]:
    """Tên loại, trích yếu, the line in italics, and the short line under them."""
    size = m.TITLE_SIZE
    lines: list[Piece] = [Gap(m.TITLE_GAP), _line(block.doc_type, size, bold=True, keep_next=True)]
    if block.subject:
        lines.append(_line(subject_text(block.subject, page), size, bold=True, keep_next=True))
    if block.note:
        lines.append(_line(block.note, size, italic=True, keep_next=True))
    return [*lines, ShortLine(title_line(block, page), page.text_width, m.AFTER_TITLE_GAP, keep_next=True)]


def _heading(block: Heading, page: PageSetup) -> list[Piece]:
    """A heading stays with what follows; Phần and Chương stand above their title, which alone is in capitals."""
    bold, level = block.style != "point", max(block.level, 1)
    align: Align = "left"
    texts = [(f"{block.marker} {block.text}".strip(), block.style == "chapter")]
    if block.style == "part":
        align = "center"
        texts = [(unbroken(text), caps) for text, caps in ((block.marker, False), (block.text, True)) if text]
    return [
        _body_line([Run(text, bold)], page, align, keep_next=True, caps=caps, outline=level) for text, caps in texts
    ]


def _signature(block: Signature, page: PageSetup) -> Grid:
    """Recipients or a signer on the left, the signer on the right; the names of two signers stand on one level."""
    left = page.text_width * m.SIGNATURE_COLUMN
    sides = [side for side in (block.left, block.right) if isinstance(side, Signer)]
    height = max(len(side.authority) + len(side.position) for side in sides)
    return Grid((left, page.text_width - left), ((_left(block.left, height), _signer(block.right, height)),))


def _left(side: Recipients | Signer | None, height: int) -> tuple[Line, ...]:
    if isinstance(side, Signer):
        return _signer(side, height)
    if side is None:
        return ()
    label = _line(side.label, m.RECIPIENTS_LABEL_SIZE, "left", bold=True, italic=True, before=m.SIGNATURE_GAP)
    return (label, *(_line(line, m.RECIPIENTS_SIZE, "left") for line in side.lines))


def _signer(signer: Signer, height: int) -> tuple[Line, ...]:
    """``height`` is how many lines stand above the name on the side that has more of them."""
    missing = height - len(signer.authority) - len(signer.position)
    first, *others = (*signer.authority, *signer.position) or ("",)
    return (
        _line(first, m.SIGNER_SIZE, bold=True, before=m.SIGNATURE_GAP),
        *(_line(line, m.SIGNER_SIZE, bold=True) for line in others),
        _line(signer.name, m.SIGNER_SIZE, bold=True, before=m.SIGNING_SPACE + missing * m.SIGNER_SIZE * m.LINE),
    )


def _placed(field: PlacedText) -> Placed:
    line = _line(field.text, _fitting_size(field), field.align, bold=field.bold, italic=field.italic)
    return Placed(line, field.x, field.y, field.width)


def _fitting_size(field: PlacedText) -> float:
    """The size at which the text takes no more than its lines; a line between words is not wholly full."""
    if not field.lines:
        return field.size
    room = field.width * field.lines / (m.RAGGED if field.lines > 1 else 1.0)
    wide = text_width(field.text, field.size, style_of(field.bold, field.italic))
    return field.size if wide <= room else max(m.LEAST_PLACED_SIZE, floor(field.size * room / wide * 2) / 2)
