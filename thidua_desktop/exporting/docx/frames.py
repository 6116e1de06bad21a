"""Head, title and signature of a paper."""

from __future__ import annotations

from ...domain.papers import measures as m
from ...domain.papers.blocks import NationalHeader, PageSetup, Recipients, Signature, Signer, Title
from ..short_lines import issuer_line, motto_line, title_line
from .paragraphs import Look, paragraph, run, short_line, spacer
from .tables import grid
from .xml import Element

_CENTRED = Look(align="center")


def national_header(block: NationalHeader, page: PageSetup) -> list[Element]:
    """Issuer and quốc hiệu in the first row with their lines, number and date in the second."""
    left = page.text_width * m.ISSUER_COLUMN
    right = page.text_width - left
    issuer = [_centred(line, m.ISSUER_SIZE, bold=True) for line in block.issuer]
    if block.superior:
        issuer.insert(0, _centred(block.superior, m.ISSUER_SIZE))
    issuer.append(short_line(issuer_line(block), left))
    nation = [
        _centred(m.NATION, m.NATION_SIZE, bold=True),
        _centred(m.MOTTO, m.MOTTO_SIZE, bold=True),
        short_line(motto_line(), right),
    ]
    gap = Look(align="center", before=m.HEADER_ROW_GAP)
    number = [paragraph([run(block.number_line, size=m.NUMBER_SIZE)], gap)] if block.number_line else []
    if block.subject:
        number.append(paragraph([run(block.subject, size=m.LETTER_SUBJECT_SIZE)], gap))
    date = paragraph([run(block.place_date, italic=True, size=m.DATE_SIZE)], gap)
    return [grid((left, right), ((issuer, nation), (number, [date])))]


def title(block: Title, page: PageSetup) -> list[Element]:
    """Tên loại, trích yếu, the line in italics, and the short line under what comes last of the first two."""
    size = m.TITLE_SIZE
    kept = Look(align="center", keep_next=True)
    lines = [spacer(m.TITLE_GAP), paragraph([run(block.doc_type, bold=True, size=size)], kept)]
    if block.subject:
        lines.append(paragraph([run(block.subject, bold=True, size=size)], kept))
    if block.note:
        lines.append(paragraph([run(block.note, italic=True, size=size)], kept))
    lines.append(short_line(title_line(block, page), page.text_width, after=m.AFTER_TITLE_GAP, keep_next=True))
    return lines


def signature(block: Signature, page: PageSetup) -> list[Element]:
    """Recipients or a signer on the left, the signer on the right; the row never breaks."""
    left = page.text_width * m.SIGNATURE_COLUMN
    left_cell = _left(block.left)
    return [grid((left, page.text_width - left), ((left_cell, _signer(block.right)),))]


def _left(side: Recipients | Signer | None) -> list[Element]:
    if isinstance(side, Signer):
        return _signer(side)
    if side is None:
        return []
    label = run(side.label, bold=True, italic=True, size=m.RECIPIENTS_LABEL_SIZE)
    lines = [paragraph([run(line, size=m.RECIPIENTS_SIZE)], Look(align="left")) for line in side.lines]
    return [paragraph([label], Look(align="left", before=m.SIGNATURE_GAP)), *lines]


def _signer(signer: Signer) -> list[Element]:
    first, *others = (*signer.authority, *signer.position) or ("",)
    above = [
        paragraph([run(first, bold=True, size=m.SIGNER_SIZE)], Look(align="center", before=m.SIGNATURE_GAP)),
        *(_centred(line, m.SIGNER_SIZE, bold=True) for line in others),
    ]
    name = run(signer.name, bold=True, size=m.SIGNER_SIZE)
    return [*above, paragraph([name], Look(align="center", before=m.SIGNING_SPACE))]


def _centred(text: str, size: float, *, bold: bool = False) -> Element:
    return paragraph([run(text, bold=bold, size=size)], _CENTRED)
