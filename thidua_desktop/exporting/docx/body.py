"""The body of a paper: bases, headings, paragraphs, positioned texts."""

from __future__ import annotations

from ...domain.papers.blocks import AuthorityLine, Bases, Heading, PageSetup, PlacedPage, PlacedText, Text
from ...domain.richtext import Paragraph, Run
from .paragraphs import Look, paragraph, rich, run, spacer
from .xml import Element, mm, w

BODY_STYLE = "NoiDung"
DEEPEST_HEADING = 4


def authority_line(block: AuthorityLine, page: PageSetup) -> list[Element]:
    """Who decides, bold in the middle."""
    look = Look(BODY_STYLE, align="center", first_line=0.0, keep_next=True)
    return [paragraph([run(block.text, bold=True)], look)]


def bases(block: Bases, page: PageSetup) -> list[Element]:
    """Căn cứ in italics."""
    return [paragraph(rich(_with_bullet(item), italic=True), Look(BODY_STYLE)) for item in block.items]


def heading(block: Heading, page: PageSetup) -> list[Element]:
    """A heading, kept with what follows; PHẦN stands on a line of its own above its title."""
    style = f"Heading{min(max(block.level, 1), DEEPEST_HEADING)}"
    bold = block.style != "point"
    caps = block.style in ("chapter", "part")
    if block.style != "part":
        text = f"{block.marker} {block.text}".strip()
        return [paragraph([run(text, bold=bold, caps=caps)], Look(style, align="left"))]
    centred = Look(style, align="center", first_line=0.0)
    return [paragraph([run(text, bold=True, caps=True)], centred) for text in (block.marker, block.text) if text]


def text(block: Text, page: PageSetup) -> list[Element]:
    """A paragraph with its bullet as a letter: so it stays what the reader sees in any program."""
    plain = block.align == "justify"
    look = Look(
        BODY_STYLE,
        align=None if plain else block.align,
        first_line=None if block.indented else 0.0,
        keep_next=block.keep_next,
        size=block.size,
    )
    return [paragraph(rich(_with_bullet(block.paragraph), size=block.size), look)]


def page_break() -> Element:
    """A paragraph of its own that starts a new page."""
    return w("p", w("pPr", w("spacing", line=20, lineRule="exact")), w("r", w("br", type="page")))


def placed_page(block: PlacedPage, page: PageSetup) -> list[Element]:
    """Each text in a frame of its own, measured from the paper's edges; frames hang on the paragraph after them."""
    return [*(_placed(field) for field in block.fields), spacer(1.0)]


def _placed(field: PlacedText) -> Element:
    frame = w(
        "framePr",
        w=mm(field.width),
        hSpace=0,
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=mm(field.x),
        y=mm(field.y),
    )
    words = run(field.text, bold=field.bold, italic=field.italic, size=field.size)
    return paragraph([words], Look(align=field.align, size=field.size), frame)


def _with_bullet(source: Paragraph) -> tuple[Run, ...]:
    return (Run(f"{source.bullet} "), *source.runs) if source.bullet else source.runs
