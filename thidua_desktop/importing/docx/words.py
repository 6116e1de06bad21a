"""The words of one paragraph of a .docx as a reader sees them, with the boxes and notes that hang on it.

Tracked changes are read as accepted (what was deleted or moved away is passed over); of a text box only the modern copy
is read (mc:Fallback is the second one); fields give the result they show, save page numbers, which belong to the page.
Capitals that are only a look (w:caps) are read as typed, so that a paper of our own reads back as the same plan.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import groupby

from lxml import etree

from ...domain.richtext import Run, joined
from ...domain.vietnamese import nfc
from ..old_text.fonts import Code, code_of_font, converted
from ..old_text.letters import OldLetters
from .package import W
from .styles import Styles, switched, value

SKIPPED = {
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_BOX = f"{W}txbxContent"
_TEXT = {f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
_SOFT_HYPHEN = f"{W}softHyphen"
_CHARACTERS = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t", _SOFT_HYPHEN: "\u00ad",
}  # fmt: skip
_SYMBOLS = {
    "B3": "≥",
    "A3": "≤",
    "B0": "°",
    "B1": "±",
    "B4": "×",
    "B8": "÷",
    "BB": "≈",
    "B9": "≠",
    "AE": "→",
    "2D": "-",
}
_NOTES = {f"{W}footnoteReference": "footnotes.xml", f"{W}endnoteReference": "endnotes.xml"}
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.IGNORECASE)


@dataclass(slots=True)
class Piece:
    """One paragraph while it is read: its runs with the code each is typed in, the boxes in it (how many stand before
    its first word), the notes it names (part, number)."""

    runs: list[tuple[Run, Code]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    boxes_first: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Look:
    """What holds for the letters of a run; ``style`` is its paragraph's."""

    style: str
    bold: bool = False
    italic: bool = False
    code: Code = ""


def is_placeholder(element: etree._Element) -> bool:
    """Whether a content control shows only what Word asks for ("Click or tap here to enter text")."""
    return element.tag == f"{W}sdt" and bool(switched(element.find(f"{W}sdtPr/{W}showingPlcHdr")))


def raw_text(paragraph: etree._Element) -> str:
    """The letters as the file holds them."""
    parts = (e.text or "" if e.tag in _TEXT else "\u00ad" for e in paragraph.iter(*_TEXT, _SOFT_HYPHEN))
    return "".join(parts)


class Words:
    """Reads paragraphs one after the other; a field may reach over several."""

    def __init__(self, styles: Styles, old: OldLetters) -> None:
        self._styles = styles
        self._old = old
        self._fields: list[list[str]] = []
        self.met: Counter[Code] = Counter()

    def piece(self, paragraph: etree._Element) -> Piece:
        """What the paragraph holds."""
        piece = Piece()
        look = _Look(self._styles.of_paragraph(paragraph))
        self._fields = [field for field in self._fields if not _PAGE_FIELD.match(field[0])]  # one without an end
        for child in paragraph:
            self._read(child, piece, look)
            if not any(run.text.strip() for run, _ in piece.runs):
                piece.boxes_first = len(piece.boxes)
        return piece

    def runs(self, piece: Piece) -> tuple[Run, ...]:
        """The words in Unicode and in composed letters."""
        out: list[Run] = []
        plain = "".join(run.text for run, code in piece.runs if not code)
        guessed = self._old.code_of(plain)
        for code, group in groupby(piece.runs, key=lambda pair: pair[1] or guessed):
            self.met[code] += bool(code)
            out += [replace(run, text=converted(run.text, code)) for run in joined(run for run, _ in group)]
        return _composed(out)

    def _read(self, element: etree._Element, piece: Piece, look: _Look) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED or is_placeholder(element):
            self._note_instruction(element)
        elif tag == _BOX:
            piece.boxes.append(element)
        elif tag == f"{W}fldChar":
            self._turn_field(element.get(f"{W}fldCharType"))
        elif tag in _NOTES:
            piece.notes.append((_NOTES[tag], element.get(f"{W}id") or ""))
        elif tag in _TEXT or tag in _CHARACTERS or tag == f"{W}sym":
            if not any(_PAGE_FIELD.match(instruction) for (instruction,) in self._fields):
                piece.runs.append((Run(_letters(element), look.bold, look.italic), look.code))
        elif tag != f"{W}fldSimple" or not _PAGE_FIELD.match(element.get(f"{W}instr") or ""):
            if tag == f"{W}r":
                look = self._look(element, look.style)
            for child in element:
                self._read(child, piece, look)

    def _note_instruction(self, element: etree._Element) -> None:
        if element.tag == f"{W}instrText" and self._fields:
            self._fields[-1][0] += element.text or ""

    def _turn_field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append([""])
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _look(self, run: etree._Element, style: str) -> _Look:
        own = run.find(f"{W}rPr")
        styles = [value(own.find(f"{W}rStyle")) if own is not None else "", style]
        bold, italic = (self._is_on(own, name, styles) for name in ("b", "i"))
        return _Look(style, bold, italic, code_of_font(self._styles.font(own, styles)))

    def _is_on(self, own: etree._Element | None, name: str, styles: list[str]) -> bool:
        here = switched(own.find(f"{W}{name}")) if own is not None else None
        return any(self._styles.on(style, name) for style in styles) if here is None else here


def _letters(element: etree._Element) -> str:
    if element.tag == f"{W}sym":
        return _SYMBOLS.get((element.get(f"{W}char") or "")[-2:].upper(), "•") if _is_symbol_font(element) else "•"
    return _CHARACTERS.get(str(element.tag)) or element.text or ""


def _is_symbol_font(element: etree._Element) -> bool:
    return (element.get(f"{W}font") or "").lower().startswith("symbol")


def _composed(runs: list[Run]) -> tuple[Run, ...]:
    """Composed letters; a mark that Word put in a run of its own joins the letter before it."""
    out = list(joined(runs))
    for index in range(1, len(out)):
        marks = re.match("[\u0300-\u036f]+", out[index].text)
        if marks:
            out[index - 1] = replace(out[index - 1], text=out[index - 1].text + marks[0])
            out[index] = replace(out[index], text=out[index].text[marks.end() :])
    return tuple(Run(nfc(run.text), run.bold, run.italic) for run in out)
