"""A document as the plain data that ``resources/paper.typ`` sets. Lengths are points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from ...domain.papers import measures as m
from ...domain.papers.blocks import (
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
    Recipients,
    Signature,
    Signer,
    Table,
    Text,
    Title,
)
from ...domain.richtext import Paragraph, Run
from ..short_lines import issuer_column, issuer_line, motto_line, title_line
from ..text_width import MM_PER_POINT

Data = dict[str, Any]
_TWIP = 0.05
"""The measure is this much narrower here: LibreOffice rounds to whole twips, so a line that fills the measure to the last
hundredth of a point breaks there (of 1,466 paragraphs 12 broke otherwise without this, 2 with it)."""
_JOINER = "\u2060"
_BREAK = "\u200b"
_HYPHEN = re.compile(r"(?<=\w)-(?=\d)")


def paper(document: Document) -> Data:
    """The whole document: page, properties and flow."""
    flow: list[Data] = []
    tables = (NationalHeader, Signature)
    before: Block | None = None
    for block in document.blocks:
        if isinstance(block, (*tables, Table)) and isinstance(before, tables):
            flow.append(_space(m.TABLE_GAP))
        flow.extend(_flow(block, document.page))
        before = block
    return {
        "page": _page(document.page),
        "subject": document.subject,
        "author": document.author,
        "flow": flow,
    }


def _page(page: PageSetup) -> Data:
    sides = {name: _points(getattr(page, name)) for name in ("width", "height", "top", "bottom", "left", "right")}
    sides["right"] += _TWIP
    return sides | {
        "body_size": page.body_size,
        "numbered": page.numbered,
        "header_distance": _points(m.HEADER_DISTANCE),
        "number_size": m.PAGE_NUMBER_SIZE,
    }


def _points(length: float) -> float:
    """Millimetres in points, on the grid of twips that a .docx keeps."""
    return round(length / MM_PER_POINT * 20) / 20


def _flow(block: Block, page: PageSetup) -> list[Data]:
    match block:
        case NationalHeader():
            return [_national_header(block, page)]
        case Title():
            return _title(block, page)
        case AuthorityLine(text):
            return [_paragraph([Run(text, bold=True)], page.body_size, "center", after=page.gap, keep_next=True)]
        case Bases(items):
            return [_body(_with_bullet(item, italic=True), page) for item in items]
        case Heading():
            return _heading(block, page)
        case Text():
            return [_text(block, page)]
        case Table():
            return [_table(block), _space(m.TABLE_GAP)]
        case Signature():
            return [_signature(block, page)]
        case PlacedPage():
            return _placed(block)
        case PageBreak():
            return [{"kind": "page-break"}]


def _paragraph(
    runs: Iterable[Run],
    size: float,
    align: Align = "center",
    *,
    before: float = 0.0,
    after: float = 0.0,
    first_line: float = 0.0,
    keep_next: bool = False,
    caps: bool = False,
) -> Data:
    return {
        "kind": "paragraph",
        "runs": [{"text": _shown(r.text), "bold": r.bold, "italic": r.italic, "caps": caps} for r in runs],
        "size": size,
        "align": align,
        "before": before,
        "after": after,
        "first_line": first_line,
        "keep_next": keep_next,
    }


def _shown(text: str) -> str:
    """One line with Word's places to break it: never after a slash, always after a hyphen before a figure."""
    one_line = text.replace("\n", " ").replace("\r", " ").replace("\t", "    ")
    return _HYPHEN.sub(f"-{_BREAK}", one_line.replace("/", f"/{_JOINER}"))


def _body(
    runs: Iterable[Run], page: PageSetup, align: Align = "justify", *, keep_next: bool = False, caps: bool = False
) -> Data:
    first_line = _points(page.first_line)
    return _paragraph(
        runs, page.body_size, align, after=page.gap, first_line=first_line, keep_next=keep_next, caps=caps
    )


def _heading(block: Heading, page: PageSetup) -> list[Data]:
    bold = block.style != "point"
    caps = block.style in ("chapter", "part")
    if block.style != "part":
        text = f"{block.marker} {block.text}".strip()
        return [_body([Run(text, bold)], page, "left", keep_next=True, caps=caps)]
    lines = [text for text in (block.marker, block.text) if text]
    size, gap = page.body_size, page.gap
    return [_paragraph([Run(line, True)], size, after=gap, keep_next=True, caps=True) for line in lines]


def _text(block: Text, page: PageSetup) -> Data:
    return _paragraph(
        _with_bullet(block.paragraph),
        block.size or page.body_size,
        block.align,
        after=page.gap,
        first_line=_points(page.first_line) if block.indented else 0.0,
        keep_next=block.keep_next,
    )


def _with_bullet(source: Paragraph, *, italic: bool = False) -> list[Run]:
    bullet = [Run(f"{source.bullet} ")] * bool(source.bullet)
    return [Run(r.text, r.bold, r.italic or italic) for r in (*bullet, *source.runs)]


def _centred(text: str, size: float, **look: Any) -> Data:
    bold, italic = look.pop("bold", False), look.pop("italic", False)
    return _paragraph([Run(text, bold, italic)], size, **look)


def _rule(length: float, after: float = 0.0) -> Data:
    height = m.RULE_SIZE * m.LINE + m.RULE_WEIGHT
    return {
        "kind": "rule",
        "length": _points(length),
        "gap": m.RULE_GAP,
        "height": height,
        "after": after,
        "weight": m.RULE_WEIGHT,
    }


def _grid(widths: Sequence[float], rows: Sequence[Sequence[list[Data]]]) -> Data:
    cells = [[{"content": content} for content in row] for row in rows]
    return {"kind": "grid", "widths": [_points(width) for width in widths], "rows": cells}


def _national_header(block: NationalHeader, page: PageSetup) -> Data:
    left = issuer_column(block, page)
    issuer = [_centred(line, m.ISSUER_SIZE, bold=True) for line in block.issuer]
    if block.superior:
        issuer.insert(0, _centred(block.superior, m.ISSUER_SIZE))
    nation = [
        _centred(m.NATION, m.NATION_SIZE, bold=True),
        _centred(m.MOTTO, m.MOTTO_SIZE, bold=True),
        _rule(motto_line()),
    ]
    gap = m.HEADER_ROW_GAP
    number = [_centred(block.number_line, m.NUMBER_SIZE, before=gap)] if block.number_line else []
    if block.subject:
        number.append(_centred(block.subject, m.LETTER_SUBJECT_SIZE, before=gap))
    date = _centred(block.place_date, m.DATE_SIZE, italic=True, before=gap)
    rows = (([*issuer, _rule(issuer_line(block))], nation), (number, [date]))
    return _grid((left, page.text_width - left), rows)


def _title(block: Title, page: PageSetup) -> list[Data]:
    size = m.TITLE_SIZE
    lines = [_space(m.TITLE_GAP), _centred(block.doc_type, size, bold=True, keep_next=True)]
    if block.subject:
        lines.append(_centred(block.subject, size, bold=True, keep_next=True))
    if block.note:
        lines.append(_centred(block.note, size, italic=True, keep_next=True))
    return [*lines, _rule(title_line(block, page), m.AFTER_TITLE_GAP)]


def _signature(block: Signature, page: PageSetup) -> Data:
    left = page.text_width * m.SIGNATURE_COLUMN
    return _grid((left, page.text_width - left), [[_left(block.left), _signer(block.right)]])


def _left(side: Recipients | Signer | None) -> list[Data]:
    if isinstance(side, Signer):
        return _signer(side)
    if side is None:
        return []
    label = _paragraph([Run(side.label, True, True)], m.RECIPIENTS_LABEL_SIZE, "left", before=m.SIGNATURE_GAP)
    return [label, *(_paragraph([Run(line)], m.RECIPIENTS_SIZE, "left") for line in side.lines)]


def _signer(signer: Signer) -> list[Data]:
    first, *others = (*signer.authority, *signer.position) or ("",)
    lines = [
        _centred(first, m.SIGNER_SIZE, bold=True, before=m.SIGNATURE_GAP),
        *(_centred(line, m.SIGNER_SIZE, bold=True) for line in others),
    ]
    return [*lines, _centred(signer.name, m.SIGNER_SIZE, bold=True, before=m.SIGNING_SPACE)]


def _table(block: Table) -> Data:
    aligns: list[Align] = [column.align for column in block.columns]
    heading = [_cell(column.heading, "center", block.size, bold=True) for column in block.columns]
    rows = [_row(texts, aligns, block.size) for texts in block.rows]
    if block.total:
        rows.append(_row(block.total, aligns, block.size, bold=True))
    return {
        "kind": "table",
        "widths": [_points(column.width) for column in block.columns],
        "line": m.TABLE_LINE,
        "inset_x": _points(m.CELL_PADDING_X),
        "inset_y": _points(m.CELL_PADDING_Y) + m.TABLE_LINE / 2,
        "heading": heading,
        "rows": rows,
    }


def _row(texts: tuple[str, ...], aligns: list[Align], size: float, *, bold: bool = False) -> list[Data]:
    breakable = max(map(len, texts), default=0) > m.TALL_CELL
    if len(texts) == 1:
        return [_cell(texts[0], "left", size, bold=True, span=len(aligns), breakable=breakable)]
    pairs = zip(texts, aligns, strict=True)
    return [_cell(text, align, size, bold=bold, breakable=breakable) for text, align in pairs]


def _cell(text: str, align: Align, size: float, *, bold: bool = False, span: int = 1, breakable: bool = False) -> Data:
    content = [_paragraph([Run(line, bold)], size, align) for line in text.split("\n")]
    return {"content": content, "span": span, "breakable": breakable}


def _space(height: float) -> Data:
    return {"kind": "space", "height": height}


def _placed(block: PlacedPage) -> list[Data]:
    return [
        {
            "kind": "placed",
            "x": _points(field.x),
            "y": _points(field.y),
            "width": _points(field.width),
            "text": _paragraph([Run(field.text, field.bold, field.italic)], field.size, field.align),
        }
        for field in block.fields
    ]
