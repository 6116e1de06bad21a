"""What a page carries that belongs to no sentence: page numbers, running heads, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...domain.vietnamese import folded_line
from .blocks import Row
from .page import RAISED, Page

_PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?(\d{1,3}|[ivx]{1,6})(?:\s*(?:/|trên|of)\s*\d{1,3})?\W*", re.IGNORECASE)
_EDGE = 0.11  # of the page's height: where heads and feet stand
_MOST_EDGE_ROWS = 2
_FEWEST_REPEATS = 3  # pages on which the same words make a running head; both of a paper of two
_NOTE = re.compile(rf"\s*{RAISED[0]}?(\d{{1,2}}|\*{{1,3}}){RAISED[1]}?[\s.)]*(?=\S)")
_SMALL = 0.9  # a footnote's letters, to those of the page


@dataclass(slots=True)
class Sorted:
    """The rows of a document, page by page; ``notes`` are the footnotes of each page, ``numbers`` and ``heads`` are
    what was set aside."""

    pages: list[list[Row]] = field(default_factory=list)
    notes: list[list[Row]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)


def without_furniture(pages: list[Page], rows: list[list[Row]]) -> Sorted:
    """The rows without page numbers and running heads; footnotes apart."""
    out = Sorted()
    numbered = _numbered(pages, rows)
    repeated = _repeated(pages, rows)
    for index, (page, own) in enumerate(zip(pages, rows, strict=True)):
        kept = []
        for row in own:
            text = row.text
            if not row.cells and _at_edge(page, row) and (index, id(row)) in numbered:
                out.numbers.append(text.strip())
            elif not row.cells and _at_edge(page, row) and _shape(text) in repeated:
                out.heads += [] if text in out.heads else [text]
            else:
                kept.append(row)
        body, notes = _notes(page, kept)
        out.pages.append(body)
        out.notes.append(notes)
    return out


def _at_edge(page: Page, row: Row) -> bool:
    return row.y - row.size < _EDGE * page.height or row.y > (1 - _EDGE) * page.height


def _edge_rows(page: Page, rows: list[Row]) -> Iterable[Row]:
    by_height = sorted((row for row in rows if not row.cells), key=lambda row: row.y)
    outer = [*by_height[:_MOST_EDGE_ROWS], *by_height[-_MOST_EDGE_ROWS:]]
    return [row for index, row in enumerate(outer) if _at_edge(page, row) and row not in outer[:index]]


def _numbered(pages: list[Page], rows: list[list[Row]]) -> set[tuple[int, int]]:
    """Rows at the edge that hold nothing but a number, where the numbers grow with the pages."""
    found: list[tuple[int, int, int]] = []  # page, row, number less page
    for index, (page, own) in enumerate(zip(pages, rows, strict=True)):
        for row in _edge_rows(page, own):
            match = _PAGE_NUMBER.fullmatch(row.text.strip())
            if match and match[1].isdigit():
                found.append((index, id(row), int(match[1]) - index))
    steps = Counter(step for _, _, step in found)
    common = {step for step, times in steps.items() if times > 1 or step == 1}
    return {(index, row) for index, row, step in found if step in common}


def _shape(text: str) -> str:
    """The words without figures: "Trang 2" and "Trang 3" are one head."""
    return re.sub(r"\d+", "#", folded_line(text))


def _repeated(pages: list[Page], rows: list[list[Row]]) -> set[str]:
    """What stands at the edge of several pages and nowhere else: a sentence of the text comes where it falls."""
    counted: Counter[str] = Counter()
    inner: set[str] = set()
    for page, own in zip(pages, rows, strict=True):
        edge = list(_edge_rows(page, own))
        counted.update({_shape(row.text) for row in edge})
        inner.update(_shape(row.text) for row in own if row not in edge)
    least = max(2, min(_FEWEST_REPEATS, len(pages)))
    return {shape for shape, times in counted.items() if times >= least and re.search(r"\w", shape)} - inner


def _notes(page: Page, rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The small print at the foot of the page, from a row that begins with the sign of a note on."""
    sizes = Counter(round(row.size) for row in rows for _ in row.text)
    usual = max(sizes, key=lambda size: sizes[size], default=0)
    start = len(rows)
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        if row.cells or row.column >= 0 or row.size > _SMALL * usual or row.y < page.height / 2:
            break
        start = index
    while start < len(rows) and not _NOTE.match(rows[start].text):
        start += 1
    return rows[:start], rows[start:]
