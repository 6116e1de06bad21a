"""Head, title and signature of a paper."""

from __future__ import annotations

from ...domain.papers import measures as m
from ...domain.papers.blocks import Align, NationalHeader, PageSetup, Recipients, Signature, Signer, Title
from ..short_lines import issuer_column, issuer_line, motto_line, title_line
from .paragraphs import Look, paragraph, run, short_line, spacer
from .tables import grid
from .xml import Element


def national_header(block: NationalHeader, page: PageSetup) -> list[Element]:
    """Issuer and quốc hiệu in the first row with their lines, number and date in the second."""
    left = issuer_column(block, page)
    right = page.text_width - left
    issuer = [_line(line, m.ISSUER_SIZE, bold=True) for line in block.issuer]
    if block.superior:
        issuer.insert(0, _line(block.superior, m.ISSUER_SIZE))
    issuer.append(short_line(issuer_line(block), left))
    nation = [
        _line(m.NATION, m.NATION_SIZE, bold=True),
        _line(m.MOTTO, m.MOTTO_SIZE, bold=True),
        short_line(motto_line(), right),
    ]
    gap = m.HEADER_ROW_GAP
    number = [_line(block.number_line, m.NUMBER_SIZE, before=gap)] if block.number_line else []
    if block.subject:
        number.append(_line(block.subject, m.LETTER_SUBJECT_SIZE, before=gap))
    date = _line(block.place_date, m.DATE_SIZE, italic=True, before=gap)
    return [grid((left, right), ((issuer, nation), (number, [date])))]


def title(block: Title, page: PageSetup) -> list[Element]:
    """Tên loại, trích yếu, the line in italics, and the short line under them."""
    size = m.TITLE_SIZE
    lines = [spacer(m.TITLE_GAP), _line(block.doc_type, size, bold=True, keep_next=True)]
    if block.subject:
        lines.append(_line(block.subject, size, bold=True, keep_next=True))
    if block.note:
        lines.append(_line(block.note, size, italic=True, keep_next=True))
    lines.append(short_line(title_line(block, page), page.text_width, after=m.AFTER_TITLE_GAP, keep_next=True))
    return lines


def signature(block: Signature, page: PageSetup) -> list[Element]:
    """Recipients or a signer on the left, the signer on the right; the row never breaks."""
    left = page.text_width * m.SIGNATURE_COLUMN
    return [grid((left, page.text_width - left), ((_left(block.left), _signer(block.right)),))]


def _left(side: Recipients | Signer | None) -> list[Element]:
    if isinstance(side, Signer):
        return _signer(side)
    if side is None:
        return []
    label = _line(side.label, m.RECIPIENTS_LABEL_SIZE, "left", bold=True, italic=True, before=m.SIGNATURE_GAP)
    return [label, *(_line(line, m.RECIPIENTS_SIZE, "left") for line in side.lines)]


def _signer(signer: Signer) -> list[Element]:
    first, *others = (*signer.authority, *signer.position) or ("",)
    return [
        _line(first, m.SIGNER_SIZE, bold=True, before=m.SIGNATURE_GAP),
        *(_line(line, m.SIGNER_SIZE, bold=True) for line in others),
        _line(signer.name, m.SIGNER_SIZE, bold=True, before=m.SIGNING_SPACE),
    ]


def _line(
    text: str,
    size: float,
    align: Align = "center",
    *,
    bold: bool = False,
    italic: bool = False,
    before: float | None = None,
    keep_next: bool = False,
) -> Element:
    look = Look(align=align, before=before, keep_next=keep_next, size=size)
    return paragraph([run(text, bold=bold, italic=italic, size=size)], look)
