"""The differences between two plans on paper, the words before and after in two columns."""

from __future__ import annotations

from collections.abc import Iterable

from ..plan.differences import Difference
from . import blocks

LANDSCAPE = blocks.PageSetup(width=297.0, height=210.0, left=20.0, right=15.0)
_SIZE = 12.0
_TITLE = "BẢNG SO SÁNH"
_WHAT = {"added": "thêm", "removed": "bỏ", "changed": "sửa", "moved": "chuyển chỗ"}
_WIDTHS = (12.0, 55.0, 97.5, 97.5)
ALIKE = "Hai bản không có gì khác nhau."


def differences_paper(found: Iterable[Difference], called: tuple[str, str], subject: str) -> blocks.Document:
    """A row for each difference; ``called`` heads the two columns, ``subject`` says of what plan this is."""
    rows = tuple(
        (str(number), f"{one.title} ({_WHAT[one.key.what]})", one.old or one.note, one.new)
        for number, one in enumerate(found, 1)
    )
    headings = ("TT", "Chỗ khác nhau", *called)
    pairs = zip(headings, _WIDTHS, strict=True)
    columns = tuple(blocks.Column(heading, width, "center" if heading == "TT" else "left") for heading, width in pairs)
    table = blocks.Table(blocks.fitted(columns, LANDSCAPE.text_width), rows or (("", ALIKE, "", ""),), (), _SIZE)
    return blocks.Document((blocks.Title(_TITLE, subject), table), LANDSCAPE, f"Bảng so sánh: {subject}")
