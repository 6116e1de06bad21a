"""Paragraphs and runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...domain.papers import measures
from ...domain.papers.blocks import Align
from ..letters import one_line
from .xml import XML_SPACE, Element, mm, pt, w

_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph differs from its style: lengths and size in pt, indents in mm; None leaves the style's own."""

    style: str = ""
    align: Align | None = None
    before: float | None = None
    after: float | None = None
    first_line: float | None = None
    left: float | None = None
    right: float | None = None
    exact_line: float | None = None
    keep_next: bool = False
    outline: int | None = None
    size: float | None = None
    top_border: bool = False


PLAIN = Look()


def paragraph(runs: Iterable[Element], look: Look = PLAIN, frame: Element | None = None) -> Element:
    """A w:p; ``frame`` is the w:framePr of positioned text.

    ``look.size`` is the size of the paragraph's own mark: in Word and LibreOffice the mark makes its line as high as
    itself, so it must be as small as the letters before it.
    """
    properties = w(
        "pPr",
        w("pStyle", val=look.style) if look.style else None,
        w("keepNext") if look.keep_next else None,
        frame,
        _top_border() if look.top_border else None,
        _spacing(look),
        _indents(look),
        w("jc", val=_ALIGN[look.align]) if look.align else None,
        w("outlineLvl", val=look.outline) if look.outline is not None else None,
        w("rPr", *_size(look.size)) if look.size else None,
    )
    return w("p", properties if len(properties) else None, *runs)


def run(
    text: str, *, bold: bool = False, italic: bool = False, caps: bool = False, size: float | None = None
) -> Element:
    """A w:r; ``size`` in pt, None for the style's."""
    properties = w(
        "rPr",
        w("b") if bold else None,
        w("i") if italic else None,
        w("caps") if caps else None,
        *_size(size),
    )
    element = w("r", properties if len(properties) else None)
    for number, piece in enumerate(one_line(text).split("\t")):
        if number:
            element.append(w("tab"))
        element.append(_words(piece))
    return element


def _size(size: float | None) -> list[Element]:
    return [w(name, val=round(size * 2)) for name in ("sz", "szCs")] if size else []


def _words(text: str) -> Element:
    element = w("t")
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(XML_SPACE, "preserve")
    return element


def _top_border() -> Element:
    return w("pBdr", w("top", val="single", sz=round(measures.RULE_WEIGHT * 8), space=0, color="auto"))


def _spacing(look: Look) -> Element | None:
    attributes: dict[str, str | int] = {}
    if look.before is not None:
        attributes["before"] = pt(look.before)
    if look.after is not None:
        attributes["after"] = pt(look.after)
    if look.exact_line is not None:
        attributes |= {"line": pt(look.exact_line), "lineRule": "exact"}
    return w("spacing", **attributes) if attributes else None


def _indents(look: Look) -> Element | None:
    lengths = {"left": look.left, "right": look.right, "firstLine": look.first_line}
    attributes: dict[str, str | int] = {name: mm(length) for name, length in lengths.items() if length is not None}
    return w("ind", **attributes) if attributes else None
