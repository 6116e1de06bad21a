"""The few styles of our documents."""

from __future__ import annotations

from ...domain.papers.blocks import BODY_STYLE, PageSetup
from .xml import Element, mm, pt, w

FONT = "Times New Roman"
DEEPEST_HEADING = 4


def heading_style(level: int) -> str:
    """The style of a heading at this depth; the deepest serves all below it."""
    return f"Heading{min(level, DEEPEST_HEADING)}"


def styles(page: PageSetup) -> Element:
    """word/styles.xml: Times New Roman in all four slots, Vietnamese, the body by ``page``, headings on it."""
    return w(
        "styles",
        w("docDefaults", w("rPrDefault", _letters(page.body_size)), w("pPrDefault", _single_spaced())),
        _style("Normal", "Normal", default=True),
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            w("uiPriority", val=1),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        _table_style(),
        _body(page),
        *(_heading(level) for level in range(1, DEEPEST_HEADING + 1)),
        _style("Header", "header", w("pPr", w("jc", val="center"))),
    )


def _letters(size: float) -> Element:
    half_points = round(size * 2)
    return w(
        "rPr",
        w("rFonts", ascii=FONT, eastAsia=FONT, hAnsi=FONT, cs=FONT),
        w("sz", val=half_points),
        w("szCs", val=half_points),
        w("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA"),
    )


def _single_spaced() -> Element:
    return w("pPr", w("widowControl"), w("spacing", before=0, after=0, line=240, lineRule="auto"))


def _style(style_id: str, name: str, *properties: Element, based_on: str = "Normal", default: bool = False) -> Element:
    attributes: dict[str, str | int] = {"type": "paragraph"} | ({"default": 1} if default else {})
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=based_on) if not default else None,
        w("qFormat"),
        *properties,
        **attributes,
        styleId=style_id,
    )


def _table_style() -> Element:
    sides = {"top": 0, "left": 0, "bottom": 0, "right": 0}
    margins = w("tblCellMar", *(w(side, w=length, type="dxa") for side, length in sides.items()))
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _body(page: PageSetup) -> Element:
    shape = w(
        "pPr",
        w("spacing", after=pt(page.gap)),
        w("ind", firstLine=mm(page.first_line)),
        w("jc", val="both"),
    )
    return _style(BODY_STYLE, "Nội dung", shape)


def _heading(level: int) -> Element:
    shape = w("pPr", w("keepNext"), w("outlineLvl", val=level - 1))
    return _style(heading_style(level), f"heading {level}", shape, based_on=BODY_STYLE)
