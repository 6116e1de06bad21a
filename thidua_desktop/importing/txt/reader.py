"""A .txt as source lines: paragraphs, columns set by "|", tabs or wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...domain.plan.plans import SourceFile
from ...domain.vietnamese import fold
from ..errors import ASK_AGAIN, UnreadableFileError
from ..files import refuse_length
from ..lines import Line, SourceText, upright
from ..old_text.letters import remark
from .decoding import decoded

_BREAKS = re.compile(r"\r\n|[\n\r\v\f\u0085\u2028\u2029]")
_WIDE = re.compile(r"\t\s*| {5,}")
_RULE = re.compile(r"[\s|+=\-–—_*.]*")
_LAYOUT = re.compile(r"cong hoa xa hoi chu nghia|noi nhan\s*:|\b(tm|kt)\s*\.|\bchu tich\s*(\(da ky\))?\s*\|?$")


def txt_lines(source: SourceFile) -> SourceText:
    """The lines of a text file; :class:`UnreadableFileError` when it is no text or holds no word."""
    met: set[str] = set()
    text = decoded(source.name, source.content, met)
    refuse_length(source.name, len(text))
    if not re.search(r"\w", text):
        raise UnreadableFileError(f"Tệp “{source.name}” không có chữ nào.", ASK_AGAIN)
    return SourceText(tuple(_lines(text)), remarks=remark(met))


def _lines(text: str) -> Iterator[Line]:
    gap = False
    table = 0
    rows: list[str] = []
    for raw in [*_BREAKS.split(text), ""]:
        stripped = raw.strip()
        if _is_row(stripped):
            rows.append(stripped)
            continue
        if rows and stripped.startswith("|"):
            continue
        if rows:
            table += 1
            yield from _table(rows, table, gap)
            rows, gap = [], False
        if not stripped or (_RULE.fullmatch(stripped) and not re.search(r"\w", stripped)):
            gap = True
            continue
        expanded = raw.expandtabs(8)
        indent = len(expanded) - len(expanded.lstrip())
        words = re.sub(r"[^\S\t]+", " ", _WIDE.sub("\t", stripped))
        centered = indent >= 10 and "\t" not in words
        yield upright(words, gap=gap, indent=indent, centered=centered, last=len(expanded.rstrip()))
        gap = False


def _is_row(text: str) -> bool:
    return "|" in text and bool(re.search(r"\w", text)) and (text[0] == "|" or text[-1] == "|" or " | " in text)


def _table(rows: list[str], table: int, gap: bool) -> Iterator[Line]:
    """A block of rows: columns used for layout give a line for each cell, a table of data a line for each row."""
    layout = _LAYOUT.search(fold("\n".join(rows)))
    if all(row.startswith("|") for row in rows):  # a frame; elsewhere a bar at the head stands after an empty cell
        rows = [row[1:] for row in rows]
    if all(row.endswith("|") for row in rows):
        rows = [row[:-1] for row in rows]
    for row in rows:
        cells = [re.sub(r"\s+", " ", cell).strip() for cell in row.split("|")]
        if layout:
            filled = [(column, cell) for column, cell in enumerate(cells) if re.search(r"\S", cell)]
            yield from (upright(cell, table=table, column=column, gap=gap) for column, cell in filled)
        elif any(cells):
            yield replace(upright(" | ".join(cells)), cells=tuple(cells), table=table, gap=gap)
        gap = False
