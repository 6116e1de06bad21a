"""Tables within a plan's text: rows that stand there as paragraphs become one ruled table again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ..richtext import Paragraph
from . import blocks

ROW = "|"
"""The bullet of a paragraph that is a table's row; " | " stands between its cells."""

_FIGURE = re.compile(r"[-–+±<>=≤≥~]?\s*\d[\d.,]*(?:\s*(?:[-–/]|đến)\s*\d[\d.,]*)*\s*%?|[-–…x]|[IVX]+|\d+(?:\.\d+)+\.?")
_AMOUNT = re.compile(r"(?<![\d/])\d{4,}|\d\.\d{3}")
_BLANKS = {"", "-", "–", "…"}


def flowing(paragraphs: Iterable[Paragraph]) -> Iterator[blocks.Text | blocks.Table]:
    """The paragraphs as text, each run of rows among them as one table with its first row as the heading."""
    for is_row, group in groupby(paragraphs, lambda paragraph: paragraph.bullet == ROW):
        if is_row:
            yield table([cells(paragraph) for paragraph in group])
        else:
            yield from (blocks.Text(paragraph) for paragraph in group)


def cells(row: Paragraph) -> tuple[str, ...]:
    """The texts of a row's cells, also of one that a clerk has typed without the spaces."""
    return tuple(" ".join(cell.split()) for cell in row.text.split("|"))


def table(rows: list[tuple[str, ...]]) -> blocks.Table:
    """The rows as a table as wide as its contents ask; short rows end in empty cells.

    A row of which only the first cell says something is a heading across the table.
    """
    count = max(map(len, rows))
    heading, *others = [row + ("",) * (count - len(row)) for row in rows]
    columns = tuple(
        blocks.Column(text, blocks.BY_CONTENTS, _align([row[position] for row in others if any(row[1:])]))
        for position, text in enumerate(heading)
    )
    return blocks.Table(columns, tuple(row if any(row[1:]) or count == 1 else row[:1] for row in others))


def _align(texts: list[str]) -> blocks.Align:
    """Figures stand in the middle, amounts on the right, words on the left."""
    said = [text for text in texts if text not in _BLANKS]
    if not said or not all(_FIGURE.fullmatch(text) for text in said):
        return "left"
    return "right" if any(_AMOUNT.search(text) for text in said) else "center"
