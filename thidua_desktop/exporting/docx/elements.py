"""Pieces as WordprocessingML, each by one small function."""

from __future__ import annotations

from ...domain.papers import measures
from ...domain.papers.blocks import BODY_STYLE, PageSetup
from ..pieces import Gap, Grid, Line, NewPage, Piece, Placed, Ruled, ShortLine
from .paragraphs import Look, paragraph, run
from .sections import section
from .styles import heading_style
from .tables import grid, ruled_table
from .xml import Element, mm, w


def element(piece: Piece, page: PageSetup) -> Element:
    """The w:p or w:tbl of one piece."""
    match piece:
        case Line():
            return line(piece, page)
        case ShortLine():
            return short_line(piece)
        case Grid(widths, rows):
            return grid(widths, [[[element(part, page) for part in cell] for cell in row] for row in rows])
        case Ruled():
            return ruled_table(piece, lambda part: line(part, page))
        case Gap(height, keep_next):
            return paragraph((), Look(exact_line=height, size=1, keep_next=keep_next))
        case NewPage(numbered_anew, _, ended):
            return section_break(ended or page) if numbered_anew else page_break()
        case Placed():
            return placed(piece, page)


def line(piece: Line, page: PageSetup, frame: Element | None = None) -> Element:
    """A paragraph; what its style already says is not said again."""
    style = heading_style(piece.outline) if piece.outline else BODY_STYLE if piece.body else ""
    align, after, first_line = ("justify", page.gap, page.first_line) if piece.body else ("left", 0.0, 0.0)
    size = piece.size if piece.size != page.body_size else None
    look = Look(
        style,
        align=piece.align if piece.align != align else None,
        before=piece.before or None,
        after=piece.after if piece.after != after else None,
        first_line=piece.first_line if piece.first_line != first_line else None,
        keep_next=piece.keep_next and not piece.outline,
        size=size,
    )
    runs = [run(r.text, bold=r.bold, italic=r.italic, caps=piece.caps, size=size) for r in piece.runs]
    return paragraph(runs, look, frame)


def short_line(piece: ShortLine) -> Element:
    """The upper border of an empty paragraph, its indents leaving ``length`` in the middle."""
    side = max(0.0, (piece.width - piece.length) / 2)
    return paragraph(
        (),
        Look(
            before=measures.RULE_GAP,
            after=piece.after or None,
            left=side,
            right=side,
            top_border=True,
            keep_next=piece.keep_next,
            size=measures.RULE_SIZE,
        ),
    )


def page_break() -> Element:
    """A paragraph of its own, next to nothing high, with the break."""
    return paragraph([w("r", w("br", type="page"))], Look(exact_line=1.0, size=1))


def section_break(page: PageSetup) -> Element:
    """A paragraph of its own, next to nothing high, that ends a stretch of pages numbered from 1."""
    made = page_break()
    made.remove(made[-1])
    made[0].append(section(page, counted_anew=True))
    return made


def placed(piece: Placed, page: PageSetup) -> Element:
    """A line in a frame of its own, measured from the paper's edges; it hangs on the paragraph after it."""
    frame = w(
        "framePr",
        w=mm(piece.width),
        hSpace=0,
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=mm(piece.x),
        y=mm(piece.y),
    )
    return line(piece.line, page, frame)
