"""Blocks of cells as the clipboard holds them: tab-separated lines, quoted as Excel does."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.vietnamese import format_number

LONGEST_BLOCK = 5_000_000  # characters: more is a wrong clipboard, not rows of a list
LONGEST_CELL = 20_000
MOST_ROWS = 20_000
csv.field_size_limit(LONGEST_BLOCK)  # the reader's own fault is no exception that Qt could carry
_KEPT = "chưa dán gì, dữ liệu không thay đổi"


def to_tsv(grid: Sequence[Sequence[str]]) -> str:
    """Rows of texts as tab-separated lines; a text with a line break, tab or quote stands in quotes."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(grid)
    return out.getvalue().removesuffix("\n")


def from_tsv(text: str) -> list[list[str]]:
    """The rows of a block copied from a spreadsheet, a Word table or a plain list of lines.

    Raises :class:`BadInput` for a block that is no list any more.
    """
    if len(text) > LONGEST_BLOCK:
        raise _too_long(len(text))
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return []
    grid = [row or [""] for row in csv.reader(io.StringIO(plain, newline=""), delimiter="\t")]
    if len(grid) > MOST_ROWS:
        raise BadInput(
            f"Khối vừa chép có {format_number(len(grid))} dòng, quá nhiều cho một lần dán; {_KEPT}.",
            f"Hãy dán từng phần, mỗi lần không quá {format_number(MOST_ROWS)} dòng.",
        )
    longest = max(len(cell) for row in grid for cell in row)
    if longest > LONGEST_CELL:
        raise _too_long(longest)
    return grid


def _too_long(length: int) -> BadInput:
    return BadInput(
        f"Đoạn vừa chép dài {format_number(length)} ký tự, quá dài cho một ô của bảng; {_KEPT}.",
        "Hãy chép lại đúng các ô cần dán rồi dán.",
    )
