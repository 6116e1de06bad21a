"""Blocks of cells as the clipboard holds them: tab-separated lines, quoted as Excel does."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence


def to_tsv(grid: Sequence[Sequence[str]]) -> str:
    """Rows of texts as tab-separated lines; a text with a line break, tab or quote stands in quotes."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(grid)
    return out.getvalue().removesuffix("\n")


def from_tsv(text: str) -> list[list[str]]:
    """The rows of a block copied from a spreadsheet, a Word table or a plain list of lines."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return []
    return [row or [""] for row in csv.reader(io.StringIO(plain, newline=""), delimiter="\t")]
